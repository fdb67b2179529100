"""A task as every view and paper takes it: its number, who does it, where it really stands, whether it is late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from congress.shared.vietnamese import fold
from congress.tasks.vocabulary import CLOSED, Condition, Flag, TaskState, Timing

SOON_DAYS = 3
"""A task is due soon from this many days before its deadline on."""


@dataclass(frozen=True)
class Count:
    """How far a condition is: so many of so many; it holds when nothing is missing."""

    done: int
    of: int

    @property
    def holds(self) -> bool:
        """Whether it is met; nothing of nothing is not."""
        return self.of > 0 and self.done >= self.of


@dataclass(frozen=True)
class Line:
    """One task. `kept` is the state on record, `state` the one that counts: a condition overrules what was kept."""

    id: UUID
    number: str
    title: str
    product: str
    body_id: UUID | None
    body: str
    lead: str
    lead_id: UUID | None
    joins: tuple[str, ...]
    joining: frozenset[UUID]
    starts_on: date | None
    due_on: date | None
    kept: TaskState
    state: TaskState
    condition: Condition | None
    count: Count | None
    flags: tuple[Flag, ...]
    timing: Timing
    parent_id: UUID | None
    needs: tuple[UUID, ...]
    done_on: date | None
    late_days: int
    note: str = ""
    files: int = 0
    source: str = ""
    dossier: bool = False

    @property
    def is_moved(self) -> bool:
        """Whether the figures say otherwise than the record."""
        return self.kept is not self.state

    @property
    def who(self) -> str:
        """Who leads it, in words of a paper."""
        return ", ".join(filter(None, (self.body, self.lead)))


def state_by_figures(kept: TaskState, count: Count | None) -> TaskState:
    """Where a task stands once the figures are asked: done when the condition holds, under way again when not."""
    if count is None or kept is TaskState.DROPPED:
        return kept
    if count.holds:
        return TaskState.DONE
    return TaskState.DOING if kept is TaskState.DONE or (kept is TaskState.TODO and count.done) else kept


def timing_of(due: date | None, state: TaskState, today: date) -> Timing:
    """A task against today."""
    if state in CLOSED:
        return Timing.CLOSED
    if due is None:
        return Timing.UNDATED
    if due < today:
        return Timing.OVERDUE
    return Timing.SOON if due <= today + timedelta(days=SOON_DAYS) else Timing.LATER


@dataclass(frozen=True)
class Wanted:
    """Which tasks a view shows."""

    body: str = ""
    state: str = ""
    timing: str = ""
    person: str = ""
    search: str = ""

    def of(self, lines: Iterable[Line]) -> list[Line]:
        """Those of the lines that are wanted, in their order."""
        return [line for line in lines if self._takes(line)]

    def _takes(self, line: Line) -> bool:
        words = fold(" ".join((line.title, line.product, line.body, line.lead, *line.joins)))
        bodies = {str(line.body_id or "office"), *(str(each) for each in line.joining)}
        return (
            (not self.body or self.body in bodies)
            and (not self.state or line.state == self.state)
            and (not self.timing or line.timing == self.timing)
            and (not self.person or self.person in fold(f"{line.lead} | {' | '.join(line.joins)}"))
            and all(word in words for word in fold(self.search).split())
        )


@dataclass(frozen=True)
class Tally:
    """The tasks of somebody or of a body in figures."""

    name: str
    total: int = 0
    done: int = 0
    overdue: int = 0
    soon: int = 0
    lines: Sequence[Line] = field(default_factory=tuple)

    @property
    def open(self) -> int:
        """Not done yet."""
        return self.total - self.done


def tally(name: str, lines: Iterable[Line]) -> Tally:
    """Add up tasks; what was dropped does not count."""
    counted = [line for line in lines if line.state is not TaskState.DROPPED]
    return Tally(
        name,
        total=len(counted),
        done=sum(line.state is TaskState.DONE for line in counted),
        overdue=sum(line.timing is Timing.OVERDUE for line in counted),
        soon=sum(line.timing is Timing.SOON for line in counted),
        lines=tuple(counted),
    )


def by_body(lines: Sequence[Line], bodies: Mapping[UUID | None, str]) -> list[Tally]:
    """The figures of each body, by those it leads; the office's own last."""
    return [
        found
        for key, name in bodies.items()
        if (found := tally(name, (line for line in lines if line.body_id == key))).total or key
    ]


def columns(lines: Iterable[Line]) -> dict[TaskState, list[Line]]:
    """The board: the tasks of each state, those due first on top."""
    found: dict[TaskState, list[Line]] = {state: [] for state in TaskState}
    for line in lines:
        found[line.state].append(line)
    for each in found.values():
        each.sort(key=lambda line: line.due_on or date.max)
    return found


def numbers(order: Sequence[tuple[UUID, UUID | None]]) -> dict[UUID, str]:
    """ "3" for a task, "3.1" for its first sub-task; `order` holds (task, parent) as they follow each other."""
    found: dict[UUID, str] = {}
    whole = 0
    parts: dict[Any, int] = {}
    for task, parent in order:
        if parent in found:
            parts[parent] = parts.get(parent, 0) + 1
            found[task] = f"{found[parent]}.{parts[parent]}"
        else:
            whole += 1
            found[task] = str(whole)
    return found

"""A plan from the template, dated by the opening, pressed together where few days are left; what is odd about a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.subcommittees.vocabulary import SubcommitteeKind
from congress.tasks.rules.holidays import holiday, working_days_after
from congress.tasks.vocabulary import Condition, Flag


@dataclass(frozen=True)
class Step:
    """A task of the template: `offset` days from the opening (negative: before), what it waits for, what completes it.

    `body` leads it (None: the office); `working` counts the days after the opening as working days.
    """

    key: str
    offset: int
    title: str
    product: str = ""
    body: SubcommitteeKind | None = None
    joins: tuple[SubcommitteeKind, ...] = ()
    others: str = ""
    needs: tuple[str, ...] = ()
    condition: Condition | None = None
    parent: str = ""
    source: str = ""
    working: bool = False


def longest(steps: Iterable[Step]) -> int:
    """How many days before the opening the earliest task is due."""
    return max((-step.offset for step in steps), default=0)


def lay_out(steps: Sequence[Step], opens_on: date | None, start: date) -> dict[str, date]:
    """The day each task is due.

    Where fewer days are left between `start` and the opening than the template takes, the days before the opening are
    pressed together in proportion: a task never comes before one it came after. What comes after the opening stays.
    Raises RuleBroken without an opening day, or when it is over.
    """
    if opens_on is None:
        raise RuleBroken(N_("Chưa ghi ngày khai mạc. Hãy ghi ở trang Đại hội rồi lập kế hoạch."), "start")
    left = (opens_on - start).days
    if left < 1:
        raise RuleBroken(N_("Ngày bắt đầu phải trước ngày khai mạc ít nhất một ngày."), "start")
    whole = longest(steps)
    return {step.key: _day(step, opens_on, min(left, whole), whole) for step in steps}


def _day(step: Step, opens_on: date, left: int, whole: int) -> date:
    if step.offset > 0 and step.working:
        return working_days_after(opens_on, step.offset)
    if step.offset >= 0:
        return opens_on + timedelta(days=step.offset)
    before = max(1, (2 * -step.offset * left + whole) // (2 * whole))  # rounded to the nearest whole day
    return opens_on - timedelta(days=before)


def flags_of(
    due: date | None, opens_on: date | None, *, offset: int | None, needed: Iterable[date | None], parent: date | None
) -> tuple[Flag, ...]:
    """What is odd about a deadline; `needed` are those of the tasks it waits for. Nothing here ever blocks."""
    if due is None:
        return ()
    found = []
    if holiday(due):
        found.append(Flag.HOLIDAY)
    elif due.weekday() > 4:
        found.append(Flag.WEEKEND)
    if opens_on and due > opens_on and not (offset or 0) > 0:
        found.append(Flag.AFTER_OPENING)
    if any(day and day > due for day in needed):
        found.append(Flag.BEFORE_NEED)
    if parent and due > parent:
        found.append(Flag.AFTER_PARENT)
    return tuple(found)


def check_days(starts_on: date | None, due_on: date | None) -> None:
    """A task cannot be due before it begins. Raises RuleBroken on `due_on`."""
    if starts_on and due_on and due_on < starts_on:
        raise RuleBroken(N_("Hạn không thể trước ngày bắt đầu."), "due_on")

"""The queue of the check: whose standing is still open, narrowed and counted; what a decision needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from congress.credentials.rules.checks import Checked
from congress.credentials.vocabulary import Colour, Ground, Stage, Verdict
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import sought

Word = TypeVar("Word", Colour, Ground, Stage)
FILTERS = ("colour", "ground", "unit", "stage")
TO_DO = frozenset({Stage.OPEN, Stage.OUTDATED})


@dataclass(frozen=True)
class Decided:
    """What was decided, and upon which keys."""

    verdict: Verdict
    keys: frozenset[str] = frozenset()


def is_outdated(decided: Decided, keys: Iterable[str]) -> bool:
    """Whether other facts have come up since: any change, but for "qualified" only something new."""
    now = frozenset(keys)
    return bool(now - decided.keys) if decided.verdict is Verdict.QUALIFIED else now != decided.keys


_STAGES = {Verdict.QUALIFIED: Stage.QUALIFIED, Verdict.LACKING: Stage.LACKING, Verdict.REJECTED: Stage.REJECTED}


def stage_of(decided: Decided | None, keys: Iterable[str]) -> Stage:
    """Where a delegate stands."""
    if decided is None:
        return Stage.OPEN
    return Stage.OUTDATED if is_outdated(decided, keys) else _STAGES[decided.verdict]


def refuse_bare(verdict: Verdict, checked: Checked, reason: str) -> None:
    """A decision against a delegate, or for one with something red or over the appointed share, needs a reason.

    Raises RuleBroken on `reason`.
    """
    if reason:
        return
    if verdict is not Verdict.QUALIFIED:
        raise RuleBroken(N_("Hãy ghi lý do: cần bổ sung gì, hoặc vì sao đề nghị không công nhận."), "reason")
    if checked.colour is Colour.RED or Ground.OVER_APPOINTED in checked.grounds:
        raise RuleBroken(N_("Còn vướng mắc mà kết luận đủ tư cách thì phải ghi lý do."), "reason")


@dataclass(frozen=True)
class Case:
    """One delegate in the queue."""

    checked: Checked
    stage: Stage

    @property
    def waits(self) -> bool:
        """Whether somebody has to look: red or amber without a decision that still holds."""
        return self.checked.colour is not Colour.GREEN and self.stage in TO_DO


@dataclass(frozen=True)
class Wanted:
    """Which cases are asked for; nothing means those that wait."""

    search: str = ""
    colour: Colour | None = None
    ground: Ground | None = None
    unit: UUID | None = None
    stage: Stage | None = None

    @classmethod
    def read(cls, filters: Mapping[str, str], search: str = "") -> "Wanted":
        """From the filters of the page's address; what no vocabulary knows narrows nothing."""
        try:
            unit = UUID(filters.get("unit", ""))
        except ValueError:
            unit = None
        return cls(
            search,
            _word(Colour, filters.get("colour")),
            _word(Ground, filters.get("ground")),
            unit,
            _word(Stage, filters.get("stage")),
        )

    def takes(self, case: Case) -> bool:
        """Whether a case is asked for; without a stage, a colour or a name only those that wait."""
        line = case.checked.line
        return (
            (case.waits or bool(self.colour or self.stage or self.search))
            and self.colour in (None, case.checked.colour)
            and self.stage in (None, case.stage)
            and (self.ground is None or self.ground in case.checked.grounds)
            and self.unit in (None, line.unit_id)
            and (not self.search or sought(self.search) in line.searched)
        )


def _word(words: type[Word], value: str | None) -> Word | None:
    return words(value) if value in set(words) else None


def of(cases: Iterable[Case], wanted: Wanted) -> list[Case]:
    """The cases asked for, red ones first, each colour in the order given."""
    order = list(Colour)
    return sorted((case for case in cases if wanted.takes(case)), key=lambda case: order.index(case.checked.colour))


def facets(cases: Sequence[Case], wanted: Wanted) -> dict[str, dict[Any, int]]:
    """How many cases each filter would leave, the others staying as they are."""
    found: dict[str, dict[Any, int]] = {}
    for name in FILTERS:
        counted: dict[Any, int] = {}
        nothing: dict[str, Any] = {name: None}
        loose = replace(wanted, **nothing)
        for case in cases:
            for value in _values(case, name):
                if replace(loose, **{name: value}).takes(case):
                    counted[value] = counted.get(value, 0) + 1
        found[name] = counted
    return found


def _values(case: Case, name: str) -> Iterable[Any]:
    checked = case.checked
    if name == "ground":
        return checked.grounds
    return ({"colour": checked.colour, "unit": checked.line.unit_id, "stage": case.stage}[name],)


@dataclass(frozen=True)
class Counts:
    """The check in numbers."""

    people: int = 0
    red: int = 0
    amber: int = 0
    green: int = 0
    waiting: int = 0
    open_green: int = 0
    qualified: int = 0
    lacking: int = 0
    rejected: int = 0
    outdated: int = 0


def add_up(cases: Sequence[Case]) -> Counts:
    """Counts over all cases; `open_green` are those a single act may find qualified."""
    colours = [case.checked.colour for case in cases]
    stages = [case.stage for case in cases]
    return Counts(
        people=len(cases),
        red=colours.count(Colour.RED),
        amber=colours.count(Colour.AMBER),
        green=colours.count(Colour.GREEN),
        waiting=sum(case.waits for case in cases),
        open_green=len(plain(cases)),
        qualified=stages.count(Stage.QUALIFIED),
        lacking=stages.count(Stage.LACKING),
        rejected=stages.count(Stage.REJECTED),
        outdated=stages.count(Stage.OUTDATED),
    )


def plain(cases: Iterable[Case]) -> list[Case]:
    """The green cases nobody has decided yet, or whose decision no longer holds."""
    return [case for case in cases if case.checked.colour is Colour.GREEN and case.stage in TO_DO]

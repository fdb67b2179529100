"""The order of a cell's alternates, who of them comes up for a delegate who falls out, and until when (domain.md §2.5).

Alternates stand by votes from the highest down; of equal votes the longer Party age goes first, then the standing
committee decides [D]: the order is proposed and explained, and what speaks against the entered ranks is said, never
blocked. An alternate comes up only within the delegation that elected it [D, high].
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, groupby
from uuid import UUID

from congress.delegates.rules.checks import Seat, check_membership
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Bar, RankReason, Review, Standing, Status
from congress.people.rules import Facts
from congress.shared.findings import Refusal
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken, refuse_long

LONGEST_REASON = 300
LONG_AGO = date(9999, 12, 31)


@dataclass(frozen=True)
class Candidate:
    """An alternate as the order needs it; `since` is the day from which Party age counts."""

    id: UUID
    name: str
    rank: int
    votes: int | None = None
    since: date | None = None

    @classmethod
    def of(cls, line: Line) -> "Candidate":
        """From a line: Party age counts from admission, or from the official day if only that is known."""
        return cls(
            line.id, line.full_name, line.rank or 999, line.votes, line.party_admitted_on or line.party_official_on
        )


@dataclass(frozen=True)
class Place:
    """One place of the proposed order: who, which rank, why, and with whom the place is tied while nobody decided."""

    candidate: Candidate
    rank: int
    why: RankReason
    tied_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """The proposed order of a cell's alternates, next to the ranks that were entered."""

    places: tuple[Place, ...] = ()

    @property
    def moved(self) -> tuple[Place, ...]:
        """Places whose holder stands elsewhere in the entered order: the ranks disagree with the votes."""
        entered = sorted(self.places, key=lambda place: (place.candidate.rank, str(place.candidate.id)))
        return tuple(place for place, was in zip(self.places, entered, strict=True) if place is not was)

    @property
    def differs(self) -> bool:
        """Whether taking the order would write anything."""
        return any(place.rank != place.candidate.rank for place in self.places)

    @property
    def ties(self) -> tuple[tuple[Place, ...], ...]:
        """Neighbours whom neither votes nor Party age tell apart and about whom nobody has decided yet."""
        groups = groupby(self.places, key=lambda place: place.why is RankReason.TIED and place.candidate.votes)
        return tuple(tuple(group) for key, group in groups if key is not False)


def propose(candidates: Iterable[Candidate], decided: Sequence[UUID] = (), held: Iterable[int] = ()) -> Order:
    """Put a cell's alternates in order, each place with its reason.

    `decided` is what the standing committee decided about ties, first to last; it says nothing against votes. Ranks in
    `held` stay with alternates who have come up, so that taking a promotion back finds them free. Alternates without
    votes stand last, as they were entered.
    """
    taken = set(held)
    numbers = (number for number in count(1) if number not in taken)
    everyone = sorted(candidates, key=lambda each: (each.votes is None, -(each.votes or 0), each.rank, str(each.id)))
    places: list[Place] = []
    for _votes, group in groupby(everyone, key=lambda each: each.votes):
        for candidate, why, tied in _settled(list(group), decided):
            places.append(Place(candidate, next(numbers), why, tied))
    return Order(tuple(places))


_Settled = Iterator[tuple[Candidate, RankReason, tuple[str, ...]]]


def _settled(group: list[Candidate], decided: Sequence[UUID]) -> _Settled:
    """Alternates of equal votes, in order."""
    if group[0].votes is None:
        yield from ((each, RankReason.NO_VOTES, ()) for each in group)
    elif len(group) == 1:
        yield group[0], RankReason.VOTES, ()
    elif any(each.since is None for each in group):
        yield from _decided(group, decided)
    else:
        by_age = sorted(group, key=lambda each: each.since or LONG_AGO)
        for _since, same in groupby(by_age, key=lambda each: each.since):
            alike = list(same)
            if len(alike) == 1:
                yield alike[0], RankReason.PARTY_AGE, ()
            else:
                yield from _decided(alike, decided)


def _decided(group: list[Candidate], decided: Sequence[UUID]) -> _Settled:
    """Whom only a decision tells apart: as decided if it names them all, else as entered and still open."""
    if {each.id for each in group} <= set(decided):
        yield from (
            (each, RankReason.DECIDED, ()) for each in sorted(group, key=lambda one: list(decided).index(one.id))
        )
        return
    for each in group:
        yield each, RankReason.TIED, tuple(other.name for other in group if other is not each)


@dataclass(frozen=True)
class Choice:
    """An alternate who may come up, or may not and why: `bar`, with `sentence` where a check says more."""

    line: Line
    bar: Bar | None = None
    refusal: Refusal | None = None

    @property
    def rank(self) -> int:
        """The place in the cell's result."""
        return self.line.rank or 999


def bar_of(line: Line, elected_on: date | None, today: date) -> tuple[Bar | None, Refusal | None]:
    """Why an alternate cannot come up, with what a check said."""
    if line.review is not Review.RECEIVED:
        return Bar.NOT_RECEIVED, None
    if line.status is Status.NOT_SUMMONED:
        return Bar.NOT_SUMMONED, None
    if line.status is Status.REPLACED:
        return Bar.REPLACED, None
    if line.misses_all:
        return Bar.ABSENT, None
    facts = Facts(line.birth, line.party_admitted_on, line.party_official_on)
    seat = Seat(line.origin, Standing.OFFICIAL)
    refusals = [each for each in check_membership(seat, facts, elected_on, today) if isinstance(each, Refusal)]
    return (Bar.PROBATIONARY, refusals[0]) if refusals else (None, None)


def choices(lines: Iterable[Line], out: Line, elected_on: date | None, today: date) -> list[Choice]:
    """The alternates of the delegation `out` belongs to, in the order of their ranks, each with what bars it."""
    mine = [
        line
        for line in lines
        if line.unit_id == out.unit_id and line.standing is Standing.ALTERNATE and line.id != out.id
    ]
    found = [Choice(line, *bar_of(line, elected_on, today)) for line in mine]
    return sorted(found, key=lambda choice: (choice.rank, choice.line.name_sort, choice.line.id))


def first(of: Iterable[Choice]) -> Choice | None:
    """Whom the order proposes: the first who may come up; None when nobody can."""
    return next((choice for choice in of if choice.bar is None), None)


@dataclass(frozen=True)
class Skipped:
    """An alternate who was passed over: barred, or for the reason somebody gave."""

    id: UUID
    name: str
    rank: int
    reason: str


def pass_over(of: Sequence[Choice], chosen: UUID, reasons: Mapping[UUID, str]) -> tuple[Choice, tuple[Skipped, ...]]:
    """The chosen alternate and those standing before it, each with why it does not come up.

    Raises RuleBroken when the chosen one is no alternate of the delegation or is barred, and when somebody who could
    come up is passed over without a reason.
    """
    place = next((number for number, choice in enumerate(of) if choice.line.id == chosen), None)
    if place is None:
        raise RuleBroken(
            N_("Chỉ đại biểu dự khuyết của chính đoàn này mới thay được. Hãy chọn trong danh sách."), "in_delegate"
        )
    wanted = of[place]
    if wanted.bar is not None:
        raise RuleBroken(
            BARRED[wanted.bar],
            "in_delegate",
            name=wanted.line.full_name,
        )
    skipped = []
    for choice in of[:place]:
        reason = choice.bar.label if choice.bar else reasons.get(choice.line.id, "").strip()
        refuse_long(reason, LONGEST_REASON, "in_delegate")
        if not reason:
            raise RuleBroken(
                N_(
                    "Đồng chí %(name)s (dự khuyết %(rank)s) đứng trước và đủ điều kiện thay. "
                    "Hãy ghi vì sao không cử đồng chí này, hoặc chọn đồng chí này."
                ),
                "skipped",
                name=choice.line.full_name,
                rank=choice.rank,
            )
        skipped.append(Skipped(choice.line.id, choice.line.full_name, choice.rank, reason))
    return wanted, tuple(skipped)


BARRED = {
    Bar.NOT_RECEIVED: N_("Hồ sơ của đồng chí %(name)s chưa được Tiểu ban Nhân sự nhận. Hãy nhận hồ sơ trước."),
    Bar.NOT_SUMMONED: N_("Đồng chí %(name)s không được triệu tập nên không thay được. Hãy chọn người khác."),
    Bar.REPLACED: N_("Đồng chí %(name)s đã được thay thế nên không thay được. Hãy chọn người khác."),
    Bar.ABSENT: N_("Đồng chí %(name)s vắng suốt đại hội nên không thay được. Hãy chọn người khác."),
    Bar.PROBATIONARY: N_(
        "Đồng chí %(name)s chưa là đảng viên chính thức khi chi bộ bầu nên không thay được. Hãy chọn người khác."
    ),
}

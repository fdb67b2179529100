"""Largest remainder: every cell its whole share, the seats left over to the largest remainders."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction

from congress.allocation.rules.claims import Claimant, Division, Settle, Tie


def share(claimants: Sequence[Claimant], seats: int, settle: Settle) -> Division:
    """Share `seats` in proportion to members on top of what is fixed; the sum of `low` <= seats <= the sum of `high`.

    Where a cell ends below its least it is raised to it, above its most lowered to it, and the rest is computed again
    without it, until nobody is outside. Of the two sides the one that is further off in total is set first; so the
    outcome depends on no order, and is always possible. Bounds nobody breaks change nothing.
    """
    held = _Held()
    now = _Round(claimants, seats)
    while held.take(now, now.served()):
        free = [each for each in now.free if each.key not in held.seats]
        now = _Round(free, seats - sum(held.seats.values()))
    served, tie = now.settled(settle)
    return Division(
        seats=held.seats | dict(zip((each.key for each in now.free), now.given(served), strict=True)),
        scale=now.scale,
        held_at=held.scales,
        pool=now.pool,
        members=now.members,
        raised=frozenset(held.raised),
        lowered=frozenset(held.lowered),
        ranks=now.ranks(served),
        left_over=now.left_over,
        tie=tie,
    )


class _Footing(IntEnum):
    """How a cell stands to one seat more, for its remainder: equal remainders are served in this order."""

    NEEDS = 0  # below its least without
    MAY = 1
    FULL = 2  # above its most with


class _Round:
    """The cells that are free, their whole shares and remainders; lists are parallel to `free`."""

    def __init__(self, free: Sequence[Claimant], seats: int) -> None:
        self.free = free
        self.pool = seats - sum(each.fixed for each in free)
        self.members = sum(each.members for each in free)
        self.scale = Fraction(self.pool, self.members) if self.members else Fraction(0)
        parts = [divmod(self.pool * each.members, self.members or 1) for each in free]
        self.wholes = [each.fixed + whole for each, (whole, _rest) in zip(free, parts, strict=True)]
        self.remainders = [rest for _whole, rest in parts]
        self.left_over = seats - sum(self.wholes) if self.members else 0

    def footing(self, place: int) -> _Footing:
        """Whether the cell needs, may have or cannot take a seat for its remainder."""
        cell, whole = self.free[place], self.wholes[place]
        return _Footing.NEEDS if whole < cell.low else _Footing.MAY if whole < cell.high else _Footing.FULL

    def bound(self, place: int, footing: _Footing) -> int:
        """The least of a cell that needs a seat, the most of one that is full."""
        return self.free[place].low if footing is _Footing.NEEDS else self.free[place].high

    def edge(self) -> tuple[list[int], int]:
        """The places of the cells with the last remainder that is served, and how many of them are."""
        if not self.left_over:
            return [], 0
        last = sorted(self.remainders, reverse=True)[self.left_over - 1]
        larger = sum(rest > last for rest in self.remainders)
        return [place for place, rest in enumerate(self.remainders) if rest == last], self.left_over - larger

    def served(self) -> list[bool]:
        """Who gets a seat for its remainder: by footing among equal ones, then more members, then printed order."""
        equal, number = self.edge()
        if not equal:
            return [False] * len(self.free)
        last = self.remainders[equal[0]]
        served = [rest > last for rest in self.remainders]
        equal.sort(key=lambda place: (self.footing(place), -self.free[place].members, self.free[place].order))
        for place in equal[:number]:
            served[place] = True
        return served

    def settled(self, settle: Settle) -> tuple[list[bool], Tie | None]:
        """The same by the rule of ties, where cells that may or may not have the seat contest it."""
        served = self.served()
        equal, _number = self.edge()
        contested = [place for place in equal if self.footing(place) is _Footing.MAY]
        number = sum(served[place] for place in contested)
        if not 0 < number < len(contested):
            return served, None
        winners, tie = settle([self.free[place] for place in contested], number)
        for place in contested:
            served[place] = self.free[place].key in winners
        return served, tie

    def given(self, served: Sequence[bool]) -> list[int]:
        """The total of each free cell."""
        return [whole + more for whole, more in zip(self.wholes, served, strict=True)]

    def ranks(self, served: Sequence[bool]) -> dict[str, int]:
        """The place of every remainder, from 1; those that were served come first among equal ones."""
        order = sorted(
            range(len(self.free)),
            key=lambda place: (
                -self.remainders[place],
                not served[place],
                -self.free[place].members,
                self.free[place].order,
            ),
        )
        return {self.free[place].key: rank for rank, place in enumerate(order, 1)}


@dataclass
class _Held:
    """Cells that are held at a bound: their seats, who was raised and lowered, the seats per member at that time."""

    seats: dict[str, int] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)
    lowered: set[str] = field(default_factory=set)
    scales: dict[str, Fraction] = field(default_factory=dict)

    def take(self, now: _Round, served: Sequence[bool]) -> bool:
        """Hold the cells of the side that is further off (both where they are equally far); False where nobody is."""
        pairs = list(zip(now.free, now.given(served), strict=True))
        under = {cell.key: cell.low for cell, number in pairs if number < cell.low}
        over = {cell.key: cell.high for cell, number in pairs if number > cell.high}
        if not under and not over:
            return False
        for footing, bound in ((_Footing.NEEDS, under), (_Footing.FULL, over)):
            # Of equal claims printed order served some: all that stand at a bound like them are held together.
            alike = [place for place in now.edge()[0] if now.footing(place) is footing]
            if any(now.free[place].key in bound for place in alike):
                bound |= {now.free[place].key: now.bound(place, footing) for place in alike}
        off = sum(max(0, cell.low - number) - max(0, number - cell.high) for cell, number in pairs)
        raised, lowered = (under if off >= 0 else {}), (over if off <= 0 else {})
        self.raised |= raised.keys()
        self.lowered |= lowered.keys()
        self.seats |= raised | lowered
        self.scales |= dict.fromkeys((*raised, *lowered), now.scale)
        return True

"""Divisor methods: seats go one by one to the strongest claim, a cell's members over a divisor that grows with it."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from congress.allocation.rules.claims import Claimant, Division, Settle, Tie
from congress.allocation.vocabulary import Method


@dataclass(frozen=True)
class Steps:
    """The divisors of a method: members / (times × had + plus) is the claim to one seat more.

    A cell gets its seat where times × members / (times × had + plus) reaches the common divisor, members for a seat.
    """

    times: int
    plus: int

    def by(self, had: int) -> int:
        """What members are divided by for the seat after `had`; 0 is a claim stronger than any (Adams: first seats)."""
        return self.times * had + self.plus

    def exact(self, cell: Claimant, had: int) -> Fraction | None:
        """The claim to the seat after `had` as it compares with the common divisor; None for the strongest."""
        by = self.by(had)
        return Fraction(self.times * cell.members, by) if by else None


STEPS: dict[Method, Steps] = {
    Method.WEBSTER: Steps(2, 1),
    Method.DHONDT: Steps(1, 1),
    Method.ADAMS: Steps(1, 0),
}

Waiting = tuple[int, int, int, int]
"""A cell waiting for its next seat, strongest first: −claim, −members, printed order, place among the claimants."""


@dataclass
class _Round:
    """The cells while seats are handed out; `given` holds each one's total by its place.

    Claims are compared as whole numbers, members × fine // divisor. Two different fractions with divisors up to d are
    at least 1/d² apart, so with fine = d² they give different whole numbers in the same order, equal ones the same.
    """

    claimants: Sequence[Claimant]
    steps: Steps
    given: list[int]

    def __post_init__(self) -> None:
        self.most = max((each.members for each in self.claimants), default=0)
        self.fine = self.steps.by(max((each.high for each in self.claimants), default=0)) ** 2 or 1

    def claim(self, cell: Claimant, had: int) -> int:
        """The strength of its claim to the seat after `had`."""
        by = self.steps.by(had)
        return cell.members * self.fine // by if by else (self.most + 1) * self.fine

    def waiting(self, place: int) -> Waiting:
        """The cell's entry in the queue."""
        cell = self.claimants[place]
        return -self.claim(cell, self.given[place] - cell.fixed), -cell.members, cell.order, place


def share(claimants: Sequence[Claimant], seats: int, settle: Settle, method: Method) -> Division:
    """Share `seats` one by one; the sum of `low` <= seats <= the sum of `high`."""
    steps = STEPS[method]
    now = _Round(claimants, steps, _certain(claimants, seats, steps))
    queue = [now.waiting(place) for place, each in enumerate(claimants) if now.given[place] < each.high]
    heapq.heapify(queue)
    for _seat in range(seats - sum(now.given)):
        place = queue[0][3]
        now.given[place] += 1
        if now.given[place] < claimants[place].high:
            heapq.heapreplace(queue, now.waiting(place))
        else:
            heapq.heappop(queue)
    tie, divisor = _edge(now, queue, settle)
    pairs = list(zip(claimants, now.given, strict=True))
    return Division(
        seats={cell.key: number for cell, number in pairs},
        scale=1 / divisor,
        pool=seats - sum(each.fixed for each in claimants),
        members=sum(each.members for each in claimants),
        raised=frozenset(cell.key for cell, number in pairs if _is_raised(cell, number, steps, divisor)),
        lowered=frozenset(cell.key for cell, number in pairs if _is_lowered(cell, number, steps, divisor)),
        ranks={},
        divisor=divisor,
        tie=tie,
    )


FINE = 64  # the walk starts at a divisor in sixty-fourths of a member


def _certain(claimants: Sequence[Claimant], seats: int, steps: Steps) -> list[int]:
    """Seats that need no comparing: all whose claim exceeds a divisor at which no more than `seats` are claimed.

    They come first in any case; starting there instead of at everybody's least only saves time.
    """
    most = FINE * steps.times * max((each.members for each in claimants), default=0)
    pool = seats - sum(each.fixed for each in claimants)
    divisor = FINE * sum(each.members for each in claimants) // pool if pool else 0
    times, plus = steps.times, steps.plus
    bounds = [(FINE * times * each.members - 1, each.fixed + 1, each.low, each.high) for each in claimants]
    while 0 < divisor < most:
        # As many seats as have a claim above the divisor, within the cell's bounds.
        claimed = [
            min(max(low, first + (reach // divisor - plus) // times), high) for reach, first, low, high in bounds
        ]
        beyond = sum(claimed) - seats
        if beyond <= 0:
            return claimed
        divisor += 1 + divisor * beyond // seats
    return [each.low for each in claimants]


def _edge(now: _Round, queue: Sequence[Waiting], settle: Settle) -> tuple[Tie | None, Fraction]:
    """Between the weakest claim that was met and the strongest that was not: the tie and the common divisor."""
    met = [
        (now.claim(cell, number - 1 - cell.fixed), place)
        for place, (cell, number) in enumerate(zip(now.claimants, now.given, strict=True))
        if number > cell.low
    ]
    weakest, met_at = min(met, default=(0, -1))
    strongest, unmet_at = (-queue[0][0], queue[0][3]) if queue else (0, -1)
    divisor = _divisor(now, met_at, unmet_at)
    if not met or not queue or weakest != strongest:
        return None, divisor
    holders = [place for claim, place in met if claim == weakest]
    others = [waiting[3] for waiting in queue if -waiting[0] == weakest]
    winners, tie = settle([now.claimants[place] for place in (*holders, *others)], len(holders))
    for place in holders:
        now.given[place] -= now.claimants[place].key not in winners
    for place in others:
        now.given[place] += now.claimants[place].key in winners
    return tie, divisor


def _divisor(now: _Round, met: int, unmet: int) -> Fraction:
    """Members for one seat: the contested claim at a tie, otherwise the shortest number that tells met from unmet."""

    def exact(place: int, seat: int) -> Fraction | None:
        cell = now.claimants[place]
        return now.steps.exact(cell, now.given[place] - cell.fixed - seat)

    upper = exact(met, 1) if met >= 0 else Fraction(0)
    lower = (exact(unmet, 0) if unmet >= 0 else None) or Fraction(0)
    if upper is None or not upper:
        # Not even everybody's first seat at Adams', or nothing beyond everybody's least: above all claims.
        return Fraction(max(int(lower), now.most) + 1)
    if upper == lower:
        return upper
    digits = 1
    while (number := Fraction(int(lower * digits) + 1, digits)) >= upper:
        digits *= 10
    return number


def _is_raised(cell: Claimant, seats: int, steps: Steps, divisor: Fraction) -> bool:
    """Whether its last seat is there only because of its least."""
    had = seats - 1 - cell.fixed
    return seats == cell.low > cell.fixed and _beyond(cell, steps.by(had), steps, divisor) < 0


def _is_lowered(cell: Claimant, seats: int, steps: Steps, divisor: Fraction) -> bool:
    """Whether it would have got one more without its most."""
    had = seats - cell.fixed
    return seats == cell.high and _beyond(cell, steps.by(had), steps, divisor) > 0


def _beyond(cell: Claimant, by: int, steps: Steps, divisor: Fraction) -> int:
    """Above nought where the claim is stronger than the common divisor, below where it is weaker."""
    return steps.times * cell.members * divisor.denominator - divisor.numerator * by

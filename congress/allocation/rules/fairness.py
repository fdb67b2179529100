"""How evenly a plan treats the cells, what another method would give, and paradoxes of the remainder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from statistics import median

from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import ALTERNATE, OFFICIAL, Allocation, would_give
from congress.allocation.vocabulary import Method
from congress.shared.problems import RuleBroken


@dataclass(frozen=True, kw_only=True)
class Fairness:
    """Figures about the official seats to be elected.

    fewest, middle, most   members per elected delegate: least, median, greatest, over cells that elect anybody;
                           None where no cell does
    fewest_at, most_at     keys of the cells with the least and the greatest
    without                keys of cells that have members and elect nobody
    deviations             seats minus the exact share (members × seats to elect / all members), by the cell's key
    largest                key of the cell furthest from its exact share, the first of them; None without cells
    gallagher              index of least squares in per cent, half-up to two decimals: 0 is exact proportion
    """

    fewest: Fraction | None
    middle: Fraction | None
    most: Fraction | None
    fewest_at: tuple[str, ...]
    most_at: tuple[str, ...]
    without: tuple[str, ...]
    deviations: dict[str, Fraction]
    largest: str | None
    gallagher: Decimal


def fairness(plan: Plan, allocation: Allocation) -> Fairness:
    """Measure an allocation against exact proportion to official members."""
    seats = {share.key: share.seats for share in allocation.official.shares}
    members = {cell.key: cell.members for cell in plan.cells}
    total, everyone = sum(seats.values()), sum(members.values())
    ratios = {key: Fraction(members[key], seats[key]) for key in seats if seats[key]}
    off = {key: seats[key] * everyone - members[key] * total for key in seats}  # times `everyone`
    fewest, most = min(ratios.values(), default=None), max(ratios.values(), default=None)
    return Fairness(
        fewest=fewest,
        middle=Fraction(median(ratios.values())) if ratios else None,
        most=most,
        fewest_at=tuple(key for key, ratio in ratios.items() if ratio == fewest),
        most_at=tuple(key for key, ratio in ratios.items() if ratio == most),
        without=tuple(key for key in seats if members[key] and not seats[key]),
        deviations={key: Fraction(each, everyone) if everyone else Fraction(0) for key, each in off.items()},
        largest=max(off, key=lambda key: abs(off[key]), default=None),
        gallagher=_gallagher(off.values(), total * everyone),
    )


def _gallagher(off: Iterable[int], scale: int) -> Decimal:
    """The root of half the sum of squared differences of shares; `off` / `scale` are the differences."""
    if not scale:
        return Decimal("0.00")
    squared = Fraction(sum(each * each for each in off), 2 * scale * scale) * 100**2  # in per cent
    hundredths = (isqrt(int(4 * squared * 100**2)) + 1) // 2  # half-up, without a float
    return Decimal(hundredths).scaleb(-2)


@dataclass(frozen=True)
class Paradox:
    """One seat more in total, one seat fewer for this cell."""

    standing: str
    key: str
    total: int
    seats: int
    next_seats: int

    @property
    def next_total(self) -> int:
        """The greater total."""
        return self.total + 1


def paradoxes(plan: Plan) -> tuple[Paradox, ...]:
    """Cells that lose a seat as the total grows from one less to this, or from this to one more (Alabama paradox).

    The totals of official and of alternate seats are moved one at a time; a neighbour that cannot be kept is passed
    over. Divisor methods have none.
    """
    found: list[Paradox] = []
    for standing in (OFFICIAL, ALTERNATE):
        total: int = getattr(plan, standing)
        steps = [(each, _seats(plan, standing, each)) for each in (total - 1, total, total + 1)]
        for (smaller, before), (_greater, after) in pairwise(steps):
            found += [
                Paradox(standing, key, smaller, before[key], after[key])
                for key in before
                if after and after[key] < before[key]
            ]
    return tuple(found)


def _seats(plan: Plan, standing: str, total: int) -> dict[str, int]:
    try:
        allocation = would_give(_with_total(plan, standing, total))
    except RuleBroken:
        return {}
    return {share.key: share.seats for share in getattr(allocation, standing).shares}


def _with_total(plan: Plan, standing: str, total: int) -> Plan:
    """Where official seats are moved the alternates are left out: they may not fit any more, and nobody asks."""
    if standing == OFFICIAL:
        cells = tuple(replace(cell, alternate_pin=None) for cell in plan.cells)
        return replace(plan, cells=cells, official=total, alternate=0)
    return replace(plan, alternate=total)


def by_method(plan: Plan) -> dict[Method, Allocation | RuleBroken]:
    """What every method would give on the same figures, or why it cannot."""
    found: dict[Method, Allocation | RuleBroken] = {}
    for method in Method:
        try:
            found[method] = would_give(replace(plan, method=method))
        except RuleBroken as broken:
            found[method] = broken
    return found


@dataclass(frozen=True)
class Difference:
    """One cell across several plans, in their order; None where a plan does not have the cell."""

    key: str
    code: str
    name: str
    official: tuple[int | None, ...]
    alternate: tuple[int | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the plans do not all say the same about it."""
        return len(set(self.official)) > 1 or len(set(self.alternate)) > 1


def differences(plans: Sequence[tuple[Plan, Allocation]]) -> tuple[Difference, ...]:
    """Every cell of any of the plans, in the printed order of the first plan that has it."""
    cells = {cell.key: cell for plan, _allocation in reversed(plans) for cell in plan.cells}
    order = dict.fromkeys(cell.key for plan, _allocation in plans for cell in plan.cells)
    return tuple(
        Difference(
            key,
            cells[key].code,
            cells[key].name,
            tuple(_given(allocation, OFFICIAL, key) for _plan, allocation in plans),
            tuple(_given(allocation, ALTERNATE, key) for _plan, allocation in plans),
        )
        for key in order
    )


def _given(allocation: Allocation, standing: str, key: str) -> int | None:
    share = getattr(allocation, standing).by_key.get(key)
    return share.seats if share else None

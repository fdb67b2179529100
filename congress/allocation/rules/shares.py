"""The arithmetic of an allocation: from a plan to the seats of every cell, in whole numbers and fractions only."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from congress.allocation.rules import divisors, limits, remainders
from congress.allocation.rules.claims import Claimant, Division, Settle, Tie
from congress.allocation.rules.limits import Limits
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.vocabulary import TieRule
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

OFFICIAL, ALTERNATE = "official", "alternate"


class Share(NamedTuple):  # thousands are made at once, a named tuple in half the time of a frozen dataclass
    """What one cell gets in one outcome.

    seats          in the end
    computed       with all pins of this outcome taken off, so that computed figures add up to the same total; None
                   where the plan cannot be kept without its pins
    base, priority seats before the rest was shared, as far as the most of the cell allowed
    over, under    its exact share by members is over / under (see `quotient`)
    rank           place of its remainder, from 1; None where no remainder was compared
    from_remainder a seat beyond the whole part of the quotient: by remainder, or rounded up by a divisor
    raised         it came out below its least (floor or base) and was held there; the quotient is that moment's
    lowered        it came out above its most (cap or eligible members) and was held there
    pinned         set by hand; everything else but `computed` then only compares
    tie            key of the tie it took part in
    """

    key: str
    seats: int
    computed: int | None
    base: int = 0
    priority: int = 0
    over: int = 0
    under: int = 1
    rank: int | None = None
    from_remainder: bool = False
    raised: bool = False
    lowered: bool = False
    pinned: bool = False
    tie: str | None = None

    @property
    def quotient(self) -> Fraction:
        """The exact share by members, beside base and priority; at divisor methods members over the divisor."""
        return Fraction(self.over, self.under)

    @property
    def whole(self) -> int:
        """The quotient's whole part."""
        return self.over // self.under

    @property
    def remainder(self) -> Fraction:
        """The quotient's rest."""
        return Fraction(self.over % self.under, self.under)

    @property
    def difference(self) -> int | None:
        """Seats minus computed: what the pins changed."""
        return None if self.computed is None else self.seats - self.computed


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """All cells of one standing, in the order of the plan's cells.

    seats      the total that was shared among the cells
    pool       the part of it that was shared by members, among `members` (cells at a bound and pins set aside)
    left_over  seats that went to remainders (largest remainder)
    divisor    members for one seat (divisor methods), None otherwise
    """

    standing: str
    shares: tuple[Share, ...]
    ties: tuple[Tie, ...]
    seats: int
    pool: int
    members: int
    left_over: int
    divisor: Fraction | None

    @cached_property
    def by_key(self) -> dict[str, Share]:
        """The shares by the cell's key."""
        return {share.key: share for share in self.shares}

    @property
    def scale(self) -> Fraction:
        """Exact seats per member among those that shared by members; 0 where nobody did."""
        if self.divisor:
            return 1 / self.divisor
        return Fraction(self.pool, self.members) if self.members else Fraction(0)


@dataclass(frozen=True)
class Allocation:
    """Official and alternate seats of a plan."""

    official: Outcome
    alternate: Outcome

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Every tie of both outcomes."""
        return (*self.official.ties, *self.alternate.ties)

    @property
    def undecided(self) -> tuple[Tie, ...]:
        """Ties the office must confirm before the plan is issued."""
        return tuple(tie for tie in self.ties if tie.needs_decision)


def allocate(plan: Plan) -> Allocation:
    """Share the plan's seats. RuleBroken, with the field to blame, where the plan cannot be kept.

    Every tie is reported; a recorded decision that belongs to none of them is refused, because the figures it was
    taken on have changed (`stale_decisions` names them, `without_stale_decisions` leaves them out).
    """
    allocation = would_give(plan)
    if stale := _stale(plan, allocation):
        raise RuleBroken(
            N_(
                "%(count)s quyết định về trường hợp bằng nhau không còn khớp với số liệu hiện nay. "
                "Hãy bỏ quyết định cũ rồi quyết định lại nếu vẫn còn trường hợp bằng nhau."
            ),
            "decisions",
            count=len(stale),
        )
    return allocation


def would_give(plan: Plan) -> Allocation:
    """The same for a plan that is only looked at (another method, one seat more): decisions that fit no tie rest."""
    limits.check(plan)
    official = _official(plan)
    given = {share.key: share.seats for share in official.shares}
    return Allocation(official, _alternate(plan, given))


def stale_decisions(plan: Plan) -> tuple[str, ...]:
    """Keys of decisions that belong to no tie of this plan (any more)."""
    return _stale(plan, would_give(plan))


def without_stale_decisions(plan: Plan) -> Plan:
    """The plan with only the decisions that still belong to a tie."""
    stale = stale_decisions(plan)
    return replace(plan, decisions={key: winners for key, winners in plan.decisions.items() if key not in stale})


def _stale(plan: Plan, allocation: Allocation) -> tuple[str, ...]:
    known = {tie.key for tie in allocation.ties}
    return tuple(key for key in plan.decisions if key not in known)


@dataclass(frozen=True)
class _Round:
    """One standing of a plan ready to be shared: limits and pins by the cell's key."""

    plan: Plan
    standing: str
    seats: int
    limits: dict[str, Limits]
    pins: dict[str, int] = field(default_factory=dict)


def _official(plan: Plan) -> Outcome:
    allowed = {cell.key: limits.official_limits(cell, plan) for cell in plan.cells}
    pins = {cell.key: cell.pin for cell in plan.cells if cell.pin is not None}
    limits.check_official_total(plan, _free(allowed, pins), sum(pins.values()))
    return _outcome(_Round(plan, OFFICIAL, plan.to_elect, allowed, pins))


def _alternate(plan: Plan, official: dict[str, int]) -> Outcome:
    limits.check_alternate_pins(plan.cells, official)
    allowed = {cell.key: limits.alternate_limits(cell, official[cell.key]) for cell in plan.cells}
    pins = {cell.key: cell.alternate_pin for cell in plan.cells if cell.alternate_pin is not None}
    limits.check_alternate_total(plan, _free(allowed, pins), sum(pins.values()))
    return _outcome(_Round(plan, ALTERNATE, plan.alternate, allowed, pins))


def _free(allowed: dict[str, Limits], pins: dict[str, int]) -> list[Limits]:
    return [each for key, each in allowed.items() if key not in pins]


def _outcome(now: _Round) -> Outcome:
    division = _divide(now)
    computed = _computed(now) if now.pins else division.seats
    tied = dict.fromkeys(division.tie.cells, division.tie.key) if division.tie else {}
    return Outcome(
        standing=now.standing,
        shares=tuple(
            _share(cell, now, division, computed.get(cell.key), tied.get(cell.key)) for cell in now.plan.cells
        ),
        ties=(division.tie,) if division.tie else (),
        seats=now.seats,
        pool=division.pool,
        members=division.members,
        left_over=division.left_over,
        divisor=division.divisor,
    )


def _computed(now: _Round) -> dict[str, int]:
    """The seats without any pin; nothing where that cannot be."""
    low, high = (sum(getattr(each, name) for each in now.limits.values()) for name in ("low", "high"))
    return _divide(replace(now, pins={})).seats if low <= now.seats <= high else {}


def _divide(now: _Round) -> Division:
    claimants = [
        _claimant(order, cell, now.limits[cell.key])
        for order, cell in enumerate(now.plan.cells)
        if cell.key not in now.pins
    ]
    seats = now.seats - sum(now.pins.values())
    settle = _settling(now)
    if now.plan.method.has_divisor:
        return divisors.share(claimants, seats, settle, now.plan.method)
    return remainders.share(claimants, seats, settle)


def _claimant(order: int, cell: Cell, allowed: Limits) -> Claimant:
    return Claimant(order, cell.key, cell.members, allowed.fixed, allowed.low, allowed.high)


def _share(cell: Cell, now: _Round, division: Division, computed: int | None, tie: str | None) -> Share:
    allowed, scale = now.limits[cell.key], division.held_at.get(cell.key, division.scale)
    pinned = cell.key in now.pins
    seats = now.pins[cell.key] if pinned else division.seats[cell.key]
    over, under = cell.members * scale.numerator, scale.denominator
    held = pinned or cell.key in division.raised or cell.key in division.lowered
    return Share(
        key=cell.key,
        seats=seats,
        computed=computed,
        base=allowed.base,
        priority=allowed.priority,
        over=over,
        under=under,
        rank=division.ranks.get(cell.key),
        from_remainder=not held and seats - allowed.fixed > over // under,
        raised=cell.key in division.raised,
        lowered=cell.key in division.lowered,
        pinned=pinned,
        tie=tie,
    )


def _settling(now: _Round) -> Settle:
    """The rule of ties for this round: as decided, else more members, else printed order (domain.md §2.4 [C])."""

    def settle(equal: Sequence[Claimant], seats: int) -> tuple[frozenset[str], Tie]:
        printed = sorted(equal, key=lambda each: each.order)
        key = tie_key(now.standing, seats, [each.key for each in printed])
        claims = sorted(equal, key=lambda each: (-each.members, each.order))
        edge = claims[seats].members
        by_members = claims[seats - 1].members > edge
        winners = frozenset(each.key for each in claims[:seats])
        rule = TieRule.MORE_MEMBERS if by_members else TieRule.PRINTED_ORDER
        if key in now.plan.decisions:
            _check_decision(now.plan, now.plan.decisions[key], printed, seats)
            winners, rule = frozenset(now.plan.decisions[key]), TieRule.DECIDED
        return winners, Tie(
            key=key,
            standing=now.standing,
            seats=seats,
            cells=tuple(each.key for each in printed),
            winners=tuple(each.key for each in printed if each.key in winners),
            rule=rule,
            alike=() if by_members else tuple(each.key for each in printed if each.members == edge),
        )

    return settle


def tie_key(standing: str, seats: int, cells: Sequence[str]) -> str:
    """The key of a tie: the same cells over the same number of seats, in whatever order they are printed."""
    told = "\n".join([standing, str(seats), *sorted(cells)])
    return f"{standing}-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _check_decision(plan: Plan, decided: Sequence[str], equal: Sequence[Claimant], seats: int) -> None:
    if len(set(decided)) != seats or len(decided) != seats or not set(decided) <= {each.key for each in equal}:
        names = {cell.key: cell.name for cell in plan.cells}
        raise RuleBroken(
            N_("Trường hợp bằng nhau giữa %(cells)s: phải chọn đúng %(seats)s chi bộ trong số đó. Hãy chọn lại."),
            "decisions",
            cells=", ".join(names[each.key] for each in equal),
            seats=seats,
        )

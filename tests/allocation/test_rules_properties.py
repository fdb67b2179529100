"""What holds for every plan: sums, bounds, pins, order, growth, and agreement with an independent library."""

import random
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import apportionment.methods as judge
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from congress.allocation.rules.fairness import fairness, paradoxes
from congress.allocation.rules.limits import official_limits
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import allocate, would_give
from congress.allocation.vocabulary import Method
from congress.shared.problems import RuleBroken
from tests.allocation.plans import alternates, cell, cells, plan, plans, seats

DIVISORS = [method for method in Method if method.has_divisor]
JUDGED = {
    Method.LARGEST_REMAINDER: "largest_remainder",
    Method.HAMILTON: "largest_remainder",
    Method.WEBSTER: "saintelague",
    Method.DHONDT: "dhondt",
    Method.ADAMS: "adams",
}


@given(plans())
def test_the_seats_add_up_exactly(of: Plan):
    assert sum(seats(of).values()) == of.to_elect
    assert sum(alternates(of).values()) == of.alternate


@given(plans())
def test_floors_caps_pins_and_eligible_members_are_kept(of: Plan):
    given_seats, of_alternates = seats(of), alternates(of)
    for each in of.cells:
        allowed = official_limits(each, of)
        if each.pin is not None:
            assert given_seats[each.key] == each.pin
        else:
            assert allowed.low <= given_seats[each.key] <= allowed.high
        assert given_seats[each.key] + of_alternates[each.key] <= each.eligible


@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_the_cells_decides_nothing_but_ties_of_equal_members(of: Plan, chance: random.Random):
    shuffled = list(of.cells)
    chance.shuffle(shuffled)
    here, there = allocate(of), allocate(replace(of, cells=tuple(shuffled)))
    assert {tie.key for tie in here.official.ties} == {tie.key for tie in there.official.ties}
    loose = {key for tie in here.official.ties for key in tie.alike}
    for share in here.official.shares:
        other = there.official.by_key[share.key]
        assert share.seats == other.seats or share.key in loose
        assert (share.raised, share.lowered, share.quotient) == (other.raised, other.lowered, other.quotient)


@given(plans())
def test_decided_ties_make_the_order_irrelevant(of: Plan):
    backwards = replace(of, cells=of.cells[::-1])
    for _standing in ("official", "alternate"):  # the official seats settle who is left for the alternates
        ties = would_give(of).ties
        of = replace(of, decisions={tie.key: tie.winners for tie in ties})
        backwards = replace(backwards, decisions=of.decisions)
    assert seats(of) == seats(backwards) and alternates(of) == alternates(backwards)


@given(plans())
def test_of_two_cells_treated_alike_the_larger_one_has_no_fewer_seats(of: Plan):
    alike = replace(of, cells=tuple(cell(each.key, each.members, priority=1) for each in of.cells))
    try:
        shares = would_give(alike).official.by_key
    except RuleBroken:
        assume(False)
    for one, other in pairwise(sorted(alike.cells, key=lambda each: each.members)):
        assert shares[one.key].seats <= shares[other.key].seats or one.members == other.members


@given(plans(), st.integers(0, 8), st.integers(1, 30))
def test_divisor_methods_never_take_a_seat_for_more_members(of: Plan, which: int, more: int):
    assume(of.method.has_divisor)
    chosen = of.cells[which % len(of.cells)]
    grown = tuple(replace(each, members=each.members + more) if each is chosen else each for each in of.cells)
    try:
        after = would_give(replace(of, cells=grown)).official.by_key
    except RuleBroken:
        assume(False)
    assert after[chosen.key].seats >= seats(of)[chosen.key]


@pytest.mark.parametrize("method", DIVISORS)
@given(data=st.data())
def test_divisor_methods_take_no_seat_away_as_the_total_grows(method: Method, data: st.DataObject):
    of = data.draw(plans(method=method))
    try:
        larger = would_give(replace(of, official=of.official + 1, alternate=0)).official.by_key
    except RuleBroken:
        assume(False)
    before = seats(of)
    assert all(larger[key].seats >= before[key] for key in before)
    assert not [each for each in paradoxes(of) if each.standing == "official"]


def test_the_largest_remainder_has_the_alabama_paradox_and_says_so():
    """The classical one of 1880 in small: with 10 seats C has two, with 11 only one."""
    of = plan(cell("A", 6), cell("B", 6), cell("C", 2), official=10, base=0, method=Method.HAMILTON)
    large = replace(of, cells=tuple(replace(each, members=each.members * 10) for each in of.cells))
    assert seats(large) == {"A": 4, "B": 4, "C": 2}
    (found,) = paradoxes(large)
    assert (found.key, found.total, found.next_total, found.seats, found.next_seats) == ("C", 10, 11, 2, 1)
    assert not paradoxes(replace(large, method=Method.WEBSTER))


@pytest.mark.parametrize("method", Method)
@given(members=st.lists(st.integers(1, 900), min_size=1, max_size=12), total=st.integers(1, 300))
def test_an_independent_library_agrees(method: Method, members: list[int], total: int):
    of = plan(*(cell(f"u{n}", each) for n, each in enumerate(members)), official=total, base=0, method=method)
    assume(total >= len(members) or method is not Method.ADAMS)
    assume(total <= sum(members))
    try:
        allocation = allocate(of)
    except RuleBroken:
        assume(False)
    shares = allocation.official.shares
    assume(not allocation.official.ties)
    assume(not any(share.lowered for share in shares))
    theirs = judge.compute(
        JUDGED[method], members, total, fractions=True, parties=[str(n) for n in range(len(members))]
    )
    assert [share.seats for share in shares] == list(theirs)


@given(plans(bounded=False))
def test_exact_shares_add_up_and_nobody_is_a_whole_seat_off_with_the_largest_remainder(of: Plan):
    assume(of.method in (Method.HAMILTON, Method.LARGEST_REMAINDER))
    shares = allocate(of).official.shares
    assume(not any(share.lowered for share in shares) and of.to_elect)
    assert sum(share.quotient for share in shares) == of.to_elect
    assert all(abs(share.seats - share.quotient) < 1 for share in shares)
    figures = fairness(of, allocate(of))
    assert all(figures.deviations[share.key] == share.seats - share.quotient for share in shares)


@given(plans())
def test_the_parts_of_a_share_make_its_seats(of: Plan):
    for share in allocate(of).official.shares:
        if of.method.has_base and not (share.raised or share.lowered or share.pinned):
            held = share.rank is None
            assert held or share.seats == share.base + share.priority + share.whole + share.from_remainder
        if of.method.has_divisor and not (share.raised or share.lowered or share.pinned or share.tie):
            assert abs(share.seats - share.priority - share.quotient) <= 1


@given(plans())
def test_computed_figures_add_up_to_the_same_total(of: Plan):
    computed = [share.computed for share in allocate(of).official.shares]
    assert None in computed or sum(filter(None, computed)) == of.to_elect


@given(st.lists(cells("x"), max_size=4), st.integers(-5, 60), st.integers(-5, 20), st.sampled_from(Method))
def test_any_numbers_give_an_allocation_or_a_sentence(drawn, official, alternate, method):
    named = tuple(replace(each, key=f"u{n}") for n, each in enumerate(drawn))
    of = Plan(cells=named, official=official, alternate=alternate, method=method)
    try:
        allocation = allocate(of)
    except RuleBroken as broken:
        assert str(broken).endswith(".") and broken.field
    else:
        assert sum(share.seats for share in allocation.official.shares) == of.to_elect


@given(plans())
def test_bounds_that_nobody_breaks_change_nothing(of: Plan):
    free = tuple(cell(each.key, each.members, ex_officio=each.ex_officio) for each in of.cells)
    loose = replace(of, cells=free, base=0, alternate=0, reserve=0, official=of.to_elect + of.apart["ex_officio"])
    try:
        plain = would_give(loose)
    except RuleBroken:
        assume(False)
    assume(not plain.ties)
    given_seats = {share.key: share.seats for share in plain.official.shares}
    bounded = tuple(
        replace(each, floor=min(1, given_seats[each.key]), cap=given_seats[each.key] + place % 2)
        for place, each in enumerate(free)
    )
    assert seats(replace(loose, cells=bounded)) == given_seats


def test_quotients_are_exact():
    shares = allocate(plan(cell("A", 1), cell("B", 2), cell("C", 4), official=5, base=0)).official.shares
    assert [share.quotient for share in shares] == [Fraction(5, 7), Fraction(10, 7), Fraction(20, 7)]

"""How seats are shared: base, remainders, bounds, pins and ties, in whole numbers."""

from dataclasses import replace
from fractions import Fraction

import pytest

from congress.allocation.rules.shares import allocate, stale_decisions, without_stale_decisions, would_give
from congress.allocation.vocabulary import Method, TieRule
from congress.shared.problems import RuleBroken
from tests.allocation.plans import alternates, cell, plan, seats


def test_every_cell_has_its_base_and_the_rest_goes_by_members_largest_remainder_first():
    assert seats(plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10)) == {"A": 5, "B": 3, "C": 2}
    shares = allocate(plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10)).official.by_key
    assert shares["A"].quotient == Fraction(42, 10) and shares["A"].rank == 2
    assert shares["C"].remainder == Fraction(7, 10) and shares["C"].from_remainder


def test_ex_officio_appointed_and_reserve_are_set_apart():
    of = plan(cell("A", 40, ex_officio=2), cell("B", 40, appointed=1), official=20, reserve=3)
    assert of.to_elect == 14 and seats(of) == {"A": 7, "B": 7}


def test_priority_seats_come_on_top():
    of = plan(cell("A", 30), cell("B", 30, priority=2, priority_reason="Nữ"), official=12)
    assert seats(of) == {"A": 5, "B": 7}


def test_a_cell_of_three_still_gets_one_at_every_method():
    for method in Method:
        of = plan(cell("A", 90), cell("B", 80), cell("C", 3), official=12, method=method)
        assert seats(of)["C"] >= 1 and sum(seats(of).values()) == 12


def test_nobody_gets_more_seats_than_members_who_can_be_elected():
    of = plan(cell("A", 3, ex_officio=2), cell("B", 50), official=20)
    assert seats(of) == {"A": 1, "B": 17}


def test_alternates_are_shared_without_base_among_those_who_are_left():
    of = plan(cell("A", 60), cell("B", 30), cell("C", 2), official=10, alternate=5)
    assert alternates(of) == {"A": 3, "B": 2, "C": 0}


def test_a_pinned_cell_is_set_aside_and_the_rest_computed_around_it():
    of = plan(cell("A", 50, pin=2, pin_reason="x"), cell("B", 30), cell("C", 20), official=12)
    shares = allocate(of).official.by_key
    assert {key: share.seats for key, share in shares.items()} == {"A": 2, "B": 6, "C": 4}
    assert [shares[key].computed for key in "ABC"] == [5, 4, 3]
    assert shares["A"].pinned and [shares[key].difference for key in "ABC"] == [-3, 2, 1]


def test_a_tie_is_reported_and_goes_to_more_members():
    of = plan(cell("A", 15), cell("B", 25), official=4, base=0)
    (tie,) = allocate(of).ties
    assert (tie.cells, tie.winners, tie.rule) == (("A", "B"), ("B",), TieRule.MORE_MEMBERS)
    assert not tie.needs_decision and seats(of) == {"A": 1, "B": 3}


def test_equal_members_are_told_apart_by_printed_order_until_the_office_decides():
    of = plan(cell("A", 25), cell("B", 25), official=5)
    (tie,) = allocate(of).ties
    assert tie.winners == ("A",) and tie.needs_decision and tie.alike == ("A", "B")
    decided = replace(of, decisions={tie.key: ("B",)})
    assert seats(decided) == {"A": 2, "B": 3}
    assert allocate(decided).ties[0].rule is TieRule.DECIDED and not allocate(decided).undecided


def test_a_decision_on_figures_that_have_changed_is_refused():
    of = plan(cell("A", 25), cell("B", 26), official=5, decisions={"official-0": ("B",)})
    with pytest.raises(RuleBroken, match="không còn khớp"):
        allocate(of)
    assert stale_decisions(of) == ("official-0",)
    assert allocate(without_stale_decisions(of)) == would_give(of)


@pytest.mark.parametrize(
    ("impossible", "field"),
    [
        (plan(cell("A", 9), cell("B", 9), official=1), "official"),
        (plan(cell("A", 9, cap=2), cell("B", 9, cap=2), official=5), "official"),
        (plan(cell("A", 9, pin=4), cell("B", 9), official=3), "official"),
        (plan(cell("A", 9, ex_officio=4), official=3), "official"),
        (plan(cell("A", 9, pin=10), official=10), "pin"),
        (plan(cell("A", 9, floor=5, cap=4), official=5), "floor"),
        (plan(cell("A", 9, floor=5, pin=4), official=5), "pin"),
        (plan(cell("A", 3, ex_officio=4), official=9), "ex_officio"),
        (plan(cell("A", -3), official=9), "members"),
        (plan(cell("A", 3), cell("A", 3), official=3), "cells"),
        (plan(cell("A", 3), official=2, alternate=2), "alternate"),
        (plan(cell("A", 3, alternate_pin=2), official=2, alternate=2), "alternate_pin"),
    ],
)
def test_a_plan_that_cannot_be_kept_says_why(impossible, field):
    with pytest.raises(RuleBroken) as said:
        allocate(impossible)
    assert (said.value.field == field and "Hãy" in str(said.value)) or field in ("members", "cells")

"""How even a plan is, what other methods give, what two plans differ in."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from congress.allocation.rules.fairness import by_method, differences, fairness, paradoxes
from congress.allocation.rules.issued import changes_between
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation, allocate, would_give
from congress.allocation.vocabulary import Method
from congress.shared.problems import RuleBroken
from tests.allocation.plans import cell, plan, plans


def test_members_per_delegate_and_deviation_are_exact():
    of = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10)
    figures = fairness(of, allocate(of))
    assert (figures.fewest, figures.middle, figures.most) == (5, 10, 12)
    assert (figures.fewest_at, figures.most_at) == (("C",), ("A",))
    assert figures.deviations == {"A": Fraction(-1), "B": 0, "C": 1}
    assert figures.largest == "A" and not figures.without


def test_the_gallagher_index_is_the_root_of_half_the_squares():
    """Shares of seats 50, 30, 20 against members 60, 30, 10: √((10² + 0² + 10²) / 2) = 10."""
    of = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10)
    assert fairness(of, allocate(of)).gallagher == Decimal("10.00")
    exact = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10, base=0)
    assert fairness(exact, allocate(exact)).gallagher == Decimal("0.00")
    thirds = plan(cell("A", 2), cell("B", 1), official=1, base=0)  # √((1/3)² · 100²) = 33,33…
    assert fairness(thirds, allocate(thirds)).gallagher == Decimal("33.33")


def test_cells_without_delegates_are_named():
    of = plan(cell("A", 99), cell("B", 2), cell("C", 0), official=3, base=0)
    assert fairness(of, allocate(of)).without == ("B",)


def test_nothing_to_share_has_no_figures():
    of = plan(official=0)
    figures = fairness(of, allocate(of))
    assert figures.fewest is None and figures.largest is None and figures.gallagher == 0


@given(plans())
def test_deviations_cancel_out(of: Plan):
    figures = fairness(of, allocate(of))
    assert sum(figures.deviations.values()) == 0 or not sum(each.members for each in of.cells)
    assert figures.gallagher >= 0


def test_every_method_says_what_it_would_give_or_why_not():
    of = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=2)
    found = by_method(of)
    assert set(found) == set(Method)
    assert all(isinstance(each, RuleBroken) for each in found.values())  # a base of one for three cells needs three
    free = by_method(replace(of, base=0))
    assert all(isinstance(each, Allocation) for each in free.values())


def test_paradoxes_of_alternates_are_found_too():
    of = plan(cell("A", 60), cell("B", 60), cell("C", 20), official=5, alternate=10)
    assert [(each.standing, each.key, each.seats, each.next_seats) for each in paradoxes(of)] == [
        ("alternate", "C", 2, 1)
    ]


def test_plans_are_compared_cell_by_cell_over_all_their_cells():
    one = plan(cell("A", 60), cell("B", 30), official=8)
    other = plan(cell("B", 30), cell("C", 60), official=8)
    rows = differences([(one, allocate(one)), (other, allocate(other))])
    assert [(row.key, row.official, row.differs) for row in rows] == [
        ("A", (5, None), True),
        ("B", (3, 3), False),
        ("C", (None, 5), True),
    ]


def test_an_amendment_lists_only_what_changed():
    before = plan(cell("A", 60), cell("B", 30), cell("C", 30), official=9)
    after = replace(before, cells=(replace(before.cells[0], members=90), *before.cells[1:]))
    changes = changes_between((before, allocate(before)), (after, would_give(after)))
    assert [change.name for change in changes] == ["Chi bộ A", "Chi bộ B"]
    assert all(change.official_before != change.official_after for change in changes)

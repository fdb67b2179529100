"""Two cells at their most with equal remainders: printed order chose which was held, and told them differently."""

from fractions import Fraction

from congress.allocation.rules.shares import allocate
from tests.allocation.plans import cell, plan


def held(*cells):
    outcome = allocate(plan(*cells, official=3, base=0)).official
    return {share.key: (share.seats, share.lowered, share.quotient) for share in outcome.shares}


def test_equal_cells_at_their_most_are_held_together_whatever_their_order():
    small, first, second = cell("nhỏ", 1), cell("một", 5, cap=1), cell("hai", 5, cap=1)
    expected = {"nhỏ": (1, False, Fraction(1)), "một": (1, True, Fraction(15, 11)), "hai": (1, True, Fraction(15, 11))}
    assert held(small, first, second) == expected
    assert held(second, first, small) == expected

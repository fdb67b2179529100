"""Rules of cells, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.problems import RuleBroken
from congress.units.rules import Figures, Gap, Sums, add_up, check_days, check_figures, quota_gap

numbers = st.integers(0, 5000)
figures = st.builds(Figures, numbers, numbers, numbers, numbers)


@given(st.lists(figures))
def test_the_totals_row_is_the_sum_of_its_rows(rows):
    sums = add_up(rows)
    assert sums.units == len(rows)
    assert sums.members == sum(row.official_members + row.probationary_members for row in rows)
    assert sums.official_quota == sum(row.official_quota for row in rows)


def test_a_cell_sends_no_more_delegates_than_it_has_official_members():
    check_figures(Figures(4, 9, 4, 5))
    with pytest.raises(RuleBroken) as broken:
        check_figures(Figures(3, 9, 4, 0))
    assert broken.value.field == "official_members"


def test_a_cell_not_yet_counted_may_have_a_quota():
    check_figures(Figures(0, 0, 4, 1))


def test_a_congress_held_tomorrow_was_not_held():
    check_days(None, date(2025, 7, 22), date(2025, 7, 22))
    with pytest.raises(RuleBroken, match="không thể ở sau hôm nay"):
        check_days(None, date(2025, 7, 23), date(2025, 7, 22))


def test_the_gap_to_the_decision_is_positive_while_seats_are_left():
    sums = Sums(units=2, official_quota=150, alternate_quota=40)
    assert quota_gap(sums, 155, 39) == Gap(5, -1)
    assert not quota_gap(sums, 155, 39).closed

"""Ages in full years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.ages import Age, age_by_year, age_on, full_years
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate

OPENING = date(2025, 8, 5)


@pytest.mark.parametrize(
    ("since", "years"),
    [(date(1979, 8, 5), 46), (date(1979, 8, 6), 45), (date(2025, 8, 5), 0), (date(2025, 8, 6), -1)],
)
def test_a_year_is_full_on_its_anniversary(since, years):
    assert full_years(since, OPENING) == years


def test_somebody_born_on_a_leap_day_completes_a_year_on_the_first_of_march():
    assert full_years(date(2000, 2, 29), date(2025, 2, 28)) == 24
    assert full_years(date(2000, 2, 29), date(2025, 3, 1)) == 25


@pytest.mark.parametrize(
    ("since", "age", "label"),
    [
        (PartialDate(1965), Age(59, 60), "59–60"),
        (PartialDate(1965, 3), Age(60, 60), "60"),
        (PartialDate(1965, 8), Age(59, 60), "59–60"),
        (PartialDate(1965, 8, 5), Age(60, 60), "60"),
        (date(1965, 8, 6), Age(59, 59), "59"),
        (PartialDate(2025), Age(0, 0), "0"),
    ],
)
def test_an_age_is_a_range_where_the_birthday_is_not_known(since, age, label):
    assert age_on(since, OPENING) == age
    assert age_on(since, OPENING).label == label


def test_a_birth_after_the_day_is_refused():
    with pytest.raises(RuleBroken, match="9/2025 là sau ngày 05/8/2025"):
        age_on(PartialDate(2025, 9), OPENING)


def test_year_only_lists_count_calendar_years():
    assert age_by_year(PartialDate(1965, 12, 31), OPENING) == 60


@given(st.dates(date(1900, 1, 1), OPENING), st.integers(1, 3))
def test_the_true_age_always_lies_in_the_range(born, known):
    vague = PartialDate(*(born.year, born.month, born.day)[:known])
    age = age_on(vague, OPENING)
    assert age.least <= full_years(born, OPENING) <= age.most <= age.least + 1


@given(st.dates(date(1900, 1, 1), OPENING))
def test_nobody_grows_younger_overnight(born):
    assert 0 <= full_years(born, OPENING + timedelta(days=1)) - full_years(born, OPENING) <= 1

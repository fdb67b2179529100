"""Half-open stretches of time."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.periods import Period, days
from congress.shared.problems import RuleBroken

AUGUST = days(date(2025, 8, 1), date(2025, 8, 4))
SESSION = Period(datetime(2025, 8, 5, 13, 30), datetime(2025, 8, 5, 17, 0))

moments = st.dates(date(2025, 1, 1), date(2025, 3, 1))
periods = st.tuples(moments, moments).map(lambda ends: Period(min(ends), max(ends)))


def test_the_start_belongs_to_a_period_and_the_end_does_not():
    assert SESSION.contains(datetime(2025, 8, 5, 13, 30))
    assert not SESSION.contains(datetime(2025, 8, 5, 17, 0))
    assert SESSION.length == timedelta(hours=3, minutes=30)


def test_days_from_first_to_last_hold_both():
    assert AUGUST.contains(date(2025, 8, 1)) and AUGUST.contains(date(2025, 8, 4))
    assert not AUGUST.contains(date(2025, 8, 5))
    assert AUGUST.length == timedelta(days=4)
    assert AUGUST.last_day == date(2025, 8, 4)


def test_periods_that_only_touch_do_not_overlap():
    later = Period(SESSION.end, SESSION.end + timedelta(hours=1))
    assert not SESSION.overlaps(later) and not later.overlaps(SESSION)
    assert SESSION.overlaps(Period(SESSION.end - timedelta(minutes=1), later.end))


def test_the_last_day_counts_as_one_day_left():
    assert [AUGUST.days_left(date(2025, 8, day)) for day in (1, 3, 4, 5, 20)] == [4, 2, 1, 0, 0]


def test_a_period_of_hours_runs_on_the_day_it_ends_unless_it_ends_at_midnight():
    assert SESSION.days_left(date(2025, 8, 5)) == 1
    assert Period(datetime(2025, 8, 4), datetime(2025, 8, 5)).days_left(date(2025, 8, 5)) == 0


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(RuleBroken, match="phải sau") as broken:
        Period(SESSION.end, SESSION.start)
    assert broken.value.field == "end"
    with pytest.raises(RuleBroken, match="không được trước"):
        days(date(2025, 8, 2), date(2025, 8, 1))


@given(periods, periods)
def test_periods_overlap_just_when_a_day_lies_in_both(one, other):
    all_days = [date(2025, 1, 1) + timedelta(days=n) for n in range(60)]
    assert one.overlaps(other) == any(one.contains(day) and other.contains(day) for day in all_days)
    assert one.overlaps(other) == other.overlaps(one)


@given(periods, moments)
def test_days_left_fall_to_nothing_when_the_period_is_over(period, today):
    if period.contains(today):
        assert period.days_left(today) >= 1
    if today >= period.end:
        assert period.days_left(today) == 0

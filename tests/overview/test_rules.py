"""Shares and last days on the home pages."""

from datetime import date

import pytest

from congress.overview.rules import Due, Progress

TODAY = date(2025, 7, 22)


def test_a_hundred_percent_means_all():
    assert Progress(154, 155).percent == 99
    assert Progress(155, 155).percent == 100
    assert Progress(0, 0).percent == 0
    assert Progress(160, 155).left == 0


@pytest.mark.parametrize(
    ("last_day", "days", "kind"),
    [
        (None, None, "plain"),
        (date(2025, 7, 21), -1, "bad"),
        (TODAY, 0, "wait"),
        (date(2025, 7, 29), 7, "wait"),
        (date(2025, 7, 30), 8, "ok"),
    ],
)
def test_a_last_day_is_told_by_how_near_it_is(last_day, days, kind):
    due = Due(last_day, TODAY)
    assert (due.days, due.kind) == (days, kind)

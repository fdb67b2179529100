"""A sheet sent at two in the morning stood as sent the day before: the day of a moment was taken in UTC."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from congress.shared import clock

PROGRAM = Path(__file__).parents[2] / "congress"


def test_a_moment_falls_on_a_day_in_vietnam():
    assert clock.day_of(datetime(2026, 11, 23, 19, 13, tzinfo=UTC)) == date(2026, 11, 24)


def test_no_stored_moment_is_cut_to_a_day_elsewhere():
    cutting = [file for file in PROGRAM.rglob("*.py") if re.search(r"_at\.date\(\)", file.read_text())]
    assert not cutting

"""A server that ran in UTC said "còn 6 ngày" on one page and "còn 5 ngày" on another until seven in the morning."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from congress.shared import clock

PROGRAM = Path(__file__).parents[2] / "congress"


class EveningInLondon(datetime):
    """20:00 UTC on the first of August is three in the morning of the second in Vietnam."""

    @classmethod
    def now(cls, tz=None):
        return datetime(2025, 8, 1, 20, 0, tzinfo=UTC).astimezone(tz)


def test_today_is_the_day_in_vietnam(monkeypatch):
    monkeypatch.setattr(clock, "datetime", EveningInLondon)
    assert clock.today() == date(2025, 8, 2)


def test_nobody_asks_the_machine_for_the_day():
    asking = [
        file for file in PROGRAM.rglob("*.py") if re.search(r"\bdate\.today\(\)|datetime\.today\(\)", file.read_text())
    ]
    assert not asking

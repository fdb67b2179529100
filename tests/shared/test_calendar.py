"""Calendars other programs read: RFC 5545."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.calendar import Event, calendar, escaped, folded

STAMP = datetime(2025, 8, 5, 1, 2, 3, tzinfo=UTC)
HANOI = timezone(timedelta(hours=7))


def lines(*events: Event) -> list[str]:
    sent = calendar("Đại hội", events, stamp=STAMP).decode()
    assert sent.endswith("\r\n")
    return sent.replace("\r\n ", "").split("\r\n")[:-1]


def test_an_event_is_written_in_the_time_of_greenwich():
    event = Event(
        uid="1@xa", summary="Khai mạc", start=datetime(2025, 8, 12, 7, 30, tzinfo=HANOI), location="Hội trường"
    )
    assert lines(event) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dai hoi//Lich dai hoi//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Đại hội",
        "BEGIN:VEVENT",
        "UID:1@xa",
        "DTSTAMP:20250805T010203Z",
        "SEQUENCE:0",
        "DTSTART:20250812T003000Z",
        "SUMMARY:Khai mạc",
        "LOCATION:Hội trường",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_an_event_of_a_day_ends_the_day_after():
    written = lines(Event(uid="1", summary="Hạn", start=date(2025, 8, 31)))
    assert "DTSTART;VALUE=DATE:20250831" in written
    assert "DTEND;VALUE=DATE:20250901" in written


def test_what_means_something_to_a_calendar_is_escaped():
    assert escaped("a\\b; c, d\r\ne\x07") == "a\\\\b\\; c\\, d\\ne"


def test_a_moment_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        lines(Event(uid="1", summary="x", start=datetime(2025, 8, 12, 7)))


@given(st.text(alphabet=st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=300))
def test_no_line_is_longer_than_seventy_five_octets_and_no_letter_is_torn(text):
    cut = folded(text)
    assert all(len(line.encode()) <= 75 for line in cut.split("\r\n"))
    assert cut.replace("\r\n ", "") == text

"""iCalendar (RFC 5545): events as a text other calendars read. Pure: the stamp is an argument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Dai hoi//Lich dai hoi//VI"
MEDIA_TYPE = "text/calendar"
LONGEST_LINE = 75
"""Octets, without the line break (RFC 5545 §3.1)."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event. `start` and `end` are moments that know their zone, or days: an all-day event ends the day after.

    uid       stays the same whenever the event is sent again, and belongs to no other event
    sequence  grows with every change, so that calendars take the newer one
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date | None = None
    location: str = ""
    description: str = ""
    sequence: int = 0


def calendar(name: str, events: Iterable[Event], *, stamp: datetime) -> bytes:
    """The calendar as UTF-8, ready to be sent. ValueError for a moment without its zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _event(event: Event, stamp: datetime) -> list[str]:
    lines = ["BEGIN:VEVENT", f"UID:{escaped(event.uid)}", f"DTSTAMP:{_utc(stamp)}", f"SEQUENCE:{event.sequence}"]
    end = event.end
    if end is None and not isinstance(event.start, datetime):
        end = event.start + timedelta(days=1)
    lines.append(f"DTSTART{_when(event.start)}")
    if end is not None:
        lines.append(f"DTEND{_when(end)}")
    lines.append(f"SUMMARY:{escaped(event.summary)}")
    lines += [f"{key}:{escaped(text)}" for key, text in _optional(event) if text]
    return [*lines, "END:VEVENT"]


def _optional(event: Event) -> tuple[tuple[str, str], ...]:
    return (("LOCATION", event.location), ("DESCRIPTION", event.description))


def _when(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return f":{_utc(moment)}"
    return f";VALUE=DATE:{moment:%Y%m%d}"


def _utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a moment in a calendar needs its time zone")
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Text as a value of TEXT (§3.3.11): backslash, semicolon, comma and line breaks; other controls are left out."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, written)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter == "\n" or ord(letter) >= 32).replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets; what is longer goes on after a line break and a blank, no letter torn apart."""
    parts, room, part = [], LONGEST_LINE, ""
    for letter in line:
        if len((part + letter).encode()) > room:
            parts.append(part)
            part, room = "", LONGEST_LINE - 1
        part += letter
    return "\r\n ".join([*parts, part])

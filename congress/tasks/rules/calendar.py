"""Deadlines as iCalendar text (RFC 5545): lines end with CRLF and are folded at 75 octets, never inside a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75
"""Octets without the line break (RFC 5545, 3.1)."""


@dataclass(frozen=True)
class Deadline:
    """A day to keep: `uid` stays the same when the rest changes."""

    uid: str
    day: date
    summary: str
    description: str = ""
    url: str = ""
    changed: int = 0


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon and comma are escaped, a line break is written \\n (RFC 5545, 3.3.11)."""
    text = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each further one after CRLF and a space."""
    pieces: list[str] = []
    piece, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LONGEST_LINE:
            pieces.append(piece)
            piece, octets = "", 1  # the space that begins the next piece
        piece, octets = piece + letter, octets + size
    return "\r\n ".join([*pieces, piece])


def calendar(name: str, deadlines: Iterable[Deadline], stamp: datetime) -> str:
    """The whole calendar; every deadline is an event of a whole day with a reminder the day before."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dai hoi//Cong viec//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for each in deadlines:
        lines += _event(each, stamp)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def _event(each: Deadline, stamp: datetime) -> Sequence[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{each.uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{each.changed}",
        f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(each.summary)}",
    ]
    lines += [f"DESCRIPTION:{escaped(each.description)}"] if each.description else []
    lines += [f"URL:{each.url}"] if each.url else []
    return [
        *lines,
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(each.summary)}",
        "TRIGGER:-P1D",
        "END:VALARM",
        "END:VEVENT",
    ]

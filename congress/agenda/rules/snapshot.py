"""A programme as it stands at one moment, in plain values: what is released, compared, printed and run."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from congress.agenda.rules.clock import MIDNIGHT
from congress.agenda.vocabulary import ItemKind, SessionKind


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One item with its clock, in minutes since midnight; `parts` lie within it."""

    id: str
    title: str
    start: int
    end: int
    kind: ItemKind = ItemKind.OTHER
    detail: str = ""
    presenter: str = ""
    chair: str = ""
    introduced_by: str = ""
    preparer: str = ""
    paper: str = ""
    place: str = ""
    votes: bool = False
    vote_wording: str = ""
    note: str = ""
    script: str = ""
    fallback: str = ""
    internal_note: str = ""
    parts: tuple["Entry", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One session with its entries; `reached` is when they end, `end` when the session was to end."""

    id: str
    title: str
    kind: SessionKind
    day: date
    start: int
    end: int
    reached: int
    place: str = ""
    note: str = ""
    entries: tuple[Entry, ...] = ()

    def moment(self, minutes: int) -> datetime:
        """A time of its day, without a zone."""
        days, rest = divmod(minutes, MIDNIGHT)
        return datetime.combine(self.day, time(rest // 60, rest % 60)) + timedelta(days=days)


Programme = tuple[Sitting, ...]


def each_entry(programme: Sequence[Sitting]) -> Iterator[tuple[Sitting, Entry]]:
    """Every item with its session, parts left out."""
    for sitting in programme:
        for entry in sitting.entries:
            yield sitting, entry


def with_parts(programme: Sequence[Sitting]) -> Iterator[tuple[Sitting, Entry]]:
    """The same, each item followed by its parts."""
    for sitting, entry in each_entry(programme):
        yield sitting, entry
        for part in entry.parts:
            yield sitting, part


def as_data(programme: Sequence[Sitting]) -> list[dict[str, Any]]:
    """The programme as it is kept: nothing but text, numbers and lists."""
    return [asdict(sitting) | {"day": sitting.day.isoformat()} for sitting in programme]


def from_data(kept: Sequence[Mapping[str, Any]]) -> Programme:
    """The programme that was kept."""
    return tuple(
        Sitting(
            **{
                **sitting,
                "kind": SessionKind(sitting["kind"]),
                "day": date.fromisoformat(sitting["day"]),
                "entries": tuple(_entry(entry) for entry in sitting["entries"]),
            }
        )
        for sitting in kept
    )


def _entry(kept: Mapping[str, Any]) -> Entry:
    return Entry(
        **{**kept, "kind": ItemKind(kept["kind"]), "parts": tuple(_entry(part) for part in kept.get("parts", ()))}
    )


def fingerprint(programme: Sequence[Sitting]) -> str:
    """A short word for everything in a programme, so that nobody releases what he has not seen."""
    text = json.dumps(as_data(programme), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]

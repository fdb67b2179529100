"""What changed from one programme to the next, and who has to be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from congress.agenda.rules.clock import clock_time
from congress.agenda.rules.people import everybody
from congress.agenda.rules.snapshot import Entry, Sitting, with_parts
from congress.agenda.vocabulary import ChangeKind
from congress.shared.vietnamese import date_on_paper, fold

FIELDS = (
    "title", "detail", "presenter", "chair", "introduced_by", "preparer", "paper", "place", "votes", "vote_wording",
    "note", "script", "fallback", "internal_note",
)  # fmt: skip
INTERNAL = frozenset({"script", "fallback", "internal_note", "vote_wording"})
"""Not for the public programme."""


@dataclass(frozen=True)
class Detail:
    """One field: its name (a column of agenda_item, or "time"), before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What happened to one item; `people` are those named in it before or after."""

    kind: ChangeKind
    title: str
    details: tuple[Detail, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def public(self) -> bool:
        """Whether the printed programme itself changes by it."""
        return self.kind is not ChangeKind.EDITED or any(each.field not in INTERNAL for each in self.details)


def compare(before: Sequence[Sitting], after: Sequence[Sitting]) -> list[Change]:
    """What changed, in the order of the new programme; what was taken out comes last."""
    old = {entry.id: (sitting, entry) for sitting, entry in with_parts(before)}
    new = {entry.id: (sitting, entry) for sitting, entry in with_parts(after)}
    found = []
    for key, (sitting, entry) in new.items():
        if key not in old:
            found.append(_whole(ChangeKind.ADDED, sitting, entry))
        elif details := _details(*old[key], sitting, entry):
            moved = any(each.field == "time" for each in details)
            kind = ChangeKind.MOVED if moved else ChangeKind.EDITED
            found.append(Change(kind, entry.title, details, _people(old[key][1], entry)))
    gone = [_whole(ChangeKind.REMOVED, *old[key]) for key in old if key not in new]
    return found + gone


def _whole(kind: ChangeKind, sitting: Sitting, entry: Entry) -> Change:
    when = _when(sitting, entry)
    detail = Detail("time", "", when) if kind is ChangeKind.ADDED else Detail("time", when, "")
    return Change(kind, entry.title, (detail,), _people(entry))


def _when(sitting: Sitting, entry: Entry) -> str:
    return f"{clock_time(entry.start)} – {clock_time(entry.end)}, {date_on_paper(sitting.day)}"


def _details(was_in: Sitting, was: Entry, now_in: Sitting, now: Entry) -> tuple[Detail, ...]:
    found = []
    if _when(was_in, was) != _when(now_in, now):
        found.append(Detail("time", _when(was_in, was), _when(now_in, now)))
    if was_in.title != now_in.title:
        found.append(Detail("session", was_in.title, now_in.title))
    if (was.place or was_in.place) != (now.place or now_in.place):
        found.append(Detail("place", was.place or was_in.place, now.place or now_in.place))
    for name in FIELDS:
        before, after = getattr(was, name), getattr(now, name)
        if name != "place" and before != after:
            found.append(Detail(name, _text(before), _text(after)))
    return tuple(found)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return str(value)


def _people(*entries: Entry) -> tuple[str, ...]:
    return tuple(
        everybody(
            *(text for each in entries for text in (each.presenter, each.chair, each.introduced_by, each.preparer))
        )
    )


def to_tell(changes: Iterable[Change]) -> list[tuple[str, list[str]]]:
    """Everybody named in what changed, each with the items, in the order of the programme."""
    found: dict[str, tuple[str, list[str]]] = {}
    for change in changes:
        for name in change.people:
            titles = found.setdefault(fold(name), (name, []))[1]
            if change.title not in titles:
                titles.append(change.title)
    return list(found.values())


def as_data(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as they are kept with a release."""
    return [asdict(change) for change in changes]


def from_data(kept: Sequence[Mapping[str, Any]]) -> list[Change]:
    """Changes that were kept."""
    return [
        Change(
            ChangeKind(each["kind"]),
            each["title"],
            tuple(Detail(**detail) for detail in each["details"]),
            tuple(each["people"]),
        )
        for each in kept
    ]

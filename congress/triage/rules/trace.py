"""From what was accepted to where it stands in the next draft, and back: what is missing, what nobody asked for."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from congress.drafts.rules.blocks import Block
from congress.drafts.rules.links import Fate
from congress.drafts.vocabulary import MatchKind
from congress.triage.rules.answers import Answered
from congress.triage.vocabulary import WRITTEN_IN


class Passage(Protocol):
    """A passage as a version holds it."""

    @property
    def passage_id(self) -> uuid.UUID: ...
    @property
    def position(self) -> int: ...
    @property
    def number(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def block(self) -> Block: ...


@dataclass(frozen=True)
class Traced:
    """An accepted point and what became of its passage: `places` are the passages of the new draft it leads to."""

    answered: Answered
    kind: MatchKind | None
    places: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Unasked:
    """A passage that changed without an accepted point; None on the side where it does not stand."""

    kind: MatchKind
    before: Passage | None
    after: Passage | None


@dataclass(frozen=True)
class Trace:
    """One draft of a round against a later one."""

    missing: tuple[Traced, ...]
    written: tuple[Traced, ...]
    unasked: tuple[Unasked, ...]


def trace(
    answered: Sequence[Answered],
    old: Sequence[Passage],
    new: Sequence[Passage],
    fates: Mapping[uuid.UUID, Fate[uuid.UUID]],
    landed: Mapping[uuid.UUID, Collection[uuid.UUID]],
) -> Trace:
    """Hold the accepted points of one draft against a later one.

    `fates` says of every passage of the old draft what it has become; `landed` has, for each point, the passages of the
    new draft somebody recorded.
    """
    by_place = {each.position: each for each in old}
    by_id = {each.passage_id: each for each in new}
    accepted = [(each.point_id, each) for each in answered if each.disposition in WRITTEN_IN and each.point_id]
    traced = {point_id: _traced(each, by_place, by_id, fates) for point_id, each in accepted}
    places = {each.first.passage_position for _point_id, each in accepted}
    asked = {passage.passage_id for place, passage in by_place.items() if place in places}
    recorded = {passage for point_id in traced for passage in landed.get(point_id, ())}
    return Trace(
        missing=tuple(found for point_id, found in traced.items() if not landed.get(point_id)),
        written=tuple(found for point_id, found in traced.items() if landed.get(point_id)),
        unasked=tuple(_unasked(old, new, fates, asked, recorded)),
    )


def _traced(
    each: Answered,
    by_place: Mapping[int, Passage],
    by_id: Mapping[uuid.UUID, Passage],
    fates: Mapping[uuid.UUID, Fate[uuid.UUID]],
) -> Traced:
    passage = by_place.get(each.first.passage_position)
    if passage is None or passage.passage_id not in fates:
        return Traced(each, None)
    kind, places = fates[passage.passage_id]
    return Traced(each, kind, tuple(by_id[place] for place in places if place in by_id))


def _unasked(
    old: Sequence[Passage],
    new: Sequence[Passage],
    fates: Mapping[uuid.UUID, Fate[uuid.UUID]],
    asked: Collection[uuid.UUID],
    recorded: Collection[uuid.UUID],
) -> list[Unasked]:
    by_id = {each.passage_id: each for each in new}
    found, reached = [], set()
    for each in old:
        kind, places = fates.get(each.passage_id, (MatchKind.REMOVED, []))
        reached |= set(places)
        if kind is MatchKind.SAME or each.passage_id in asked or set(places) & set(recorded):
            continue
        found.append(Unasked(kind, each, by_id.get(places[0]) if places else None))
    found += [
        Unasked(MatchKind.NEW, None, each)
        for each in new
        if each.passage_id not in reached and each.passage_id not in recorded
    ]
    return sorted(found, key=lambda each: (each.after or each.before).position)  # type: ignore[union-attr]

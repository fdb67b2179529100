"""Two versions beside each other."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from congress.drafts.models import DraftVersion, PassageText
from congress.drafts.queries.documents import passages
from congress.drafts.queries.links import links, whereabouts
from congress.drafts.rules.groups import Group, grouped
from congress.drafts.rules.likeness import alike
from congress.drafts.rules.links import Link, links_of
from congress.drafts.rules.matching import compare
from congress.drafts.rules.redline import Line, lines
from congress.drafts.vocabulary import MatchKind

Links = list[Link[uuid.UUID]]

_TURNED = {
    MatchKind.NEW: MatchKind.REMOVED,
    MatchKind.REMOVED: MatchKind.NEW,
    MatchKind.SPLIT: MatchKind.MERGED,
    MatchKind.MERGED: MatchKind.SPLIT,
}


@dataclass(frozen=True)
class Comparison:
    """Both texts in their order, and what belongs together."""

    old: dict[uuid.UUID, PassageText]
    new: dict[uuid.UUID, PassageText]
    groups: Sequence[Group[uuid.UUID]]

    @cached_property
    def _old_in_order(self) -> list[PassageText]:
        return list(self.old.values())

    @cached_property
    def _new_in_order(self) -> list[PassageText]:
        return list(self.new.values())

    def before(self, group: Group[uuid.UUID]) -> list[PassageText]:
        """What a group's passages were."""
        return [self.old[each] for each in group.olds]

    def now(self, group: Group[uuid.UUID]) -> list[PassageText]:
        """What a group's passages are."""
        return [self.new[each] for each in group.news]

    def old_rows(self, line: Line) -> list[PassageText]:
        """The passages before that a line shows."""
        return [self._old_in_order[place - 1] for place in line.old]

    def new_rows(self, line: Line) -> list[PassageText]:
        """The passages of the new version that a line shows."""
        return [self._new_in_order[place - 1] for place in line.new]

    def lines(self) -> list[Line]:
        """Word by word, in the order of the new text."""
        return lines(
            self.groups,
            {each: row.block for each, row in self.old.items()},
            {each: row.block for each, row in self.new.items()},
        )


def matches(version: DraftVersion, before: DraftVersion) -> Comparison:
    """A version and the one it is matched with, by its links as they are written."""
    return _comparison(_texts(before), _texts(version), _written(version, before))


def comparison(old: DraftVersion, new: DraftVersion) -> Comparison:
    """Any two versions of one document, in either order, by the links on the way from one to the other.

    Where nothing is written, and for what got lost on the way and came back, they are matched anew.
    """
    if old.number > new.number:
        other = comparison(new, old)
        turned = [replace(each, kind=_TURNED.get(each.kind, each.kind)) for each in other.groups]
        swapped = [
            Link(before, after, each.kind, each.percent)
            for each in turned
            for before in each.news or (None,)
            for after in each.olds or (None,)
        ]
        return _comparison(other.new, other.old, swapped)
    before, after = _texts(old), _texts(new)
    return _comparison(before, after, _written(new, old) or _followed(old, new, before, after))


def _texts(of: DraftVersion) -> dict[uuid.UUID, PassageText]:
    return {row.passage_id: row for row in passages(of.congress_id, of.id)}


def _written(version: DraftVersion, before: DraftVersion) -> Links:
    return [row.plain() for row in links(version.congress_id, version.id) if row.from_version_id == before.id]


def _followed(
    old: DraftVersion, new: DraftVersion, before: dict[uuid.UUID, PassageText], after: dict[uuid.UUID, PassageText]
) -> Links:
    fates = whereabouts(old.congress_id, before, new.id, from_version=old.id)
    found = [_link(before[passage], after[there]) for passage, (_kind, places) in fates.items() for there in places]
    kept, come = {link.old for link in found}, {link.new for link in found}
    lost, fresh = [each for each in before if each not in kept], [each for each in after if each not in come]
    matched = compare([before[each].block for each in lost], [after[each].block for each in fresh])
    return found + links_of(matched, lost, fresh)


def _link(old: PassageText, new: PassageText) -> Link[uuid.UUID]:
    percent = alike(old.block, new.block)
    kind = MatchKind.SAME if percent == 100 else MatchKind.CHANGED
    return Link(old.passage_id, new.passage_id, kind, percent)


def _comparison(
    old: dict[uuid.UUID, PassageText], new: dict[uuid.UUID, PassageText], between: Iterable[Link[uuid.UUID]]
) -> Comparison:
    blocks = [{each: row.block for each, row in texts.items()} for texts in (old, new)]
    return Comparison(old, new, grouped(between, *blocks))

"""The links of two versions as a reader takes them in: what belongs together, in the order of the new version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from congress.drafts.rules.blocks import Block
from congress.drafts.rules.likeness import words
from congress.drafts.rules.links import Link
from congress.drafts.rules.order import in_order
from congress.drafts.vocabulary import MatchKind

Id = TypeVar("Id")


@dataclass(frozen=True)
class Group(Generic[Id]):
    """Passages before that became passages of the new version, each side in its order."""

    kind: MatchKind
    olds: tuple[Id, ...]
    news: tuple[Id, ...]
    percent: int = 0
    by_hand: bool = False
    moved: bool = False

    @property
    def fate(self) -> MatchKind:
        """The one word a list gives for it."""
        return MatchKind.MOVED if self.moved and self.kind in (MatchKind.SAME, MatchKind.CHANGED) else self.kind


def grouped(links: Iterable[Link[Id]], old: Mapping[Id, Block], new: Mapping[Id, Block]) -> list[Group[Id]]:
    """Groups in the order of the new version; what was removed comes behind the passage that stood before it.

    The mappings hold the passages in the order of the versions; links that name others are left out. Which passages
    have moved is found anew, because one correction by hand can change which of them stay in order.
    """
    old_place = {each: place for place, each in enumerate(old)}
    new_place = {each: place for place, each in enumerate(new)}
    listed = [
        link
        for link in links
        if (link.old is None or link.old in old_place) and (link.new is None or link.new in new_place)
    ]
    groups = [_group(each, old_place, new_place) for each in _components(listed)]
    behind = {before: new_place[each.news[-1]] for each in groups if each.news for before in each.olds}
    last, stands_behind = -1, {}
    for before in old_place:
        last = behind.get(before, last)
        stands_behind[before] = last

    def order(group: Group[Id]) -> tuple[int, int, int]:
        if group.news:
            return new_place[group.news[0]], 0, 0
        return stands_behind[group.olds[0]], 1, old_place[group.olds[0]]

    groups.sort(key=order)
    both = sorted((each for each in groups if each.olds and each.news), key=lambda each: old_place[each.olds[0]])
    pairs = [(old_place[each.olds[0]], new_place[each.news[0]]) for each in both]
    kept = in_order(pairs, [1 + len(words(old[each.olds[0]])) for each in both])
    gone = {each.news[0] for number, each in enumerate(both) if number not in kept}
    return [replace(each, kind=_settled(each), moved=bool(gone.intersection(each.news[:1]))) for each in groups]


def _settled(group: Group[Id]) -> MatchKind:
    """What happened to the words; that a passage has moved is said beside it."""
    if group.kind is MatchKind.MOVED:
        return MatchKind.SAME if group.percent == 100 else MatchKind.CHANGED
    return group.kind


def _components(links: Sequence[Link[Id]]) -> list[list[Link[Id]]]:
    """Links that share a passage, directly or through others."""
    leader: dict[tuple[int, Id], tuple[int, Id]] = {}

    def led_by(end: tuple[int, Id]) -> tuple[int, Id]:
        while leader.setdefault(end, end) != end:
            end = leader[end]
        return end

    ends = []
    for link in links:
        both = [(side, each) for side, each in enumerate((link.old, link.new)) if each is not None]
        ends.append(both[0])
        leader[led_by(both[-1])] = led_by(both[0])
    found: dict[tuple[int, Id], list[Link[Id]]] = {}
    for link, end in zip(links, ends, strict=True):
        found.setdefault(led_by(end), []).append(link)
    return list(found.values())


def _group(links: Sequence[Link[Id]], old_place: Mapping[Id, int], new_place: Mapping[Id, int]) -> Group[Id]:
    olds = sorted({link.old for link in links if link.old is not None}, key=lambda each: old_place[each])
    news = sorted({link.new for link in links if link.new is not None}, key=lambda each: new_place[each])
    kind = links[0].kind
    if not olds or not news:
        kind = MatchKind.REMOVED if olds else MatchKind.NEW
    elif len(links) > 1:
        kind = MatchKind.MERGED if len(news) == 1 else MatchKind.SPLIT
    percent = min(link.percent for link in links)
    return Group(kind, tuple(olds), tuple(news), percent, any(link.by_hand for link in links))

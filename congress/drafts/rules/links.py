"""The links between the passages of two versions: made from matches, corrected by hand, followed through versions."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from congress.drafts.rules.matching import Match
from congress.drafts.vocabulary import MatchKind

Id = TypeVar("Id")
Fate = tuple[MatchKind, list[Id]]

# What weighs most when several things happened to a passage on its way.
_WEIGHT = (MatchKind.SAME, MatchKind.MOVED, MatchKind.CHANGED, MatchKind.MERGED, MatchKind.SPLIT)


@dataclass(frozen=True)
class Link(Generic[Id]):
    """One passage before is one of the new version; None on one side: it is new, or removed. `percent` is likeness."""

    old: Id | None
    new: Id | None
    kind: MatchKind
    percent: int
    by_hand: bool = False


@dataclass(frozen=True)
class Step(Generic[Id]):
    """From one version to the next: the passages of the next, and its links where they are written."""

    standing: Collection[Id]
    links: Mapping[Id, Sequence[Link[Id]]]


def links_of(matches: Iterable[Match], old_ids: Sequence[Id], new_ids: Sequence[Id]) -> list[Link[Id]]:
    """A link for each couple of a match, in the order of the matches."""
    found: list[Link[Id]] = []
    for each in matches:
        olds: Sequence[Id | None] = [old_ids[place] for place in each.old] or [None]
        news: Sequence[Id | None] = [new_ids[place] for place in each.new] or [None]
        percent = int(each.likeness * 100)
        found += [Link(old, new, each.kind, percent) for old in olds for new in news]
    return found


def counted(links: Iterable[Link[Id]]) -> dict[MatchKind, int]:
    """How many passages each thing happened to: of a split the old one, of a merger and all others the new one."""
    seen = {(link.kind, link.old if link.kind in (MatchKind.SPLIT, MatchKind.REMOVED) else link.new) for link in links}
    counts = Counter(kind for kind, _passage in seen)
    return {kind: counts[kind] for kind in MatchKind}


def follow(passage: Id, steps: Sequence[Step[Id]]) -> Fate[Id]:
    """What a passage has become, and where it stands, after these steps.

    Where a step says nothing of a passage it is the same if the version holds it, and gone if not.
    """
    here: list[tuple[Id, MatchKind]] = [(passage, MatchKind.SAME)]
    for step in steps:
        there: dict[Id, MatchKind] = {}
        for at, so_far in here:
            links = step.links.get(at)
            if links is None:
                onward = [(at, MatchKind.SAME)] if at in step.standing else []
            else:
                onward = [(link.new, link.kind) for link in links if link.new is not None]
            for place, kind in onward:
                there[place] = max(there.get(place, kind), so_far, kind, key=_WEIGHT.index)
        here = list(there.items())
    if not here:
        return MatchKind.REMOVED, []
    kind = max((kind for _place, kind in here), key=_WEIGHT.index)
    return (MatchKind.SPLIT if len(here) > 1 else kind), [place for place, _kind in here]


def origins_chosen(links: Sequence[Link[Id]], new: Id, olds: Mapping[Id, int]) -> list[Link[Id]]:
    """The links after somebody said which passages before a new one comes from, each with its likeness in per cent.

    None: it is new. What these are tied to besides stays: they were split then. A passage left without a tie was
    removed.
    """
    kept = [link for link in links if link.new != new and (link.new is not None or link.old not in olds)]
    lost = {link.old for link in links if link.new == new} - set(olds)
    return _settled(kept, [_tie(old, new, percent) for old, percent in olds.items()], {*lost, *olds}, {new})


def outcomes_chosen(links: Sequence[Link[Id]], old: Id, news: Mapping[Id, int]) -> list[Link[Id]]:
    """The links after somebody said what an old passage has become, each with its likeness in per cent.

    None: it was removed. What these come from besides stays: they were merged then. A passage left without a tie is
    new.
    """
    kept = [link for link in links if link.old != old and (link.old is not None or link.new not in news)]
    lost = {link.new for link in links if link.old == old} - set(news)
    return _settled(kept, [_tie(old, new, percent) for new, percent in news.items()], {old}, {*lost, *news})


def _tie(old: Id, new: Id, percent: int) -> Link[Id]:
    return Link(old, new, MatchKind.SAME if percent == 100 else MatchKind.CHANGED, percent, by_hand=True)


def _settled(kept: list[Link[Id]], tied: list[Link[Id]], olds: set[Id | None], news: set[Id | None]) -> list[Link[Id]]:
    """All links, with a mark for each touched passage that has no tie left, and the kinds of the touched ones anew."""
    found = kept + tied
    with_old, with_new = {link.old for link in found}, {link.new for link in found}
    found += [Link(each, None, MatchKind.REMOVED, 0, by_hand=True) for each in olds - with_old - {None}]
    found += [Link(None, each, MatchKind.NEW, 0, by_hand=True) for each in news - with_new - {None}]
    old_counts, new_counts = Counter(link.old for link in found), Counter(link.new for link in found)
    return [
        replace(link, kind=_kind(link, old_counts, new_counts)) if link.old in olds or link.new in news else link
        for link in found
    ]


def _kind(link: Link[Id], olds: Mapping[Id | None, int], news: Mapping[Id | None, int]) -> MatchKind:
    if link.old is None or link.new is None:
        return MatchKind.NEW if link.old is None else MatchKind.REMOVED
    if olds[link.old] > 1:
        return MatchKind.SPLIT
    if news[link.new] > 1:
        return MatchKind.MERGED
    if link.kind in (MatchKind.SPLIT, MatchKind.MERGED):
        return MatchKind.SAME if link.percent == 100 else MatchKind.CHANGED
    return link.kind

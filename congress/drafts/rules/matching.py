"""Which passages of a new version are which of the version before.

First what cannot be doubted: words that stand once on both sides, then what stands beside it. Between these anchors,
and for long passages anywhere, what is most alike. At last what was split or put together.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from congress.drafts.rules.blocks import Block
from congress.drafts.rules.joining import joined
from congress.drafts.rules.likeness import SHORTEST_TO_LEAP, Index, bare, key, label_of, likeness, words
from congress.drafts.rules.order import in_order
from congress.drafts.vocabulary import BlockKind, MatchKind

ALIKE_IN_PLACE = 0.5
ALIKE_ELSEWHERE = 0.65
SAME_ROW = 0.6
SMALL_GAP = 400
NEAR = 3
NEARLY = 0.99


@dataclass(frozen=True)
class Match:
    """Places (from 0) in the version before and in the new one; likeness from 0 to 1.

    One on each side, but for: split (one, several), merged (several, one), new (none, one), removed (one, none).
    A passage that moved may have changed as well: its likeness says so. Where only the number before a passage
    differs, it is the same: the number follows from what was put in or taken out above it.
    """

    kind: MatchKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    likeness: float = 1.0


def compare(before: Sequence[Block], after: Sequence[Block]) -> list[Match]:
    """Match two versions; in the order of the new one, what is gone behind what stood before it."""
    pairing = _Pairing(before, after)
    pairing.by_words()
    pairing.by_bare_words()
    pairing.by_likeness()
    pairing.by_bare_words()
    return _ordered(_matches(pairing), len(before))


@dataclass
class _Pairing:
    """The pairs found so far, place for place."""

    before: Sequence[Block]
    after: Sequence[Block]
    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.old_bare, self.new_bare = [bare(each) for each in self.before], [bare(each) for each in self.after]
        self.old_words, self.new_words = [words(each) for each in self.before], [words(each) for each in self.after]

    def pair(self, old: int, new: int) -> None:
        """Tie two places, unless one of them is tied already."""
        if old not in self.new_of and new not in self.old_of:
            self.new_of[old], self.old_of[new] = new, old

    def free(self) -> tuple[list[int], list[int]]:
        """The places not tied yet."""
        old = [place for place in range(len(self.before)) if place not in self.new_of]
        return old, [place for place in range(len(self.after)) if place not in self.old_of]

    def gaps(self) -> tuple[list[int], list[int]]:
        """For every place, old and new, the number of the gap between pairs in order it lies in."""
        pairs = sorted(self.new_of.items())
        kept = sorted(pairs[index] for index in in_order(pairs, [1 + len(self.old_words[old]) for old, _ in pairs]))
        return _numbered(len(self.before), [old for old, _ in kept]), _numbered(len(self.after), [n for _, n in kept])

    def by_words(self) -> None:
        """Tie what says the same and stands once on both sides, then repeated words beside what is tied."""
        old, new = [key(each.text) for each in self.before], [key(each.text) for each in self.after]
        self._once(old, new, range(len(old)), range(len(new)))
        self._beside(old, new)

    def by_bare_words(self) -> None:
        """The same but for the number before it: beside what is tied, in the same gap, or long and there only once."""
        self._beside(self.old_bare, self.new_bare)
        free_old, free_new = self.free()
        old_gap, new_gap = self.gaps()
        waiting: dict[tuple[int, str], list[int]] = {}
        for place in reversed(free_old):
            waiting.setdefault((old_gap[place], self.old_bare[place]), []).append(place)
        for place in free_new:
            if there := waiting.get((new_gap[place], self.new_bare[place])):
                self.pair(there.pop(), place)
        free_old, free_new = self.free()
        self._once(
            self.old_bare,
            self.new_bare,
            [place for place in free_old if len(self.old_words[place]) >= SHORTEST_TO_LEAP],
            free_new,
        )

    def by_likeness(self) -> None:
        """The most alike first; of equals those nearest to the place they had."""
        old_gap, new_gap = self.gaps()
        free_old, free_new = self.free()
        index = Index((place, self.old_words[place]) for place in free_old)
        beside = _in_gaps(free_old, free_new, old_gap, new_gap)
        found = []
        for new in free_new:
            for old in {*index.nearest(self.new_words[new]), *beside.get(new, ())}:
                here = old_gap[old] == new_gap[new]
                alike = self.alike(old, new, here=here)
                if alike >= (ALIKE_IN_PLACE if here else ALIKE_ELSEWHERE):
                    found.append((-alike - 0.15 * here, abs(old - new), new, old))
        for _rank, _distance, new, old in sorted(found):
            self.pair(old, new)

    def alike(self, old: int, new: int, *, here: bool = True) -> float:
        """How alike two passages are; 0 where they cannot be one: a row and a sentence, a few words far apart."""
        if (self.before[old].kind is BlockKind.ROW) != (self.after[new].kind is BlockKind.ROW):
            return 0.0
        if not here and min(len(self.old_words[old]), len(self.new_words[new])) < SHORTEST_TO_LEAP:
            return 0.0
        alike = likeness(self.old_words[old], self.new_words[new])
        label = label_of(self.before[old])
        return max(alike, SAME_ROW) if here and label and label == label_of(self.after[new]) else alike

    def _once(
        self, old: Sequence[str], new: Sequence[str], old_places: Sequence[int], new_places: Sequence[int]
    ) -> None:
        old_counts = Counter(old[place] for place in old_places)
        new_counts = Counter(new[place] for place in new_places)
        at = {old[place]: place for place in old_places if old_counts[old[place]] == 1}
        for place in new_places:
            if new_counts[new[place]] == 1 and new[place] in at:
                self.pair(at[new[place]], place)

    def _beside(self, old: Sequence[str], new: Sequence[str]) -> None:
        for step in (1, -1):
            for place in range(len(new)) if step == 1 else reversed(range(len(new))):
                neighbour = self.old_of.get(place - step)
                if neighbour is None:
                    continue
                there = neighbour + step
                if 0 <= there < len(old) and old[there] == new[place]:
                    self.pair(there, place)


def _numbered(length: int, anchors: Sequence[int]) -> list[int]:
    numbers, gap, last = [], 0, set(anchors)
    for place in range(length):
        gap += place in last
        numbers.append(gap)
    return numbers


def _in_gaps(
    free_old: Sequence[int], free_new: Sequence[int], old_gap: Sequence[int], new_gap: Sequence[int]
) -> dict[int, Sequence[int]]:
    """{new place: old places of its gap worth a look}: all of a small gap, of a large one those as far into it."""
    olds: dict[int, list[int]] = {}
    news: dict[int, list[int]] = {}
    for place in free_old:
        olds.setdefault(old_gap[place], []).append(place)
    for place in free_new:
        news.setdefault(new_gap[place], []).append(place)
    found: dict[int, Sequence[int]] = {}
    for gap, places in news.items():
        there = olds.get(gap, [])
        small = len(there) * len(places) <= SMALL_GAP
        for number, place in enumerate(places):
            middle = number * len(there) // len(places)
            found[place] = there if small else there[max(0, middle - NEAR) : middle + NEAR + 1]
    return found


def _matches(pairing: _Pairing) -> list[Match]:
    """Splits and merges taken out of the pairs, the pairs themselves, and what is left on each side."""
    before, after = pairing.old_words, pairing.new_words
    splits = joined(before, after, pairing.new_of, pairing.old_of)
    used = {new for news in splits.values() for new in news}
    pairs = {old: new for old, new in pairing.new_of.items() if old not in splits and new not in used}
    merges = joined(after, before, {new: old for old, new in pairs.items()}, pairs, apart=(used, set(splits)))
    gone = {old for olds in merges.values() for old in olds}
    pairs = {old: new for old, new in pairs.items() if old not in gone and new not in merges}
    found = [
        Match(MatchKind.SPLIT, (old,), news, likeness(before[old], sum((after[new] for new in news), ())))
        for old, news in splits.items()
    ] + [
        Match(MatchKind.MERGED, olds, (new,), likeness(sum((before[old] for old in olds), ()), after[new]))
        for new, olds in merges.items()
    ]
    old_seen, new_seen = {*splits, *gone, *pairs}, {*used, *merges, *pairs.values()}
    found += _one_to_one(pairing, pairs, found)
    found += [Match(MatchKind.REMOVED, (old,), (), 0.0) for old in range(len(before)) if old not in old_seen]
    return found + [Match(MatchKind.NEW, (), (new,), 0.0) for new in range(len(after)) if new not in new_seen]


def _one_to_one(pairing: _Pairing, pairs: dict[int, int], others: Sequence[Match]) -> list[Match]:
    listed = sorted(pairs.items())
    places = listed + [(each.old[0], each.new[0]) for each in others]
    still = in_order(places, [1 + len(pairing.old_words[old]) for old, _new in places])
    found = []
    for number, (old, new) in enumerate(listed):
        same = pairing.old_bare[old] == pairing.new_bare[new]
        alike = 1.0 if same else min(NEARLY, pairing.alike(old, new))
        kind = MatchKind.SAME if same else MatchKind.CHANGED
        found.append(Match(kind if number in still else MatchKind.MOVED, (old,), (new,), alike))
    return found


def keeper(match: Match, before: Sequence[Block], after: Sequence[Block]) -> tuple[int, int] | None:
    """The place before and the new place that are one passage and keep its id: of several the one most alike."""
    couples = [(old, new) for old in match.old for new in match.new]
    return max(
        couples,
        key=lambda each: (likeness(words(before[each[0]]), words(after[each[1]])), -each[1], -each[0]),
        default=None,
    )


def _ordered(matches: Sequence[Match], length: int) -> list[Match]:
    """In the order of the new version; what was removed comes behind the passage that stood before it."""
    behind: dict[int, int] = {}
    for each in matches:
        if each.new:
            behind |= dict.fromkeys(each.old, each.new[-1])
    last, place = -1, {}
    for old in range(length):
        last = behind.get(old, last)
        place[old] = last
    return sorted(matches, key=lambda each: (each.new[0], 0, 0) if each.new else (place[each.old[0]], 1, each.old[0]))

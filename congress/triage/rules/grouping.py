"""Which opinions say nearly the same: suggestions with the words they share, never a merger by itself.

Offline and deterministic. Texts are compared by their words after folding case and marks and leaving out words that
carry no meaning. Two opinions are near when most of their words are the same; one that denies ("không", "bỏ") is never
near one that does not. Other numbers make no other opinion, but they are said: "10 %" beside "15 %" is for people to
judge.
"""

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from congress.shared.vietnamese import fold, nfc

NEAR = 70
"""Percent of shared words from which two opinions are suggested as one; our own measure, changed on the page."""
FEWEST_WORDS = 3
"""Shorter texts ("Đồng ý.") are suggested only when every word is the same."""
MOST_HOLDERS = 200
"""A triple of words that more opinions than this hold says nothing about any of them ("đề nghị bổ sung")."""
MOST_CANDIDATES = 60
"""So many opinions, those that share the most rare triples, are measured against each one."""

_WORD = re.compile(r"[^\W_]+(?:[.,/][^\W_]+)*%?")
_EMPTY = frozenset(
    "a bi boi ca cac cai cho co con cua cung da dang de duoc hay hoac khi la lai ma mot neu nay nen nhu nhung o qua ra "
    "rang roi sau se tai the thi theo thuc tren trong truoc tu va van vao ve vi viec voi "
    "chi dang bo xa dong nghi kien y toi thay can phan doan muc trang dong cau du thao bao cao".split()
)
_DENYING = frozenset(("không", "chưa", "chẳng", "đừng", "bỏ", "khong"))


@dataclass(frozen=True)
class Said:
    """One opinion as it is compared: its id, the document it speaks of, and its words (proposal and reason)."""

    id: uuid.UUID
    document_id: uuid.UUID
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its meaningful words, folded, in their order; all words when none carries a meaning."""
        every = tuple(_WORD.findall(fold(self.text)))
        return tuple(word for word in every if word not in _EMPTY) or every

    @cached_property
    def denies(self) -> bool:
        """Whether it says no to something; read with its marks, since "bộ" is not "bỏ"."""
        return not _DENYING.isdisjoint(nfc(self.text).casefold().split())

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers it names."""
        return frozenset(word for word in self.words if any(sign.isdigit() for sign in word))


@dataclass(frozen=True)
class Likeness:
    """How near an opinion is to the first of its suggested group.

    percent        shared words of both, 0 to 100, rounded down
    shared         the folded words both hold
    other_figures  numbers only one of the two names, sorted
    """

    percent: int
    shared: frozenset[str]
    other_figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """Opinions that may be answered as one: the first of them in the given order, and those near it."""

    first: uuid.UUID
    near: tuple[tuple[uuid.UUID, Likeness], ...]

    @property
    def members(self) -> tuple[uuid.UUID, ...]:
        """All of them."""
        return (self.first, *(each for each, _likeness in self.near))


def likeness(one: Said, other: Said) -> Likeness:
    """Compare two opinions by the words they share, each as often as both hold it."""
    mine, theirs = Counter(one.words), Counter(other.words)
    shared = mine & theirs
    both = mine.total() + theirs.total()
    percent = 0 if one.denies != other.denies or not both else 200 * shared.total() // both
    return Likeness(percent, frozenset(shared), tuple(sorted(one.figures ^ other.figures)))


def suggest(opinions: Sequence[Said], *, near: int = NEAR) -> list[Suggestion]:
    """Groups of near opinions about one document, in the order of their first ones; nobody is in two groups.

    Each opinion joins the earlier leader it is nearest to, of equally near ones the earliest, so that a group never
    drifts from neighbour to neighbour: all its members are near its first one. Order in, order out.
    """
    holders = _Holders()
    groups: dict[uuid.UUID, list[tuple[uuid.UUID, Likeness]]] = {}
    for said in opinions:
        if not said.words:
            continue
        best = _nearest(said, holders.candidates(said), near)
        if best is None:
            groups[said.id] = []
            holders.add(said)
        else:
            leader, found = best
            groups[leader.id].append((said.id, found))
    return [Suggestion(first, tuple(members)) for first, members in groups.items() if members]


def _nearest(said: Said, candidates: Iterable[Said], near: int) -> tuple[Said, Likeness] | None:
    best: tuple[Said, Likeness] | None = None
    for leader in candidates:
        found = likeness(leader, said)
        short = min(len(said.words), len(leader.words)) < FEWEST_WORDS
        if found.percent >= (100 if short else near) and (best is None or found.percent > best[1].percent):
            best = leader, found
    return best


class _Holders:
    """The leaders by the triples of words they hold; triples that many hold are no longer followed."""

    def __init__(self) -> None:
        self.leaders: list[Said] = []
        self.by_key: dict[tuple[uuid.UUID, str], list[int]] = defaultdict(list)

    def add(self, said: Said) -> None:
        number = len(self.leaders)
        self.leaders.append(said)
        for key in set(_keys(said)):
            places = self.by_key[key]
            if len(places) <= MOST_HOLDERS:
                places.append(number)

    def candidates(self, said: Said) -> Iterator[Said]:
        """Leaders that share a rare triple, those that share the most first, the earlier before the later."""
        shared: Counter[int] = Counter()
        for key in set(_keys(said)):
            places = self.by_key.get(key, ())
            if len(places) <= MOST_HOLDERS:
                shared.update(places)
        ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
        return (self.leaders[number] for number in sorted(ranked))


def _keys(said: Said) -> Iterator[tuple[uuid.UUID, str]]:
    """Triples of neighbouring words; of a shorter text its words together. Texts of other documents never meet."""
    words = said.words
    if len(words) < FEWEST_WORDS:
        yield said.document_id, " ".join(sorted(words))
    for place in range(len(words) - FEWEST_WORDS + 1):
        yield said.document_id, " ".join(words[place : place + FEWEST_WORDS])


def marked(text: str, shared: Collection[str]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a word of `shared`; the pieces together are the text again."""
    pieces: list[tuple[str, bool]] = []
    for piece in re.split(r"(\s+)", nfc(text)):
        if not piece:
            continue
        is_shared = bool(piece.strip()) and any(word in shared for word in _WORD.findall(fold(piece)))
        if pieces and (pieces[-1][1] == is_shared or (piece.isspace() and not pieces[-1][1])):
            pieces[-1] = (pieces[-1][0] + piece, pieces[-1][1])
        else:
            pieces.append((piece, is_shared))
    return pieces


def in_order(suggestions: Iterable[Suggestion], places: Mapping[uuid.UUID, int]) -> list[Suggestion]:
    """Suggestions by the place of their first opinion in the draft."""
    return sorted(suggestions, key=lambda each: (places.get(each.first, 0), each.first))

"""How alike two passages are: their words in order, whatever number, letter or dash stands before them."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from congress.drafts.rules.blocks import BAR, Block
from congress.drafts.vocabulary import BlockKind
from congress.shared.vietnamese import tidy

Words = tuple[str, ...]

# "Mục 3.", "IV.", "3.", "1.2.", "a)", "-": they say where a passage stands, and change when one is put in before it.
_MARK = re.compile(
    r"(?:(?:phần|chương|mục)\s+(?:thứ\s+\w+|[ivxlc]{1,7}|\d{1,2})\b[\s.:–-]*"
    r"|(?:[ivxlc]{1,7}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]\s+"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[^\W\d])"
    r"|[-–+*•]\s+)"
)
# The running number of a row, where words follow it: "3 | Thu nhập bình quân | 75".
_ROW_MARK = re.compile(r"\d{1,3}\.?\s*\|\s*(?=[^\W\d])")
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|%")
COMMON = 20
SHORTEST_TO_LEAP = 6


def key(text: str) -> str:
    """Two passages say the same when they differ in white space and case only."""
    return tidy(text).casefold()


def bare(block: Block) -> str:
    """The key without the number, letter or dash before it; the whole key where nothing else is left."""
    whole = key(block.text)
    mark = _ROW_MARK if block.kind is BlockKind.ROW else _MARK
    found = mark.match(whole)
    return (whole[found.end() :] if found else whole) or whole


def words(block: Block) -> Words:
    """The words of a passage without its mark; signs are no words."""
    return tuple(_WORD.findall(bare(block)))


def likeness(one: Words, other: Words) -> float:
    """From 0 to 1: the share of words that stay, in their order."""
    return float(Indel.normalized_similarity(one, other)) if one and other else 0.0


def alike(one: Block, other: Block) -> int:
    """In per cent; 100 where at most the number before them differs, and never without that."""
    if bare(one) == bare(other):
        return 100
    return min(99, int(likeness(words(one), words(other)) * 100))


def resembling(block: Block, among: Sequence[Block], most: int = 5) -> list[int]:
    """The places of those most like a passage, best first; none that shares no word with it."""
    said = words(block)
    ranked = sorted(((likeness(said, words(each)), -place) for place, each in enumerate(among)), reverse=True)
    return [-place for share, place in ranked[:most] if share > 0]


def label_of(block: Block) -> str:
    """The words that name a row of a table: its first cell that is none of the numbers; "" for other passages."""
    if block.kind is not BlockKind.ROW:
        return ""
    return next((cell for cell in bare(block).split(BAR) if any(letter.isalpha() for letter in cell)), "")


def couples(said: Words) -> set[tuple[str, ...]]:
    """Neighbouring words; a single word stands alone."""
    return set(itertools.pairwise(said)) if len(said) > 1 else {said}


class Index:
    """Finds, among many passages, the few that share words with one, without comparing all with all."""

    def __init__(self, passages: Iterable[tuple[int, Words]]) -> None:
        self._at: dict[tuple[str, ...], list[int]] = {}
        for place, said in passages:
            for couple in couples(said):
                self._at.setdefault(couple, []).append(place)

    def sharing(self, said: Words) -> Counter[int]:
        """{place: how many couples of words it shares}; couples that stand nearly everywhere tell nothing."""
        found: Counter[int] = Counter()
        for couple in couples(said):
            places = self._at.get(couple, ())
            if len(places) <= COMMON:
                found.update(places)
        return found

    def nearest(self, said: Words, most: int = 6) -> Sequence[int]:
        """The places that share most, best first."""
        return [place for place, _shared in self.sharing(said).most_common(most)]

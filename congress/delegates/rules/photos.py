"""Whose photograph a file is, told from what the file is called: the Party card number, or the name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Match
from congress.people.rules import card_key
from congress.shared.vietnamese import name_sort_key, sought, tidy


@dataclass(frozen=True)
class Matched:
    """How a file's name was understood, and the delegates it may mean: exactly one where `found`."""

    how: Match
    lines: tuple[Line, ...] = ()

    @property
    def line(self) -> Line | None:
        """The one delegate it means."""
        return self.lines[0] if len(self.lines) == 1 else None


class Roll:
    """The delegates photographs may be of, by card number and by name; made once for many files.

    >>> Roll(lines).find("MH-000123")            # a card number, with or without spaces and dots
    >>> Roll(lines).find("Nguyễn Thị Hòa")       # a name, with marks or without
    >>> Roll(lines).find("MH-000123 Nguyễn Thị Hòa")
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.by_card: dict[str, Line] = {}
        self.by_key: dict[str, list[Line]] = {}
        self.by_fold: dict[str, list[Line]] = {}
        for line in lines:
            if key := card_key(line.party_card_number):
                self.by_card[key] = line
            self.by_key.setdefault(name_sort_key(line.full_name), []).append(line)
            self.by_fold.setdefault(sought(line.full_name), []).append(line)

    def find(self, stem: str) -> Matched:
        """The delegate a file of this name (without its ending) is of.

        A card number counts before a name, a name with its marks before one without. A name that several delegates
        have means none of them until somebody decides.
        """
        words = _words(stem)
        for number in dict.fromkeys((stem, words.split(" ")[0], words.split(" ")[-1])):
            if line := self.by_card.get(card_key(number) or "-"):
                return Matched(Match.CARD, (line,))
        name = " ".join(word for word in words.split(" ") if not any(letter.isdigit() for letter in word))
        if not name:
            return Matched(Match.NOBODY)
        same = self.by_key.get(name_sort_key(name)) or self.by_fold.get(sought(name)) or []
        how = Match.NAME if len(same) == 1 else Match.SEVERAL if same else Match.NOBODY
        return Matched(how, tuple(same))


def _words(stem: str) -> str:
    """ "Nguyễn_Thị_Hòa (2)" as words: what systems put between and behind words is no part of a name."""
    return tidy(stem.translate(dict.fromkeys(map(ord, "_()[]{},;+"), " ")))


def in_doubt(matches: Sequence[Matched]) -> list[bool]:
    """For each match whether an earlier one means the same delegate: two photographs of one person."""
    seen: set[object] = set()
    twice = []
    for match in matches:
        key = match.line.id if match.line else None
        twice.append(key is not None and key in seen)
        seen.add(key)
    return twice

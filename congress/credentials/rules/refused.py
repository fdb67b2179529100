"""Whom a report proposes not to recognise: typed one a line, each held against the delegates it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass

from congress.delegates.rules.work_words import plain_words

Person = tuple[str, str, str, str]
"""(id, name, cell, birth), as the figures keep them."""


@dataclass(frozen=True)
class Refused:
    """The lines that name a summoned delegate, each of them once, and those that name nobody or nobody for sure."""

    lines: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many delegates are proposed not to be recognised."""
        return len(self.lines)


def refused(text: str, people: Sequence[Person]) -> Refused:
    """Read the typed lines. The first name in a line is whom it is about; namesakes are told apart by their cell."""
    found: dict[str, list[str]] = {}
    strangers = []
    for line in filter(None, map(str.strip, text.splitlines())):
        about = _about(line, people)
        if len(about) == 1:
            found.setdefault(about[0][0], []).append(line)
        else:
            strangers.append(line)
    return Refused(tuple("; ".join(lines) for lines in found.values()), tuple(strangers))


def line_for(name: str, cell: str, reason: str) -> str:
    """A line about one delegate, as `refused` reads it back."""
    told = " ".join(reason.split()).rstrip(".")
    return f"{name} ({cell}){f': {told}' if told else ''}"


def _about(line: str, people: Sequence[Person]) -> list[Person]:
    words = plain_words(line)
    at = {person: place for person in people if (place := words.find(plain_words(person[1]))) >= 0}
    if not at:
        return []
    first = min(at.values())
    longest = max(len(plain_words(person[1])) for person, place in at.items() if place == first)
    named = [person for person, place in at.items() if place == first and len(plain_words(person[1])) == longest]
    return _narrowed(_narrowed(named, line.casefold(), 1), words, 2)


def _narrowed(named: list[Person], text: str, of: int) -> list[Person]:
    """Those whose name, letter by letter, or whose cell stands in the line; everybody where that leaves nobody."""
    said = [person for person in named if (person[of].casefold() if of == 1 else plain_words(person[of])) in text]
    return said if len(named) > 1 and said else named

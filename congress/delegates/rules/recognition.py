"""Whom a row of a workbook speaks of: a delegate already entered, perhaps one, or somebody new."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from congress.delegates.rules.checks import Seat
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.people.rules import Facts, Identity, Likeness, likeness

OF_SEAT = ("origin", "standing", "rank", "votes", "ballots")


@dataclass(frozen=True)
class Entry:
    """A delegate as recorded: the fields of the person and of OF_SEAT by name, as the actions take them."""

    id: UUID
    version: int
    unit_id: UUID
    review: Review
    fields: Mapping[str, Any]
    confirmed: frozenset[str] = frozenset()
    replaced: bool = False
    promoted: bool = False

    @cached_property
    def identity(self) -> Identity:
        """What tells this person from others."""
        return identity_of(self.fields)

    @cached_property
    def seat(self) -> Seat:
        """The capacity as the checks take it."""
        return replace(seat_of(self.fields), replaced=self.replaced)


def identity_of(fields: Mapping[str, Any]) -> Identity:
    """What tells a person with these fields from others."""
    return Identity(fields.get("full_name") or "", fields.get("birth"), fields.get("party_card_number") or "")


def facts_of(fields: Mapping[str, Any]) -> Facts:
    """The dates of a person with these fields."""
    return Facts(fields.get("birth"), fields.get("party_admitted_on"), fields.get("party_official_on"))


def seat_of(fields: Mapping[str, Any]) -> Seat:
    """The capacity in these fields; elected and official unless they say otherwise."""
    return Seat(
        fields.get("origin") or Origin.ELECTED,
        fields.get("standing") or Standing.OFFICIAL,
        fields.get("rank"),
        fields.get("votes"),
        fields.get("ballots"),
    )


@dataclass(frozen=True)
class Recognised:
    """The one delegate a row certainly speaks of, or those it may speak of; neither for somebody new."""

    entry: Entry | None = None
    perhaps: tuple[Entry, ...] = ()


@dataclass
class Roll:
    """Delegates already entered, found by card and by name without marks."""

    entries: Sequence[Entry]
    _by_card: dict[str, Entry] = field(init=False)
    _by_name: dict[str, list[Entry]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_card = {entry.identity.card_key: entry for entry in self.entries if entry.identity.card_key}
        self._by_name = grouped(self.entries)

    def recognise(self, identity: Identity) -> Recognised:
        """By Party card number, else by name and birth.

        Certain is the same card with the same name or birth, and the same name (Hòa is Hoà) with the same birth, day
        or year as far as both know it. Anything else that is alike is asked about: a name without marks, an unknown
        birth, another birth in the same year, two who fit, a card that says one and a name that says another.
        """
        by_card = self._by_card.get(identity.card_key) if identity.card_key else None
        alike = [entry for entry in self._by_name.get(identity.folded, ()) if _alike(identity, entry)]
        sure = [entry for entry in alike if _certain(identity, entry)]
        if by_card is not None:
            others = [entry for entry in sure if entry is not by_card]
            if not others and _agrees(identity, by_card.identity):
                return Recognised(by_card)
            return Recognised(perhaps=(by_card, *others))
        if len(sure) == 1:
            return Recognised(sure[0])
        return Recognised(perhaps=tuple(sure or alike))


def grouped(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by name without marks."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.identity.folded].append(entry)
    return found


def _alike(identity: Identity, entry: Entry) -> bool:
    return likeness(identity, entry.identity) is not Likeness.NONE


def _certain(identity: Identity, entry: Entry) -> bool:
    """The same name and birth, and no two different cards."""
    other = entry.identity
    if identity.card_key and other.card_key and identity.card_key != other.card_key:
        return False
    return identity.birth is not None and identity.birth == other.birth and identity.name_key == other.name_key


def _agrees(one: Identity, other: Identity) -> bool:
    """Whether two records of one card may be one person: at least the name or the birth is the same."""
    return one.folded == other.folded or (one.birth is not None and one.birth == other.birth)

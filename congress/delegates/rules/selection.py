"""Which lines of the roll somebody asks for, and how many each filter would leave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from congress.delegates.rules import traits
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Review, Standing, Status
from congress.people.vocabulary import Sex
from congress.shared.vietnamese import sought

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Selection:
    """Which lines are wanted; every field narrows further. A trait is looked at on `day` (rules/traits.py).

    Whoever has been replaced is left out unless the status, or a name, is asked for: the roll is of those who hold a
    place.
    """

    search: str = ""
    unit: UUID | None = None
    origin: Origin | None = None
    standing: Standing | None = None
    sex: Sex | None = None
    review: Review | None = None
    status: Status | None = None
    incomplete: bool = False
    replaced_too: bool = False
    trait: str = ""
    day: date = date.max

    @classmethod
    def read(cls, filters: Mapping[str, str], search: str = "", day: date = date.max) -> "Selection":
        """From the filters of a list's address; what no vocabulary knows narrows nothing."""
        return cls(
            search=search,
            unit=_id(filters.get("unit", "")),
            origin=_word(Origin, filters.get("origin")),
            standing=_word(Standing, filters.get("standing")),
            sex=_word(Sex, filters.get("sex")),
            review=_word(Review, filters.get("review")),
            status=_word(Status, filters.get("status")),
            incomplete=bool(filters.get("incomplete")),
            trait=trait if (trait := filters.get("trait", "")) in traits.TRAITS else "",
            day=day,
        )

    @cached_property
    def folded(self) -> str:
        """The search without marks."""
        return sought(self.search)

    def takes(self, line: Line) -> bool:
        """Whether a line is wanted."""
        chosen = ("unit_id", self.unit), *((name, getattr(self, name)) for name in WORDS)
        return (
            (line.current or self.status is not None or self.replaced_too or bool(self.search))
            and all(wanted is None or getattr(line, name) == wanted for name, wanted in chosen)
            and (not self.incomplete or bool(line.missing))
            and (not self.trait or traits.has(self.trait, line, self.day))
            and (not self.search or self.folded in line.searched)
        )

    def of(self, lines: Iterable[Line]) -> list[Line]:
        """The wanted lines."""
        return [line for line in lines if self.takes(line)]

    def on_paper(self, units: Mapping[UUID, str], but: str = "") -> str:
        """The filters in words, for workbook and paper: "được bầu, nữ, Chi bộ ấp Mỹ Thạnh"; "" without any.

        `but` names a filter that is said elsewhere, as the standing in a paper's title.
        """
        words = [getattr(self, name).label.lower() for name in WORDS if name != but and getattr(self, name)]
        if self.unit:
            words.append(units.get(self.unit, ""))
        if self.incomplete:
            words.append("cần bổ sung")
        if self.trait:
            words.append(traits.named(self.trait).lower())
        if self.search:
            words.append(f"tìm “{self.search}”")
        return ", ".join(filter(None, words))


WORDS = ("standing", "origin", "sex", "review", "status")


FACETS = ("unit", *WORDS, "incomplete")


FILTERS = (*FACETS, "trait")


def _word(words: type[Word], value: str | None) -> Word | None:
    return words(value) if value in set(words) else None


def _id(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def facets(lines: Sequence[Line], selection: Selection) -> dict[str, dict[Any, int]]:
    """How many lines each filter would leave, the others staying as they are: {"sex": {Sex.FEMALE: 52, …}, …}."""
    found: dict[str, dict[Any, int]] = {}
    for name in FACETS:
        nothing: dict[str, Any] = {name: False if name == "incomplete" else None}
        others = replace(selection, **nothing, replaced_too=name == "status" or selection.replaced_too)
        counted: dict[Any, int] = {}
        for line in others.of(lines):
            value = bool(line.missing) if name == "incomplete" else getattr(line, "unit_id" if name == "unit" else name)
            counted[value] = counted.get(value, 0) + 1
        found[name] = counted
    return found

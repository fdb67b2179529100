"""Who still owes what to the congress, and by when: one list for the dashboard, its full page and the state report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from congress.overview.vocabulary import Owed, Urgency
from congress.shared.vietnamese import searched, sought, text_sort_key

SOON = 7  # days; a week is what an office can still set in motion with the telephone
ORDER = {Urgency.LATE: 0, Urgency.SOON: 1, Urgency.LATER: 2, Urgency.UNDATED: 3}


@dataclass(frozen=True)
class Debt:
    """One piece of work: what, who owes it, until when.

    `about` names the round or paper; `remarks` are marked sentences with their values; `endpoint` with `address` is
    the page where the work is done. `is_body` tells a subcommittee's work from a cell's.
    """

    what: Owed
    who: str
    last_day: date | None
    endpoint: str
    address: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    remarks: Sequence[tuple[str, Mapping[str, Any]]] = ()
    is_body: bool = False

    def days(self, today: date) -> int | None:
        """Days until the last one; negative once it is over, None without one."""
        return (self.last_day - today).days if self.last_day else None

    def urgency(self, today: date) -> Urgency:
        """How pressing it is today; on the last day itself it is not late yet."""
        left = self.days(today)
        if left is None:
            return Urgency.UNDATED
        if left < 0:
            return Urgency.LATE
        return Urgency.SOON if left <= SOON else Urgency.LATER

    def on_paper(self) -> str:
        """The remarks in Vietnamese."""
        return " ".join(text % values for text, values in self.remarks)


def in_order(debts: Iterable[Debt], today: date) -> list[Debt]:
    """The most pressing first: late ones by how long, then the next due; subcommittees before cells of the same day."""

    def place(debt: Debt) -> tuple[Any, ...]:
        last = debt.last_day or date.max
        return ORDER[debt.urgency(today)], last, not debt.is_body, text_sort_key(debt.who), debt.what.value, debt.about

    return sorted(debts, key=place)


@dataclass(frozen=True)
class Owner:
    """What one body or cell owes, counted."""

    who: str
    is_body: bool
    late: int
    soon: int
    other: int

    @property
    def total(self) -> int:
        """Everything it owes."""
        return self.late + self.soon + self.other


def by_owner(debts: Sequence[Debt], today: date, bodies: Sequence[str] = ()) -> list[Owner]:
    """One line for each body in the given order, whether it owes anything or not; then the cells that owe, by name."""
    found: dict[tuple[str, bool], list[Urgency]] = {(body, True): [] for body in bodies}
    for debt in in_order(debts, today):
        found.setdefault((debt.who, debt.is_body), []).append(debt.urgency(today))
    owners = [
        Owner(
            who,
            is_body,
            late=urgencies.count(Urgency.LATE),
            soon=urgencies.count(Urgency.SOON),
            other=len([each for each in urgencies if each in (Urgency.LATER, Urgency.UNDATED)]),
        )
        for (who, is_body), urgencies in found.items()
    ]
    bodies_first = [each for each in owners if each.is_body]
    return bodies_first + sorted(
        (each for each in owners if not each.is_body), key=lambda each: text_sort_key(each.who)
    )


Word = TypeVar("Word", Owed, Urgency)


def _known(words: type[Word], value: str | None) -> Word | None:
    return next((each for each in words if each.value == value), None)


@dataclass(frozen=True)
class Wanted:
    """What the full list is narrowed to; nothing means everything."""

    urgency: Urgency | None = None
    what: Owed | None = None
    words: str = ""

    @classmethod
    def read(cls, filters: Mapping[str, str], words: str = "") -> "Wanted":
        """From the address; a word nobody knows narrows nothing."""
        return cls(_known(Urgency, filters.get("urgency")), _known(Owed, filters.get("what")), words)

    def takes(self, debt: Debt, today: date) -> bool:
        """Whether a line is shown; words are looked for without marks in who owes it and in what it is about."""
        return (
            self.urgency in (None, debt.urgency(today))
            and self.what in (None, debt.what)
            and (not self.words or sought(self.words) in searched(f"{debt.who} {debt.about}"))
        )

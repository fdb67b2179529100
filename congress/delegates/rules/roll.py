"""The roll of delegates as plain lines: narrowed, ordered, grouped, counted alike for screen, workbook and paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any
from uuid import UUID

from congress.delegates.rules import traits
from congress.delegates.rules.checks import Seat
from congress.delegates.vocabulary import Missing, Origin, Reason, Review, Standing, Status
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared import vietnamese
from congress.shared.vietnamese import PartialDate, fold

MAJORITY_ETHNICITY = traits.MAJORITY_ETHNICITY


@dataclass(frozen=True, kw_only=True)
class Line:
    """One delegate with person and cell, as lists show it; card and telephone only for those who may see them."""

    id: UUID
    unit_id: UUID
    unit: str
    unit_position: int = 0
    full_name: str
    name_sort: str
    sex: Sex | None = None
    birth: PartialDate | None = None
    ethnicity: str = ""
    religion: str = ""
    home_place: str = ""
    party_admitted_on: date | None = None
    party_official_on: date | None = None
    general_education: GeneralEducation | None = None
    qualification: Qualification | None = None
    profession: str = ""
    theory: Theory | None = None
    state_management: str = ""
    foreign_language: str = ""
    informatics: str = ""
    post: str = ""
    workplace: str = ""
    party_card_number: str = ""
    phone: str = ""
    rewards: str = ""
    discipline: str = ""
    note: str = ""
    origin: Origin = Origin.ELECTED
    standing: Standing = Standing.OFFICIAL
    rank: int | None = None
    votes: int | None = None
    ballots: int | None = None
    review: Review = Review.NOT_SENT
    return_reason: str = ""
    status: Status = Status.NAMED
    status_reason: Reason | None = None
    absent_throughout: bool = False
    moved_to: str = ""
    sits_with: str = ""
    promoted: bool = False

    @property
    def current(self) -> bool:
        """Whether the delegate still holds the place; not once an alternate has come up for it."""
        return self.status is not Status.REPLACED

    @property
    def takes_part(self) -> bool:
        """Whether the delegate is, or will be, summoned: neither replaced nor barred (domain.md §2.3)."""
        return self.status not in (Status.REPLACED, Status.NOT_SUMMONED)

    @property
    def misses_all(self) -> bool:
        """Whether the delegate is away for the whole congress, and so leaves the base (domain.md §5.5)."""
        return self.status is Status.ABSENT and self.absent_throughout

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What the record still lacks."""
        lacking = {
            Missing.BIRTH: self.birth is None,
            Missing.SEX: self.sex is None,
            Missing.ETHNICITY: not self.ethnicity,
            Missing.HOME_PLACE: not self.home_place,
            Missing.ADMITTED: self.party_admitted_on is None,
            Missing.OFFICIAL: self.party_official_on is None,
            Missing.EDUCATION: self.general_education is None,
            Missing.POST: not (self.post or self.workplace),
        }
        return tuple(word for word, is_lacking in lacking.items() if is_lacking)

    @cached_property
    def searched(self) -> str:
        """What a search looks at: name, post, workplace, cell, without marks."""
        return vietnamese.searched(f"{self.full_name} {self.post} {self.workplace} {self.unit}")

    @property
    def unit_short(self) -> str:
        """The cell's name under a head that says "Chi bộ": "Ấp Mỹ Thạnh" for Chi bộ ấp Mỹ Thạnh."""
        rest = self.unit.removeprefix("Chi bộ ")
        return rest[:1].upper() + rest[1:]

    @property
    def work(self) -> str:
        """Post and workplace in one cell of a table."""
        return ", ".join(filter(None, (self.post, self.workplace)))

    @property
    def training(self) -> str:
        """Qualification and its field: "Đại học, Luật"."""
        return ", ".join(filter(None, (self.qualification.label if self.qualification else "", self.profession)))

    @property
    def seat(self) -> Seat:
        """The capacity as the checks take it."""
        return Seat(self.origin, self.standing, self.rank, self.votes, self.ballots, replaced=not self.current)

    @property
    def remarks(self) -> str:
        """The note of lists and papers: where somebody takes part in Party life now, and what was noted."""
        moved = f"Sinh hoạt tại {self.moved_to}" if self.moved_to else ""
        sits = f"Ngồi cùng đoàn {self.sits_with}" if self.sits_with else ""
        return ", ".join(filter(None, (moved, sits, self.note)))

    @property
    def capacity(self) -> str:
        """ "Chính thức", or "Dự khuyết 2" for the second alternate."""
        return f"{self.standing.label} {self.rank}" if self.rank else self.standing.label


def by_name(line: Line) -> tuple[Any, ...]:
    """Vietnamese order of names; of the same name the elder first."""
    return line.name_sort, line.birth or PartialDate(1800), line.unit_position, line.id


def by_unit(line: Line) -> tuple[Any, ...]:
    """Printed order of cells; within one the officials by name, then the alternates by rank."""
    alternate = line.standing is Standing.ALTERNATE
    return line.unit_position, line.unit_id, alternate, (line.rank or 999) if alternate else 0, *by_name(line)


LAST = date(9999, 12, 31)
ORDERS: dict[str, Callable[[Line], tuple[Any, ...]]] = {
    "name": by_name,
    "unit": by_unit,
    "birth": lambda line: (line.birth or PartialDate(2199), *by_name(line)),
    "party_admitted_on": lambda line: (line.party_admitted_on or LAST, *by_name(line)),
    "party_official_on": lambda line: (line.party_official_on or LAST, *by_name(line)),
    "standing": lambda line: (line.standing is Standing.ALTERNATE, line.rank or 0, *by_name(line)),
}


def in_order(lines: Iterable[Line], order: str = "name", descending: bool = False) -> list[Line]:
    """The lines in one of ORDERS; an unknown order is by name."""
    return sorted(lines, key=ORDERS.get(order, by_name), reverse=descending)


def in_groups(lines: Iterable[Line]) -> list[tuple[UUID, str, list[Line]]]:
    """Neighbours of one cell together: (cell's id, name, lines); the lines are already in order."""
    grouped = groupby(lines, key=lambda line: (line.unit_id, line.unit))
    return [(unit_id, unit, list(members)) for (unit_id, unit), members in grouped]


@dataclass(frozen=True)
class Totals:
    """Counts over lines, each of which a page links to the lines behind it."""

    people: int = 0
    official: int = 0
    alternate: int = 0
    women: int = 0
    minority: int = 0
    ex_officio: int = 0
    elected: int = 0
    appointed: int = 0
    incomplete: int = 0


def add_up(lines: Iterable[Line]) -> Totals:
    """The totals row of the list; minority means an ethnicity that is given and is not Kinh."""
    rows = list(lines)
    origins = [line.origin for line in rows]
    alternate = sum(line.standing is Standing.ALTERNATE for line in rows)
    return Totals(
        people=len(rows),
        official=len(rows) - alternate,
        alternate=alternate,
        women=sum(line.sex is Sex.FEMALE for line in rows),
        minority=sum(bool(line.ethnicity) and fold(line.ethnicity) != MAJORITY_ETHNICITY for line in rows),
        ex_officio=origins.count(Origin.EX_OFFICIO),
        elected=origins.count(Origin.ELECTED),
        appointed=origins.count(Origin.APPOINTED),
        incomplete=sum(bool(line.missing) for line in rows),
    )

"""The structure of the congress against its targets: counted, shared, held against what was set, cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from congress.credentials.vocabulary import TargetKind, TargetScope
from congress.delegates.rules import traits
from congress.delegates.rules.roll import Line
from congress.delegates.rules.traits import GROUPS, TRAITS, Group, Trait
from congress.delegates.vocabulary import Standing
from congress.shared.ages import average_on_paper, known_age
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Target:
    """At least so many, in per cent or people, of a trait: of the whole congress or of every cell."""

    id: UUID
    trait: str
    scope: TargetScope
    kind: TargetKind
    amount: int

    def needed(self, whole: int) -> int:
        """The least number that meets it, of so many people."""
        return -(-self.amount * whole // 100) if self.kind is TargetKind.PERCENT else self.amount


@dataclass(frozen=True)
class Figure:
    """How many of the counted have a trait, and how many are needed (None without a target)."""

    trait: Trait
    count: int
    whole: int
    needed: int | None = None

    @property
    def lacking(self) -> int:
        """How many are still missing."""
        return max(0, (self.needed or 0) - self.count)


@dataclass(frozen=True)
class Table:
    """One group of figures."""

    group: Group
    figures: tuple[Figure, ...]

    @property
    def highest(self) -> int:
        """The longest bar or target line of the chart."""
        return max([1, *(max(figure.count, figure.needed or 0) for figure in self.figures)])


@dataclass(frozen=True)
class Short:
    """A cell that misses a target."""

    unit_id: UUID
    unit: str
    figure: Figure


@dataclass(frozen=True)
class Structure:
    """Everything the board shows of the chosen people."""

    whole: int
    tables: tuple[Table, ...]
    short: tuple[Short, ...] = ()
    average_age: str = ""
    aged: int = 0
    average_party_age: str = ""
    party_aged: int = 0

    @property
    def missed(self) -> list[Figure]:
        """The congress-wide targets not met yet."""
        return [figure for table in self.tables for figure in table.figures if figure.lacking]


def chosen(lines: Iterable[Line], standing: Standing, *, received: bool = False) -> list[Line]:
    """Those of one standing who take part; `received` leaves out whom the subcommittee has not received."""
    return [
        line
        for line in lines
        if line.takes_part and line.standing is standing and (not received or line.review.value == "received")
    ]


@dataclass(frozen=True)
class Board:
    """What one reader asked for: of whom, what came out, cell by cell; ages on `day`."""

    standing: Standing
    received: bool
    day: date
    structure: Structure
    cells: "CellTable"


BY_CELL = (traits.COUNTED, traits.WOMEN, traits.YOUTH, traits.MINORITY)
"""What every cell's row of the board shows."""


@dataclass(frozen=True)
class CellRow:
    """One cell's figures, a column each; the last row, of all cells, has no id."""

    unit_id: UUID | None
    unit: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class CellTable:
    """The cells one by one: what is always shown, and every trait a target is set for."""

    columns: tuple[Trait, ...]
    rows: list[CellRow]
    sums: CellRow


def by_cell(
    lines: Sequence[Line], cells: Iterable[tuple[UUID, str]], targets: Sequence[Target], day: date
) -> CellTable:
    """A row for each of these cells, also where nobody is entered yet; a cell without anybody misses no target yet."""
    members: dict[UUID, list[Line]] = {}
    for line in lines:
        members.setdefault(line.unit_id, []).append(line)
    whole, each = (_targets(targets, scope) for scope in (TargetScope.WHOLE, TargetScope.EACH_CELL))
    known = {trait.key for trait in BY_CELL}
    columns = (*BY_CELL, *(trait for key, trait in TRAITS.items() if key not in known and key in whole | each))

    def row(unit_id: UUID | None, unit: str, people: Sequence[Line], wanted: dict[str, Target]) -> CellRow:
        figures = (_figure(trait, people, wanted.get(trait.key) if people else None, day) for trait in columns)
        return CellRow(unit_id, unit, tuple(figures))

    rows = [row(unit_id, unit, members.get(unit_id, []), each) for unit_id, unit in cells]
    return CellTable(columns, rows, row(None, "", lines, whole))


def _targets(targets: Sequence[Target], scope: TargetScope) -> dict[str, Target]:
    return {target.trait: target for target in targets if target.scope is scope}


def structure(lines: Sequence[Line], targets: Sequence[Target], day: date) -> Structure:
    """Count every group of traits over these lines; ages on `day`."""
    whole = _targets(targets, TargetScope.WHOLE)
    ages = [age for line in lines if (age := known_age(line.birth, day))]
    party = [age for line in lines if (age := known_age(line.party_admitted_on, day))]
    return Structure(
        whole=len(lines),
        tables=tuple(Table(group, tuple(_figures(group, lines, whole, day))) for group in GROUPS),
        short=tuple(_short(lines, [each for each in targets if each.scope is TargetScope.EACH_CELL], day)),
        average_age=average_on_paper(ages),
        aged=len(ages),
        average_party_age=average_on_paper(party),
        party_aged=len(party),
    )


def _figures(group: Group, lines: Sequence[Line], whole: dict[str, Target], day: date) -> Iterable[Figure]:
    wanted = list(group.traits)
    if not group.whole:
        wanted += [trait for trait in traits.YOUNGER if trait.key in whole and trait not in wanted]
    for trait in wanted:
        yield _figure(trait, lines, whole.get(trait.key), day)


def _figure(trait: Trait, lines: Sequence[Line], target: Target | None, day: date) -> Figure:
    count = sum(trait.test(line, day) for line in lines)
    return Figure(trait, count, len(lines), target.needed(len(lines)) if target else None)


def _short(lines: Sequence[Line], targets: Sequence[Target], day: date) -> Iterable[Short]:
    cells: dict[UUID, list[Line]] = {}
    for line in sorted(lines, key=lambda line: (line.unit_position, line.unit_id)):
        cells.setdefault(line.unit_id, []).append(line)
    for target in targets:
        for unit_id, members in cells.items():
            figure = _figure(TRAITS[target.trait], members, target, day)
            if figure.lacking:
                yield Short(unit_id, members[0].unit, figure)


def refuse_target(trait: str, kind: TargetKind, amount: int) -> None:
    """Only what can be counted and reached. Raises RuleBroken on `trait` or `amount`."""
    if trait not in {each.key for group in traits.TARGETED for each in group.traits}:
        raise RuleBroken(N_("Chưa đặt được mục tiêu cho mục này."), "trait")
    if kind is TargetKind.PERCENT and amount > 100:
        raise RuleBroken(N_("Tỷ lệ không quá 100 phần trăm."), "amount")

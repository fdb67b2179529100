"""The one-line summaries cell by cell: a paper of its own for each, issued and signed by the cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.congresses.models import Congress
from congress.delegates import queries
from congress.delegates.printouts.columns import SUMMARY_CELLS
from congress.delegates.printouts.words import OF_WHOM, sentence, styled
from congress.delegates.rules import roll
from congress.delegates.rules.on_paper import called, left_out
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit
from congress.units.vocabulary import UnitKind

CELLS = (UnitKind.CELL, UnitKind.GRASSROOTS_CELL)


@dataclass(frozen=True)
class CellPaper:
    """One cell's paper."""

    heading: Heading
    title: Title
    table: Table
    sentence: str
    signature: Signature


def cell_summaries(congress: Congress, *, today: date, unit: str = "", scope: UnitScope | None = None) -> Printout:
    """The one-line summaries (danh sách trích ngang) of each cell on pages of its own, for the cell to sign.

    unit  the code of one cell; "" for every cell that has delegates
    """
    within = scope or UnitScope.everything()
    all_units = units.listed(congress.id, within)
    if unit and unit not in {each.code for each in all_units}:
        raise ValueError(f"không có chi bộ mang mã “{unit}”.")
    members: dict[object, list[Line]] = {}
    for line in roll.in_order(queries.lines(congress.id, within), "unit"):
        members.setdefault(line.unit_id, []).append(line)
    papers = [
        _paper(congress, each, members[each.id]) for each in all_units if each.id in members and unit in ("", each.code)
    ]
    return Printout(
        template="delegates/printouts/cells.html",
        filename=file_name(congress.slug, f"Trích ngang đại biểu {unit}".strip(), today),
        title=f"Danh sách trích ngang đại biểu từng chi bộ, {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        landscape=True,
        context={"papers": papers, "invented": congress.invented},
    )


def _paper(congress: Congress, unit: Unit, everyone: Sequence[Line]) -> CellPaper:
    lines = called(everyone, Selection())
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    subject = (
        f"{OF_WHOM[None]} của {unit.name[:1].lower()}{unit.name[1:]}\ndự {what} "
        f"{styled(congress, congress.organisation)} lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"
    )
    cell = unit.kind in CELLS
    return CellPaper(
        heading=Heading(
            superior=styled(congress, congress.committee), issuer=unit.name, place=congress.name, year=_year(congress)
        ),
        title=Title(kind="Danh sách trích ngang", subject=subject),
        table=Table(
            [Column("STT", 9, "stt"), *(each.head for each in SUMMARY_CELLS)],
            [Group("", [[each.read(line) for each in SUMMARY_CELLS] for line in lines])],
            size=9,
        ),
        sentence=sentence(roll.add_up(lines), left_out(everyone, Selection())),
        signature=Signature(authority="T/M Chi ủy" if cell else "T/M Ban Chấp hành", position="Bí thư"),
    )


def _year(congress: Congress) -> int | None:
    """The year of the paper, whose day the cell writes by hand."""
    return congress.opens_on.year if congress.opens_on else None

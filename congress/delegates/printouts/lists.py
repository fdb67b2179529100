"""The list of delegates and their one-line summaries, from the same lines, filters and order as the screen."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from congress.congresses.models import Congress
from congress.delegates.printouts.chosen import Wanted, asked
from congress.delegates.printouts.columns import CELLS, LIST_CELLS, SUMMARY_CELLS, Cell, refuse_unknown
from congress.delegates.printouts.words import OF_WHOM, counted, sentence, styled
from congress.delegates.rules import roll
from congress.delegates.rules.roll import Totals
from congress.delegates.vocabulary import Standing
from congress.people.vocabulary import Sex
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table


def delegate_list(
    congress: Congress,
    *,
    today: date,
    standing: str = "official",
    group_by: str = "",
    order: str = "name",
    unit: str = "",
    columns: Iterable[str] = (),
    of: Wanted | None = None,
) -> Printout:
    """The list of delegates, upright: official ones in the order of names unless asked otherwise.

    standing  "official", "alternate" or "both" (then the officials first, the alternates after them)
    group_by  "unit" for a line per cell; ""
    order     a key of rules.roll.ORDERS
    unit      the code of one cell; "" for all
    columns   keys of CELLS; none means the usual ones
    `of` hands in lines already chosen (the page's filters); the other words are then ignored.
    """
    if of is None:
        refuse_unknown(columns := list(columns))
    rows = of or asked(congress, standing, group_by, order, unit)
    keys = _keys(columns, rows)
    cells = [CELLS[key] for key in keys]
    totals = roll.add_up(rows.lines)
    table = Table(
        [Column("STT", 9.5, "stt"), *(cell.head for cell in cells)],
        _groups(rows, cells),
        totals=_sums(cells, totals) if rows.lines else (),
        size=12 if len(cells) <= 6 else 11 if len(cells) <= 8 else 9,
    )
    return _printout(congress, "Danh sách đại biểu", "Danh sách", rows, table, totals, today, landscape=len(cells) > 8)


def delegate_summaries(
    congress: Congress,
    *,
    today: date,
    standing: str = "both",
    group_by: str = "unit",
    order: str = "name",
    unit: str = "",
    of: Wanted | None = None,
) -> Printout:
    """The one-line summaries (danh sách trích ngang), turned, by cell unless asked otherwise; see delegate_list."""
    rows = of or asked(congress, standing, group_by, order, unit)
    cells = list(SUMMARY_CELLS)
    if not rows.by_unit:
        cells.insert(12, Cell(Column("Chi bộ", 20), lambda line: line.unit_short))
    totals = roll.add_up(rows.lines)
    men = sum(line.sex is Sex.MALE for line in rows.lines)
    sums = [f"Tổng cộng: {totals.people}", f"{men} nam", f"{totals.women} nữ", *[""] * (len(cells) - 3)]
    table = Table(
        [Column("STT", 9, "stt"), *(cell.head for cell in cells)],
        _groups(rows, cells),
        totals=sums if rows.lines else (),
        size=9,
    )
    return _printout(
        congress, "Danh sách trích ngang đại biểu", "Danh sách trích ngang", rows, table, totals, today, landscape=True
    )


def _keys(columns: Iterable[str], rows: Wanted) -> list[str]:
    """The columns of the list: those chosen, or the usual ones; what every row would say alike is left out."""
    chosen = [key for key in columns if key in CELLS]
    keys = chosen or [key for key in LIST_CELLS if not (key == "unit" and rows.by_unit)]
    if not chosen and rows.selection.standing is not Standing.ALTERNATE and not rows.by_unit:
        keys.remove("standing")
    if not chosen and rows.selection.standing is Standing.OFFICIAL and "standing" in keys:
        keys.remove("standing")
    return ["name", *(key for key in keys if key != "name")]


def _groups(rows: Wanted, cells: Sequence[Cell]) -> list[Group]:
    """One group per cell, or per standing where both are on the paper, or one without a line."""
    if rows.by_unit:
        parts = [(unit, members) for _unit_id, unit, members in roll.in_groups(rows.lines)]
    else:
        parts = [
            (OF_WHOM[standing].capitalize(), [line for line in rows.lines if line.standing is standing])
            for standing in Standing
        ]
    parts = [(label, members) for label, members in parts if members]
    alone = len(parts) < 2 and not rows.by_unit
    return [
        Group(
            "" if alone else f"{label} — {counted(members)}",
            [[cell.read(line) for cell in cells] for line in members],
        )
        for label, members in parts
    ]


def _sums(cells: Sequence[Cell], totals: Totals) -> list[Any]:
    """The totals row: the number of people under the name, women under the sex."""
    under: dict[str, str] = {CELLS["name"].head.label: f"Tổng cộng: {totals.people}"}
    return [under.get(cell.head.label, "") for cell in cells]


def _printout(
    congress: Congress,
    thing: str,
    kind: str,
    rows: Wanted,
    table: Table,
    totals: Totals,
    today: date,
    *,
    landscape: bool,
) -> Printout:
    """The paper around the table: heading, title with the filters, closing sentence, signature."""
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    subject = (
        f"{OF_WHOM[rows.selection.standing]}\ndự {what} {styled(congress, congress.organisation)} "
        f"lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"
    )
    of_one_kind = rows.selection.standing
    return Printout(
        template="delegates/printouts/list.html",
        filename=file_name(congress.slug, f"{thing} dự khuyết" if of_one_kind is Standing.ALTERNATE else thing, today),
        title=f"{kind} {OF_WHOM[of_one_kind]} {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        landscape=landscape,
        context={
            "heading": Heading(
                superior=congress.superior, issuer=styled(congress, congress.committee), place=congress.name, date=today
            ),
            "title": Title(kind=kind, subject=subject, note=f"(Lọc theo: {rows.filters})" if rows.filters else ""),
            "table": table,
            "sentence": sentence(totals, rows.left_out) if rows.lines else "Chưa có đại biểu nào.",
            "invented": congress.invented,
            "signature": Signature(
                authority="T/M Ban Thường vụ",
                position="Bí thư",
                recipients=(styled(congress, "Lưu Văn phòng Đảng ủy"),),
            ),
        },
    )

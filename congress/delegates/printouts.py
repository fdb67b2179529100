"""The list of delegates and their one-line summaries on paper, from the same lines, filters and order as the screen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.delegates import queries
from congress.delegates.rules import roll
from congress.delegates.rules.roll import Line, Selection, Totals
from congress.delegates.vocabulary import Standing
from congress.people.vocabulary import Sex
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_on_paper, house_style, percent, two_digits
from congress.units import queries as units

STANDINGS = {"official": Standing.OFFICIAL, "alternate": Standing.ALTERNATE}
OF_WHOM = {
    None: "đại biểu chính thức và đại biểu dự khuyết",
    Standing.OFFICIAL: "đại biểu chính thức",
    Standing.ALTERNATE: "đại biểu dự khuyết",
}


@dataclass(frozen=True)
class Cell:
    """A column of a paper: its head, and what a line says in it."""

    head: Column
    read: Callable[[Line], Any]


def _day(value: date | None) -> str:
    return date_on_paper(value) if value else ""


def _word(value: Any) -> str:
    return value.label if value else ""


def _born(line: Line, sex: Sex) -> str:
    """The birth in the column of the sex; without a sex it is nowhere, and the record counts as incomplete."""
    return line.birth.label if line.birth and line.sex is sex else ""


def _honours(line: Line) -> str:
    return "\n".join(filter(None, (line.rewards, line.discipline)))


BORN = "Ngày, tháng, năm sinh"
JOINED = "Ngày vào Đảng"
TRAINED = "Trình độ"
CELLS: dict[str, Cell] = {
    "name": Cell(Column("Họ và tên", 40, "name"), lambda line: line.full_name),
    "birth": Cell(Column("Ngày sinh", 22, "date"), lambda line: line.birth.label if line.birth else ""),
    "sex": Cell(Column("Giới", 11, "centre"), lambda line: _word(line.sex)),
    "ethnicity": Cell(Column("Dân tộc", 14, "centre"), lambda line: line.ethnicity),
    "religion": Cell(Column("Tôn giáo", 15, "centre"), lambda line: line.religion),
    "home_place": Cell(Column("Quê quán", 30), lambda line: line.home_place),
    "party_admitted_on": Cell(Column("Vào Đảng", 22, "date"), lambda line: _day(line.party_admitted_on)),
    "party_official_on": Cell(Column("Chính thức", 22, "date"), lambda line: _day(line.party_official_on)),
    "general_education": Cell(Column("GDPT", 14, "centre"), lambda line: _word(line.general_education)),
    "training": Cell(Column("Chuyên môn", 24), lambda line: line.training),
    "theory": Cell(Column("LLCT", 17, "centre"), lambda line: _word(line.theory)),
    "state_management": Cell(Column("QLNN", 20), lambda line: line.state_management),
    "foreign_language": Cell(Column("Ngoại ngữ", 18), lambda line: line.foreign_language),
    "informatics": Cell(Column("Tin học", 18), lambda line: line.informatics),
    "work": Cell(Column("Chức vụ, đơn vị công tác", 41), lambda line: line.work),
    "unit": Cell(Column("Chi bộ", 33), lambda line: line.unit_short),
    "origin": Cell(Column("Thành phần", 23, "centre"), lambda line: line.origin.label),
    "standing": Cell(Column("Tư cách dự", 23, "centre"), lambda line: line.capacity),
    "votes": Cell(Column("Số phiếu", 14, "number"), lambda line: line.votes),
    "rewards": Cell(Column("Khen thưởng", 30), lambda line: line.rewards),
    "discipline": Cell(Column("Kỷ luật", 30), lambda line: line.discipline),
    "note": Cell(Column("Ghi chú", 24), lambda line: line.note),
}
LIST_CELLS = ("name", "birth", "sex", "work", "unit", "origin", "standing")
# The columns of the one-line summaries, as offices print them (domain.md §4.4 [D]).
SUMMARY_CELLS = (
    Cell(Column("Họ và tên", 30, "name"), lambda line: line.full_name),
    Cell(Column("Nam", 18, "date", BORN), lambda line: _born(line, Sex.MALE)),
    Cell(Column("Nữ", 18, "date", BORN), lambda line: _born(line, Sex.FEMALE)),
    Cell(Column("Dân tộc", 12, "centre"), lambda line: line.ethnicity),
    Cell(Column("Tôn giáo", 13, "centre"), lambda line: line.religion),
    Cell(Column("Quê quán", 22), lambda line: line.home_place),
    Cell(Column("Dự bị", 18, "date", JOINED), lambda line: _day(line.party_admitted_on)),
    Cell(Column("Chính thức", 18, "date", JOINED), lambda line: _day(line.party_official_on)),
    Cell(Column("GDPT", 12, "centre", TRAINED), lambda line: _word(line.general_education)),
    Cell(Column("Chuyên môn", 19, "text", TRAINED), lambda line: line.training),
    Cell(Column("LLCT", 13, "centre", TRAINED), lambda line: _word(line.theory)),
    Cell(Column("Chức vụ, đơn vị công tác", 31), lambda line: line.work),
    Cell(Column("Thành phần", 15, "centre"), lambda line: line.origin.label),
    Cell(Column("Khen thưởng, kỷ luật", 21), _honours),
    Cell(Column("Ghi chú", 19), lambda line: ", ".join(filter(None, (_alternate(line), line.note)))),
)


def _alternate(line: Line) -> str:
    return line.capacity if line.standing is Standing.ALTERNATE else ""


@dataclass(frozen=True)
class Wanted:
    """Which lines stand on a paper and how: the same words as the list's address."""

    lines: Sequence[Line]
    selection: Selection
    by_unit: bool = False
    filters: str = ""


def wanted(
    congress: Congress,
    *,
    scope: UnitScope | None = None,
    selection: Selection | None = None,
    order: str = "name",
    descending: bool = False,
    by_unit: bool = False,
) -> Wanted:
    """Read and order the lines of a paper; by default everybody the congress has, in the order of names."""
    chosen = selection or Selection()
    everyone = queries.lines(congress.id, scope or UnitScope.everything())
    lines = roll.in_order(chosen.of(everyone), "unit" if by_unit else order, descending)
    names = {line.unit_id: line.unit for line in everyone}
    return Wanted(lines, chosen, by_unit or order == "unit", chosen.on_paper(names, but="standing"))


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
        _refuse_unknown(columns := list(columns))
    rows = of or _asked(congress, standing, group_by, order, unit)
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
    rows = of or _asked(congress, standing, group_by, order, unit)
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


PRINTOUTS: dict[str, Callable[..., Printout]] = {
    "delegate-list": delegate_list,
    "delegate-summaries": delegate_summaries,
}
"""What the command line and the pages print, by name."""


def _asked(congress: Congress, standing: str, group_by: str, order: str, code: str) -> Wanted:
    """The lines these words mean; ValueError names a word that means nothing."""
    if standing not in (*STANDINGS, "both"):
        raise ValueError(f"standing là official, alternate hoặc both, không phải “{standing}”.")
    if order not in roll.ORDERS:
        raise ValueError(f"order là một trong {', '.join(roll.ORDERS)}, không phải “{order}”.")
    if group_by not in ("", "unit"):
        raise ValueError(f"group-by là unit hoặc để trống, không phải “{group_by}”.")
    codes = {each.code: each.id for each in units.listed(congress.id, UnitScope.everything())}
    if code and code not in codes:
        raise ValueError(f"không có chi bộ mang mã “{code}”.")
    selection = Selection(standing=STANDINGS.get(standing), unit=codes.get(code))
    return wanted(congress, selection=selection, order=order, by_unit=group_by == "unit")


def _refuse_unknown(columns: Iterable[str]) -> None:
    """ValueError names the columns that do not exist, instead of printing a paper without them."""
    if unknown := [key for key in columns if key not in CELLS]:
        raise ValueError(f"không có cột “{', '.join(unknown)}”; columns là một số trong: {', '.join(CELLS)}.")


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
            "" if alone else f"{label} — {_counted(members)}",
            [[cell.read(line) for cell in cells] for line in members],
        )
        for label, members in parts
    ]


def _counted(lines: Sequence[Line]) -> str:
    """ "4 đại biểu", with women and alternates where there are any: "5 đại biểu (2 nữ, 1 dự khuyết)"."""
    totals = roll.add_up(lines)
    mixed = totals.alternate and totals.official
    more = [f"{totals.women} nữ" if totals.women else "", f"{totals.alternate} dự khuyết" if mixed else ""]
    inside = ", ".join(filter(None, more))
    return f"{len(lines)} đại biểu" + (f" ({inside})" if inside else "")


def _sums(cells: Sequence[Cell], totals: Totals) -> list[Any]:
    """The totals row: the number of people under the name, women under the sex."""
    under: dict[str, str] = {CELLS["name"].head.label: f"Tổng cộng: {totals.people}"}
    return [under.get(cell.head.label, "") for cell in cells]


def _sentence(totals: Totals) -> str:
    """What the list holds, in words below it."""
    parts = [
        f"{two_digits(totals.official)} đại biểu chính thức" if totals.official else "",
        f"{two_digits(totals.alternate)} đại biểu dự khuyết" if totals.alternate else "",
    ]
    origins = [
        f"{two_digits(number)} {word}"
        for number, word in (
            (totals.ex_officio, "đương nhiên"),
            (totals.elected, "được bầu"),
            (totals.appointed, "chỉ định"),
        )
        if number
    ]
    women = f"{two_digits(totals.women)} nữ ({percent(totals.women, totals.people)}%)"
    return f"Danh sách có {' và '.join(filter(None, parts))}; trong đó {', '.join([women, *origins])}."


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

    def styled(text: str) -> str:
        return house_style(text, "uỷ" if congress.house_style is HouseStyle.OLD else "ủy")

    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    subject = (
        f"{OF_WHOM[rows.selection.standing]}\ndự {what} {styled(congress.organisation)} "
        f"lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"
    )
    of_one_kind = rows.selection.standing
    return Printout(
        template="delegates/printouts/list.html",
        filename=file_name(congress.slug, f"{thing} dự khuyết" if of_one_kind is Standing.ALTERNATE else thing, today),
        title=f"{kind} {OF_WHOM[of_one_kind]} {congress.title}",
        author=styled(congress.committee),
        date=today,
        landscape=landscape,
        context={
            "heading": Heading(
                superior=congress.superior, issuer=styled(congress.committee), place=congress.name, date=today
            ),
            "title": Title(kind=kind, subject=subject, note=f"(Lọc theo: {rows.filters})" if rows.filters else ""),
            "table": table,
            "sentence": _sentence(totals) if rows.lines else "Chưa có đại biểu nào.",
            "invented": congress.invented,
            "signature": Signature(
                authority="T/M Ban Thường vụ", position="Bí thư", recipients=(styled("Lưu Văn phòng Đảng ủy"),)
            ),
        },
    )

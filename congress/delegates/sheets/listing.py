"""The columns of the list of delegates, on screen and in its workbook."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from congress.delegates.rules.roll import Line, Totals
from congress.delegates.vocabulary import Status
from congress.shared.labels import N_
from congress.shared.vietnamese import percent
from congress.spreadsheets.workbook import SheetColumn, write_workbook
from congress.web.listing import Column, Listing

COLUMNS = (
    Column("name", N_("Họ và tên"), sortable=True, fixed=True),
    Column("birth", N_("Ngày sinh"), sortable=True),
    Column("sex", N_("Giới")),
    Column("ethnicity", N_("Dân tộc"), shown=False),
    Column("religion", N_("Tôn giáo"), shown=False),
    Column("home_place", N_("Quê quán"), shown=False),
    Column("party_admitted_on", N_("Vào Đảng"), sortable=True, shown=False),
    Column("party_official_on", N_("Chính thức từ"), sortable=True, shown=False),
    Column("general_education", N_("Giáo dục phổ thông"), shown=False),
    Column("training", N_("Chuyên môn"), shown=False),
    Column("theory", N_("Lý luận chính trị"), shown=False),
    Column("state_management", N_("Quản lý nhà nước"), shown=False),
    Column("foreign_language", N_("Ngoại ngữ"), shown=False),
    Column("informatics", N_("Tin học"), shown=False),
    Column("work", N_("Chức vụ, nơi công tác")),
    Column("unit", N_("Chi bộ"), sortable=True),
    Column("origin", N_("Thành phần")),
    Column("standing", N_("Tư cách dự"), sortable=True, shown=False),
    Column("votes", N_("Số phiếu"), shown=False, numeric=True),
    Column("rewards", N_("Khen thưởng"), shown=False),
    Column("discipline", N_("Kỷ luật"), shown=False),
    Column("note", N_("Ghi chú"), shown=False),
    Column("review", N_("Tình trạng")),
)
PRIVATE_COLUMNS = (
    Column("party_card_number", N_("Số thẻ đảng viên"), shown=False),
    Column("phone", N_("Điện thoại"), shown=False),
)
"""For whoever registers or reviews; nobody else is offered them."""

WIDTHS = {
    "name": 28,
    "work": 40,
    "unit": 30,
    "home_place": 30,
    "training": 24,
    "rewards": 40,
    "discipline": 40,
    "note": 40,
}


def _noted(line: Line) -> list[str]:
    """What is missing, and what has become of the delegate."""
    become = [] if line.status is Status.NAMED else [line.status.label.lower()]
    return [word.label.lower() for word in line.missing] + become


VALUES: dict[str, Callable[[Line], Any]] = {
    "name": lambda line: line.full_name,
    "birth": lambda line: line.birth.label if line.birth else "",
    "origin": lambda line: f"{line.origin.label}, {line.capacity.lower()}" if line.rank else line.origin.label,
    "standing": lambda line: line.capacity,
    "note": lambda line: line.remarks,
    "review": lambda line: ", ".join([line.review.label, *_noted(line)]),
}
TEXT = {"sex", "general_education", "theory"}


def columns(private: bool, grouped: bool = False) -> tuple[Column, ...]:
    """The columns a reader may choose from; in groups by cell the cell's own is shown only when it is asked for."""
    known = COLUMNS + PRIVATE_COLUMNS if private else COLUMNS
    return tuple(replace(column, shown=False) if grouped and column.key == "unit" else column for column in known)


def cell(line: Line, key: str) -> Any:
    """A line's value in a column: text in Vietnamese, numbers and exact dates as they are."""
    if key in VALUES:
        return VALUES[key](line)
    value = getattr(line, key)
    return value.label if key in TEXT and value else value


def workbook(
    title: str, listing: Listing, groups: Sequence[tuple[str, Sequence[Line]]], totals: Totals, notes: Sequence[str]
) -> bytes:
    """The list as shown: the same rows, order and columns, with STT, lines for the groups, and the totals."""
    shown = listing.shown
    sheet_columns = [SheetColumn("STT", 6)] + [SheetColumn(each.label, WIDTHS.get(each.key, 14)) for each in shown]
    rows: list[list[Any]] = []
    number = 0
    for label, lines in groups:
        if label:
            rows.append(["", f"{label} — {len(lines)} đại biểu", *[""] * (len(shown) - 1)])
        for line in lines:
            number += 1
            rows.append([number, *(cell(line, each.key) for each in shown)])
    women = f"{totals.women} nữ ({percent(totals.women, totals.people)} %)"
    sums = {
        "name": f"Tổng cộng {totals.people} đại biểu",
        "sex": women,
        "origin": f"{totals.ex_officio} đương nhiên, {totals.elected} được bầu, {totals.appointed} chỉ định",
        "standing": f"{totals.official} chính thức, {totals.alternate} dự khuyết",
    }
    return write_workbook(
        title, sheet_columns, rows, notes=notes, totals=["", *(sums.get(each.key, "") for each in shown)]
    )

"""The columns papers about delegates have, and what a line says in each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing
from congress.people.vocabulary import Sex
from congress.printing.tables import Column
from congress.shared.vietnamese import date_on_paper


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
    "note": Cell(Column("Ghi chú", 24), lambda line: line.remarks),
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
    Cell(Column("Ghi chú", 19), lambda line: ", ".join(filter(None, (_alternate(line), line.remarks)))),
)


def _alternate(line: Line) -> str:
    return line.capacity if line.standing is Standing.ALTERNATE else ""


def refuse_unknown(columns: Iterable[str]) -> None:
    """ValueError names the columns that do not exist, instead of printing a paper without them."""
    if unknown := [key for key in columns if key not in CELLS]:
        raise ValueError(f"không có cột “{', '.join(unknown)}”; columns là một số trong: {', '.join(CELLS)}.")

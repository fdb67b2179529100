"""The table of units as anyone may write it by hand or with Excel: CSV into cells, every fault with line and column."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from congress.allocation.rules.plan import Cell
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, parse_number, tidy

REQUIRED = ("code", "name", "members")
OPTIONAL = ("priority", "cap", "ex_officio")
BOM_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_EXCELS_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SIGNED = re.compile(r"-\s*[0-9]+")


@dataclass(frozen=True)
class Fault:
    """What is wrong in one place; line 0 and no column: with the file."""

    line: int
    column: str
    vietnamese: str
    english: str

    def __str__(self) -> str:
        where = [f"dòng {self.line}" if self.line else "", f"cột {self.column}" if self.column else ""]
        place = ", ".join(filter(None, where))
        there = ", ".join(filter(None, [f"line {self.line}" if self.line else "", self.column]))
        said, told = (f"{place}: {self.vietnamese}", f"{there}: {self.english}") if place else self._bare
        return f"{said[0].upper()}{said[1:]} ({told})"

    @property
    def _bare(self) -> tuple[str, str]:
        return self.vietnamese, self.english


@dataclass
class UnitTable:
    """The cells of a file in its order, and its faults; with faults the cells are of no use."""

    cells: list[Cell] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_units(data: bytes, ex_officio: str = "") -> UnitTable:
    """Read code, name, members and perhaps priority, cap, ex_officio, in columns of any order and case.

    UTF-8 with or without its mark (UTF-16 with one), comma, semicolon or tab, any line ends; names become NFC.
    `ex_officio` names the column with committee members in office; "" takes a column of that name where there is one.
    """
    table = UnitTable()
    try:
        rows = list(_rows(_text(data)))
    except (UnicodeDecodeError, csv.Error):
        table.faults.append(_not_text(data))
        return table
    if not rows:
        table.faults.append(Fault(0, "", "Tệp không có dòng nào.", "The file is empty."))
        return table
    columns = _columns(rows[0], ex_officio, table.faults)
    if not table.faults:
        _read_rows(rows[1:], columns, table)
    return table


def _text(data: bytes) -> str:
    text = data.decode("utf-16" if data.startswith(BOM_UTF_16) else "utf-8-sig")
    if "\0" in text:
        raise csv.Error("NUL")
    return text


def _not_text(data: bytes) -> Fault:
    if data.startswith(b"PK"):
        return Fault(
            0,
            "",
            "Đây là tệp Excel, không phải CSV: trong Excel hãy chọn Lưu thành, kiểu CSV UTF-8.",
            "A workbook, not CSV: save it as CSV UTF-8.",
        )
    return Fault(0, "", "Tệp không phải CSV bằng chữ UTF-8. Hãy lưu lại thành CSV UTF-8.", "Not CSV in UTF-8.")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, each with the line it begins on."""
    hint = _EXCELS_HINT.match(text)
    body = text[hint.end() :] if hint else text
    first = next((line for line in body.splitlines() if line.strip()), "")
    delimiter = hint[1] if hint else max(",;\t", key=re.sub(r'"[^"]*"', "", first).count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    begins = 2 if hint else 1
    for row in reader:
        values = [tidy(value) for value in row]
        if any(values):
            yield begins, values
        begins = reader.line_num + (2 if hint else 1)


def _plain(head: str) -> str:
    return re.sub(r"[\s_-]+", "_", fold(head))


def _columns(head: tuple[int, Sequence[str]], ex_officio: str, faults: list[Fault]) -> dict[str, int]:
    """Where each known column stands; further columns are nobody's business."""
    line, heads = head
    places: dict[str, int] = {}
    found = [_plain(each) for each in heads]
    wanted = {name: name for name in (*REQUIRED, *OPTIONAL)} | (
        {"ex_officio": _plain(ex_officio)} if ex_officio else {}
    )
    for name, spelled in wanted.items():
        if spelled in found:
            places[name] = found.index(spelled)
        if found.count(spelled) > 1:
            faults.append(Fault(line, spelled, "cột này có hai lần.", "the column stands there twice."))
    missing = [name for name in REQUIRED if name not in places]
    if ex_officio and "ex_officio" not in places:
        missing.append(ex_officio)
    there = ", ".join(each for each in heads if each)
    faults.extend(
        Fault(line, name, f"thiếu cột này (tệp có: {there}).", f"the column is missing (there are: {there}).")
        for name in missing
    )
    return places


def _read_rows(rows: Sequence[tuple[int, list[str]]], columns: Mapping[str, int], table: UnitTable) -> None:
    seen: dict[str, int] = {}
    for line, values in rows:
        row = _Row(line, {name: _at(values, place) for name, place in columns.items()})
        code = row.values["code"]
        if not code:
            row.fault("code", "thiếu mã.", "the code is missing.")
        elif code in seen:
            row.fault("code", f"mã “{code}” đã có ở dòng {seen[code]}.", f"the code is that of line {seen[code]}.")
        seen.setdefault(code, line)
        table.cells.append(row.cell())
        table.faults += row.faults
    if not rows:
        table.faults.append(Fault(0, "", "Tệp không có chi bộ nào.", "The file has no unit."))


def _at(values: Sequence[str], place: int) -> str:
    return values[place] if place < len(values) else ""


@dataclass
class _Row:
    line: int
    values: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, column: str, vietnamese: str, english: str) -> None:
        self.faults.append(Fault(self.line, column, vietnamese, english))

    def cell(self) -> Cell:
        """The row as a cell; what cannot be read is nought and a fault."""
        code = self.values["code"]
        members = self.number("members")
        if members is None and not self.values["members"]:
            self.fault("members", "thiếu số đảng viên.", "the number of members is missing.")
        priority, cap, ex_officio = (self.number(name) for name in OPTIONAL)
        if members is not None and (ex_officio or 0) > members:
            self.fault("ex_officio", f"{ex_officio} nhiều hơn {members} đảng viên.", "more than there are members.")
        if cap is not None and (priority or 0) > cap:
            self.fault("cap", f"{cap} ít hơn {priority} số ưu tiên.", "less than the priority seats.")
        return Cell(
            key=code,
            code=code,
            name=self.values["name"] or code,
            members=members or 0,
            priority=priority or 0,
            cap=cap,
            ex_officio=ex_officio or 0,
        )

    def number(self, column: str) -> int | None:
        """A whole number, None for nothing."""
        typed = self.values.get(column, "")
        if not typed:
            return None
        if _SIGNED.fullmatch(typed.replace("−", "-")):
            self.fault(column, f"“{typed}” là số âm.", "a negative number.")
            return None
        try:
            return parse_number(typed)
        except RuleBroken:
            self.fault(column, f"“{typed[:40]}” không phải số nguyên.", "not a whole number.")
            return None

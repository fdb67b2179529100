"""A look at a sheet's XML before it is parsed: how far it reaches, its first formula, its cells that hold errors.

The parser reads the filled area as a whole and takes a formula's last result for a value, so both are looked at here.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from congress.shared.problems import RuleBroken
from congress.spreadsheets import limits
from congress.spreadsheets.package import SheetPart

# Attributes hold no "<", so that a tag that never ends costs no search to the end of the file.
_PIECES = re.compile(rb"<(?:\w+:)?(row|c|f)(?=[\s/>])([^<>]*)>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_PLACELESS = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(?![^<>]*\sr=["'][A-Za-z])""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*\s)?r=["']([A-Za-z]{1,4})([0-9]{1,9})["'](?:[^<>]*[^<>/])?>""")
_IS_ERROR = re.compile(rb"""\bt=["']e["']""")
_WRONG = re.compile(rb"""<(?:\w+:)?c\s(?=[^<>]*\bt=["']e["'])[^<>]*>""")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]{0,4})([0-9]{1,9})["']""")
_ERROR = re.compile(rb"\s*<(?:\w+:)?v>([^<]{1,20})</")
_ODS_PIECES = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>")
_ODS_ROWS, _ODS_COLUMNS = (re.compile(rb'table:number-%s-repeated="([0-9]{1,9})"' % of) for of in (b"rows", b"columns"))
_ODS_NAME = re.compile(rb'table:name="([^"]*)"')


@dataclass
class Reach:
    """How far the filled cells of a sheet reach, and which hold an error ({(row, column): code}, from 1)."""

    name: str
    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def take_in(self, row: int, column: int) -> None:
        """A filled cell. Raises RuleBroken when it lies beyond what is read."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows > limits.MOST_ROWS:
            raise RuleBroken(limits.TOO_MANY_ROWS, sheet=self.name, most=limits.MOST_ROWS)
        if self.columns > limits.MOST_COLUMNS:
            raise RuleBroken(limits.TOO_MANY_COLUMNS, sheet=self.name, most=limits.MOST_COLUMNS)
        if self.rows * self.columns > limits.MOST_CELLS:
            raise RuleBroken(limits.TOO_MANY_CELLS, sheet=self.name, rows=self.rows, columns=self.columns)


def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 → "A", 28 → "AB"."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def number_of(column: bytes) -> int:
    """The reverse: b"AB" → 28."""
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number


def look_at(sheet: SheetPart) -> Reach:
    """How far a sheet of an XLSX reaches. Raises RuleBroken at its first formula, and beyond the limits."""
    end = sheet.xml.rfind(b"sheetData>")  # behind it stand rules of validation, which have formulas of their own
    xml = sheet.xml[:end] if end > 0 else sheet.xml
    reach = Reach(sheet.name)
    if _FORMULA.search(xml) or _PLACELESS.search(xml):
        _walk(xml, reach)
    else:
        columns: set[bytes] = set()
        rows: set[bytes] = set()
        for cell in _FILLED.finditer(xml):
            columns.add(cell[1])
            rows.add(cell[2])
            if len(rows) > limits.MOST_ROWS:
                break
        reach.take_in(max(map(int, rows), default=0), max(map(number_of, columns), default=0))
        for cell in _WRONG.finditer(xml):
            if place := _PLACE.search(cell[0]):
                _note_error(xml, cell.end(), reach, int(place[2]), number_of(place[1]))
    return reach


def _walk(xml: bytes, reach: Reach) -> None:
    """Cell by cell, where places are left to be counted, or to find the first formula."""
    row = column = 0
    for piece in _PIECES.finditer(xml):
        kind, attributes = piece[1], piece[2]
        if kind == b"row":
            place = _PLACE.search(attributes)
            row, column = int(place[2]) if place else row + 1, 0
        elif kind == b"f":
            raise RuleBroken(limits.FORMULA, sheet=reach.name, cell=f"{letters(column)}{row}")
        else:
            column += 1
            if place := _PLACE.search(attributes):
                row, column = int(place[2]), number_of(place[1])
            if not attributes.endswith(b"/"):
                reach.take_in(row, column)
                if _IS_ERROR.search(attributes):
                    _note_error(xml, piece.end(), reach, row, column)


def _note_error(xml: bytes, after: int, reach: Reach, row: int, column: int) -> None:
    if error := _ERROR.match(xml, after):
        reach.errors[row, column] = unescape(error[1].decode("utf-8", "replace"))


def look_at_ods(content: bytes) -> list[Reach]:
    """The same for every sheet of an ODS, where equal cells and rows are written once and counted."""
    found: list[Reach] = []
    row = column = repeated = 0
    for piece in _ODS_PIECES.finditer(content):
        kind, attributes = piece[1], piece[2]
        if kind == b"table":
            name = _ODS_NAME.search(attributes)
            found.append(Reach(unescape(name[1].decode("utf-8", "replace")) if name else ""))
            row = column = repeated = 0
            if len(found) > limits.MOST_SHEETS:
                raise RuleBroken(limits.TOO_MANY_SHEETS, most=limits.MOST_SHEETS)
        elif kind == b"table-row":
            row, column = row + repeated, 0
            repeated = _times(_ODS_ROWS, attributes)
        elif found:
            times = _times(_ODS_COLUMNS, attributes)
            if b"table:formula=" in attributes:
                raise RuleBroken(limits.FORMULA, sheet=found[-1].name, cell=f"{letters(column + 1)}{row + 1}")
            column += times
            if b"office:value-type=" in attributes:
                found[-1].take_in(row + repeated, column)
    return found


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return max(1, int(found[1])) if found else 1

"""Writing a workbook: a title, what it was filtered by, a header row, typed cells; or the same rows as CSV."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from congress.spreadsheets.cells import as_written
from congress.spreadsheets.disarming import disarm


@dataclass(frozen=True)
class SheetColumn:
    """A column of a workbook: label and width in characters."""

    label: str
    width: int = 16


def write_workbook(
    title: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Any]],
    *,
    notes: Sequence[str] = (),
    totals: Sequence[Any] = (),
) -> bytes:
    """An XLSX file with one sheet.

    Text is written as text, never as a formula; whole numbers stay numbers and dates stay dates (dd/mm/yyyy).
    `notes` stand under the title (filters, moment of the data); `totals` is a last row in bold.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Danh sách")
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "bg_color": "#F7F4EE"})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    last = book.add_format({"bold": True, "border": 1})
    sheet.write_string(0, 0, title, bold)
    for line, note in enumerate(notes, start=1):
        sheet.write_string(line, 0, note)
    top = len(notes) + 2
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(top, place, column.label, head)
    sheet.freeze_panes(top + 1, 0)
    line = top
    for line, row in enumerate(rows, start=top + 1):
        for place, value in enumerate(row):
            _write(sheet, line, place, value, cell, day)
    for place, value in enumerate(totals):
        _write(sheet, line + 1, place, value, last, last)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(9)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, line: int, place: int, value: Any, cell: Any, day: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(line, place, None, cell)
    elif isinstance(value, bool):
        sheet.write_string(line, place, "x" if value else "", cell)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value, cell)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, value, day)
    else:
        sheet.write_string(line, place, disarm(str(value)), cell)


def write_csv(labels: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows as text parted by commas, marked as UTF-8 so that Excel shows Vietnamese letters.

    Every text that a program might calculate is disarmed; days are written 05/8/2025.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([disarm(label) for label in labels])
    for row in rows:
        shown = (as_written(value) for value in row)
        writer.writerow([disarm(value) if isinstance(value, str) else value for value in shown])
    return text.getvalue().encode("utf-8-sig")

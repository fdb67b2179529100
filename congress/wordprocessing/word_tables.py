"""Ruled tables of a Word file, from the tables of papers."""

from collections.abc import Callable, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from congress.printing.running_tables import widths_of
from congress.printing.tables import Column, Table
from congress.wordprocessing.word_styles import uncounted

Cell = tuple[str, Any, bool]  # its text, alignment, whether it is bold
ALIGNED = {"number": ALIGN.RIGHT, "stt": ALIGN.CENTER, "centre": ALIGN.CENTER, "date": ALIGN.CENTER}


def add_table(document: Any, table: Table, width: int, clean: Callable[[object], str]) -> None:
    """Put the table at the end of the document: header on every page, no row broken across pages."""
    widths = table.widths(width)
    drawn = document.add_table(rows=0, cols=len(table.columns))
    drawn.style, drawn.autofit = "Table Grid", False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Mm(width)  # LibreOffice reads the grid, Word the cells
    number = 0
    head = [column.label if not column.over else f"{column.over}: {column.label}" for column in table.columns]
    _row(drawn, widths, [(clean(text), ALIGN.CENTER, True) for text in head], table.size, repeated=True)
    for label, _before, rows in table.bodies():
        if label:
            _band(drawn, clean(label), table.size)
        for row in rows:
            number += 1
            _row(drawn, widths, _cells(table, row, number, clean), table.size)
    if table.totals:
        cells = [(text, align, True) for text, align, _bold in _cells(table, table.totals, None, clean)]
        _row(drawn, widths, cells, table.size)


def _cells(table: Table, row: Any, number: int | None, clean: Callable[[object], str]) -> list[Cell]:
    values = iter(row)
    found = []
    for column in table.columns:
        value: Any = number if column.kind == "stt" else next(values)
        found.append(("" if value is None else clean(value), _align(column), column.kind == "name"))
    return found


def _align(column: Column) -> Any:
    return ALIGNED.get(column.kind, ALIGN.LEFT)


def _row(drawn: Any, widths: list[int], cells: list[Cell], size: int, *, repeated: bool = False) -> None:
    row = drawn.add_row()
    shape = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if repeated else ())):
        shape.append(OxmlElement(name))
    for cell, width, (text, align, bold) in zip(row.cells, widths, cells, strict=True):
        cell.width = Mm(width)
        _write(cell, text, align, bold, size)


def _band(drawn: Any, label: str, size: int) -> None:
    """A line over all columns that names the group below it."""
    cells = drawn.add_row().cells
    _write(cells[0].merge(cells[-1]), label, ALIGN.LEFT, True, size)


def _write(cell: Any, text: str, align: Any, bold: bool, size: int) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    for place, part in enumerate(text.split("\n")):
        run = paragraph.add_run(part)
        run.bold, run.font.size = bold, Pt(size)
        if place < text.count("\n"):
            run.add_break()


def add_rows(document: Any, rows: Sequence[Sequence[str]], width: int, clean: Callable[[object], str]) -> None:
    """A table of running text: its columns as wide as their words ask, a short row with a wide last cell."""
    widths = widths_of(rows, width)
    drawn = document.add_table(rows=0, cols=len(widths))
    drawn.style, drawn.autofit = "Table Grid", False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Mm(width)
    for texts in rows:
        row = drawn.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
        if len(texts) < len(widths):
            row.cells[len(texts) - 1].merge(row.cells[-1])
        for cell, text in zip(row.cells, texts, strict=False):
            _write(cell, clean(text), ALIGN.LEFT, False, 12)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    uncounted(after)

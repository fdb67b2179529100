"""Workbooks to fill in and send back: heads as `matching` knows them, lists of values, help, an example."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from congress.spreadsheets.cells import as_written
from congress.spreadsheets.disarming import disarm
from congress.spreadsheets.matching import EXAMPLE_MARK
from congress.spreadsheets.tables import ColumnSpec, Kind

LIST, HELP, WORDS = "Danh sách", "Hướng dẫn", "Danh mục"
BLANK_ROWS = 30
_PREPARED = 1000
_NUMBER = "STT"
_LONGEST_MESSAGE, _LONGEST_TITLE = 255, 32  # what Excel takes
ADVICE = (
    "Cột có dấu * phải ghi. Không đổi tên các cột; có thể đổi thứ tự hoặc bỏ cột không dùng. "
    f"Dòng “{EXAMPLE_MARK}” không được nhập. Cách ghi từng cột ở trang “{HELP}”."
)
TEXT_HELP = {
    Kind.DAY: "Ghi ngày, tháng, năm như 5/8/2025.",
    Kind.PARTIAL_DAY: "Ghi như 5/8/1979; không rõ ngày thì ghi 8/1979 hoặc 1979.",
    Kind.NUMBER: "Ghi số nguyên.",
    Kind.YES_NO: "Ghi x nếu có, để trống nếu không.",
    Kind.TEXT: "",
}


def write_template(
    title: str,
    columns: Sequence[ColumnSpec],
    *,
    rows: Iterable[Mapping[str, Any]] = (),
    example: bool = True,
    notes: Sequence[str] = (),
) -> bytes:
    """An XLSX file to fill in: `rows` (by column key) stand in it already, `notes` under the title.

    Text, days and numbers that are none (telephones) are kept as typed: the cells are text. Read back, it gives the
    same rows without problems.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title})
    _Template(book, columns).write(title, list(rows), example, [*notes, ADVICE])
    book.close()
    return buffer.getvalue()


class _Template:
    """The three sheets of a template while they are written."""

    def __init__(self, book: Any, columns: Sequence[ColumnSpec]) -> None:
        self.columns = columns
        self.sheet, self.help = book.add_worksheet(LIST), book.add_worksheet(HELP)
        self.words = book.add_worksheet(WORDS)
        self.words.hide()
        border = {"border": 1, "border_color": "#B8B0A2", "valign": "top"}
        self.bold = book.add_format({"bold": True, "font_size": 13})
        self.quiet = book.add_format({"italic": True, "font_color": "#5F574C"})
        self.head = book.add_format(
            border | {"bold": True, "text_wrap": True, "bg_color": "#F7F4EE", "align": "center"}
        )
        self.must = book.add_format(
            border | {"bold": True, "text_wrap": True, "bg_color": "#F3DFC1", "align": "center"}
        )
        self.example = book.add_format(
            border | {"italic": True, "font_color": "#5F574C", "bg_color": "#F1EFEA", "num_format": "@"}
        )
        self.text = book.add_format(border | {"num_format": "@", "text_wrap": True})
        self.number = book.add_format(border | {"num_format": "0"})
        self.plain = book.add_format(border | {"text_wrap": True})

    def write(self, title: str, rows: Sequence[Mapping[str, Any]], example: bool, notes: Sequence[str]) -> None:
        """All three sheets."""
        sheet = self.sheet
        sheet.write_string(0, 0, title, self.bold)
        for line, note in enumerate(notes, start=1):
            sheet.write_string(line, 0, disarm(note), self.quiet)
        top = len(notes) + 2
        self._heads(top)
        first = top + 1
        if example:
            sheet.write_string(first, 0, EXAMPLE_MARK, self.example)
            for place, column in enumerate(self.columns, start=1):
                self._cell(first, place, column.example, self.example)
            first += 1
        for line in range(max(len(rows) + BLANK_ROWS // 3, BLANK_ROWS)):
            sheet.write_number(first + line, 0, line + 1, self.number)
            row = rows[line] if line < len(rows) else {}
            for place, column in enumerate(self.columns, start=1):
                self._cell(first + line, place, row.get(column.key), self._format(column))
        self._choices(first, first + max(_PREPARED, len(rows) + BLANK_ROWS))
        self._print(top)
        self._explain(title)

    def _heads(self, top: int) -> None:
        self.sheet.set_column(0, 0, 7)
        self.sheet.write_string(top, 0, _NUMBER, self.head)
        for place, column in enumerate(self.columns, start=1):
            self.sheet.set_column(place, place, column.width)
            label = f"{column.label} *" if column.required else column.label
            self.sheet.write_string(top, place, label, self.must if column.required else self.head)
        self.sheet.set_row(top, 32)
        self.sheet.freeze_panes(top + 1, 2)

    def _cell(self, line: int, place: int, value: Any, look: Any) -> None:
        shown = as_written(value)
        if shown == "":
            self.sheet.write_blank(line, place, None, look)
        elif isinstance(shown, str):
            self.sheet.write_string(line, place, disarm(shown), look)
        else:
            self.sheet.write_number(line, place, shown, look)

    def _format(self, column: ColumnSpec) -> Any:
        return self.number if column.kind is Kind.NUMBER else self.text

    def _choices(self, first: int, last: int) -> None:
        """Lists of values and the help that appears beside a cell."""
        lists = 0
        for place, column in enumerate(self.columns, start=1):
            advice = _advice(column)
            options: dict[str, Any] = {"validate": "any"}
            if column.words:
                for line, word in enumerate(column.words):
                    self.words.write_string(line, lists, disarm(word))
                letter = xlsxwriter.utility.xl_col_to_name(lists)
                lists += 1
                options = {
                    "validate": "list",
                    "source": f"='{WORDS}'!${letter}$1:${letter}${len(column.words)}",
                    "error_type": "warning",
                    "error_title": "Không có trong danh sách",
                    "error_message": "Giá trị này không có trong danh sách. Hãy chọn một giá trị có sẵn.",
                }
            if advice:
                options |= {"input_title": column.label[:_LONGEST_TITLE], "input_message": advice[:_LONGEST_MESSAGE]}
            if column.words or advice:
                self.sheet.data_validation(first, place, last, place, options)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _print(self, top: int) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(top)
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self.sheet.set_footer("&C&P/&N")

    def _explain(self, title: str) -> None:
        sheet = self.help
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 10)
        sheet.set_column(2, 2, 60)
        sheet.set_column(3, 3, 26)
        sheet.write_string(0, 0, title, self.bold)
        sheet.write_string(1, 0, ADVICE, self.quiet)
        for place, label in enumerate(("Cột", "Phải ghi", "Cách ghi", "Ví dụ")):
            sheet.write_string(3, place, label, self.head)
        for line, column in enumerate(self.columns, start=4):
            written = str(as_written(column.example))
            for place, text in enumerate((column.label, "x" if column.required else "", _full_advice(column), written)):
                sheet.write_string(line, place, disarm(text), self.plain)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)


def _advice(column: ColumnSpec) -> str:
    return " ".join(filter(None, [str(column.help), TEXT_HELP[column.kind]]))


def _full_advice(column: ColumnSpec) -> str:
    words = f"Chọn một trong: {', '.join(column.words)}." if column.words else ""
    return " ".join(filter(None, [_advice(column), words]))

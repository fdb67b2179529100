"""Workbooks to fill in: what Excel finds in them, and that they come back as they went out."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from congress.people.vocabulary import Sex
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate
from congress.spreadsheets import cells, templates
from congress.spreadsheets.matching import SKIPPED_EXAMPLE, parse_list, parse_table
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.tables import ColumnSpec, Kind
from congress.spreadsheets.templates import write_template
from congress.spreadsheets.workbook import SheetColumn, write_csv, write_workbook

COLUMNS = (
    ColumnSpec(
        "full_name", "Họ và tên", cells.text(120), required=True, help="Viết đủ dấu.", example="Nguyễn Văn Ví", width=28
    ),
    ColumnSpec("sex", "Giới tính", cells.word(Sex), required=True, words=("Nam", "Nữ"), example="Nam"),
    ColumnSpec("birth", "Ngày sinh", cells.partial_day, kind=Kind.PARTIAL_DAY, example="5/8/1979"),
    ColumnSpec("admitted", "Ngày vào Đảng", cells.day, kind=Kind.DAY, example=date(2005, 2, 3)),
    ColumnSpec("votes", "Số phiếu", cells.whole(), kind=Kind.NUMBER, example=42),
    ColumnSpec("phone", "Điện thoại", cells.text(60), empty=""),
    ColumnSpec("new", "Lần đầu", cells.yes_no, kind=Kind.YES_NO, empty=False, example=True),
)
ROWS = [
    {
        "full_name": "H'Hen Niê",
        "sex": Sex.FEMALE,
        "birth": PartialDate(1979, 8),
        "admitted": date(2005, 12, 3),
        "votes": 0,
        "phone": "0912 345 678",
        "new": True,
    },
    {
        "full_name": "=Lê @ Anh",
        "sex": Sex.MALE,
        "birth": PartialDate(1965),
        "admitted": None,
        "votes": None,
        "phone": "+84 9",
        "new": False,
    },
]


def read_back(content: bytes, filename: str = "mau.xlsx"):
    return parse_table(read_tables(content, filename), COLUMNS)


def test_what_goes_out_comes_back_and_goes_out_the_same():
    first = write_template("DANH SÁCH", COLUMNS, rows=ROWS)
    parsed = read_back(first)
    assert [row.fields for row in parsed.rows] == ROWS
    assert not any(row.problems for row in parsed.rows)
    assert parsed.unknown == ()
    again = read_back(write_template("DANH SÁCH", COLUMNS, rows=[row.fields for row in parsed.rows]))
    assert again == parsed


def test_an_empty_template_has_no_rows_and_its_example_is_skipped():
    parsed = read_back(write_template("DANH SÁCH", COLUMNS))
    assert parsed.rows == ()
    assert [each.reason for each in parsed.skipped] == [SKIPPED_EXAMPLE]


def test_an_empty_template_sent_to_be_imported_is_answered_with_where_to_write():
    tables = read_tables(write_template("DANH SÁCH", COLUMNS), "mau.xlsx")
    with pytest.raises(RuleBroken, match="chưa có dòng nào để nhập"):
        parse_list(tables, COLUMNS)


def test_an_example_somebody_wrote_over_is_imported():
    book = openpyxl.load_workbook(BytesIO(write_template("DANH SÁCH", COLUMNS)))
    sheet = book[templates.LIST]
    marked = next(row for row in sheet.iter_rows() if row[0].value == "Ví dụ")
    marked[1].value = "Trần Thị Thật"
    buffer = BytesIO()
    book.save(buffer)
    assert [row.fields["full_name"] for row in read_back(buffer.getvalue()).rows] == ["Trần Thị Thật"]


def test_lists_of_values_help_and_formats_are_there():
    book = openpyxl.load_workbook(BytesIO(write_template("DANH SÁCH", COLUMNS, notes=["Chi bộ ấp Mỹ Thạnh"])))
    sheet = book[templates.LIST]
    assert (sheet["A1"].value, sheet["A2"].value, sheet.freeze_panes) == ("DANH SÁCH", "Chi bộ ấp Mỹ Thạnh", "C6")
    heads = [cell.value for cell in sheet[5]]
    assert heads[:3] == ["STT", "Họ và tên *", "Giới tính *"]
    rules = {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}
    assert rules["C"].formula1 == "'Danh mục'!$A$1:$A$2"
    assert [cell.value for cell in book[templates.WORDS]["A"]] == ["Nam", "Nữ"]
    assert book[templates.WORDS].sheet_state == "hidden"
    assert rules["B"].prompt == "Viết đủ dấu."
    assert "5/8/1979" in rules["D"].prompt
    assert sheet["D7"].number_format == "@" and sheet["F7"].number_format == "0"
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$5:$5"
    assert [row[0].value for row in book[templates.HELP].iter_rows(min_row=5)] == [each.label for each in COLUMNS]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_what_a_program_might_calculate_is_written_as_text_and_read_back_plain(sign):
    text = f"{sign}1+1"
    book = openpyxl.load_workbook(BytesIO(write_workbook("Bảng", [SheetColumn("Tên")], [[text]])))
    cell = next(cell for row in book.active.iter_rows(min_row=4) for cell in row if cell.value)
    assert (cell.data_type, cell.value) == ("s", f"'{text}".replace("\r", "_x000D_"))
    written = write_csv(["Tên", "Số"], [[text, -5]])
    assert f"'{text}".encode() in written and b",-5" in written
    (table,) = read_tables(written, "a.csv")
    assert table.rows[1].values == (text.strip(), "-5")


def test_text_files_are_written_so_that_excel_knows_the_letters():
    content = write_csv(["Họ và tên", "Ngày sinh"], [["Lê Anh", date(1980, 8, 5)], ["Đỗ, Ất", None]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == 'Họ và tên,Ngày sinh\r\nLê Anh,05/8/1980\r\n"Đỗ, Ất",\r\n'


def test_a_list_exported_from_a_page_reads_back():
    rows = [["", "Chi bộ ấp Mỹ Thạnh — 1 đại biểu", ""], [1, "Lê Anh", "Nữ"]]
    content = write_workbook(
        "DANH SÁCH",
        [SheetColumn("STT"), SheetColumn("Họ và tên"), SheetColumn("Giới tính")],
        rows,
        notes=["Mỹ Hiệp"],
        totals=["", "Tổng cộng 1 đại biểu", "1 nữ (100,00 %)"],
    )
    parsed = read_back(content)
    assert [row.fields for row in parsed.rows] == [{"full_name": "Lê Anh", "sex": Sex.FEMALE}]
    assert len(parsed.skipped) == 2

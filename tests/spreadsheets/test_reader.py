"""Workbooks: what is read from them, what is refused before anything parses it, and what a hostile one cannot do."""

import codecs
import unicodedata
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from congress.shared.problems import RuleBroken
from congress.spreadsheets import limits, reader
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.sheet_xml import letters, number_of
from congress.spreadsheets.tables import CellError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BOOK_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
ROOT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def package(sheet: str | bytes, **parts: str | bytes) -> bytes:
    """A workbook as bare as Google writes it: texts in the cells, no styles; `parts` are added or replaced."""
    if isinstance(sheet, str):
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
    every = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
    } | parts
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in every.items():
            written.writestr(name, content)
    return buffer.getvalue()


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def written(fill, **options) -> bytes:
    """A workbook as Excel writes it, filled by `fill(book, sheet)`."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **options})
    fill(book, book.add_worksheet("Danh sách"))
    book.close()
    return buffer.getvalue()


def refused(content: bytes, filename: str = "danh-sach.xlsx") -> str:
    with pytest.raises(RuleBroken) as broken:
        read_tables(content, filename, "workbook")
    assert broken.value.field == "workbook"
    return str(broken.value)


def said(sentence: str, **values: object) -> str:
    return sentence % values if values else sentence


def test_texts_numbers_days_and_truths_come_as_what_they_are():
    def fill(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(1, 1, "  Lê \u200b Thị\u00a0Bình ")
        sheet.write_string(1, 2, unicodedata.normalize("NFD", "Nguyễn Đức"))
        sheet.write_number(1, 3, 12)
        sheet.write_number(1, 4, 1.5)
        sheet.write_datetime(1, 5, date(2025, 8, 5), day)
        sheet.write_datetime(1, 6, datetime(2025, 8, 5, 13, 30), book.add_format({"num_format": "d/m/yy h:mm"}))
        sheet.write_datetime(1, 7, time(13, 30), book.add_format({"num_format": "h:mm"}))
        sheet.write_boolean(1, 8, True)
        sheet.write_string(1, 9, "'-5 điểm")
        sheet.write_string(1, 10, "Dòng một\nDòng hai")
        sheet.write_string(3, 0, "   ")
        sheet.write_string(4, 0, "5/8/2025")

    (table,) = read_tables(written(fill), "a.xlsx")
    assert table.name == "Danh sách"
    assert [row.number for row in table.rows] == [2, 5]
    assert table.rows[0].values == (
        None,
        "Lê Thị Bình",
        "Nguyễn Đức",
        12,
        1.5,
        date(2025, 8, 5),
        date(2025, 8, 5),
        "13:30:00",
        True,
        "-5 điểm",
        "Dòng một\nDòng hai",
    )
    assert isinstance(table.rows[0].values[3], int)
    assert table.rows[1].values == ("5/8/2025",)


def test_days_of_a_workbook_that_counts_from_1904_are_the_same_days():
    def fill(book, sheet):
        sheet.write_datetime(0, 0, date(2025, 8, 5), book.add_format({"num_format": "dd/mm/yyyy"}))

    (table,) = read_tables(written(fill, date_1904=True), "a.xlsx")
    assert table.rows[0].values == (date(2025, 8, 5),) and table.from_1904


def test_a_workbook_as_google_writes_it_is_read():
    head, name = inline("B2", "Họ và tên"), inline("B3", "K&apos;Brơi")
    (table,) = read_tables(package(f'<row r="2">{head}</row><row r="3">{name}<c r="D3"><v>7</v></c></row>'), "a.xlsx")
    found = [(row.number, row.values) for row in table.rows]
    assert found == [(2, (None, "Họ và tên")), (3, (None, "K'Brơi", None, 7))]


def test_errors_keep_their_place():
    rows = f'<row r="1">{inline("A1", "Tên")}<c r="C1" t="e"><v>#N/A</v></c></row>'
    (table,) = read_tables(package(rows), "a.xlsx")
    assert table.rows[0].values == ("Tên", None, CellError("#N/A"))


def test_cells_without_places_and_attributes_in_single_quotes_are_read():
    rows = "<row><c><v>1</v></c><c t='e'><v>#REF!</v></c></row><row r='4'><c r='B4' t='e'><v>#N/A</v></c></row>"
    (table,) = read_tables(package(rows), "a.xlsx")
    found = [(row.number, row.values) for row in table.rows]
    assert found == [(1, (1, CellError("#REF!"))), (4, (None, CellError("#N/A")))]


def test_hidden_sheets_are_not_read():
    def fill(book, sheet):
        sheet.write_string(0, 0, "thấy")
        hidden = book.add_worksheet("Danh mục")
        hidden.write_string(0, 0, "ẩn")
        hidden.hide()

    assert [table.name for table in read_tables(written(fill), "a.xlsx")] == ["Danh sách"]


def test_blank_formatted_cells_far_away_do_not_count():
    rows = f'<row r="1">{inline("A1", "Tên")}<c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    (table,) = read_tables(package(rows), "a.xlsx")
    assert [row.values for row in table.rows] == [("Tên",)]


CSV = 'Họ và tên{0}Ngày sinh{0}Ghi chú\nLê Anh{0}5/8/1980{0}"hai\ndòng, có; dấu"\n'


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_text_files_are_read_whatever_parts_their_columns(sign, mark):
    (table,) = read_tables(mark + CSV.format(sign).encode(), "Ấp 1.csv")
    assert (table.name, [row.values for row in table.rows]) == (
        "Ấp 1",
        [("Họ và tên", "Ngày sinh", "Ghi chú"), ("Lê Anh", "5/8/1980", "hai\ndòng, có; dấu")],
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_excel_is_read(encoding):
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    (table,) = read_tables(mark + CSV.format("\t").encode(encoding), "a.txt")
    assert table.rows[1].values[0] == "Lê Anh"


def test_a_line_that_names_the_sign_is_no_row():
    (table,) = read_tables("sep=;\nTên;Năm\nLê, Anh;1980\n".encode(), "a.csv")
    assert [(row.number, row.values) for row in table.rows] == [(2, ("Tên", "Năm")), (3, ("Lê, Anh", "1980"))]


def test_text_in_another_encoding_is_refused_not_guessed():
    assert refused("Lê Thị Bình,1980".encode("cp1258", "replace") + b"\xd5", "a.csv") == limits.NOT_UTF8


BOOKS = "xl/workbook.xml"


@pytest.mark.parametrize(
    ("content", "filename", "sentence"),
    [
        (b"", "a.xlsx", limits.EMPTY),
        (codecs.BOM_UTF8 + b"\r\n", "a.csv", limits.EMPTY),
        (b"%PDF-1.7", "a.xlsx", limits.PDF),
        (b"\x89PNG\r\n", "a.xlsx", limits.PICTURE),
        (b"\n<html><table>", "a.xlsx", limits.MARKUP),
        (b'<?xml version="1.0"?><!DOCTYPE x>', "a.csv", limits.MARKUP),
        (b"Ten,Nam", "a.xlsx", limits.NO_WORKBOOK),
        (b"a\0b", "a.csv", limits.NO_WORKBOOK),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a.xls", limits.OLD_EXCEL),
        (b"\x09\x08\x08\x00\x00\x05\x05\x00" + bytes(600), "a.xls", limits.OLD_EXCEL),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            limits.LOCKED,
        ),
        (package("")[:200], "a.xlsx", limits.BROKEN),
        (package("<row><c"), "a.xlsx", limits.BROKEN),
        (package("", **{"word/document.xml": "<x/>"}), "a.xlsx", limits.WORD),
        (package("", **{"xl/vbaProject.bin": b"x"}), "a.xlsm", limits.MACROS),
        (package("", **{"xl/macrosheets/sheet1.xml": "<x/>"}), "a.xlsx", limits.MACROS),
        (package("", **{"[Content_Types].xml": TYPES.replace("ml.sheet", "macroEnabled")}), "a", limits.MACROS),
        (package("", **{"xl/externalLinks/externalLink1.xml": "<x/>"}), "a.xlsx", limits.EXTERNAL),
        (package("", **{"xl/connections.xml": "<x/>"}), "a.xlsx", limits.EXTERNAL),
        (package("", **{BOOKS: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'}), "a.xlsx", limits.ENTITIES),
        (package(b'<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'), "a.xlsx", limits.ENTITIES),
        (package('<?xml version="1.0" encoding="UTF-16"?><x/>'.encode("utf-16")), "a.xlsx", limits.BROKEN),
        (b"PK\x03\x04" + bytes(limits.LARGEST_FILE), "a.xlsx", said(limits.TOO_LARGE, most=10)),
    ],
    ids=range(23),
)  # fmt: skip
def test_what_is_no_harmless_workbook_is_refused_in_a_sentence(content, filename, sentence):
    assert refused(content, filename) == sentence


def test_the_first_formula_is_refused_by_its_cell():
    def fill(book, sheet):
        sheet.write_string(0, 0, "Tên")
        book.add_worksheet("Số liệu & tổng").write_formula(4, 27, "=SUM(A1:A4)", None, 10)

    assert refused(written(fill)) == said(limits.FORMULA, cell="AB5", sheet="Số liệu & tổng")


def test_a_formula_in_text_is_refused_and_a_telephone_number_is_not():
    assert refused('Tên,Máy\nLê Anh,"=HYPERLINK(""http://x"")"\n'.encode(), "a.csv") == said(
        limits.FORMULA, cell="B2", sheet="a"
    )
    (table,) = read_tables("Tên,Máy\nLê Anh,+84 912 345 678\n".encode(), "a.csv")
    assert table.rows[1].values == ("Lê Anh", "+84 912 345 678")


def test_a_sheet_that_hides_from_the_look_at_it_is_refused():
    formula = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
    )
    elsewhere = BOOK_RELATIONS.replace("worksheets/sheet1.xml", "worksheets\\sheet2.xml")
    other = {"xl/worksheets\\sheet2.xml": formula, "xl/_rels/workbook.xml.rels": elsewhere}
    assert refused(package("", **other)) in (limits.BROKEN, said(limits.FORMULA, cell="A1", sheet="Trang 1"))
    assert refused(package("", **{"xl/worksheets/SHEET1.xml": formula})) == limits.BROKEN
    assert refused(package("", **{"xl/_rels/workbook.xml.rels": elsewhere})) == limits.BROKEN
    commented = formula.replace("<row>", "<!--</sheetData>--><row>")
    assert refused(package(commented.encode())) == said(limits.FORMULA, cell="A1", sheet="Trang 1")


def test_lists_of_values_and_links_in_cells_are_no_formulas():
    def fill(_book, sheet):
        sheet.write_string(0, 0, "Nam")
        sheet.data_validation(1, 0, 9, 0, {"validate": "list", "source": "=$A$1:$A$1"})
        sheet.conditional_format(1, 0, 9, 0, {"type": "formula", "criteria": "=$A$1=1"})
        sheet.write_url(0, 1, "mailto:an@example.org", string="an@example.org")

    (table,) = read_tables(written(fill), "a.xlsx")
    assert table.rows[0].values == ("Nam", "an@example.org")


def test_too_many_rows_or_columns_are_refused_by_their_number():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_001))
    assert refused(package(rows)) == said(limits.TOO_MANY_ROWS, sheet="Trang 1", most=limits.MOST_ROWS)
    columns = "".join(f'<c r="{letters(n)}1"><v>1</v></c>' for n in range(1, 2001))
    assert refused(package(f"<row>{columns}</row>")) == said(
        limits.TOO_MANY_COLUMNS, sheet="Trang 1", most=limits.MOST_COLUMNS
    )
    without_places = "<row>" + "<c><v>1</v></c>" * 501 + "</row>"
    assert "cột" in refused(package(without_places))
    assert "cột" in refused((",".join("1" * 501)).encode(), "a.csv")
    assert "dòng" in refused(b"a,b\n" * 20_001, "a.csv")
    assert "trải quá rộng: 20000 dòng, 400 cột" in refused(
        package('<row r="1"><c r="OJ1"><v>1</v></c></row><row r="20000"><c r="A20000"><v>1</v></c></row>')
    )


def test_two_cells_far_apart_do_not_make_a_table_of_millions():
    assert "dòng" in refused(package('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def test_a_bomb_is_refused_by_what_it_declares_and_by_what_it_holds():
    bomb = package("", **{"xl/media/a.bin": bytes(limits.LARGEST_UNPACKED + 1)})
    assert len(bomb) < limits.MEGABYTE
    assert refused(bomb) == limits.SWELLS
    size = (limits.LARGEST_XML + 1).to_bytes(4, "little")
    swelling = package(f'<row r="1"><c r="A1"><v>{"1" * (limits.SMALL_PART + limits.MEGABYTE)}</v></c></row>')
    assert refused(swelling) == limits.SWELLS
    lying = bytearray(package(b"<x>" + bytes(limits.LARGEST_XML - 2)))
    while (at := lying.find(size)) >= 0:
        lying[at : at + 4] = (9).to_bytes(4, "little")
    assert refused(bytes(lying)) in (limits.SWELLS, limits.BROKEN)


def test_many_cells_that_share_one_long_text_run_into_the_limits():
    shared = f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>{"a" * 32_000}</t></si></sst>'
    relations = BOOK_RELATIONS.replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    bomb = package(rows, **{"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": relations})
    assert refused(bomb) in (reader.TOO_MUCH, limits.SWELLS, limits.BROKEN)


def test_a_quotation_mark_that_is_never_closed_is_refused_by_its_row():
    text = 'Tên,Ghi chú\nLê Anh,"' + "chữ " * 10_000
    assert "Dòng 2 có một ô dài hơn" in refused(text.encode(), "a.csv")


def test_a_file_that_takes_too_long_is_stopped():
    def fill(_book, sheet):
        for row in range(3000):
            sheet.write_string(row, 0, f"Lê Anh {row}")

    with pytest.raises(RuleBroken, match="quá lâu"):
        read_tables(written(fill), "a.xlsx", seconds=0.01)


def test_the_child_is_bounded_to_what_the_office_was_promised():
    assert reader.MEGABYTES < 500 and reader.PROCESSOR_SECONDS < 5
    assert reader._child.megabytes == reader.MEGABYTES and reader._child.seconds == reader.PROCESSOR_SECONDS


def test_a_locked_workbook_and_a_workbook_of_another_program_are_told_apart():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as ods:
        ods.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        ods.writestr("content.xml", "<x/>")
    assert refused(buffer.getvalue(), "a.ods") == limits.NO_WORKBOOK


def test_a_workbook_by_openpyxl_is_read():
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    book.active.append(["Nguyễn Văn An", date(1980, 8, 5)])
    book.active.merge_cells("A4:B4")
    buffer = BytesIO()
    book.save(buffer)
    (table,) = read_tables(buffer.getvalue(), "a.xlsx")
    assert table.rows[1].values == ("Nguyễn Văn An", date(1980, 8, 5))


def test_columns_count_in_letters():
    assert [letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [number_of(each) for each in (b"A", b"zz", b"XFD")] == [1, 702, 16384]

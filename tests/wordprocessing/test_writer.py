"""Papers as Word files: the same parts as on paper, in the layout of Party documents."""

from datetime import date
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

from congress.printing.paper import Heading, Signature, Title
from congress.printing.tables import Column, Group, Table
from congress.wordprocessing.writer import Text, WordPaper, write_word

DAY = date(2025, 8, 5)
TABLE = Table(
    (Column("STT", 10, "stt"), Column("Nội dung", 90), Column("Số", 20, "number", "Ý kiến")),
    [Group("Chi bộ ấp K'Brơi", [("dòng một\ndòng hai", 3), ("H'Hen Niê", None)]), Group("", [("khác", 4)])],
    totals=("Tổng cộng", 7),
)


def opened(**fields):
    """The written file as Word would open it."""
    fields = {"date": DAY, "subject": "Bảng tổng hợp", "author": "Đảng ủy xã Mỹ Hiệp", "blocks": []} | fields
    return docx.Document(BytesIO(write_word(WordPaper(**fields))))


def words(document):
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *(cell.text for cell in cells)])


def test_the_parts_of_a_party_paper_stand_in_the_file():
    document = opened(
        heading=Heading(
            superior="Đảng bộ tỉnh Đồng Tháp", issuer="Đảng ủy xã Mỹ Hiệp", place="Mỹ Hiệp", date=DAY, symbol="BC/ĐU"
        ),
        title=Title(kind="Báo cáo", subject="tổng hợp ý kiến"),
        blocks=[Text("I. Đánh giá chung", "heading"), Text("Đa số ý kiến đồng ý.")],
        signature=Signature(authority="T/M Ban Thường vụ", position="Bí thư", recipients=("Tỉnh ủy", "Lưu Đảng ủy")),
    )
    said = words(document)
    for expected in (
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY XÃ MỸ HIỆP",
        "BÁO CÁO",
        "Đa số ý kiến đồng ý.",
        "T/M BAN THƯỜNG VỤ",
        "- Lưu Đảng ủy.",
        "-BC/ĐU",
        "Mỹ Hiệp, ngày 05 tháng 8 năm 2025",
    ):
        assert expected in said, expected


def test_margins_and_type_are_those_of_the_layout_rules():
    section = opened().sections[0]
    assert [round(each.mm) for each in (section.left_margin, section.right_margin, section.top_margin)] == [30, 15, 20]
    assert section.different_first_page_header_footer, "page numbers begin on the second page"
    turned = opened(landscape=True).sections[0]
    assert turned.page_width > turned.page_height and round(turned.page_width.mm) == 297


def test_a_table_numbers_its_rows_repeats_its_header_and_never_breaks_a_row():
    table = opened(blocks=[TABLE]).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["STT", "Nội dung", "Ý kiến: Số"]
    assert texts[1][0] == "Chi bộ ấp K'Brơi"
    assert texts[2] == ["1", "dòng một\ndòng hai", "3"]
    assert texts[3] == ["2", "H'Hen Niê", ""]
    assert texts[4] == ["3", "khác", "4"]
    assert texts[5] == ["", "Tổng cộng", "7"]
    head = table.rows[0]._tr.trPr
    assert head.find(qn("w:tblHeader")) is not None and head.find(qn("w:cantSplit")) is not None
    assert sum(cell.width for cell in table.rows[2].cells) <= Mm(166)


def test_lines_are_numbered_where_asked():
    assert opened()._body._element.sectPr.find(qn("w:lnNumType")) is None
    numbered = opened(numbered_lines=True)._body._element.sectPr.find(qn("w:lnNumType"))
    assert numbered.get(qn("w:restart")) == "newPage"


def test_control_characters_which_no_word_file_may_hold_are_left_out():
    assert "một hai" in words(opened(blocks=[Text("một\x00\x0b hai")]))

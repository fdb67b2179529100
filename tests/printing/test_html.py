"""The paper as a page, before it is a PDF."""

import re
import unicodedata
from html import unescape

import jinja2
import pytest

from congress.printing.html import html_of, stylesheet_of
from congress.printing.layout_profiles import HD36
from congress.printing.stylesheets import FOLDER, stylesheets
from tests.printing.papers import decision, delegate_list, heading, signature


def words(html):
    """What is read on the page, in its order."""
    body = html[html.index("<body") :]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_the_heading_block_of_a_committee():
    assert words(html_of(decision())).startswith(
        "ĐẢNG BỘ TỈNH ĐỒNG THÁP ĐẢNG ỦY XÃ MỸ HIỆP * Số 05-QĐ/ĐU "
        "ĐẢNG CỘNG SẢN VIỆT NAM Mỹ Hiệp, ngày 05 tháng 8 năm 2025 QUYẾT ĐỊNH"
    )


def test_the_heading_block_of_a_body_of_the_congress():
    block = heading(
        superior="Đảng bộ xã Mỹ Hiệp",
        issuer="Đại hội đại biểu lần thứ I",
        acting="Ban Thẩm tra tư cách đại biểu",
        symbol="BC/ĐH",
        number=1,
    )
    html = html_of(decision(heading=block))
    assert words(html).startswith(
        "ĐẢNG BỘ XÃ MỸ HIỆP ĐẠI HỘI ĐẠI BIỂU LẦN THỨ I BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU * Số 01-BC/ĐH ĐẢNG"
    )
    assert '<span class="together">LẦN THỨ I</span>' in html


@pytest.mark.parametrize("paper", [decision(), delegate_list(2)], ids=["decision", "list"])
def test_no_paper_of_the_party_carries_the_heading_of_the_state(paper):
    page = html_of(paper).upper()
    assert "CỘNG HÒA" not in page
    assert "ĐỘC LẬP" not in page


def test_a_paper_without_number_and_day_leaves_room_for_the_pen():
    html = html_of(decision(heading=heading(number=None, date=None, year=2025)))
    assert 'Số <span class="pen"></span>-QĐ/ĐU' in html
    assert 'ngày <span class="pen"></span> tháng <span class="pen"></span> năm 2025' in html
    assert "None" not in html


def test_a_paper_without_a_symbol_has_no_number_line():
    assert "Số " not in words(html_of(delegate_list(1))).split("DANH SÁCH")[0]


def test_draft_mark_and_boxed_marks_stand_under_the_number():
    html = words(html_of(decision(heading=heading(draft_mark="Dự thảo lần 2", circulation=("Tài liệu đại hội",)))))
    assert "Số 05-QĐ/ĐU Dự thảo lần 2 TÀI LIỆU ĐẠI HỘI ĐẢNG CỘNG SẢN" in html


def test_the_signature_block():
    assert words(html_of(decision())).endswith(
        "Nơi nhận : - Ban Tổ chức Tỉnh ủy; - Các chi bộ trực thuộc; - Lưu Văn phòng Đảng ủy. "
        "T/M BAN THƯỜNG VỤ BÍ THƯ Nguyễn Văn A"
    )


def test_a_signature_without_a_name_prints_no_none():
    assert "None" not in html_of(decision(signature=signature(name="", recipients=())))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><script>",
    "{{ 7*7 }}",
    "{x.__class__}",
    "%s",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text_everywhere(name):
    page = html_of(
        delegate_list(1, first_name=name, signature=signature(name=name), heading=heading(symbol="", place=name))
    )
    plain = html_of(delegate_list(1))
    assert page.count("<") == plain.count("<")
    assert unescape(page).count(name) >= 3
    assert "49" not in words(page).split("DANH SÁCH")[0]


def test_marks_that_turn_or_hide_letters_do_not_reach_the_paper():
    page = html_of(delegate_list(1, first_name="Nguyễn\u202eVăn\u200b A\ufeff\u2066"))
    assert "NguyễnVăn A</td>" in page


def test_names_typed_on_a_macintosh_are_printed_in_composed_letters():
    page = html_of(delegate_list(1, first_name=unicodedata.normalize("NFD", "Nguyễn Thị Hòa")))
    assert "Nguyễn Thị Hòa" in page
    assert unicodedata.is_normalized("NFC", page)


def test_a_name_nobody_set_is_an_error_not_a_gap():
    with pytest.raises(jinja2.UndefinedError):
        html_of(decision(template="nowhere.html"))


def test_two_header_rows_where_neighbours_share_a_label():
    page = html_of(delegate_list(1))
    assert '<th scope="col" colspan="2">Ngày, tháng, năm sinh</th>' in page
    assert '<th scope="col" rowspan="2">Họ và tên</th>' in page


def test_a_page_needs_no_inline_style_or_script():
    for page in (html_of(decision()), html_of(delegate_list(30), stylesheet="/static/x.css")):
        assert " style=" not in page
        assert "<style" not in page
        assert "<script" not in page
        assert not re.search(r" on[a-z]+=", page)


def test_the_style_sheets_of_the_preview_are_the_printed_ones():
    assert {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.css")} == stylesheets()


def test_a_turned_sheet_turns_its_margins():
    assert "margin: 20mm 15mm 20mm 30mm" in stylesheet_of(HD36)
    assert "margin: 30mm 20mm 15mm 20mm" in stylesheet_of(HD36, landscape=True)


@pytest.mark.parametrize("family", ['x"; } body { background: url(http://x) }', "a;b", "a\nb", "a\\b"])
def test_a_font_family_cannot_smuggle_rules(family):
    with pytest.raises(ValueError, match="font family"):
        stylesheet_of(HD36, family=family)

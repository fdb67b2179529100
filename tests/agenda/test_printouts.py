"""The programme on paper: the same times as on the page, in the Party's layout."""

import unicodedata
from datetime import date, time
from io import BytesIO
from typing import Any

import pypdf
import pytest

from congress.agenda import actions, printouts
from congress.agenda.vocabulary import SessionKind
from congress.congresses.vocabulary import HouseStyle
from congress.printing.html import html_of
from congress.printing.render import render
from congress.web.access import Role
from tests.factories import Somebody, make_congress, make_item, make_session
from tests.paper import text_of

TODAY = date(2025, 8, 5)


@pytest.fixture
def programme(congress: Any) -> Any:
    """The usual programme of two days."""
    actions.take_template(congress, date(2025, 8, 11), date(2025, 8, 12), actor=Somebody)
    return congress


def test_the_page_names_the_congress_and_every_session_with_its_day(programme):
    page = html_of(printouts.build(programme, today=TODAY))
    for words in (
        "ĐẠI HỘI ĐẠI BIỂU",
        "Đảng bộ xã Mỹ Hiệp",
        "nhiệm kỳ 2025 – 2030",
        "Mỹ Hiệp, ngày 05 tháng 8 năm 2025",
        "Thứ Hai, ngày 11/8/2025, từ 13h30 đến 15h55",
        "Thứ Ba, ngày 12/8/2025",
        "13h30 – 13h50",
    ):
        assert words in page, words


def test_the_heading_may_be_the_committees(programme):
    page = html_of(printouts.build(programme, today=TODAY, of_committee=True))
    assert "ĐẢNG BỘ TỈNH ĐỒNG THÁP" in page
    assert "ĐẢNG ỦY XÃ MỸ HIỆP" in page


def test_the_signature_stands_only_where_it_was_asked_for(programme):
    assert "ĐOÀN CHỦ TỊCH</p>" not in html_of(printouts.build(programme, today=TODAY))
    assert "T/M ĐOÀN CHỦ TỊCH" in html_of(printouts.build(programme, today=TODAY, signed=True))
    committee = html_of(printouts.build(programme, today=TODAY, signed=True, of_committee=True))
    assert "T/M BAN THƯỜNG VỤ" in committee


def test_notes_get_a_column_only_where_there_are_any(congress):
    session = make_session(congress)
    make_item(session, title="Diễn văn khai mạc")
    assert ">Ghi chú</th>" not in html_of(printouts.build(congress, today=TODAY))
    make_item(session, title="Tặng hoa", note="Tổ Lễ tân chuẩn bị")
    page = html_of(printouts.build(congress, today=TODAY))
    assert ">Ghi chú</th>" in page
    assert "Tổ Lễ tân chuẩn bị" in page


def test_the_house_style_of_the_office_is_kept(app):
    congress = make_congress(house_style=HouseStyle.OLD)
    make_item(make_session(congress), title="Phát biểu của Đảng ủy")
    assert "Phát biểu của Đảng uỷ" in html_of(printouts.build(congress, today=TODAY))


def test_the_pdf_holds_every_item_with_its_time_in_vietnamese(programme):
    pdf = render(printouts.build(programme, today=TODAY))
    text = text_of(pdf)
    assert unicodedata.is_normalized("NFC", text)
    times = ["13h30 – 13h50", "13h50 – 14h00", "07h00 – 07h30", "11h15 – 11h30"]
    assert [text.index(each) for each in times] == sorted(text.index(each) for each in times)
    assert "Phát động thi đua" in text
    reader = pypdf.PdfReader(BytesIO(pdf))
    assert reader.metadata.title == "Chương trình Đại hội Đảng bộ xã Mỹ Hiệp lần thứ I"
    assert reader.trailer["/Root"]["/Lang"] == "vi"


def test_a_very_long_title_wraps_and_does_not_vanish(congress):
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(11))
    words = "Báo cáo kết quả thực hiện nghị quyết " * 8
    make_item(session, title=words.strip(), presenter="Nguyễn Thị Kim Hoàng Phương Thảo Nguyên " * 4)
    assert " ".join(words.split()) in text_of(render(printouts.build(congress, today=TODAY)))


def test_the_preview_and_the_file_answer_everybody_who_may_read(sign_in, programme):
    client = sign_in(Role.READER)
    page = client.get(f"/{programme.slug}/programme/preview?signed=1&of=committee&evil=1")
    assert page.status_code == 200
    assert "T/M BAN THƯỜNG VỤ" in page.text
    answer = client.get(f"/{programme.slug}/programme/pdf")
    assert answer.mimetype == "application/pdf"
    assert "_chuong-trinh_" in answer.headers["Content-Disposition"]

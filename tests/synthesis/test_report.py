"""The report from drawing up to issuing, on every engine: counts, edits, sources, paper."""

from datetime import date, timedelta
from io import BytesIO

import docx
import pypdf
import pytest
from sqlalchemy.exc import NoResultFound

from congress.comments import actions as comment_actions
from congress.comments import queries as comments
from congress.database import db, transaction
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared.problems import RuleBroken, StaleEdit
from congress.synthesis import actions, printouts, queries
from congress.synthesis.rules.quantity import Thresholds
from congress.synthesis.vocabulary import Part
from congress.web.access import Role
from tests.factories import (
    Somebody,
    make_comment,
    make_congress,
    make_document,
    make_round,
    make_unit,
    make_version,
    send_sheet,
)
from tests.triage.test_desk import Story

TODAY = date.today()


@pytest.fixture
def story(congress):
    return Story(congress)


@pytest.fixture
def report(story):
    with transaction():
        return actions.draw_up(story.round, Thresholds(), actor=Somebody)


def printed(story, report):
    """The paper as a page."""
    rows = queries.statements(report)
    return html_of(printouts.synthesis_paper(story.congress, story.round, report, rows, today=TODAY))


def sign(report, **fields):
    fields = {
        "number": "12",
        "issued_on": TODAY,
        "authority": "T/M Tiểu ban Văn kiện",
        "position": "Trưởng tiểu ban",
        "signed_by": "Lê Thị Ổn",
    } | fields
    with transaction():
        actions.issue(report, actor=Somebody, version=report.version, today=TODAY, **fields)


def test_a_report_cannot_be_drawn_up_from_nothing(congress):
    round_ = make_round(congress, make_version(make_document(congress)))
    with pytest.raises(RuleBroken, match="chưa có gì"):
        actions.draw_up(round_, Thresholds(), actor=Somebody)


def test_it_says_who_answered_and_has_three_parts(story, report):
    assert report.opening.startswith("Đã có 3/3 chi bộ gửi phiếu góp ý")
    assert "75/81 đảng viên dự họp" in report.opening and "tổng số 3 ý kiến" in report.opening
    assert {each.part for each in queries.statements(report)} == set(Part)
    page = printed(story, report)
    order = ["I. Đánh giá chung", "II. Ý kiến về nội dung", "III. Kiến nghị, đề xuất nguyên văn"]
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    assert "“Bổ sung chỉ tiêu chuyển đổi số của xã” (Chi bộ ấp Mỹ Thạnh)" in page
    assert "Cách dùng từ chỉ số lượng, tính trên 3 chi bộ" in page
    assert "Dự thảo" in page, "until it is issued"


def test_a_sheet_that_is_not_sent_counts_nowhere(story):
    cell = story.units[2]
    with transaction():
        until = TODAY + timedelta(days=3)
        comment_actions.reopen(story.round, cell, actor=Somebody, today=TODAY, until=until, reason="Sửa")
    with transaction():
        report = actions.draw_up(story.round, Thresholds(), actor=Somebody)
    assert report.base == 2 and report.comments == 2
    assert not [each for each in queries.statements(report) if "Giảm tỷ lệ hộ nghèo" in each.text]


def test_an_edited_sentence_is_printed_and_survives_a_recount(story, report):
    first, second = queries.statements(report)[1:3]
    with transaction():
        actions.reword(report, first, actor=Somebody, version=first.version, text="Câu đã sửa có số 99.")
        actions.reword(report, second, actor=Somebody, version=second.version, text=second.text, left_out=True)
    with transaction():
        actions.draw_up_again(story.round, report, Thresholds(80, 40, 20), actor=Somebody, version=report.version)
    again = {each.key: each for each in queries.statements(report)}
    assert again[first.key].text == "Câu đã sửa có số 99." and again[first.key].edited
    assert again[second.key].left_out
    assert queries.count(report, edited=True) == 2
    page = printed(story, report)
    assert "Câu đã sửa có số 99." in page
    assert story.acts(report)[0] == "Tính lại báo cáo tổng hợp"


def test_an_empty_sentence_is_refused(report):
    row = queries.statements(report)[0]
    with pytest.raises(RuleBroken) as broken:
        actions.reword(report, row, actor=Somebody, version=row.version, text="")
    assert broken.value.field == "text"


def test_two_people_on_one_sentence_do_not_overwrite_each_other(report):
    row = queries.statements(report)[0]
    seen = row.version
    with transaction():
        actions.reword(report, row, actor=Somebody, version=seen, text="Của người thứ nhất.")
    with pytest.raises(StaleEdit):
        actions.reword(report, row, actor=Somebody, version=seen, text="Của người thứ hai.")


def test_issued_it_is_locked_until_it_is_opened_again(story, report):
    sign(report)
    row = queries.statements(report)[0]
    for forbidden in (
        lambda: actions.reword(report, row, actor=Somebody, version=row.version, text="Khác."),
        lambda: actions.draw_up_again(story.round, report, Thresholds(), actor=Somebody, version=report.version),
        lambda: actions.drop(report, actor=Somebody, version=report.version),
        lambda: sign(report),
    ):
        with pytest.raises(RuleBroken, match="đã ban hành"):
            forbidden()
        db.session.rollback()
    with transaction():
        actions.reopen(report, actor=Somebody, version=report.version)
    assert report.issued_on is None and report.number == 12


def test_what_came_in_since_it_was_counted_is_said_before_it_is_issued(story, report, sign_in):
    late = make_unit(story.congress, name="Chi bộ gửi chậm")
    make_comment(story.round, late, story.version, 1)
    send_sheet(story.round, late)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = f"/{story.congress.slug}/synthesis/{report.id}"
    for page in (address, f"{address}/issue"):
        assert "(3 chi bộ, 3 ý kiến) số phiếu đã đổi: nay 4 chi bộ, 4 ý kiến" in client.get(page).text
    with transaction():
        actions.draw_up_again(story.round, report, Thresholds(), actor=Somebody, version=report.version)
    assert "số phiếu đã đổi" not in client.get(address).text


def test_it_cannot_be_issued_before_its_round_opened(story, report):
    with pytest.raises(RuleBroken, match="trước ngày mở đợt góp ý") as broken:
        sign(report, issued_on=story.round.opens_on - timedelta(days=1))
    assert broken.value.field == "issued_on"


@pytest.mark.parametrize(
    ("typed", "number", "symbol", "printed_as"),
    [
        ("12", 12, "", "Số 12-BC/TBVK"),
        ("05-BC/TBVK", 5, "", "Số 05-BC/TBVK"),
        ("Số: 7 - BC/ĐU", 7, "BC/ĐU", "Số 07-BC/ĐU"),
        ("", None, "", '<span class="pen"></span>-BC/TBVK'),
    ],
)
def test_the_number_is_taken_as_offices_write_it(story, report, typed, number, symbol, printed_as):
    sign(report, number=typed)
    assert (report.number, report.symbol) == (number, symbol)
    assert printed_as in printed(story, report)


@pytest.mark.parametrize("typed", ["mười hai", "0", "123456", "-5", "BC/TBVK", "٣²", "12-", "12 BC"])
def test_a_number_that_is_none_is_refused_and_stays_in_the_form(story, report, sign_in, typed):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    fields = {"number": typed, "issued_on": f"{TODAY:%d/%m/%Y}", "position": "Trưởng tiểu ban", "signed_by": "Ổn"}
    page = client.post(f"/{story.congress.slug}/synthesis/{report.id}/issue", data=fields | {"version": report.version})
    assert "Số văn bản ghi như 12 hoặc 12-BC/TBVK" in page.text and f'value="{typed}"' in page.text


def test_the_number_comes_back_as_it_is_printed(story, report, sign_in):
    sign(report, number="7-BC/ĐU")
    with transaction():
        actions.reopen(report, actor=Somebody, version=report.version)
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{story.congress.slug}/synthesis/{report.id}/issue").text
    assert 'value="07-BC/ĐU"' in page


def test_headings_of_the_third_level_are_bold_in_word_as_on_paper(story, report):
    rows = queries.statements(report)
    paper = printouts.synthesis_paper(story.congress, story.round, report, rows, today=TODAY)
    headings = {each.heading for each in rows if each.heading}
    found = [
        line for line in docx.Document(BytesIO(printouts.synthesis_word(paper))).paragraphs if line.text in headings
    ]
    assert found and all(run.bold for line in found for run in line.runs)


def test_a_draft_nobody_commented_on_has_its_section_too(story):
    other = make_version(make_document(story.congress, title="Báo cáo kiểm điểm"))
    round_ = make_round(story.congress, story.version, other, title="Góp ý hai văn kiện")
    make_comment(round_, story.units[0], story.version, 1)
    send_sheet(round_, story.units[0])
    with transaction():
        made = actions.draw_up(round_, Thresholds(), actor=Somebody)
    rows = queries.statements(made)
    assert [each.text for each in rows if each.version_id == other.id] == [
        "Không có ý kiến nào trong phiếu của 1 chi bộ đã gửi."
    ]
    paper = html_of(printouts.synthesis_paper(story.congress, round_, made, rows, today=TODAY))
    assert "Phần thứ hai. Báo cáo kiểm điểm" in paper


def test_it_cannot_be_issued_tomorrow(report):
    with pytest.raises(RuleBroken) as broken:
        sign(report, issued_on=TODAY + timedelta(days=1))
    assert broken.value.field == "issued_on"


def test_the_pdf_and_the_word_file_say_the_same(story, report):
    sign(report)
    rows = queries.statements(report)
    paper = printouts.synthesis_paper(story.congress, story.round, report, rows, today=TODAY)
    pdf = pypdf.PdfReader(BytesIO(render(paper)))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    word = docx.Document(BytesIO(printouts.synthesis_word(paper)))
    written = " ".join(each.text for each in word.paragraphs)
    for each in rows:
        for line in each.text.split("\n"):
            assert line in text and line in written
    assert "Số 12-BC/TBVK" in text and "Lê Thị Ổn" in text and "Dự thảo Mỹ" not in text


def test_one_click_shows_the_sources_of_a_sentence(story, report, sign_in):
    client = sign_in(Role.STANDING_COMMITTEE)
    (row,) = [each for each in queries.statements(report) if each.key == f"point:{story.ids[0]}"]
    page = client.get(f"/{story.congress.slug}/synthesis/{report.id}/statements/{row.id}").text
    assert "Chi bộ ấp Mỹ Thạnh" in page and "Chi bộ ấp Mỹ Đức" not in page
    assert "<textarea" not in page, "who may only read edits nothing"


def test_the_documents_secretary_draws_up_edits_and_issues(story, sign_in):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    base = f"/{story.congress.slug}/synthesis"
    assert "Chưa lập báo cáo" in client.get(f"{base}/").text
    data = {"round": str(story.round.id), "most": "50", "majority": "50", "many": "25"}
    wrong = client.post(f"{base}/new", data=data)
    assert wrong.status_code == 200 and "phải nhỏ hơn ngưỡng" in wrong.text
    address = client.post(f"{base}/new", data=data | {"most": "90"}).location
    ((report, _title),) = queries.reports(story.congress.id)
    row = queries.statements(report)[1]
    text = "Đa số chi bộ (77/3) đề nghị."
    client.post(f"{address}/statements/{row.id}", data={"version": row.version, "text": text})
    assert "Số không có trong số liệu đã đếm: 3; 77." in client.get(address).text
    assert "1 câu đã sửa khác với số đã đếm." in client.get(f"{address}/issue").text
    data = {
        "version": report.version,
        "issued_on": f"{TODAY:%d/%m/%Y}",
        "position": "Trưởng tiểu ban",
        "signed_by": "Lê Thị Ổn",
    }
    assert client.post(f"{address}/issue", data=data).status_code == 302
    assert "Mở lại để sửa" in client.get(address).text
    refused = client.post(f"{address}/statements/{row.id}", data={"version": row.version + 1, "text": "Khác."})
    assert "đã ban hành" in refused.text and "Khác." not in client.get(address).text


@pytest.mark.parametrize("query", ["part=xx", "draft=xx", "only=xx", "page=99"])
def test_an_odd_address_shows_the_whole_report(story, report, sign_in, query):
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{story.congress.slug}/synthesis/{report.id}?{query}")
    assert page.status_code == 200 and "Có 3/3 chi bộ góp 3 ý kiến" in page.text


def test_another_congress_has_no_part_in_it(report):
    other = make_congress()
    with pytest.raises(NoResultFound):
        queries.report(other.id, report.id)
    assert queries.reports(other.id) == []
    assert comments.rounds(other.id) == []

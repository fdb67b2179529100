"""What a comment may say besides its words: kind, page and line, supporters, speaker; and the sheet on paper."""

import re
import uuid
from io import BytesIO

import pypdf
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from congress.comments import printouts, queries, sheets
from congress.comments.rules.codes import cells_of, code_of, plain
from congress.comments.vocabulary import CommentKind
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.comments.test_views import AUTOSAVE, Story, url
from tests.factories import TODAY, make_comment, make_congress, make_unit, send_sheet

DETAILS = {
    "kind": CommentKind.CHANGE,
    "cited": "trang 5, dòng 12",
    "supporters": 20,
    "speaker": "H'Hen Niê",
}


@pytest.fixture
def story(congress):
    return Story(congress)


def test_details_are_kept_shown_printed_and_exported(congress, story, sign_in):
    make_comment(story.round, story.unit, story.version, 2, proposed="Sửa 75 thành 78", **DETAILS)
    send_sheet(story.round, story.unit)
    (opinion,) = queries.opinions(story.round)
    assert (opinion.kind, opinion.supporters, opinion.speaker) == (CommentKind.CHANGE, 20, "H'Hen Niê")
    assert opinion.place == "Đoạn 2 (trang 5, dòng 12)"
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(url(congress, f"{story.round.id}/read")).text
    words = " ".join(re.sub(r"<[^>]*>", "", page).split())  # the cited place leads to the page of the draft
    assert "Sửa đổi · trang 5, dòng 12 · 20 đồng chí tán thành · H&#39;Hen Niê" in words
    paper = html_of(printouts.build(congress, today=TODAY))
    assert "[Sửa đổi, trang 5, dòng 12] Sửa 75 thành 78" in paper and "20 đồng chí tán thành" in paper
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(sheets.workbook("Ý kiến", [opinion], [])))
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert {"Sửa đổi", "H'Hen Niê"} <= set(cells)


def test_the_cell_writes_them_while_typing(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    data = {"stance": "agree_partly", "proposed": "Sửa", "kind": "kind_figures", "cited": "trang 1", "supporters": "3"}
    data["comment"] = str(uuid.uuid4())
    saved = cell.post(story.new(2), data=data, headers=AUTOSAVE)
    assert saved.status_code == 200
    (comment,) = story.comments
    assert (comment.kind, comment.cited, comment.supporters) == (CommentKind.FIGURES, "trang 1", 3)
    again = cell.get(f"{story.sheet}/comments/{comment.id}").text
    assert 'value="trang 1"' in again and "<details open>" in again


def test_more_supporters_than_were_present_are_refused_beside_the_field(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    cell.post(story.sheet, data={"members": "27", "present": "25", "spoke": "4"})
    data = {"stance": "agree_partly", "proposed": "Sửa câu này", "supporters": "26", "comment": str(uuid.uuid4())}
    page = cell.post(story.new(2), data=data).text
    assert "26 đồng chí tán thành nhiều hơn 25 đảng viên dự họp" in page and "Sửa câu này" in page
    assert not story.comments
    with pytest.raises(RuleBroken):
        make_comment(story.round, story.unit, story.version, 2, proposed="Sửa", supporters=26)


def test_the_blank_sheet_has_the_fields_of_the_page_and_its_code(congress, story):
    paper = html_of(printouts.blank_sheets(congress, story.round, [story.unit], today=TODAY))
    for text in (
        code_of(story.round.id, story.unit.id),
        "Chi bộ không có ý kiến",
        "Trang, dòng hoặc đoạn",
        "Nội dung đề nghị",
        "Số tán thành",
        "Báo cáo chính trị",
        "CHI BỘ ẤP MỸ THẠNH",
        "bổ sung; sửa đổi; lược bỏ",
    ):
        assert text in paper, text
    many = [story.unit, make_unit(congress, name="Chi bộ K'Brơi")]
    pdf = pypdf.PdfReader(BytesIO(render(printouts.blank_sheets(congress, story.round, many, today=TODAY))))
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert all(code_of(story.round.id, unit.id) in text for unit in many)


def test_the_office_opens_a_sheet_by_its_code_and_a_cell_only_its_own(congress, story, sign_in):
    other = make_unit(congress, name="Chi bộ ấp Mỹ Đức")
    code = code_of(story.round.id, story.unit.id)
    office = sign_in(Role.DOCUMENTS_SECRETARY)
    for typed in (code, code.lower().replace("-", " "), f" {code} "):
        assert office.get(f"{story.page}/code", query_string={"code": typed}).location.endswith(story.sheet)
    wrong = office.get(f"{story.page}/code?code=999-999", follow_redirects=True)
    assert "Không có phiếu nào của đợt này mang mã “999-999”." in wrong.text
    cell = sign_in(Role.CELL_SECRETARY, unit=other)
    assert not cell.get(f"{story.page}/code", query_string={"code": code}).location.endswith(story.sheet)
    assert cell.get(f"{story.page}/blank.pdf").mimetype == "application/pdf"


@given(st.uuids(), st.lists(st.uuids(), min_size=1, max_size=60, unique=True), st.data())
def test_a_code_finds_its_cell_however_it_is_typed(round_id, units, data):
    unit = data.draw(st.sampled_from(units))
    code = code_of(round_id, unit)
    misread = code.replace("1", "l").replace("0", "o").lower()
    assert unit in cells_of(misread, round_id, units)
    assert len(plain(code)) == 6


def test_another_congress_has_other_sheets(congress, story, sign_in):
    elsewhere = Story(make_congress())
    office = sign_in(Role.OFFICE)
    assert office.get(url(congress, f"{elsewhere.round.id}/blank.pdf")).status_code == 404
    assert office.get(url(congress, f"{elsewhere.round.id}/code?code=x")).status_code == 404

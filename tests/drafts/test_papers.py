"""A version on paper: as PDF with numbered lines, as a Word file that reads back the same, found by page and line."""

import unicodedata
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from congress.drafts import actions, queries
from congress.drafts.printouts import draft_paper, draft_word, layout_key
from congress.drafts.rules.blocks import from_word
from congress.drafts.rules.places import Cited, Span, read_cited, standing_at
from congress.printing.html import html_of
from congress.printing.printout import LineNumbers
from congress.printing.render import Press
from congress.web.access import Role
from congress.wordprocessing.reader import read_docx
from tests.factories import make_comment, make_document, make_round, make_unit, make_version

TEXT = """Phần thứ nhất
TÌNH HÌNH VÀ KẾT QUẢ
I. Kết quả đạt được
Kinh tế của xã K'Brơi tăng trưởng khá[1].
- Một là, đoàn kết thống nhất.
a) Việc thứ nhất của cấp ủy.
I. Kết quả đạt được
Chỉ tiêu\tNăm 2025\tNăm 2030
Hộ nghèo\t1,3 %\t0,5 %
[1] Số liệu của Chi cục Thống kê.
"""


@pytest.fixture
def version(congress: Any) -> Any:
    return make_version(make_document(congress), TEXT)


def word_of(congress: Any, version: Any, lines: LineNumbers = LineNumbers.NONE) -> bytes:
    return draft_word(congress, version, queries.passages(congress.id, version.id), lines=lines)


def paper_of(congress: Any, version: Any, lines: LineNumbers = LineNumbers.BY_PAGE) -> Any:
    return draft_paper(congress, version, queries.passages(congress.id, version.id), lines=lines)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("trang 5, dòng 12", Cited(5, 12)),
        ("Trang 5 dòng thứ 12 từ trên xuống", Cited(5, 12)),
        ("tr. 5, d. 12–15", Cited(5, 12)),
        ("trang 5, dòng 3 từ dưới lên", Cited(5, 3, from_below=True)),
        (unicodedata.normalize("NFD", "trang 5, dòng 12"), Cited(5, 12)),
        ("5/12", Cited(5, 12)),
        ("page 5, line 12", Cited(5, 12)),
        ("đoạn cuối", None),
        ("", None),
    ],
)
def test_a_cited_place_is_read_as_people_write_it(text, cited):
    assert read_cited(text) == cited


def test_the_passage_on_a_line_is_found_also_over_a_page_break_and_from_below():
    spans = {1: Span(1, 1, 1, 2), 2: Span(1, 3, 2, 1), 3: Span(2, 2, 2, 4)}
    assert [standing_at(spans, Cited(*place)) for place in ((1, 2), (1, 30), (2, 1), (2, 4))] == [1, 2, 2, 3]
    assert standing_at(spans, Cited(2, 9)) is None
    assert standing_at(spans, Cited(2, 1, from_below=True)) == 3


def test_a_span_says_where_it_stands_as_papers_do():
    assert Span(5, 12, 5, 15).label == "tr. 5, d. 12–15"
    assert Span(5, 12, 5, 12).label == "tr. 5, d. 12"
    assert Span(5, 34, 6, 2).label == "tr. 5, d. 34 – tr. 6, d. 2"


def test_the_word_file_reads_back_as_the_very_same_passages(congress, version):
    word = read_docx(word_of(congress, version), "file")
    body = from_word((b.kind, b.level, b.text) for b in word.blocks)
    said = [row.text for row in queries.passages(congress.id, version.id)]
    assert [block.text for block in body][-len(said) :] == said
    levels = [block.level for block in body if block.kind.value == "heading"]
    assert levels == [row.depth for row in queries.passages(congress.id, version.id) if row.depth]


def test_headings_lists_tables_and_notes_are_words_own(congress, version):
    document = docx.Document(BytesIO(word_of(congress, version)))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["I. Kết quả đạt được"] == "Heading 2"
    assert styles["Một là, đoàn kết thống nhất."] == "List Bullet"
    assert styles["a) Việc thứ nhất của cấp ủy."] == "List Paragraph", "a typed letter is not counted anew by Word"
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == ["Hộ nghèo", "1,3 %", "0,5 %"]
    assert document._body._element.findall(f".//{qn('w:footnoteReference')}")
    assert "[1]" not in "".join(styles)


@pytest.mark.parametrize(("lines", "restart"), [(LineNumbers.BY_PAGE, "newPage"), (LineNumbers.THROUGH, "continuous")])
def test_lines_of_the_word_file_are_numbered_by_page_or_through(congress, version, lines, restart):
    document = docx.Document(BytesIO(word_of(congress, version, lines)))
    assert document._body._element.sectPr.find(qn("w:lnNumType")).get(qn("w:restart")) == restart


def test_a_text_that_begins_with_its_own_title_is_not_given_a_second_one(congress):
    version = make_version(make_document(congress, title="Báo cáo chính trị"), "BÁO CÁO CHÍNH TRỊ\nKinh tế khá.")
    assert html_of(paper_of(congress, version)).upper().count("BÁO CÁO CHÍNH TRỊ</H") == 1


def test_the_pdf_carries_the_numbers_of_its_lines_and_the_same_pages_without_them(congress):
    text = TEXT + "\n".join("Kinh tế của xã tăng trưởng khá, đời sống được cải thiện. " * 6 for _ in range(30))
    version = make_version(make_document(congress), text)
    press = Press()
    numbered, plain = (
        press.pdf(paper_of(congress, version, lines)) for lines in (LineNumbers.BY_PAGE, LineNumbers.NONE)
    )
    assert numbered == press.pdf(paper_of(congress, version)), "same input, same bytes"
    found = press.places(paper_of(congress, version))
    with pikepdf.open(BytesIO(numbered)) as pdf, pikepdf.open(BytesIO(plain)) as other:
        assert len(pdf.pages) == len(other.pages) == found.pages > 2
        assert b"/Artifact BMC" in b"".join(part.read_bytes() for part in pdf.pages[1].Contents)
        assert "/LineNumbers" in pdf.pages[1].Resources.Font
    spans = [Span(*span) for span in found.spans.values()]
    assert spans[0].page == spans[0].line == 1
    for before, after in pairwise(spans):
        assert (after.page, after.line) in ((before.end_page, before.end_line + 1), (before.end_page + 1, 1))


def test_lines_are_counted_on_demand_once_and_a_cited_line_leads_to_its_passage(sign_in, congress, version):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = f"/{congress.slug}/drafts/versions/{version.id}"
    assert "Hiện số trang, số dòng" in client.get(address).text
    assert client.post(f"{address}/lines").status_code == 302
    page = client.get(address).text
    assert "tr. 1, d. 1" in page and 'placeholder="trang 5, dòng 12"' in page
    kept = queries.layout(version, layout_key(congress, version))
    assert kept.by_position[1].line == 1
    third = kept.by_position[3]
    answer = client.get(f"{address}/find", query_string={"at": f"trang {third.page}, dòng {third.line}"})
    assert answer.location.endswith("#p3")
    missed = client.get(f"{address}/find", query_string={"at": "trang 900, dòng 1"}, follow_redirects=True)
    assert "không có dòng 1 ở trang 900" in missed.text


def test_a_place_that_cannot_be_read_or_is_not_counted_yet_gets_a_sentence(sign_in, congress, version):
    client = sign_in(Role.READER)
    address = f"/{congress.slug}/drafts/versions/{version.id}/find"
    assert "Hãy ghi như" in client.get(f"{address}?at=đâu đó", follow_redirects=True).text
    assert "Chưa đếm trang, dòng" in client.get(f"{address}?at=5/12", follow_redirects=True).text


def test_where_a_comment_cites_a_page_and_line_its_words_lead_there(sign_in, congress, version):
    unit = make_unit(congress)
    round_ = make_round(congress, version)
    make_comment(round_, unit, version, 1, cited="trang 1, dòng 3")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = client.get(f"/{congress.slug}/comments/{round_.id}/cells/{unit.id}").text
    assert f"/drafts/versions/{version.id}/find?at=trang" in page


def test_papers_of_a_version_are_sent_under_its_name(sign_in, congress, version):
    client = sign_in(Role.READER)
    address = f"/{congress.slug}/drafts/versions/{version.id}"
    answer = client.get(f"{address}/print.docx?lines=page")
    assert answer.data[:2] == b"PK" and ".docx" in answer.headers["Content-Disposition"]
    assert "Kinh tế của xã K&#39;Brơi" in client.get(f"{address}/print").text
    assert client.get(f"{address}/print.pdf?lines=page").data[:5] == b"%PDF-"


def test_a_preview_that_was_changed_can_be_reset_to_what_the_program_read(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    preview = client.post(f"/{congress.slug}/drafts/{document.id}/read-in", data={"number": "1", "text": TEXT}).location
    read = [block.choice for block in queries.documents(congress.id)[0].imports[0].read_blocks()]
    assert "Trở về như máy đọc" not in client.get(preview).text, "nothing was changed yet"
    client.post(preview, data={"version": "1", "b0": "p", "b2": "row", "go": "stay"})
    assert "Trở về như máy đọc" in client.get(preview).text
    stale = client.post(preview, data={"version": "1", "go": "reset"}).text
    assert "đã được sửa sau khi đồng chí mở trang" in stale
    assert client.post(preview, data={"version": "2", "b1": "p", "go": "reset"}).status_code == 302
    assert [block.choice for block in queries.documents(congress.id)[0].imports[0].read_blocks()] == read


def test_a_version_taken_back_resets_to_what_was_recorded(congress, version):
    draft = actions.take_back(version, actor=type("Actor", (), {"id": None, "full_name": "Lê Ổn"}))
    assert draft.read_as == draft.blocks


def test_five_thousand_headings_are_read_recorded_and_written_to_word(congress):
    text = "\n".join(f"{number % 20 + 1}. Đề mục giống nhau\nNội dung {number}." for number in range(5000))
    version = make_version(make_document(congress), text)
    assert (version.headings, version.paragraphs) == (5000, 5000)

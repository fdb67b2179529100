"""What was answered, in every form: the table of acceptance, the answer to each cell, the files."""

from html import unescape
from io import BytesIO

import docx
import pytest
import python_calamine
from sqlalchemy.exc import NoResultFound

from congress.comments import queries as comments
from congress.database import transaction
from congress.printing.html import html_of
from congress.triage import queries
from congress.triage.actions import points, release
from congress.triage.printouts import acceptance_paper, acceptance_word, answers_paper
from congress.triage.printouts.acceptance import counted
from congress.triage.rules.answers import USUAL, Answered, Arrangement, Choice, Part, by_cell, of_one_cell
from congress.triage.rules.titles import about
from congress.triage.vocabulary import Disposition
from congress.web.access import Role
from tests.factories import TODAY, Somebody, make_comment, make_congress, make_unit
from tests.triage.test_desk import Story


@pytest.fixture
def story(congress):
    """Two cells say the same and are answered once; the third waits."""
    told = Story(congress)
    with transaction():
        told.point = points.take_up(told.round, told.ids[:2], actor=Somebody, summary="Bổ sung chỉ tiêu chuyển đổi số")
        points.decide(
            told.point,
            actor=Somebody,
            version=told.point.version,
            today=TODAY,
            disposition=Disposition.PARTLY,
            reason="Bổ sung vào phần nhiệm vụ, không thành chỉ tiêu.",
            wording="Đẩy mạnh chuyển đổi số",
        )
    return told


def paper(story, **choice):
    answered = queries.answers.answered(story.round)
    cells = [unit.name for unit in story.units]
    return html_of(acceptance_paper(story.congress, story.round, answered, Choice(**choice), cells=cells, today=TODAY))


def test_every_comment_stands_in_the_table_exactly_once(story):
    answered = queries.answers.answered(story.round)
    ids = [opinion.comment_id for each in answered for opinion in each.opinions]
    assert sorted(ids) == sorted(story.ids)
    assert [len(each.opinions) for each in answered] == [2, 1]


def test_the_paper_says_what_was_said_by_whom_and_what_was_decided_on_it(story):
    page = paper(story)
    for text in (
        "Tổng số 3 ý kiến, trong đó: tiếp thu một phần 2 ý kiến (1 điểm); đang xử lý 1 ý kiến.",
        "Bổ sung chỉ tiêu chuyển đổi số",
        "Chi bộ ấp Mỹ Thạnh; Chi bộ ấp Mỹ Đức",
        "Tiếp thu một phần",
        "Bổ sung vào phần nhiệm vụ, không thành chỉ tiêu.",
        "Đẩy mạnh chuyển đổi số",
    ):
        assert text in page, text
    assert "Giảm tỷ lệ hộ nghèo" not in page, "what is undecided stands there only if asked for"
    assert "Giảm tỷ lệ hộ nghèo" in paper(story, undecided=True)


def test_names_may_be_left_out(story):
    assert "Chi bộ ấp Mỹ Thạnh" not in paper(story, parts=frozenset(Part) - {Part.CELLS})


def test_speakers_are_named_only_when_they_are_asked_for(congress):
    told = Story(congress)
    told.comments[0].speaker = "Đồng chí K'Brơi"
    with transaction():
        told.point = points.take_up(told.round, told.ids[:2], actor=Somebody, summary="Chuyển đổi số")
    wanted = {"undecided": True}
    assert "K'Brơi)" not in unescape(paper(told, **wanted))
    with_both = unescape(paper(told, parts=USUAL | {Part.SPEAKERS}, **wanted))
    assert "Chi bộ ấp Mỹ Thạnh (Đồng chí K'Brơi); Chi bộ ấp Mỹ Đức" in with_both
    people_only = unescape(paper(told, parts=USUAL - {Part.CELLS} | {Part.SPEAKERS}, **wanted))
    assert "Đồng chí K'Brơi" in people_only and "Mỹ Thạnh" not in people_only


def test_by_cell_without_names_the_cells_are_numbered(story):
    page = paper(story, arrangement=Arrangement.BY_CELL, parts=USUAL - {Part.CELLS})
    assert "Chi bộ số 1" in page and "Chi bộ số 2" in page and "Mỹ Thạnh" not in page


@pytest.mark.parametrize("order", ["by_draft", "by_cell"])
def test_the_workbook_has_the_columns_and_the_order_of_the_paper(story, sign_in, order):
    base = f"/{story.congress.slug}/triage/{story.round.id}/acceptance.xlsx?order={order}"
    client = sign_in(Role.DOCUMENTS_SECRETARY)

    def rows(address):
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(client.get(address).data))
        return [[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()]

    few = [" ".join(row) for row in rows(f"{base}&part=why")]
    assert not any("Mỹ Thạnh" in row for row in few) and any("không thành chỉ tiêu" in row for row in few)
    head = next(row for row in rows(base) if "STT" in row)
    assert ("Chi bộ" in head) == (order == "by_cell") and ("Nơi góp ý" in head) == (order == "by_draft")
    found = [row for row in rows(base) if any("không thành chỉ tiêu" in cell for cell in row)]
    assert len(found) == (2 if order == "by_cell" else 1), "a shared point stands under each of its cells"


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Góp ý dự thảo văn kiện trình Đại hội", "trình Đại hội"),
        ("Góp ý lần 1", "lần 1"),
        ("Lấy ý kiến góp ý vào các dự thảo văn kiện: đợt 2", "đợt 2"),
        ("Đợt tháng 7", "Đợt tháng 7"),
    ],
)
def test_the_title_of_a_paper_says_nothing_twice(title, more):
    assert about(title) == f"ý kiến góp ý vào dự thảo văn kiện\n{more}"
    assert about("Góp ý dự thảo văn kiện") == "ý kiến góp ý vào dự thảo văn kiện"


def test_by_cell_a_shared_point_stands_under_each_of_its_cells(story):
    answered = queries.answers.answered(story.round)
    order = [unit.name for unit in reversed(story.units)]
    assert [name for name, _lines in by_cell(answered, order)] == order
    page = paper(story, arrangement=Arrangement.BY_CELL)
    assert page.count("Bổ sung vào phần nhiệm vụ, không thành chỉ tiêu.") == 2


def test_the_word_file_and_the_workbook_hold_the_same_rows(story, sign_in):
    cells = [unit.name for unit in story.units]
    answered = queries.answers.answered(story.round)
    paper = acceptance_paper(story.congress, story.round, answered, Choice(), cells=cells, today=TODAY)
    word = docx.Document(BytesIO(acceptance_word(paper)))
    texts = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Bổ sung vào phần nhiệm vụ, không thành chỉ tiêu." in texts
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    base = f"/{story.congress.slug}/triage/{story.round.id}/acceptance"
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(client.get(f"{base}.xlsx?undecided=1").data))
    rows = book.get_sheet_by_index(0).to_python()
    said = [row[4] for row in rows]
    assert "Bổ sung chỉ tiêu chuyển đổi số" in said and "Giảm tỷ lệ hộ nghèo" in said
    file = client.get(f"{base}.docx")
    assert file.status_code == 200 and file.data[:2] == b"PK"


def test_the_page_by_cell_shows_a_shared_point_under_each_of_its_cells(story, sign_in):
    address = f"/{story.congress.slug}/triage/{story.round.id}/acceptance?order=by_cell"
    text = sign_in(Role.DOCUMENTS_SECRETARY).get(address).text
    assert text.count("không thành chỉ tiêu") == 2
    assert text.index('colspan="8">Chi bộ ấp Mỹ Thạnh') < text.index('colspan="8">Chi bộ ấp Mỹ Đức')


def test_the_page_keeps_its_choice_in_the_address(story, sign_in):
    address = f"/{story.congress.slug}/triage/{story.round.id}/acceptance?order=by_cell&part=why"
    text = sign_in(Role.DOCUMENTS_SECRETARY).get(address).text
    assert "order=by_cell" in text and "part=why" in text
    assert "Đẩy mạnh chuyển đổi số" not in text


@pytest.mark.parametrize("query", ["order=xx", "part=xx", "version=xx", "undecided=2", "page=-1"])
def test_an_odd_address_shows_the_whole_table(story, sign_in, query):
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{story.congress.slug}/triage/{story.round.id}/acceptance?{query}")
    assert page.status_code == 200 and "Tiếp thu một phần" in page.text


def test_each_cell_gets_a_paper_with_its_own_comments_only(story):
    answered = queries.answers.answered(story.round)
    page = html_of(answers_paper(story.congress, story.round, answered, [story.units[1]], today=TODAY))
    assert "của Chi bộ ấp Mỹ Đức" in page and "bo sung chi tieu chuyen doi so" in page
    assert "Giảm tỷ lệ hộ nghèo" not in page and "Mỹ Thạnh" not in page
    everyone = html_of(answers_paper(story.congress, story.round, answered, story.units, today=TODAY))
    assert everyone.count("<section") == 3
    assert "1 ý kiến còn lại đang được xử lý" in everyone


def test_a_cell_reads_its_answers_once_they_are_given_and_no_other_cells(story, sign_in):
    cell = sign_in(Role.CELL_SECRETARY, unit=story.units[0])
    mine = f"/{story.congress.slug}/triage/{story.round.id}/cells/{story.units[0].id}"
    before = cell.get(mine)
    assert "chưa gửi trả lời" in before.text and "không thành chỉ tiêu" not in before.text
    assert b"kh\xc3\xb4ng th\xc3\xa0nh" not in cell.get(f"{mine}/answers.pdf").data
    with transaction():
        release.release(story.round, actor=Somebody, today=TODAY)
        release.release(story.round, actor=Somebody, today=TODAY)
    assert "không thành chỉ tiêu" in cell.get(mine).text
    assert "Xem trả lời của Tiểu ban" in cell.get(f"/{story.congress.slug}/cell").text
    theirs = f"/{story.congress.slug}/triage/{story.round.id}/cells/{story.units[1].id}"
    assert cell.get(theirs).status_code == 404
    with transaction():
        release.withdraw(story.round, actor=Somebody)
    assert "không thành chỉ tiêu" not in cell.get(mine).text
    assert story.acts(story.round)[:2] == ["Thu lại trả lời góp ý", "Gửi trả lời góp ý cho các chi bộ"]


def test_a_cell_that_has_not_sent_its_sheet_is_not_said_to_have_no_comments(story, sign_in):
    late = make_unit(story.congress, name="Chi bộ viết chậm")
    make_comment(story.round, late, story.version, 1)
    with transaction():
        release.release(story.round, actor=Somebody, today=TODAY)
    cell = sign_in(Role.CELL_SECRETARY, unit=late)
    page = cell.get(f"/{story.congress.slug}/triage/{story.round.id}/cells/{late.id}").text
    assert "Chi bộ chưa gửi phiếu góp ý" in page and "không có ý kiến nào" not in page


def test_the_subcommittee_gives_the_answers_with_a_click(story, sign_in):
    office = sign_in(Role.DOCUMENTS_SECRETARY)
    base = f"/{story.congress.slug}/triage/{story.round.id}"
    assert "Cho các chi bộ xem" in office.get(f"{base}/cells").text
    assert office.post(f"{base}/release").status_code == 302
    assert queries.answers.release_of(story.round) is not None
    assert "Thôi cho xem" in office.get(f"{base}/cells").text
    office.post(f"{base}/withdraw")
    assert queries.answers.release_of(story.round) is None


def test_answers_of_another_congress_are_not_found(story):
    with pytest.raises(NoResultFound):
        comments.one_round(make_congress().id, story.round.id)


def test_sums_agree_and_a_lone_comment_counts_once(story):
    answered = queries.answers.answered(story.round)
    assert counted(answered).startswith("Tổng số 3 ý kiến")
    assert counted([]) == "Tổng số 0 ý kiến."
    assert [said.comment_id for said, _each in of_one_cell(answered, story.units[2].id)] == [story.ids[2]]
    assert isinstance(answered[0], Answered)

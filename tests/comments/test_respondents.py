"""Who answers besides the cells, how many agree with each draft, answers to questions, late answers, slips of dates."""

from datetime import date, timedelta

import pytest

from congress.comments import printouts, queries
from congress.comments.queries.statistics import of_round
from congress.comments.rules import Meeting, Verdict, check_meeting, verdict_doubts
from congress.comments.vocabulary import Channel, RespondentKind
from congress.printing.html import html_of
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.comments.test_views import AUTOSAVE, MEETING, Story, written
from tests.factories import TODAY, make_comment, make_respondent, make_unit, send_sheet

QUESTIONS = "1. Kết quả đã sát thực tế chưa?\n\n2. Chỉ tiêu nào cần điều chỉnh?"


@pytest.fixture
def story(congress):
    return Story(congress, questions=QUESTIONS)


@pytest.fixture
def office(sign_in):
    return sign_in(Role.OFFICE)


@pytest.fixture
def cell(sign_in, story):
    return sign_in(Role.CELL_SECRETARY, unit=story.unit)


def test_the_office_names_the_front_and_types_its_letter_in(story, office):
    office.post(f"{story.page}/respondents/new", data={"kind": "of_front", "name": "Ủy ban Mặt trận Tổ quốc xã"})
    (front,) = queries.listed_respondents(story.round)
    assert front.kind is RespondentKind.FRONT
    sheet = f"{story.page}/cells/{front.id}"
    new = story.new(1).replace(story.sheet, sheet)
    assert office.post(new, data=written(proposed="Thêm chương trình giảm nghèo")).status_code == 302
    version = queries.sheet(story.round, front.id).version
    office.post(sheet, data={"channel": "by_letter", "version": str(version)})
    assert "Thư" in office.get(f"{sheet}/send").text
    assert office.post(f"{sheet}/send").status_code == 302, "a letter has no meeting, so nothing is missing"
    (opinion,) = queries.opinions(story.round)
    assert (opinion.unit_name, opinion.unit_id) == ("Ủy ban Mặt trận Tổ quốc xã", front.id)
    page = office.get(story.page).text
    assert "Mặt trận Tổ quốc" in page and "Đọc 1 ý kiến" in page
    assert "Thêm chương trình giảm nghèo" in office.get(f"{story.page}/read?unit={front.id}").text


def test_respondents_are_counted_apart_per_channel(story):
    respondent = make_respondent(story.round)
    make_comment(story.round, respondent, story.version, 1, on_paper=True)
    make_comment(story.round, story.unit, story.version, 1)
    send_sheet(story.round, respondent, channel=Channel.WRITTEN, members=None, present=None, spoke=None)
    send_sheet(story.round, story.unit)
    found = of_round(story.round)
    assert [(kind, sums.opinions, sums.present) for kind, sums, _ways in found.groups] == [
        (None, 1, 25),
        (RespondentKind.UNION, 1, 0),
    ]
    assert [(each.label, each.opinions) for each in found.channels] == [
        (Channel.MEETING.label, 1),
        (Channel.WRITTEN.label, 1),
    ]
    assert [each.label for each in found.cells] == ["Chi bộ ấp Mỹ Thạnh"]
    assert [each.label for each in found.others] == ["Hội Cựu chiến binh xã"]
    totals = queries.totals_of(story.round)
    assert (totals.cells, totals.sent, totals.present) == (1, 1, 25), "totals of cells speak of cells alone"


def test_a_respondent_is_named_once_and_goes_only_while_nothing_is_written(story, office):
    row = make_respondent(story.round, "Hội Nông dân")
    again = office.post(f"{story.page}/respondents/new", data={"kind": "of_union", "name": "hoi nong dan"})
    assert "Đã có “Hội Nông dân”" in again.text and 'value="hoi nong dan"' in again.text
    make_comment(story.round, row, story.version, 1)
    assert office.post(f"{story.page}/respondents/{row.id}/remove").status_code == 409
    other = make_respondent(story.round, "Hội Phụ nữ")
    assert office.post(f"{story.page}/respondents/{other.id}/remove").status_code == 302
    assert [each.name for each in queries.listed_respondents(story.round)] == ["Hội Nông dân"]


def test_a_cell_never_opens_the_sheet_of_a_respondent(story, cell):
    row = make_respondent(story.round)
    assert cell.get(f"{story.page}/cells/{row.id}").status_code == 404
    assert cell.post(f"{story.page}/respondents/{row.id}/remove").status_code == 403


def test_people_are_counted_per_draft_and_an_odd_sum_warns_without_blocking(story, cell):
    counts = {"agree_1": "20", "changes_1": "4", "other_1": "3"}
    saved = cell.post(story.sheet, data=MEETING | counts, headers=AUTOSAVE)
    assert saved.json["version"] >= 1
    page = cell.get(f"{story.sheet}/send").text
    assert "đếm được 27 người, nhiều hơn 25 người dự họp" in page
    assert "20 đồng ý toàn văn, 4 đồng ý có sửa đổi, 3 ý kiến khác" in page
    assert cell.post(f"{story.sheet}/send").status_code == 302
    (draft,) = of_round(story.round).drafts
    assert (draft.agree, draft.with_changes, draft.other, draft.people) == (20, 4, 3, 27)


def test_the_statistics_show_people_per_draft_and_the_difference_to_those_present(story, sign_in, cell):
    cell.post(story.sheet, data=MEETING | {"agree_1": "20", "changes_1": "3", "other_1": ""})
    cell.post(f"{story.sheet}/send")
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"{story.page}/statistics").text
    assert "Số người đồng ý với từng dự thảo" in page
    assert '<td class="num">23</td><td class="num">25</td><td class="num">2</td>' in page


def test_nothing_to_say_on_one_draft_goes_out_alone_and_excludes_comments_on_it(story, cell):
    cell.post(story.sheet, data=MEETING | {"agree_1": "", "silent_1": "y"})
    refused = cell.post(story.new(1), data=written(proposed="Vẫn góp ý"))
    assert "không có ý kiến về dự thảo này" in refused.text and "Vẫn góp ý" in refused.text
    assert cell.post(f"{story.sheet}/send").status_code == 302
    assert of_round(story.round).drafts[0].silent == 1


def test_nothing_to_say_is_refused_on_a_draft_with_comments_beside_its_box(story, cell):
    make_comment(story.round, story.unit, story.version, 1)
    page = cell.post(story.sheet, data=MEETING | {"agree_1": "", "silent_1": "y", "version": "1"}).text
    assert "Đã có 1 ý kiến về Báo cáo chính trị" in page
    assert not queries.verdicts_of(queries.sheet(story.round, story.unit.id))


def test_questions_are_answered_one_by_one_and_read_together(story, cell, sign_in):
    page = cell.get(story.sheet).text
    assert "2. Chỉ tiêu nào cần điều chỉnh?" in page
    cell.post(story.sheet, data=MEETING | {"reply_0": "", "reply_1": "Giảm nghèo <b>còn 2 %</b>"})
    assert "Giảm nghèo &lt;b&gt;còn 2 %&lt;/b&gt;" in cell.get(story.sheet).text
    assert cell.post(f"{story.sheet}/send").status_code == 302
    read = sign_in(Role.DOCUMENTS_SECRETARY).get(f"{story.page}/answers").text
    assert "Chi bộ ấp Mỹ Thạnh" in read and "Giảm nghèo &lt;b&gt;" in read
    assert "Trả lời:" in html_of(printouts.blank_sheets(story.congress, story.round, [story.unit], today=TODAY))


def test_a_question_that_was_answered_is_not_reworded(story, cell, office):
    cell.post(story.sheet, data=MEETING | {"reply_1": "Giảm nghèo"})
    form = {
        "title": story.round.title,
        "drafts": str(story.version.id),
        "opens_on": f"{story.round.opens_on:%d/%m/%Y}",
        "closes_on": f"{story.round.closes_on:%d/%m/%Y}",
        "every_unit": "y",
        "version": "1",
    }
    refused = office.post(f"{story.page}/edit", data=form | {"questions": "1. Câu khác"})
    assert "Đã có nơi trả lời câu “2. Chỉ tiêu nào cần điều chỉnh?”" in refused.text and "1. Câu khác" in refused.text
    assert office.post(f"{story.page}/edit", data=form | {"questions": QUESTIONS + "\n3. Thêm"}).status_code == 302


def test_a_reply_saved_elsewhere_meanwhile_is_not_overwritten(story, cell):
    cell.post(story.sheet, data=MEETING | {"reply_0": "Một", "version": ""})
    seen = queries.sheet(story.round, story.unit.id).version
    cell.post(story.sheet, data=MEETING | {"reply_0": "Hai", "version": str(seen)})
    stale = cell.post(story.sheet, data=MEETING | {"reply_0": "Ba", "version": str(seen)}, headers=AUTOSAVE)
    assert stale.status_code == 409
    assert queries.question_answers(queries.sheet(story.round, story.unit.id))[0].answer == "Hai"


def test_only_the_chosen_cells_take_part(congress, sign_in):
    story = Story(congress)
    other = make_unit(congress, name="Chi bộ Quân sự")
    form = {
        "title": "Chỉ một chi bộ",
        "drafts": str(story.version.id),
        "opens_on": f"{story.round.opens_on:%d/%m/%Y}",
        "closes_on": f"{story.round.closes_on:%d/%m/%Y}",
        "units": str(other.id),
    }
    answer = sign_in(Role.OFFICE).post(f"/{congress.slug}/comments/new", data=form)
    page = answer.location
    assert sign_in(Role.CELL_SECRETARY, unit=other).get(f"{page}/cells/{other.id}").status_code == 200
    assert sign_in(Role.CELL_SECRETARY, unit=story.unit).get(f"{page}/cells/{story.unit.id}").status_code == 404


def test_an_answer_after_the_window_is_flagged(story, office, monkeypatch):
    make_comment(story.round, story.unit, story.version, 1)
    send_sheet(story.round, story.unit)
    assert "Gửi sau hạn" not in office.get(story.page).text
    after = story.round.closes_on + timedelta(days=3)
    monkeypatch.setattr(clock, "day_of", lambda _moment: after)
    page = office.get(f"{story.page}?answer=late").text
    assert "Gửi sau hạn" in page and "Chi bộ ấp Mỹ Thạnh" in page and "sau hạn</span>" in page
    assert "gửi sau hạn" in office.get(story.sheet).text


@pytest.mark.parametrize("day", ["01/01/1900", "31/12/1999"])
def test_a_meeting_long_before_the_round_is_refused_with_a_sentence(story, cell, day):
    page = cell.post(story.sheet, data=MEETING | {"met_on": day}).text
    assert f"Ngày họp {day} ở trước ngày mở đợt góp ý" in page and f'value="{day}"' in page
    assert queries.sheet(story.round, story.unit.id) is None


def test_a_round_of_1900_is_refused(story, office):
    form = {"title": "Cũ", "drafts": str(story.version.id), "opens_on": "1/1/1900", "closes_on": "2/1/1900"}
    page = office.post(f"/{story.congress.slug}/comments/new", data=form | {"every_unit": "y"}).text
    assert "Ngày 01/01/1900 ở quá xa. Hãy xem lại năm." in page


def test_the_rules_of_days_and_sums():
    check_meeting(Meeting(date(2025, 7, 1)), date(2025, 7, 2), date(2025, 7, 20))
    with pytest.raises(RuleBroken):
        check_meeting(Meeting(date(1900, 1, 1)), date(2025, 7, 2), date(2025, 7, 20))
    assert not verdict_doubts([("A", Verdict(20, 5, 0)), ("B", Verdict())], 25)
    assert len(verdict_doubts([("A", Verdict(20, 4, 0)), ("B", Verdict(26))], 25)) == 2

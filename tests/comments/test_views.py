"""The pages of rounds and sheets: what they keep and what they show."""

from datetime import date, timedelta
from typing import Any

import pytest

from congress.comments import queries
from congress.comments.vocabulary import Channel, Stance
from congress.database import new_id
from congress.drafts import queries as drafts
from congress.journal import queries as journal
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.factories import make_comment, make_congress, make_document, make_round, make_unit, make_version, send_sheet

AUTOSAVE = {"X-Requested-With": "autosave"}
YESTERDAY = date.today() - timedelta(days=1)
LATER = f"{date.today() + timedelta(days=3):%d/%m/%Y}"
MEETING = {
    "met_on": f"{YESTERDAY:%d/%m/%Y}",
    "chair": "Nguyễn Văn An",
    "members": "27",
    "present": "25",
    "spoke": "4",
}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/comments/{path}"


class Story:
    """A round on one draft, and a cell."""

    def __init__(self, congress: Any, **fields: Any) -> None:
        self.congress = congress
        self.version = make_version(make_document(congress, title="Báo cáo chính trị"))
        self.unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
        self.round = make_round(congress, self.version, **({"title": "Góp ý lần 1"} | fields))
        self.page = url(congress, str(self.round.id))
        self.sheet = f"{self.page}/cells/{self.unit.id}"
        self.draft = f"{self.sheet}/drafts/{self.version.id}"

    def passage(self, number: int) -> Any:
        rows = drafts.passages(self.version.congress_id, self.version.id)
        return next(row for row in rows if row.number == number)

    def new(self, number: int) -> str:
        return f"{self.draft}/new?passage={self.passage(number).passage_id}"

    @property
    def comments(self) -> Any:
        return queries.comments_of(queries.sheet(self.round, self.unit.id))

    def entries(self, subject: Any) -> list[str]:
        return [entry.act for entry in journal.history_of(self.congress.id, subject.id)]


@pytest.fixture
def story(congress) -> Story:
    return Story(congress)


@pytest.fixture
def cell(sign_in, story) -> Any:
    return sign_in(Role.CELL_SECRETARY, unit=story.unit)


def written(**fields: str) -> dict[str, str]:
    return {"comment": str(new_id()), "stance": "agree_partly", "proposed": "Thêm số hộ nghèo"} | fields


def test_a_cell_comments_on_a_paragraph_sends_and_the_secretary_reads_it(sign_in, story, cell):
    assert "Góp ý lần 1" in cell.get(url(story.congress)).text
    assert "Kinh tế của xã tăng trưởng khá." in cell.get(story.draft).text
    answer = cell.post(story.new(1), data=written(reason="Cho rõ"))
    assert answer.status_code == 302
    assert answer.location.endswith(f"#{story.passage(1).anchor}")
    assert "Thêm số hộ nghèo" in cell.get(story.draft).text
    assert "Chi bộ đã có 1 ý kiến, chưa gửi." in cell.get(url(story.congress)).text
    assert cell.post(story.sheet, data=MEETING | {"send": "1"}).location.endswith("/send")
    page = cell.get(f"{story.sheet}/send").text
    assert "Sẽ gửi 1 ý kiến" in page
    assert "25 trên 27 đảng viên dự" in page
    assert cell.post(f"{story.sheet}/send").status_code == 302
    assert "Phiếu đã gửi lúc" in cell.get(story.sheet).text
    read = sign_in(Role.DOCUMENTS_SECRETARY).get(f"{story.page}/read").text
    assert "Thêm số hộ nghèo" in read
    assert "Chi bộ ấp Mỹ Thạnh" in read
    assert story.entries(queries.sheet(story.round, story.unit.id))[0] == "Gửi phiếu góp ý"
    assert story.entries(story.comments[0])[0] == "Gửi ý kiến"


def test_the_members_are_those_of_the_cell_until_somebody_types_others(story, cell):
    assert 'name="members" type="text" value="27"' in cell.get(story.sheet).text.replace("  ", " ")
    cell.post(story.sheet, data=MEETING | {"members": "30"})
    assert queries.sheet(story.round, story.unit.id).members == 30


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"present": "28"}, "28 đảng viên dự họp nhiều hơn 27 đảng viên"),
        ({"spoke": "26"}, "26 đồng chí phát biểu nhiều hơn 25 đảng viên"),
        ({"met_on": LATER}, "Ngày họp không thể ở sau hôm nay"),
        ({"spoke": "bốn"}, "bốn"),
    ],
)
def test_an_impossible_meeting_is_refused_and_what_was_typed_stays(story, cell, wrong, said):
    page = cell.post(story.sheet, data=MEETING | wrong)
    assert page.status_code == 200
    assert said in page.text
    assert f'value="{next(iter(wrong.values()))}"' in page.text
    assert 'value="Nguyễn Văn An"' in page.text
    assert queries.sheet(story.round, story.unit.id) is None


def test_drafts_save_as_one_types_and_the_address_finds_them_again(story, cell):
    address = cell.get(story.new(1)).location
    number = address.rsplit("comment=", 1)[1]
    answer = cell.post(address, data={"comment": number, "proposed": "Thêm"}, headers=AUTOSAVE)
    assert answer.json["version"] == 1
    answer = cell.post(address, data={"comment": number, "proposed": "Thêm số", "version": "1"}, headers=AUTOSAVE)
    assert answer.json["version"] == 2
    assert [comment.proposed for comment in story.comments] == ["Thêm số"]
    again = cell.get(address)
    assert again.status_code == 302
    assert "Thêm số</textarea>" in cell.get(again.location).text


def test_an_autosave_that_is_wrong_says_so_and_one_of_an_old_version_too(story, cell):
    address = story.new(1)
    form = written()
    assert cell.post(address, data={"comment": form["comment"]}, headers=AUTOSAVE).status_code == 422
    cell.post(address, data=form, headers=AUTOSAVE)
    cell.post(address, data=form | {"proposed": "Hai", "version": "1"}, headers=AUTOSAVE)
    stale = cell.post(address, data=form | {"proposed": "Ba", "version": "1"}, headers=AUTOSAVE)
    assert stale.status_code == 409
    assert story.comments[0].proposed == "Hai"
    meeting = cell.post(story.sheet, data=MEETING | {"present": "99"}, headers=AUTOSAVE)
    assert meeting.status_code == 422
    assert "present" in meeting.json["errors"]


def test_a_second_tab_overwrites_nothing_and_shows_what_the_first_one_saved(story, cell):
    form = written()
    cell.post(story.new(1), data=form)
    edit = f"{story.sheet}/comments/{form['comment']}"
    assert cell.post(edit, data=form | {"version": "1", "proposed": "Tab một"}).status_code == 302
    page = cell.post(edit, data=form | {"version": "1", "proposed": "Tab hai"})
    assert "sửa nội dung này" in page.text
    assert "Tab hai</textarea>" in page.text
    assert story.comments[0].proposed == "Tab một"
    assert cell.post(edit, data=form | {"version": "2", "proposed": "Tab hai"}).status_code == 302
    assert story.comments[0].proposed == "Tab hai"


def test_a_meeting_saved_in_two_tabs_is_not_overwritten_unseen(story, cell):
    cell.post(story.sheet, data=MEETING)
    version = str(queries.sheet(story.round, story.unit.id).version)
    cell.post(story.sheet, data=MEETING | {"version": version, "chair": "Một"})
    page = cell.post(story.sheet, data=MEETING | {"version": version, "chair": "Hai"})
    assert 'value="Hai"' in page.text
    assert queries.sheet(story.round, story.unit.id).chair == "Một"


def test_sending_the_same_form_twice_leaves_one_comment(story, cell):
    form = written()
    assert cell.post(story.new(1), data=form).status_code == 302
    assert cell.post(story.new(1), data=form).status_code == 302
    assert len(story.comments) == 1


def test_sending_the_sheet_twice_changes_nothing(story, cell):
    make_comment(story.round, story.unit, story.version, 1)
    cell.post(story.sheet, data=MEETING | {"version": "1"})
    assert cell.post(f"{story.sheet}/send").status_code == 302
    sent_at = queries.sheet(story.round, story.unit.id).sent_at
    answer = cell.post(f"{story.sheet}/send", follow_redirects=True)
    assert "đã gửi" in answer.text
    assert queries.sheet(story.round, story.unit.id).sent_at == sent_at


def test_twenty_thousand_letters_are_refused_and_kept_on_the_page(story, cell):
    text = "Kinh tế " * 2500
    page = cell.post(story.new(1), data=written(proposed=text))
    assert page.status_code == 200
    assert "Không được dài quá 10000 ký tự" in page.text
    assert text.strip() in page.text
    assert not story.comments


def test_hostile_html_in_a_comment_is_text_everywhere(sign_in, story, cell):
    hostile = "<script>alert(1)</script>"
    cell.post(story.new(1), data=written(proposed=hostile, reason=hostile))
    cell.post(story.sheet, data=MEETING | {"version": "1", "chair": hostile})
    pages = [cell.get(path).text for path in (story.draft, story.sheet, f"{story.sheet}/send")]
    assert cell.post(f"{story.sheet}/send").status_code == 302
    office = sign_in(Role.OFFICE)
    pages += [office.get(path).text for path in (story.page, f"{story.page}/read", f"{story.page}/print", story.sheet)]
    assert not [page for page in pages if "<script>alert" in page]
    assert sum("&lt;script&gt;alert" in page for page in pages) >= 5


def test_nothing_to_say_is_an_answer_but_not_together_with_comments(sign_in, story, cell):
    assert cell.post(story.sheet, data=MEETING | {"nothing_to_say": "y"}).status_code == 302
    refused = cell.post(story.new(1), data=written())
    assert "đang đánh dấu" in refused.text
    assert "Thêm số hộ nghèo</textarea>" in refused.text
    cell.post(f"{story.sheet}/send")
    assert "1 chi bộ không có ý kiến" in sign_in(Role.OFFICE).get(story.page).text


def test_a_sheet_with_comments_cannot_be_ticked_as_nothing_to_say(story, cell):
    make_comment(story.round, story.unit, story.version, 1)
    page = cell.post(story.sheet, data=MEETING | {"nothing_to_say": "y", "version": "1"}).text
    assert "Phiếu đã có 1 ý kiến" in page


def test_an_unfinished_sheet_is_not_sent_and_says_what_is_missing(story, cell):
    make_comment(story.round, story.unit, story.version, 1, stance=None)
    page = cell.get(f"{story.sheet}/send").text
    assert "Chưa ghi ngày họp." in page
    assert "chưa chọn mức đồng ý" in page
    assert "Chưa ghi ngày họp" in cell.post(f"{story.sheet}/send").text
    assert queries.sheet(story.round, story.unit.id).sent_at is None


def test_after_the_window_everything_is_locked_with_a_sentence_and_nothing_typed_is_lost(sign_in, congress):
    past = {"opens_on": YESTERDAY - timedelta(days=9), "closes_on": YESTERDAY}
    story = Story(congress, **past)
    make_comment(story.round, story.unit, story.version, 1)
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert "Đợt góp ý đã khóa" in cell.get(story.sheet).text
    draft = cell.get(story.draft).text
    assert "Đợt góp ý đã khóa" in draft
    assert "/new?" not in draft
    refused = cell.post(story.new(1), data=written(proposed="Viết muộn"))
    assert "Đợt góp ý đã khóa" in refused.text
    assert "Viết muộn</textarea>" in refused.text
    assert len(story.comments) == 1
    removal = f"{story.sheet}/comments/{story.comments[0].id}/remove"
    assert cell.post(removal).status_code == 409


def test_a_single_cell_is_reopened_with_a_reason_and_only_that_cell(sign_in, congress):
    past = {"opens_on": YESTERDAY - timedelta(days=9), "closes_on": YESTERDAY}
    story, other = Story(congress, **past), make_unit(congress)
    secretary = sign_in(Role.DOCUMENTS_SECRETARY)
    form = {"until": LATER, "reason": "Họp lại"}
    refused = secretary.post(f"{story.sheet}/reopen", data=form | {"until": f"{YESTERDAY:%d/%m/%Y}"})
    assert "từ hôm nay trở đi" in refused.text
    assert secretary.post(f"{story.sheet}/reopen", data=form).status_code == 302
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert cell.post(story.new(1), data=written()).status_code == 302
    entry = journal.history_of(congress.id, queries.sheet(story.round, story.unit.id).id)[-1]
    assert (entry.act, entry.reason) == ("Mở lại phiếu góp ý", "Họp lại")
    neighbour = sign_in(Role.CELL_SECRETARY, unit=other)
    assert "đã khóa" in neighbour.get(f"{story.page}/cells/{other.id}").text


def test_a_reopened_sheet_leaves_the_collection_until_it_is_sent_again(sign_in, story, cell):
    make_comment(story.round, story.unit, story.version, 1, proposed="Ý đã gửi")
    send_sheet(story.round, story.unit)
    secretary = sign_in(Role.DOCUMENTS_SECRETARY)
    assert "Ý đã gửi" in secretary.get(f"{story.page}/read").text
    assert "với 1 ý kiến" in secretary.get(f"{story.sheet}/reopen").text
    secretary.post(f"{story.sheet}/reopen", data={"until": LATER, "reason": "Bổ sung"})
    assert "Ý đã gửi" not in secretary.get(f"{story.page}/read").text
    assert cell.post(f"{story.sheet}/send").status_code == 302
    assert "Ý đã gửi" in secretary.get(f"{story.page}/read").text


def test_the_secretary_types_in_a_paper_sheet_and_the_journal_says_so(sign_in, story):
    secretary = sign_in(Role.DOCUMENTS_SECRETARY)
    assert "theo phiếu giấy" in secretary.get(story.sheet).text
    assert secretary.post(story.new(1), data=written()).status_code == 302
    sheet = queries.sheet(story.round, story.unit.id)
    assert secretary.post(story.sheet, data=MEETING | {"version": str(sheet.version)}).status_code == 302
    assert secretary.post(f"{story.sheet}/send").status_code == 302
    sheet = queries.sheet(story.round, story.unit.id)
    assert sheet.on_paper and sheet.channel is Channel.MEETING
    assert "Gửi phiếu thay chi bộ, theo phiếu giấy" in story.entries(sheet)
    assert "phiếu giấy" in secretary.get(story.page).text


def test_a_cell_never_sees_another_cells_sheet_or_the_collection(sign_in, story):
    make_comment(story.round, story.unit, story.version, 1, proposed="Ý riêng")
    send_sheet(story.round, story.unit)
    other = make_unit(story.congress)
    neighbour = sign_in(Role.CELL_SECRETARY, unit=other)
    own = f"{story.page}/cells/{other.id}"
    comment = story.comments[0]
    for path in (story.sheet, story.draft, story.new(1), f"{story.sheet}/send", f"{story.sheet}/comments/{comment.id}"):
        assert neighbour.get(path).status_code == 404, path
    assert neighbour.get(f"{own}/comments/{comment.id}").status_code == 404
    stolen = neighbour.post(f"{own}/drafts/{story.version.id}/new", data=written(comment=str(comment.id)))
    assert stolen.status_code == 404
    for path in (story.page, f"{story.page}/read", f"{story.page}/export", f"{story.page}/print"):
        assert neighbour.get(path).status_code == 403, path
    assert "Ý riêng" not in neighbour.get(f"{own}/drafts/{story.version.id}").text
    assert story.unit.name not in neighbour.get(url(story.congress)).text


def test_rounds_drafts_and_passages_that_do_not_belong_here_are_not_found(sign_in, story, cell):
    foreign = Story(make_congress())
    elsewhere = make_version(make_document(story.congress))
    office = sign_in(Role.OFFICE)
    for path in ("", "/edit", "/read", "/export", "/print", f"/cells/{story.unit.id}"):
        assert office.get(url(story.congress, f"{foreign.round.id}{path}")).status_code == 404, path
    assert cell.get(f"{story.sheet}/drafts/{elsewhere.id}").status_code == 404
    assert cell.get(f"{story.sheet}/drafts/{foreign.version.id}").status_code == 404
    for passage in (foreign.passage(1).passage_id, new_id(), "x"):
        assert cell.post(f"{story.draft}/new?passage={passage}", data=written()).status_code == 404
    assert not story.comments


def test_a_cell_that_is_not_asked_has_no_sheet(sign_in, congress):
    asked, other = make_unit(congress), make_unit(congress)
    version = make_version(make_document(congress))
    round_ = make_round(congress, version, units=[asked], title="Chỉ một chi bộ")
    client = sign_in(Role.CELL_SECRETARY, unit=other)
    assert client.get(url(congress, f"{round_.id}/cells/{other.id}")).status_code == 404
    assert [row.unit_id for row in queries.answers(round_, UnitScope.everything())] == [asked.id]
    assert not queries.duties(congress.id, UnitScope.only([other.id]))


def test_a_duty_says_what_the_cell_owes(story):
    make_comment(story.round, story.unit, story.version, 1)
    [duty] = queries.duties(story.congress.id, UnitScope.only([story.unit.id]))
    assert duty.drafts == ("Báo cáo chính trị, dự thảo lần 1",)
    assert (duty.comments, duty.answer.label) == (1, "Đang viết")
    assert duty.days_left(date.today()) == 7
    assert duty.is_open(date.today())


ROUND = {"title": "Góp ý lần 2", "opens_on": "1/7/2025", "closes_on": "20/7/2025", "every_unit": "y"}


def test_the_secretary_opens_a_round_and_it_cannot_lose_what_was_commented_on(sign_in, congress):
    unit = make_unit(congress)
    version, other = make_version(make_document(congress)), make_version(make_document(congress))
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    page = client.post(url(congress, "new"), data=ROUND).text
    assert "Hãy chọn ít nhất một dự thảo" in page
    assert 'value="Góp ý lần 2"' in page
    page = client.post(url(congress, "new"), data=ROUND | {"drafts": str(version.id), "closes_on": "1/6/2025"}).text
    assert "Ngày kết thúc không được trước ngày bắt đầu" in page
    answer = client.post(url(congress, "new"), data=ROUND | {"drafts": [str(version.id), str(other.id)]})
    assert answer.status_code == 302
    [round_] = queries.rounds(congress.id)
    assert set(round_.version_ids) == {version.id, other.id}
    make_comment(round_, unit, version, 1)
    edit = url(congress, f"{round_.id}/edit")
    page = client.post(edit, data=ROUND | {"version": "1", "drafts": str(other.id)}).text
    assert "Không bỏ được dự thảo đã có ý kiến" in page
    page = client.post(edit, data={**ROUND, "every_unit": "", "version": "1", "drafts": str(version.id)}).text
    assert "Hãy chọn ít nhất một chi bộ" in page
    assert client.post(edit, data=ROUND | {"version": "1", "drafts": str(version.id)}).status_code == 302
    assert queries.one_round(congress.id, round_.id).version_ids == [version.id]
    assert client.post(url(congress, f"{round_.id}/remove")).status_code == 409


def test_a_round_nobody_has_answered_can_be_removed(sign_in, story):
    assert sign_in(Role.OFFICE).post(f"{story.page}/remove").status_code == 302
    assert not queries.rounds(story.congress.id)


def test_the_round_shows_who_owes_an_answer_and_a_reminder_to_paste(sign_in, story):
    done, owing = make_unit(story.congress), make_unit(story.congress, name="Chi bộ Trạm Y tế")
    make_comment(story.round, done, story.version, 1)
    send_sheet(story.round, done)
    make_comment(story.round, story.unit, story.version, 1)
    client = sign_in(Role.STANDING_COMMITTEE)
    page = client.get(story.page).text
    assert "Đã gửi 1 trên 3 chi bộ (33 %)" in page
    assert "chưa gửi phiếu góp ý: Chi bộ ấp Mỹ Thạnh; Chi bộ Trạm Y tế" in page
    assert "Nhập thay" not in page
    rows = client.get(f"{story.page}?answer=answer_owing").text.split("<tbody>")[1].split("</tbody>")[0]
    assert owing.name in rows
    assert done.name not in rows
    assert client.get(f"{story.sheet}/reopen").status_code == 403
    assert client.get(story.sheet).status_code == 403


def test_the_pages_ask_as_often_for_many_as_for_few(sign_in, story, count_queries):
    def fill(unit: Any) -> None:
        make_comment(story.round, unit, story.version, 1)
        make_comment(story.round, unit, story.version, 2, stance=Stance.DISAGREE)
        send_sheet(story.round, unit)

    fill(make_unit(story.congress))
    make_comment(story.round, story.unit, story.version, 1)
    secretary = sign_in(Role.DOCUMENTS_SECRETARY)
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    pages = [(secretary, url(story.congress)), (secretary, story.page), (secretary, f"{story.page}/read")]
    pages += [(secretary, f"{story.page}/print"), (cell, url(story.congress)), (cell, story.sheet), (cell, story.draft)]
    for client, path in pages:
        client.get(path)
    few = [count_queries(lambda: client.get(path)) for client, path in pages]  # noqa: B023 - called at once
    for _ in range(3):
        fill(make_unit(story.congress))
        make_comment(story.round, story.unit, story.version, 2)
    make_round(story.congress, story.version), make_round(story.congress, story.version)
    assert [count_queries(lambda: client.get(path)) for client, path in pages] == few  # noqa: B023


def test_unlikely_figures_of_the_meeting_are_asked_about_and_still_sent(story, cell):
    """A meeting before the round and 99 members of a cell of 27 went out without a word."""
    before = story.round.opens_on - timedelta(days=40)
    make_comment(story.round, story.unit, story.version, 1)
    cell.post(story.sheet, data=MEETING | {"met_on": f"{before:%d/%m/%Y}", "members": "99", "version": "1"})
    page = cell.get(f"{story.sheet}/send").text
    assert f"Ngày họp {before:%d/%m/%Y} ở trước ngày mở đợt góp ý" in page
    assert f"Phiếu ghi 99 đảng viên, danh sách chi bộ có {story.unit.members} đảng viên." in page
    cell.post(f"{story.sheet}/send")
    assert queries.sheet(story.round, story.unit.id).sent_at is not None


def test_a_closed_round_invites_nobody_to_write(sign_in, congress):
    story = Story(congress, opens_on=YESTERDAY - timedelta(days=9), closes_on=YESTERDAY)
    cell = sign_in(Role.CELL_SECRETARY, unit=story.unit)
    assert "Đọc dự thảo và góp ý" not in cell.get(f"/{congress.slug}/comments/").text
    assert "bấm nút Góp ý" not in cell.get(story.sheet).text
    make_comment(story.round, story.unit, story.version, 1)
    assert "Viết tiếp phiếu góp ý" not in cell.get(f"/{congress.slug}/comments/").text

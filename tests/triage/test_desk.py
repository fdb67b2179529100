"""The desk: taking comments up, putting them together and apart, answering once, on every engine."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from congress.comments import actions as comment_actions
from congress.database import transaction
from congress.journal import queries as journal
from congress.shared.labels import FIELD_LABELS
from congress.shared.problems import RuleBroken, StaleEdit
from congress.triage import queries
from congress.triage.actions import bulk, points, suggestions
from congress.triage.rules.desk import Wanted
from congress.triage.vocabulary import Disposition, State
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

TODAY = date.today()


class Story:
    """Three cells whose sheets are sent: two say nearly the same, one something else, on one draft."""

    def __init__(self, congress: Any) -> None:
        self.congress = congress
        self.version = make_version(make_document(congress, title="Báo cáo chính trị"))
        self.units = [make_unit(congress, name=f"Chi bộ ấp {name}") for name in ("Mỹ Thạnh", "Mỹ Đức", "K'Brơi")]
        self.round = make_round(congress, self.version, title="Góp ý lần 1")
        said = ("Bổ sung chỉ tiêu chuyển đổi số của xã", "bo sung chi tieu chuyen doi so", "Giảm tỷ lệ hộ nghèo")
        self.comments = [
            make_comment(self.round, unit, self.version, 2, proposed=text)
            for unit, text in zip(self.units, said, strict=True)
        ]
        for unit in self.units:
            send_sheet(self.round, unit)
        self.ids = [comment.id for comment in self.comments]

    def rows(self, **wanted: Any) -> Any:
        return queries.desk.rows(self.round, Wanted(**wanted))

    def acts(self, subject: Any) -> list[str]:
        return [entry.act for entry in journal.history_of(self.congress.id, subject.id)]


@pytest.fixture
def story(congress):
    return Story(congress)


def decide(point: Any, disposition: Disposition = Disposition.ACCEPTED, **fields: Any) -> None:
    points.decide(point, actor=Somebody, version=point.version, today=TODAY, disposition=disposition, **fields)


def test_every_sent_comment_is_new_until_somebody_takes_it_up(story):
    waiting = make_unit(story.congress, name="Chi bộ chưa gửi")
    make_comment(story.round, waiting, story.version, 1)
    assert [row.state for row in story.rows()] == [State.NEW] * 3
    points.take_up(story.round, story.ids[:1], actor=Somebody)
    counts = queries.desk.counts(story.round)
    assert (counts.new, counts.open, counts.points, counts.comments) == (2, 1, 1, 3)


def test_a_group_has_one_answer_and_its_members_keep_their_words(story):
    point = points.take_up(story.round, story.ids[:2], actor=Somebody, summary="Chuyển đổi số")
    decide(point, wording="Thêm chỉ tiêu chuyển đổi số")
    [row] = story.rows(state=Disposition.ACCEPTED)
    assert [opinion.proposed for opinion in row.opinions] == [comment.proposed for comment in story.comments[:2]]
    assert story.acts(point) == ["Trả lời điểm góp ý", "Lập điểm góp ý"]


def test_leaving_brings_back_the_point_a_comment_was_before(story):
    alone = points.take_up(story.round, story.ids[:1], actor=Somebody, summary="Riêng của Mỹ Thạnh")
    points.set_topics(alone, ["Kinh tế"])
    points.add_note(alone, "Hỏi lại chi bộ", actor=Somebody)
    decide(alone, Disposition.RESERVED, reason="Chờ số liệu")
    other = points.take_up(story.round, story.ids[1:2], actor=Somebody)
    points.join(story.round, other, story.ids[:1], actor=Somebody)
    assert len(story.rows(state=State.OPEN)) == 1
    other = queries.points.point(story.congress.id, other.id)
    restored = points.leave(story.round, other, story.ids[0], actor=Somebody)
    assert (restored.summary, restored.disposition, restored.reason) == (
        "Riêng của Mỹ Thạnh",
        Disposition.RESERVED,
        "Chờ số liệu",
    )
    assert queries.points.topics_of(story.congress.id, [restored.id]) == {restored.id: ["Kinh tế"]}
    assert [note.text for note in queries.points.point(story.congress.id, restored.id).notes] == ["Hỏi lại chi bộ"]


def test_leaving_a_group_one_was_new_in_makes_one_new_again(story):
    point = points.take_up(story.round, story.ids[:2], actor=Somebody)
    assert points.leave(story.round, point, story.ids[1], actor=Somebody) is None
    assert queries.desk.counts(story.round).new == 2
    with pytest.raises(RuleBroken, match="chỉ có một ý kiến"):
        points.leave(story.round, queries.points.point(story.congress.id, point.id), story.ids[0], actor=Somebody)


def test_two_points_become_one_and_the_answered_one_goes_on(story):
    first = points.take_up(story.round, story.ids[:1], actor=Somebody)
    second = points.take_up(story.round, story.ids[1:2], actor=Somebody)
    decide(second, wording="Thêm")
    kept = bulk.put_together(story.round, [first.id, second.id], story.ids[2:], actor=Somebody)
    assert kept.id == second.id
    assert len(story.rows()[0].opinions) == 3
    assert queries.desk.count(story.round, Wanted()) == 1


def test_comments_on_different_drafts_are_not_put_together(congress):
    versions = [make_version(make_document(congress, title=title)) for title in ("Báo cáo", "Nghị quyết")]
    unit, round_ = make_unit(congress), make_round(congress, *versions)
    ids = [make_comment(round_, unit, version, 1).id for version in versions]
    send_sheet(round_, unit)
    with pytest.raises(RuleBroken, match="cùng một dự thảo"):
        points.take_up(round_, ids, actor=Somebody)


def test_a_point_whose_sheets_are_reopened_waits_unseen(story):
    points.take_up(story.round, story.ids[:1], actor=Somebody)
    comment_actions.reopen(
        story.round, story.units[0], actor=Somebody, today=TODAY, until=TODAY + timedelta(3), reason="Bổ sung"
    )
    counts = queries.desk.counts(story.round)
    assert (counts.new, counts.points, counts.comments, queries.desk.count(story.round, Wanted())) == (2, 0, 2, 2)
    with pytest.raises(RuleBroken, match="mở lại"):
        points.take_up(story.round, story.ids[:1], actor=Somebody)


def test_an_answer_over_somebody_elses_is_refused(story):
    point = points.take_up(story.round, story.ids[:1], actor=Somebody)
    with transaction():
        decide(point)
    with pytest.raises(StaleEdit):
        points.decide(point, actor=Somebody, version=point.version - 1, today=TODAY, disposition=Disposition.ACCEPTED)


def test_bulk_answers_all_or_none(story):
    done = points.take_up(story.round, story.ids[:1], actor=Somebody)
    decide(done)
    with pytest.raises(RuleBroken, match="1 điểm đã có"):
        bulk.answer(
            story.round, [done.id], story.ids[1:], actor=Somebody, today=TODAY, disposition=Disposition.ACCEPTED
        )
    count = bulk.answer(
        story.round, [], story.ids[1:], actor=Somebody, today=TODAY, disposition=Disposition.EXPLAINED, reason="Đã có"
    )
    assert (count, queries.desk.counts(story.round).of(Disposition.EXPLAINED)) == (2, 2)


def test_suggestions_are_kept_followed_and_put_aside(story):
    suggestions.keep(story.round, suggestions.look(story.round), actor=Somebody, near=70)
    assert list(queries.suggestions.waiting(story.round)) == [story.ids[0]]
    [group] = queries.suggestions.groups(story.round, [story.ids[0]])
    assert [near.opinion.comment_id for near in group.near] == [story.ids[1]]
    suggestions.dismiss(story.round, story.ids[0], actor=Somebody)
    assert suggestions.look(story.round) == []
    assert list(queries.suggestions.waiting(story.round)) == []


def test_a_followed_suggestion_waits_no_longer(story):
    suggestions.keep(story.round, suggestions.look(story.round), actor=Somebody, near=70)
    points.take_up(story.round, story.ids[:2], actor=Somebody)
    assert list(queries.suggestions.waiting(story.round)) == []


def test_the_desk_finds_by_words_without_marks_cell_topic_and_person(story):
    point = points.take_up(story.round, story.ids[:1], actor=Somebody)
    points.describe(
        point, actor=Somebody, version=point.version, topics=["Chuyển đổi số"], summary="CĐS", assignee="H'Hen Niê"
    )
    [topic] = queries.points.topics(story.congress.id)
    assert len(story.rows(search="chuyen doi")) == 2
    assert len(story.rows(unit_id=story.units[2].id)) == 1
    assert len(story.rows(topic_id=topic.id)) == len(story.rows(assignee="H'Hen Niê")) == 1
    assert len(story.rows(assignee="-")) == 0


# --- Pages ----------------------------------------------------------------------------------------------------------


def test_from_the_desk_to_the_answer_and_on(story, sign_in):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    desk = f"/{story.congress.slug}/triage/{story.round.id}"
    page = client.get(desk).text
    assert "3 ý kiến mới" in page and "Bổ sung chỉ tiêu chuyển đổi số của xã" in page
    answer = client.post(f"{desk}/act", data={"row": [f"c{each}" for each in story.ids[:2]], "act": "group"})
    assert answer.status_code == 302
    page = client.get(desk).text
    link = re.search(r"/triage/points/[0-9a-f-]{36}", page)[0]
    page = client.get(f"/{story.congress.slug}{link}").text
    version = re.search(r'name="version"[^>]*value="(\d+)"', page)[1]
    path = f"/{story.congress.slug}{link}/answer"
    refused = client.post(path, data={"version": version, "disposition": "explained", "wording": "Giữ nguyên câu"})
    assert refused.status_code == 200 and "Hãy ghi lý do" in refused.text and "Giữ nguyên câu" in refused.text
    taken = client.post(path, data={"version": version, "disposition": "accepted", "wording": "Thêm chỉ tiêu"})
    assert taken.status_code == 302
    assert "Tiếp thu toàn bộ" in client.get(desk).text


def test_who_only_reads_sees_no_button_and_may_not_act(story, sign_in):
    point = points.take_up(story.round, story.ids[:1], actor=Somebody)
    client = sign_in(Role.STANDING_COMMITTEE)
    desk = f"/{story.congress.slug}/triage/{story.round.id}"
    assert 'name="row"' not in client.get(desk).text
    assert "Ghi và sang điểm sau" not in client.get(f"/{story.congress.slug}/triage/points/{point.id}").text
    assert client.post(f"{desk}/act", data={"row": f"p{point.id}", "act": "group"}).status_code == 403


def test_who_else_has_the_point_open_is_said(story, sign_in):
    point = points.take_up(story.round, story.ids[:1], actor=Somebody)
    path = f"/{story.congress.slug}/triage/points/{point.id}"
    sign_in(Role.OFFICE).post(f"{path}/here")
    assert "Đang mở điểm này" in sign_in(Role.DOCUMENTS_SECRETARY).get(path).text


def test_another_congress_has_no_such_point(story, sign_in):
    point = points.take_up(story.round, story.ids[:1], actor=Somebody)
    other = make_congress(name="Hiệp Đức")
    client = sign_in(Role.DOCUMENTS_SECRETARY, at=other)
    assert client.get(f"/{other.slug}/triage/points/{point.id}").status_code == 404


def test_a_kept_reason_says_where_it_is_used(story, sign_in):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    reasons = f"/{story.congress.slug}/triage/reasons"
    client.post(reasons, data={"name": "Đã có", "text": "Nội dung này đã có trong nghị quyết."})
    assert "Đã có câu lý do mang tên này" in client.post(reasons, data={"name": "Đã có", "text": "Câu khác"}).text
    point = points.take_up(story.round, story.ids[:1], actor=Somebody, summary="Chuyển đổi số")
    decide(point, Disposition.EXPLAINED, reason="Nội dung này đã có trong nghị quyết.")
    page = client.get(reasons).text
    assert "đã dùng 1 lần" in page
    used = re.search(r"/triage/reasons/[0-9a-f-]{36}", page)[0]
    assert "Chuyển đổi số" in client.get(f"/{story.congress.slug}{used}").text


def test_filters_are_kept_under_a_name(story, sign_in):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    desk = f"/{story.congress.slug}/triage/{story.round.id}"
    client.post(f"{desk}/filters?state=new_comment", data={"name": "Việc mới"})
    assert f'href="{desk}?state=new_comment">Việc mới' in client.get(desk).text


def test_one_row_alone_is_not_put_together_and_the_desk_says_why(story, sign_in):
    office = sign_in(Role.DOCUMENTS_SECRETARY)
    desk = f"/{story.congress.slug}/triage/{story.round.id}"
    data = {"row": [f"c{story.ids[0]}"], "act": "group"}
    assert "Hãy chọn ít nhất hai dòng để gộp." in office.post(f"{desk}/act", data=data, follow_redirects=True).text


def test_comments_on_different_passages_are_put_together_after_a_question(story, sign_in):
    unit = make_unit(story.congress, name="Chi bộ ấp Mỹ Hưng")
    elsewhere = make_comment(story.round, unit, story.version, 1, proposed="Bổ sung chỉ tiêu chuyển đổi số")
    send_sheet(story.round, unit)
    office = sign_in(Role.DOCUMENTS_SECRETARY)
    desk = f"/{story.congress.slug}/triage/{story.round.id}"
    near = {"row": [f"c{each}" for each in story.ids[:2]], "act": "group"}
    assert "chỗ khác nhau" not in office.post(f"{desk}/act", data=near, follow_redirects=True).text
    far = {"row": [f"c{story.ids[2]}", f"c{elsewhere.id}"], "act": "group"}
    asked = office.post(f"{desk}/act", data=far)
    assert asked.status_code == 200 and "2 chỗ khác nhau của dự thảo" in asked.text
    assert "Bổ sung chỉ tiêu chuyển đổi số" in asked.text and 'name="sure" value="1"' in asked.text
    assert len(story.rows(state=State.NEW)) == 2, "nothing is put together before the answer"
    sure = office.post(f"{desk}/act", data=far | {"sure": "1"}, follow_redirects=True)
    assert "Đã gộp thành điểm góp ý" in sure.text


def test_suggested_comments_on_different_passages_are_asked_about_too(story, sign_in):
    unit = make_unit(story.congress, name="Chi bộ ấp Mỹ Hưng")
    elsewhere = make_comment(story.round, unit, story.version, 1, proposed="Bổ sung chỉ tiêu chuyển đổi số")
    send_sheet(story.round, unit)
    office = sign_in(Role.DOCUMENTS_SECRETARY)
    address = f"/{story.congress.slug}/triage/{story.round.id}/suggestions"
    data = {"first": str(story.ids[0]), "row": [str(elsewhere.id)]}
    assert "2 chỗ khác nhau của dự thảo" in office.post(address, data=data).text
    assert "Đã gộp thành" in office.post(address, data=data | {"sure": "1"}, follow_redirects=True).text


def test_the_history_of_a_sheet_calls_its_secretary_so(story):
    assert FIELD_LABELS["comment_sheet.secretary"] == "Thư ký"


def test_of_a_large_group_the_nearest_are_shown_and_the_others_come_up_afterwards(congress, sign_in, monkeypatch):
    monkeypatch.setattr(queries.suggestions, "SHOWN", 2)
    version = make_version(make_document(congress))
    round_ = make_round(congress, version)
    units = [make_unit(congress) for _ in range(5)]
    ids = [make_comment(round_, unit, version, 1, proposed="Bổ sung chỉ tiêu chuyển đổi số").id for unit in units]
    for unit in units:
        send_sheet(round_, unit)
    with transaction():
        suggestions.keep(round_, suggestions.look(round_), actor=Somebody, near=70)
    (group,) = queries.suggestions.groups(round_, queries.suggestions.waiting(round_))
    assert (len(group.near), group.more) == (2, 2)
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{congress.slug}/triage/{round_.id}/suggestions").text
    assert "Còn 2 ý kiến gần giống nữa" in page
    with transaction():
        points.take_up(round_, [group.first.comment_id, *(n.opinion.comment_id for n in group.near)], actor=Somebody)
    (rest,) = queries.suggestions.groups(round_, queries.suggestions.waiting(round_))
    said = {group.first.comment_id, *(each.opinion.comment_id for each in (*group.near, *rest.near))}
    assert said == set(ids) and not rest.more

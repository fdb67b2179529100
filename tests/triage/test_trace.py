"""Accepted points followed into the next draft: what is written in, what is missing, what nobody asked for."""

import pytest
from sqlalchemy.exc import NoResultFound

from congress.database import db, transaction
from congress.drafts import queries as drafts
from congress.drafts.vocabulary import MatchKind
from congress.shared.problems import RuleBroken
from congress.triage import queries
from congress.triage.actions import landings, points
from congress.triage.vocabulary import Disposition
from congress.web.access import Role
from tests.factories import TODAY, Somebody, make_congress, make_version
from tests.triage.test_desk import Story

NEXT = """Phần thứ nhất
TÌNH HÌNH VÀ KẾT QUẢ
I. Kết quả đạt được
Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng.
Thu nhập bình quân đạt 78 triệu đồng/người/năm."""


@pytest.fixture
def story(congress):
    """Two cells' point on paragraph 2 is accepted, the third's explained; a second draft changes both paragraphs."""
    told = Story(congress)
    with transaction():
        told.point = decided(told, told.ids[:2], Disposition.ACCEPTED)
        told.other = decided(told, told.ids[2:], Disposition.EXPLAINED, reason="Đã có.")
        told.newer = make_version(told.version.document, NEXT, number=2)
    return told


def decided(story, ids, disposition, **fields):
    point = points.take_up(story.round, ids, actor=Somebody)
    points.decide(point, actor=Somebody, version=point.version, today=TODAY, disposition=disposition, **fields)
    return point


def traced(story):
    answered = queries.answers.answered(story.round)
    return queries.trace.of_draft(story.round, answered, story.version, story.newer)


def passage(story, number):
    rows = drafts.passages(story.congress.id, story.newer.id)
    return next(each for each in rows if each.number == number)


def test_what_was_accepted_and_is_not_noted_is_missing_with_a_suggested_place(story):
    found = traced(story)
    (missing,) = found.missing
    assert missing.answered.point_id == story.point.id
    assert missing.kind is MatchKind.CHANGED
    assert [each.number for each in missing.places] == [2]
    assert not found.written


def test_a_changed_passage_without_an_accepted_point_is_told(story):
    found = traced(story)
    texts = [(each.kind, each.before.text if each.before else "") for each in found.unasked]
    assert (MatchKind.CHANGED, "Kinh tế của xã tăng trưởng khá.") in texts
    assert not [text for _kind, text in texts if "75 triệu" in text], "somebody asked for that"


def test_once_noted_it_is_written_in_and_stands_on_every_paper(story):
    with transaction():
        landings.land(story.point, story.newer, passage(story, 2), actor=Somebody)
    found = traced(story)
    assert not found.missing and found.written[0].answered.landed == ("dự thảo lần 2, Đoạn 2",)
    assert story.acts(story.point)[0] == "Ghi nơi đã viết điểm góp ý"
    with transaction():
        row = (
            story.point.landings[0]
            if story.point.landings
            else queries.points.point(story.congress.id, story.point.id).landings[0]
        )
        landings.lift(story.point, row, story.newer, passage(story, 2), actor=Somebody)
    db.session.expire_all()
    assert traced(story).missing


def test_only_accepted_points_land_and_only_once_in_a_passage(story):
    with pytest.raises(RuleBroken, match="Chỉ điểm đã tiếp thu"):
        landings.land(story.other, story.newer, passage(story, 2), actor=Somebody)
    with transaction():
        landings.land(story.point, story.newer, passage(story, 2), actor=Somebody)
    with pytest.raises(RuleBroken, match="ở đoạn ấy rồi"), transaction():
        landings.land(story.point, story.newer, passage(story, 2), actor=Somebody)


def test_the_page_suggests_the_passage_and_records_it_with_a_click(story, sign_in):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    address = f"/{story.congress.slug}/triage/{story.round.id}/trace"
    page = client.get(address).text
    assert "Đã tiếp thu nhưng chưa ghi đã viết vào: 1" in page and 'value="2"' in page
    here = f"/{story.congress.slug}/triage/points/{story.point.id}"
    wrong = client.post(f"{here}/land", data={"number": "99", "back": "trace"}, follow_redirects=True)
    assert "Dự thảo lần 2 không có đoạn mang số này." in wrong.text
    for odd in ("", "-1", "hai", "999999999999"):
        assert client.post(f"{here}/land", data={"number": odd}).status_code == 302
    client.post(f"{here}/land", data={"number": "2", "back": "trace"})
    assert "Đã ghi đã viết vào: 1" in client.get(address).text
    point = client.get(here).text
    assert "đoạn này: sửa chữ" in point and "dự thảo lần 2, Đoạn 2" in point
    landing = queries.points.point(story.congress.id, story.point.id).landings[0]
    client.post(f"{here}/landings/{landing.id}/lift")
    assert "chưa ghi đã viết vào: 1" in client.get(address).text


def test_without_a_later_draft_nothing_can_be_traced(congress, sign_in):
    told = Story(congress)
    with transaction():
        point = decided(told, told.ids[:1], Disposition.ACCEPTED)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    assert "Chưa có dự thảo sau bản này." in client.get(f"/{congress.slug}/triage/{told.round.id}/trace").text
    answer = client.post(f"/{congress.slug}/triage/points/{point.id}/land", data={"number": "1"}, follow_redirects=True)
    assert "Chưa có dự thảo sau để ghi" in answer.text


def test_a_landing_of_another_congress_is_not_found(story):
    with pytest.raises(NoResultFound):
        queries.trace.landing(make_congress().id, story.point.id, story.point.id)

"""Comments whose text a later draft has changed: what became of it, and attaching them by hand."""

import re
import uuid

import pytest
from sqlalchemy.exc import NoResultFound

from congress.comments import queries as comments
from congress.database import transaction
from congress.drafts import queries as drafts
from congress.drafts.vocabulary import MatchKind
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from congress.triage import queries
from congress.triage.actions import attaching, points, release
from congress.triage.rules.attaching import Attached, Show, Spoken, counted, standings
from congress.web.access import Role
from tests.factories import (
    TODAY,
    Somebody,
    make_comment,
    make_congress,
    make_document,
    make_respondent,
    make_round,
    make_unit,
    make_version,
    send_sheet,
)

FIRST = """Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng.
Thu nhập bình quân đầu người đạt 75 triệu đồng mỗi năm.
Đường giao thông nông thôn được bê tông hóa toàn bộ các ấp của xã. Trường học được xây dựng kiên cố, đạt chuẩn quốc gia.
Chợ phiên vùng cao họp vào sáng thứ bảy hằng tuần.
Hợp tác xã nông nghiệp kiểu mới phát triển ở nhiều ấp."""
SECOND = """Hợp tác xã nông nghiệp kiểu mới phát triển ở nhiều ấp.
Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng.
Thu nhập bình quân đầu người đạt 78 triệu đồng mỗi năm.
Đường giao thông nông thôn được bê tông hóa toàn bộ các ấp của xã.
Trường học được xây dựng kiên cố, đạt chuẩn quốc gia."""
THIRD = SECOND.replace("78 triệu", "80 triệu")


class Story:
    """A cell has commented on each of five paragraphs and on the whole; another cell on the second as well."""

    def __init__(self, congress):
        self.congress = congress
        self.document = make_document(congress, title="Báo cáo chính trị")
        self.old = make_version(self.document, FIRST)
        self.units = [make_unit(congress, name=f"Chi bộ {name}") for name in ("K'Brơi", "Mỹ Hoà")]
        self.round = make_round(congress, self.old, title="Góp ý lần 1")
        one, two = self.units
        self.on = {n: make_comment(self.round, one, self.old, n, proposed=f"Về đoạn {n}") for n in range(1, 6)}
        self.also = make_comment(self.round, two, self.old, 2, proposed="Nâng thu nhập")
        for unit in self.units:
            send_sheet(self.round, unit)
        self.later = make_version(self.document, SECOND, number=2)

    def standing(self, later=None):
        found = queries.attaching.of_draft(self.round, self.old, later or self.later)
        return {each.comment_id: each for each in found}

    def waiting(self, later=None):
        return {key for key, each in self.standing(later).items() if each.show is Show.WAITING}

    def passage(self, number, version=None):
        rows = drafts.passages(self.congress.id, (version or self.later).id)
        return next(each for each in rows if each.number == number)

    def attach(self, comment, number, later=None):
        later = later or self.later
        place = self.passage(number, later) if number else None
        ids = [each.id for each in (comment if isinstance(comment, list) else [comment])]
        with transaction():
            return attaching.attach(self.round, self.old, later, ids, place, actor=Somebody)


@pytest.fixture
def story(congress):
    with transaction():
        return Story(congress)


def test_each_comment_says_what_became_of_its_text(story):
    kinds = {number: story.standing()[comment.id].kind for number, comment in story.on.items()}
    assert kinds == {
        1: MatchKind.SAME,
        2: MatchKind.CHANGED,
        3: MatchKind.SPLIT,
        4: MatchKind.REMOVED,
        5: MatchKind.MOVED,
    }


def test_those_whose_text_is_changed_split_or_gone_wait_and_the_others_follow(story):
    assert story.waiting() == {story.on[2].id, story.also.id, story.on[3].id, story.on[4].id}
    assert counted(story.standing().values()) == {Show.WAITING: 4, Show.DONE: 0, Show.FOLLOWED: 2}


def test_the_program_proposes_and_attaches_nothing_itself(story):
    found = queries.attaching.bundles(list(story.standing().values()), story.old, story.later)
    by_number = {each.passage.number: each for each in found}
    assert by_number[2].proposed.number == 3 and len(by_number[2].comment_ids) == 2
    assert by_number[3].proposed is None and [each.number for each in by_number[3].places] == [4, 5]
    assert by_number[4].proposed is None and not by_number[4].places
    assert not any(each.settled for each in story.standing().values())


def test_comments_are_attached_by_hand_and_taken_back(story):
    assert story.attach([story.on[2], story.also], 3) == 2
    assert story.attach(story.on[4], None) == 1
    assert story.waiting() == {story.on[3].id}
    there = story.standing()[story.also.id]
    assert there.places == (story.passage(3).passage_id,) and there.by_hand.by == Somebody.full_name
    with transaction():
        attaching.detach(story.round, story.old, story.later, [story.also.id], actor=Somebody)
    assert story.waiting() == {story.also.id, story.on[3].id}


def test_every_step_is_in_the_journal(story):
    story.attach([story.on[2], story.also], 3)
    with transaction():
        attaching.detach(story.round, story.old, story.later, [story.also.id], actor=Somebody)
    entries = journal.history_of(story.congress.id, story.round.id)
    assert [each.act for each in entries[:2]] == ["Gỡ chỗ đã gắn ý kiến", "Gắn lại ý kiến với dự thảo sau"]
    assert entries[1].changes["attached_to"] == [None, "Dự thảo lần 2, đoạn 3"]
    assert "đoạn 2 “Thu nhập bình quân" in entries[1].subject_label


def test_what_somebody_else_attached_meanwhile_is_said_and_kept(story):
    story.attach(story.on[2], 3)
    with pytest.raises(RuleBroken, match="vừa gắn"):
        story.attach([story.on[2], story.also], 1)
    assert story.also.id in story.waiting()
    with pytest.raises(RuleBroken, match="không còn được gắn"):
        attaching.detach(story.round, story.old, story.later, [story.also.id], actor=Somebody)


def test_a_still_later_draft_follows_from_where_the_comment_was_attached(story):
    story.attach(story.on[3], 5)
    story.attach(story.on[2], 3)
    story.attach(story.on[4], None)
    with transaction():
        third = make_version(story.document, THIRD, number=3)
    found = story.standing(third)
    assert found[story.on[3].id].show is Show.FOLLOWED
    assert found[story.on[3].id].places == (story.passage(5, third).passage_id,)
    assert found[story.on[2].id].kind is MatchKind.CHANGED and found[story.on[2].id].show is Show.WAITING
    assert found[story.on[4].id].show is Show.FOLLOWED, "what is gone once is not asked again"


def test_a_comment_of_who_is_no_cell_waits_as_well(story):
    with transaction():
        front = make_respondent(story.round, "Ủy ban Mặt trận Tổ quốc xã")
        comment = make_comment(story.round, front, story.old, 4, proposed="Giữ chợ phiên")
        send_sheet(story.round, front)
    assert comment.id in story.waiting()
    assert story.attach(comment, None) == 1


def test_the_rule_follows_the_last_attachment_only():
    comment, first, second, third, passage, place = (uuid.uuid4() for _ in range(6))
    one = Attached(uuid.uuid4(), second, place, "Lê Thị Ổn")
    fates = {(second, place): (MatchKind.SAME, [place])}
    (found,) = standings([Spoken(comment, first, passage, (one,))], third, fates)
    assert (found.since, found.show, found.places) == (second, Show.FOLLOWED, (place,))


@pytest.fixture
def desk(story, sign_in):
    return sign_in(Role.DOCUMENTS_SECRETARY), f"/{story.congress.slug}/triage/{story.round.id}/attach"


def typed(story, **fields):
    return {"draft": str(story.old.id), "later": str(story.later.id), "act": "attach", **fields}


def test_the_worklist_shows_the_proposal_and_attaches_with_a_click(story, desk):
    client, address = desk
    page = client.get(address).text
    assert "Ý kiến cần gắn lại" in page and "Đoạn 4" in page and "Đoạn 1 " not in page
    mark = str(story.passage(3).passage_id)
    assert re.search(f'value="{mark}" checked', page), "the proposal is marked, not applied"
    answer = client.post(
        address,
        data=typed(story, row=[str(story.on[2].id), str(story.also.id)], place=mark),
        follow_redirects=True,
    )
    assert "Đã gắn 2 ý kiến vào Dự thảo lần 2, đoạn 3." in answer.text
    client.post(address, data=typed(story, row=[str(story.on[4].id)], place="gone"))
    done = client.get(f"{address}?show=done").text
    assert "gắn bởi" in done and "Không còn trong Dự thảo lần 2." in done
    lifted = client.post(address, data=typed(story, row=[str(story.on[4].id)], act="lift"), follow_redirects=True)
    assert "Đã gỡ 1 ý kiến" in lifted.text
    assert story.on[4].id in story.waiting()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"place": ""}, "Hãy chọn đoạn của dự thảo sau"),
        ({"place": "x"}, "Hãy chọn đoạn của dự thảo sau"),
        ({"number": "99"}, "Dự thảo lần 2 không có đoạn mang số này."),
        ({"number": "hai"}, "Số đoạn là một số từ 1 trở lên."),
        ({"later": ""}, "Vừa có dự thảo mới hơn"),
        ({"draft": "x"}, "Vừa có dự thảo mới hơn"),
        ({"row": "x"}, "Chưa chọn ý kiến nào."),
    ],
)
def test_an_odd_choice_is_told_in_a_sentence(story, desk, fields, said):
    client, address = desk
    answer = client.post(address, data=typed(story, row=[str(story.on[4].id)]) | fields, follow_redirects=True)
    assert answer.status_code == 200 and said in answer.text
    assert story.on[4].id in story.waiting()


def test_a_number_goes_before_the_mark(story, desk):
    client, address = desk
    client.post(address, data=typed(story, row=[str(story.on[4].id)], place="gone", number="1"))
    assert story.standing()[story.on[4].id].places == (story.passage(1).passage_id,)


def test_desk_point_and_cell_say_what_became_of_the_text(story, desk, sign_in):
    client, _address = desk
    page = client.get(f"/{story.congress.slug}/triage/{story.round.id}").text
    assert "Dự thảo lần 2: sửa chữ" in page and "cần gắn lại" in page and "Dự thảo lần 2: bỏ đi" in page
    with transaction():
        point = points.take_up(story.round, [story.on[5].id], actor=Somebody)
        release.release(story.round, actor=Somebody, today=TODAY)
    assert "Dự thảo lần 2: đã chuyển chỗ" in client.get(f"/{story.congress.slug}/triage/points/{point.id}").text
    unit = story.units[1]
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert "sửa chữ" in cell.get(f"/{story.congress.slug}/triage/{story.round.id}/cells/{unit.id}").text


def test_without_a_later_draft_nothing_waits(congress, sign_in):
    with transaction():
        round_ = make_round(congress, make_version(make_document(congress)), title="Góp ý")
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{congress.slug}/triage/{round_.id}/attach").text
    assert "chưa ý kiến nào phải gắn lại" in page


def test_a_round_of_another_congress_is_not_found(story):
    with pytest.raises(NoResultFound):
        comments.one_round(make_congress().id, story.round.id)

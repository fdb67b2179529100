"""Released programmes: frozen, compared, told."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import delete

from congress.agenda import actions, queries
from congress.agenda.models import AgendaRelease
from congress.agenda.rules import changes, snapshot
from congress.agenda.vocabulary import ChangeKind, SessionKind
from congress.database import db, transaction
from congress.shared.problems import RuleBroken, StaleEdit
from congress.web.access import Role
from tests.factories import Somebody, make_item, make_session


@pytest.fixture
def morning(congress: Any) -> Any:
    """A session at 7:00 with A by Lê Thị Anh, B by K'Brơi and C."""
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(8))
    make_item(session, title="A", presenter="Lê Thị Anh, Bí thư")
    make_item(session, title="B", presenter="K'Brơi", internal_note="Gọi trước")
    make_item(session, title="C")
    return session


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/programme/{path}"


def released(congress: Any) -> AgendaRelease:
    row = actions.release(congress, actor=Somebody)
    db.session.flush()
    db.session.expire_all()
    return row


def test_a_programme_is_kept_as_it_was_and_read_back_equal(app, congress, morning):
    actions.add_item(morning, actor=Somebody, parent=morning.items[0], title="Chào cờ", minutes=3)
    db.session.flush()
    db.session.expire_all()
    programme = queries.draft(queries.sessions(congress.id))
    row = released(congress)
    assert row.programme == programme
    assert programme[0].entries[0].parts[0].title == "Chào cờ"
    assert snapshot.from_data(snapshot.as_data(programme)) == programme


def test_the_second_release_says_what_changed_and_whom_to_tell(app, congress, morning):
    released(congress)
    a, _b, c = morning.items
    actions.change_item(a, actor=Somebody, version=None, minutes=20)
    actions.remove_item(c, actor=Somebody)
    make_item(morning, title="D", chair="Bùi Văn Yên")
    db.session.expire_all()
    second = released(congress)
    assert second.number == 2
    found = changes.from_data(second.changes)
    assert [(each.kind, each.title) for each in found] == [
        (ChangeKind.MOVED, "A"),
        (ChangeKind.MOVED, "B"),
        (ChangeKind.ADDED, "D"),
        (ChangeKind.REMOVED, "C"),
    ]
    assert [(each.before, each.after) for each in found[1].details] == [
        ("07:10 – 07:20, 11/8/2025", "07:20 – 07:30, 11/8/2025")
    ]
    assert changes.to_tell(found) == [("Lê Thị Anh", ["A"]), ("K'Brơi", ["B"]), ("Bùi Văn Yên", ["D"])]


def test_whoever_was_taken_out_of_an_item_is_told_as_well(app, congress, morning):
    released(congress)
    actions.change_item(morning.items[0], actor=Somebody, version=None, presenter="Trần Văn Đức")
    db.session.expire_all()
    (found,) = queries.changes_since(queries.latest_release(congress.id), queries.sessions(congress.id))
    assert found.kind is ChangeKind.EDITED
    assert found.people == ("Lê Thị Anh", "Trần Văn Đức")


def test_a_note_nobody_outside_sees_is_no_public_change(app, congress, morning):
    released(congress)
    actions.change_item(morning.items[1], actor=Somebody, version=None, internal_note="Đổi")
    db.session.expire_all()
    (found,) = queries.changes_since(queries.latest_release(congress.id), queries.sessions(congress.id))
    assert not found.public


def test_nothing_is_released_twice_and_an_empty_programme_not_at_all(app, congress):
    with pytest.raises(RuleBroken, match="chưa có mục"):
        actions.release(congress, actor=Somebody)
    make_item(make_session(congress))
    released(congress)
    with pytest.raises(RuleBroken, match="không khác"):
        actions.release(congress, actor=Somebody)


def test_a_draft_somebody_changed_meanwhile_is_not_released_unseen(app, congress, morning):
    seen = snapshot.fingerprint(queries.draft(queries.sessions(congress.id)))
    actions.change_item(morning.items[0], actor=Somebody, version=None, minutes=15)
    db.session.flush()
    with pytest.raises(StaleEdit):
        actions.release(congress, actor=Somebody, seen=seen)


def test_a_released_programme_can_be_neither_changed_nor_removed(app, congress, morning):
    row = released(congress)
    db.session.commit()
    with pytest.raises(RuleBroken, match="không sửa được"), transaction():
        row.content = []
    with pytest.raises(RuleBroken, match="không sửa được"), transaction():
        db.session.delete(queries.latest_release(congress.id))
    db.session.expire_all()
    assert queries.latest_release(congress.id).programme[0].entries[0].title == "A"
    db.session.execute(delete(AgendaRelease).where(AgendaRelease.congress_id == congress.id))  # only for the clean-up


def test_readers_see_what_was_released_while_the_draft_goes_on(sign_in, congress, morning):
    office = sign_in(Role.OFFICE)
    page = office.get(url(congress, "release")).text
    seen = page.split('name="seen"')[1].split('value="')[1].split('"')[0]
    assert "2 phiên" not in page
    answer = office.post(url(congress, "release"), data={"seen": seen, "reason": "Theo tổng duyệt"})
    assert answer.status_code == 302
    item = queries.sessions(congress.id)[0].items[0]
    form = {"title": "Mục đã đổi tên", "kind": "ceremony", "minutes": "10", "version": str(item.version)}
    assert office.post(url(congress, f"items/{item.id}/edit"), data=form).status_code == 302
    reader = sign_in(Role.READER)
    page = reader.get(url(congress)).text
    assert "Chương trình ban hành lần 1" in page
    assert "Mục đã đổi tên" not in page
    assert "Gọi trước" not in page
    assert "Mục đã đổi tên" not in reader.get(url(congress, "preview?draft=1")).text
    page = office.get(url(congress)).text
    assert "khác 1 điểm" in page
    assert "Mục đã đổi tên" in office.get(url(congress, "preview?draft=1")).text
    assert "Mục đã đổi tên" not in office.get(url(congress, "preview")).text
    page = office.get(url(congress, "release")).text
    assert "Cần báo cho 1 người" in page
    assert "Lê Thị Anh" in page


def test_a_release_of_a_draft_not_seen_is_refused_and_the_reason_stays(sign_in, congress, morning):
    page = sign_in(Role.OFFICE).post(url(congress, "release"), data={"seen": "0" * 16, "reason": "Theo kết luận"}).text
    assert "Theo kết luận" in page
    assert "Chưa ban hành được" in page
    assert queries.latest_release(congress.id) is None


def test_there_is_no_address_that_edits_a_release(app):
    for rule in app.url_map.iter_rules():
        if "release_id" in rule.arguments:
            assert "POST" not in rule.methods, rule


@pytest.mark.parametrize("role", [Role.READER, Role.CELL_SECRETARY, Role.STANDING_COMMITTEE])
def test_only_service_and_office_release_and_direct(sign_in, congress, morning, role):
    row = released(congress)
    client = sign_in(role)
    assert client.get(url(congress, "releases")).status_code == 200
    assert client.get(url(congress, f"releases/{row.id}")).status_code == 200
    assert client.post(url(congress, "release")).status_code == 403
    assert client.get(url(congress, "papers/director-book")).status_code == 403


def test_the_calendar_holds_every_item_or_one_persons(sign_in, congress, morning):
    released(congress)
    client = sign_in(Role.READER)
    answer = client.get(url(congress, "calendar.ics"))
    assert answer.mimetype == "text/calendar"
    text = answer.get_data(as_text=True)
    assert text.count("BEGIN:VEVENT") == 3
    assert "DTSTART:20250811T000000Z" in text
    assert "SEQUENCE:1" in text
    text = client.get(url(congress, "calendar.ics?who=k'broi")).get_data(as_text=True)
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:B" in text
    assert client.get(url(congress, "calendar.ics?who=ai")).get_data(as_text=True).count("BEGIN:VEVENT") == 0


def test_releases_are_numbered_and_the_newest_stands_first(app, congress, morning):
    assert released(congress).number == 1
    make_item(make_session(congress, day=date(2025, 8, 12)))
    assert released(congress).number == 2
    assert [each.number for each in queries.releases(congress.id)] == [2, 1]

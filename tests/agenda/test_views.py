"""The pages of the programme: what they keep and what they show."""

import re
from datetime import date, time
from typing import Any

import pytest

from congress.agenda import actions, queries
from congress.agenda.rules import order
from congress.agenda.vocabulary import SessionKind
from congress.congresses.vocabulary import Mode
from congress.database import db
from congress.web.access import Role
from tests.factories import Somebody, make_congress, make_item, make_session

SESSION = {
    "kind": "preparatory_session",
    "title": "",
    "day": "11/8/2025",
    "starts_at": "13:30",
    "ends_at": "17h",
    "place": "Hội trường xã",
}
ITEM = {"title": "Diễn văn khai mạc", "kind": "ceremony", "minutes": "10", "presenter": "Bí thư Đảng ủy"}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/programme/{path}"


def titles(congress: Any) -> list[list[str]]:
    db.session.expire_all()
    return [[item.title for item in session.items] for session in queries.sessions(congress.id)]


def seen(congress: Any) -> str:
    db.session.expire_all()
    return order.fingerprint(queries.order(queries.sessions(congress.id)))


def times(page: str) -> list[str]:
    return re.findall(r'<td class="slot"><time>([\d:]+)</time>', page)


@pytest.fixture
def morning(congress: Any) -> Any:
    """A session from 7:00 to 7:30 with the items A, B and C of ten minutes."""
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(7, 30))
    for title in "ABC":
        make_item(session, title=title)
    return session


def test_a_session_is_added_and_named_after_its_kind(sign_in, congress):
    client = sign_in(Role.SERVICE_SECRETARY)
    assert client.post(url(congress, "sessions/new"), data=SESSION).status_code == 302
    page = client.get(url(congress)).text
    assert "Thứ Hai, 11/8/2025" in page
    assert "Phiên trù bị" in page
    assert "Hội trường xã" in page
    assert "Chưa có mục nào" in page


def test_a_session_beyond_midnight_is_refused_and_what_was_typed_stays(sign_in, congress):
    page = sign_in(Role.OFFICE).post(url(congress, "sessions/new"), data=SESSION | {"ends_at": "1:00"}).text
    assert "Giờ kết thúc phải sau giờ bắt đầu" in page
    assert 'value="Hội trường xã"' in page
    assert titles(congress) == []


def test_an_item_is_added_at_the_end_with_its_time(sign_in, congress, morning):
    client = sign_in(Role.OFFICE)
    assert client.post(url(congress, f"sessions/{morning.id}/items/new"), data=ITEM).status_code == 302
    assert titles(congress) == [["A", "B", "C", "Diễn văn khai mạc"]]
    page = client.get(url(congress)).text
    assert times(page) == ["07:00", "07:10", "07:20", "07:30"]
    assert "Quá giờ dự kiến 07:30: 10 phút" in page
    assert "quá giờ dự kiến 10 phút" in page


@pytest.mark.parametrize(
    ("minutes", "said"),
    [("0", "Số phải từ 1 đến 1440."), ("-5", "Số phải từ 1 đến 1440."), ("mười", "không phải số nguyên")],
)
def test_a_duration_that_is_none_is_refused_beside_the_field(sign_in, congress, morning, minutes, said):
    page = sign_in(Role.OFFICE).post(
        url(congress, f"sessions/{morning.id}/items/new"), data=ITEM | {"minutes": minutes}
    )
    assert page.status_code == 200
    assert f'value="{minutes}"' in page.text
    assert said in page.text
    assert titles(congress) == [["A", "B", "C"]]


def test_an_item_that_would_cross_midnight_is_refused_with_the_minutes(sign_in, congress, morning):
    page = sign_in(Role.OFFICE).post(url(congress, f"sessions/{morning.id}/items/new"), data=ITEM | {"minutes": "1000"})
    assert "qua nửa đêm 10 phút" in page.text


def test_a_new_duration_in_the_programme_moves_what_follows(sign_in, congress, morning):
    item = morning.items[0]
    client = sign_in(Role.SERVICE_SECRETARY)
    answer = client.post(url(congress, f"items/{item.id}/minutes"), data={"minutes": "25", "version": "1"})
    assert answer.status_code == 302
    assert times(client.get(url(congress)).text) == ["07:00", "07:25", "07:35"]


def test_a_wrong_duration_goes_on_in_the_items_own_form(sign_in, congress, morning):
    item = morning.items[0]
    page = sign_in(Role.OFFICE).post(url(congress, f"items/{item.id}/minutes"), data={"minutes": "0", "version": "1"})
    assert 'value="0"' in page.text
    assert 'value="A"' in page.text
    assert f'action="{url(congress, f"items/{item.id}/edit")}"' in page.text


def test_a_duration_changed_by_somebody_else_meanwhile_is_not_overwritten(sign_in, congress, morning):
    item = morning.items[0]
    client = sign_in(Role.OFFICE)
    client.post(url(congress, f"items/{item.id}/minutes"), data={"minutes": "25", "version": "1"})
    page = client.post(url(congress, f"items/{item.id}/minutes"), data={"minutes": "40", "version": "1"})
    assert "đã sửa nội dung này" in page.text
    assert 'name="version" type="hidden" value="2"' in page.text
    assert item.minutes == 25


def test_an_edit_of_an_old_version_shows_both_and_overwrites_nothing(sign_in, congress, morning):
    item = morning.items[0]
    client = sign_in(Role.OFFICE)
    path = url(congress, f"items/{item.id}/edit")
    assert client.post(path, data=ITEM | {"version": "1", "presenter": "Lê Thị Anh"}).status_code == 302
    page = client.post(path, data=ITEM | {"version": "1", "presenter": "Nguyễn Văn An"}).text
    assert "Lê Thị Anh" in page
    assert 'value="Nguyễn Văn An"' in page
    assert item.presenter == "Lê Thị Anh"


def test_moving_an_item_leaves_open_forms_of_it_good(sign_in, congress, morning):
    item = morning.items[0]
    client = sign_in(Role.OFFICE)
    client.post(url(congress, f"items/{item.id}/step"), data={"step": "down", "seen": seen(congress)})
    assert client.post(url(congress, f"items/{item.id}/edit"), data=ITEM | {"version": "1"}).status_code == 302
    assert titles(congress) == [["B", "Diễn văn khai mạc", "C"]]


def test_arrows_move_an_item_by_one_place(sign_in, congress, morning):
    client = sign_in(Role.SERVICE_SECRETARY)
    last = morning.items[2]
    client.post(url(congress, f"items/{last.id}/step"), data={"step": "up", "seen": seen(congress)})
    assert titles(congress) == [["A", "C", "B"]]
    page = sign_in(Role.OFFICE).get(url(congress, f"items/{last.id}")).text
    assert "Thứ tự trong phiên: <del>3</del> → <ins>2</ins>" in page


def test_an_item_goes_to_a_place_in_another_session(sign_in, congress, morning):
    evening = make_session(congress, day=date(2025, 8, 12))
    make_item(evening, title="D")
    item = morning.items[0]
    client = sign_in(Role.OFFICE)
    form = {"to": str(evening.id), "position": "1", "seen": seen(congress)}
    assert client.post(url(congress, f"items/{item.id}/move"), data=form).status_code == 302
    assert titles(congress) == [["B", "C"], ["A", "D"]]
    page = client.get(url(congress, f"items/{item.id}")).text
    assert "Phiên: <del>Phiên chính thức</del> → <ins>Phiên trù bị</ins>" in page


def test_the_whole_order_is_taken_at_once(sign_in, congress, morning):
    evening = make_session(congress, day=date(2025, 8, 12))
    a, b, c = morning.items
    sent = {morning.id: (c.id, a.id), evening.id: (b.id,)}
    form = {"order": order.as_text(sent), "seen": seen(congress)}
    assert sign_in(Role.OFFICE).post(url(congress, "arrange"), data=form).status_code == 302
    assert titles(congress) == [["C", "A"], ["B"]]


def test_two_people_moving_at_once_the_second_is_told_who_was_quicker(sign_in, congress, morning):
    old = seen(congress)
    first, second = morning.items[0], morning.items[2]
    one, other = sign_in(Role.OFFICE), sign_in(Role.SERVICE_SECRETARY)
    assert one.post(url(congress, f"items/{first.id}/step"), data={"step": "down", "seen": old}).status_code == 302
    for path, data in (
        (f"items/{second.id}/step", {"step": "up", "seen": old}),
        ("arrange", {"order": order.as_text({morning.id: [item.id for item in morning.items][::-1]}), "seen": old}),
    ):
        answer = other.post(url(congress, path), data=data)
        assert answer.status_code == 409
        assert "Nguyễn Văn" in answer.text
        assert "đã sửa nội dung này" in answer.text
    page = other.post(
        url(congress, f"items/{second.id}/move"), data={"to": str(morning.id), "position": "1", "seen": old}
    )
    assert "đã sửa nội dung này" in page.text
    assert f'value="{seen(congress)}"' in page.text
    assert titles(congress) == [["B", "A", "C"]]


@pytest.mark.parametrize("text", ["", "nhảm", "{foreign}", "{short}"])
def test_an_order_that_is_none_changes_nothing(sign_in, congress, morning, text):
    foreign = make_item(make_session(make_congress()))
    ids = [item.id for item in morning.items]
    sent = text.format(
        foreign=order.as_text({morning.id: [*ids, foreign.id]}), short=order.as_text({morning.id: ids[:2]})
    )
    answer = sign_in(Role.OFFICE).post(url(congress, "arrange"), data={"order": sent, "seen": seen(congress)})
    assert answer.status_code == 409
    assert titles(congress) == [["A", "B", "C"]]


def test_an_item_cannot_move_into_a_session_of_another_congress(sign_in, congress, morning):
    foreign = make_session(make_congress())
    form = {"to": str(foreign.id), "position": "1", "seen": seen(congress)}
    page = sign_in(Role.OFFICE).post(url(congress, f"items/{morning.items[0].id}/move"), data=form)
    assert "không có trong danh sách" in page.text
    assert titles(congress) == [["A", "B", "C"]]


def test_a_removed_item_lets_the_rest_move_up(sign_in, congress, morning):
    client = sign_in(Role.OFFICE)
    client.post(url(congress, f"items/{morning.items[0].id}/remove"))
    assert times(client.get(url(congress)).text) == ["07:00", "07:10"]


def test_a_session_is_removed_after_a_page_that_counts_its_items(sign_in, congress, morning):
    client = sign_in(Role.OFFICE)
    path = url(congress, f"sessions/{morning.id}/remove")
    assert "cùng 3 mục" in client.get(path).text
    assert client.post(path).status_code == 302
    assert titles(congress) == []


def test_a_session_that_starts_later_takes_its_items_along(sign_in, congress, morning):
    client = sign_in(Role.OFFICE)
    form = SESSION | {"kind": "official_session", "starts_at": "8h", "ends_at": "11:30", "version": "1"}
    assert client.post(url(congress, f"sessions/{morning.id}/edit"), data=form).status_code == 302
    assert times(client.get(url(congress)).text) == ["08:00", "08:10", "08:20"]
    page = client.post(url(congress, f"sessions/{morning.id}/edit"), data=form).text
    assert "đã sửa nội dung này" in page
    page = client.get(url(congress, f"sessions/{morning.id}")).text
    assert "Sửa phiên" in page
    assert "Địa điểm tổ chức: <del>—</del> → <ins>Hội trường xã</ins>" in page


def test_a_session_that_starts_too_late_for_its_items_is_refused(sign_in, congress, morning):
    form = SESSION | {"starts_at": "23:50", "ends_at": "23:59", "version": "1"}
    page = sign_in(Role.OFFICE).post(url(congress, f"sessions/{morning.id}/edit"), data=form).text
    assert "qua nửa đêm 20 phút" in page


# the usual programme


def test_an_empty_programme_offers_the_usual_one_and_says_what_it_creates(sign_in, congress):
    client = sign_in(Role.SERVICE_SECRETARY)
    assert "Lấy chương trình mẫu" in client.get(url(congress)).text
    page = client.get(url(congress, "template")).text
    assert "Sẽ tạo 3 phiên với 22 mục" in page
    assert "Công bố các quyết định chỉ định Ban Chấp hành" in page
    assert titles(congress) == []
    form = {"first_day": "11/8/2025", "second_day": "12/8/2025"}
    page = client.post(url(congress, "template"), data=form).text
    assert "Sẽ tạo 3 phiên" in page
    assert titles(congress) == []
    assert client.post(url(congress, "template"), data=form | {"create": "1"}).status_code == 302
    assert [len(items) for items in titles(congress)] == [1, 6, 15]
    assert "Đã tạo 3 phiên với 22 mục" in client.get(url(congress)).text
    assert "đã có phiên" in client.post(url(congress, "template"), data=form | {"create": "1"}).text
    assert [len(items) for items in titles(congress)] == [1, 6, 15]


def test_days_the_wrong_way_round_are_refused_beside_the_field(sign_in, congress):
    form = {"first_day": "12/8/2025", "second_day": "11/8/2025", "create": "1"}
    page = sign_in(Role.OFFICE).post(url(congress, "template"), data=form).text
    assert "không thể trước ngày phiên trù bị" in page
    assert titles(congress) == []


def test_a_congress_without_dates_gets_its_days_from_the_form(sign_in):
    plain = make_congress(opens_on=None, closes_on=None, mode=Mode.FOUR_CONTENTS)
    from_office = sign_in(Role.OFFICE, at=plain)
    assert "Sẽ tạo" in from_office.get(url(plain, "template")).text
    form = {"first_day": "", "second_day": "11/8/2025", "create": "1"}
    assert "Cần điền mục này." in from_office.post(url(plain, "template"), data=form).text


# who may what


@pytest.mark.parametrize("role", [Role.READER, Role.STANDING_COMMITTEE, Role.PERSONNEL_SECRETARY])
def test_everybody_reads_and_only_service_and_office_edit(sign_in, congress, morning, role):
    client = sign_in(role)
    page = client.get(url(congress)).text
    assert times(page) == ["07:00", "07:10", "07:20"]
    assert "Thêm phiên" not in page
    assert 'name="minutes"' not in page
    item = morning.items[0].id
    for path in ("sessions/new", "arrange", "template", f"items/{item}/step", f"items/{item}/minutes"):
        assert client.post(url(congress, path)).status_code == 403, path
    assert client.get(url(congress, f"items/{item}")).status_code == 200


def test_rows_of_another_congress_are_not_found(sign_in, congress):
    session = make_session(make_congress())
    item = make_item(session)
    client = sign_in(Role.OFFICE)
    for path in (f"sessions/{session.id}", f"sessions/{session.id}/edit", f"items/{item.id}", f"items/{item.id}/move"):
        assert client.get(url(congress, path)).status_code == 404, path
    for path in (
        f"sessions/{session.id}/edit",
        f"sessions/{session.id}/remove",
        f"sessions/{session.id}/items/new",
        f"items/{item.id}/edit",
        f"items/{item.id}/minutes",
        f"items/{item.id}/step",
        f"items/{item.id}/move",
        f"items/{item.id}/remove",
    ):
        assert client.post(url(congress, path), data=SESSION | ITEM).status_code == 404, path
    db.session.expire_all()
    assert [each.id for each in session.items] == [item.id]


def test_the_programme_asks_as_often_for_three_sessions_as_for_one(sign_in, congress, morning, count_queries):
    client = sign_in(Role.OFFICE)
    client.get(url(congress))
    one = count_queries(lambda: client.get(url(congress)))
    for _ in range(2):
        make_item(make_session(congress))
    assert count_queries(lambda: client.get(url(congress))) == one


def test_the_summary_counts_what_the_page_shows(app, congress, morning):
    assert queries.programme_summary(congress).items == 3
    make_item(morning, minutes=15)
    actions.add_session(
        congress,
        actor=Somebody,
        kind=SessionKind.BEFORE,
        title="",
        day=date(2025, 8, 1),
        starts_at=time(7),
        ends_at=time(8),
    )
    summary = queries.programme_summary(congress)
    assert (summary.sessions, summary.items, summary.overrun_minutes, summary.cautions) == (2, 4, 15, 1)
    assert summary.days == (date(2025, 8, 11),)
    assert summary.first is not None and summary.first.title == "Trước đại hội"


def test_what_is_typed_is_shown_as_text(sign_in, congress, morning):
    make_item(morning, title='<img src=x onerror="alert(1)">', presenter="<b>An</b>")
    page = sign_in(Role.OFFICE).get(url(congress)).text
    assert "<img" not in page
    assert "<b>An" not in page


# parts, fixed points, checks


def test_a_part_is_added_to_its_item_moved_and_removed(sign_in, congress, morning):
    client = sign_in(Role.SERVICE_SECRETARY)
    main = morning.items[0]
    for title, minutes in (("Chào cờ", "4"), ("Giới thiệu đại biểu", "6")):
        form = ITEM | {"title": title, "minutes": minutes}
        assert client.post(url(congress, f"items/{main.id}/parts/new"), data=form).status_code == 302
    assert titles(congress) == [["A", "B", "C"]]
    assert times(client.get(url(congress)).text) == ["07:00", "07:10", "07:20"]
    page = client.get(url(congress, f"items/{main.id}")).text
    assert "07:04 – 07:10" in page
    parts = queries.one_item(congress.id, main.id).parts
    client.post(url(congress, f"items/{parts[1].id}/step"), data={"step": "up"})
    db.session.expire_all()
    assert [part.title for part in queries.one_item(congress.id, main.id).parts] == ["Giới thiệu đại biểu", "Chào cờ"]
    assert client.get(url(congress, f"items/{parts[1].id}/move")).status_code == 404
    assert client.post(url(congress, f"items/{parts[1].id}/remove")).status_code == 302
    db.session.expire_all()
    assert [part.title for part in queries.one_item(congress.id, main.id).parts] == ["Chào cờ"]


def test_parts_go_along_when_their_item_moves_and_when_it_is_removed(sign_in, congress, morning):
    evening = make_session(congress, day=date(2025, 8, 12))
    main = morning.items[0]
    part = actions.add_item(morning, actor=Somebody, parent=main, title="Chào cờ", minutes=5)
    db.session.flush()
    client = sign_in(Role.OFFICE)
    form = {"to": str(evening.id), "position": "1", "seen": seen(congress)}
    assert client.post(url(congress, f"items/{main.id}/move"), data=form).status_code == 302
    db.session.expire_all()
    assert part.session_id == evening.id
    assert client.post(url(congress, f"items/{main.id}/remove")).status_code == 302
    db.session.expire_all()
    assert titles(congress) == [["B", "C"], []]


def test_a_fixed_start_shows_what_is_free_before_it_and_what_is_too_much(sign_in, congress, morning):
    client = sign_in(Role.OFFICE)
    last = morning.items[2]
    for at, told in (("7:25", "Trống 5 phút trước đó"), ("7:15", "Chồng 5 phút")):
        form = ITEM | {"fixed_start": at, "version": str(queries.one_item(congress.id, last.id).version)}
        assert client.post(url(congress, f"items/{last.id}/edit"), data=form).status_code == 302
        db.session.expire_all()
        page = client.get(url(congress)).text
        assert told in page
    assert "chồng 5 phút" in page
    assert 'data-code="fixed_overrun"' in page
    assert url(congress, f"items/{last.id}/edit") in page


def test_what_directs_the_congress_is_not_shown_to_readers(sign_in, congress, morning):
    item = morning.items[0]
    form = ITEM | {"version": "1", "script": "Kính mời", "internal_note": "Gọi điện trước", "fallback": "Đọc thay"}
    office = sign_in(Role.OFFICE)
    assert office.post(url(congress, f"items/{item.id}/edit"), data=form).status_code == 302
    page = office.get(url(congress, f"items/{item.id}")).text
    assert "Gọi điện trước" in page
    page = sign_in(Role.READER).get(url(congress, f"items/{item.id}")).text
    for secret in ("Gọi điện trước", "Kính mời", "Đọc thay"):
        assert secret not in page

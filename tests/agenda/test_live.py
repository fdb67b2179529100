"""The congress as it runs: taps, delay, undo, the record afterwards."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from congress.agenda import actions, printouts, queries
from congress.agenda.rules.live import Actual, look
from congress.agenda.rules.snapshot import Entry, Sitting
from congress.agenda.vocabulary import SessionKind
from congress.database import db
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import Somebody, make_item, make_session

DAY = date(2025, 8, 11)
SEVEN = datetime(2025, 8, 11, 0, 0, tzinfo=UTC)  # 7:00 in Hanoi


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def programme(*minutes: int) -> tuple[Sitting, ...]:
    entries, start = [], 7 * 60
    for number, each in enumerate(minutes):
        entries.append(Entry(id=str(number), title=f"Mục {number}", start=start, end=start + each))
        start += each
    return (
        Sitting(
            id="s", title="Phiên", kind=SessionKind.OFFICIAL, day=DAY, start=420, end=690, reached=start,
            entries=tuple(entries),
        ),
    )  # fmt: skip


def test_before_the_first_tap_the_first_item_comes_next():
    run = look(programme(10, 10), {}, at(6, 50))
    assert (run.running, run.next.entry.id, run.delay) == (None, "0", 0)
    assert look(programme(10, 10), {}, at(7, 4)).delay == 4
    assert look(programme(10, 10), {}, at(9, 0, date(2025, 8, 5))).delay == 0


def test_a_late_start_is_the_delay_and_an_item_that_drags_on_adds_to_it():
    begun = {"0": Actual(at(7, 3))}
    run = look(programme(10, 10), begun, at(7, 5))
    assert (run.running.entry.id, run.next.entry.id, run.delay, run.left) == ("0", "1", 3, 8)
    run = look(programme(10, 10), begun, at(7, 18))
    assert (run.delay, run.left) == (8, -5)


def test_an_early_start_is_ahead_of_the_plan():
    run = look(programme(10, 10), {"0": Actual(at(6, 55))}, at(6, 58))
    assert run.delay == -5


def test_a_rehearsal_on_another_day_is_measured_by_the_clock():
    other = date(2025, 8, 5)
    run = look(programme(10, 10), {"0": Actual(at(7, 2, other))}, at(7, 3, other))
    assert run.delay == 2


def test_items_may_be_left_out():
    run = look(programme(10, 10, 10), {"0": Actual(at(7), at(7, 10)), "2": Actual(at(7, 12))}, at(7, 13))
    assert run.running.entry.id == "2"
    assert run.next is None
    assert run.delay == -8
    assert run.steps[1].actual is None


@pytest.fixture
def morning(congress: Any) -> Any:
    """A released session at 7:00 with A, B and C of ten minutes."""
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(8))
    for title in "ABC":
        make_item(session, title=title)
    actions.release(congress, actor=Somebody)
    db.session.flush()
    return session


def run_at(congress: Any, minutes: int) -> Any:
    db.session.flush()
    return queries.run(congress.id, SEVEN + timedelta(minutes=minutes))


def tap(congress: Any, item: Any, minutes: int) -> None:
    actions.start(congress, item.id, actor=Somebody, at=SEVEN + timedelta(minutes=minutes))
    db.session.flush()


def test_starting_the_next_item_ends_the_one_that_runs_and_undo_takes_both_back(app, congress, morning):
    a, b, _c = morning.items
    tap(congress, a, 1)
    tap(congress, b, 12)
    run = run_at(congress, 13)
    assert run.running.entry.title == "B"
    assert run.steps[0].real_minutes == 11
    assert set(actions.undo(congress, actor=Somebody, seen=run.mark)) == {"A", "B"}
    assert run_at(congress, 13).running.entry.title == "A"
    assert actions.undo(congress, actor=Somebody, seen=run_at(congress, 13).mark) == ["A"]
    assert run_at(congress, 13).running is None
    with pytest.raises(RuleBroken, match="không có gì để hoàn tác"):
        actions.undo(congress, actor=Somebody, seen=run_at(congress, 13).mark)


def test_a_tap_twice_starts_once_and_what_has_finished_does_not_start_again(app, congress, morning):
    a = morning.items[0]
    tap(congress, a, 1)
    tap(congress, a, 2)
    assert run_at(congress, 3).steps[0].actual.started == at(7, 1)
    actions.finish(congress, a.id, actor=Somebody, at=SEVEN + timedelta(minutes=9))
    actions.finish(congress, a.id, actor=Somebody, at=SEVEN + timedelta(minutes=11))
    assert run_at(congress, 12).steps[0].actual.finished == at(7, 9)
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        tap(congress, a, 12)


def test_undo_of_what_somebody_else_has_tapped_meanwhile_is_refused(app, congress, morning):
    a, b, _c = morning.items
    tap(congress, a, 1)
    seen = run_at(congress, 2).mark
    tap(congress, b, 5)
    with pytest.raises(RuleBroken, match="Vừa có người bấm"):
        actions.undo(congress, actor=Somebody, seen=seen)


def test_only_items_of_the_released_programme_start(app, congress, morning):
    new = make_item(morning, title="Mới thêm")
    for item_id in (new.id, uuid.uuid4()):
        with pytest.raises(RuleBroken, match="không có trong chương trình đã ban hành"):
            actions.start(congress, item_id, actor=Somebody, at=SEVEN)


def test_what_happened_stays_when_the_item_leaves_the_draft(app, congress, morning):
    tap(congress, morning.items[0], 1)
    actions.remove_item(morning.items[0], actor=Somebody)
    db.session.flush()
    assert run_at(congress, 2).running.entry.title == "A"


def test_the_hall_page_starts_and_finishes_by_one_tap(sign_in, congress, morning):
    client = sign_in(Role.SERVICE_SECRETARY)
    base = f"/{congress.slug}/programme/live"
    assert "Bắt đầu mục này" in client.get(base).text
    before = client.get(f"{base}/state").json
    assert before["running"] == "Chưa có mục nào đang diễn ra"
    assert before["next"] == "A"
    assert client.post(f"{base}/items/{morning.items[0].id}/start").status_code == 302
    told = client.get(f"{base}/state").json
    assert (told["running"], told["next"]) == ("A", "B")
    assert told["mark"] != before["mark"]
    assert client.get(f"{base}/screen").status_code == 200
    assert client.post(f"{base}/items/{morning.items[0].id}/finish").status_code == 302
    mark = client.get(f"{base}/state").json["mark"]
    assert client.post(f"{base}/undo", data={"seen": mark}).status_code == 302
    assert client.get(f"{base}/state").json["running"] == "A"
    answer = client.post(f"{base}/undo", data={"seen": "x"})
    assert answer.status_code == 409
    assert "Vừa có người bấm thêm" in answer.text


def test_everybody_watches_and_only_service_and_office_tap(sign_in, congress, morning):
    base = f"/{congress.slug}/programme/live"
    client = sign_in(Role.READER)
    page = client.get(base).text
    assert "Bắt đầu mục này" not in page
    assert client.get(f"{base}/state").status_code == 200
    assert client.post(f"{base}/items/{morning.items[0].id}/start").status_code == 403
    assert client.post(f"{base}/undo").status_code == 403


def test_without_a_released_programme_the_page_says_what_to_do(sign_in, congress):
    client = sign_in(Role.OFFICE)
    base = f"/{congress.slug}/programme/live"
    assert "Hãy ban hành chương trình trước" in client.get(base).text
    assert client.get(f"{base}/screen").status_code == 200
    assert client.get(f"{base}/state").json["mark"] == ""


def test_the_record_holds_planned_and_real_times(app, congress, morning):
    a, _b, c = morning.items
    page = html_of(printouts.real_times(congress, today=DAY))
    assert "chưa diễn ra" in page
    assert "không diễn ra" not in page
    tap(congress, a, 2)
    actions.finish(congress, a.id, actor=Somebody, at=SEVEN + timedelta(minutes=15))
    tap(congress, c, 15)
    actions.finish(congress, c.id, actor=Somebody, at=SEVEN + timedelta(minutes=22))
    db.session.flush()
    page = html_of(printouts.real_times(congress, today=DAY))
    for words in (
        "07h00 – 07h10",
        "07h02 – 07h15",
        "không diễn ra",
        "kế hoạch 20 phút, thực tế 20 phút",
        "ĐOÀN THƯ KÝ",
    ):
        assert words in page, words

"""Rules of the programme, without a database."""

import uuid
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.agenda.rules import clock, order, people, template
from congress.agenda.rules.cautions import Hall, cautions
from congress.agenda.vocabulary import ItemKind, Presence, SessionKind
from congress.congresses.vocabulary import Mode
from congress.shared.periods import days
from congress.shared.problems import RuleBroken

DAY = date(2025, 8, 11)
NOBODY = uuid.UUID(int=0)
durations = st.lists(st.integers(1, 60), max_size=20)


def session(
    *minutes: int, kind: SessionKind = SessionKind.OFFICIAL, day: date = DAY, start: str = "07:00", end: str = "11:30"
) -> clock.SessionPlan:
    items = tuple(clock.ItemPlan(f"Mục {n}", ItemKind.OTHER, each) for n, each in enumerate(minutes))
    return clock.SessionPlan(kind.label, kind, day, time.fromisoformat(start), time.fromisoformat(end), items)


def said(*plans: clock.SessionPlan, max_days: int = 2) -> list[str]:
    """What is said about sessions; rests are tested by themselves."""
    found = cautions(plans, max_days=max_days)
    return [each.message % each.values for each in found if each.code != "no_rest"]


orders = st.lists(st.integers(0, 6), min_size=1, max_size=4).map(
    lambda sizes: {
        f"phiên {place}": tuple(f"{place}.{item}" for item in range(size)) for place, size in enumerate(sizes)
    }
)


# the clock


@given(durations)
def test_items_follow_each_other_without_gap_or_overlap_and_their_minutes_add_up(minutes):
    laid = clock.clock_of(session(*minutes))
    edges = [laid.start, *(slot.end for slot in laid.slots)]
    assert [slot.start for slot in laid.slots] == edges[:-1]
    assert [slot.end - slot.start for slot in laid.slots] == minutes
    assert laid.end - laid.start == laid.minutes == sum(minutes)


@given(durations.filter(bool), st.data())
def test_a_longer_item_moves_what_follows_by_as_much_and_nothing_before(minutes, data):
    at = data.draw(st.integers(0, len(minutes) - 1))
    more = data.draw(st.integers(1, 30))
    before = clock.clock_of(session(*minutes)).slots
    after = clock.clock_of(session(*(each + more * (n == at) for n, each in enumerate(minutes)))).slots
    assert after[:at] == before[:at]
    assert after[at].start == before[at].start
    assert [slot.start for slot in after[at + 1 :]] == [slot.start + more for slot in before[at + 1 :]]


@given(durations)
def test_a_session_has_an_overrun_or_slack_never_both(minutes):
    laid = clock.clock_of(session(*minutes))
    assert min(laid.overrun, laid.slack) == 0
    assert laid.planned_end - laid.end == laid.slack - laid.overrun


def test_the_clock_is_read_as_hours_and_minutes():
    laid = clock.clock_of(session(20, 70, start="13:30", end="15:00"))
    assert [(slot.starts, slot.ends) for slot in laid.slots] == [("13:30", "13:50"), ("13:50", "15:00")]
    assert clock.clock_time(clock.MIDNIGHT) == "24:00"


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_duration_of_nothing_or_of_more_than_a_day_is_refused(minutes):
    with pytest.raises(RuleBroken) as broken:
        clock.check_minutes(minutes)
    assert broken.value.field == "minutes"


def test_a_session_that_ends_before_it_starts_is_refused():
    clock.check_hours(time(7), time(11, 30))
    with pytest.raises(RuleBroken) as broken:
        clock.check_hours(time(22), time(1))
    assert broken.value.field == "ends_at"


def test_items_may_reach_midnight_and_not_a_minute_more():
    clock.check_same_day(session(30, 30, start="23:00", end="23:59"), "minutes")
    with pytest.raises(RuleBroken, match="qua nửa đêm 1 phút"):
        clock.check_same_day(session(30, 31, start="23:00", end="23:59"), "minutes")


# the order


@given(orders, st.data())
def test_moving_an_item_loses_none_and_doubles_none(before, data):
    items = [item for items in before.values() for item in items]
    if not items:
        return
    item, to = data.draw(st.sampled_from(items)), data.draw(st.sampled_from(list(before)))
    position = data.draw(st.integers(-3, 12))
    after = order.moved(before, item, to, position)
    order.check_permutation(before, after)
    place, now_at = order.places(after)[item]
    assert place == to
    assert now_at == min(max(position, 1), len(after[to]))
    others = [each for each in items if each != item]
    assert [each for items in after.values() for each in items if each != item] == others


@given(orders, st.data())
def test_a_step_down_and_a_step_up_lead_back(before, data):
    items = [item for items in before.values() for item in items[:-1]]
    if not items:
        return
    item = data.draw(st.sampled_from(items))
    assert order.stepped(order.stepped(before, item, 1), item, -1) == before


def test_at_the_edge_of_a_session_a_step_moves_nothing():
    before = {"sáng": ("a", "b")}
    assert order.stepped(before, "a", -1) == order.stepped(before, "b", 1) == before


@given(orders, st.data())
def test_moving_one_item_is_told_as_one_move(before, data):
    items = [item for items in before.values() for item in items]
    if not items:
        return
    item, to = data.draw(st.sampled_from(items)), data.draw(st.sampled_from(list(before)))
    after = order.moved(before, item, to, data.draw(st.integers(1, 8)))
    movers = order.movers(before, after)
    assert len(movers) <= 1
    assert movers or after == before


@given(st.lists(st.lists(st.uuids(), max_size=4), min_size=1, max_size=3))
def test_an_order_is_read_as_it_was_written(groups):
    sent = {uuid.uuid4(): tuple(items) for items in groups}
    assert order.from_text(order.as_text(sent)) == sent


@pytest.mark.parametrize("text", ["", "x", "1:2", ";", f"{NOBODY}", f"{NOBODY}:{NOBODY},"])
def test_what_is_no_order_is_refused(text):
    with pytest.raises(RuleBroken):
        order.from_text(text)


@pytest.mark.parametrize("after", [{"a": (1,)}, {"a": (1, 2, 2)}, {"a": (1, 3)}, {"b": (1, 2)}])
def test_an_order_with_items_missing_or_strange_is_refused(after):
    with pytest.raises(RuleBroken, match="thiếu hoặc thừa"):
        order.check_permutation({"a": (1, 2)}, after)


def test_two_orders_have_two_fingerprints():
    place, one, two = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    assert order.fingerprint({place: (one, two)}) != order.fingerprint({place: (two, one)})
    assert order.fingerprint({place: (one, two)}) == order.fingerprint({place: (one, two)})


# cautions


def test_a_programme_that_keeps_the_rules_draws_no_caution():
    afternoon = session(60, kind=SessionKind.PREPARATORY, start="13:30", end="17:00")
    assert said(afternoon, session(60, day=date(2025, 8, 12))) == []


def test_an_overrun_is_told_in_minutes():
    assert said(session(200, 90)) == [
        "Phiên chính thức (11/8/2025): các mục kết thúc lúc 11:50, quá giờ dự kiến 20 phút."
    ]


def test_sessions_that_share_time_are_told_with_the_hours():
    first, second = session(300), session(30, start="11:00", end="12:00")
    assert "trùng giờ từ 11:00 đến 12:00" in said(first, second)[1]
    assert said(session(30), session(30, start="11:30", end="12:00")) == []


def test_more_days_than_allowed_are_told_and_visits_before_do_not_count():
    four = [session(10, day=date(2025, 8, day)) for day in (11, 12, 13)]
    assert said(*four) == ["Chương trình kéo dài 3 ngày, quá 2 ngày theo quy định (Chỉ thị 45-CT/TW ngày 14/4/2025)."]
    assert said(*four, max_days=3) == []
    assert said(*four[:2], session(10, day=date(2025, 8, 1), kind=SessionKind.BEFORE)) == []


def test_a_preparatory_session_of_more_than_half_a_day_is_told():
    long = session(250, kind=SessionKind.PREPARATORY, start="07:00", end="11:00")
    assert any("phiên trù bị không quá nửa ngày" in each for each in said(long))
    assert said(session(240, kind=SessionKind.PREPARATORY, start="07:00", end="11:00")) == []


def test_a_session_outside_the_days_of_the_congress_is_told():
    found = cautions([session(10, day=date(2025, 8, 20))], max_days=2, congress_days=days(DAY, date(2025, 8, 12)))
    assert [each.message % each.values for each in found] == [
        "Phiên chính thức (20/8/2025) nằm ngoài các ngày đại hội đã ghi."
    ]


@pytest.mark.parametrize(("kind", "told"), [(ItemKind.VOTE, True), (ItemKind.PAPER, False)])
def test_a_vote_on_the_action_programme_is_told_with_its_source(kind, told):
    item = clock.ItemPlan("Biểu quyết Chương trình hành động", kind, 10)
    plan = clock.SessionPlan("Phiên chính thức", SessionKind.OFFICIAL, DAY, time(7), time(11), (item,))
    assert any("11977-CV/VPTW" in each for each in said(plan)) is told


# the usual programme


@pytest.mark.parametrize("mode", Mode)
def test_the_usual_programme_of_two_days_keeps_its_own_rules(mode):
    sessions = template.usual_programme(mode, DAY, date(2025, 8, 12))
    assert said(*(each.plan for each in sessions)) == []
    assert [each.kind for each in sessions[:3]] == list(SessionKind)


@pytest.mark.parametrize("mode", [Mode.TWO_CONTENTS, Mode.THREE_CONTENTS])
def test_the_usual_programme_of_one_day_fits_the_day(mode):
    assert said(*(each.plan for each in template.usual_programme(mode, DAY, DAY))) == []


def test_only_a_congress_that_elects_has_ballots():
    def titles(mode: Mode) -> str:
        return " | ".join(item.title for each in template.usual_programme(mode, DAY, DAY) for item in each.items)

    assert "Bỏ phiếu bầu Ban Chấp hành" in titles(Mode.FOUR_CONTENTS)
    assert "Bỏ phiếu" not in titles(Mode.TWO_CONTENTS)
    assert "chỉ định Ban Chấp hành" in titles(Mode.TWO_CONTENTS)
    assert "chỉ định Ban Chấp hành" not in titles(Mode.FOUR_CONTENTS)
    assert "quy chế bầu cử" not in titles(Mode.TWO_CONTENTS)


def test_an_official_session_before_the_preparatory_one_is_refused():
    with pytest.raises(RuleBroken) as broken:
        template.usual_programme(Mode.TWO_CONTENTS, date(2025, 8, 12), DAY)
    assert broken.value.field == "second_day"


# fixed points and parts


def planned(
    *items: clock.ItemPlan, kind: SessionKind = SessionKind.OFFICIAL, start: str = "07:00", end: str = "11:30"
) -> clock.SessionPlan:
    return clock.SessionPlan(kind.label, kind, DAY, time.fromisoformat(start), time.fromisoformat(end), items)


def item(title: str = "Mục", minutes: int = 10, kind: ItemKind = ItemKind.OTHER, **fields: Any) -> clock.ItemPlan:
    return clock.ItemPlan(title, kind, minutes, id=uuid.uuid4(), **fields)


def codes(*plans: clock.SessionPlan, hall: Hall | None = None) -> list[str]:
    return [each.code for each in cautions(plans, max_days=2, hall=hall)]


def test_a_fixed_start_holds_and_what_follows_goes_on_from_it():
    laid = clock.clock_of(planned(item(minutes=30), item(minutes=20, fixed_start=time(8)), item(minutes=10)))
    assert [(slot.starts, slot.ends, slot.gap) for slot in laid.slots] == [
        ("07:00", "07:30", 0),
        ("08:00", "08:20", 30),
        ("08:20", "08:30", 0),
    ]


def test_a_fixed_start_that_comes_too_soon_is_told_with_the_minutes():
    plan = planned(item("Mở đầu", 70), item("Đón đồng chí Bí thư Tỉnh ủy", 20, fixed_start=time(8)))
    assert clock.clock_of(plan).slots[1].gap == -10
    assert said(plan) == [
        "“Đón đồng chí Bí thư Tỉnh ủy” cố định lúc 08:00 nhưng các mục trước đến 08:10 mới xong, chồng 10 phút."
    ]


@given(durations.filter(bool), st.integers(0, 19), st.integers(0, 600))
def test_what_stands_before_a_fixed_start_never_moves_because_of_it(minutes, at, fixed):
    at %= len(minutes)
    loose = [item(minutes=each) for each in minutes]
    held = [*loose[:at], replace(loose[at], fixed_start=time(fixed // 60, fixed % 60)), *loose[at + 1 :]]
    before, after = (clock.clock_of(planned(*items)).slots for items in (loose, held))
    assert after[:at] == before[:at]
    assert after[at].start == fixed
    assert after[at].start - after[at].gap == before[at].start


def test_parts_take_their_time_out_of_their_item():
    main = item("Khai mạc", 15, subs=(item("Chào cờ", 5), item("Giới thiệu đại biểu", 12)))
    plan = planned(main, item())
    laid = clock.clock_of(plan)
    assert [slot.starts for slot in laid.slots] == ["07:00", "07:15"]
    assert [(each.starts, each.ends) for each in clock.parts_of(main, laid.slots[0])] == [
        ("07:00", "07:05"),
        ("07:05", "07:17"),
    ]
    assert said(plan) == ["“Khai mạc”: các mục con dài hơn mục này 2 phút."]


# people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đồng chí Lê Thị Anh, Bí thư Đảng ủy; K'Brơi", ["Lê Thị Anh", "K'Brơi"]),
        ("Đoàn Chủ tịch", []),
        ("Bí thư Đảng ủy", []),
        ("H'Hen Niê (Chi bộ buôn Sút)", ["H'Hen Niê"]),
        ("Nguyễn Văn Bình – Phó Bí thư", ["Nguyễn Văn Bình"]),
        ("Các đại biểu đăng ký", []),
        ("", []),
    ],
)
def test_people_are_told_from_bodies_and_posts(text, names):
    assert people.named(text) == names


def test_one_person_in_two_sessions_at_once_is_told():
    one = planned(item("Họp tổ 1", 60, presenter="Lê Thị Hòa"))
    other = planned(item("Họp tổ 2", 60, chair="Đồng chí Lê Thị Hoà"), start="07:30")
    assert "two_places" in codes(one, other)
    assert "two_places" not in codes(one, planned(item("Sau", 60, chair="Lê Thị Hòa"), start="08:00"))


def test_whoever_chairs_the_own_report_is_told():
    assert codes(planned(item(presenter="Lê Thị Anh", chair="Lê Thị Anh, Bí thư"))) == ["chairs_own"]
    assert codes(planned(item(presenter="Đoàn Chủ tịch", chair="Đoàn Chủ tịch"))) == []


def test_who_presents_and_does_not_sit_in_the_hall_is_told_by_kind():
    hall = Hall({"le thi anh": Presence.OFFICIAL, "k'broi": Presence.ALTERNATE, "bui van yen": Presence.AWAY}, 150)
    assert codes(planned(item(presenter="Lê Thị Anh")), hall=hall) == []
    assert codes(planned(item(presenter="K'Brơi")), hall=hall) == ["alternate_presents"]
    assert codes(planned(item(presenter="Bùi Văn Yên")), hall=hall) == ["absent_presents"]
    assert codes(planned(item(presenter="Trần Văn Khách")), hall=hall) == ["guest_presents"]
    assert codes(planned(item(presenter="Trần Văn Khách")), hall=Hall()) == []


def test_votes_without_a_base_are_told_once():
    votes = planned(item("Biểu quyết A", votes=True), item("Biểu quyết B", kind=ItemKind.VOTE))
    found = [each for each in cautions([votes], max_days=2, hall=Hall()) if each.code == "vote_without_base"]
    assert len(found) == 1
    assert found[0].item == votes.items[0].id
    assert found[0].values["votes"] == 2
    assert codes(votes, hall=Hall({}, 151)) == []


# papers, sessions, meals


def test_a_report_without_its_paper_is_told_with_the_item():
    report = item("Báo cáo A", kind=ItemKind.REPORT)
    found = cautions([planned(report)], max_days=2)
    assert [(each.code, each.item, bool(each.source)) for each in found] == [("missing_paper", report.id, True)]
    assert codes(planned(replace(report, paper="Báo cáo A"))) == []


def test_an_item_of_the_other_session_is_told():
    assert codes(planned(item("Bầu Đoàn Chủ tịch"))) == ["wrong_session"]
    assert codes(planned(item("Diễn văn bế mạc"), kind=SessionKind.PREPARATORY, end="11:00")) == ["wrong_session"]
    assert codes(planned(item("Bầu Đoàn Chủ tịch"), kind=SessionKind.PREPARATORY, end="11:00")) == []


def test_a_long_sitting_without_a_rest_is_told():
    rest = item("Nghỉ giải lao", 15, ItemKind.BREAK)
    assert codes(planned(item(minutes=90), item(minutes=61))) == ["no_rest"]
    assert codes(planned(item(minutes=90), rest, item(minutes=61))) == []
    assert codes(planned(item(minutes=90), item(minutes=61, fixed_start=time(9)))) == []


def test_a_day_without_lunch_is_told():
    day = (item(minutes=120), item("Giải lao", 5, ItemKind.BREAK), item(minutes=120), item("Nghỉ", 20, ItemKind.BREAK))
    assert "no_lunch" in codes(planned(*day, item(minutes=120), item(minutes=90), start="07:00", end="16:00"))
    lunch = item("Nghỉ trưa", 90, ItemKind.BREAK)
    assert "no_lunch" not in codes(planned(*day[:3], lunch, item(minutes=120), start="07:00", end="16:00"))
    morning, afternoon = planned(item(minutes=120)), planned(item(minutes=60), start="13:30", end="17:00")
    assert "no_lunch" not in codes(morning, afternoon)

"""Rules of the programme, without a database."""

import uuid
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.agenda.rules import clock, order, template
from congress.agenda.rules.cautions import cautions
from congress.agenda.vocabulary import ItemKind, SessionKind
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
    return [each.message % each.values for each in cautions(plans, max_days=max_days)]


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
    clock.check_same_day(time(23), [30, 30], "minutes")
    with pytest.raises(RuleBroken, match="qua nửa đêm 1 phút"):
        clock.check_same_day(time(23), [30, 31], "minutes")


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

"""Rules of tasks, without a database: circles, days, figures, the timeline, the dossier, the cells' congresses."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.shared.problems import RuleBroken
from congress.tasks.rules.cells import check_report
from congress.tasks.rules.cells import state_of as cell_state
from congress.tasks.rules.dossier import check_file, check_move, conclusions_of
from congress.tasks.rules.holidays import holiday, working_days_after
from congress.tasks.rules.needs import check_needs, circle
from congress.tasks.rules.schedule import check_days, flags_of, lay_out, longest
from congress.tasks.rules.standing import Count, numbers, state_by_figures, timing_of
from congress.tasks.rules.template import STEPS
from congress.tasks.vocabulary import CellState, DossierState, Flag, TaskState, Timing

OPENING = date(2025, 8, 11)
DAY = timedelta(days=1)


def test_a_circle_is_named_and_a_diamond_is_none():
    assert circle({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []
    assert circle({"a": ["b"], "b": ["c"], "c": ["b"]}) == ["b", "c", "b"]
    assert circle({"a": ["a"]}) == ["a", "a"]


def test_the_sentence_of_a_circle_names_every_task_in_it():
    titles = {"a": "In thẻ", "b": "Chốt danh sách"}
    with pytest.raises(RuleBroken) as broken:
        check_needs({"a": ["b"], "b": ["a"]}, titles)
    assert "“In thẻ” → “Chốt danh sách” → “In thẻ”" in str(broken.value)
    assert broken.value.field == "needs"


@given(st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=4), max_size=13))
def test_a_circle_found_is_one_and_without_one_the_tasks_can_be_put_in_order(needs):
    found = circle(needs)
    if found:
        assert found[0] == found[-1]
        assert all(after in needs.get(before, ()) for before, after in pairwise(found))
        return
    left = set(needs) | {each for row in needs.values() for each in row}
    while left:
        free = {task for task in left if not left & set(needs.get(task, ()))}
        assert free
        left -= free


def test_a_long_chain_does_not_exhaust_the_machine():
    assert circle({number: [number + 1] for number in range(5000)}) == []


def test_the_template_holds_together():
    keys = [step.key for step in STEPS]
    by_key = {step.key: step for step in STEPS}
    assert len(keys) == len(set(keys))
    assert circle({step.key: step.needs for step in STEPS}) == []
    for number, step in enumerate(STEPS):
        assert step.source
        assert all(by_key[need].offset <= step.offset for need in step.needs), step.key
        assert step.parent in ("", *keys[:number])
    assert longest(STEPS) == 60
    assert max(step.offset for step in STEPS) == 10


def test_with_time_enough_every_day_is_the_templates():
    days = lay_out(STEPS, OPENING, OPENING - timedelta(days=75))
    assert days["plan"] == OPENING - timedelta(days=60)
    assert days["rehearsal"] == OPENING - DAY
    assert days["day"] == OPENING
    assert days["approval"] == working_days_after(OPENING, 7)
    assert days["sent_up"] == OPENING + timedelta(days=10)


@given(st.integers(1, 90))
def test_a_plan_pressed_together_keeps_the_order_and_what_waits_for_what(left):
    start = OPENING - timedelta(days=left)
    days = lay_out(STEPS, OPENING, start)
    assert all(days[need] <= days[step.key] for step in STEPS for need in step.needs)
    before = sorted((step for step in STEPS if step.offset < 0), key=lambda step: step.offset)
    assert [days[step.key] for step in before] == sorted(days[step.key] for step in before)
    assert all(start <= days[step.key] < OPENING for step in before)


def test_thirty_days_take_half_the_time():
    days = lay_out(STEPS, OPENING, OPENING - timedelta(days=30))
    assert days["plan"] == OPENING - timedelta(days=30)
    assert days["lists"] == OPENING - timedelta(days=15)
    assert days["rehearsal"] == OPENING - DAY


@pytest.mark.parametrize(("opens_on", "start"), [(None, OPENING), (OPENING, OPENING), (OPENING, OPENING + DAY)])
def test_without_a_day_before_the_opening_there_is_no_plan(opens_on, start):
    with pytest.raises(RuleBroken) as broken:
        lay_out(STEPS, opens_on, start)
    assert broken.value.field == "start"


def test_odd_deadlines_are_flagged():
    def of(day: date, **more: object) -> tuple[Flag, ...]:
        return flags_of(day, OPENING, **({"offset": None, "needed": (), "parent": None} | more))

    assert of(date(2025, 8, 9)) == (Flag.WEEKEND,)
    assert of(date(2025, 9, 2)) == (Flag.HOLIDAY, Flag.AFTER_OPENING)
    assert of(date(2025, 8, 12)) == (Flag.AFTER_OPENING,)
    assert of(date(2025, 8, 12), offset=1) == ()
    assert of(date(2025, 8, 6), needed=[date(2025, 8, 7)], parent=date(2025, 8, 5)) == (
        Flag.BEFORE_NEED,
        Flag.AFTER_PARENT,
    )
    assert flags_of(None, OPENING, offset=None, needed=(), parent=None) == ()


def test_holidays_move_with_the_moon():
    assert holiday(date(2026, 2, 17)) == "Tết Nguyên đán"
    assert holiday(date(2027, 4, 16)) == "Giỗ Tổ Hùng Vương"
    assert not holiday(date(2025, 8, 11))
    assert working_days_after(date(2025, 8, 29), 1) == date(2025, 9, 1)
    assert working_days_after(date(2025, 9, 1), 1) == date(2025, 9, 3)


def test_a_task_cannot_be_due_before_it_begins():
    check_days(OPENING, OPENING)
    with pytest.raises(RuleBroken):
        check_days(OPENING, OPENING - DAY)


def test_figures_complete_a_task_and_open_it_again():
    assert state_by_figures(TaskState.TODO, Count(3, 3)) is TaskState.DONE
    assert state_by_figures(TaskState.DONE, Count(2, 3)) is TaskState.DOING
    assert state_by_figures(TaskState.TODO, Count(1, 3)) is TaskState.DOING
    assert state_by_figures(TaskState.TODO, Count(0, 3)) is TaskState.TODO
    assert state_by_figures(TaskState.WAITING, Count(0, 0)) is TaskState.WAITING
    assert state_by_figures(TaskState.DROPPED, Count(3, 3)) is TaskState.DROPPED
    assert state_by_figures(TaskState.DONE, None) is TaskState.DONE


def test_a_task_is_late_the_day_after_its_deadline():
    def at(day: date | None, state: TaskState = TaskState.DOING) -> Timing:
        return timing_of(day, state, OPENING)

    assert at(OPENING - DAY) is Timing.OVERDUE
    assert at(OPENING) is Timing.SOON
    assert at(OPENING + 3 * DAY) is Timing.SOON
    assert at(OPENING + 4 * DAY) is Timing.LATER
    assert at(None) is Timing.UNDATED
    assert at(OPENING - DAY, TaskState.DONE) is Timing.CLOSED


def test_sub_tasks_are_numbered_under_their_task():
    a, b, c, d = uuid4(), uuid4(), uuid4(), uuid4()
    assert numbers([(a, None), (b, a), (c, a), (d, None)]) == {a: "1", b: "1.1", c: "1.2", d: "2"}


def test_each_line_is_a_conclusion_without_its_dash_or_number():
    assert conclusions_of("- Rút gọn phần II\n\n2. Bổ sung số liệu\n• Sửa lỗi") == [
        "Rút gọn phần II",
        "Bổ sung số liệu",
        "Sửa lỗi",
    ]
    for text in ("", " \n-\n", "x" * 301):
        with pytest.raises(RuleBroken):
            conclusions_of(text)


def test_the_personnel_scheme_is_followed_and_never_kept():
    check_move("personnel", DossierState.SENT, 0)
    with pytest.raises(RuleBroken):
        check_move("political", DossierState.SENT, 0)
    with pytest.raises(RuleBroken, match="không lưu trong chương trình"):
        check_file("personnel")
    check_file("political")


def test_a_cell_is_late_once_its_day_has_passed():
    assert cell_state(None, None, OPENING) is CellState.UNPLANNED
    assert cell_state(OPENING - DAY, None, OPENING) is CellState.LATE
    assert cell_state(OPENING, None, OPENING) is CellState.SOON
    assert cell_state(OPENING + 8 * DAY, None, OPENING) is CellState.PLANNED
    assert cell_state(OPENING - DAY, OPENING, OPENING) is CellState.HELD


def test_what_a_cell_reports_must_be_possible():
    check_report(OPENING, 20, 27, OPENING)
    for held_on, attended in ((OPENING + DAY, 20), (OPENING, 28)):
        with pytest.raises(RuleBroken):
            check_report(held_on, attended, 27, OPENING)

"""What an office may do with a plan, what is refused, and what is remembered; each act by its action."""

from dataclasses import replace

import pytest

from congress.allocation import actions, queries
from congress.allocation.rules import issuing
from congress.allocation.rules.shares import would_give
from congress.allocation.vocabulary import PlanState
from congress.database import db, now
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken, StaleEdit
from congress.units import actions as unit_actions
from tests.factories import TODAY, Somebody, issue_plan, make_plan, make_unit


@pytest.fixture
def cells(congress):
    return [
        make_unit(congress, name=name, official_members=n, official_quota=0, alternate_quota=0)
        for name, n in (("Chi bộ ấp Mỹ Hòa", 40), ("Chi bộ H'Hen Niê", 25), ("Chi bộ K'Brơi", 3))
    ]


def save(plan, unit, **fields):
    actions.change(plan, actor=Somebody, moment=now(), version=plan.version, lines={unit.id: fields})
    db.session.flush()


def issue(congress, plan, **decision):
    actions.issue_now(congress, plan, actor=Somebody, **decision)
    db.session.flush()


def line_of(plan, unit):
    return next(line for line in plan.lines if line.unit_id == unit.id)


def test_member_counts_stay_as_they_were_when_the_plan_was_drawn_up(congress, cells):
    plan = make_plan(congress, official_total=12)
    unit_actions.change(cells[0], actor=Somebody, today=TODAY, version=None, official_members=60)
    assert line_of(plan, cells[0]).members == 40
    assert actions.take_counts(congress, plan, actor=Somebody, moment=now()) == 1
    assert line_of(plan, cells[0]).members == 60


def test_a_pin_remembers_who_set_it_and_when_and_what_would_have_come_out(congress, cells):
    plan = make_plan(congress, official_total=12, alternate_total=3)
    save(plan, cells[2], pin=3, pin_reason="Địa bàn trọng điểm")
    line = line_of(plan, cells[2])
    assert line.pinned_by == Somebody.full_name
    assert line.pinned_at is not None
    share = would_give(plan.as_plan).official.by_key[line.key]
    assert (share.seats, share.computed, share.difference) == (3, 2, 1)
    moment = line.pinned_at
    save(plan, cells[2], structure="Nữ")
    assert line.pinned_at == moment  # another figure was changed, not the pin


@pytest.mark.parametrize("figures", [{"pin": 3}, {"alternate_pin": 1}], ids=["pin", "alternate pin"])
def test_a_figure_fixed_by_hand_needs_its_reason_at_once(congress, cells, figures):
    plan = make_plan(congress, official_total=12, alternate_total=3)
    with pytest.raises(RuleBroken, match="lý do"):
        save(plan, cells[2], **figures)


def test_more_than_a_cell_has_members_cannot_be_fixed(congress, cells):
    plan = make_plan(congress, official_total=12, alternate_total=3)
    with pytest.raises(RuleBroken, match="không ấn định 99 được"):
        save(plan, cells[2], pin=99, pin_reason="Địa bàn trọng điểm")


def test_priority_without_a_reason_is_not_issued(congress, cells):
    plan = make_plan(congress, official_total=12, alternate_total=3)
    save(plan, cells[2], priority=1)
    with pytest.raises(RuleBroken, match="lý do"):
        issue(congress, plan)
    assert plan.is_draft
    assert cells[0].official_quota == 0


def test_a_cell_founded_after_the_plan_was_drawn_up_must_be_taken_in_first(congress, cells):
    plan = make_plan(congress, official_total=12)
    late = make_unit(congress, name="Chi bộ Trạm Y tế", official_quota=0, alternate_quota=0)
    with pytest.raises(RuleBroken, match="Chi bộ Trạm Y tế"):
        issue(congress, plan)
    actions.take_counts(congress, plan, actor=Somebody, moment=now())
    issue(congress, plan)
    assert late.official_quota > 0


def test_issuing_writes_the_totals_and_the_decision_of_the_congress_and_the_journal(congress, cells):
    plan = make_plan(congress, official_total=12, alternate_total=3)
    issue_plan(congress, plan, decision_number="07-QĐ/ĐU")
    assert (congress.official_total, congress.alternate_total, congress.decision_number) == (12, 3, "07-QĐ/ĐU")
    assert sum(unit.official_quota for unit in cells) == 12
    acts = [entry.act for entry in journal.latest(congress.id)]
    assert {"Ban hành phân bổ đại biểu", "Sửa thông tin đại hội", "Giao chỉ tiêu đại biểu"} <= set(acts)
    assert [entry.reason for entry in journal.history_of(congress.id, cells[0].id)][:1] == ["07-QĐ/ĐU"]


def test_while_a_plan_is_in_force_only_its_amendment_follows_it(congress, cells):
    first = issue_plan(congress, make_plan(congress, official_total=12))
    with pytest.raises(RuleBroken, match="bản điều chỉnh"):
        issue(congress, make_plan(congress, official_total=13))
    amended = actions.copy(congress, first, actor=Somebody, amends=True)
    actions.change(amended, actor=Somebody, moment=now(), version=None, lines={}, official_total=13)
    issue(congress, amended, decision_number="09-QĐ/ĐU")
    assert (first.state, first.number, amended.number) == (PlanState.SUPERSEDED, 1, 2)
    assert [line.official for line in first.lines] == [6, 4, 2]  # the earlier one stays readable
    assert queries.in_force(congress.id).id == amended.id
    with pytest.raises(RuleBroken, match="đang áp dụng"):
        actions.copy(congress, first, actor=Somebody, amends=True)


def test_nothing_of_an_issued_plan_can_be_changed(congress, cells):
    plan = issue_plan(congress, make_plan(congress, official_total=12))
    for act in (
        lambda: save(plan, cells[0], priority=1),
        lambda: actions.take_counts(congress, plan, actor=Somebody, moment=now()),
        lambda: actions.remove(plan, actor=Somebody),
        lambda: issue(congress, plan),
        lambda: actions.decide_tie(plan, actor=Somebody, moment=now(), key="x", winners=[], reason="x"),
    ):
        with pytest.raises(RuleBroken, match="đã ban hành"):
            act()


def test_a_plan_changed_meanwhile_is_neither_overwritten_nor_issued(congress, cells):
    plan = make_plan(congress, official_total=12)
    seen = plan.version
    save(plan, cells[0], priority=1, priority_reason="Cơ cấu nữ")
    with pytest.raises(StaleEdit):
        actions.change(plan, actor=Somebody, moment=now(), version=seen, lines={}, official_total=20)
    with pytest.raises(StaleEdit):
        actions.issue(congress, plan, actor=Somebody, moment=now(), version=seen)


def test_members_are_counted_before_the_decision_rests_on_them():
    with pytest.raises(RuleBroken) as broken:
        issuing.check_decision(TODAY, TODAY.replace(day=TODAY.day + 1))
    assert broken.value.field == "frozen_on"
    issuing.check_decision(None, TODAY)
    issuing.check_decision(TODAY, TODAY)


def test_hindrances_are_all_said_at_once(congress, cells):
    plan = make_plan(congress, official_total=12).as_plan
    bare = replace(plan, cells=tuple(replace(cell, priority=1) for cell in plan.cells))
    found = issuing.hindrances(bare, would_give(bare), ["Chi bộ Trạm Y tế"], beside=True)
    assert len(found) == 3
    assert "Chi bộ K'Brơi" in str(found[1])


def test_a_cell_that_stands_in_a_plan_is_not_removed(congress, cells):
    make_plan(congress, official_total=12)
    with pytest.raises(RuleBroken, match="phương án phân bổ"):
        unit_actions.remove(cells[0], actor=Somebody)

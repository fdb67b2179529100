"""The papers of plans as they lie in the database: what was issued, who set what, what an amendment changed."""

from datetime import UTC, date, datetime

import pytest

from congress.allocation import actions, queries
from congress.allocation.printouts import PRINTOUTS, issued
from congress.allocation.rules.shares import would_give
from congress.database import db
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken
from tests.factories import Somebody, issue_plan, make_plan, make_unit

TODAY = date(2025, 8, 4)
LATE = datetime(2025, 8, 4, 18, 30, tzinfo=UTC)  # 1:30 on the fifth in Vietnam


@pytest.fixture
def cells(congress):
    """Two cells of the same size and a small one."""
    sizes = (("Chi bộ ấp Mỹ Thạnh", 45), ("Chi bộ ấp Mỹ Long", 45), ("Chi bộ K'Brơi", 3))
    return [
        make_unit(congress, name=name, official_members=members, official_quota=0, alternate_quota=0)
        for name, members in sizes
    ]


def change(plan, unit, **fields):
    actions.change(plan, actor=Somebody, moment=LATE, version=plan.version, lines={unit.id: fields})
    db.session.flush()


def test_without_an_issued_plan_there_is_nothing_to_print(congress, cells):
    make_plan(congress, official_total=12)
    for paper in PRINTOUTS.values():
        with pytest.raises(ValueError, match="chưa có phương án"):
            paper(congress, today=TODAY)


def test_what_is_set_by_hand_is_printed_with_who_and_when(congress, cells):
    plan = make_plan(congress, official_total=12, alternate_total=2)
    change(
        plan,
        cells[2],
        pin=2,
        pin_reason="Chi bộ biên giới",
        structure="01 dân tộc thiểu số",
        ex_officio=1,
        ex_officio_names="H'Hen Niê",
    )
    (tie,) = would_give(plan.as_plan).ties
    actions.decide_tie(
        plan, actor=Somebody, moment=LATE, key=tie.key, winners=[str(cells[1].id)], reason="Ban Thường vụ thống nhất."
    )
    note = html_of(PRINTOUTS["allocation-note"](congress, today=TODAY, of=plan))
    assert f"{Somebody.full_name}, 05/8/2025" in note
    assert "Chi bộ biên giới" in note and "H&#39;Hen Niê" in note
    assert "theo quyết định đã ghi: Ban Thường vụ thống nhất. (" in note
    decision = html_of(PRINTOUTS["allocation-decision"](congress, today=TODAY, of=plan))
    assert "01 dân tộc thiểu số" in decision and "Dự thảo" in decision


def test_an_amendment_prints_what_changed_and_why(congress, cells):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, plan, decision_number="05-QĐ/ĐU", decision_date=date(2025, 7, 20))
    amendment = actions.copy(congress, plan, actor=Somebody, amends=True)
    change(amendment, cells[2], pin=3, pin_reason="Hợp nhất", change_reason="Chi bộ hợp nhất")
    page = html_of(PRINTOUTS["allocation-decision"](congress, today=TODAY, of=amendment))
    assert "Quyết định này thay thế Quyết định số 05-QĐ/ĐU, ngày 20/7/2025." in page
    assert "Chi bộ hợp nhất" in page


def test_what_was_issued_is_printed_or_nothing_is(congress, cells):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, plan, decision_number="05-QĐ/ĐU")
    assert "Số 05-QĐ/ĐU" in html_of(PRINTOUTS["allocation-decision"](congress, today=TODAY))
    kept = queries.in_force(congress.id)
    assert kept is not None
    kept.lines[0].official = 9
    with pytest.raises(RuleBroken, match="nên không in"):
        issued.given(kept)

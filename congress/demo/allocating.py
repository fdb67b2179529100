"""The allocation of the demo: a plan drawn up, explained and issued as an office does it, and another one to compare."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from congress.allocation import actions
from congress.allocation.models import AllocationPlan
from congress.allocation.rules.shares import would_give
from congress.allocation.vocabulary import Method
from congress.congresses.models import Congress
from congress.database import now
from congress.demo.cells import DemoCell
from congress.journal.actions import Actor

PRIORITY = ("CQ08", "Cơ cấu đại biểu nữ, đại biểu trẻ của ngành giáo dục")
PINNED = ("CQ04", "Địa bàn trọng điểm về an ninh, trật tự; Ban Thường vụ thống nhất thêm một đại biểu")
TIES = "Ban Thường vụ thống nhất theo thứ tự trong danh sách"

Committee = Mapping[str, Sequence[Mapping[str, Any]]]
"""The committee members in office by the code of their cell."""


def allocate(
    congress: Congress, cells: Sequence[DemoCell], committee: Committee, *, actor: Actor, today: date
) -> AllocationPlan:
    """Draw up and issue the plan the registry's quotas come from; leave one by another method as a draft."""
    counted = today - timedelta(days=30)
    plan = actions.draw_up(
        congress,
        actor=actor,
        name="Phương án 1",
        official_total=congress.official_total,
        alternate_total=congress.alternate_total,
        frozen_on=counted,
    )
    _set_figures(plan, cells, committee, actor)
    other = actions.copy(congress, plan, actor=actor)
    actions.change(
        other,
        actor=actor,
        moment=now(),
        version=None,
        lines={},
        name="Phương án 2 (Webster)",
        method=Method.WEBSTER,
        note="Để so sánh: cùng số liệu, chia bằng phương pháp Webster.",
    )
    _decide_ties(plan, actor)
    actions.issue_now(
        congress,
        plan,
        actor=actor,
        decision_number="12-QĐ/ĐU",
        decision_date=today - timedelta(days=14),
        frozen_on=counted,
        signer=committee["CQ01"][0]["full_name"],
        position="Bí thư",
    )
    return plan


def _set_figures(plan: AllocationPlan, cells: Sequence[DemoCell], committee: Committee, actor: Actor) -> None:
    """The committee members by cell, a priority seat, and after that a pin one above what is computed."""
    lines = {line.unit.code: line for line in plan.lines}
    figures: dict[Any, dict[str, Any]] = {
        lines[cell.code].unit_id: {
            "ex_officio": cell.ex_officio,
            "ex_officio_names": "\n".join(one["full_name"] for one in committee[cell.code]),
        }
        for cell in cells
        if cell.ex_officio
    }
    code, reason = PRIORITY
    figures.setdefault(lines[code].unit_id, {}).update(priority=1, priority_reason=reason, structure="Nữ, trẻ")
    actions.change(plan, actor=actor, moment=now(), version=None, lines=figures)
    code, reason = PINNED
    computed = would_give(plan.as_plan).official.by_key[lines[code].key].seats
    pinned = {lines[code].unit_id: {"pin": computed + 1, "pin_reason": reason}}
    actions.change(plan, actor=actor, moment=now(), version=None, lines=pinned)


def _decide_ties(plan: AllocationPlan, actor: Actor) -> None:
    for tie in would_give(plan.as_plan).undecided:
        actions.decide_tie(plan, actor=actor, moment=now(), key=tie.key, winners=tie.winners, reason=TIES)

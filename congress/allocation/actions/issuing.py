"""Putting a plan in force, and what its decision still lacked then."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from congress.allocation import queries
from congress.allocation.models import AllocationPlan
from congress.allocation.rules import issuing
from congress.allocation.rules.shares import allocate
from congress.allocation.vocabulary import PlanState
from congress.congresses import actions as congresses
from congress.congresses.models import Congress
from congress.database import now, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import actions as unit_actions
from congress.units import queries as units

OF_DECISION = ("decision_number", "decision_date", "signer", "position")


def issue(
    congress: Congress,
    plan: AllocationPlan,
    *,
    actor: Actor,
    moment: datetime,
    version: int | None,
    confirmed: Iterable[str] | None = None,
    **decision: Any,
) -> None:
    """Put a plan in force: lock it, write every cell's quotas and the congress's totals, and retire the one before.

    `decision` holds decision_number, decision_date, signer, position, frozen_on. Raises RuleBroken while anything
    hinders it, StaleEdit when the plan changed since its page was opened, Objections for a total beyond the cap unless
    `confirmed` (see congresses.change).
    """
    issuing.refuse_issued(plan.is_draft)
    refuse_stale(plan, version)
    issuing.check_decision(decision.get("decision_date"), decision.get("frozen_on"))
    before = queries.in_force(congress.id)
    issuing.check_amends(plan.amends_id, before.id if before else None)
    allocation = allocate(plan.as_plan)
    known = units.listed(congress.id, UnitScope.everything())
    in_plan = {line.unit_id for line in plan.lines}
    if hindered := issuing.hindrances(plan.as_plan, allocation, [u.name for u in known if u.id not in in_plan]):
        raise hindered[0]
    for name, value in decision.items():
        setattr(plan, name, value)
    plan.state, plan.number = PlanState.ISSUED, queries.next_number(congress.id)
    plan.issued_at, plan.issued_by, plan.changed_at = moment, actor.full_name, moment
    for line in plan.lines:
        line.official = allocation.official.by_key[line.key].seats
        line.alternate = allocation.alternate.by_key[line.key].seats
        line.unit_name, line.unit_code = line.unit.name, line.unit.code
    if before is not None:
        before.state = PlanState.SUPERSEDED
        before.changed_at = moment
        note(actor, N_("Phương án phân bổ hết áp dụng"), before, label=before.name)
    quotas = {line.unit_id: (line.official or 0, line.alternate or 0) for line in plan.lines}
    unit_actions.set_quotas(congress, quotas, actor=actor, reason=plan.decision_number)
    congresses.change(
        congress,
        actor=actor,
        version=None,
        confirmed=confirmed,
        official_total=plan.official_total,
        alternate_total=plan.alternate_total,
        decision_number=plan.decision_number or congress.decision_number,
        decision_date=plan.decision_date or congress.decision_date,
    )
    note(
        actor,
        N_("Ban hành phân bổ đại biểu"),
        plan,
        label=plan.name,
        changes=differences({}, {**decision, "official_total": plan.official_total}),
    )


def issue_now(congress: Congress, plan: AllocationPlan, *, actor: Actor, **decision: Any) -> None:
    """Issue a plan as it stands, for the demo and the command line."""
    issue(congress, plan, actor=actor, moment=now(), version=None, **decision)


def complete(congress: Congress, plan: AllocationPlan, *, actor: Actor, version: int | None, **decision: Any) -> None:
    """Write what the decision of an issued plan still lacked (OF_DECISION); what stands there is not changed.

    Raises RuleBroken unless the plan is in force, or the day lies before that of the figures; StaleEdit.
    """
    if plan.state is not PlanState.ISSUED:
        raise RuleBroken(N_("Chỉ ghi tiếp số, ngày, người ký cho phương án đang áp dụng."))
    refuse_stale(plan, version)
    new = {name: decision[name] for name in OF_DECISION if decision.get(name) and not getattr(plan, name)}
    issuing.check_decision(new.get("decision_date"), plan.frozen_on)
    if not new:
        return
    before = values_of(plan, *new)
    for name, value in new.items():
        setattr(plan, name, value)
    written = {name: new[name] for name in ("decision_number", "decision_date") if name in new}
    if written:
        congresses.change(congress, actor=actor, version=None, **written)
    note(actor, N_("Ghi tiếp quyết định phân bổ"), plan, label=plan.name, changes=differences(before, new))

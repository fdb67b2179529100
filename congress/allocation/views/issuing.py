"""Issuing a plan: what changes, in numbers, before it happens."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.allocation import actions, queries
from congress.allocation.forms import DecisionForm, IssueForm
from congress.allocation.models import AllocationPlan
from congress.allocation.rules import issuing
from congress.allocation.rules.issued import reasons_of
from congress.allocation.views.frame import Figures, blueprint, entered, figures_of, plan_of
from congress.database import now, transaction
from congress.shared.problems import RuleBroken
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires


@blueprint.route("/<uuid:plan_id>/issue", methods=["GET", "POST"])
@requires(Permission.ALLOCATE_SEATS)
def issue(plan_id: uuid.UUID) -> str | Response:
    plan = plan_of(plan_id)
    if not plan.is_draft:
        flash(_("%(name)s đã ban hành, không ban hành lần nữa.", name=plan.name), "warning")
        return redirect(url_for("allocation.show", plan_id=plan.id))
    form = IssueForm(obj=plan)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.issue(g.congress, plan, actor=current_user, moment=now(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ban hành %(name)s. Chỉ tiêu của các chi bộ đã theo phương án này.", name=plan.name))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    figures = figures_of(plan.as_plan, explained=False)
    changes, hindrances = _before_issuing(plan, figures)
    return render_template(
        "allocation/issue.html", plan=plan, form=form, figures=figures, changes=changes, hindrances=hindrances
    )


@blueprint.route("/<uuid:plan_id>/decision", methods=["GET", "POST"])
@requires(Permission.ALLOCATE_SEATS)
def decision(plan_id: uuid.UUID) -> str | Response:
    """Number, day and signer of an issued plan, once they are known; what is printed already stays."""
    plan = plan_of(plan_id)
    form = DecisionForm(obj=plan)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.complete(g.congress, plan, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi quyết định của %(name)s.", name=plan.name))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    lacking = [name for name in actions.OF_DECISION if not getattr(plan, name)]
    return render_template("allocation/decision.html", plan=plan, form=form, lacking=lacking)


def _before_issuing(plan: AllocationPlan, figures: Figures) -> tuple[list[issuing.Change], list[RuleBroken]]:
    """Every cell with its quotas before and after, and why the plan cannot be issued yet."""
    if figures.allocation is None:
        return [], [figures.broken] if figures.broken else []
    present = units.listed(g.congress.id, my_scope(Permission.ALLOCATE_SEATS))
    taken = entered()
    before = [
        issuing.Before(
            unit_id=unit.id,
            name=unit.name,
            official=unit.official_quota,
            alternate=unit.alternate_quota,
            entered_official=taken.get(unit.id, (0, 0))[0],
            entered_alternate=taken.get(unit.id, (0, 0))[1],
        )
        for unit in present
    ]
    amended = queries.one(g.congress.id, plan.amends_id) if plan.amends_id else None
    reasons = reasons_of(amended.as_plan, plan.as_plan, plan.change_reasons) if amended else {}
    in_plan = {line.unit_id for line in plan.lines}
    left_out = [unit.name for unit in present if unit.id not in in_plan]
    return (
        issuing.changes(before, figures.allocation, reasons),
        issuing.hindrances(figures.plan, figures.allocation, left_out, beside=_beside(plan)),
    )


def _beside(plan: AllocationPlan) -> bool:
    """Whether another plan is in force, which this one does not amend."""
    current = queries.in_force(g.congress.id)
    return current is not None and plan.amends_id != current.id

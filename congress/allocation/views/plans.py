"""The list of plans, a new one, copies, removal."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.allocation import actions, queries
from congress.allocation.forms import EmptyForm, PlanForm
from congress.allocation.models import AllocationPlan
from congress.allocation.views.frame import blueprint, may_allocate, plan_of, sees_all
from congress.allocation.vocabulary import Method
from congress.database import transaction
from congress.shared.problems import RuleBroken
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires


@blueprint.get("/")
@requires(Permission.READ_ALLOCATION)
def listing() -> str | Response:
    if not sees_all():
        mine = units.listed(g.congress.id, my_scope(Permission.READ_ALLOCATION))
        if len(mine) == 1:
            return redirect(url_for("allocation.cell", unit_id=mine[0].id))
        return render_template("allocation/cells.html", units=mine, issued=queries.is_issued(g.congress.id))
    return render_template(
        "allocation/list.html",
        plans=queries.listed(g.congress.id),
        units=units.count(g.congress.id),
        allocates=may_allocate(),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.ALLOCATE_SEATS)
def new() -> str | Response:
    current = queries.in_force(g.congress.id)
    form = PlanForm(data=_usual(current))
    if form.validate_on_submit():
        try:
            with transaction():
                plan = actions.draw_up(g.congress, actor=current_user, like=current, **form.fields())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lập %(name)s với số đảng viên hiện nay của các chi bộ.", name=plan.name))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    return render_template("allocation/new.html", form=form, current=current, apart=_apart(current))


def _apart(current: AllocationPlan | None) -> dict[str, int]:
    """Whom a new plan takes over from the one in force, summed."""
    return current.as_plan.apart if current else {}


def _usual(current: AllocationPlan | None) -> dict[str, object]:
    """What a new plan starts from: the plan in force, else the totals of the committee's decision and what is usual."""
    number = len(queries.names(g.congress.id)) + 1
    counted = {unit.counted_on for unit in units.listed(g.congress.id, my_scope(Permission.ALLOCATE_SEATS))}
    return {
        "name": f"Phương án {number}",
        "official_total": current.official_total if current else g.congress.official_total,
        "alternate_total": current.alternate_total if current else g.congress.alternate_total,
        "reserve": current.reserve if current else 0,
        "base": current.base if current else 1,
        "method": current.method if current else Method.LARGEST_REMAINDER,
        "frozen_on": max((day for day in counted if day), default=None),
    }


@blueprint.post("/<uuid:plan_id>/copy")
@requires(Permission.ALLOCATE_SEATS)
def copy(plan_id: uuid.UUID) -> Response:
    plan = plan_of(plan_id)
    with transaction():
        made = actions.copy(g.congress, plan, actor=current_user)
    flash(_("Đã chép thành %(name)s. Sửa bản này không đụng đến bản kia.", name=made.name))
    return redirect(url_for("allocation.show", plan_id=made.id))


@blueprint.post("/<uuid:plan_id>/amend")
@requires(Permission.ALLOCATE_SEATS)
def amend(plan_id: uuid.UUID) -> Response:
    plan = plan_of(plan_id)
    with transaction():
        made = actions.copy(g.congress, plan, actor=current_user, amends=True)
    flash(_("Đã lập %(name)s. Phương án cũ vẫn áp dụng cho đến khi bản này được ban hành.", name=made.name))
    return redirect(url_for("allocation.show", plan_id=made.id))


@blueprint.route("/<uuid:plan_id>/remove", methods=["GET", "POST"])
@requires(Permission.ALLOCATE_SEATS)
def remove(plan_id: uuid.UUID) -> str | Response:
    plan = plan_of(plan_id)
    form = EmptyForm()
    if form.validate_on_submit():
        name = plan.name
        with transaction():
            actions.remove(plan, actor=current_user)
        flash(_("Đã xóa %(name)s.", name=name))
        return redirect(url_for("allocation.listing"))
    return render_template("allocation/remove.html", plan=plan)

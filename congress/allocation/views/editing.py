"""One plan: its totals, a line per cell with what it gets and why, ties, member counts."""

import uuid
from collections.abc import Iterator
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.allocation import actions, forms, queries, sheets
from congress.allocation.models import AllocationPlan
from congress.allocation.printouts import issued
from congress.allocation.rules import issuing, limits
from congress.allocation.rules.issued import reasons_of
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.views.frame import Figures, blueprint, figures_of, may_allocate, plan_of
from congress.database import now, transaction
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.spreadsheets.response import download
from congress.units import queries as units
from congress.web.access import Permission, may, my_scope, requires


@blueprint.route("/<uuid:plan_id>", methods=["GET", "POST"])
@requires(Permission.READ_ALLOCATION)
def show(plan_id: uuid.UUID) -> str | Response:
    """The plan as it stands; sent with "save" it is saved, sent otherwise only computed anew."""
    plan = plan_of(plan_id)
    if request.method == "POST":
        return _sent(plan)
    form = forms.PlanForm(obj=plan) if plan.is_draft and may_allocate() else None
    return _page(plan, form, forms.lines_of(plan.lines) if form else [], figures_of(plan.as_plan))


def _sent(plan: AllocationPlan) -> str | Response:
    if not may_allocate():
        return redirect(url_for("allocation.show", plan_id=plan.id))
    form = forms.PlanForm()
    rows = forms.lines_from(request.form, plan.lines)
    valid = form.validate() & forms.all_valid(rows)
    pinned = _blame_pins(plan, rows)
    if not valid or not plan.is_draft:
        return _page(plan, form, rows, figures_of(plan.as_plan), computed=False)
    if "save" in request.form and not pinned:
        try:
            with transaction():
                lines = {row.unit.data: row.fields() for row in rows if row.unit.data}
                actions.change(plan, actor=current_user, moment=now(), lines=lines, **form.fields())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=plan.name))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    return _page(plan, form, rows, figures_of(_as_typed(plan, form, rows)), unsaved=True)


def _as_typed(plan: AllocationPlan, form: forms.PlanForm, rows: list[forms.LineForm]) -> Plan:
    """The plan with the figures on the screen, which nobody has saved yet."""
    typed = form.fields()
    return Plan(
        cells=tuple(_typed_cells(plan, rows)),
        official=typed["official_total"],
        alternate=typed["alternate_total"],
        reserve=typed["reserve"],
        base=typed["base"],
        method=typed["method"],
        decisions=plan.as_plan.decisions,
    )


def _typed_cells(plan: AllocationPlan, rows: list[forms.LineForm]) -> Iterator[Cell]:
    for line, row in zip(plan.lines, rows, strict=True):
        fields = {name: value for name, value in row.fields().items() if name in Cell.__dataclass_fields__}
        yield Cell(key=line.key, code=line.code, name=line.name, **fields)


def _blame_pins(plan: AllocationPlan, rows: list[forms.LineForm]) -> bool:
    """Say beside the field what stands against a pin, at once and not when the plan is issued."""
    found = False
    for cell, row in zip(_typed_cells(plan, rows), rows, strict=True):
        for problem in limits.pin_problems(cell):
            row.blame(problem)
            found = True
    return found


def _page(
    plan: AllocationPlan,
    form: forms.PlanForm | None,
    rows: list[forms.LineForm],
    figures: Figures,
    **state: Any,
) -> str:
    return render_template(
        "allocation/plan.html",
        plan=plan,
        form=form,
        rows=rows,
        figures=figures,
        lines=plan.lines,
        names={line.key: line.name for line in plan.lines},
        left_out=[
            unit.name
            for unit in units.listed(g.congress.id, my_scope(Permission.READ_ALLOCATION))
            if unit.id not in {line.unit_id for line in plan.lines}
        ],
        decided={tie.tie_key: tie for tie in plan.ties},
        changes=_changes(plan, figures),
        allocates=may_allocate(),
        history_entries=journal.history_of(g.congress.id, plan.id) if may(Permission.READ_JOURNAL) else None,
        papers=list(issued.NAMES.items()) if figures.allocation and plan.lines else [],
        state={"computed": True, "unsaved": False, "refused": None} | state,
    )


def _changes(plan: AllocationPlan, figures: Figures) -> list[issuing.Change]:
    """The cells an amendment changes, against the plan it amends, which keeps its figures."""
    if plan.amends_id is None or figures.allocation is None:
        return []
    amended = queries.one(g.congress.id, plan.amends_id)
    before = {line.unit_id: line for line in amended.lines}
    reasons = reasons_of(amended.as_plan, plan.as_plan, plan.change_reasons)
    rows = [
        issuing.Before(
            unit_id=line.unit_id,
            name=line.name,
            official=(before[line.unit_id].official or 0) if line.unit_id in before else 0,
            alternate=(before[line.unit_id].alternate or 0) if line.unit_id in before else 0,
        )
        for line in plan.lines
    ]
    return [each for each in issuing.changes(rows, figures.allocation, reasons) if each.is_change]


@blueprint.post("/<uuid:plan_id>/ties/<name>")
@requires(Permission.ALLOCATE_SEATS)
def decide(plan_id: uuid.UUID, name: str) -> str | Response:
    """Record who gets the contested seats; what does not fit is said in the box of the tie, as it was ticked."""
    plan = plan_of(plan_id)
    form = forms.TieForm()
    winners = request.form.getlist("winner")
    if form.validate():
        try:
            with transaction():
                actions.decide_tie(
                    plan,
                    actor=current_user,
                    moment=now(),
                    key=name,
                    winners=winners,
                    reason=form.reason.data or "",
                    version=form.version.data,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi quyết định về trường hợp bằng nhau."))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    plan = plan_of(plan_id)
    kept = forms.PlanForm(formdata=None, obj=plan) if plan.is_draft else None
    rows = forms.lines_of(plan.lines) if kept else []
    return _page(plan, kept, rows, figures_of(plan.as_plan), refused={"key": name, "form": form, "winners": winners})


@blueprint.post("/<uuid:plan_id>/forget-ties")
@requires(Permission.ALLOCATE_SEATS)
def forget_ties(plan_id: uuid.UUID) -> Response:
    plan = plan_of(plan_id)
    with transaction():
        stale = figures_of(plan.as_plan, explained=False).stale
        actions.forget_stale_ties(plan, stale, actor=current_user, moment=now())
    flash(_("Đã bỏ quyết định không còn khớp với số liệu."))
    return redirect(url_for("allocation.show", plan_id=plan.id))


@blueprint.route("/<uuid:plan_id>/counts", methods=["GET", "POST"])
@requires(Permission.ALLOCATE_SEATS)
def counts(plan_id: uuid.UUID) -> str | Response:
    """What taking the present member counts would change, and the button that takes them."""
    plan = plan_of(plan_id)
    form = forms.EmptyForm(obj=plan)
    if form.validate_on_submit():
        try:
            with transaction():
                number = actions.take_counts(
                    g.congress, plan, actor=current_user, moment=now(), version=form.version.data
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lấy lại số đảng viên của %(n)s chi bộ.", n=number))
            return redirect(url_for("allocation.show", plan_id=plan.id))
    known = {line.unit_id: line.members for line in plan.lines}
    present = units.listed(g.congress.id, my_scope(Permission.ALLOCATE_SEATS))
    rows = [
        (unit, known.get(unit.id), unit.official_members)
        for unit in present
        if known.get(unit.id) != unit.official_members
    ]
    return render_template("allocation/counts.html", plan=plan, rows=rows, form=form)


@blueprint.get("/<uuid:plan_id>/export")
@requires(Permission.READ_ALLOCATION)
def export(plan_id: uuid.UUID) -> Response:
    plan = plan_of(plan_id)
    figures = figures_of(plan.as_plan)
    content = sheets.workbook(g.congress.title, plan, figures.allocation, figures.told)
    return download(content, f"{g.congress.slug}_phan-bo-dai-bieu_{clock.today():%Y-%m-%d}.xlsx")


def issued_plan() -> AllocationPlan | None:
    """The plan in force."""
    return queries.in_force(g.congress.id)

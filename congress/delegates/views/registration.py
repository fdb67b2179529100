"""A cell's own list: its page, sending it; and the registration desk over all cells."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import now, transaction
from congress.delegates import forms, queries
from congress.delegates.actions import review
from congress.delegates.permissions import WITH_THE_CELL
from congress.delegates.rules import registration, roll
from congress.delegates.views.frame import blueprint, is_reviewer, private_scope, today, unit_of
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.web.access import Permission, my_scope, requires


@blueprint.get("/desk")
@requires(Permission.REVIEW_DELEGATES)
def desk() -> str:
    rows = queries.registrations(g.congress, my_scope(Permission.REVIEW_DELEGATES))
    return render_template("delegates/desk.html", rows=rows, sums=registration.add_up(rows, today()), today=today())


@blueprint.get("/my")
@requires(Permission.REGISTER_DELEGATES)
def my() -> Response:
    """A cell secretary's own list; the registration desk for whoever registers for all cells."""
    mine = my_scope(Permission.REGISTER_DELEGATES).unit_ids
    if mine is None:
        return redirect(url_for("delegates.desk"))
    if len(mine) == 1:
        return redirect(url_for("delegates.cell", unit_id=next(iter(mine))))
    return redirect(url_for("delegates.listing", order="unit"))


@blueprint.get("/units/<uuid:unit_id>")
@requires(Permission.READ_DELEGATES)
def cell(unit_id: uuid.UUID) -> str:
    unit = unit_of(unit_id, Permission.READ_DELEGATES)
    lines = queries.lines(g.congress.id, UnitScope.only([unit.id]))
    return render_template(
        "delegates/cell.html",
        unit=unit,
        lines=roll.in_order(lines, "unit"),
        registration=queries.registration_of(g.congress, unit),
        registers=private_scope().covers(unit.id),
        reviewer=is_reviewer(),
        today=today(),
    )


@blueprint.route("/units/<uuid:unit_id>/submit", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def submit(unit_id: uuid.UUID) -> str | Response:
    unit = unit_of(unit_id, Permission.REGISTER_DELEGATES)
    summary = queries.registration_of(g.congress, unit)
    form = forms.EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                sent = review.submit(
                    g.congress, unit, actor=current_user, today=today(), moment=now(), as_reviewer=is_reviewer()
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã gửi %(n)s đại biểu của %(unit)s cho Tiểu ban Nhân sự.", n=sent.done, unit=unit.name))
            return redirect(url_for("delegates.cell", unit_id=unit.id))
    elif not is_reviewer():
        registration.refuse_locked(summary.window, today())
    lines = roll.in_order(queries.lines(g.congress.id, UnitScope.only([unit.id])), "unit")
    return render_template(
        "delegates/submit.html",
        unit=unit,
        form=form,
        registration=summary,
        waiting=[line for line in lines if line.review in WITH_THE_CELL],
        today=today(),
    )


@blueprint.route("/units/<uuid:unit_id>/reopen", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def reopen(unit_id: uuid.UUID) -> str | Response:
    unit = unit_of(unit_id, Permission.REVIEW_DELEGATES)
    summary = queries.registration_of(g.congress, unit)
    form = forms.ReopenForm(data={"reopened_until": summary.window.reopened_until})
    if form.validate_on_submit():
        try:
            with transaction():
                review.reopen(
                    g.congress,
                    unit,
                    actor=current_user,
                    today=today(),
                    until=form.reopened_until.data,
                    reason=form.reason.data or "",
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi thời hạn riêng của %(unit)s.", unit=unit.name))
            return redirect(url_for("delegates.cell", unit_id=unit.id))
    return render_template("delegates/reopen.html", unit=unit, form=form, registration=summary)

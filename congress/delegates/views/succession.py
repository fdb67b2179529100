"""Pages of the order of alternates: every cell's, one cell's, and what the standing committee decides about ties."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import now, transaction
from congress.delegates.actions import succession as acts
from congress.delegates.forms import MoveForm, TieForm
from congress.delegates.queries import succession as reading
from congress.delegates.views.frame import blueprint, delegate_of, is_reviewer, unit_of
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, my_scope, requires


@blueprint.get("/alternates")
@requires(Permission.READ_DELEGATES)
def alternates() -> str:
    """Thứ tự dự khuyết of every cell the reader may see."""
    cells = reading.orders(g.congress.id, my_scope(Permission.READ_DELEGATES))
    return render_template("delegates/alternates.html", cells=cells)


@blueprint.get("/units/<uuid:unit_id>/alternates")
@requires(Permission.READ_DELEGATES)
def alternates_of(unit_id: uuid.UUID) -> str:
    unit = unit_of(unit_id, Permission.READ_DELEGATES)
    cell = reading.order_of(unit)
    return render_template("delegates/alternates_of.html", cell=cell, form=_tie_form(), reviewer=is_reviewer())


def _tie_form() -> TieForm:
    return TieForm(data={"decided_by": f"Ban Thường vụ {g.congress.committee}"})


@blueprint.post("/units/<uuid:unit_id>/alternates/order")
@requires(Permission.REVIEW_DELEGATES)
def take_order(unit_id: uuid.UUID) -> Response:
    """Give the proposed ranks, as they stood on the page."""
    unit = unit_of(unit_id, Permission.REVIEW_DELEGATES)
    with transaction():
        changed = acts.take_order(unit, actor=current_user, shown=_ids("delegate"))
    flash(_("Đã xếp lại thứ hạng của %(n)s dự khuyết, %(unit)s.", n=changed, unit=unit.name))
    return redirect(url_for("delegates.alternates_of", unit_id=unit.id))


@blueprint.post("/units/<uuid:unit_id>/alternates/tie")
@requires(Permission.REVIEW_DELEGATES)
def decide_tie(unit_id: uuid.UUID) -> str | Response:
    """Record which of the tied alternates goes first."""
    unit = unit_of(unit_id, Permission.REVIEW_DELEGATES)
    form = TieForm()
    if form.validate_on_submit():
        try:
            with transaction():
                acts.decide_tie(
                    unit,
                    actor=current_user,
                    moment=now(),
                    delegates=_by_place(),
                    **form.data_to_save(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi quyết định về thứ tự dự khuyết của %(unit)s.", unit=unit.name))
            return redirect(url_for("delegates.alternates_of", unit_id=unit.id))
    return render_template(
        "delegates/alternates_of.html", cell=reading.order_of(unit), form=form, reviewer=is_reviewer()
    )


def _ids(name: str) -> list[uuid.UUID]:
    """The ids sent under a name; what is none is left out."""
    found = []
    for text in request.form.getlist(name)[:500]:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


def _by_place() -> list[uuid.UUID]:
    """The tied alternates in the order of the places chosen for them: `place-<id>` is 1 for the first."""
    chosen = [(request.form.get(f"place-{each}", ""), number, each) for number, each in enumerate(_ids("delegate"))]
    return [each for *_place, each in sorted(chosen, key=lambda one: (_number(one[0]), one[1]))]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 999


@blueprint.route("/<uuid:delegate_id>/move", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def move(delegate_id: uuid.UUID) -> str | Response:
    """A change of cell under the same superior committee keeps the delegation (01-HD/TW 13.1)."""
    delegate = delegate_of(delegate_id, Permission.REVIEW_DELEGATES)
    form = MoveForm(obj=delegate)
    if form.validate_on_submit():
        try:
            with transaction():
                acts.record_move(delegate, actor=current_user, today=clock.today(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi chuyển sinh hoạt của đồng chí %(name)s.", name=delegate.person.full_name))
            return redirect(url_for("delegates.show", delegate_id=delegate.id))
    return render_template("delegates/move.html", form=form, delegate=delegate)

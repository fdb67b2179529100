"""Typing several delegates of one cell at once, in a table."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.delegates import forms, queries
from congress.delegates.actions import many as actions
from congress.delegates.forms import DelegateRow, EmptyForm
from congress.delegates.views.frame import blueprint, is_reviewer, today, unit_of
from congress.shared.labels import N_
from congress.shared.problems import RowsBroken, RuleBroken
from congress.units.models import Unit
from congress.web.access import Permission, my_scope, requires

NOTHING_TYPED = N_("Chưa có dòng nào được nhập.")
TOO_MANY = N_("Bảng có %(n)s dòng đã nhập, mỗi lần lưu được %(most)s dòng. Hãy lưu từng phần.")


@blueprint.get("/grid")
@requires(Permission.REGISTER_DELEGATES)
def choose_grid() -> str | Response:
    """Which cell to type for; whoever registers for one cell is taken there."""
    scope = my_scope(Permission.REGISTER_DELEGATES)
    if scope.unit_ids is not None and len(scope.unit_ids) == 1:
        return redirect(url_for("delegates.many", unit_id=next(iter(scope.unit_ids))))
    return render_template("delegates/grid_choose.html", rows=queries.registrations(g.congress, scope))


@blueprint.route("/units/<uuid:unit_id>/grid", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def many(unit_id: uuid.UUID) -> str | Response:
    unit = unit_of(unit_id, Permission.REGISTER_DELEGATES)
    form, reviewed = EmptyForm(), is_reviewer()
    wide = bool({"wide", "widen"} & (request.form if form.is_submitted() else request.args).keys())
    rows = forms.grid_from(request.form, reviewed=reviewed) if form.is_submitted() else []
    if not rows:
        summary = queries.registration_of(g.congress, unit)
        rows = forms.grid_of(summary.missing_official, summary.missing_alternate, reviewed=reviewed)
        return _page(unit, form, rows, wide)
    if "more" in request.form:
        rows = forms.lengthened(rows, reviewed=reviewed)
    elif "widen" not in request.form and (count := _save(unit, form, forms.filled(rows))):
        flash(_("Đã thêm %(n)s đại biểu của %(unit)s.", n=count, unit=unit.name))
        return redirect(url_for("delegates.cell", unit_id=unit.id))
    return _page(unit, form, rows, wide)


def _save(unit: Unit, form: EmptyForm, typed: list[DelegateRow]) -> int:
    """How many delegates were entered; 0 with the reasons put on the form and its rows."""
    valid = form.validate()
    if not typed:
        form.blame(RuleBroken(NOTHING_TYPED))
    elif len(typed) > forms.LARGEST_GRID:
        form.blame(RuleBroken(TOO_MANY, n=len(typed), most=forms.LARGEST_GRID))
    elif forms.all_valid(typed) and valid:
        try:
            with transaction():
                actions.add_many(
                    g.congress,
                    unit,
                    [(row.values(), row.confirmed.data or []) for row in typed],
                    actor=current_user,
                    today=today(),
                    as_reviewer=is_reviewer(),
                    visible=my_scope(Permission.READ_DELEGATES),
                )
        except RowsBroken as broken:
            for number, refusal in broken.by_row.items():
                typed[number - 1].blame(refusal)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return len(typed)
    return 0


def _page(unit: Unit, form: EmptyForm, rows: list[DelegateRow], wide: bool) -> str:
    twins = [twin for row in rows for twin in row.twins]
    return render_template(
        "delegates/grid.html",
        unit=unit,
        form=form,
        rows=rows,
        wide=wide,
        asked=[(number, row) for number, row in enumerate(rows, start=1) if row.asked],
        registration=queries.registration_of(g.congress, unit),
        reviewer=is_reviewer(),
        today=today(),
        twins=queries.several(g.congress.id, my_scope(Permission.READ_DELEGATES), twins) if twins else [],
    )

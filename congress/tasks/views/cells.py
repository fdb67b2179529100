"""The cells' own congresses: planned, held, late, with what each reports."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.shared import clock
from congress.tasks.actions import cells as actions
from congress.tasks.forms import CellForm
from congress.tasks.queries import cells as queries
from congress.tasks.views.frame import blueprint, saved
from congress.tasks.vocabulary import CellState
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires
from congress.web.listing import Column, Listing


@blueprint.get("/cells")
@requires(Permission.READ_CELL_CONGRESSES)
def cells() -> str:
    """Every cell for the office; a cell secretary sees the own."""
    asked = Listing.read(request.args, (Column("name", "", fixed=True),), filters=("state",))
    found = queries.listed(g.congress.id, my_scope(Permission.READ_CELL_CONGRESSES), clock.today())
    wanted = asked.filters.get("state", "")
    return render_template(
        "tasks/cells.html",
        listing=asked,
        lines=[line for line in found if not wanted or line.state == wanted],
        sums=queries.sums(found),
        states=CellState,
        may_report=my_scope(Permission.REPORT_CELL_CONGRESS),
    )


@blueprint.route("/cells/<uuid:unit_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_CELL_CONGRESS)
def cell(unit_id: uuid.UUID) -> str | Response:
    """What one cell reports."""
    unit = units.one(g.congress.id, my_scope(Permission.REPORT_CELL_CONGRESS), unit_id)
    row = queries.report(g.congress.id, unit.id)
    form = CellForm(obj=row, planned_on=unit.planned_on, held_on=unit.held_on)
    if form.validate_on_submit():
        today = clock.today()
        if saved(form, lambda **who: actions.report(unit, today=today, **form.data_to_save(), **who)):
            flash(
                _(
                    "Đã ghi đại hội của %(name)s.",
                    name=units.one(g.congress.id, my_scope(Permission.REPORT_CELL_CONGRESS), unit_id).name,
                )
            )
            return redirect(url_for("tasks.cells"))
        unit = units.one(g.congress.id, my_scope(Permission.REPORT_CELL_CONGRESS), unit_id)
    return render_template("tasks/cell.html", form=form, unit=unit)

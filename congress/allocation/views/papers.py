"""The papers of a plan: preview and PDF; one cell's sheet for its secretary."""

import uuid

from flask import abort, g, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.allocation import queries
from congress.allocation.printouts import issued
from congress.allocation.views.frame import blueprint, plan_of
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires


def _paper(plan_id: uuid.UUID, name: str) -> Printout:
    if name not in issued.PRINTOUTS:
        abort(404)
    return issued.PRINTOUTS[name](g.congress, today=clock.today(), of=plan_of(plan_id))


@blueprint.get("/<uuid:plan_id>/papers/<name>")
@requires(Permission.READ_ALLOCATION)
def preview(plan_id: uuid.UUID, name: str) -> Response:
    links = [
        (_("Tải PDF"), url_for("allocation.pdf", plan_id=plan_id, name=name)),
        (_("Về phương án"), url_for("allocation.show", plan_id=plan_id)),
    ]
    return preview_response(_paper(plan_id, name), links=links)


@blueprint.get("/<uuid:plan_id>/papers/<name>.pdf")
@requires(Permission.READ_ALLOCATION)
def pdf(plan_id: uuid.UUID, name: str) -> Response:
    return pdf_response(_paper(plan_id, name))


def _sheet(unit_id: uuid.UUID) -> Printout:
    unit = units.one(g.congress.id, my_scope(Permission.READ_ALLOCATION), unit_id)
    plan = queries.in_force(g.congress.id)
    if plan is None or unit.id not in {line.unit_id for line in plan.lines}:
        abort(404)
    return issued.sheet_of_cell(g.congress, plan, unit.id, today=clock.today())


@blueprint.get("/cells/<uuid:unit_id>/sheet")
@requires(Permission.READ_ALLOCATION)
def cell_sheet(unit_id: uuid.UUID) -> Response:
    links = [
        (_("Tải PDF"), url_for("allocation.cell_pdf", unit_id=unit_id)),
        (_("Về chỉ tiêu của chi bộ"), url_for("allocation.cell", unit_id=unit_id)),
    ]
    return preview_response(_sheet(unit_id), links=links)


@blueprint.get("/cells/<uuid:unit_id>/sheet.pdf")
@requires(Permission.READ_ALLOCATION)
def cell_pdf(unit_id: uuid.UUID) -> Response:
    return pdf_response(_sheet(unit_id))

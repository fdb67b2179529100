"""What one cell gets by the issued plan, and why: the page a cell secretary reads."""

import uuid

from flask import g, render_template

from congress.allocation import queries
from congress.allocation.rules.explain import explain
from congress.allocation.rules.shares import would_give
from congress.allocation.views.frame import blueprint
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires


@blueprint.get("/cells/<uuid:unit_id>")
@requires(Permission.READ_ALLOCATION)
def cell(unit_id: uuid.UUID) -> str:
    unit = units.one(g.congress.id, my_scope(Permission.READ_ALLOCATION), unit_id)
    plan = queries.in_force(g.congress.id)
    line = next((each for each in plan.lines if each.unit_id == unit.id), None) if plan else None
    told = share = alternate = None
    if plan is not None and line is not None:
        allocation = would_give(plan.as_plan)
        told = explain(plan.as_plan, allocation, line.key)
        share, alternate = allocation.official.by_key[line.key], allocation.alternate.by_key[line.key]
    return render_template(
        "allocation/cell.html", unit=unit, plan=plan, line=line, told=told, share=share, alternate=alternate
    )

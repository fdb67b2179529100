"""Plans side by side, and the same figures by every method."""

import uuid
from dataclasses import replace

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from congress.allocation import queries
from congress.allocation.rules import fairness
from congress.allocation.views.frame import Figures, blueprint, figures_of, may_allocate, plan_of, sees_all
from congress.allocation.vocabulary import Method
from congress.web.access import Permission, requires
from congress.web.filters import label

MOST = 5


@blueprint.get("/compare")
@requires(Permission.READ_ALLOCATION)
def compare() -> str | Response:
    """?plan=…&plan=… side by side."""
    if not sees_all():
        return redirect(url_for("allocation.listing"))
    ids = []
    for text in request.args.getlist("plan"):
        try:
            ids.append(uuid.UUID(text))
        except ValueError:
            continue
    chosen = queries.several(g.congress.id, ids[:MOST])
    columns = [(plan.name, figures_of(plan.as_plan, explained=False)) for plan in chosen]
    return _page(columns, chosen=[plan.id for plan in chosen])


@blueprint.get("/<uuid:plan_id>/methods")
@requires(Permission.READ_ALLOCATION)
def methods(plan_id: uuid.UUID) -> str:
    """The plan's figures by every method; nothing is saved."""
    plan = plan_of(plan_id)
    columns = [(label(method), figures_of(replace(plan.as_plan, method=method), explained=False)) for method in Method]
    return _page(columns, plan=plan)


def _page(columns: list[tuple[str, Figures]], **context: object) -> str:
    kept = [(name, figures) for name, figures in columns if figures.allocation is not None]
    rows = fairness.differences([(figures.plan, figures.allocation) for _name, figures in kept if figures.allocation])
    return render_template(
        "allocation/compare.html",
        columns=kept,
        broken=[(name, figures.broken) for name, figures in columns if figures.broken],
        rows=rows,
        plans=queries.listed(g.congress.id),
        allocates=may_allocate(),
        differing=request.args.get("show") == "differences",
        **{"plan": None, "chosen": []} | context,
    )

"""The structure board and its targets."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.credentials import forms, queries
from congress.credentials.actions import targets as actions
from congress.credentials.models import StructureTarget
from congress.credentials.rules import structure as rules
from congress.credentials.views.frame import blueprint, may_check
from congress.database import transaction
from congress.delegates import queries as delegates
from congress.delegates.rules.traits import TARGETED, TRAITS
from congress.delegates.vocabulary import Standing
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Permission, requires


@blueprint.get("/structure")
@requires(Permission.READ_CREDENTIALS)
def structure() -> str:
    standing = Standing.ALTERNATE if request.args.get("standing") == Standing.ALTERNATE else Standing.OFFICIAL
    received = bool(request.args.get("received"))
    lines = delegates.lines(g.congress.id, UnitScope.everything())
    targets = queries.targets(g.congress.id) if standing is Standing.OFFICIAL else []
    day = g.congress.opens_on or clock.today()
    chosen = rules.chosen(lines, standing, received=received)
    return render_template(
        "credentials/structure.html",
        structure=rules.structure(chosen, [each.as_target for each in targets], day),
        cells=rules.by_cell(chosen, units.choices(g.congress.id, UnitScope.everything()), day),
        by_cell=rules.BY_CELL,
        targets=targets,
        traits=TRAITS,
        standing=standing,
        standings=Standing,
        received=received,
        day=day,
        narrowed={"standing": standing.value} | ({"review": "received"} if received else {}),
        checks=may_check(),
    )


@blueprint.route("/structure/targets/new", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def new_target() -> str | Response:
    return _edit(None)


@blueprint.route("/structure/targets/<uuid:target_id>", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def edit_target(target_id: uuid.UUID) -> str | Response:
    return _edit(queries.target(g.congress.id, target_id))


def _edit(target: StructureTarget | None) -> str | Response:
    form = forms.TargetForm(obj=target)
    form.trait.choices = [(trait.key, _(trait.label)) for trait in TARGETED]
    if form.validate_on_submit():
        try:
            with transaction():
                values = form.data_to_save()
                actions.put(g.congress, target, actor=current_user, version=values.pop("version"), **values)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu mục tiêu cơ cấu."))
            return redirect(url_for("credentials.structure"))
    return render_template("credentials/target.html", form=form, target=target)


@blueprint.post("/structure/targets/<uuid:target_id>/remove")
@requires(Permission.CHECK_CREDENTIALS)
def remove_target(target_id: uuid.UUID) -> Response:
    with transaction():
        actions.drop(queries.target(g.congress.id, target_id), actor=current_user)
    flash(_("Đã bỏ mục tiêu."))
    return redirect(url_for("credentials.structure"))

"""The trace: accepted points and where they stand in the next draft, and changes nobody asked for."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.database import transaction
from congress.drafts import queries as drafts
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.triage import forms, queries
from congress.triage.actions import landings as actions
from congress.triage.models import Point
from congress.triage.views.blueprint import blueprint
from congress.web.access import Permission, may, requires

SHOWN = 200


@blueprint.get("/<uuid:round_id>/trace")
@requires(Permission.READ_COMMENTS)
def trace(round_id: uuid.UUID) -> str:
    """Every draft of the round against the newest one after it."""
    round_ = comments.one_round(g.congress.id, round_id)
    answered = queries.answers.answered(round_)
    parts: list[dict[str, Any]] = []
    for draft in round_.drafts:
        later = queries.attaching.newest_after(draft.version)
        found = queries.trace.of_draft(round_, answered, draft.version, later) if later else None
        parts.append({"version": draft.version, "later": later, "trace": found})
    return render_template(
        "triage/trace.html",
        round=round_,
        parts=parts,
        shown=SHOWN,
        form=forms.LandForm(formdata=None),
        works=may(Permission.TRIAGE_COMMENTS),
    )


@blueprint.post("/points/<uuid:point_id>/land")
@requires(Permission.TRIAGE_COMMENTS)
def land(point_id: uuid.UUID) -> Response:
    """Record that the point stands in a paragraph of the newest draft (its number)."""
    found = queries.points.point(g.congress.id, point_id)
    later = queries.attaching.newest_after(drafts.version(g.congress.id, found.version_id))
    form = forms.LandForm()
    try:
        with transaction():
            if later is None:
                raise RuleBroken(N_("Chưa có dự thảo sau để ghi đã viết vào đâu."))
            passage = next(
                (
                    each
                    for each in drafts.passages(g.congress.id, later.id)
                    if form.validate() and each.number == form.number.data
                ),
                None,
            )
            if passage is None:
                raise RuleBroken(N_("%(draft)s không có đoạn mang số này."), "number", draft=later.label)
            actions.land(found, later, passage, actor=current_user)
    except RuleBroken as broken:
        form.blame(broken)
        for _field, message in form.problems():
            flash(message, "warning")
    else:
        flash(_("Đã ghi: điểm góp ý nằm ở %(draft)s, đoạn %(n)s.", draft=later.label, n=passage.number))
    return _back(found, form)


@blueprint.post("/points/<uuid:point_id>/landings/<uuid:landing_id>/lift")
@requires(Permission.TRIAGE_COMMENTS)
def lift(point_id: uuid.UUID, landing_id: uuid.UUID) -> Response:
    found = queries.points.point(g.congress.id, point_id)
    row = queries.trace.landing(g.congress.id, found.id, landing_id)
    version = drafts.version(g.congress.id, row.version_id)
    passage = drafts.passage(g.congress.id, row.version_id, row.passage_id)
    with transaction():
        actions.lift(found, row, version, passage, actor=current_user)
    flash(_("Đã bỏ nơi đã viết."))
    return _back(found, forms.LandForm())


def _back(found: Point, form: forms.LandForm) -> Response:
    if form.back.data == "trace":
        return redirect(url_for("triage.trace", round_id=found.round_id, _anchor=f"p{found.id}"))
    return redirect(url_for("triage.point", point_id=found.id))

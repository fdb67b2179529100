"""Suggested points: nothing is put together without a click."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.database import transaction
from congress.triage import forms, queries
from congress.triage.actions import points
from congress.triage.actions import suggestions as actions
from congress.triage.rules import grouping
from congress.triage.rules.desk import as_id
from congress.triage.views.blueprint import blueprint
from congress.triage.views.desk import asked_first
from congress.web.access import Permission, may, requires
from congress.web.listing import Listing, Pages

PER_PAGE = 20


@blueprint.route("/<uuid:round_id>/suggestions", methods=["GET", "POST"])
@requires(Permission.READ_COMMENTS)
def suggestions(round_id: uuid.UUID) -> str | Response:
    """What could be one point, with the shared words marked; sent with `first`, the ticked ones are put together."""
    round_ = comments.one_round(g.congress.id, round_id)
    if request.method == "POST":
        return _put_together(round_id)
    state = Listing.read(request.args, ())
    waiting = queries.suggestions.waiting(round_)
    pages = Pages(len(waiting), PER_PAGE, state.page)
    return render_template(
        "triage/suggestions.html",
        round=round_,
        listing=state,
        pages=pages,
        groups=queries.suggestions.groups(round_, waiting[pages.offset : pages.offset + PER_PAGE]),
        marked=grouping.marked,
        near=grouping.NEAR,
        form=forms.LookForm(formdata=None),
        works=may(Permission.TRIAGE_COMMENTS),
    )


@blueprint.post("/<uuid:round_id>/look")
@requires(Permission.TRIAGE_COMMENTS)
def look(round_id: uuid.UUID) -> Response:
    """Compare all comments; what is slow reads only, then the result is kept in a moment."""
    round_ = comments.one_round(g.congress.id, round_id)
    form = forms.LookForm()
    back = redirect(url_for("triage.suggestions", round_id=round_.id))
    if not form.validate():
        flash(_("Mức giống nhau là số từ 50 đến 100."), "warning")
        return back
    near = form.near.data or grouping.NEAR
    found = actions.look(round_, near=near)
    with transaction():
        actions.keep(round_, found, actor=current_user, near=near)
    flash(_("Đã so các ý kiến với nhau: %(n)s nhóm gần giống.", n=len(found)))
    return back


def _put_together(round_id: uuid.UUID) -> str | Response:
    if not may(Permission.TRIAGE_COMMENTS):
        return redirect(url_for("triage.suggestions", round_id=round_id))
    round_ = comments.one_round(g.congress.id, round_id)
    first = as_id(request.form.get("first", ""))
    chosen = [found for each in request.form.getlist("row") if (found := as_id(each))]
    if first is None or not chosen:
        flash(_("Hãy đánh dấu ít nhất một ý kiến gần giống."), "warning")
    elif question := asked_first(
        round_, ([], [first, *chosen]), {"first": [first], "row": request.form.getlist("row")}
    ):
        return question
    else:
        with transaction():
            point = points.take_up(round_, [first, *chosen], actor=current_user)
        flash(_("Đã gộp thành điểm góp ý “%(name)s”.", name=point.summary[:80]))
    return redirect(url_for("triage.suggestions", round_id=round_id))


@blueprint.post("/<uuid:round_id>/suggestions/<uuid:first_id>/dismiss")
@requires(Permission.TRIAGE_COMMENTS)
def dismiss(round_id: uuid.UUID, first_id: uuid.UUID) -> Response:
    round_ = comments.one_round(g.congress.id, round_id)
    first = queries.points.comment_of(g.congress.id, round_.id, first_id)
    with transaction():
        actions.dismiss(round_, first.id, actor=current_user)
    flash(_("Đã bỏ gợi ý này; các ý kiến ấy không được gợi ý cùng nhau nữa."))
    return redirect(url_for("triage.suggestions", round_id=round_id))

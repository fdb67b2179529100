"""Kept reasons, and the filters of the desk under a name."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.database import transaction
from congress.shared.problems import RuleBroken
from congress.triage import forms, queries
from congress.triage.actions import kept as actions
from congress.triage.rules.desk import saved_query
from congress.triage.views.blueprint import blueprint
from congress.triage.views.desk import asked
from congress.web.access import Permission, requires


@blueprint.route("/reasons", methods=["GET", "POST"])
@requires(Permission.TRIAGE_COMMENTS)
def reasons() -> str | Response:
    """The kept reasons with how often each is used; a form for one more."""
    form = forms.StockReasonForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.keep_reason(g.congress, actor=current_user, name=form.name.data, text=form.text.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu câu lý do."))
            return redirect(url_for("triage.reasons"))
    return render_template("triage/reasons.html", form=form, reasons=queries.points.stock_reasons(g.congress.id))


@blueprint.get("/reasons/<uuid:reason_id>")
@requires(Permission.READ_COMMENTS)
def reason(reason_id: uuid.UUID) -> str:
    """Where a kept reason is used."""
    kept = queries.kept.one_reason(g.congress.id, reason_id)
    return render_template("triage/reason.html", reason=kept, points=queries.points.using(g.congress.id, kept.text))


@blueprint.post("/reasons/<uuid:reason_id>/drop")
@requires(Permission.TRIAGE_COMMENTS)
def drop_reason(reason_id: uuid.UUID) -> Response:
    with transaction():
        actions.drop_reason(queries.kept.one_reason(g.congress.id, reason_id), actor=current_user)
    flash(_("Đã bỏ câu lý do; điểm góp ý đã dùng câu này vẫn giữ nguyên."))
    return redirect(url_for("triage.reasons"))


@blueprint.post("/<uuid:round_id>/filters")
@requires(Permission.TRIAGE_COMMENTS)
def keep_filter(round_id: uuid.UUID) -> Response:
    """Keep the filters of the address under a name."""
    round_ = comments.one_round(g.congress.id, round_id)
    form = forms.SavedFilterForm()
    back = redirect(url_for("triage.desk", round_id=round_.id, **asked()[0].args()))
    query = saved_query(request.args)
    if not form.validate() or not query:
        flash(_("Hãy lọc trước rồi đặt tên cho bộ lọc."), "warning")
        return back
    with transaction():
        actions.keep_filter(g.congress, actor=current_user, name=form.name.data, query=query)
    flash(_("Đã lưu bộ lọc “%(name)s”.", name=form.name.data))
    return back


@blueprint.post("/<uuid:round_id>/filters/<uuid:filter_id>/drop")
@requires(Permission.TRIAGE_COMMENTS)
def drop_filter(round_id: uuid.UUID, filter_id: uuid.UUID) -> Response:
    round_ = comments.one_round(g.congress.id, round_id)
    with transaction():
        actions.drop_filter(queries.kept.one_filter(g.congress.id, filter_id), actor=current_user)
    flash(_("Đã bỏ bộ lọc."))
    return redirect(url_for("triage.desk", round_id=round_.id))

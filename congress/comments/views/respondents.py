"""Naming who answers a round besides the cells, and reading the answers to the guiding questions."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import actions, queries
from congress.comments.forms import RespondentForm
from congress.comments.views.blueprint import blueprint
from congress.database import transaction
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires


@blueprint.route("/<uuid:round_id>/respondents/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def add_respondent(round_id: uuid.UUID) -> str | Response:
    """The Front, a union, retired cadres, people through the office: kind and name."""
    round_ = queries.one_round(g.congress.id, round_id)
    form = RespondentForm()
    if form.validate_on_submit():
        try:
            with transaction():
                row = actions.add_respondent(round_, actor=current_user, kind=form.kind.data, name=form.name.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(name)s.", name=row.name))
            return redirect(url_for("comments.show", round_id=round_.id) + "#others")
    return render_template("comments/respondent.html", form=form, round=round_)


@blueprint.post("/<uuid:round_id>/respondents/<uuid:respondent_id>/remove")
@requires(Permission.MANAGE_DRAFTS)
def remove_respondent(round_id: uuid.UUID, respondent_id: uuid.UUID) -> Response:
    round_ = queries.one_round(g.congress.id, round_id)
    row = queries.respondent(round_, respondent_id)
    name = row.name
    with transaction():
        actions.remove_respondent(row, actor=current_user)
    flash(_("Đã bỏ %(name)s.", name=name))
    return redirect(url_for("comments.show", round_id=round_.id) + "#others")


@blueprint.get("/<uuid:round_id>/answers")
@requires(Permission.READ_COMMENTS)
def answers(round_id: uuid.UUID) -> str:
    """What the sent sheets answer to each guiding question, in the order of the cells."""
    round_ = queries.one_round(g.congress.id, round_id)
    return render_template("comments/answers.html", round=round_, replies=queries.replies_of_round(round_))

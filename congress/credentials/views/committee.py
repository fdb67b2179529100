"""The credentials committee: its members, all of them official delegates."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.credentials import forms, queries
from congress.credentials.actions import reports as actions
from congress.credentials.rules import committee as rules
from congress.credentials.views.frame import blueprint, may_check
from congress.database import transaction
from congress.delegates import queries as delegates
from congress.delegates.vocabulary import Standing
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.web.access import Permission, requires


@blueprint.route("/committee", methods=["GET", "POST"])
@requires(Permission.READ_CREDENTIALS)
def committee() -> str | Response:
    form = _form() if may_check() else None
    if form is not None and form.validate_on_submit():
        try:
            with transaction():
                delegate = delegates.one(g.congress.id, UnitScope.everything(), form.delegate.data)
                actions.name_member(g.congress, delegate, actor=current_user, role=form.role.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã cử đồng chí %(name)s vào Ban Thẩm tra.", name=delegate.person.full_name))
            return redirect(url_for("credentials.committee"))
    sitting = queries.committee(g.congress.id)
    return render_template(
        "credentials/committee.html",
        form=form,
        sitting=[(each, rules.unfit(each.delegate.standing, each.delegate.status)) for each in sitting],
        advice=rules.advice(each.role for each in sitting),
    )


def _form() -> forms.MemberForm:
    """The form with the official delegates to choose from."""
    form = forms.MemberForm()
    lines = delegates.lines(g.congress.id, UnitScope.everything())
    form.delegate.offer(
        (line.id, f"{line.full_name}, {line.unit}") for line in lines if line.standing is Standing.OFFICIAL
    )
    return form


@blueprint.post("/committee/<uuid:delegate_id>/remove")
@requires(Permission.CHECK_CREDENTIALS)
def drop(delegate_id: uuid.UUID) -> Response:
    delegates.one(g.congress.id, UnitScope.everything(), delegate_id)
    with transaction():
        actions.drop_member(g.congress, delegate_id, actor=current_user)
    flash(_("Đã ghi thay đổi của Ban Thẩm tra."))
    return redirect(url_for("credentials.committee"))

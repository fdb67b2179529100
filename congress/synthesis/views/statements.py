"""One sentence of a report: the comments it rests on, and its words."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.database import transaction
from congress.shared.problems import RuleBroken
from congress.synthesis import actions, forms, queries
from congress.synthesis.rules.departures import departures
from congress.synthesis.views.blueprint import blueprint
from congress.web.access import Permission, may, requires


@blueprint.get("/<uuid:synthesis_id>/statements/<uuid:statement_id>")
@requires(Permission.READ_COMMENTS)
def statement(synthesis_id: uuid.UUID, statement_id: uuid.UUID) -> str:
    """The sources of a sentence, and the form to word it anew."""
    return _page(synthesis_id, statement_id, None)


@blueprint.post("/<uuid:synthesis_id>/statements/<uuid:statement_id>")
@requires(Permission.TRIAGE_COMMENTS)
def reword(synthesis_id: uuid.UUID, statement_id: uuid.UUID) -> str | Response:
    report = queries.report(g.congress.id, synthesis_id)
    found = queries.statement(g.congress.id, synthesis_id, statement_id)
    form = forms.StatementForm()
    if form.validate():
        try:
            with transaction():
                actions.reword(
                    report,
                    found,
                    actor=current_user,
                    version=form.version.data,
                    text=form.text.data or "",
                    left_out=form.left_out.data,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu câu trong báo cáo."))
            return redirect(url_for("synthesis.statement", synthesis_id=report.id, statement_id=found.id))
    return _page(synthesis_id, statement_id, form)


def _page(synthesis_id: uuid.UUID, statement_id: uuid.UUID, form: forms.StatementForm | None) -> str:
    report = queries.report(g.congress.id, synthesis_id)
    found = queries.statement(g.congress.id, synthesis_id, statement_id)
    round_ = comments.one_round(g.congress.id, report.round_id)
    sources = [uuid.UUID(each) for each in found.sources]
    opinions = comments.opinions(round_, comment_ids=sources)
    return render_template(
        "synthesis/statement.html",
        report=report,
        round=round_,
        statement=found,
        opinions=opinions,
        gone=len(sources) - len(opinions),
        departed=departures(found.written, found.text),
        form=form or forms.StatementForm(formdata=None, obj=found),
        works=may(Permission.TRIAGE_COMMENTS) and report.issued_on is None,
    )

"""Letters of reminder for the cells that owe an answer."""

import uuid

from flask import flash, g, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries
from congress.comments.printouts.reminders import reminder_letters
from congress.comments.views.blueprint import blueprint
from congress.comments.vocabulary import Answer
from congress.printing.response import pdf_response
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.web.access import Permission, requires


@blueprint.get("/<uuid:round_id>/reminders.pdf")
@requires(Permission.MANAGE_DRAFTS)
def reminder_pdf(round_id: uuid.UUID) -> Response:
    """A page for each cell and respondent that owes something; nobody else gets one."""
    round_ = queries.one_round(g.congress.id, round_id)
    everybody = queries.answers(round_, UnitScope.everything()) + queries.respondent_answers(round_)
    owing = [row for row in everybody if row.answer is not Answer.SENT]
    if not owing:
        flash(_("Không còn nơi nào nợ phiếu góp ý."))
        return redirect(url_for("comments.show", round_id=round_.id))
    return pdf_response(reminder_letters(g.congress, round_, owing, today=clock.today()))

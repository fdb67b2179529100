"""The report on paper and as a Word file."""

import uuid

from flask import g, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.synthesis import queries
from congress.synthesis.printouts import synthesis_paper, synthesis_word
from congress.synthesis.views.blueprint import blueprint
from congress.web.access import Permission, requires
from congress.wordprocessing.response import word_response


def _printout(synthesis_id: uuid.UUID) -> Printout:
    report = queries.report(g.congress.id, synthesis_id)
    round_ = comments.one_round(g.congress.id, report.round_id)
    return synthesis_paper(g.congress, round_, report, queries.statements(report), today=clock.today())


@blueprint.get("/<uuid:synthesis_id>/print")
@requires(Permission.READ_COMMENTS)
def preview(synthesis_id: uuid.UUID) -> Response:
    links = [
        (_("Quay lại"), url_for("synthesis.report", synthesis_id=synthesis_id)),
        (_("Tải PDF"), url_for("synthesis.pdf", synthesis_id=synthesis_id)),
    ]
    return preview_response(_printout(synthesis_id), links=links)


@blueprint.get("/<uuid:synthesis_id>/print.pdf")
@requires(Permission.READ_COMMENTS)
def pdf(synthesis_id: uuid.UUID) -> Response:
    return pdf_response(_printout(synthesis_id))


@blueprint.get("/<uuid:synthesis_id>/report.docx")
@requires(Permission.READ_COMMENTS)
def word_file(synthesis_id: uuid.UUID) -> Response:
    paper = _printout(synthesis_id)
    return word_response(paper, synthesis_word(paper))

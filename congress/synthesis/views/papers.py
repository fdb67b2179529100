"""The report on paper and as a Word file."""

import uuid

from flask import g, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.printing.printout import Printout
from congress.printing.prints import LongPrint
from congress.printing.response import file_response, long_prints, pdf_response, press, preview_response
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


LONG = 1500  # statements: more than anybody waits for without a word (about a hundred pages, five seconds)


@blueprint.get("/<uuid:synthesis_id>/print.pdf")
@requires(Permission.READ_COMMENTS)
def pdf(synthesis_id: uuid.UUID) -> str | Response:
    """The PDF; a long one is drawn behind a bar (?work=…) and comes once it is there."""
    work = _work(synthesis_id)
    if work and work.working:
        return render_template("synthesis/printing.html", work=work, synthesis_id=synthesis_id)
    if work and work.data:
        return file_response(work.data, work.filename)
    paper = _printout(synthesis_id)
    if work and work.problem:
        answer = preview_response(paper, notice=work.problem)
        answer.status_code = 503
        return answer
    if queries.count(queries.report(g.congress.id, synthesis_id)) > LONG and press().find(paper) is None:
        begun = long_prints().begin(str(synthesis_id), paper)
        return redirect(url_for("synthesis.pdf", synthesis_id=synthesis_id, work=begun.token))
    return pdf_response(paper)


@blueprint.get("/<uuid:synthesis_id>/printing")
@requires(Permission.READ_COMMENTS)
def printing(synthesis_id: uuid.UUID) -> Response:
    """How far the print of ?work=… has come."""
    queries.report(g.congress.id, synthesis_id)
    work = _work(synthesis_id)
    return jsonify(done=work.done if work else 0, total=work.total if work else 0, working=bool(work and work.working))


def _work(synthesis_id: uuid.UUID) -> LongPrint | None:
    return long_prints().find(str(synthesis_id), request.args.get("work", ""))


@blueprint.get("/<uuid:synthesis_id>/report.docx")
@requires(Permission.READ_COMMENTS)
def word_file(synthesis_id: uuid.UUID) -> Response:
    paper = _printout(synthesis_id)
    return word_response(paper, synthesis_word(paper))

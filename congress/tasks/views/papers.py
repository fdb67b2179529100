"""The papers of the plan: the table of assignments and the weekly report."""

from flask import Response, g, request, url_for
from flask_babel import gettext as _

from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.tasks import printouts
from congress.tasks.views.frame import blueprint
from congress.web.access import Permission, requires


def _links(pdf: str) -> list[tuple[str, str]]:
    body = request.args.get("body", "")
    return [(_("Về danh sách công việc"), url_for("tasks.listing")), (_("Tải PDF"), url_for(pdf, body=body or None))]


@blueprint.get("/assignments")
@requires(Permission.READ_TASKS)
def assignments() -> Response:
    paper = printouts.assignments(g.congress, today=clock.today(), body=request.args.get("body", ""))
    return preview_response(paper, links=_links("tasks.assignments_pdf"))


@blueprint.get("/assignments.pdf")
@requires(Permission.READ_TASKS)
def assignments_pdf() -> Response:
    return pdf_response(printouts.assignments(g.congress, today=clock.today(), body=request.args.get("body", "")))


@blueprint.get("/weekly")
@requires(Permission.READ_TASKS)
def weekly() -> Response:
    paper = printouts.weekly_report(g.congress, today=clock.today(), body=request.args.get("body", ""))
    return preview_response(paper, links=_links("tasks.weekly_pdf"))


@blueprint.get("/weekly.pdf")
@requires(Permission.READ_TASKS)
def weekly_pdf() -> Response:
    return pdf_response(printouts.weekly_report(g.congress, today=clock.today(), body=request.args.get("body", "")))

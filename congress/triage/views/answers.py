"""The table of acceptance and explanation: on screen, on paper, as a workbook, as a Word file."""

import uuid

from flask import g, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_on_paper, file_slug
from congress.spreadsheets import response as workbooks
from congress.triage import queries, sheets
from congress.triage.printouts import acceptance_paper, acceptance_word
from congress.triage.printouts.acceptance import NAME
from congress.triage.rules.answers import Answered, Arrangement, Choice, Part, in_order
from congress.triage.views.blueprint import blueprint
from congress.units import queries as units
from congress.web.access import Permission, requires
from congress.web.listing import Listing, Pages
from congress.wordprocessing.response import word_response

PER_PAGE = 50


def _choice() -> Choice:
    return Choice.read(request.args.to_dict(flat=False))


def _cells() -> list[str]:
    return [unit.name for unit in units.listed(g.congress.id, UnitScope.everything())]


def _all(round_id: uuid.UUID) -> tuple[CommentRound, list[Answered], Choice]:
    round_ = comments.one_round(g.congress.id, round_id)
    return round_, queries.answers.answered(round_), _choice()


@blueprint.get("/<uuid:round_id>/acceptance")
@requires(Permission.READ_COMMENTS)
def acceptance(round_id: uuid.UUID) -> str:
    """What was said with what was decided, in the order and with the columns asked for."""
    round_, answered, choice = _all(round_id)
    wanted = in_order(choice.of(answered), choice, _cells())
    listing = Listing.read(request.args, ())
    pages = Pages(len(wanted), PER_PAGE, listing.page)
    return render_template(
        "triage/acceptance.html",
        round=round_,
        choice=choice,
        rows=wanted[pages.offset : pages.offset + PER_PAGE],
        total=sum(len(each.opinions) for each in answered),
        decided=sum(len(each.opinions) for each in answered if each.disposition),
        waiting=[each for each in answered if each.not_written_in],
        pages=pages,
        orders=Arrangement,
        parts=Part,
    )


def _printout(round_id: uuid.UUID) -> tuple[Printout, Choice]:
    round_, answered, choice = _all(round_id)
    return acceptance_paper(g.congress, round_, answered, choice, cells=_cells(), today=clock.today()), choice


@blueprint.get("/<uuid:round_id>/acceptance/print")
@requires(Permission.READ_COMMENTS)
def acceptance_preview(round_id: uuid.UUID) -> Response:
    printout, choice = _printout(round_id)
    args = choice.args()
    links = [
        (_("Quay lại"), url_for("triage.acceptance", round_id=round_id, **args)),
        (_("Tải PDF"), url_for("triage.acceptance_pdf", round_id=round_id, **args)),
    ]
    return preview_response(printout, links=links)


@blueprint.get("/<uuid:round_id>/acceptance.pdf")
@requires(Permission.READ_COMMENTS)
def acceptance_pdf(round_id: uuid.UUID) -> Response:
    return pdf_response(_printout(round_id)[0])


@blueprint.get("/<uuid:round_id>/acceptance.xlsx")
@requires(Permission.READ_COMMENTS)
def acceptance_workbook(round_id: uuid.UUID) -> Response:
    round_, answered, choice = _all(round_id)
    notes = [f"{g.congress.title}, nhiệm kỳ {g.congress.term}", f"Số liệu ngày {date_on_paper(clock.today())}"]
    content = sheets.workbook(f"{NAME.upper()}: {round_.title}", choice.of(answered), choice, _cells(), notes)
    name = f"{file_slug(g.congress.slug)}_{file_slug(NAME)}_{clock.today():%Y-%m-%d}.xlsx"
    return workbooks.download(content, name)


@blueprint.get("/<uuid:round_id>/acceptance.docx")
@requires(Permission.READ_COMMENTS)
def acceptance_file(round_id: uuid.UUID) -> Response:
    paper, _choice = _printout(round_id)
    return word_response(paper, acceptance_word(paper))

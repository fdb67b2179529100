"""Sheets on paper: printed blank with a code, found again by it to be typed in."""

import uuid

from flask import flash, g, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries
from congress.comments.models import CommentRound, Respondent
from congress.comments.printouts import blank_sheets
from congress.comments.rules.codes import cells_of
from congress.comments.views.blueprint import blueprint
from congress.printing.response import pdf_response
from congress.shared import clock
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import Permission, may, my_scope, requires


@blueprint.get("/<uuid:round_id>/blank.pdf")
@requires(Permission.COMMENT)
def blank(round_id: uuid.UUID) -> Response:
    """Blank sheets of the cells one answers for: the own one, or for the office all of the round."""
    round_ = queries.one_round(g.congress.id, round_id)
    return pdf_response(blank_sheets(g.congress, round_, _answerers(round_), today=clock.today()))


def _answerers(round_: CommentRound) -> list[Unit | Respondent]:
    """The cells one answers for; whoever answers for all, also the other respondents."""
    scope = my_scope(Permission.COMMENT)
    cells = queries.answering(round_, units.listed(g.congress.id, scope))
    return [*cells, *(queries.listed_respondents(round_) if scope.is_everything else ())]


@blueprint.get("/<uuid:round_id>/code")
@requires(Permission.COMMENT)
def by_code(round_id: uuid.UUID) -> Response:
    """Open the sheet whose code was read from paper (?code=…)."""
    round_ = queries.one_round(g.congress.id, round_id)
    code = request.args.get("code", "")[:40]
    found = cells_of(code, round_.id, [each.id for each in _answerers(round_)])
    if len(found) != 1:
        flash(_("Không có phiếu nào của đợt này mang mã “%(code)s”.", code=code), "warning")
        if not may(Permission.READ_COMMENTS):
            return redirect(url_for("comments.listing"))
        return redirect(url_for("comments.show", round_id=round_.id))
    return redirect(url_for("comments.sheet", round_id=round_.id, unit_id=found[0]))

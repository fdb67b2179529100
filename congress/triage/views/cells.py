"""The answers by cell: how far each one's comments are, its own page, and its paper."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.database import transaction
from congress.printing.response import pdf_response
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.triage import queries
from congress.triage.actions import release as actions
from congress.triage.forms import BareForm
from congress.triage.printouts import answers_paper
from congress.triage.rules.answers import of_one_cell
from congress.triage.views.blueprint import blueprint
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import Permission, may, my_scope, requires


@blueprint.get("/<uuid:round_id>/cells")
@requires(Permission.READ_COMMENTS)
def cells(round_id: uuid.UUID) -> str:
    """Every cell that said something: how many comments, how many answered."""
    round_ = comments.one_round(g.congress.id, round_id)
    answered = queries.answers.answered(round_)
    found = units.listed(g.congress.id, UnitScope.everything())
    said = {unit.id: of_one_cell(answered, unit.id) for unit in found}
    decided = {key: sum(bool(each.disposition) for _said, each in lines) for key, lines in said.items()}
    rows = [(unit, len(said[unit.id]), decided[unit.id]) for unit in found if said[unit.id]]
    return render_template(
        "triage/cells.html",
        round=round_,
        rows=rows,
        release=queries.answers.release_of(round_),
        form=BareForm(formdata=None),
        works=may(Permission.TRIAGE_COMMENTS),
    )


@blueprint.get("/<uuid:round_id>/answers.pdf")
@requires(Permission.READ_COMMENTS)
def all_answers(round_id: uuid.UUID) -> Response:
    round_ = comments.one_round(g.congress.id, round_id)
    found = units.listed(g.congress.id, UnitScope.everything())
    answered = queries.answers.answered(round_)
    return pdf_response(answers_paper(g.congress, round_, answered, found, today=clock.today()))


@blueprint.post("/<uuid:round_id>/release")
@requires(Permission.TRIAGE_COMMENTS)
def release(round_id: uuid.UUID) -> Response:
    """Give the answers to the cells."""
    round_ = comments.one_round(g.congress.id, round_id)
    with transaction():
        actions.release(round_, actor=current_user, today=clock.today())
    flash(_("Các chi bộ xem được trả lời từ bây giờ."))
    return redirect(url_for("triage.cells", round_id=round_.id))


@blueprint.post("/<uuid:round_id>/withdraw")
@requires(Permission.TRIAGE_COMMENTS)
def withdraw(round_id: uuid.UUID) -> Response:
    """Hide the answers from the cells again."""
    round_ = comments.one_round(g.congress.id, round_id)
    with transaction():
        actions.withdraw(round_, actor=current_user)
    flash(_("Các chi bộ không xem được trả lời nữa."))
    return redirect(url_for("triage.cells", round_id=round_.id))


def _one(round_id: uuid.UUID, unit_id: uuid.UUID) -> tuple[CommentRound, Unit, bool]:
    """The round, the cell, and whether whoever asks may see answers: the subcommittee always, a cell once given."""
    round_ = comments.one_round(g.congress.id, round_id)
    unit = comments.unit_of_round(round_, my_scope(Permission.COMMENT), unit_id)
    shown = may(Permission.READ_COMMENTS) or queries.answers.release_of(round_) is not None
    return round_, unit, shown


@blueprint.get("/<uuid:round_id>/cells/<uuid:unit_id>")
@requires(Permission.COMMENT)
def cell(round_id: uuid.UUID, unit_id: uuid.UUID) -> str:
    """One cell: what you said, what was decided, where it stands now."""
    round_, unit, shown = _one(round_id, unit_id)
    answered = queries.answers.answered(round_, unit_id=unit.id) if shown else []
    lines = of_one_cell(answered, unit.id)
    return render_template(
        "triage/cell.html",
        round=round_,
        unit=unit,
        shown=shown,
        lines=lines,
        fates=queries.attaching.by_comment(round_, [opinion.comment_id for opinion, _each in lines]),
        sent=(sheet := comments.sheet(round_, unit.id)) is not None and sheet.sent_at is not None,
        reads_all=may(Permission.READ_COMMENTS),
    )


@blueprint.get("/<uuid:round_id>/cells/<uuid:unit_id>/answers.pdf")
@requires(Permission.COMMENT)
def cell_answers(round_id: uuid.UUID, unit_id: uuid.UUID) -> Response:
    round_, unit, shown = _one(round_id, unit_id)
    answered = queries.answers.answered(round_, unit_id=unit.id) if shown else []
    return pdf_response(answers_paper(g.congress, round_, answered, [unit], today=clock.today()))

"""The structure board and its targets."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.credentials import forms, printouts, queries, sheets
from congress.credentials.actions import targets as actions
from congress.credentials.models import StructureTarget
from congress.credentials.rules.structure import Board
from congress.credentials.views.frame import blueprint, may_check
from congress.database import transaction
from congress.delegates.rules.traits import TARGETED, named
from congress.delegates.vocabulary import Standing
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.spreadsheets.response import download
from congress.web.access import Permission, requires


@blueprint.get("/structure")
@requires(Permission.READ_CREDENTIALS)
def structure() -> str:
    board = _asked()
    return render_template(
        "credentials/structure.html",
        board=board,
        structure=board.structure,
        targets=queries.targets(g.congress.id) if board.standing is Standing.OFFICIAL else [],
        standing=board.standing,
        received=board.received,
        asked=_address(board),
        narrowed={"standing": board.standing.value} | ({"review": "received"} if board.received else {}),
        checks=may_check(),
        named=_named,
    )


def _asked() -> Board:
    """The board the address asks for."""
    standing = Standing.ALTERNATE if request.args.get("standing") == Standing.ALTERNATE else Standing.OFFICIAL
    return queries.board(g.congress, standing, received=bool(request.args.get("received")))


def _address(board: Board) -> dict[str, Any]:
    return {"standing": board.standing.value} | ({"received": "1"} if board.received else {})


def _named(key: str) -> str:
    """A trait's name in the reader's language."""
    return named(key, _)


@blueprint.get("/structure/preview")
@requires(Permission.READ_CREDENTIALS)
def structure_preview() -> Response:
    board = _asked()
    links = [
        (_("Tải PDF"), url_for("credentials.structure_pdf", **_address(board))),
        (_("Xuất Excel"), url_for("credentials.structure_export", **_address(board))),
        (_("Về cơ cấu đại biểu"), url_for("credentials.structure", **_address(board))),
    ]
    return preview_response(printouts.board(g.congress, board, today=clock.today()), links=links)


@blueprint.get("/structure/structure.pdf")
@requires(Permission.READ_CREDENTIALS)
def structure_pdf() -> Response:
    return pdf_response(printouts.board(g.congress, _asked(), today=clock.today()))


@blueprint.get("/structure/export")
@requires(Permission.READ_CREDENTIALS)
def structure_export() -> Response:
    content = sheets.structure_workbook(g.congress.title, _asked())
    return download(content, f"{g.congress.slug}_co-cau-dai-bieu_{clock.today():%Y-%m-%d}.xlsx")


@blueprint.route("/structure/targets/new", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def new_target() -> str | Response:
    return _edit(None)


@blueprint.route("/structure/targets/<uuid:target_id>", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def edit_target(target_id: uuid.UUID) -> str | Response:
    return _edit(queries.target(g.congress.id, target_id))


def _edit(target: StructureTarget | None) -> str | Response:
    form = forms.TargetForm(obj=target)
    form.trait.choices = {_(group.title): [(trait.key, _(trait.label)) for trait in group.traits] for group in TARGETED}
    if form.validate_on_submit():
        try:
            with transaction():
                values = form.data_to_save()
                actions.put(g.congress, target, actor=current_user, version=values.pop("version"), **values)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu mục tiêu cơ cấu."))
            return redirect(url_for("credentials.structure"))
    return render_template("credentials/target.html", form=form, target=target)


@blueprint.post("/structure/targets/<uuid:target_id>/remove")
@requires(Permission.CHECK_CREDENTIALS)
def remove_target(target_id: uuid.UUID) -> Response:
    with transaction():
        actions.drop(queries.target(g.congress.id, target_id), actor=current_user)
    flash(_("Đã bỏ mục tiêu."))
    return redirect(url_for("credentials.structure"))

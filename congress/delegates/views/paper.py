"""Papers about delegates, preview and PDF: list and summaries as on the screen, summaries cell by cell, alternates."""

import uuid
from typing import Any

from flask import abort, g, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.delegates import printouts
from congress.delegates.printouts import Wanted
from congress.delegates.views.frame import blueprint, today
from congress.delegates.views.listing import Shown, read_list
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires


def _wanted(shown: Shown) -> Wanted:
    return Wanted.from_list(shown.lines, shown.everyone, shown.selection, by_unit=shown.state.order == "unit")


def _printout(name: str, shown: Shown) -> Printout:
    """The paper of this name from what the list shows; chosen columns go along, the others are the paper's own."""
    rows = _wanted(shown)
    if name == "delegate-list":
        chosen = shown.state.chosen if "column" in shown.state.args() else ()
        return printouts.delegate_list(g.congress, today=today(), of=rows, columns=chosen)
    if name != "delegate-summaries":
        abort(404)
    return printouts.delegate_summaries(g.congress, today=today(), of=rows)


def _of_cells() -> tuple[Printout, dict[str, Any]]:
    """The summaries cell by cell, of every cell the reader sees or of the one in the address."""
    scope, unit_id = my_scope(Permission.READ_DELEGATES), request.args.get("unit", type=uuid.UUID)
    unit = units.one(g.congress.id, scope, unit_id) if unit_id else None
    paper = printouts.cell_summaries(g.congress, today=today(), unit=unit.code if unit else "", scope=scope)
    return paper, {"unit": unit.id} if unit else {}


def _alternates() -> tuple[Printout, dict[str, Any]]:
    """The alternates by rank, of the cells the reader sees."""
    return printouts.alternates(g.congress, today=today(), scope=my_scope(Permission.READ_DELEGATES)), {}


WHOLE = {"cell-summaries": _of_cells, "alternates": _alternates}
"""Papers that take no filters and order of the list."""


def _whole(name: str) -> Response:
    paper, args = WHOLE[name]()
    back = url_for("delegates.cell", unit_id=args["unit"]) if "unit" in args else url_for("delegates.listing")
    links = [(_("Tải PDF"), url_for("delegates.pdf", name=name, **args)), (_("Về danh sách"), back)]
    return preview_response(paper, links=links)


@blueprint.get("/print/<name>")
@requires(Permission.READ_DELEGATES)
def preview(name: str) -> Response:
    if name in WHOLE:
        return _whole(name)
    shown = read_list()
    state = shown.state.args()
    other = "delegate-summaries" if name == "delegate-list" else "delegate-list"
    other_label = _("Danh sách trích ngang") if name == "delegate-list" else _("Danh sách đại biểu")
    turned = shown.state.args(order="name" if shown.state.order == "unit" else "unit")
    return preview_response(
        _printout(name, shown),
        links=[
            (_("Tải PDF"), url_for("delegates.pdf", name=name, **state)),
            (
                _("Xếp theo tên") if shown.state.order == "unit" else _("Nhóm theo chi bộ"),
                url_for("delegates.preview", name=name, **turned),
            ),
            (_("Trích ngang từng chi bộ"), url_for("delegates.preview", name="cell-summaries")),
            (_("Dự khuyết theo thứ hạng"), url_for("delegates.preview", name="alternates")),
            (other_label, url_for("delegates.preview", name=other, **state)),
            (_("Về danh sách"), url_for("delegates.listing", **state)),
        ],
    )


@blueprint.get("/print/<name>.pdf")
@requires(Permission.READ_DELEGATES)
def pdf(name: str) -> Response:
    if name in WHOLE:
        return pdf_response(WHOLE[name]()[0])
    return pdf_response(_printout(name, read_list()))

"""The list of delegates and the one-line summaries: preview and PDF, with the filters and order of the screen."""

from flask import abort, g, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.delegates import printouts
from congress.delegates.printouts import Wanted
from congress.delegates.views.frame import blueprint, today
from congress.delegates.views.listing import Shown, read_list
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.web.access import Permission, requires


def _wanted(shown: Shown) -> Wanted:
    return Wanted(
        shown.lines,
        shown.selection,
        by_unit=shown.state.order == "unit",
        filters=shown.selection.on_paper(shown.unit_names, but="standing"),
    )


def _printout(name: str, shown: Shown) -> Printout:
    """The paper of this name from what the list shows; chosen columns go along, the others are the paper's own."""
    rows = _wanted(shown)
    if name == "delegate-list":
        chosen = shown.state.chosen if "column" in shown.state.args() else ()
        return printouts.delegate_list(g.congress, today=today(), of=rows, columns=chosen)
    if name != "delegate-summaries":
        abort(404)
    return printouts.delegate_summaries(g.congress, today=today(), of=rows)


@blueprint.get("/print/<name>")
@requires(Permission.READ_DELEGATES)
def preview(name: str) -> Response:
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
            (other_label, url_for("delegates.preview", name=other, **state)),
            (_("Về danh sách"), url_for("delegates.listing", **state)),
        ],
    )


@blueprint.get("/print/<name>.pdf")
@requires(Permission.READ_DELEGATES)
def pdf(name: str) -> Response:
    return pdf_response(_printout(name, read_list()))

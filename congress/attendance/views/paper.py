"""Letters of summons and the list for the signature roll: preview and PDF."""

import uuid
from typing import Any

from flask import g, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.attendance import printouts
from congress.attendance.views.frame import blueprint
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared.clock import today
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires

STANDINGS = ("official", "alternate", "both")


def _standing() -> str:
    asked = request.args.get("standing", "")
    return asked if asked in STANDINGS else "official"


def _summons() -> tuple[Printout, dict[str, Any]]:
    """The letters the address asks for, and its words; a cell or delegate of another congress is nobody."""
    unit_id = request.args.get("unit", type=uuid.UUID)
    delegate_id = request.args.get("delegate", type=uuid.UUID)
    unit = units.one(g.congress.id, my_scope(Permission.PRINT_BADGES), unit_id) if unit_id else None
    args = {"standing": _standing(), "unit": unit_id, "delegate": delegate_id}
    paper = printouts.summons(
        g.congress,
        today=today(),
        standing=_standing(),
        unit=unit.code if unit else "",
        delegate=delegate_id,
    )
    return paper, {name: value for name, value in args.items() if value}


@blueprint.get("/summons")
@requires(Permission.PRINT_BADGES)
def summons() -> Response:
    paper, args = _summons()
    other = "alternate" if args["standing"] == "official" else "official"
    links = [(_("Tải PDF"), url_for("attendance.summons_pdf", **args))]
    if "delegate" not in args:
        label = _("Giấy của đại biểu dự khuyết") if other == "alternate" else _("Giấy của đại biểu chính thức")
        links.append((label, url_for("attendance.summons", **args | {"standing": other})))
    return preview_response(paper, links=[*links, (_("Về danh sách thẻ"), url_for("attendance.badges"))])


@blueprint.get("/summons.pdf")
@requires(Permission.PRINT_BADGES)
def summons_pdf() -> Response:
    return pdf_response(_summons()[0])


def _roll() -> tuple[Printout, dict[str, Any]]:
    args: dict[str, Any] = {"standing": _standing(), "by": "name" if request.args.get("by") == "name" else "unit"}
    group_by = "unit" if args["by"] == "unit" else ""
    return printouts.signature_roll(g.congress, today=today(), standing=args["standing"], group_by=group_by), args


@blueprint.get("/roll")
@requires(Permission.PRINT_BADGES)
def roll() -> Response:
    paper, args = _roll()
    by_name = args["by"] == "name"
    official = args["standing"] == "official"
    return preview_response(
        paper,
        links=[
            (_("Tải PDF"), url_for("attendance.roll_pdf", **args)),
            (
                _("Nhóm theo chi bộ") if by_name else _("Xếp theo tên"),
                url_for("attendance.roll", **args | {"by": "unit" if by_name else "name"}),
            ),
            (
                _("Đại biểu dự khuyết") if official else _("Đại biểu chính thức"),
                url_for("attendance.roll", **args | {"standing": "alternate" if official else "official"}),
            ),
            (_("Về danh sách thẻ"), url_for("attendance.badges")),
        ],
    )


@blueprint.get("/roll.pdf")
@requires(Permission.PRINT_BADGES)
def roll_pdf() -> Response:
    return pdf_response(_roll()[0])

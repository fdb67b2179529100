"""The programme on one page, its order, the usual programme, and paper."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, printouts, queries
from congress.agenda.forms import OrderForm, TemplateForm
from congress.agenda.rules import clock, order, template
from congress.agenda.views.frame import blueprint
from congress.agenda.vocabulary import WEEKDAYS
from congress.database import transaction
from congress.printing.response import pdf_response, preview_response
from congress.shared.clock import today
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires


@blueprint.get("/")
@requires(Permission.READ_PROGRAMME)
def show() -> str:
    laid_out = queries.laid_out(g.congress.id)
    rows = [each.session for each in laid_out]
    return render_template(
        "agenda/programme.html",
        laid_out=laid_out,
        weekdays=WEEKDAYS,
        cautions=queries.programme_cautions(g.congress, rows),
        seen=order.fingerprint(queries.order(rows)),
    )


@blueprint.post("/arrange")
@requires(Permission.MANAGE_PROGRAMME)
def arrange() -> Response:
    form = OrderForm()
    with transaction():
        after = order.from_text(form.order.data or "")
        actions.arrange(g.congress, after, actor=current_user, seen=form.seen.data or "")
    flash(_("Đã xếp lại chương trình."))
    return redirect(url_for("agenda.show"))


@blueprint.route("/template", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def usual() -> str | Response:
    """What the usual programme would create, and the button that creates it."""
    congress = g.congress
    form = TemplateForm(first_day=congress.opens_on, second_day=congress.closes_on)
    planned: tuple[template.SessionTemplate, ...] = ()
    if not form.is_submitted():
        first = congress.opens_on or congress.closes_on or today()
        planned = template.usual_programme(congress.mode, first, max(first, congress.closes_on or first))
    elif form.validate():
        try:
            planned = template.usual_programme(congress.mode, **form.data_to_save())
            if "create" in request.form:
                return _take(form)
        except RuleBroken as broken:
            form.blame(broken)
    laid_out = [(session, clock.clock_of(session.plan)) for session in planned]
    return render_template("agenda/template.html", form=form, laid_out=laid_out, source=template.SOURCE)


def _take(form: TemplateForm) -> Response:
    with transaction():
        sessions, items = actions.take_template(g.congress, actor=current_user, **form.data_to_save())
    flash(_("Đã tạo %(sessions)s phiên với %(items)s mục theo chương trình mẫu.", sessions=sessions, items=items))
    return redirect(url_for("agenda.show"))


def _options() -> dict[str, bool]:
    """What the reader chose for the paper; anything else in the address is ignored."""
    return {"signed": request.args.get("signed") == "1", "of_committee": request.args.get("of") == "committee"}


@blueprint.get("/preview")
@requires(Permission.READ_PROGRAMME)
def preview() -> Response:
    options = _options()
    flags: dict[str, Any] = {
        "signed": "1" if options["signed"] else None,
        "of": "committee" if options["of_committee"] else None,
    }
    other = flags | {"signed": None if options["signed"] else "1"}
    body = flags | {"of": None if options["of_committee"] else "committee"}
    links = (
        (_("Về chương trình"), url_for("agenda.show")),
        (_("Tải PDF"), url_for("agenda.pdf", **flags)),
        (_("Bỏ khối chữ ký") if options["signed"] else _("Thêm khối chữ ký"), url_for("agenda.preview", **other)),
        (
            _("Tiêu đề của đại hội") if options["of_committee"] else _("Tiêu đề của cấp ủy"),
            url_for("agenda.preview", **body),
        ),
    )
    return preview_response(printouts.build(g.congress, today=today(), **options), links=links)


@blueprint.get("/pdf")
@requires(Permission.READ_PROGRAMME)
def pdf() -> Response:
    return pdf_response(printouts.build(g.congress, today=today(), **_options()))

"""The programme on one page, its order, the usual programme."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import OrderForm, TemplateForm
from congress.agenda.rules import changes as changes_rules
from congress.agenda.rules import clock, order, template
from congress.agenda.views.frame import blueprint
from congress.agenda.views.papers import DIRECTING
from congress.agenda.vocabulary import WEEKDAYS
from congress.database import transaction
from congress.shared.clock import today
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, may, requires


@blueprint.get("/")
@requires(Permission.READ_PROGRAMME)
def show() -> str:
    """The draft with what it changes, for those who write it; for everybody else the programme in force."""
    release = queries.latest_release(g.congress.id)
    if release and not may(Permission.MANAGE_PROGRAMME):
        return render_template(
            "agenda/released.html",
            release=release,
            programme=release.programme,
            weekdays=WEEKDAYS,
            changes=changes_rules.from_data(release.changes),
            latest=True,
        )
    laid_out = queries.laid_out(g.congress.id)
    rows = [each.session for each in laid_out]
    return render_template(
        "agenda/programme.html",
        release=release,
        papers=[(name, _(label)) for name, (label, _build) in DIRECTING.items()],
        changed=len(queries.changes_since(release, rows)) if release else 0,
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

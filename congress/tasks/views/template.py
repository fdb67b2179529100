"""The plan from the template: which days it comes to, and the button that takes it."""

from datetime import date, timedelta

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.tasks.actions import template as actions
from congress.tasks.forms import PlanForm
from congress.tasks.queries import tasks as queries
from congress.tasks.rules.schedule import flags_of, lay_out, longest
from congress.tasks.rules.template import STEPS
from congress.tasks.views.frame import blueprint
from congress.web.access import Permission, requires


@blueprint.route("/template", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def template() -> str | Response:
    """The days of the plan for the day it begins; "show" only lays them out, "take" adds the tasks."""
    form = PlanForm(start=_usual_start())
    if form.validate_on_submit() and form.take.data and form.start.data:
        try:
            with transaction():
                count = actions.take(g.congress, actor=current_user, start=form.start.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(n)s công việc theo kế hoạch mẫu.", n=count))
            return redirect(url_for("tasks.listing"))
    return render_template("tasks/template.html", form=form, steps=STEPS, days=_days(form), **_about())


def _usual_start() -> date:
    """Today, or the whole length of the template before the opening where there is still that much time."""
    today = clock.today()
    return max(today, g.congress.opens_on - timedelta(days=longest(STEPS))) if g.congress.opens_on else today


def _days(form: PlanForm) -> dict[str, date]:
    """The days as the form asks for them; none where a rule says no, which the form then tells."""
    if form.start.data is None:
        return {}
    try:
        return lay_out(STEPS, g.congress.opens_on, form.start.data)
    except RuleBroken as broken:
        if not form.errors:
            form.blame(broken)
        return {}


def _about() -> dict[str, object]:
    opens_on = g.congress.opens_on

    def flags(step: object, day: date) -> object:
        return flags_of(day, opens_on, offset=getattr(step, "offset", None), needed=(), parent=None)

    return {"flags": flags, "longest": longest(STEPS), "had": queries.keys(g.congress.id), "names": _names()}


def _names() -> dict[str, str]:
    return {step.key: step.title for step in STEPS}

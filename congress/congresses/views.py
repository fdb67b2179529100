"""The page of the congress itself."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.congresses import actions, rules
from congress.congresses.forms import CongressForm
from congress.database import transaction
from congress.journal import queries as journal
from congress.shared.clock import today
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires

blueprint = Blueprint("congresses", __name__, url_prefix="/<congress>/congress")


@blueprint.app_context_processor
def countdown() -> dict[str, object]:
    """For the top bar of every page: how many days are left."""
    congress = g.get("congress")
    days = congress and rules.countdown(congress.opens_on, congress.closes_on, today())
    return {"countdown": days}


@blueprint.get("/")
@requires(Permission.READ_CONGRESS)
def show() -> str:
    congress = g.congress
    totals = rules.Totals(congress.official_total, congress.alternate_total, congress.delegate_cap)
    return render_template(
        "congresses/show.html",
        cautions=[
            *rules.cautions(totals, congress.opens_on, congress.closes_on, congress.max_days),
            *rules.registration_cautions(congress.registration_closes_on, congress.opens_on, today()),
        ],
        history_entries=journal.history_of(congress.id, congress.id),
    )


@blueprint.route("/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_CONGRESS)
def edit() -> str | Response:
    form = CongressForm(obj=g.congress)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change(g.congress, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu thông tin đại hội."))
            return redirect(url_for("congresses.show"))
    return render_template("congresses/edit.html", form=form)

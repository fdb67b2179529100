"""Pages of rounds: the list, opening one, who has answered."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import actions, queries, rules
from congress.comments.forms import EmptyForm, ReopenForm, RoundForm
from congress.comments.models import CommentRound
from congress.comments.queries.qr import count_waiting
from congress.comments.views.blueprint import blueprint
from congress.comments.vocabulary import Answer
from congress.database import transaction
from congress.drafts import queries as drafts
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Permission, may, my_grants, my_scope, requires


@blueprint.get("/")
@requires(Permission.READ_DRAFTS)
def listing() -> str:
    """Rounds with their totals for those who read all; what the own cell owes for a cell; the bare list for others."""
    mine = UnitScope.only(grant.unit_id for grant in my_grants() if grant.unit_id is not None)
    duties = queries.duties(g.congress.id, mine) if mine.unit_ids and may(Permission.COMMENT) else []
    return render_template(
        "comments/list.html",
        today=clock.today(),
        duties=duties,
        totals=queries.totals_of_rounds(g.congress.id) if may(Permission.READ_COMMENTS) else None,
        rounds=[] if may(Permission.READ_COMMENTS) or duties else queries.rounds(g.congress.id),
    )


def _offer(form: RoundForm) -> None:
    form.offer(
        [(version.id, version.full_title) for version in drafts.versions(g.congress.id)],
        units.choices(g.congress.id, my_scope(Permission.MANAGE_DRAFTS)),
    )


def _asked(form: RoundForm) -> dict[str, Any]:
    """The form as action arguments."""
    return {name: form[name].data for name in ("title", "opens_on", "closes_on", "questions", "every_unit")} | {
        "questions": form.questions.data or "",
        "version_ids": form.chosen("drafts"),
        "unit_ids": [] if form.every_unit.data else form.chosen("units"),
    }


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def new() -> str | Response:
    form = RoundForm()
    _offer(form)
    if form.validate_on_submit():
        try:
            with transaction():
                round_ = actions.open_round(g.congress, actor=current_user, **_asked(form))
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã mở %(name)s.", name=round_.title))
            return redirect(url_for("comments.show", round_id=round_.id))
    elif not form.is_submitted():
        form.drafts.data = request.args.getlist("draft")
    return render_template("comments/edit.html", form=form, round=None)


@blueprint.route("/<uuid:round_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def edit(round_id: uuid.UUID) -> str | Response:
    round_ = queries.one_round(g.congress.id, round_id)
    form = RoundForm(obj=None if request.method == "POST" else _Fields(round_))
    _offer(form)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change_round(round_, actor=current_user, version=form.version.data, **_asked(form))
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=round_.title))
            return redirect(url_for("comments.show", round_id=round_.id))
    return render_template("comments/edit.html", form=form, round=round_)


class _Fields:
    """A round as its form shows it."""

    def __init__(self, round_: CommentRound) -> None:
        for name in ("version", "title", "opens_on", "closes_on", "questions", "every_unit"):
            setattr(self, name, getattr(round_, name))
        self.drafts = [str(version_id) for version_id in round_.version_ids]
        self.units = [str(row.unit_id) for row in round_.listed_units]


@blueprint.get("/<uuid:round_id>")
@requires(Permission.READ_COMMENTS)
def show(round_id: uuid.UUID) -> str:
    """Who has answered, who is writing, who owes it, with a message to paste."""
    round_ = queries.one_round(g.congress.id, round_id)
    answers = queries.answers(round_, UnitScope.everything())
    wanted = request.args.get("answer", "")
    shown = rules.narrowed(answers, wanted)
    owing = [row.unit_name for row in answers if row.answer is not Answer.SENT]
    today = clock.today()
    return render_template(
        "comments/show.html",
        round=round_,
        answers=shown,
        wanted=wanted,
        kinds=Answer,
        totals=queries.totals_of(round_, answers),
        others=queries.respondent_answers(round_),
        reminder=rules.reminder(round_.title, round_.window, owing, today) if owing else "",
        short=[
            (row, rules.short_reminder(round_.title, row.window, row.unit_name, today))
            for row in answers
            if row.answer is not Answer.SENT
        ],
        waiting=count_waiting(round_) if may(Permission.MANAGE_DRAFTS) else 0,
        today=today,
        history_entries=journal.history_of(g.congress.id, round_.id),
    )


@blueprint.post("/<uuid:round_id>/remove")
@requires(Permission.MANAGE_DRAFTS)
def remove(round_id: uuid.UUID) -> Response:
    round_ = queries.one_round(g.congress.id, round_id)
    with transaction():
        actions.remove_round(round_, actor=current_user)
    flash(_("Đã xóa đợt góp ý."))
    return redirect(url_for("comments.listing"))


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>/reopen", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def reopen(round_id: uuid.UUID, unit_id: uuid.UUID) -> str | Response:
    """Let one cell write again, after it has sent or after the window."""
    round_ = queries.one_round(g.congress.id, round_id)
    unit = queries.answerer(round_, my_scope(Permission.MANAGE_DRAFTS), unit_id)
    form = ReopenForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.reopen(
                    round_,
                    unit,
                    actor=current_user,
                    today=clock.today(),
                    until=form.until.data or clock.today(),
                    reason=form.reason.data,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã mở lại phiếu của %(name)s.", name=unit.name))
            return redirect(url_for("comments.show", round_id=round_.id))
    sheet = queries.sheet(round_, unit.id)
    return render_template(
        "comments/reopen.html",
        form=form,
        round=round_,
        unit=unit,
        sheet=sheet,
        count=queries.count_comments(sheet) if sheet else 0,
        remove=EmptyForm(),
    )

"""Pages of one session."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import EmptyForm, SessionForm
from congress.agenda.models import AgendaSession
from congress.agenda.rules.clock import clock_of
from congress.agenda.views.frame import blueprint
from congress.database import new_id, transaction
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires


def _one(session_id: uuid.UUID) -> AgendaSession:
    return queries.one_session(g.congress.id, session_id)


@blueprint.route("/sessions/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def new_session() -> str | Response:
    form = SessionForm(day=g.congress.opens_on, place=g.congress.venue)
    if form.validate_on_submit():
        try:
            with transaction():
                session = actions.add_session(g.congress, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(name)s.", name=session.title))
            return redirect(url_for("agenda.show", _anchor=f"s-{session.id}"))
    form.row.data = form.row.data or new_id()
    return render_template("agenda/session_edit.html", form=form, session=None)


@blueprint.get("/sessions/<uuid:session_id>")
@requires(Permission.READ_PROGRAMME)
def show_session(session_id: uuid.UUID) -> str:
    session = _one(session_id)
    return render_template(
        "agenda/session.html",
        session=session,
        clock=clock_of(session.plan),
        history_entries=journal.history_of(g.congress.id, session.id),
    )


@blueprint.route("/sessions/<uuid:session_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def edit_session(session_id: uuid.UUID) -> str | Response:
    session = _one(session_id)
    form = SessionForm(obj=session)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change_session(session, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=session.title))
            return redirect(url_for("agenda.show", _anchor=f"s-{session.id}"))
    return render_template("agenda/session_edit.html", form=form, session=session)


@blueprint.route("/sessions/<uuid:session_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def remove_session(session_id: uuid.UUID) -> str | Response:
    session = _one(session_id)
    form = EmptyForm()
    if form.validate_on_submit():
        title = session.title
        with transaction():
            count = actions.remove_session(session, actor=current_user)
        flash(_("Đã xóa %(name)s cùng %(count)s mục.", name=title, count=count))
        return redirect(url_for("agenda.show"))
    return render_template("agenda/session_remove.html", form=form, session=session)

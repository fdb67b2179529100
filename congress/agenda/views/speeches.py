"""Registered papers (tham luận): the list with its time, the form, the file, the order."""

import uuid

from flask import abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import OrderForm, SpeechForm
from congress.agenda.models import AgendaSpeech
from congress.agenda.rules.speeches import room
from congress.agenda.views.frame import blueprint
from congress.database import new_id, transaction
from congress.shared.attachments import MEDIA_TYPES
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.storage import storage
from congress.units import queries as units
from congress.web.access import Permission, may, my_scope, requires
from congress.web.downloads import download


def _readable() -> UnitScope:
    """A cell sees its own papers; whoever answers for no cell alone sees them all."""
    own = my_scope(Permission.REGISTER_SPEECHES)
    return own if may(Permission.REGISTER_SPEECHES) else UnitScope.everything()


def _mine(speech_id: uuid.UUID) -> AgendaSpeech:
    return queries.one_speech(g.congress.id, my_scope(Permission.REGISTER_SPEECHES), speech_id)


@blueprint.get("/speeches")
@requires(Permission.READ_PROGRAMME)
def speeches() -> str:
    rows = queries.speeches(g.congress.id, _readable())
    available = queries.discussion_minutes(g.congress.id)
    return render_template(
        "agenda/speeches.html", rows=rows, room=room(((row.spoken, row.minutes) for row in rows), available)
    )


@blueprint.route("/speeches/new", methods=["GET", "POST"])
@requires(Permission.REGISTER_SPEECHES)
def new_speech() -> str | Response:
    form = SpeechForm()
    scope = my_scope(Permission.REGISTER_SPEECHES)
    form.unit_id.offer(units.choices(g.congress.id, scope))
    if form.validate_on_submit():
        try:
            with transaction():
                unit = units.one(g.congress.id, scope, form.data["unit_id"])
                speech = actions.register_speech(g.congress, unit, actor=current_user, **form.fields())
                if paper := form.paper():
                    actions.keep_speech_file(speech, paper, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã đăng ký tham luận %(name)s.", name=speech.title))
            return redirect(url_for("agenda.speeches"))
    form.row.data = form.row.data or new_id()
    return render_template("agenda/speech_edit.html", form=form, speech=None)


@blueprint.route("/speeches/<uuid:speech_id>/edit", methods=["GET", "POST"])
@requires(Permission.REGISTER_SPEECHES)
def edit_speech(speech_id: uuid.UUID) -> str | Response:
    speech = _mine(speech_id)
    form = SpeechForm(obj=speech)
    form.unit_id.offer([(speech.unit_id, speech.unit.name)])
    if form.validate_on_submit():
        try:
            with transaction():
                paper = form.paper()
                actions.change_speech(speech, actor=current_user, **form.fields())
                if paper:
                    actions.keep_speech_file(speech, paper, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=speech.title))
            return redirect(url_for("agenda.speeches"))
    return render_template("agenda/speech_edit.html", form=form, speech=speech)


@blueprint.get("/speeches/<uuid:speech_id>/file")
@requires(Permission.READ_PROGRAMME)
def speech_file(speech_id: uuid.UUID) -> Response:
    speech = queries.one_speech(g.congress.id, _readable(), speech_id)
    if not speech.file_name:
        abort(404)
    try:
        content = storage().read(speech.place)
    except FileNotFoundError:
        abort(404)
    return download(content, speech.file_name, MEDIA_TYPES[speech.file_extension])


@blueprint.post("/speeches/<uuid:speech_id>/remove")
@requires(Permission.REGISTER_SPEECHES)
def remove_speech(speech_id: uuid.UUID) -> Response:
    speech = _mine(speech_id)
    title = speech.title
    with transaction():
        actions.remove_speech(speech, actor=current_user)
    flash(_("Đã bỏ tham luận %(name)s.", name=title))
    return redirect(url_for("agenda.speeches"))


@blueprint.post("/speeches/<uuid:speech_id>/step")
@requires(Permission.MANAGE_PROGRAMME)
def step_speech(speech_id: uuid.UUID) -> Response:
    speech = queries.one_speech(g.congress.id, UnitScope.everything(), speech_id)
    step = {"up": -1, "down": 1}.get(OrderForm().step.data or "", 0)
    with transaction():
        actions.step_speech(g.congress, speech, step, actor=current_user)
    return redirect(url_for("agenda.speeches"))

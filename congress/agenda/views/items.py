"""Pages of one item, and its moves."""

import uuid
from typing import Any

from flask import abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import ItemForm, MinutesForm, MoveForm, OrderForm
from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.rules import clock, order
from congress.agenda.views.frame import blueprint
from congress.database import new_id, transaction
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken, StaleEdit
from congress.shared.vietnamese import date_on_paper
from congress.web.access import Permission, requires


def _one(item_id: uuid.UUID) -> AgendaItem:
    return queries.one_item(g.congress.id, item_id)


def _back(item: AgendaItem) -> Response:
    if item.parent_id is not None:
        return redirect(url_for("agenda.show_item", item_id=item.parent_id))
    return redirect(url_for("agenda.show", _anchor=f"i-{item.id}"))


@blueprint.route("/sessions/<uuid:session_id>/items/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def new_item(session_id: uuid.UUID) -> str | Response:
    session = queries.one_session(g.congress.id, session_id)
    form = ItemForm()
    if form.validate_on_submit():
        try:
            with transaction():
                item = actions.add_item(session, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(name)s.", name=item.title))
            return _back(item)
    form.row.data = form.row.data or new_id()
    return _form(form, None, session)


@blueprint.route("/items/<uuid:item_id>/parts/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def new_part(item_id: uuid.UUID) -> str | Response:
    """A part of an item: it takes its time out of the item's."""
    parent = _one(item_id)
    form = ItemForm()
    if form.validate_on_submit():
        try:
            with transaction():
                part = actions.add_item(parent.session, actor=current_user, parent=parent, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(name)s.", name=part.title))
            return redirect(url_for("agenda.show_item", item_id=parent.id))
    form.row.data = form.row.data or new_id()
    return _form(form, None, parent.session, parent)


def _form(
    form: ItemForm, item: AgendaItem | None, session: AgendaSession, parent: AgendaItem | None = None, **more: Any
) -> str:
    return render_template(
        "agenda/item_edit.html",
        form=form,
        item=item,
        session=session,
        parent=parent,
        names=queries.names(g.congress.id),
        **more,
    )


@blueprint.get("/items/<uuid:item_id>")
@requires(Permission.READ_PROGRAMME)
def show_item(item_id: uuid.UUID) -> str:
    item = _one(item_id)
    session = queries.one_session(g.congress.id, item.session_id)
    slots = clock.clock_of(session.plan).slots
    main, slot = next(
        (each, slot)
        for each, slot in zip(session.items, slots, strict=True)
        if item.id in (each.id, *(part.id for part in each.parts))
    )
    parts = list(zip(main.parts, clock.parts_of(main.plan, slot), strict=True))
    return render_template(
        "agenda/item.html",
        item=item,
        main=main,
        session=session,
        parts=parts if item is main else [],
        slot=slot if item is main else dict(parts)[item],
        history_entries=journal.history_of(g.congress.id, item.id),
    )


@blueprint.route("/items/<uuid:item_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def edit_item(item_id: uuid.UUID) -> str | Response:
    item = _one(item_id)
    form = ItemForm(obj=item)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change_item(item, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=item.title))
            return _back(item)
    return _form(form, item, item.session)


@blueprint.post("/items/<uuid:item_id>/minutes")
@requires(Permission.MANAGE_PROGRAMME)
def set_minutes(item_id: uuid.UUID) -> str | Response:
    """A duration typed in the programme; what is refused goes on in the item's own form."""
    item = _one(item_id)
    form = MinutesForm()
    if form.validate():
        try:
            with transaction():
                actions.change_item(item, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return _back(item)
    full = ItemForm(formdata=None, obj=item)
    full.minutes.data, full.minutes.raw_data, full.minutes.errors = (
        form.minutes.data,
        form.minutes.raw_data,
        form.minutes.errors,
    )
    full.form_errors, full.stale = list(form.form_errors), form.stale
    return _form(full, item, item.session, action=url_for("agenda.edit_item", item_id=item.id))


@blueprint.post("/items/<uuid:item_id>/step")
@requires(Permission.MANAGE_PROGRAMME)
def step_item(item_id: uuid.UUID) -> Response:
    item = _one(item_id)
    form = OrderForm()
    with transaction():
        step = {"up": -1, "down": 1}.get(form.step.data or "", 0)
        actions.step_item(item, step, actor=current_user, seen=form.seen.data or "")
    return _back(item)


@blueprint.route("/items/<uuid:item_id>/move", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def move_item(item_id: uuid.UUID) -> str | Response:
    item = _one(item_id)
    if item.parent_id is not None:
        abort(404)  # a part goes where its item goes; within it, by its arrows
    rows = queries.sessions(g.congress.id)
    places = order.places(queries.order(rows))
    form = MoveForm(to=item.session_id, position=places[item.id][1], seen=order.fingerprint(queries.order(rows)))
    form.offer((session.id, f"{session.title} ({date_on_paper(session.day)})") for session in rows)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.move_item(
                    item, form.data["to"], form.data["position"], actor=current_user, seen=form.seen.data or ""
                )
        except RuleBroken as broken:
            form.blame(broken)
            if isinstance(broken, StaleEdit):
                rows = queries.sessions(g.congress.id)
                form.seen.data, form.seen.raw_data = order.fingerprint(queries.order(rows)), None
        else:
            flash(_("Đã chuyển %(name)s.", name=item.title))
            return _back(item)
    return render_template("agenda/item_move.html", form=form, item=item, rows=rows)


@blueprint.post("/items/<uuid:item_id>/remove")
@requires(Permission.MANAGE_PROGRAMME)
def remove_item(item_id: uuid.UUID) -> Response:
    item = _one(item_id)
    title, session_id, parent_id = item.title, item.session_id, item.parent_id
    with transaction():
        actions.remove_item(item, actor=current_user)
    if parent_id is not None:
        flash(_("Đã xóa %(name)s.", name=title))
        return redirect(url_for("agenda.show_item", item_id=parent_id))
    flash(_("Đã xóa %(name)s; các mục sau được dời lên.", name=title))
    return redirect(url_for("agenda.show", _anchor=f"s-{session_id}"))

"""Pages of documents: the list, one with its versions, adding, renaming, removing."""

import uuid
from collections import Counter

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.drafts import actions, queries
from congress.drafts.forms import DocumentForm
from congress.drafts.rules.path import is_voted
from congress.drafts.views.blueprint import blueprint
from congress.drafts.views.path import path_shown
from congress.drafts.vocabulary import DocumentLevel, PathState
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires
from congress.web.listing import Listing

NO_STEP = "none"


@blueprint.get("/")
@requires(Permission.READ_DRAFTS)
def listing() -> str:
    """Documents of this congress, then those of the levels above; ?state= and ?level= narrow the list."""
    every = queries.documents(g.congress.id)
    listing = Listing.read(request.args, (), filters=("state", "level"))
    state, level = listing.filters.get("state", ""), listing.filters.get("level", "")
    documents = [
        each
        for each in every
        if state in ("", each.state.value if each.state else NO_STEP) and level in ("", each.level.value)
    ]
    return render_template(
        "drafts/list.html",
        every=every,
        documents=documents,
        listing=listing,
        states=Counter(each.state.value if each.state else NO_STEP for each in every),
        levels=Counter(each.level.value for each in every),
        words=PathState,
        level_words=DocumentLevel,
        no_step=NO_STEP,
        is_voted=is_voted,
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def new() -> str | Response:
    form = DocumentForm()
    if form.validate_on_submit():
        try:
            with transaction():
                document = actions.add_document(
                    g.congress,
                    actor=current_user,
                    kind=form.kind.data,
                    level=form.level.data,
                    title=form.title.data,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return redirect(url_for("drafts.read_in", document_id=document.id))
    return render_template("drafts/edit.html", form=form, document=None)


@blueprint.get("/<uuid:document_id>")
@requires(Permission.READ_DRAFTS)
def show(document_id: uuid.UUID) -> str:
    document = queries.document(g.congress.id, document_id)
    entries = journal.history_of(g.congress.id, document.id)
    return render_template("drafts/show.html", document=document, history_entries=entries, **path_shown(document))


@blueprint.route("/<uuid:document_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def edit(document_id: uuid.UUID) -> str | Response:
    document = queries.document(g.congress.id, document_id)
    form = DocumentForm(obj=document)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change_document(document, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=document.title))
            return redirect(url_for("drafts.show", document_id=document.id))
    return render_template("drafts/edit.html", form=form, document=document)


@blueprint.post("/<uuid:document_id>/remove")
@requires(Permission.MANAGE_DRAFTS)
def remove(document_id: uuid.UUID) -> Response:
    document = queries.document(g.congress.id, document_id)
    with transaction():
        actions.remove_document(document, actor=current_user)
    flash(_("Đã xóa văn kiện."))
    return redirect(url_for("drafts.listing"))

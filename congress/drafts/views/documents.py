"""Pages of documents: the list, one with its versions, adding, renaming, removing."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.drafts import actions, queries
from congress.drafts.forms import DocumentForm
from congress.drafts.views.blueprint import blueprint
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires


@blueprint.get("/")
@requires(Permission.READ_DRAFTS)
def listing() -> str:
    return render_template("drafts/list.html", documents=queries.documents(g.congress.id))


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def new() -> str | Response:
    form = DocumentForm()
    if form.validate_on_submit():
        try:
            with transaction():
                document = actions.add_document(
                    g.congress, actor=current_user, kind=form.kind.data, title=form.title.data
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
    return render_template("drafts/show.html", document=document, history_entries=entries)


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

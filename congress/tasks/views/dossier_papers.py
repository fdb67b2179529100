"""Papers of the dossier: adding one, changing who prepares it, its versions, taking it off."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import new_id, transaction
from congress.shared.problems import RuleBroken
from congress.subcommittees import queries as subcommittees
from congress.tasks.actions import dossier as actions
from congress.tasks.forms import DossierForm, EmptyForm, UploadForm
from congress.tasks.queries import dossier as queries
from congress.tasks.views.dossier import item_of
from congress.tasks.views.frame import blueprint, kept, saved
from congress.web.access import Permission, requires


@blueprint.route("/dossier/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def new_dossier_item() -> str | Response:
    form = DossierForm()
    form.row.data = form.row.data or new_id()
    form.offer(subcommittees.choices(g.congress.id))
    if form.validate_on_submit() and saved(form, lambda **who: actions.add(g.congress, **form.data_to_save(), **who)):
        flash(_("Đã thêm tài liệu vào hồ sơ."))
        return redirect(url_for("tasks.dossier"))
    return render_template("tasks/dossier_edit.html", form=form, item=None)


@blueprint.route("/dossier/<uuid:dossier_item_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def edit_dossier_item(dossier_item_id: uuid.UUID) -> str | Response:
    item = queries.one(g.congress.id, dossier_item_id)
    form = DossierForm(obj=item)
    del form.row
    form.offer(subcommittees.choices(g.congress.id))
    if form.validate_on_submit():
        if saved(form, lambda **who: actions.change(item, **form.data_to_save(), **who)):
            flash(_("Đã lưu tài liệu."))
            return redirect(url_for("tasks.dossier_item", dossier_item_id=dossier_item_id))
        item = queries.one(g.congress.id, dossier_item_id)
    return render_template("tasks/dossier_edit.html", form=form, item=item)


@blueprint.route("/dossier/<uuid:dossier_item_id>/versions/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def new_version(dossier_item_id: uuid.UUID) -> str | Response:
    item = item_of(dossier_item_id)
    form = UploadForm()
    if form.validate_on_submit():
        if saved(form, lambda **who: actions.keep_version(item, form.paper(), **who)):
            flash(_("Đã lưu bản mới của tài liệu."))
            return redirect(url_for("tasks.dossier_item", dossier_item_id=dossier_item_id))
        item = item_of(dossier_item_id)
    back = url_for("tasks.dossier_item", dossier_item_id=item.id)
    return render_template("tasks/file.html", form=form, title=item.name, back=back)


@blueprint.get("/dossier/versions/<uuid:dossier_file_id>")
@requires(Permission.READ_TASKS)
def dossier_version(dossier_file_id: uuid.UUID) -> Any:
    return kept(queries.one_file(g.congress.id, dossier_file_id))


@blueprint.route("/dossier/<uuid:dossier_item_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def remove_dossier_item(dossier_item_id: uuid.UUID) -> str | Response:
    item = queries.one(g.congress.id, dossier_item_id)
    form = EmptyForm()
    if request.method == "POST" and form.validate():
        try:
            with transaction():
                actions.remove(item, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
            item = queries.one(g.congress.id, dossier_item_id)
        else:
            flash(_("Đã bỏ tài liệu khỏi hồ sơ."))
            return redirect(url_for("tasks.dossier"))
    return render_template("tasks/dossier_remove.html", form=form, item=item)

"""Pages of subcommittees and their support groups."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.journal import queries as journal
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.attachments import MEDIA_TYPES
from congress.shared.problems import RuleBroken
from congress.storage import storage
from congress.subcommittees import actions, forms, printouts, queries, rules
from congress.subcommittees.forms import EmptyForm, GroupForm, PaperForm, SubcommitteeForm
from congress.subcommittees.models import Subcommittee, SupportGroup
from congress.web.access import Permission, requires
from congress.web.downloads import download

blueprint = Blueprint("subcommittees", __name__, url_prefix="/<congress>/subcommittees")


def _one(subcommittee_id: uuid.UUID) -> Subcommittee:
    return queries.one(g.congress.id, subcommittee_id)


def _group(group_id: uuid.UUID) -> SupportGroup:
    return queries.one_group(g.congress.id, group_id)


def _saved(form: Any, rows: list[forms.PersonRow], act: Callable[..., Any]) -> bool:
    """Save a body with its people; False when something is wrong, which the form and its rows then say."""
    filled = forms.filled(rows)
    if not (form.validate() and forms.all_valid(filled)):
        return False
    try:
        with transaction():
            act(actor=current_user, people=[row.data_to_save() for row in filled], **form.data_to_save())
    except RuleBroken as broken:
        filled[broken.row - 1].blame(broken) if broken.row else form.blame(broken)
        return False
    return True


@blueprint.get("/")
@requires(Permission.READ_SUBCOMMITTEES)
def listing() -> str:
    return render_template("subcommittees/list.html", bodies=queries.listed(g.congress.id))


@blueprint.get("/<uuid:subcommittee_id>")
@requires(Permission.READ_SUBCOMMITTEES)
def show(subcommittee_id: uuid.UUID) -> str:
    body = _one(subcommittee_id)
    return render_template(
        "subcommittees/show.html", body=body, history_entries=journal.history_of(g.congress.id, body.id)
    )


@blueprint.get("/people")
@requires(Permission.READ_SUBCOMMITTEES)
def people() -> str:
    """Who sits where: a person may be in several bodies, and the load shows."""
    bodies = queries.listed(g.congress.id)
    return render_template("subcommittees/people.html", people=queries.everybody(bodies), bodies=bodies)


@blueprint.get("/members.pdf")
@requires(Permission.READ_SUBCOMMITTEES)
def members_pdf() -> Response:
    return pdf_response(printouts.subcommittee_members(g.congress, today=clock.today()))


@blueprint.get("/members")
@requires(Permission.READ_SUBCOMMITTEES)
def members() -> Response:
    links = [
        (_("Về các tiểu ban"), url_for("subcommittees.listing")),
        (_("Tải PDF"), url_for("subcommittees.members_pdf")),
    ]
    return preview_response(printouts.subcommittee_members(g.congress, today=clock.today()), links=links)


@blueprint.get("/<uuid:subcommittee_id>/decision")
@requires(Permission.READ_SUBCOMMITTEES)
def decision(subcommittee_id: uuid.UUID) -> Response:
    body = _one(subcommittee_id)
    links = [
        (body.name, url_for("subcommittees.show", subcommittee_id=body.id)),
        (_("Tải PDF"), url_for("subcommittees.decision_pdf", subcommittee_id=body.id)),
    ]
    return preview_response(printouts.decision_of(g.congress, body, today=clock.today()), links=links)


@blueprint.get("/<uuid:subcommittee_id>/decision.pdf")
@requires(Permission.READ_SUBCOMMITTEES)
def decision_pdf(subcommittee_id: uuid.UUID) -> Response:
    return pdf_response(printouts.decision_of(g.congress, _one(subcommittee_id), today=clock.today()))


@blueprint.route("/<uuid:subcommittee_id>/files/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def new_file(subcommittee_id: uuid.UUID) -> str | Response:
    body = _one(subcommittee_id)
    form = PaperForm()
    if form.validate_on_submit():
        try:
            paper = form.paper()
            with transaction():
                actions.keep_file(body, paper, form.kind.data, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu tệp %(name)s.", name=paper.name))
            return redirect(url_for("subcommittees.show", subcommittee_id=body.id))
    return render_template("subcommittees/file.html", form=form, body=body)


@blueprint.get("/files/<uuid:file_id>")
@requires(Permission.READ_SUBCOMMITTEES)
def file(file_id: uuid.UUID) -> Response:
    row = queries.one_file(g.congress.id, file_id)
    try:
        content = storage().read(row.place)
    except FileNotFoundError:
        abort(404)
    return download(content, row.name, MEDIA_TYPES[row.extension])


@blueprint.post("/files/<uuid:file_id>/remove")
@requires(Permission.MANAGE_SUBCOMMITTEES)
def remove_file(file_id: uuid.UUID) -> Response:
    row = queries.one_file(g.congress.id, file_id)
    body, name = _one(row.subcommittee_id), row.name
    with transaction():
        actions.drop_file(body, row, actor=current_user)
    flash(_("Đã bỏ tệp %(name)s.", name=name))
    return redirect(url_for("subcommittees.show", subcommittee_id=body.id))


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def new() -> str | Response:
    form = SubcommitteeForm()
    rows = forms.rows_from(request.form) if form.is_submitted() else forms.rows_of(())
    if form.is_submitted() and _saved(form, rows, lambda **fields: actions.found(g.congress, **fields)):
        flash(_("Đã lập %(name)s.", name=form.name.data))
        return redirect(url_for("subcommittees.listing"))
    return render_template("subcommittees/edit.html", form=form, rows=rows, body=None, group=None)


@blueprint.route("/<uuid:subcommittee_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def edit(subcommittee_id: uuid.UUID) -> str | Response:
    body = _one(subcommittee_id)
    form = SubcommitteeForm(obj=body)
    rows = forms.rows_from(request.form) if form.is_submitted() else forms.rows_of(body.people)
    if form.is_submitted() and _saved(form, rows, lambda **fields: actions.change(body, **fields)):
        flash(_("Đã lưu %(name)s.", name=body.name))
        return redirect(url_for("subcommittees.show", subcommittee_id=body.id))
    return render_template("subcommittees/edit.html", form=form, rows=rows, body=body, group=None)


@blueprint.route("/<uuid:subcommittee_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def remove(subcommittee_id: uuid.UUID) -> str | Response:
    body = _one(subcommittee_id)
    form = EmptyForm()
    if form.validate_on_submit():
        name = body.name
        with transaction():
            actions.dissolve(body, actor=current_user)
        flash(_("Đã xóa %(name)s.", name=name))
        return redirect(url_for("subcommittees.listing"))
    return render_template("subcommittees/remove.html", form=form, body=body, group=None)


@blueprint.route("/<uuid:subcommittee_id>/groups/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def new_group(subcommittee_id: uuid.UUID) -> str | Response:
    body = _one(subcommittee_id)
    form = GroupForm()
    rows = forms.rows_from(request.form) if form.is_submitted() else forms.rows_of(())
    if form.is_submitted() and _saved(form, rows, lambda **fields: actions.found_group(body, **fields)):
        flash(_("Đã lập %(name)s.", name=form.name.data))
        return redirect(url_for("subcommittees.show", subcommittee_id=body.id))
    return render_template("subcommittees/edit.html", form=form, rows=rows, body=body, group=None, of_group=True)


@blueprint.route("/groups/<uuid:group_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def edit_group(group_id: uuid.UUID) -> str | Response:
    group = _group(group_id)
    form = GroupForm(obj=group)
    rows = forms.rows_from(request.form) if form.is_submitted() else forms.rows_of(group.people)
    if form.is_submitted() and _saved(form, rows, lambda **fields: actions.change_group(group, **fields)):
        flash(_("Đã lưu %(name)s.", name=group.name))
        return redirect(url_for("subcommittees.show", subcommittee_id=group.subcommittee_id))
    return render_template(
        "subcommittees/edit.html", form=form, rows=rows, body=group.subcommittee, group=group, of_group=True
    )


@blueprint.route("/groups/<uuid:group_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def remove_group(group_id: uuid.UUID) -> str | Response:
    group = _group(group_id)
    form = EmptyForm()
    if form.validate_on_submit():
        name, subcommittee_id = group.name, group.subcommittee_id
        with transaction():
            actions.dissolve_group(group, actor=current_user)
        flash(_("Đã xóa %(name)s.", name=name))
        return redirect(url_for("subcommittees.show", subcommittee_id=subcommittee_id))
    return render_template("subcommittees/remove.html", form=form, body=group.subcommittee, group=group)


@blueprint.route("/standard", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def standard() -> str | Response:
    """What the usual subcommittees are, and the button that founds them."""
    form = EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                count = actions.found_standard(g.congress, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lập %(count)s tiểu ban. Hãy ghi quyết định và thành viên của từng tiểu ban.", count=count))
            return redirect(url_for("subcommittees.listing"))
    return render_template(
        "subcommittees/standard.html", form=form, standard=rules.STANDARD, source=rules.STANDARD_SOURCE
    )

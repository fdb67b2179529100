"""One task: what it says, its progress, its files; adding, changing and removing it."""

import uuid
from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import new_id, transaction
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.subcommittees import queries as subcommittees
from congress.tasks.actions import tasks as actions
from congress.tasks.forms import EmptyForm, StateForm, TaskForm, UploadForm, chosen
from congress.tasks.models import Task
from congress.tasks.queries import tasks as queries
from congress.tasks.views.frame import blueprint, kept, lines, may_change, own_task, saved, task_of
from congress.web.access import Permission, requires


def _offered(form: TaskForm, task: Task | None) -> None:
    """Only what whoever writes may lead is offered; everything and everybody may join."""
    bodies = subcommittees.listed(g.congress.id)
    mine = [body for body in bodies if may_change(body)]
    people = [
        (member.id, f"{member.name} – {body.name}")
        for whole in bodies
        for body in subcommittees.with_groups([whole])
        for member in body.people
    ]
    rows = queries.rows(g.congress.id)
    others = [row for row in rows if task is None or row.id != task.id]
    form.offer(
        bodies=[(body.id, body.name) for body in mine],
        with_office=may_change(None),
        people=people,
        joins=[(f"body:{body.id}", body.name) for body in bodies] + [(f"member:{key}", name) for key, name in people],
        tasks=[(row.id, row.title) for row in others],
        wholes=[(row.id, row.title) for row in others if row.parent_id is None],
    )


def _fields(form: TaskForm) -> dict[str, Any]:
    """What the form says; a task that ends by hand is done today."""
    fields = form.data_to_save()
    return {name: value for name, value in fields.items() if name != "state"}


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def new() -> str | Response:
    form = TaskForm()
    form.row.data = form.row.data or new_id()
    _offered(form, None)
    if not form.is_submitted() and request.args.get("parent"):
        form.parent_id.data = _known(form, request.args["parent"])
    if form.validate_on_submit() and saved(
        form, lambda **who: actions.add(g.congress, state=form.state.data, **_fields(form), **who)
    ):
        flash(_("Đã thêm công việc."))
        return redirect(url_for("tasks.listing"))
    return render_template("tasks/edit.html", form=form, task=None)


def _known(form: TaskForm, key: str) -> uuid.UUID | None:
    return next((uuid.UUID(each) for each, _text in form.parent_id.choices or [] if each == key), None)


@blueprint.route("/<uuid:task_id>", methods=["GET", "POST"])
@requires(Permission.READ_TASKS)
def show(task_id: uuid.UUID) -> str | Response:
    """The task, and the form by which its progress is reported."""
    task = task_of(task_id)
    form = StateForm(obj=task)
    if form.is_submitted() and not may_change(task.body):
        abort(403)
    if form.validate_on_submit():
        act = {"state": form.state.data, "today": clock.today(), "text": form.text.data or ""}
        if saved(form, lambda **who: actions.move_on(task, **act, **who)):
            flash(_("Đã ghi tiến độ."))
            return redirect(url_for("tasks.show", task_id=task.id))
        task = task_of(task_id)
    everything = lines()
    by_id = {line.id: line for line in everything}
    return render_template(
        "tasks/show.html",
        task=task,
        line=by_id[task.id],
        form=form,
        whole=by_id.get(task.parent_id) if task.parent_id else None,
        parts_below=[line for line in everything if line.parent_id == task.id],
        needed=[by_id[each] for each in by_id[task.id].needs],
        waiting=[line for line in everything if task.id in line.needs],
        mine=may_change(task.body),
        history_entries=journal.history_of(g.congress.id, task.id),
    )


@blueprint.route("/<uuid:task_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def edit(task_id: uuid.UUID) -> str | Response:
    task = own_task(task_id)
    form = TaskForm(obj=task)
    del form.state, form.row
    _offered(form, task)
    if not form.is_submitted():
        form.joins.data = chosen(task.joins)
        form.needs.data = [str(row.needed_id) for row in task.needs]
    if form.validate_on_submit():
        if saved(form, lambda **who: actions.change(task, **_fields(form), **who)):
            flash(_("Đã lưu công việc."))
            return redirect(url_for("tasks.show", task_id=task_id))
        task = task_of(task_id)
    return render_template("tasks/edit.html", form=form, task=task)


@blueprint.route("/<uuid:task_id>/files/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def new_file(task_id: uuid.UUID) -> str | Response:
    task = own_task(task_id)
    form = UploadForm()
    if form.validate_on_submit():
        if saved(form, lambda **who: actions.keep_file(task, form.paper(), **who)):
            flash(_("Đã lưu tệp %(name)s.", name=form.file.data.filename))
            return redirect(url_for("tasks.show", task_id=task_id))
        task = task_of(task_id)
    back = url_for("tasks.show", task_id=task.id)
    return render_template("tasks/file.html", form=form, title=task.title, back=back)


@blueprint.get("/files/<uuid:task_file_id>")
@requires(Permission.READ_TASKS)
def file(task_file_id: uuid.UUID) -> Any:
    return kept(queries.one_file(g.congress.id, task_file_id))


@blueprint.post("/files/<uuid:task_file_id>/remove")
@requires(Permission.MANAGE_TASKS)
def remove_file(task_file_id: uuid.UUID) -> Response:
    row = queries.one_file(g.congress.id, task_file_id)
    task, name, task_id = own_task(row.task_id), row.name, row.task_id
    with transaction():
        actions.drop_file(task, row, actor=current_user)
    flash(_("Đã bỏ tệp %(name)s.", name=name))
    return redirect(url_for("tasks.show", task_id=task_id))


@blueprint.route("/<uuid:task_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def remove(task_id: uuid.UUID) -> str | Response:
    task = own_task(task_id)
    form = EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.remove(task, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã xóa công việc."))
            return redirect(url_for("tasks.listing"))
    parts = sum(row.parent_id == task.id for row in queries.rows(g.congress.id))
    waiting = sum(task.id in needed for needed in queries.needs(g.congress.id).values())
    return render_template("tasks/remove.html", form=form, task=task, parts=parts, waiting=waiting)

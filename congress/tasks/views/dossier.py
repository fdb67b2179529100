"""The dossier for appraisal: the checklist, and one paper of it with its way up and back."""

import uuid
from collections import Counter

from flask import abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.tasks.actions import dossier as actions
from congress.tasks.forms import ConclusionForm, DossierStateForm, EmptyForm
from congress.tasks.models import DossierItem
from congress.tasks.queries import dossier as queries
from congress.tasks.rules.dossier import CHECKLIST, OUTSIDE, is_late
from congress.tasks.views.frame import blueprint, lines, may_change, saved
from congress.tasks.vocabulary import CLOSED, DossierState
from congress.web.access import Permission, requires


def item_of(item_id: uuid.UUID) -> DossierItem:
    """A paper that whoever looks may change; 403 otherwise."""
    item = queries.one(g.congress.id, item_id)
    if not may_change(item.body):
        abort(403)
    return item


@blueprint.get("/dossier/")
@requires(Permission.READ_TASKS)
def dossier() -> str:
    items, today = queries.listed(g.congress.id), clock.today()
    closed = Counter(task.dossier_item_id for item in items for task in item.conclusions if task.state in CLOSED)
    return render_template(
        "tasks/dossier.html",
        items=items,
        sums=queries.sums(items, today),
        late={item.id for item in items if is_late(item.state, item.due_on, today)},
        closed=closed,
        today=today,
    )


@blueprint.route("/dossier/checklist", methods=["GET", "POST"])
@requires(Permission.MANAGE_SUBCOMMITTEES)
def checklist() -> str | Response:
    """What the dossier usually has, and the button that puts it there."""
    form = EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                count = actions.take_checklist(g.congress, actor=current_user, today=clock.today())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(n)s tài liệu vào hồ sơ. Hãy xem lại người phụ trách và hạn.", n=count))
            return redirect(url_for("tasks.dossier"))
    return render_template("tasks/checklist.html", form=form, papers=CHECKLIST, had=queries.keys(g.congress.id))


@blueprint.route("/dossier/<uuid:dossier_item_id>", methods=["GET", "POST"])
@requires(Permission.READ_TASKS)
def dossier_item(dossier_item_id: uuid.UUID) -> str | Response:
    """A paper with its versions and conclusions; the form says how far it is."""
    item = queries.one(g.congress.id, dossier_item_id)
    form = DossierStateForm(obj=item)
    if form.is_submitted() and not may_change(item.body):
        abort(403)
    if form.validate_on_submit():
        moved = {"state": form.state.data, "version": form.version.data, "today": clock.today()}
        if saved(form, lambda **who: actions.move(item, **moved, **who)):
            flash(_("Đã ghi trạng thái tài liệu."))
            return redirect(url_for("tasks.dossier_item", dossier_item_id=dossier_item_id))
        item = queries.one(g.congress.id, dossier_item_id)
    of_item = {task.id for task in item.conclusions}
    return render_template(
        "tasks/dossier_item.html",
        item=item,
        form=form,
        lines=[line for line in lines() if line.id in of_item],
        mine=may_change(item.body),
        outside=item.key in OUTSIDE,
        late=is_late(item.state, item.due_on, clock.today()),
        history_entries=journal.history_of(g.congress.id, item.id),
    )


@blueprint.route("/dossier/<uuid:dossier_item_id>/return", methods=["GET", "POST"])
@requires(Permission.MANAGE_TASKS)
def conclude(dossier_item_id: uuid.UUID) -> str | Response:
    """The working group returns a paper: each of its conclusions becomes a task."""
    item = item_of(dossier_item_id)
    form = ConclusionForm(obj=item, on=clock.today())
    if form.validate_on_submit():
        if saved(form, lambda **who: actions.conclude(g.congress, item, **form.data_to_save(), **who)):
            flash(_("Đã ghi kết luận; mỗi kết luận thành một công việc."))
            return redirect(url_for("tasks.dossier_item", dossier_item_id=dossier_item_id))
        item = item_of(dossier_item_id)
    return render_template("tasks/conclude.html", form=form, item=item, states=DossierState)

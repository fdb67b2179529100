"""What the pages of tasks share: where they hang, who may change what, the tasks as they stand today."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, g
from flask_login import current_user

from congress.database import transaction
from congress.shared import clock
from congress.shared.attachments import MEDIA_TYPES
from congress.shared.problems import RuleBroken
from congress.storage import storage
from congress.subcommittees.models import KeptFile, Subcommittee
from congress.tasks import permissions
from congress.tasks.actions import tasks as actions
from congress.tasks.models import Task
from congress.tasks.queries import tasks as queries
from congress.tasks.rules.standing import Line
from congress.web.access import my_grants
from congress.web.base_form import BaseForm
from congress.web.downloads import download

blueprint = Blueprint("tasks", __name__, url_prefix="/<congress>/tasks")


def lines() -> list[Line]:
    """Every task as it stands today."""
    return queries.lines(g.congress, clock.today())


def may_change(body: Subcommittee | None) -> bool:
    """Whether whoever looks may change what this subcommittee (None: the office) leads."""
    return permissions.may_change((grant.role.value for grant in my_grants()), body.kind if body else None)


def task_of(task_id: uuid.UUID) -> Task:
    """One task of this congress."""
    return queries.one(g.congress.id, task_id)


def own_task(task_id: uuid.UUID) -> Task:
    """One task that whoever looks may change; 403 otherwise."""
    task = task_of(task_id)
    if not may_change(task.body):
        abort(403)
    return task


def saved(form: BaseForm, act: Callable[..., Any], **more: Any) -> bool:
    """Do it and record what the figures say by then, in one transaction; False when a rule says no: the form tells."""
    try:
        with transaction():
            act(actor=current_user, **more)
            actions.settle(g.congress, actor=current_user, today=clock.today())
    except RuleBroken as broken:
        form.blame(broken)
        return False
    return True


def kept(row: KeptFile) -> Any:
    """A kept file as a download; 404 where its content is gone."""
    try:
        content = storage().read(row.place)
    except FileNotFoundError:
        abort(404)
    return download(content, row.name, MEDIA_TYPES[row.extension])

"""Adding, changing, moving on and removing tasks; recording what the figures have completed."""

import uuid
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from congress.congresses.models import Congress
from congress.database import afterwards, db, explain_twice, new_id, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.attachments import Attachment
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.storage import storage
from congress.tasks.models import CalendarFeed, Task, TaskFile, TaskJoin, TaskNeed, TaskNote
from congress.tasks.queries import tasks as queries
from congress.tasks.rules.needs import check_needs
from congress.tasks.rules.schedule import check_days
from congress.tasks.vocabulary import TaskState

name_fields(
    "task",
    title=N_("Nội dung công việc"),
    detail=N_("Diễn giải"),
    product=N_("Sản phẩm"),
    subcommittee_id=N_("Tiểu ban chủ trì"),
    lead_id=N_("Người chủ trì"),
    others=N_("Nơi khác phối hợp"),
    starts_on=N_("Bắt đầu"),
    due_on=N_("Hạn"),
    state=N_("Tiến độ"),
    done_on=N_("Ngày xong"),
    condition=N_("Tự xong khi"),
    parent_id=N_("Thuộc việc"),
    joins=N_("Phối hợp"),
    needs=N_("Chờ việc"),
    note=N_("Ghi tiến độ"),
    file=N_("Tệp"),
)
explain_twice("task", N_("Công việc này đã được thêm ở lần bấm trước. Hãy xem lại danh sách."))
OTHER_PLACE = N_("Việc này không còn ở đại hội này.")


def add(
    congress: Congress, *, actor: Actor, joins: Iterable[str] = (), needs: Iterable[Any] = (), **fields: Any
) -> Task:
    """Add a task at the end; `joins` are "body:id" or "member:id". Raises RuleBroken."""
    fields.pop("version", None)
    check_days(fields.get("starts_on"), fields.get("due_on"))
    _check_parent(congress.id, None, fields.get("parent_id"))
    key = fields.pop("row", None) or new_id()
    task = Task(id=key, congress_id=congress.id, position=queries.next_position(congress.id), **fields)
    db.session.add(task)
    db.session.flush()
    joined = _put_joins(task, joins)
    waiting = _put_needs(task, needs)
    changes = _told(differences({}, fields | {"joins": joined, "needs": waiting}), task)
    note(actor, N_("Thêm công việc"), task, label=task.title, changes=changes)
    return task


def change(
    task: Task, *, actor: Actor, version: int | None, joins: Iterable[str], needs: Iterable[Any], **fields: Any
) -> None:
    """Change a task, who joins and what it waits for. Raises RuleBroken or StaleEdit."""
    refuse_stale(task, version)
    check_days(fields.get("starts_on"), fields.get("due_on"))
    _check_parent(task.congress_id, task, fields.get("parent_id"))
    before = values_of(task, *fields) | {"joins": _joined(task), "needs": _waiting(task)}
    names = _names(task)
    for name, value in fields.items():
        setattr(task, name, value)
    after = values_of(task, *fields) | {"joins": _put_joins(task, joins), "needs": _put_needs(task, needs)}
    db.session.flush()
    db.session.expire(task, ["body", "lead"])
    if changes := differences(before, after):
        for name in ("subcommittee_id", "lead_id", "parent_id"):
            if name in changes:
                changes[name] = [names.get(name, ""), _names(task).get(name, "")]
        flag_modified(task, "title")  # also where only who joins has changed
        note(actor, N_("Sửa công việc"), task, label=task.title, changes=changes)


def move_on(task: Task, state: TaskState, *, actor: Actor, today: date, text: str = "") -> None:
    """Put a task into a state, with a word about it. Raises RuleBroken where only the figures may complete it."""
    if task.condition and state is TaskState.DONE:
        raise RuleBroken(
            N_("Việc này tự xong khi số liệu đạt (%(condition)s), không ghi xong bằng tay được."),
            "state",
            condition=task.condition.label,
        )
    if text:
        report(task, text, actor=actor)
    if state is task.state:
        return
    changes = differences(
        {"state": task.state, "done_on": task.done_on},
        {"state": state, "done_on": today if state is TaskState.DONE else None},
    )
    task.state, task.done_on = state, today if state is TaskState.DONE else None
    note(actor, N_("Chuyển tiến độ công việc"), task, label=task.title, changes=changes)


def report(task: Task, text: str, *, actor: Actor) -> TaskNote:
    """Write a note on the progress of a task."""
    row = TaskNote(congress_id=task.congress_id, task_id=task.id, text=text, by=actor.full_name)
    db.session.add(row)
    note(actor, N_("Ghi tiến độ công việc"), task, label=task.title, changes={"note": [None, text]})
    return row


def settle(congress: Congress, *, actor: Actor, today: date) -> int:
    """Record what the figures say: tasks they have completed, and those they no longer hold; returns how many."""
    lines = {line.id: line for line in queries.lines(congress, today) if line.is_moved}
    moved = [task for task in queries.rows(congress.id) if task.id in lines]
    for task in moved:
        line = lines[task.id]
        done = line.state is TaskState.DONE
        changes = differences(
            {"state": task.state, "done_on": task.done_on}, {"state": line.state, "done_on": today if done else None}
        )
        task.state, task.done_on = line.state, today if done else None
        reopened = line.kept is TaskState.DONE
        act = N_("Công việc tự xong theo số liệu") if done else N_("Công việc chuyển theo số liệu")
        act = N_("Công việc mở lại vì số liệu không còn đạt") if reopened else act
        reason = f"{task.condition.label}: {line.count.done}/{line.count.of}" if task.condition and line.count else ""
        note(actor, act, task, label=task.title, changes=changes, reason=reason)
    return len(moved)


def remove(task: Task, *, actor: Actor) -> None:
    """Remove a task; its sub-tasks become tasks of their own, nothing waits for it any more."""
    note(
        actor, N_("Xóa công việc"), task, label=task.title, changes=differences(values_of(task, "title", "due_on"), {})
    )
    for part in queries.rows(task.congress_id):
        if part.parent_id == task.id:
            part.parent_id = None
    for kept in task.files:
        afterwards(partial(storage().remove, kept.place))
    db.session.flush()
    db.session.delete(task)
    db.session.flush()


def keep_file(task: Task, paper: Attachment, *, actor: Actor) -> TaskFile:
    """Keep a file with a task."""
    row = TaskFile(
        congress_id=task.congress_id,
        task_id=task.id,
        name=paper.name,
        extension=paper.extension,
        size=len(paper.content),
        digest=paper.digest,
        added_by=actor.full_name,
    )
    db.session.add(row)
    db.session.flush()
    storage().put(row.place, paper.content)
    note(actor, N_("Thêm tệp của công việc"), task, label=task.title, changes={"file": [None, paper.name]})
    return row


def drop_file(task: Task, row: TaskFile, *, actor: Actor) -> None:
    """Take a file away."""
    note(actor, N_("Bỏ tệp của công việc"), task, label=task.title, changes={"file": [row.name, None]})
    db.session.delete(row)
    afterwards(partial(storage().remove, row.place))


def give_calendar(congress: Congress, member: Any, *, actor: Actor) -> CalendarFeed:
    """Give out the calendar of a member's deadlines under a new address; one given out before stops working."""
    if old := queries.feeds(congress.id).get(member.id):
        db.session.delete(old)
        db.session.flush()
    row = CalendarFeed(congress_id=congress.id, member_id=member.id, made_by=actor.full_name)
    db.session.add(row)
    note(actor, N_("Cấp địa chỉ lịch công việc"), member, label=member.name)
    return row


def take_back_calendar(row: CalendarFeed, member: Any, *, actor: Actor) -> None:
    """Stop a calendar: its address answers no more."""
    note(actor, N_("Thu hồi địa chỉ lịch công việc"), member, label=member.name)
    db.session.delete(row)


def _check_parent(congress_id: uuid.UUID, task: Task | None, parent_id: uuid.UUID | None) -> None:
    """Two levels are enough: a sub-task has no sub-tasks."""
    if parent_id is None:
        return
    rows = {row.id: row for row in queries.rows(congress_id)}
    if parent_id not in rows:
        raise RuleBroken(OTHER_PLACE, "parent_id")
    if task is not None and parent_id == task.id:
        raise RuleBroken(N_("Một việc không thể thuộc chính nó."), "parent_id")
    if rows[parent_id].parent_id is not None:
        raise RuleBroken(N_("Việc này đã là việc nhỏ. Hãy chọn việc lớn của nó."), "parent_id")
    if task is not None and any(row.parent_id == task.id for row in rows.values()):
        raise RuleBroken(N_("Việc này đang có việc nhỏ nên không thể thuộc việc khác."), "parent_id")


def _put_joins(task: Task, joins: Iterable[str]) -> list[str]:
    """Write who joins, as "body:id" or "member:id"; those who stay keep their row."""
    columns = {"body": "subcommittee_id", "member": "member_id"}
    had = {(name, getattr(row, name)): row for row in task.joins for name in columns.values() if getattr(row, name)}
    for each in dict.fromkeys(joins):
        kind, _colon, key = each.partition(":")
        wanted = (columns[kind], uuid.UUID(key))
        if had.pop(wanted, None) is None:
            db.session.add(TaskJoin(congress_id=task.congress_id, task_id=task.id, **dict([wanted])))
    for row in had.values():
        db.session.delete(row)
    db.session.flush()
    db.session.expire(task, ["joins"])
    return _joined(task)


def _put_needs(task: Task, needed: Iterable[Any]) -> list[str]:
    """Write what a task waits for. Raises RuleBroken, naming the circle."""
    wanted = list(dict.fromkeys(uuid.UUID(str(each)) for each in needed))
    titles = queries.titles(task.congress_id)
    if any(each not in titles for each in wanted):
        raise RuleBroken(OTHER_PLACE, "needs")
    check_needs({task.id: wanted} | queries.needs(task.congress_id) | {task.id: wanted}, titles)
    had = {row.needed_id: row for row in task.needs}
    for each in wanted:
        if had.pop(each, None) is None:
            db.session.add(TaskNeed(congress_id=task.congress_id, task_id=task.id, needed_id=each))
    for row in had.values():
        db.session.delete(row)
    db.session.flush()
    db.session.expire(task, ["needs"])
    return [titles[each] for each in wanted]


def _joined(task: Task) -> list[str]:
    return [row.who for row in task.joins]


def _waiting(task: Task) -> list[str]:
    titles = queries.titles(task.congress_id)
    return [titles[row.needed_id] for row in task.needs]


def _names(task: Task) -> dict[str, str]:
    """What stands behind the ids of a task, for the journal."""
    return {
        "subcommittee_id": task.body.name if task.body else "",
        "lead_id": task.lead.name if task.lead else "",
        "parent_id": queries.titles(task.congress_id).get(task.parent_id, "") if task.parent_id else "",
    }


def _told(changes: dict[str, list[Any]], task: Task) -> dict[str, list[Any]]:
    names = _names(task)
    return {name: [pair[0], names.get(name, pair[1])] for name, pair in changes.items() if pair[1] not in ("", None)}

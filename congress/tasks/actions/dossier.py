"""The dossier for appraisal: its papers, their versions, sending, and what the working group concluded."""

from datetime import date
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from congress.congresses.models import Congress
from congress.database import db, explain_twice, new_id, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.attachments import Attachment
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper
from congress.storage import storage
from congress.subcommittees import queries as subcommittees
from congress.tasks.actions import tasks
from congress.tasks.models import DossierFile, DossierItem, Task
from congress.tasks.queries import dossier as queries
from congress.tasks.queries import tasks as plan
from congress.tasks.rules.dossier import CHECKLIST, check_file, check_move, conclusions_of
from congress.tasks.rules.schedule import lay_out
from congress.tasks.rules.template import STEPS
from congress.tasks.vocabulary import DossierState

name_fields(
    "dossier_item",
    name=N_("Tài liệu"),
    subcommittee_id=N_("Nơi chuẩn bị"),
    owner=N_("Người phụ trách"),
    due_on=N_("Hạn"),
    state=N_("Trạng thái"),
    sent_on=N_("Ngày trình"),
    note=N_("Ghi chú"),
    file=N_("Tệp"),
    conclusions=N_("Kết luận"),
)
explain_twice("dossier_item", N_("Tài liệu này đã được thêm ở lần bấm trước. Hãy xem lại hồ sơ."))
SENDING = "dossier"
"""The step of the template that sends the dossier up: three weeks before the opening (domain.md §9.3 [C])."""


def take_checklist(congress: Congress, *, actor: Actor, today: date) -> int:
    """Add the usual papers that are not there yet; returns how many. Raises RuleBroken.

    They are due with the task that sends the dossier up; without one, on its day in the template.
    """
    db.session.refresh(congress, with_for_update=True)
    had, place = queries.keys(congress.id), queries.next_position(congress.id)
    wanted = [paper for paper in CHECKLIST if paper.key not in had]
    if not wanted:
        raise RuleBroken(N_("Mọi tài liệu thường có đã ở trong hồ sơ."))
    bodies = {body.kind: body for body in reversed(subcommittees.listed(congress.id))}
    due = _due(congress, today)
    for number, paper in enumerate(wanted):
        body = bodies.get(paper.body) if paper.body else None
        row = DossierItem(
            congress_id=congress.id,
            position=place + number,
            name=paper.name,
            key=paper.key,
            source=paper.source,
            subcommittee_id=body.id if body else None,
            owner=body.secretary if body else "",
            due_on=due,
        )
        db.session.add(row)
        note(actor, N_("Thêm tài liệu vào hồ sơ"), row, label=row.name)
    db.session.flush()
    return len(wanted)


def _due(congress: Congress, today: date) -> date | None:
    planned = [row.due_on for row in plan.rows(congress.id) if row.key == SENDING]
    if planned:
        return planned[0]
    if congress.opens_on is None or congress.opens_on <= today:
        return None
    return lay_out(STEPS, congress.opens_on, today)[SENDING]


def add(congress: Congress, *, actor: Actor, **fields: Any) -> DossierItem:
    """Add a paper at the end."""
    fields.pop("version", None)
    key = fields.pop("row", None) or new_id()
    row = DossierItem(id=key, congress_id=congress.id, position=queries.next_position(congress.id), **fields)
    db.session.add(row)
    db.session.flush()
    told = fields | {"subcommittee_id": row.body.name if row.body else ""}
    note(actor, N_("Thêm tài liệu vào hồ sơ"), row, label=row.name, changes=differences({}, told))
    return row


def change(item: DossierItem, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change who prepares a paper, by when. Raises RuleBroken or StaleEdit."""
    refuse_stale(item, version)
    before = values_of(item, *fields) | {"subcommittee_id": item.body.name if item.body else ""}
    for name, value in fields.items():
        setattr(item, name, value)
    db.session.flush()
    db.session.expire(item, ["body"])
    after = values_of(item, *fields) | {"subcommittee_id": item.body.name if item.body else ""}
    if changes := differences(before, after):
        note(actor, N_("Sửa tài liệu của hồ sơ"), item, label=item.name, changes=changes)


def move(item: DossierItem, state: DossierState, *, actor: Actor, version: int | None, today: date) -> None:
    """Put a paper into a state. Raises RuleBroken or StaleEdit."""
    refuse_stale(item, version)
    check_move(item.key, state, len(item.files))
    before = values_of(item, "state", "sent_on")
    item.state = state
    if state is DossierState.SENT:
        item.sent_on = today
    if changes := differences(before, values_of(item, "state", "sent_on")):
        note(actor, N_("Chuyển trạng thái tài liệu"), item, label=item.name, changes=changes)


def keep_version(item: DossierItem, paper: Attachment, *, actor: Actor) -> DossierFile:
    """Keep the next version of a paper; one that was missing is a draft now. Raises RuleBroken for a secret one."""
    check_file(item.key)
    row = DossierFile(
        congress_id=item.congress_id,
        dossier_item_id=item.id,
        number=item.number + 1,
        name=paper.name,
        extension=paper.extension,
        size=len(paper.content),
        digest=paper.digest,
        added_by=actor.full_name,
    )
    db.session.add(row)
    changes: dict[str, Any] = {"file": [None, f"{paper.name} ({row.number})"]}
    if item.state is DossierState.MISSING:
        changes["state"] = [item.state.value, DossierState.DRAFT.value]
        item.state = DossierState.DRAFT
    db.session.flush()
    storage().put(row.place, paper.content)
    db.session.expire(item, ["files"])
    note(actor, N_("Thêm bản mới của tài liệu"), item, label=item.name, changes=changes)
    return row


def conclude(
    congress: Congress,
    item: DossierItem,
    *,
    actor: Actor,
    version: int | None,
    conclusions: str,
    on: date,
    due_on: date,
) -> list[Task]:
    """Return a paper with the working group's conclusions, a line each; each becomes a task. Raises RuleBroken."""
    refuse_stale(item, version)
    said = conclusions_of(conclusions)
    if due_on < on:
        raise RuleBroken(N_("Hạn sửa không thể trước ngày có kết luận."), "due_on")
    before = item.state
    item.state = DossierState.RETURNED
    flag_modified(item, "state")  # also a paper that was returned before has a new version now
    note(
        actor,
        N_("Tổ công tác trả lại tài liệu"),
        item,
        label=item.name,
        changes={"state": [before.value, item.state.value], "conclusions": [None, said]},
    )
    return [
        tasks.add(
            congress,
            actor=actor,
            title=each,
            product=item.name[:300],
            subcommittee_id=item.subcommittee_id,
            starts_on=on,
            due_on=due_on,
            dossier_item_id=item.id,
            source=f"Kết luận của tổ công tác, ngày {date_on_paper(on)}",
        )
        for each in said
    ]


def remove(item: DossierItem, *, actor: Actor) -> None:
    """Take a paper off the checklist. Raises RuleBroken once it holds something."""
    if item.files or item.conclusions:
        raise RuleBroken(N_("Tài liệu đã có tệp hoặc kết luận nên không bỏ khỏi hồ sơ được."))
    note(actor, N_("Bỏ tài liệu khỏi hồ sơ"), item, label=item.name)
    db.session.delete(item)

"""Reading tasks: always of one congress, in their order, with the figures that complete some of them."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.congresses.models import Congress
from congress.database import db
from congress.subcommittees.models import Subcommittee
from congress.tasks.models import CalendarFeed, Task, TaskFile, TaskJoin, TaskNeed
from congress.tasks.queries import figures
from congress.tasks.rules import standing
from congress.tasks.rules.schedule import flags_of
from congress.tasks.rules.standing import Count, Line
from congress.tasks.vocabulary import CLOSED, Condition, Flag, TaskState

OFFICE = "Văn phòng Đảng ủy"


def _rows(congress_id: uuid.UUID) -> Select[Task]:
    return (
        select(Task)
        .where(Task.congress_id == congress_id)
        .options(
            selectinload(Task.body),
            selectinload(Task.lead),
            selectinload(Task.joins).selectinload(TaskJoin.body),
            selectinload(Task.joins).selectinload(TaskJoin.member),
            selectinload(Task.needs),
            selectinload(Task.notes),
            selectinload(Task.files),
        )
    )


def rows(congress_id: uuid.UUID) -> list[Task]:
    """Every task in order, each followed by its sub-tasks."""
    found = db.session.scalars(_rows(congress_id).order_by(Task.position, Task.id)).all()
    parts: dict[uuid.UUID | None, list[Task]] = {}
    known = {task.id for task in found}
    for task in found:
        parts.setdefault(task.parent_id if task.parent_id in known else None, []).append(task)
    return [each for whole in parts.get(None, []) for each in (whole, *parts.get(whole.id, []))]


def one(congress_id: uuid.UUID, task_id: uuid.UUID) -> Task:
    """One task; raises NoResultFound for another congress's."""
    return db.session.scalars(_rows(congress_id).where(Task.id == task_id)).one()


def one_file(congress_id: uuid.UUID, file_id: uuid.UUID) -> TaskFile:
    """One file of a task; raises NoResultFound for another congress's."""
    return db.session.scalars(select(TaskFile).where(TaskFile.congress_id == congress_id, TaskFile.id == file_id)).one()


def next_position(congress_id: uuid.UUID) -> int:
    """The place after the last task."""
    return (db.session.scalar(select(func.max(Task.position)).where(Task.congress_id == congress_id)) or 0) + 1


def keys(congress_id: uuid.UUID) -> set[str]:
    """Which steps of the template were taken already."""
    return set(db.session.scalars(select(Task.key).where(Task.congress_id == congress_id, Task.key != "")))


def needs(congress_id: uuid.UUID) -> dict[uuid.UUID, list[uuid.UUID]]:
    """For each task those it waits for."""
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    for row in db.session.scalars(select(TaskNeed).where(TaskNeed.congress_id == congress_id).order_by(TaskNeed.id)):
        found.setdefault(row.task_id, []).append(row.needed_id)
    return found


def titles(congress_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """The titles of all tasks, in order."""
    found = db.session.execute(
        select(Task.id, Task.title).where(Task.congress_id == congress_id).order_by(Task.position, Task.id)
    )
    return {row.id: row.title for row in found}


def lines(congress: Congress, today: date) -> list[Line]:
    """Every task as views and papers take it; a fixed number of queries for a given set of conditions."""
    found = rows(congress.id)
    counts = figures.counts(congress, (task.condition for task in found if task.condition))
    numbers = standing.numbers([(task.id, task.parent_id) for task in found])
    by_id = {task.id: task for task in found}
    states = {task.id: standing.state_by_figures(task.state, _count(task, counts)) for task in found}
    return [_line(task, congress, today, numbers[task.id], by_id, states, counts) for task in found]


def _count(task: Task, counts: dict[Condition, Count]) -> Count | None:
    return counts[task.condition] if task.condition else None


def _line(
    task: Task,
    congress: Congress,
    today: date,
    number: str,
    by_id: dict[uuid.UUID, Task],
    states: dict[uuid.UUID, TaskState],
    counts: dict[Condition, Count],
) -> Line:
    state, parent = states[task.id], by_id.get(task.parent_id) if task.parent_id else None
    needed = [row.needed_id for row in task.needs if row.needed_id in by_id]
    flags = flags_of(
        task.due_on,
        congress.opens_on,
        offset=task.offset,
        needed=[by_id[each].due_on for each in needed],
        parent=parent.due_on if parent else None,
    )
    if state is TaskState.DONE and any(states[each] not in CLOSED for each in needed):
        flags = (*flags, Flag.UNMET)
    joins = [join.who for join in task.joins] + ([task.others] if task.others else [])
    return Line(
        id=task.id,
        number=number,
        title=task.title,
        product=task.product,
        body_id=task.subcommittee_id,
        body=task.body.name if task.body else OFFICE,
        lead=task.lead.name if task.lead else "",
        lead_id=task.lead_id,
        joins=tuple(joins),
        joining=frozenset(join.subcommittee_id for join in task.joins if join.subcommittee_id),
        starts_on=task.starts_on,
        due_on=task.due_on,
        kept=task.state,
        state=state,
        condition=task.condition,
        count=_count(task, counts),
        flags=flags if state not in CLOSED or Flag.UNMET in flags else (),
        timing=standing.timing_of(task.due_on, state, today),
        parent_id=task.parent_id,
        needs=tuple(needed),
        done_on=task.done_on,
        late_days=max((today - task.due_on).days, 0) if task.due_on and state not in CLOSED else 0,
        note=task.notes[0].text if task.notes else "",
        files=len(task.files),
        source=task.source,
        dossier=task.dossier_item_id is not None,
    )


def names_of(bodies: Sequence[Subcommittee]) -> dict[uuid.UUID | None, str]:
    """Everybody who may lead: the subcommittees in order, then the office (no id)."""
    return {**{body.id: body.name for body in bodies}, None: OFFICE}


def feeds(congress_id: uuid.UUID) -> dict[uuid.UUID, CalendarFeed]:
    """The calendars that were given out, by member."""
    rows = db.session.scalars(select(CalendarFeed).where(CalendarFeed.congress_id == congress_id))
    return {row.member_id: row for row in rows}


def feed(congress_id: uuid.UUID, feed_id: uuid.UUID) -> CalendarFeed:
    """One calendar; raises NoResultFound once it was taken back."""
    return db.session.scalars(
        select(CalendarFeed).where(CalendarFeed.congress_id == congress_id, CalendarFeed.id == feed_id)
    ).one()

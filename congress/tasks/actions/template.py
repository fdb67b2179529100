"""Taking the plan of work from the template, dated by the opening day."""

from datetime import date

from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor, note
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.subcommittees import queries as subcommittees
from congress.subcommittees.vocabulary import MemberRole
from congress.tasks.models import Task, TaskJoin, TaskNeed
from congress.tasks.queries import tasks as queries
from congress.tasks.rules.schedule import lay_out
from congress.tasks.rules.template import STEPS


def take(congress: Congress, *, actor: Actor, start: date) -> int:
    """Add every step of the template that is not there yet; returns how many. Raises RuleBroken.

    Who is led by a kind of subcommittee goes to the first of that kind and its secretary; without one, to the office.
    """
    db.session.refresh(congress, with_for_update=True)  # pressed twice at once: the second one waits and is refused
    days = lay_out(STEPS, congress.opens_on, start)
    had = queries.keys(congress.id)
    wanted = [step for step in STEPS if step.key not in had]
    if not wanted:
        raise RuleBroken(N_("Mọi việc của kế hoạch mẫu đã có trong danh sách."))
    bodies = {body.kind: body for body in reversed(subcommittees.listed(congress.id))}
    place = queries.next_position(congress.id)
    made = {row.key: row for row in queries.rows(congress.id) if row.key}
    for number, step in enumerate(wanted):
        body = bodies.get(step.body) if step.body else None
        secretary = next(iter(body.holding(MemberRole.SECRETARY)), None) if body else None
        row = Task(
            congress_id=congress.id,
            position=place + number,
            title=step.title,
            product=step.product,
            subcommittee_id=body.id if body else None,
            lead_id=secretary.id if secretary else None,
            others=step.others,
            due_on=days[step.key],
            condition=step.condition,
            key=step.key,
            offset=step.offset,
            source=step.source,
            parent_id=made[step.parent].id if step.parent in made else None,
        )
        made[step.key] = row
        db.session.add(row)
        db.session.flush()
        for kind in step.joins:
            if joining := bodies.get(kind):
                db.session.add(TaskJoin(congress_id=congress.id, task_id=row.id, subcommittee_id=joining.id))
        for need in step.needs:
            if need in made:
                db.session.add(TaskNeed(congress_id=congress.id, task_id=row.id, needed_id=made[need].id))
        note(
            actor,
            N_("Thêm công việc từ kế hoạch mẫu"),
            row,
            label=row.title,
            changes={"due_on": [None, str(row.due_on)]},
        )
    db.session.flush()
    db.session.expire_all()
    return len(wanted)

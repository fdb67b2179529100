"""Who owes what: the tasks of each person and body, and each person's calendar."""

import uuid
from dataclasses import dataclass

from flask import Response, abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response as Redirect

from congress.database import now, transaction
from congress.shared import clock
from congress.subcommittees import queries as subcommittees
from congress.subcommittees.rules import Person
from congress.tasks.actions import tasks as actions
from congress.tasks.models import CalendarFeed
from congress.tasks.queries import tasks as queries
from congress.tasks.rules import standing
from congress.tasks.rules.calendar import Deadline, calendar
from congress.tasks.rules.standing import Line, Tally
from congress.tasks.views.frame import blueprint, lines
from congress.tasks.vocabulary import CLOSED
from congress.web.access import Permission, public, requires


@dataclass(frozen=True)
class Load:
    """A person with the tasks they lead and those they join, and the calendar that was given out."""

    person: Person
    leads: Tally
    joins: int
    feed: CalendarFeed | None

    @property
    def member_id(self) -> uuid.UUID:
        """The row the calendar hangs on: the person's first place."""
        return self.person.seats[0].key


def _loads() -> list[Load]:
    found, feeds = lines(), queries.feeds(g.congress.id)
    people = subcommittees.everybody(subcommittees.listed(g.congress.id))
    return [
        Load(
            person,
            standing.tally(person.name, led_by(person, found)),
            sum(person.name in line.joins and line.state not in CLOSED for line in found),
            next((feeds[seat.key] for seat in person.seats if seat.key in feeds), None),
        )
        for person in people
    ]


def led_by(person: Person, found: list[Line]) -> list[Line]:
    """The tasks somebody leads, from whichever place."""
    places = {seat.key for seat in person.seats}
    return [line for line in found if line.lead_id in places]


@blueprint.get("/people")
@requires(Permission.READ_TASKS)
def people() -> str:
    loads = _loads()
    bodies = queries.names_of(subcommittees.listed(g.congress.id))
    return render_template("tasks/people.html", loads=loads, tallies=standing.by_body(lines(), bodies), view="people")


@blueprint.post("/people/<uuid:member_id>/calendar")
@requires(Permission.MANAGE_TASKS)
def give_calendar(member_id: uuid.UUID) -> Redirect:
    """Give out the address of somebody's calendar; one that was given out before stops working."""
    member = subcommittees.member(g.congress.id, member_id)
    with transaction():
        actions.give_calendar(g.congress, member, actor=current_user)
    flash(_("Đã cấp địa chỉ lịch cho %(name)s. Chép địa chỉ ấy vào lịch trên điện thoại.", name=member.name))
    return redirect(url_for("tasks.people"))


@blueprint.post("/calendar/<uuid:feed_id>/take-back")
@requires(Permission.MANAGE_TASKS)
def take_back_calendar(feed_id: uuid.UUID) -> Redirect:
    row = queries.feed(g.congress.id, feed_id)
    member = subcommittees.member(g.congress.id, row.member_id)
    name = member.name
    with transaction():
        actions.take_back_calendar(row, member, actor=current_user)
    flash(_("Đã thu hồi địa chỉ lịch của %(name)s.", name=name))
    return redirect(url_for("tasks.people"))


@blueprint.get("/calendar/<uuid:feed_id>.ics")
@public
def feed(feed_id: uuid.UUID) -> Response:
    """The deadlines of one person, for a calendar that cannot sign in; whoever has the address reads them."""
    if g.congress is None:
        abort(404)
    row = queries.feed(g.congress.id, feed_id)
    everybody = subcommittees.everybody(subcommittees.listed(g.congress.id))
    person = next((each for each in everybody if any(seat.key == row.member_id for seat in each.seats)), None)
    if person is None:
        abort(404)
    found = queries.lines(g.congress, clock.today())
    deadlines = [_deadline(line) for line in led_by(person, found) if line.due_on and line.state not in CLOSED]
    text = calendar(f"Công việc: {person.name}", [each for each in deadlines if each], now())
    return Response(text, mimetype="text/calendar", headers={"Cache-Control": "no-store"})


def _deadline(line: Line) -> Deadline:
    assert line.due_on is not None
    words = [
        f"Chủ trì: {line.who}",
        f"Phối hợp: {', '.join(line.joins)}" if line.joins else "",
        f"Sản phẩm: {line.product}",
    ]
    return Deadline(
        uid=f"{line.id}@cong-viec",
        day=line.due_on,
        summary=line.title,
        description="\n".join(filter(None, words)),
    )

"""Reading badges and what stands on them: always of one congress, delegates in printed order."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from congress.attendance.models import Badge, BadgeRun
from congress.attendance.rules.badges import BadgeLine, Held, face_of
from congress.congresses.models import Congress
from congress.database import db
from congress.delegates import queries as delegates
from congress.delegates.rules import roll
from congress.people import queries as people
from congress.shared.scope import UnitScope


def badges(congress_id: uuid.UUID) -> dict[uuid.UUID, Badge]:
    """Every badge by its delegate, with the run it was printed in last."""
    rows = select(Badge).where(Badge.congress_id == congress_id).options(joinedload(Badge.run))
    return {badge.delegate_id: badge for badge in db.session.scalars(rows)}


def badge_lines(congress_id: uuid.UUID) -> list[BadgeLine]:
    """Every delegate with the badge there is, by cell, the officials by name, then the alternates by rank."""
    everything = UnitScope.everything()
    photos = people.photos(congress_id)
    people_of = delegates.people_of(congress_id, everything)
    held = badges(congress_id)
    lines = roll.in_order(delegates.lines(congress_id, everything), "unit")
    return [
        BadgeLine(line, face_of(line, photos.get(people_of[line.id], "")), _held(held.get(line.id))) for line in lines
    ]


def _held(badge: Badge | None) -> Held | None:
    if badge is None:
        return None
    return Held(
        badge.badge_class,
        badge.number,
        badge.times_printed,
        badge.run.printed_at if badge.run else None,
        badge.run.printed_by if badge.run else "",
        badge.printed,
    )


def hold_numbers(congress: Congress) -> None:
    """Let nobody else give numbers in this congress until the transaction ends."""
    row = select(Congress.id).where(Congress.id == congress.id).with_for_update()
    db.session.execute(row)


def runs(congress_id: uuid.UUID) -> Sequence[BadgeRun]:
    """Every print run, the latest first."""
    rows = select(BadgeRun).where(BadgeRun.congress_id == congress_id)
    return db.session.scalars(rows.order_by(BadgeRun.printed_at.desc(), BadgeRun.id.desc())).all()


def run(congress_id: uuid.UUID, run_id: uuid.UUID) -> BadgeRun:
    """One print run; raises NoResultFound for another congress's."""
    return db.session.scalars(select(BadgeRun).where(BadgeRun.congress_id == congress_id, BadgeRun.id == run_id)).one()


def of_run(congress_id: uuid.UUID, run_id: uuid.UUID | None = None) -> Sequence[Badge]:
    """The badges whose last print was this run (any run without one), by class and number."""
    rows = select(Badge).where(Badge.congress_id == congress_id, Badge.times_printed > 0)
    if run_id is not None:
        rows = rows.where(Badge.run_id == run_id)
    found = db.session.scalars(rows).all()
    return sorted(found, key=lambda badge: (badge.badge_class != "official_badge", badge.number))

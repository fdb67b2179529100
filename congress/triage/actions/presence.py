"""Who has a point open: noted so that two people do not answer it at once. No journal: nothing is decided here."""

import uuid

from sqlalchemy import delete

from congress.database import db, now
from congress.triage.models import Point, Presence


def be_here(point: Point, *, account_id: uuid.UUID, name: str) -> None:
    """Somebody has the page of a point open; an older note of theirs is replaced."""
    be_gone(point, account_id=account_id)
    db.session.add(
        Presence(congress_id=point.congress_id, point_id=point.id, account_id=account_id, name=name, seen_at=now())
    )


def be_gone(point: Point, *, account_id: uuid.UUID) -> None:
    """Somebody has left."""
    db.session.execute(
        delete(Presence).where(
            Presence.congress_id == point.congress_id,
            Presence.point_id == point.id,
            Presence.account_id == account_id,
        )
    )

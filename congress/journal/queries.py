"""Reading the journal."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select

from congress.database import db
from congress.journal.models import JournalEntry


def history_of(congress_id: uuid.UUID, subject_id: uuid.UUID, limit: int = 200) -> Sequence[JournalEntry]:
    """The acts on one record, newest first."""
    return db.session.scalars(
        select(JournalEntry)
        .where(JournalEntry.congress_id == congress_id, JournalEntry.subject_id == subject_id)
        .order_by(JournalEntry.at.desc(), JournalEntry.id.desc())
        .limit(limit)
    ).all()


def latest_of(congress_id: uuid.UUID, subject_id: uuid.UUID) -> JournalEntry | None:
    """The last act on one record."""
    return next(iter(history_of(congress_id, subject_id, limit=1)), None)


def latest(congress_id: uuid.UUID, limit: int = 50, offset: int = 0) -> Sequence[JournalEntry]:
    """The last acts in a congress, newest first."""
    return db.session.scalars(
        select(JournalEntry)
        .where(JournalEntry.congress_id == congress_id)
        .order_by(JournalEntry.at.desc(), JournalEntry.id.desc())
        .limit(limit)
        .offset(offset)
    ).all()

"""Reading the journal."""

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func, select

from congress.database import db
from congress.journal.models import JournalEntry
from congress.shared.vietnamese import name_sort_key


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


def latest(
    congress_id: uuid.UUID, *, kinds: Collection[str] | None = None, actor: str = "", limit: int = 50, offset: int = 0
) -> Sequence[JournalEntry]:
    """The last acts in a congress, newest first; narrowed to rows of these kinds and to one person's name."""
    rows = select(JournalEntry).where(*_narrowed(congress_id, kinds, actor))
    return db.session.scalars(
        rows.order_by(JournalEntry.at.desc(), JournalEntry.id.desc()).limit(limit).offset(offset)
    ).all()


def count(congress_id: uuid.UUID, *, kinds: Collection[str], actor: str = "") -> int:
    """How many acts `latest` would go through."""
    rows = select(func.count()).select_from(JournalEntry).where(*_narrowed(congress_id, kinds, actor))
    return db.session.scalar(rows) or 0


def _narrowed(congress_id: uuid.UUID, kinds: Collection[str] | None, actor: str) -> list[ColumnElement[bool]]:
    wanted = [JournalEntry.congress_id == congress_id]
    if kinds is not None:
        wanted.append(JournalEntry.subject_kind.in_(kinds))
    if actor:
        wanted.append(JournalEntry.actor_name == actor)
    return wanted


def actors(congress_id: uuid.UUID, *, kinds: Collection[str]) -> list[str]:
    """The names of everybody who did something to rows of these kinds, in Vietnamese name order."""
    rows = select(JournalEntry.actor_name).where(*_narrowed(congress_id, kinds, "")).distinct()
    return sorted(db.session.scalars(rows), key=name_sort_key)


def kinds_present(congress_id: uuid.UUID) -> set[str]:
    """The kinds of rows the journal of a congress speaks of."""
    rows = select(JournalEntry.subject_kind).where(JournalEntry.congress_id == congress_id).distinct()
    return set(db.session.scalars(rows))

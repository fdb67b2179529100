"""Writing the journal, and refusing to overwrite what somebody else saved meanwhile."""

import uuid
from typing import Any, Protocol

from congress.database import db
from congress.journal import queries
from congress.journal.models import JournalEntry
from congress.journal.rules import Changes
from congress.shared.problems import StaleEdit


class Actor(Protocol):
    """Whoever acts: an account, or a named process such as the demo."""

    @property
    def id(self) -> uuid.UUID | None: ...
    @property
    def full_name(self) -> str: ...


class Subject(Protocol):
    """What is acted on: any root row."""

    @property
    def id(self) -> Any: ...
    @property
    def congress_id(self) -> Any: ...
    @property
    def __tablename__(self) -> str: ...


def note(
    actor: Actor,
    act: str,
    subject: Subject,
    *,
    label: str,
    changes: Changes | None = None,
    reason: str = "",
) -> JournalEntry:
    """Write one act to the journal of the subject's congress; `act` is a Vietnamese source string marked with N_()."""
    db.session.flush()  # a new subject gets its id
    entry = JournalEntry(
        congress_id=subject.congress_id,
        actor_id=actor.id,
        actor_name=actor.full_name,
        act=act,
        subject_kind=subject.__tablename__,
        subject_id=subject.id,
        subject_label=label[:300],
        changes=changes or {},
        reason=reason,
    )
    db.session.add(entry)
    return entry


def refuse_stale(row: Any, seen_version: int | None) -> None:
    """Raise StaleEdit when `row` has moved on from the version its editor saw: who saved it, when, and what changed."""
    if seen_version is None or seen_version == row.version:
        return
    latest = queries.latest_of(row.congress_id, row.id)
    raise StaleEdit(
        who=latest.actor_name if latest else "",
        at=latest.at if latest else None,
        changes=latest.changes if latest else {},
        version=row.version,
        table=row.__tablename__,
    )

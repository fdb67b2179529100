"""Reading the programme: always of one congress, sessions in the order of their start."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.rules.cautions import cautions
from congress.agenda.rules.clock import Clock, clock_of
from congress.agenda.vocabulary import SessionKind
from congress.congresses.models import Congress
from congress.congresses.rules import Caution
from congress.database import db
from congress.journal import queries as journal
from congress.journal.models import JournalEntry
from congress.shared.periods import Period

KINDS = {AgendaSession.__tablename__, AgendaItem.__tablename__}


@dataclass(frozen=True)
class LaidOut:
    """A session with its clock; `clock.slots` stand beside `session.items`."""

    session: AgendaSession
    clock: Clock


@dataclass(frozen=True)
class Summary:
    """The programme in a few figures."""

    sessions: int
    items: int
    days: tuple[date, ...]
    overrun_minutes: int
    cautions: int
    first: AgendaSession | None


def sessions(congress_id: uuid.UUID, *, for_update: bool = False) -> Sequence[AgendaSession]:
    """All sessions with their items, in the order of their start; `for_update` keeps others from moving items."""
    rows = (
        select(AgendaSession)
        .where(AgendaSession.congress_id == congress_id)
        .order_by(AgendaSession.day, AgendaSession.starts_at, AgendaSession.id)
        .options(selectinload(AgendaSession.items))
    )
    if for_update:
        rows = rows.with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(rows).all()


def one_session(congress_id: uuid.UUID, session_id: uuid.UUID) -> AgendaSession:
    """One session with its items; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(AgendaSession)
        .where(AgendaSession.congress_id == congress_id, AgendaSession.id == session_id)
        .options(selectinload(AgendaSession.items))
    ).one()


def one_item(congress_id: uuid.UUID, item_id: uuid.UUID) -> AgendaItem:
    """One item; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(AgendaItem).where(AgendaItem.congress_id == congress_id, AgendaItem.id == item_id)
    ).one()


def laid_out(congress_id: uuid.UUID) -> list[LaidOut]:
    """The whole programme with its clock times."""
    return [LaidOut(session, clock_of(session.plan)) for session in sessions(congress_id)]


def order(rows: Sequence[AgendaSession]) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    """The order of items in sessions, as the rules take it."""
    return {session.id: tuple(item.id for item in session.items) for session in rows}


def programme_cautions(congress: Congress, rows: Sequence[AgendaSession]) -> list[Caution]:
    """What is unusual about the programme of this congress."""
    days = None
    if congress.opens_on and congress.closes_on:
        days = Period(congress.opens_on, congress.closes_on + timedelta(days=1))
    return cautions([session.plan for session in rows], max_days=congress.max_days, congress_days=days)


def programme_summary(congress: Congress) -> Summary:
    """Sessions, items, days of the congress itself, minutes of overrun, number of cautions, the first session."""
    rows = sessions(congress.id)
    return Summary(
        sessions=len(rows),
        items=sum(len(session.items) for session in rows),
        days=tuple(sorted({session.day for session in rows if session.kind is not SessionKind.BEFORE})),
        overrun_minutes=sum(clock_of(session.plan).overrun for session in rows),
        cautions=len(programme_cautions(congress, rows)),
        first=rows[0] if rows else None,
    )


def is_empty(congress_id: uuid.UUID) -> bool:
    """Whether the congress has no session yet."""
    rows = select(func.count()).select_from(AgendaSession).where(AgendaSession.congress_id == congress_id)
    return not db.session.scalar(rows)


def latest_change(congress_id: uuid.UUID) -> JournalEntry | None:
    """The last act on the programme, among the congress's last ones."""
    return next((entry for entry in journal.latest(congress_id) if entry.subject_kind in KINDS), None)

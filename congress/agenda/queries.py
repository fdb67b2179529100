"""Reading the programme: always of one congress, sessions in the order of their start."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from congress.agenda.models import AgendaActual, AgendaItem, AgendaRelease, AgendaSession, AgendaSpeech
from congress.agenda.rules.cautions import Check, Hall, cautions
from congress.agenda.rules.changes import Change, compare
from congress.agenda.rules.clock import Clock, Slot, clock_of, parts_of
from congress.agenda.rules.live import Actual, Run, look
from congress.agenda.rules.snapshot import Entry, Programme, Sitting
from congress.agenda.vocabulary import ItemKind, Presence, SessionKind
from congress.congresses.models import Congress
from congress.database import db
from congress.delegates import queries as delegates
from congress.delegates.rules.majority import base_of
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing
from congress.journal import queries as journal
from congress.journal.models import JournalEntry
from congress.shared.clock import HANOI
from congress.shared.periods import Period
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import fold

WITH_ITEMS = selectinload(AgendaSession.items).selectinload(AgendaItem.parts)
IN_A_SNAPSHOT = (
    "title", "detail", "kind", "presenter", "chair", "introduced_by", "preparer", "paper", "place", "note", "script",
    "vote_wording", "fallback", "internal_note",
)  # fmt: skip
KINDS = {AgendaSession.__tablename__, AgendaItem.__tablename__, AgendaRelease.__tablename__}


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
        .options(WITH_ITEMS)
    )
    if for_update:
        rows = rows.with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(rows).all()


def one_session(congress_id: uuid.UUID, session_id: uuid.UUID) -> AgendaSession:
    """One session with its items; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(AgendaSession)
        .where(AgendaSession.congress_id == congress_id, AgendaSession.id == session_id)
        .options(WITH_ITEMS)
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


def hall(congress_id: uuid.UUID) -> Hall:
    """Who of those a programme may name sits in the hall, and the base of a majority (domain.md §5.5)."""
    lines = delegates.lines(congress_id, UnitScope.everything())
    people = {fold(line.full_name): _presence(line) for line in lines}
    return Hall(people, base_of(lines).base)


def _presence(line: Line) -> Presence:
    if not line.takes_part or line.misses_all:
        return Presence.AWAY
    return Presence.OFFICIAL if line.standing is Standing.OFFICIAL else Presence.ALTERNATE


def names(congress_id: uuid.UUID) -> list[str]:
    """The delegates' names, offered where a programme names somebody."""
    lines = delegates.lines(congress_id, UnitScope.everything())
    return list(dict.fromkeys(line.full_name for line in sorted(lines, key=lambda each: each.name_sort)))


def programme_cautions(congress: Congress, rows: Sequence[AgendaSession]) -> list[Check]:
    """What is unusual about the programme of this congress."""
    days = None
    if congress.opens_on and congress.closes_on:
        days = Period(congress.opens_on, congress.closes_on + timedelta(days=1))
    return cautions(
        [session.plan for session in rows], max_days=congress.max_days, congress_days=days, hall=hall(congress.id)
    )


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


def draft(rows: Sequence[AgendaSession]) -> Programme:
    """The programme as it is being written, as a snapshot."""
    return tuple(_sitting(LaidOut(session, clock_of(session.plan))) for session in rows)


def _sitting(laid: LaidOut) -> Sitting:
    session, clock = laid.session, laid.clock
    return Sitting(
        id=str(session.id),
        title=session.title,
        kind=session.kind,
        day=session.day,
        start=clock.start,
        end=clock.planned_end,
        reached=clock.end,
        place=session.place,
        note=session.note,
        entries=tuple(_entry(item, slot) for item, slot in zip(session.items, clock.slots, strict=True)),
    )


def _entry(item: AgendaItem, slot: Slot, *, part: bool = False) -> Entry:
    parts = () if part else zip(item.parts, parts_of(item.plan, slot), strict=True)
    words = {name: getattr(item, name) for name in IN_A_SNAPSHOT}
    return Entry(
        id=str(item.id),
        start=slot.start,
        end=slot.end,
        votes=item.is_vote,
        parts=tuple(_entry(each, own, part=True) for each, own in parts),
        **words,
    )


def releases(congress_id: uuid.UUID) -> Sequence[AgendaRelease]:
    """All released programmes, the newest first."""
    rows = select(AgendaRelease).where(AgendaRelease.congress_id == congress_id)
    return db.session.scalars(rows.order_by(AgendaRelease.number.desc())).all()


def latest_release(congress_id: uuid.UUID) -> AgendaRelease | None:
    """The programme in force; None while nothing has been released."""
    rows = select(AgendaRelease).where(AgendaRelease.congress_id == congress_id)
    return db.session.scalars(rows.order_by(AgendaRelease.number.desc()).limit(1)).first()


def one_release(congress_id: uuid.UUID, release_id: uuid.UUID) -> AgendaRelease:
    """One released programme; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(AgendaRelease).where(AgendaRelease.congress_id == congress_id, AgendaRelease.id == release_id)
    ).one()


def changes_since(release: AgendaRelease | None, rows: Sequence[AgendaSession]) -> list[Change]:
    """What the draft changes against the release in force."""
    return compare(release.programme if release else (), draft(rows))


def in_force(congress_id: uuid.UUID, *, of_draft: bool = False) -> tuple[Programme, AgendaRelease | None]:
    """The programme to print or to run: the last release, or the draft where there is none or it is asked for."""
    release = None if of_draft else latest_release(congress_id)
    return (release.programme, release) if release else (draft(sessions(congress_id)), None)


def actual_rows(congress_id: uuid.UUID) -> Sequence[AgendaActual]:
    """What really happened, in the order of its start."""
    rows = select(AgendaActual).where(AgendaActual.congress_id == congress_id)
    return db.session.scalars(rows.order_by(AgendaActual.started_at, AgendaActual.id)).all()


def actuals_of(rows: Sequence[AgendaActual]) -> dict[str, Actual]:
    """The same as the rules take it, in the time of Hanoi."""
    return {
        str(row.item_id): Actual(local(row.started_at), local(row.finished_at) if row.finished_at else None)
        for row in rows
    }


def local(moment: datetime) -> datetime:
    """A moment as the clock in the hall shows it."""
    return moment.astimezone(HANOI).replace(tzinfo=None)


def run(congress_id: uuid.UUID, now: datetime) -> Run | None:
    """The congress as it runs at `now`, by the programme in force; None while none has been released."""
    release = latest_release(congress_id)
    if release is None:
        return None
    return look(release.programme, actuals_of(actual_rows(congress_id)), local(now))


def _speeches(congress_id: uuid.UUID, scope: UnitScope) -> Select[AgendaSpeech]:
    rows = select(AgendaSpeech).where(AgendaSpeech.congress_id == congress_id).options(joinedload(AgendaSpeech.unit))
    return rows if scope.unit_ids is None else rows.where(AgendaSpeech.unit_id.in_(scope.unit_ids))


def speeches(congress_id: uuid.UUID, scope: UnitScope) -> Sequence[AgendaSpeech]:
    """The registered papers of these cells with their cell, in the order they are called up."""
    return db.session.scalars(_speeches(congress_id, scope).order_by(AgendaSpeech.position, AgendaSpeech.id)).all()


def one_speech(congress_id: uuid.UUID, scope: UnitScope, speech_id: uuid.UUID) -> AgendaSpeech:
    """One registered paper; raises NoResultFound for another congress's or another cell's."""
    return db.session.scalars(_speeches(congress_id, scope).where(AgendaSpeech.id == speech_id)).one()


def discussion_minutes(congress_id: uuid.UUID) -> int:
    """The minutes the draft leaves for papers and discussion."""
    kinds = (item for session in sessions(congress_id) for item in session.items if item.kind is ItemKind.PAPER)
    return sum(item.minutes for item in kinds)

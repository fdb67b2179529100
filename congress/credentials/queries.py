"""Reading reports, the committee, checks and decisions: always of one congress."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from congress.agenda import queries as agenda
from congress.allocation import queries as allocation
from congress.congresses.models import Congress
from congress.credentials.models import CommitteeMember, CredentialsReport, Decision, StructureTarget
from congress.credentials.rules import queue, structure
from congress.credentials.rules.changes import Changes, changes
from congress.credentials.rules.checks import Cell, Known, check
from congress.credentials.rules.contradictions import (
    Contradiction,
    Quota,
    Typed,
    contradictions,
    elected_of,
    intake,
)
from congress.credentials.rules.figures import BANDS, Figures, figures_of
from congress.credentials.rules.posts import is_party_secretary
from congress.credentials.vocabulary import CommitteeRole, CountedOn, Verdict
from congress.database import db
from congress.delegates import queries as delegates
from congress.delegates.models import Delegate
from congress.delegates.rules import majority
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing
from congress.people import queries as people
from congress.people.rules import Identity
from congress.shared.clock import today
from congress.shared.scope import UnitScope
from congress.units import queries as units


def reports(congress_id: uuid.UUID) -> Sequence[CredentialsReport]:
    """Every report, the newest first."""
    rows = select(CredentialsReport).where(CredentialsReport.congress_id == congress_id)
    return db.session.scalars(rows.order_by(CredentialsReport.number.desc())).all()


def report(congress_id: uuid.UUID, report_id: uuid.UUID) -> CredentialsReport:
    """One report; raises NoResultFound for another congress's."""
    rows = select(CredentialsReport).where(
        CredentialsReport.congress_id == congress_id, CredentialsReport.id == report_id
    )
    return db.session.scalars(rows).one()


def next_number(congress_id: uuid.UUID) -> int:
    """The number of the next report."""
    rows = select(func.max(CredentialsReport.number)).where(CredentialsReport.congress_id == congress_id)
    return (db.session.scalar(rows) or 0) + 1


def committee(congress_id: uuid.UUID) -> Sequence[CommitteeMember]:
    """The committee with its delegates, the head first."""
    rows = (
        select(CommitteeMember)
        .where(CommitteeMember.congress_id == congress_id)
        .options(
            joinedload(CommitteeMember.delegate).joinedload(Delegate.person),
            joinedload(CommitteeMember.delegate).joinedload(Delegate.unit),
        )
        .order_by(CommitteeMember.role, CommitteeMember.position, CommitteeMember.id)
    )
    return db.session.scalars(rows).all()


def member(congress_id: uuid.UUID, delegate_id: uuid.UUID) -> CommitteeMember | None:
    """Whoever sits in the committee as this delegate."""
    rows = select(CommitteeMember).where(
        CommitteeMember.congress_id == congress_id, CommitteeMember.delegate_id == delegate_id
    )
    return db.session.scalars(rows).one_or_none()


def lines(congress: Congress) -> list[Line]:
    """Everybody on the registry, card numbers included: the same card is the same person."""
    everything = UnitScope.everything()
    return delegates.lines(congress.id, everything, private=everything)


def counted(congress: Congress, known: Sequence[Line], counted_on: CountedOn, bands: str = "30-40-50-60-70") -> Figures:
    """The figures of this moment; ages on the opening day, or today where none is set."""
    return figures_of(
        known,
        day=congress.opens_on or today(),
        decided=congress.official_total,
        counted_on=counted_on,
        bands=BANDS.get(bands, BANDS["30-40-50-60-70"]),
    )


def changes_since(
    congress: Congress, rows: Sequence[CredentialsReport], known: Sequence[Line]
) -> dict[uuid.UUID, Changes]:
    """What has moved since each of these reports was drawn up; no statement of its own."""
    present: dict[tuple[CountedOn, str], Figures] = {}
    found = {}
    for row in rows:
        way = (row.counted_on, row.bands)
        if way not in present:
            present[way] = counted(congress, known, *way)
        found[row.id] = changes(row.kept, present[way])
    return found


def first_day(congress: Congress) -> date | None:
    """The day the congress sits first: of the programme, where its preparatory session comes before the opening."""
    days = [congress.opens_on, *(row.day for row in agenda.sessions(congress.id))]
    return min((day for day in days if day), default=None)


def signer(congress: Congress, row: CredentialsReport) -> str:
    """Who most likely signs a report: the head of its committee, else the Party secretary, if a delegate; or ""."""
    if row.by_committee:
        return next((each["name"] for each in row.committee if each["role"] == CommitteeRole.HEAD), "")
    return next((line.full_name for line in lines(congress) if line.takes_part and is_party_secretary(line.post)), "")


def disagreements(congress: Congress, figures: Figures, typed: Typed, known: Sequence[Line]) -> list[Contradiction]:
    """What does not agree: figures with each other, with what was typed, with the issued quotas."""
    cells = units.listed(congress.id, UnitScope.everything())
    quotas = [Quota(unit.name, unit.official_quota, elected_of(known, unit.name)) for unit in cells]
    owing = {
        row.unit_name: row.submitted_at is not None or (row.entered > 0 and not row.to_send)
        for row in delegates.registrations_from(congress, cells, known)
        if row.entered or row.filled.official_quota
    }
    return contradictions(figures, typed, known, quotas, intake(known, owing))


def base(known: Sequence[Line]) -> majority.Base:
    """The base of a majority as the registry stands (domain.md §5.5)."""
    return majority.base_of(known)


def background(congress: Congress) -> Known:
    """What the checks take besides the roll; a fixed number of statements."""
    plan = allocation.in_force(congress.id)
    named = {
        line.unit_id: frozenset(Identity(name).name_key for name in line.as_cell.ex_officio_names)
        for line in (plan.lines if plan else ())
    }
    cells = {
        unit.id: Cell(unit.official_quota, unit.alternate_quota, unit.held_on, named.get(unit.id, frozenset()))
        for unit in units.listed(congress.id, UnitScope.everything())
    }
    return Known(congress.opens_on or today(), cells, issued=plan is not None, photos=_pictured(congress.id))


def _pictured(congress_id: uuid.UUID) -> frozenset[uuid.UUID] | None:
    """The delegates whose portrait the congress has; None before the first one, when nobody is asked for one yet."""
    with_photo = people.with_photo(congress_id)
    if not with_photo:
        return None
    rows = select(Delegate.id, Delegate.person_id).where(Delegate.congress_id == congress_id)
    return frozenset(row.id for row in db.session.execute(rows) if row.person_id in with_photo)


def decisions(congress_id: uuid.UUID) -> dict[uuid.UUID, Decision]:
    """Every decision about a delegate, by the delegate's id."""
    rows = select(Decision).where(Decision.congress_id == congress_id)
    return {row.delegate_id: row for row in db.session.scalars(rows)}


def decision(congress_id: uuid.UUID, delegate_id: uuid.UUID) -> Decision | None:
    """What was decided about one delegate, if anything."""
    rows = select(Decision).where(Decision.congress_id == congress_id, Decision.delegate_id == delegate_id)
    return db.session.scalars(rows).one_or_none()


def cases(congress: Congress) -> list[queue.Case]:
    """Everybody who holds a place, checked against the rules as the registry stands, in the order of names."""
    decided = {delegate_id: row.decided for delegate_id, row in decisions(congress.id).items()}
    return [
        queue.Case(checked, queue.stage_of(decided.get(checked.line.id), checked.keys))
        for checked in check(lines(congress), background(congress))
    ]


def rejected(congress: Congress) -> list[tuple[Line, str]]:
    """Whom the check found not qualified and still counts, with the reason that was recorded, in the order of names."""
    known = {delegate_id: row for delegate_id, row in decisions(congress.id).items() if row.verdict is Verdict.REJECTED}
    return [
        (line, known[line.id].reason)
        for line in lines(congress)
        if line.id in known and line.takes_part and line.standing is Standing.OFFICIAL
    ]


def targets(congress_id: uuid.UUID) -> Sequence[StructureTarget]:
    """Every target of the structure, in the order they were set."""
    rows = select(StructureTarget).where(StructureTarget.congress_id == congress_id)
    return db.session.scalars(rows.order_by(StructureTarget.id)).all()


def board(congress: Congress, standing: Standing, *, received: bool = False) -> structure.Board:
    """The structure of one standing against its targets, ages on the opening day; a fixed number of statements.

    Targets speak of the official delegates alone.
    """
    everything, day = UnitScope.everything(), congress.opens_on or today()
    chosen = structure.chosen(delegates.lines(congress.id, everything), standing, received=received)
    wanted = [each.as_target for each in targets(congress.id)] if standing is Standing.OFFICIAL else []
    cells = structure.by_cell(chosen, units.choices(congress.id, everything), wanted, day)
    return structure.Board(standing, received, day, structure.structure(chosen, wanted, day), cells)


def target(congress_id: uuid.UUID, target_id: uuid.UUID) -> StructureTarget:
    """One target; raises NoResultFound for another congress's."""
    rows = select(StructureTarget).where(StructureTarget.congress_id == congress_id, StructureTarget.id == target_id)
    return db.session.scalars(rows).one()

"""Reading delegates and registrations: always of one congress, and only of the cells the reader may see."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from congress.allocation import queries as allocation
from congress.congresses.models import Congress
from congress.database import db
from congress.delegates.models import Delegate, Registration, Substitution
from congress.delegates.rules import registration
from congress.delegates.rules.checks import Filled
from congress.delegates.rules.recognition import Entry
from congress.delegates.rules.roll import Line
from congress.delegates.rules.twins import Known
from congress.delegates.vocabulary import Review, Standing, Status
from congress.people import queries as people
from congress.people.models import Person
from congress.people.rules import Identity
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import PartialDate
from congress.units import queries as units
from congress.units.models import Unit

NOBODY = UnitScope.only(())
_OF_PERSON = (
    "full_name", "name_sort", "sex", "ethnicity", "religion", "home_place", "party_admitted_on", "party_official_on",
    "general_education", "qualification", "profession", "theory", "state_management", "foreign_language", "informatics",
    "post", "workplace", "party_card_number", "phone", "rewards", "discipline", "note",
)  # fmt: skip
_OF_DELEGATE = (
    "id", "unit_id", "origin", "standing", "rank", "votes", "ballots", "review", "return_reason", "status",
    "status_reason", "absent_throughout", "moved_to", "sits_with",
)  # fmt: skip
_BIRTH = ("birth_year", "birth_month", "birth_day")
_PROMOTED = (
    select(Substitution.id)
    .where(
        Substitution.congress_id == Delegate.congress_id,
        Substitution.in_delegate_id == Delegate.id,
        Substitution.undone_at.is_(None),
    )
    .correlate(Delegate)
    .exists()
    .label("promoted")
)
_COLUMNS = (
    *(getattr(Person, name) for name in _OF_PERSON + _BIRTH),
    *(getattr(Delegate, name) for name in _OF_DELEGATE),
    Unit.name.label("unit"),
    Unit.position.label("unit_position"),
    _PROMOTED,
)


def _within(rows: Select[Any], congress_id: uuid.UUID, scope: UnitScope) -> Select[Any]:
    rows = rows.where(Delegate.congress_id == congress_id)
    return rows if scope.unit_ids is None else rows.where(Delegate.unit_id.in_(scope.unit_ids))


def lines(congress_id: uuid.UUID, scope: UnitScope, *, private: UnitScope = NOBODY) -> list[Line]:
    """Every delegate of these cells as a plain line, in the order of names; one statement.

    Card and telephone numbers are filled in for the cells of `private` only.
    """
    rows = (
        _within(select(*_COLUMNS), congress_id, scope)
        .join(Person, (Person.congress_id == Delegate.congress_id) & (Person.id == Delegate.person_id))
        .join(Unit, (Unit.congress_id == Delegate.congress_id) & (Unit.id == Delegate.unit_id))
        .order_by(Person.name_sort, Delegate.id)
    )
    return [_line(dict(row), private) for row in db.session.execute(rows).mappings()]


def _line(row: dict[str, Any], private: UnitScope) -> Line:
    year, month, day = (row.pop(name) for name in _BIRTH)
    if not private.covers(row["unit_id"]):
        row |= {"party_card_number": "", "phone": ""}
    return Line(birth=PartialDate(year, month, day) if year else None, **row)


def line_of(delegate: Delegate) -> Line:
    """One record as a line, without card and telephone."""
    row = {name: getattr(delegate.person, name) for name in _OF_PERSON + _BIRTH}
    row |= {name: getattr(delegate, name) for name in _OF_DELEGATE}
    return _line(row | {"unit": delegate.unit.name, "unit_position": delegate.unit.position}, NOBODY)


def _rows() -> Select[Any]:
    return select(Delegate).options(joinedload(Delegate.person), joinedload(Delegate.unit))


def one(congress_id: uuid.UUID, scope: UnitScope, delegate_id: uuid.UUID) -> Delegate:
    """One delegate with person and cell; raises NoResultFound for another congress's or another cell's."""
    found: Delegate = db.session.scalars(_within(_rows(), congress_id, scope).where(Delegate.id == delegate_id)).one()
    return found


def several(congress_id: uuid.UUID, scope: UnitScope, ids: Iterable[uuid.UUID]) -> Sequence[Delegate]:
    """The delegates of these ids the reader may see, in the order of names; others are left out."""
    rows = _within(_rows(), congress_id, scope).join(Delegate.person).where(Delegate.id.in_(list(ids)))
    return db.session.scalars(rows.order_by(Person.name_sort, Delegate.id)).all()


def people_of(congress_id: uuid.UUID, scope: UnitScope) -> dict[uuid.UUID, uuid.UUID]:
    """Which person each delegate is, by the delegate's id."""
    columns: tuple[Any, ...] = (Delegate.id, Delegate.person_id)
    rows = _within(select(*columns), congress_id, scope)
    return {row.id: row.person_id for row in db.session.execute(rows)}


def of_unit(congress_id: uuid.UUID, unit_id: uuid.UUID) -> Sequence[Delegate]:
    """A cell's delegates in the order of names."""
    rows = _within(_rows(), congress_id, UnitScope.only([unit_id])).join(Delegate.person)
    return db.session.scalars(rows.order_by(Person.name_sort, Delegate.id)).all()


def filled(unit: Unit, *, but: uuid.UUID | None = None) -> Filled:
    """How much of a cell's quota is taken, leaving one record out; locks the cell, so that no two take one place."""
    this = select(Unit.id).where(Unit.congress_id == unit.congress_id, Unit.id == unit.id)
    db.session.execute(this.with_for_update())
    others = [line for line in lines(unit.congress_id, UnitScope.only([unit.id])) if line.id != but]
    return _filled(unit, others, has_quotas([unit]))


def has_quotas(of: Iterable[Unit]) -> bool:
    """Whether cells have quotas by a decision; asked of the allocation only where one of them has none at all."""
    waiting = next((unit for unit in of if not (unit.official_quota or unit.alternate_quota)), None)
    return waiting is None or allocation.is_issued(waiting.congress_id)


def _filled(unit: Unit, members: Iterable[Line], issued: bool) -> Filled:
    """A cell's quota against these of its lines."""
    rows = list(members)
    taken = Counter(line.standing for line in rows if line.seat.counts)
    return Filled(
        unit.official_quota,
        unit.alternate_quota,
        taken[Standing.OFFICIAL],
        taken[Standing.ALTERNATE],
        issued or bool(unit.official_quota or unit.alternate_quota),
        sum(line.promoted for line in rows),
    )


def ranks(unit: Unit, *, but: uuid.UUID | None = None) -> dict[int, str]:
    """Which alternate of a cell holds which rank: {1: "Ngô Hoa"}."""
    return {
        delegate.rank: delegate.person.full_name
        for delegate in of_unit(unit.congress_id, unit.id)
        if delegate.standing is Standing.ALTERNATE and delegate.rank and delegate.id != but
    }


def resembling(
    congress_id: uuid.UUID, identity: Identity, visible: UnitScope, *, but: uuid.UUID | None = None
) -> list[Known]:
    """Delegates who may be the same person; the records outside `visible` come without their id."""
    found = {person.id: person for person in people.resembling(congress_id, identity, but=but)}
    if not found:
        return []
    holders = _within(_rows(), congress_id, UnitScope.everything()).where(Delegate.person_id.in_(list(found)))
    return [
        Known(holder.person.identity, holder.unit.name, holder.id if visible.covers(holder.unit_id) else None)
        for holder in db.session.scalars(holders.order_by(Delegate.id))
    ]


def entered(congress_id: uuid.UUID) -> dict[uuid.UUID, tuple[int, int]]:
    """(official, alternate) delegates entered against the quota, by the cell's id; one statement."""
    taken = Counter(
        (line.unit_id, line.standing) for line in lines(congress_id, UnitScope.everything()) if line.seat.counts
    )
    return {
        unit_id: (taken[unit_id, Standing.OFFICIAL], taken[unit_id, Standing.ALTERNATE])
        for unit_id in {unit_id for unit_id, _standing in taken}
    }


def count_official(congress_id: uuid.UUID, *, but: uuid.UUID | None = None) -> int:
    """How many official delegates hold a place, of every origin: one who was replaced does not, the alternate does."""
    official = [Delegate.congress_id == congress_id, Delegate.standing == Standing.OFFICIAL]
    rows = select(func.count(Delegate.id)).where(*official, Delegate.status != Status.REPLACED)
    return db.session.scalar(rows.where(Delegate.id != but) if but else rows) or 0


def registration_row(congress_id: uuid.UUID, unit_id: uuid.UUID) -> Registration | None:
    """What happened to a cell's list so far; None before it was first sent or reopened."""
    return db.session.scalars(
        select(Registration).where(Registration.congress_id == congress_id, Registration.unit_id == unit_id)
    ).one_or_none()


def registrations(congress: Congress, scope: UnitScope) -> list[registration.Registration]:
    """The list of every cell in numbers, in printed order; three statements however many cells."""
    return registrations_from(congress, units.listed(congress.id, scope), lines(congress.id, scope))


def registrations_from(
    congress: Congress, of: Sequence[Unit], known: Iterable[Line]
) -> list[registration.Registration]:
    """As `registrations`, from cells and lines already read (all of these cells' lines, unfiltered)."""
    history = registration_rows(congress.id)
    of_units: dict[uuid.UUID, list[Line]] = {}
    for line in known:
        of_units.setdefault(line.unit_id, []).append(line)
    issued = has_quotas(of)
    return [_summed_up(congress, unit, of_units.get(unit.id, []), history.get(unit.id), issued) for unit in of]


def registration_of(congress: Congress, unit: Unit) -> registration.Registration:
    """One cell's list in numbers, for the cell's page."""
    return registrations(congress, UnitScope.only([unit.id]))[0]


def _summed_up(
    congress: Congress, unit: Unit, members: list[Line], row: Registration | None, issued: bool
) -> registration.Registration:
    filled = _filled(unit, members, issued)
    members = [line for line in members if line.current]
    reviews = Counter(line.review for line in members)
    return registration.Registration(
        unit_id=unit.id,
        unit_name=unit.name,
        filled=filled,
        window=registration.Window(congress.registration_closes_on, row.reopened_until if row else None),
        entered=len(members),
        outside_quota=sum(not line.seat.counts for line in members),
        not_sent=reviews[Review.NOT_SENT],
        sent=reviews[Review.SENT],
        returned=reviews[Review.RETURNED],
        received=reviews[Review.RECEIVED],
        incomplete=sum(bool(line.missing) for line in members),
        submitted_at=row.submitted_at if row else None,
        returned_at=row.returned_at if row else None,
        return_reason=row.return_reason if row else "",
        received_at=row.received_at if row else None,
    )


def registration_rows(congress_id: uuid.UUID) -> dict[uuid.UUID, Registration]:
    """What happened to every cell's list so far, by the cell's id."""
    rows = select(Registration).where(Registration.congress_id == congress_id)
    return {row.unit_id: row for row in db.session.scalars(rows)}


_OF_ENTRY = (
    *(name for name in _OF_PERSON if name != "name_sort"),
    "sort_name", "origin", "standing", "rank", "votes", "ballots",
)  # fmt: skip


def entries(congress_id: uuid.UUID) -> list[Entry]:
    """Every delegate as a workbook is held against them, in the order they were entered; one statement."""
    rows = (
        _within(
            select(
                *(getattr(Person, name) for name in (*_OF_PERSON, "sort_name", *_BIRTH)),
                *(getattr(Delegate, name) for name in (*_OF_DELEGATE, "version", "confirmed")),
                _PROMOTED,
            ),
            congress_id,
            UnitScope.everything(),
        )
        .join(Person, (Person.congress_id == Delegate.congress_id) & (Person.id == Delegate.person_id))
        .order_by(Delegate.id)
    )
    return [_entry(dict(row)) for row in db.session.execute(rows).mappings()]


def _entry(row: dict[str, Any]) -> Entry:
    year, month, day = (row[name] for name in _BIRTH)
    fields = {name: row[name] for name in _OF_ENTRY} | {"birth": PartialDate(year, month, day) if year else None}
    replaced = row["status"] is Status.REPLACED
    confirmed = frozenset(row["confirmed"] or ())
    return Entry(row["id"], row["version"], row["unit_id"], row["review"], fields, confirmed, replaced, row["promoted"])


def locked_units(congress_id: uuid.UUID) -> Sequence[Unit]:
    """Every cell, held until the transaction ends, so that nobody takes a place while a whole workbook comes in."""
    rows = select(Unit).where(Unit.congress_id == congress_id)
    return db.session.scalars(rows.order_by(Unit.id).with_for_update()).all()


def in_a_substitution(congress_id: uuid.UUID, delegate_id: uuid.UUID, *, standing: bool = False) -> bool:
    """Whether a delegate has been replaced or has come up; `standing` leaves out what was taken back."""
    either = or_(Substitution.out_delegate_id == delegate_id, Substitution.in_delegate_id == delegate_id)
    rows = select(Substitution.id).where(Substitution.congress_id == congress_id, either)
    if standing:
        rows = rows.where(Substitution.undone_at.is_(None))
    return db.session.scalars(rows.limit(1)).first() is not None

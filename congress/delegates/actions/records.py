"""Entering, changing and removing delegates; each act is checked, written, and noted in the journal."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy.exc import IntegrityError

from congress.congresses.models import Congress
from congress.database import db, explain_unique, now, values_of
from congress.delegates import permissions, queries
from congress.delegates.models import Delegate
from congress.delegates.rules import checks, registration
from congress.delegates.rules.company import Others
from congress.delegates.rules.twins import check_twin
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.people import actions as people
from congress.people import queries as people_queries
from congress.people.models import Person
from congress.people.rules import check_dates
from congress.shared.findings import Finding, object_to, on_record
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units.models import Unit

IN_A_SUBSTITUTION = N_(
    "Đồng chí này có trong một lần thay thế đại biểu nên không đổi chi bộ, tư cách dự hay thứ hạng ở đây. "
    "Muốn đổi, hãy hoàn tác lần thay thế đó trước."
)
explain_unique("delegate", ("congress_id", "person_id"), N_("Người này đã là đại biểu."), "full_name")
name_fields(
    "delegate",
    "registration",
    unit=N_("Chi bộ"),
    origin=N_("Thành phần"),
    standing=N_("Tư cách dự"),
    rank=N_("Thứ hạng dự khuyết"),
    votes=N_("Số phiếu bầu"),
    ballots=N_("Số phiếu thu về"),
    review=N_("Nhận danh sách"),
    return_reason=N_("Lý do trả lại"),
    status=N_("Tình trạng"),
    status_reason=N_("Lý do"),
    absent_throughout=N_("Vắng suốt đại hội"),
    status_paper=N_("Theo văn bản"),
)
OF_SEAT = ("origin", "standing", "rank", "votes", "ballots")


def add(
    congress: Congress,
    unit: Unit,
    *,
    actor: Actor,
    today: date,
    as_reviewer: bool = False,
    visible: UnitScope | None = None,
    confirmed: Iterable[str] = (),
    others: Others | None = None,
    **fields: Any,
) -> Delegate:
    """Enter one delegate of a cell: the person's fields and those of OF_SEAT.

    What a cell enters waits to be sent; what a reviewer enters is received at once. `visible` are the cells whose
    records may be named in a refusal; `others` is everybody else, where many are entered at once. Raises RuleBroken
    when the list is locked, Objections for what is wrong or unlikely and not yet `confirmed`.
    """
    if not as_reviewer:
        refuse_unless_writable(congress, unit, today)
    delegate = Delegate(
        congress_id=congress.id,
        unit_id=unit.id,
        review=Review.RECEIVED if as_reviewer else Review.NOT_SENT,
        **_of_seat(fields),
    )
    person = Person(congress_id=congress.id)
    people.fill_in(person, **_of_person(fields))
    delegate.person_id = person.id
    _settle_rank(delegate, unit)
    filled = others.filled if others else queries.filled(unit)
    findings = [*_findings(delegate, person, unit, today, visible, others), *checks.check_quota(delegate.seat, filled)]
    findings += _crowding(congress, delegate, others, as_reviewer=as_reviewer)
    answered = object_to(findings, confirmed)
    delegate.confirmed = [question.key for question in answered]
    db.session.add(person)
    db.session.flush()
    db.session.add(delegate)
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    note(
        actor,
        N_("Thêm đại biểu"),
        delegate,
        label=person.full_name,
        changes=people.discreet(differences({}, _shown(delegate, person, unit, given))),
        reason=on_record(answered),
    )
    return delegate


def change(
    congress: Congress,
    delegate: Delegate,
    unit: Unit,
    *,
    actor: Actor,
    today: date,
    version: int | None,
    as_reviewer: bool = False,
    visible: UnitScope | None = None,
    confirmed: Iterable[str] = (),
    others: Others | None = None,
    **fields: Any,
) -> None:
    """Change one delegate, perhaps moving it to another cell. Raises RuleBroken, StaleEdit or Objections."""
    refuse_unless_open(congress, delegate, today=today, as_reviewer=as_reviewer)
    refuse_stale(delegate, version)
    _refuse_leaving(delegate, unit, fields)
    person, before_unit, before_seat = delegate.person, delegate.unit, delegate.seat
    before = _shown(delegate, person, before_unit, fields)
    with db.session.no_autoflush:  # the row is not fit to be written yet
        for name, value in _of_seat(fields).items():
            setattr(delegate, name, value)
        people.fill_in(person, **_of_person(fields))
        delegate.unit_id = unit.id
        _settle_rank(delegate, unit)
        findings = list(_findings(delegate, person, unit, today, visible, others))
        if (unit.id, delegate.seat.counts, delegate.standing) != (
            before_unit.id, before_seat.counts, before_seat.standing
        ):  # fmt: skip
            filled = others.filled if others else queries.filled(unit, but=delegate.id)
            findings += checks.check_quota(delegate.seat, filled)
        if not before_seat.is_official:
            findings += _crowding(congress, delegate, others, as_reviewer=as_reviewer)
        answered = object_to(findings, {*confirmed, *delegate.confirmed})
    if changes := differences(before, _shown(delegate, person, unit, fields)):
        fresh = [question for question in answered if question.key not in delegate.confirmed]
        delegate.confirmed = [question.key for question in answered]
        delegate.changed_at = now()  # the delegate's version moves on when only the person has changed
        note(
            actor,
            N_("Sửa đại biểu"),
            delegate,
            label=person.full_name,
            changes=people.discreet(changes),
            reason=on_record(fresh),
        )


def remove(congress: Congress, delegate: Delegate, *, actor: Actor, today: date, as_reviewer: bool = False) -> None:
    """Take a delegate off the list, and the person with it unless something else speaks of the person."""
    refuse_unless_open(congress, delegate, today=today, as_reviewer=as_reviewer)
    if queries.in_a_substitution(congress.id, delegate.id):
        raise RuleBroken(
            N_(
                "Đồng chí này có trong một lần thay thế đại biểu nên hồ sơ phải giữ lại. "
                "Hãy ghi tình trạng thay vì xóa."
            )
        )
    person = delegate.person
    note(
        actor,
        N_("Xóa đại biểu"),
        delegate,
        label=person.full_name,
        changes=people.discreet(
            differences(_shown(delegate, person, delegate.unit, ("full_name", "birth", "standing")), {})
        ),
    )
    photo = people_queries.photo_of(congress.id, person.id)
    db.session.delete(delegate)
    db.session.flush()
    try:
        with db.session.begin_nested():
            db.session.delete(person)
    except IntegrityError:
        db.session.refresh(person)
    else:
        if photo is not None:
            people.forget_photo(congress.id, photo.hash)


def _refuse_leaving(delegate: Delegate, unit: Unit, fields: dict[str, Any]) -> None:
    """Raise RuleBroken when a change would undo by the way what a page of its own decides.

    An elected delegate who has been received stays with the delegation (01-HD/TW 13.1 [A]); whoever came up or was
    replaced keeps cell, standing and rank until that is taken back.
    """
    if unit.id != delegate.unit_id and delegate.review is Review.RECEIVED and delegate.origin is Origin.ELECTED:
        raise RuleBroken(
            N_(
                "Đại biểu đã được bầu và đã nhận thì giữ nguyên đoàn, kể cả khi chuyển chi bộ (Hướng dẫn 01-HD/TW, "
                "mục 13.1). Hãy ghi nơi sinh hoạt mới ở trang “Chuyển sinh hoạt” của đồng chí này."
            ),
            "unit",
        )
    moves = unit.id != delegate.unit_id or any(
        name in fields and fields[name] != getattr(delegate, name) for name in ("origin", "standing")
    )
    if moves and queries.in_a_substitution(delegate.congress_id, delegate.id, standing=True):
        raise RuleBroken(IN_A_SUBSTITUTION, "standing")


def refuse_unless_open(congress: Congress, delegate: Delegate, *, today: date, as_reviewer: bool) -> None:
    """Raise RuleBroken when a cell may not change this record: locked by the deadline, sent, or received."""
    permissions.refuse_sent(delegate.review, as_reviewer=as_reviewer)
    if not as_reviewer:
        registration.refuse_locked(_window(congress, delegate.unit), today)


def refuse_unless_writable(congress: Congress, unit: Unit, today: date) -> None:
    """Raise RuleBroken when the cell's list is locked by its deadline."""
    registration.refuse_locked(_window(congress, unit), today)


def _window(congress: Congress, unit: Unit) -> registration.Window:
    row = queries.registration_row(congress.id, unit.id)
    return registration.Window(congress.registration_closes_on, row.reopened_until if row else None)


def _of_seat(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name in OF_SEAT}


def _of_person(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in OF_SEAT}


def _settle_rank(delegate: Delegate, unit: Unit) -> None:
    """An alternate without a rank stands behind the others of the cell; an official delegate has none."""
    if delegate.standing is Standing.OFFICIAL:
        delegate.rank = None
    elif delegate.rank is None:
        delegate.rank = max(queries.ranks(unit, but=delegate.id), default=0) + 1


def _findings(
    delegate: Delegate,
    person: Person,
    unit: Unit,
    today: date,
    visible: UnitScope | None,
    others: Others | None,
) -> Iterator[Finding]:
    yield from check_dates(person.facts, today)
    yield from checks.check_membership(delegate.seat, person.facts, unit.held_on, today)
    yield from checks.check_seat(delegate.seat)
    if delegate.standing is Standing.ALTERNATE and delegate.origin is not Origin.EX_OFFICIO:
        ranks = others.ranks if others else queries.ranks(unit, but=delegate.id)
        yield from checks.check_rank(delegate.seat, ranks)
    seen = UnitScope.everything() if visible is None else visible
    alike = others.known if others else queries.resembling(person.congress_id, person.identity, seen, but=person.id)
    for known in alike:
        if twin := check_twin(person.identity, known):
            yield twin


def _crowding(congress: Congress, delegate: Delegate, others: Others | None, *, as_reviewer: bool) -> Iterable[Finding]:
    """One official delegate too many for the congress is a question to a reviewer; a cell fills what it was given."""
    if not as_reviewer or not delegate.seat.is_official:
        return ()
    if others is not None:
        return checks.check_room(others.room) if others.room else ()
    official = queries.count_official(congress.id, but=delegate.id)
    return checks.check_room(checks.Room(official, congress.official_total, congress.delegate_cap))


def _shown(delegate: Delegate, person: Person, unit: Unit, names: Iterable[str]) -> dict[str, Any]:
    """What the journal compares: the named fields of person and seat, and the cell by its name."""
    wanted = set(names)
    return {
        "unit": unit.name,
        **people.recorded(person, wanted - set(OF_SEAT)),
        **values_of(delegate, *sorted(wanted & set(OF_SEAT))),
    }

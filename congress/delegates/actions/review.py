"""Sending a cell's list, receiving it, sending it back, and opening it again after the deadline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from congress.congresses.models import Congress
from congress.database import db
from congress.delegates import queries
from congress.delegates.models import Delegate, Registration
from congress.delegates.permissions import WITH_THE_CELL, WITH_THE_REVIEWER
from congress.delegates.rules import registration
from congress.delegates.vocabulary import ListState, Review
from congress.journal.actions import Actor, note
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper
from congress.units.models import Unit

name_fields("registration", "delegate", sent=N_("Số đại biểu gửi"), reopened_until=N_("Mở lại đến hết ngày"))


@dataclass(frozen=True)
class Done:
    """How many records an act changed, and how many it left because they were not at that point."""

    done: int
    skipped: int = 0


def submit(congress: Congress, unit: Unit, *, actor: Actor, today: date, moment: datetime, as_reviewer: bool) -> Done:
    """Send what the cell has entered. Raises RuleBroken after the deadline or when nothing is left to send."""
    row = _registration(congress, unit)
    if not as_reviewer:
        registration.refuse_locked(registration.Window(congress.registration_closes_on, row.reopened_until), today)
    waiting = [each for each in queries.of_unit(congress.id, unit.id) if each.review in WITH_THE_CELL]
    if not waiting:
        raise RuleBroken(N_("Không còn đại biểu nào chờ gửi. Danh sách đã gửi trước đó vẫn còn nguyên."))
    for delegate in waiting:
        _move(delegate, Review.SENT, actor=actor, act=N_("Gửi đại biểu"), moment=moment)
    row.submitted_at = moment
    note(
        actor,
        N_("Gửi danh sách đại biểu"),
        row,
        label=unit.name,
        changes={"sent": [None, len(waiting)]},
    )
    return Done(len(waiting))


def receive(congress: Congress, delegates: Sequence[Delegate], *, actor: Actor, moment: datetime) -> Done:
    """Receive the records that were sent; those with their cell, or received before, are left as they are."""
    ready = [delegate for delegate in delegates if delegate.review is Review.SENT]
    for delegate in ready:
        _move(delegate, Review.RECEIVED, actor=actor, act=N_("Nhận đại biểu"), moment=moment)
    db.session.flush()
    for unit in _units_of(ready):
        reviews = (each.review for each in queries.of_unit(congress.id, unit.id))
        if registration.state_of(reviews) is ListState.RECEIVED:
            row = _registration(congress, unit)
            row.received_at = moment
            note(actor, N_("Nhận danh sách đại biểu"), row, label=unit.name)
    return Done(len(ready), len(delegates) - len(ready))


def send_back(
    congress: Congress,
    delegates: Sequence[Delegate],
    *,
    actor: Actor,
    today: date,
    moment: datetime,
    reason: str,
    reopened_until: date | None = None,
) -> Done:
    """Return records to their cells with a reason; what is with its cell already is left as it is.

    With `reopened_until` the cells may correct until the end of that day although the deadline has passed.
    Raises RuleBroken on `reason` or `reopened_until`.
    """
    if not reason:
        raise RuleBroken(N_("Hãy ghi rõ cần bổ sung, sửa điều gì, để chi bộ biết."), "reason")
    ready = [delegate for delegate in delegates if delegate.review in WITH_THE_REVIEWER]
    if not ready:
        raise RuleBroken(N_("Các đại biểu đã chọn đang ở chi bộ, không có gì để trả lại."))
    for delegate in ready:
        _move(delegate, Review.RETURNED, actor=actor, act=N_("Trả lại đại biểu"), moment=moment, reason=reason)
    for unit in _units_of(ready):
        row = _registration(congress, unit)
        row.returned_at = moment
        row.return_reason = reason
        if reopened_until is not None:
            reopen(congress, unit, actor=actor, today=today, until=reopened_until)
    return Done(len(ready), len(delegates) - len(ready))


def reopen(congress: Congress, unit: Unit, *, actor: Actor, today: date, until: date | None, reason: str = "") -> None:
    """Let one cell write until the end of a day although the deadline has passed; None takes that back."""
    if until is not None and until < today:
        raise RuleBroken(
            N_("Ngày %(day)s đã qua. Hãy chọn từ hôm nay trở đi."), "reopened_until", day=date_on_paper(until)
        )
    row = _registration(congress, unit)
    if row.reopened_until == until:
        return
    before = row.reopened_until
    row.reopened_until = until
    changes = {"reopened_until": [before and before.isoformat(), until and until.isoformat()]}
    act = N_("Mở lại danh sách đại biểu") if until else N_("Khóa lại danh sách đại biểu")
    note(actor, act, row, label=unit.name, changes=changes, reason=reason)


def _move(delegate: Delegate, review: Review, *, actor: Actor, act: str, moment: datetime, reason: str = "") -> None:
    before = delegate.review
    delegate.review = review
    delegate.return_reason = reason
    delegate.changed_at = moment
    changes = {"review": [before.value, review.value]}
    note(actor, act, delegate, label=delegate.person.full_name, changes=changes, reason=reason)


def _units_of(delegates: Iterable[Delegate]) -> list[Unit]:
    return list({delegate.unit_id: delegate.unit for delegate in delegates}.values())


def _registration(congress: Congress, unit: Unit) -> Registration:
    row = queries.registration_row(congress.id, unit.id)
    if row is None:
        row = Registration(congress_id=congress.id, unit_id=unit.id)
        db.session.add(row)
        db.session.flush()
    return row

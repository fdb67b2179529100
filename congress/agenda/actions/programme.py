"""Adding, changing and removing sessions and items, and taking the usual programme."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from congress.agenda import queries
from congress.agenda.actions.order import locked_sessions, session_of
from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.rules import clock, template
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.congresses.models import Congress
from congress.database import db, explain_twice, new_id, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

explain_twice("agenda_session", N_("Phiên này đã được lưu ở lần bấm trước. Hãy xem lại chương trình."))
explain_twice("agenda_item", N_("Mục này đã được lưu ở lần bấm trước. Hãy xem lại chương trình."))
name_fields(
    "agenda_session",
    "agenda_item",
    title=N_("Tiêu đề"),
    parent_id=N_("Thuộc mục"),
    fixed_start=N_("Giờ cố định"),
    introduced_by=N_("Người giới thiệu"),
    paper=N_("Văn bản trình bày"),
    preparer=N_("Người chuẩn bị"),
    votes=N_("Có biểu quyết"),
    script=N_("Lời dẫn"),
    vote_wording=N_("Lời xin ý kiến biểu quyết"),
    fallback=N_("Phương án dự phòng"),
    internal_note=N_("Ghi chú nội bộ"),
    detail=N_("Nội dung chi tiết"),
    day=N_("Ngày"),
    starts_at=N_("Bắt đầu lúc"),
    ends_at=N_("Dự kiến kết thúc lúc"),
    place=N_("Địa điểm tổ chức"),
    minutes=N_("Số phút"),
    presenter=N_("Người thực hiện"),
    chair=N_("Người điều hành"),
    note=N_("Ghi chú"),
    session=N_("Phiên"),
    place_in_session=N_("Thứ tự trong phiên"),
    items=N_("Số mục"),
    kind=N_("Loại"),
)


def add_session(congress: Congress, *, actor: Actor, row: uuid.UUID | None = None, **fields: Any) -> AgendaSession:
    """Add a session without items; an empty title takes the name of its kind. Raises RuleBroken.

    `row` is the id its form proposed, so that the same form sent twice is refused.
    """
    fields.pop("version", None)
    session = AgendaSession(congress_id=congress.id, id=row or new_id(), **fields)
    session.title = session.title or session.kind.label
    clock.check_hours(session.starts_at, session.ends_at)
    db.session.add(session)
    note(actor, N_("Thêm phiên"), session, label=session.title, changes=differences({}, fields))
    return session


def change_session(session: AgendaSession, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change a session; its items move with it. Raises RuleBroken or StaleEdit."""
    fields.pop("row", None)
    locked_sessions(session.congress_id)
    refuse_stale(session, version)
    before = values_of(session, *fields)
    for name, value in fields.items():
        setattr(session, name, value)
    session.title = session.title or session.kind.label
    clock.check_hours(session.starts_at, session.ends_at)
    clock.check_same_day(session.plan, "starts_at")
    if changes := differences(before, values_of(session, *fields)):
        note(actor, N_("Sửa phiên"), session, label=session.title, changes=changes)


def remove_session(session: AgendaSession, *, actor: Actor) -> int:
    """Remove a session with its items; returns how many items went with it."""
    locked_sessions(session.congress_id)
    count = len(session.items)
    for item in session.items:
        remove_item(item, actor=actor)
    db.session.flush()
    changes = differences(values_of(session) | {"items": count}, {})
    note(actor, N_("Xóa phiên"), session, label=session.title, changes=changes)
    db.session.delete(session)
    return count


def add_item(
    session: AgendaSession,
    *,
    actor: Actor,
    row: uuid.UUID | None = None,
    parent: AgendaItem | None = None,
    **fields: Any,
) -> AgendaItem:
    """Add an item at the end of a session, or a part at the end of `parent`; `row` as for a session.

    Raises RuleBroken on `minutes`.
    """
    rows = locked_sessions(session.congress_id)
    if parent is not None:
        session_of(parent, rows)
    fields.pop("version", None)
    clock.check_minutes(fields["minutes"])
    before = session.items if parent is None else parent.parts
    item = AgendaItem(
        congress_id=session.congress_id,
        id=row or new_id(),
        session_id=session.id,
        parent_id=parent.id if parent else None,
        position=max((each.position for each in before), default=0) + 1,
        **fields,
    )
    if parent is None:
        plan = session.plan
        clock.check_same_day(replace(plan, items=(*plan.items, item.own_plan)), "minutes")
    else:
        item.fixed_start = None  # a part has its time from its item
    db.session.add(item)
    changes = differences({}, {"session": session.title} | ({"parent_id": parent.title} if parent else {}) | fields)
    note(actor, N_("Thêm mục vào chương trình"), item, label=item.title, changes=changes)
    return item


def change_item(item: AgendaItem, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change an item; a new duration moves what follows. Raises RuleBroken on `minutes`, or StaleEdit."""
    fields.pop("row", None)
    session = session_of(item, locked_sessions(item.congress_id))
    refuse_stale(item, version)
    before = values_of(item, *fields)
    for name, value in fields.items():
        setattr(item, name, value)
    if item.parent_id is not None:
        item.fixed_start = None  # a part has its time from its item
    clock.check_minutes(item.minutes)
    clock.check_same_day(session.plan, "minutes")
    if changes := differences(before, values_of(item, *fields)):
        note(actor, N_("Sửa mục của chương trình"), item, label=item.title, changes=changes)


def remove_item(item: AgendaItem, *, actor: Actor) -> None:
    """Remove an item with its parts; what follows moves forward."""
    for part in item.parts:
        note(actor, N_("Xóa mục khỏi chương trình"), part, label=part.title, changes=differences(values_of(part), {}))
        db.session.delete(part)
    db.session.flush()  # parts before what they are parts of
    note(actor, N_("Xóa mục khỏi chương trình"), item, label=item.title, changes=differences(values_of(item), {}))
    db.session.delete(item)


def take_template(congress: Congress, first_day: date, second_day: date, *, actor: Actor) -> tuple[int, int]:
    """Fill an empty programme with the usual one of the congress's mode; returns (sessions, items).

    Raises RuleBroken when there is a programme already.
    """
    db.session.refresh(congress, with_for_update=True)  # pressed twice at once: the second one waits and is refused
    if not queries.is_empty(congress.id):
        raise RuleBroken(N_("Chương trình đã có phiên nên không lấy mẫu đè lên. Hãy sửa tiếp chương trình đang có."))
    planned = template.usual_programme(congress.mode, first_day, second_day)
    for each in planned:
        session = add_session(
            congress,
            actor=actor,
            kind=each.kind,
            title=each.title,
            day=each.day,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            place="" if each.kind is SessionKind.BEFORE else congress.venue,
        )
        for position, item in enumerate(each.items, start=1):
            _take_item(session, item, position)
    count = sum(len(each.items) for each in planned)
    note(actor, N_("Lấy chương trình mẫu"), congress, label=congress.title, changes=differences({}, {"items": count}))
    return len(planned), count


def _take_item(session: AgendaSession, item: template.ItemTemplate, position: int) -> None:
    db.session.add(
        AgendaItem(
            congress_id=session.congress_id,
            session_id=session.id,
            position=position,
            title=item.title,
            detail=item.detail,
            kind=item.kind,
            minutes=item.minutes,
            presenter=item.presenter,
            chair=item.chair,
            paper=item.paper,
            votes=item.kind is ItemKind.VOTE,
        )
    )

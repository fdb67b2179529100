"""The order of items: moving them, arranging all of them anew, and what became of it while somebody looked away."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import update

from congress.agenda import queries
from congress.agenda.models import AgendaItem, AgendaSession
from congress.agenda.rules import clock
from congress.agenda.rules import order as order_rules
from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken, StaleEdit


def move_item(item: AgendaItem, to: uuid.UUID, position: int, *, actor: Actor, seen: str | None) -> None:
    """Put an item at the 1-based `position` of session `to`.

    `seen` is the fingerprint of the order on the mover's screen; None when it does not matter. Raises RuleBroken, or
    StaleEdit when somebody has changed the order meanwhile.
    """
    rows = locked_sessions(item.congress_id)
    if to not in {session.id for session in rows}:
        raise RuleBroken(N_("Phiên này vừa bị xóa. Hãy chọn phiên khác."), "to")
    session_of(item, rows)
    before = queries.order(rows)
    refuse_stale_order(item.congress_id, before, seen)
    _write_order(rows, before, order_rules.moved(before, item.id, to, position), [item.id], actor)


def step_item(item: AgendaItem, step: int, *, actor: Actor, seen: str | None) -> None:
    """Move an item one place up (-1) or down (+1) in its session, a part in its item.

    Raises StaleEdit as `move_item` does.
    """
    rows = locked_sessions(item.congress_id)
    session = session_of(item, rows)
    if item.parent_id is not None:
        _step_part(next(each for each in session.items if each.id == item.parent_id), item, step, actor)
        return
    before = queries.order(rows)
    refuse_stale_order(item.congress_id, before, seen)
    _write_order(rows, before, order_rules.stepped(before, item.id, step), [item.id], actor)


def _step_part(parent: AgendaItem, part: AgendaItem, step: int, actor: Actor) -> None:
    before = {parent.id: [each.id for each in parent.parts]}
    after = order_rules.stepped(before, part.id, step)
    parts = {each.id: each for each in parent.parts}
    old, new = (order_rules.places(each)[part.id][1] for each in (before, after))
    if old != new:
        changes = differences({"place_in_session": old}, {"place_in_session": new})
        note(actor, N_("Chuyển mục trong chương trình"), part, label=part.title, changes=changes)
    for position, part_id in enumerate(after[parent.id], start=1):
        if parts[part_id].position != position:
            _place(parts[part_id], parent.session_id, position)
    db.session.expire_all()


def arrange(
    congress: Congress, after: Mapping[uuid.UUID, Sequence[uuid.UUID]], *, actor: Actor, seen: str | None
) -> None:
    """Put all items into a new order, given whole. Raises RuleBroken, or StaleEdit as `move_item` does."""
    rows = locked_sessions(congress.id)
    before = queries.order(rows)
    refuse_stale_order(congress.id, before, seen)
    order_rules.check_permutation(before, after)
    _write_order(rows, before, after, order_rules.movers(before, after), actor)


def refuse_stale_order(
    congress_id: uuid.UUID, order: Mapping[uuid.UUID, Sequence[uuid.UUID]], seen: str | None
) -> None:
    """Raise StaleEdit, with who changed the programme last, when the order is no longer the one that was seen."""
    if seen is None or seen == order_rules.fingerprint(order):
        return
    latest = queries.latest_change(congress_id)
    if latest is None:
        raise StaleEdit("", None)
    raise StaleEdit(latest.actor_name, latest.at, latest.changes, table=latest.subject_kind)


def locked_sessions(congress_id: uuid.UUID) -> Sequence[AgendaSession]:
    """The sessions with their items as they are now; nobody else changes the programme until this transaction ends."""
    return queries.sessions(congress_id, for_update=True)


def session_of(item: AgendaItem, rows: Sequence[AgendaSession]) -> AgendaSession:
    """The session an item stands in. Raises RuleBroken when somebody has just removed the item."""
    for session in rows:
        for each in session.items:
            if item is each or item in each.parts:
                return session
    raise RuleBroken(N_("Mục này vừa bị xóa khỏi chương trình."))


def _write_order(
    rows: Sequence[AgendaSession],
    before: Mapping[uuid.UUID, Sequence[uuid.UUID]],
    after: Mapping[uuid.UUID, Sequence[uuid.UUID]],
    movers: Sequence[uuid.UUID],
    actor: Actor,
) -> None:
    """Write the places that changed; the journal tells the items that were moved, not those that made room."""
    items = {item.id: item for session in rows for item in session.items}
    titles = {session.id: session.title for session in rows}
    for session in rows:
        moved = replace(session.plan, items=tuple(items[each].own_plan for each in after[session.id]))
        clock.check_same_day(moved, "position")
    was, is_now = order_rules.places(before), order_rules.places(after)
    for item_id in movers:
        item = items[item_id]
        old, new = (
            {"session": titles[place[0]], "place_in_session": place[1]} for place in (was[item_id], is_now[item_id])
        )
        if changes := differences(old, new):
            note(actor, N_("Chuyển mục trong chương trình"), item, label=item.title, changes=changes)
    for item_id, (session_id, position) in is_now.items():
        if was[item_id] != (session_id, position) or items[item_id].position != position:
            _place(items[item_id], session_id, position)
    db.session.expire_all()


def _place(item: AgendaItem, session_id: uuid.UUID, position: int) -> None:
    """Written beside the mapper, which would count a new version and make open forms of the item stale."""
    table = AgendaItem.__table__
    db.session.execute(
        update(table)  # type: ignore[arg-type]
        .where(table.c.congress_id == item.congress_id, table.c.id == item.id)
        .values(session_id=session_id, position=position)
    )
    if item.parent_id is None and item.session_id != session_id:  # its parts go along
        db.session.execute(
            update(table)  # type: ignore[arg-type]
            .where(table.c.congress_id == item.congress_id, table.c.parent_id == item.id)
            .values(session_id=session_id)
        )

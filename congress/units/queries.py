"""Reading cells: always of one congress, and only those the reader may see."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from congress.database import db, found_in
from congress.shared.scope import UnitScope
from congress.units.models import Unit
from congress.units.vocabulary import UnitKind

ORDERS: dict[str, ColumnElement[Any]] = {
    "position": Unit.position.expression,
    "code": Unit.code.expression,
    "name": Unit.name_sort.expression,
    "members": (Unit.official_members + Unit.probationary_members).expression,
    "quota": Unit.official_quota.expression,
}


def _visible(congress_id: uuid.UUID, scope: UnitScope) -> Select[Unit]:
    rows = select(Unit).where(Unit.congress_id == congress_id)
    return rows if scope.unit_ids is None else rows.where(Unit.id.in_(scope.unit_ids))


def listed(
    congress_id: uuid.UUID,
    scope: UnitScope,
    *,
    search: str = "",
    kind: UnitKind | None = None,
    order: str = "position",
    descending: bool = False,
) -> Sequence[Unit]:
    """Cells in printed order or the one asked for; `search` needs no marks and looks at name, code, secretary."""
    rows = _visible(congress_id, scope)
    if search:
        rows = rows.where(found_in(Unit.name_fold, search))
    if kind is not None:
        rows = rows.where(Unit.kind == kind)
    first = ORDERS.get(order, ORDERS["position"])
    return db.session.scalars(rows.order_by(first.desc() if descending else first, Unit.position, Unit.id)).all()


def one(congress_id: uuid.UUID, scope: UnitScope, unit_id: uuid.UUID) -> Unit:
    """One cell; raises NoResultFound for another congress's or another cell's."""
    return db.session.scalars(_visible(congress_id, scope).where(Unit.id == unit_id)).one()


def choices(congress_id: uuid.UUID, scope: UnitScope) -> list[tuple[uuid.UUID, str]]:
    """(id, name) in printed order, for forms and filters."""
    return [(unit.id, unit.name) for unit in listed(congress_id, scope)]


def count(congress_id: uuid.UUID) -> int:
    """How many cells the congress has."""
    return db.session.scalar(select(func.count()).select_from(Unit).where(Unit.congress_id == congress_id)) or 0


def next_position(congress_id: uuid.UUID) -> int:
    """The printed place after the last cell."""
    return (db.session.scalar(select(func.max(Unit.position)).where(Unit.congress_id == congress_id)) or 0) + 1


def everyone(congress_id: uuid.UUID, *, lock: bool = False) -> Sequence[Unit]:
    """Every cell of a congress, for a workbook; `lock` holds them until the transaction ends."""
    rows = select(Unit).where(Unit.congress_id == congress_id).order_by(Unit.id)
    return db.session.scalars(rows.with_for_update() if lock else rows).all()

"""Filters kept under a name."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select

from congress.database import db
from congress.triage.models import SavedFilter, StockReason


def filters(congress_id: uuid.UUID) -> Sequence[SavedFilter]:
    """All kept filters by name."""
    return db.session.scalars(
        select(SavedFilter).where(SavedFilter.congress_id == congress_id).order_by(SavedFilter.name)
    ).all()


def one_filter(congress_id: uuid.UUID, filter_id: uuid.UUID) -> SavedFilter:
    """One kept filter; NoResultFound for another congress's."""
    return db.session.scalars(
        select(SavedFilter).where(SavedFilter.congress_id == congress_id, SavedFilter.id == filter_id)
    ).one()


def one_reason(congress_id: uuid.UUID, reason_id: uuid.UUID) -> StockReason:
    """One kept reason; NoResultFound for another congress's."""
    return db.session.scalars(
        select(StockReason).where(StockReason.congress_id == congress_id, StockReason.id == reason_id)
    ).one()

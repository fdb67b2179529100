"""Finding congresses."""

import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from congress.congresses.models import Congress
from congress.database import db


def by_slug(slug: str) -> Congress | None:
    """The congress of a short name."""
    return db.session.scalars(select(Congress).where(Congress.slug == slug)).one_or_none()


def those(ids: Iterable[uuid.UUID]) -> Sequence[Congress]:
    """Congresses by id, newest term first."""
    return db.session.scalars(
        select(Congress).where(Congress.id.in_(list(ids))).order_by(Congress.term_start.desc(), Congress.slug)
    ).all()


def everyone() -> Sequence[Congress]:
    """All congresses of the installation, for the command line."""
    return db.session.scalars(select(Congress).order_by(Congress.slug)).all()

"""Reading people of one congress."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from congress.database import db
from congress.people.models import Person, Photo
from congress.people.rules import Identity
from congress.shared.vietnamese import fold


def resembling(congress_id: uuid.UUID, identity: Identity, *, but: uuid.UUID | None = None) -> Sequence[Person]:
    """Everybody with this name (without marks) or this Party card number, except the person `but`.

    The whole congress is searched whatever the reader may see: somebody entered by another cell is found as well.
    """
    same: list[ColumnElement[bool]] = [Person.name_fold == fold(identity.full_name)]
    if identity.card_key:
        same.append(Person.card_key == identity.card_key)
    rows = select(Person).where(Person.congress_id == congress_id, or_(*same))
    if but is not None:
        rows = rows.where(Person.id != but)
    return db.session.scalars(rows.order_by(Person.id)).all()


def photo_of(congress_id: uuid.UUID, person_id: uuid.UUID) -> Photo | None:
    """The portrait of one person, if there is one."""
    rows = select(Photo).where(Photo.congress_id == congress_id, Photo.person_id == person_id)
    return db.session.scalars(rows).one_or_none()


def photos(congress_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """The hash of each person's portrait, by person."""
    rows = select(Photo.person_id, Photo.hash).where(Photo.congress_id == congress_id)
    return {row.person_id: row.hash for row in db.session.execute(rows)}


def with_photo(congress_id: uuid.UUID) -> set[uuid.UUID]:
    """The people whose portrait the congress has."""
    return set(photos(congress_id))


def is_pictured(congress_id: uuid.UUID, content: str) -> bool:
    """Whether any person's portrait has this hash."""
    rows = select(Photo.id).where(Photo.congress_id == congress_id, Photo.hash == content).limit(1)
    return db.session.scalar(rows) is not None

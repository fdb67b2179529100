"""Reading people of one congress."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from congress.database import db
from congress.people.models import Person
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

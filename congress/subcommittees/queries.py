"""Reading subcommittees: always of one congress, in their order."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.database import db
from congress.subcommittees.models import Subcommittee, SupportGroup


def _all(congress_id: uuid.UUID) -> Select[Subcommittee]:
    return (
        select(Subcommittee)
        .where(Subcommittee.congress_id == congress_id)
        .options(
            selectinload(Subcommittee.members), selectinload(Subcommittee.groups).selectinload(SupportGroup.members)
        )
    )


def listed(congress_id: uuid.UUID) -> Sequence[Subcommittee]:
    """All subcommittees with their groups and people."""
    return db.session.scalars(_all(congress_id).order_by(Subcommittee.position, Subcommittee.id)).all()


def one(congress_id: uuid.UUID, subcommittee_id: uuid.UUID) -> Subcommittee:
    """One subcommittee; raises NoResultFound for another congress's."""
    return db.session.scalars(_all(congress_id).where(Subcommittee.id == subcommittee_id)).one()


def one_group(congress_id: uuid.UUID, group_id: uuid.UUID) -> SupportGroup:
    """One support group with its people; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(SupportGroup)
        .where(SupportGroup.congress_id == congress_id, SupportGroup.id == group_id)
        .options(selectinload(SupportGroup.members))
    ).one()


def count(congress_id: uuid.UUID) -> int:
    """How many subcommittees there are."""
    rows = select(func.count()).select_from(Subcommittee).where(Subcommittee.congress_id == congress_id)
    return db.session.scalar(rows) or 0


def choices(congress_id: uuid.UUID) -> list[tuple[uuid.UUID, str]]:
    """(id, name) in order, for forms."""
    return [(each.id, each.name) for each in listed(congress_id)]

"""Reading subcommittees: always of one congress, in their order."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.database import db
from congress.subcommittees.models import Body, Subcommittee, SubcommitteeFile, SubcommitteeMember, SupportGroup
from congress.subcommittees.rules import Person, Seat, people


def _all(congress_id: uuid.UUID) -> Select[Subcommittee]:
    return (
        select(Subcommittee)
        .where(Subcommittee.congress_id == congress_id)
        .options(
            selectinload(Subcommittee.members),
            selectinload(Subcommittee.groups).selectinload(SupportGroup.members),
            selectinload(Subcommittee.files),
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


def one_file(congress_id: uuid.UUID, file_id: uuid.UUID) -> SubcommitteeFile:
    """One kept paper; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(SubcommitteeFile).where(SubcommitteeFile.congress_id == congress_id, SubcommitteeFile.id == file_id)
    ).one()


def everybody(bodies: Sequence[Subcommittee]) -> list[Person]:
    """Who sits in these bodies and their support groups, each person once."""
    return people(
        Seat(member.id, body.name, member.name, member.post, member.phone, member.role)
        for body in with_groups(bodies)
        for member in body.people
    )


def member(congress_id: uuid.UUID, member_id: uuid.UUID) -> SubcommitteeMember:
    """One member of any body; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(SubcommitteeMember).where(
            SubcommitteeMember.congress_id == congress_id, SubcommitteeMember.id == member_id
        )
    ).one()


def with_groups(bodies: Sequence[Subcommittee]) -> list[Body]:
    """Every subcommittee followed by its support groups."""
    found: list[Body] = []
    for body in bodies:
        found += [body, *body.groups]
    return found

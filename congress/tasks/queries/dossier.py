"""Reading the dossier for appraisal: always of one congress, in its order."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.database import db
from congress.tasks.models import DossierFile, DossierItem
from congress.tasks.rules.dossier import DossierSums, is_late
from congress.tasks.vocabulary import DossierState


def _rows(congress_id: uuid.UUID) -> Select[DossierItem]:
    return (
        select(DossierItem)
        .where(DossierItem.congress_id == congress_id)
        .options(selectinload(DossierItem.body), selectinload(DossierItem.files), selectinload(DossierItem.conclusions))
    )


def listed(congress_id: uuid.UUID) -> Sequence[DossierItem]:
    """The papers with their versions and conclusions."""
    return db.session.scalars(_rows(congress_id).order_by(DossierItem.position, DossierItem.id)).all()


def one(congress_id: uuid.UUID, item_id: uuid.UUID) -> DossierItem:
    """One paper; raises NoResultFound for another congress's."""
    return db.session.scalars(_rows(congress_id).where(DossierItem.id == item_id)).one()


def one_file(congress_id: uuid.UUID, file_id: uuid.UUID) -> DossierFile:
    """One version of a paper; raises NoResultFound for another congress's."""
    return db.session.scalars(
        select(DossierFile).where(DossierFile.congress_id == congress_id, DossierFile.id == file_id)
    ).one()


def states(congress_id: uuid.UUID) -> list[DossierState]:
    """How far each paper is."""
    return list(db.session.scalars(select(DossierItem.state).where(DossierItem.congress_id == congress_id)))


def next_position(congress_id: uuid.UUID) -> int:
    """The place after the last paper."""
    rows = select(func.max(DossierItem.position)).where(DossierItem.congress_id == congress_id)
    return (db.session.scalar(rows) or 0) + 1


def keys(congress_id: uuid.UUID) -> set[str]:
    """Which papers of the checklist are there already."""
    rows = select(DossierItem.key).where(DossierItem.congress_id == congress_id, DossierItem.key != "")
    return set(db.session.scalars(rows))


def sums(items: Sequence[DossierItem], today: date) -> DossierSums:
    """The dossier in figures."""
    gone = (DossierState.SENT, DossierState.PASSED)
    return DossierSums(
        papers=len(items),
        ready=sum(item.state is DossierState.APPROVED for item in items),
        sent=sum(item.state in gone for item in items),
        returned=sum(item.state is DossierState.RETURNED for item in items),
        passed=sum(item.state is DossierState.PASSED for item in items),
        late=sum(is_late(item.state, item.due_on, today) for item in items),
    )

"""Reading the steps of documents."""

import uuid
from collections.abc import Sequence

from sqlalchemy import func, select

from congress.database import db
from congress.drafts.models import Document, DocumentStep


def steps(document: Document) -> Sequence[DocumentStep]:
    """The steps of a document as they were recorded, the first one first."""
    return db.session.scalars(
        select(DocumentStep)
        .where(DocumentStep.congress_id == document.congress_id, DocumentStep.document_id == document.id)
        .order_by(DocumentStep.number)
    ).all()


def step(document: Document, step_id: uuid.UUID) -> DocumentStep:
    """One step of a document; NoResultFound for another one's."""
    return db.session.scalars(
        select(DocumentStep).where(
            DocumentStep.congress_id == document.congress_id,
            DocumentStep.document_id == document.id,
            DocumentStep.id == step_id,
        )
    ).one()


def next_step(document: Document) -> int:
    """The number of the step that is recorded next."""
    highest = select(func.max(DocumentStep.number)).where(
        DocumentStep.congress_id == document.congress_id, DocumentStep.document_id == document.id
    )
    return (db.session.scalar(highest) or 0) + 1

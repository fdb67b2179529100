"""Reading documents, versions and passages of one congress."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.database import db
from congress.drafts.models import Document, DraftImport, DraftLayout, DraftVersion, PassageText


def documents(congress_id: uuid.UUID) -> Sequence[Document]:
    """All documents in their order, with their versions, their steps and what waits to be looked through."""
    return db.session.scalars(
        select(Document)
        .where(Document.congress_id == congress_id)
        .options(selectinload(Document.versions), selectinload(Document.imports), selectinload(Document.steps))
        .order_by(Document.position, Document.id)
    ).all()


def document(congress_id: uuid.UUID, document_id: uuid.UUID) -> Document:
    """One document; NoResultFound for another congress's."""
    return db.session.scalars(
        select(Document).where(Document.congress_id == congress_id, Document.id == document_id)
    ).one()


def version(congress_id: uuid.UUID, version_id: uuid.UUID) -> DraftVersion:
    """One version with its document; NoResultFound for another congress's."""
    return db.session.scalars(
        select(DraftVersion).where(DraftVersion.congress_id == congress_id, DraftVersion.id == version_id)
    ).one()


def versions(congress_id: uuid.UUID) -> Sequence[DraftVersion]:
    """All versions, by document and with the newest first, to choose from."""
    return db.session.scalars(
        select(DraftVersion)
        .join(Document, (Document.congress_id == DraftVersion.congress_id) & (Document.id == DraftVersion.document_id))
        .where(DraftVersion.congress_id == congress_id)
        .order_by(Document.position, Document.id, DraftVersion.number.desc())
    ).all()


def waiting(congress_id: uuid.UUID, document_id: uuid.UUID, import_id: uuid.UUID) -> DraftImport:
    """One text that waits to be looked through; NoResultFound for another document's."""
    return db.session.scalars(_of_import(congress_id, document_id, import_id)).one()


def still_waits(congress_id: uuid.UUID, document_id: uuid.UUID, import_id: uuid.UUID) -> bool:
    """Whether a text still waits to be looked through; False once it was recorded or dropped."""
    return db.session.scalar(_of_import(congress_id, document_id, import_id)) is not None


def _of_import(congress_id: uuid.UUID, document_id: uuid.UUID, import_id: uuid.UUID) -> Select[DraftImport]:
    return select(DraftImport).where(
        DraftImport.congress_id == congress_id,
        DraftImport.document_id == document_id,
        DraftImport.id == import_id,
    )


def passages(congress_id: uuid.UUID, version_id: uuid.UUID) -> Sequence[PassageText]:
    """The text of a version in its order."""
    return db.session.scalars(
        select(PassageText)
        .where(PassageText.congress_id == congress_id, PassageText.version_id == version_id)
        .order_by(PassageText.position)
    ).all()


def passage(congress_id: uuid.UUID, version_id: uuid.UUID, passage_id: uuid.UUID) -> PassageText:
    """One passage in one version; NoResultFound when the version does not hold it."""
    return db.session.scalars(
        select(PassageText).where(
            PassageText.congress_id == congress_id,
            PassageText.version_id == version_id,
            PassageText.passage_id == passage_id,
        )
    ).one()


def numbered(congress_id: uuid.UUID, document_id: uuid.UUID, number: int) -> DraftVersion | None:
    """The version of a document with this number."""
    return db.session.scalars(
        select(DraftVersion).where(
            DraftVersion.congress_id == congress_id,
            DraftVersion.document_id == document_id,
            DraftVersion.number == number,
        )
    ).one_or_none()


def version_before(congress_id: uuid.UUID, document_id: uuid.UUID, number: int) -> DraftVersion | None:
    """The newest version below a number."""
    return db.session.scalars(
        select(DraftVersion)
        .where(
            DraftVersion.congress_id == congress_id,
            DraftVersion.document_id == document_id,
            DraftVersion.number < number,
        )
        .order_by(DraftVersion.number.desc())
        .limit(1)
    ).one_or_none()


def version_after(congress_id: uuid.UUID, document_id: uuid.UUID, number: int) -> DraftVersion | None:
    """The oldest version above a number."""
    return db.session.scalars(
        select(DraftVersion)
        .where(
            DraftVersion.congress_id == congress_id,
            DraftVersion.document_id == document_id,
            DraftVersion.number > number,
        )
        .order_by(DraftVersion.number)
        .limit(1)
    ).one_or_none()


def next_number(congress_id: uuid.UUID, document_id: uuid.UUID) -> int:
    """The number of the draft that comes next."""
    highest = select(func.max(DraftVersion.number)).where(
        DraftVersion.congress_id == congress_id, DraftVersion.document_id == document_id
    )
    return (db.session.scalar(highest) or 0) + 1


def versions_of(congress_id: uuid.UUID, document_id: uuid.UUID) -> Sequence[DraftVersion]:
    """The versions of one document, the first one first."""
    return db.session.scalars(
        select(DraftVersion)
        .where(DraftVersion.congress_id == congress_id, DraftVersion.document_id == document_id)
        .order_by(DraftVersion.number)
    ).all()


def next_position(congress_id: uuid.UUID) -> int:
    """The place after the last document."""
    return (db.session.scalar(select(func.max(Document.position)).where(Document.congress_id == congress_id)) or 0) + 1


def layout(version: DraftVersion, key: str) -> DraftLayout | None:
    """Where the passages stand on the paper of that key; None while nobody has asked for it."""
    return db.session.scalars(
        select(DraftLayout).where(
            DraftLayout.congress_id == version.congress_id,
            DraftLayout.draft_id == version.id,
            DraftLayout.key == key,
        )
    ).one_or_none()

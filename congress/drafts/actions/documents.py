"""Adding, renaming and removing documents."""

from typing import Any

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.drafts import queries
from congress.drafts.models import Document, DocumentStep, DraftImport, Passage
from congress.drafts.vocabulary import DocumentKind, DocumentLevel
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

explain_unique("document", ("congress_id", "title"), N_("Đã có văn kiện mang tên này."), "title")


def add_document(
    congress: Congress,
    *,
    actor: Actor,
    kind: DocumentKind,
    title: str,
    level: DocumentLevel = DocumentLevel.OWN,
) -> Document:
    """Add a document at the end of the list. RuleBroken when the title is taken (at the end of the transaction)."""
    position = queries.next_position(congress.id)
    document = Document(congress_id=congress.id, kind=kind, level=level, title=title, position=position)
    db.session.add(document)
    told = {"kind": kind, "level": level, "title": title}
    note(actor, N_("Thêm văn kiện"), document, label=title, changes=differences({}, told))
    return document


def change_document(document: Document, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change kind, level or title. Raises StaleEdit."""
    refuse_stale(document, version)
    before = values_of(document, *fields)
    for name, value in fields.items():
        setattr(document, name, value)
    if changes := differences(before, fields):
        note(actor, N_("Sửa văn kiện"), document, label=document.title, changes=changes)


def remove_document(document: Document, *, actor: Actor) -> None:
    """Remove a document that has no version. Raises RuleBroken otherwise."""
    note(actor, N_("Xóa văn kiện"), document, label=document.title, changes=differences(values_of(document), {}))
    key = (Passage.congress_id == document.congress_id, Passage.document_id == document.id)
    unfinished = (DraftImport.congress_id == document.congress_id, DraftImport.document_id == document.id)
    walked = (DocumentStep.congress_id == document.congress_id, DocumentStep.document_id == document.id)
    try:
        db.session.execute(delete(DraftImport).where(*unfinished))
        db.session.execute(delete(Passage).where(*key))
        db.session.execute(delete(DocumentStep).where(*walked))
        db.session.delete(document)
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(N_("Văn kiện này đã có dự thảo nên không xóa được. Hãy đưa các dự thảo ra trước.")) from error

"""Adding documents, reading drafts in, looking them through, recording them as versions."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from congress.congresses.models import Congress
from congress.database import db, explain_unique, new_id, values_of
from congress.drafts import queries
from congress.drafts.models import Document, DraftImport, DraftVersion, Passage, PassageText
from congress.drafts.rules import blocks as block_rules
from congress.drafts.rules.blocks import Block
from congress.drafts.rules.matching import match
from congress.drafts.rules.outline import place
from congress.drafts.vocabulary import BlockKind, DocumentKind, Source
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

explain_unique("document", ("congress_id", "title"), N_("Đã có văn kiện mang tên này."), "title")
explain_unique(
    "draft_version", ("congress_id", "document_id", "number"), N_("Văn kiện này đã có dự thảo lần đó."), "number"
)
name_fields(
    "document",
    "draft_version",
    "draft_import",
    title=N_("Tên văn kiện"),
    number=N_("Dự thảo lần thứ"),
    dated=N_("Ngày của dự thảo"),
    note=N_("Ghi chú"),
    headings=N_("Số đề mục"),
    paragraphs=N_("Số đoạn"),
    kept=N_("Số đoạn giữ nguyên từ lần trước"),
    file_name=N_("Tên tệp"),
    source=N_("Cách nhập"),
)


def add_document(congress: Congress, *, actor: Actor, kind: DocumentKind, title: str) -> Document:
    """Add a document at the end of the list. RuleBroken when the title is taken (at the end of the transaction)."""
    position = queries.next_position(congress.id)
    document = Document(congress_id=congress.id, kind=kind, title=title, position=position)
    db.session.add(document)
    note(actor, N_("Thêm văn kiện"), document, label=title, changes=differences({}, {"kind": kind, "title": title}))
    return document


def change_document(document: Document, *, actor: Actor, version: int | None, **fields: Any) -> None:
    """Change kind or title. Raises StaleEdit."""
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
    try:
        db.session.execute(delete(DraftImport).where(*unfinished))
        db.session.execute(delete(Passage).where(*key))
        db.session.delete(document)
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(N_("Văn kiện này đã có dự thảo nên không xóa được. Hãy đưa các dự thảo ra trước.")) from error


def read_in(
    document: Document,
    blocks: Sequence[Block],
    *,
    actor: Actor,
    number: int,
    dated: date | None = None,
    note_text: str = "",
    source: Source = Source.PASTED,
    file_name: str = "",
    remarks: Sequence[str] = (),
) -> DraftImport:
    """Keep a text that was read in, to be looked through. Raises RuleBroken for an empty or endless text."""
    block_rules.check(blocks)
    _refuse_taken(document, number)
    draft = DraftImport(
        congress_id=document.congress_id,
        document_id=document.id,
        number=number,
        dated=dated,
        note=note_text,
        source=source,
        file_name=file_name[:200],
        remarks=list(remarks),
        blocks=[block.plain() for block in blocks],
    )
    db.session.add(draft)
    note(
        actor,
        N_("Nhập văn bản dự thảo, chờ xem lại"),
        document,
        label=document.title,
        changes=differences({}, {"number": number, "source": source, "file_name": file_name}),
    )
    return draft


def choose_kinds(draft: DraftImport, choices: Mapping[int, str], *, version: int | None) -> None:
    """Set blocks of a text that waits (place from 0 → "h1"…"h6", "p", "row"). Raises StaleEdit."""
    refuse_stale(draft, version)
    blocks = draft.read_blocks()
    draft.blocks = [
        (block.as_choice(choices[place]) if place in choices else block).plain() for place, block in enumerate(blocks)
    ]


def discard(draft: DraftImport, *, actor: Actor) -> None:
    """Throw away a text that waits."""
    document = draft.document
    note(
        actor,
        N_("Bỏ văn bản chờ xem lại"),
        document,
        label=document.title,
        changes=differences({"number": draft.number}, {}),
    )
    db.session.delete(draft)


def record(draft: DraftImport, *, actor: Actor) -> DraftVersion:
    """Make a version of a text that was looked through: passages unchanged since the version before keep their id."""
    _refuse_taken(draft.document, draft.number)
    placed = place(draft.read_blocks())
    version = DraftVersion(
        congress_id=draft.congress_id,
        document_id=draft.document_id,
        **values_of(draft, "number", "dated", "note", "source", "file_name"),
        headings=sum(each.block.kind is BlockKind.HEADING for each in placed),
        paragraphs=sum(each.number is not None for each in placed),
    )
    db.session.add(version)
    db.session.flush()
    ids = _ids_from_before(version, [each.block.text for each in placed])
    fresh = [new_id() if known is None else None for known in ids]
    key = {"congress_id": version.congress_id}
    if any(fresh):
        db.session.execute(
            insert(Passage), [key | {"id": each, "document_id": version.document_id} for each in fresh if each]
        )
    db.session.execute(
        insert(PassageText),
        [
            key
            | {"id": new_id(), "version_id": version.id, "passage_id": known or new, "position": each.position}
            | {"kind": each.block.kind, "level": each.block.level, "depth": each.depth, "number": each.number}
            | {"heading": each.heading, "text": each.block.text}
            for each, known, new in zip(placed, ids, fresh, strict=True)
        ],
    )
    counts = values_of(version, "number", "dated", "headings", "paragraphs")
    changes = differences({}, counts | {"kept": sum(known is not None for known in ids)})
    note(actor, N_("Ghi nhận dự thảo"), version.document, label=version.full_title, changes=changes)
    db.session.delete(draft)
    return version


def take_back(version: DraftVersion, *, actor: Actor) -> DraftImport:
    """Make a version a text to be looked through again. RuleBroken once a comment round or a comment refers to it."""
    document = version.document
    texts = queries.passages(version.congress_id, version.id)
    draft = DraftImport(
        congress_id=version.congress_id,
        document_id=document.id,
        **values_of(version, "number", "dated", "note", "source", "file_name"),
        blocks=[Block(row.kind, row.text, row.level).plain() for row in texts],
    )
    label = version.full_title
    db.session.delete(version)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            N_("Dự thảo này đã đưa vào đợt góp ý nên không sửa được nữa. Hãy nhập bản sửa thành dự thảo lần sau.")
        ) from error
    still_there = select(PassageText.passage_id).where(PassageText.congress_id == document.congress_id)
    db.session.execute(
        delete(Passage).where(
            Passage.congress_id == document.congress_id,
            Passage.document_id == document.id,
            Passage.id.not_in(still_there),
        )
    )
    db.session.add(draft)
    note(actor, N_("Đưa dự thảo ra để xem lại"), document, label=label)
    return draft


def _ids_from_before(version: DraftVersion, texts: Sequence[str]) -> list[uuid.UUID | None]:
    before = queries.version_before(version.congress_id, version.document_id, version.number)
    if before is None:
        return [None] * len(texts)
    known = queries.passages(version.congress_id, before.id)
    return match([(row.passage_id, row.text) for row in known], texts)


def _refuse_taken(document: Document, number: int) -> None:
    taken = select(DraftVersion.id).where(
        DraftVersion.congress_id == document.congress_id,
        DraftVersion.document_id == document.id,
        DraftVersion.number == number,
    )
    if db.session.scalar(taken):
        raise RuleBroken(N_("Văn kiện này đã có dự thảo lần %(number)s."), "number", number=number)

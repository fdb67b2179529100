"""Reading drafts in, looking them through, recording them as versions, taking them back."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from congress.database import db, explain_unique, new_id, values_of
from congress.drafts import queries
from congress.drafts.actions import links
from congress.drafts.models import Document, DocumentStep, DraftImport, DraftVersion, Passage, PassageText
from congress.drafts.rules import blocks as block_rules
from congress.drafts.rules.blocks import Block
from congress.drafts.rules.outline import place
from congress.drafts.vocabulary import BlockKind, Source
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

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
    file_name=N_("Tên tệp"),
    source=N_("Cách nhập"),
)


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
    plain = [block.plain() for block in blocks]
    draft = DraftImport(
        congress_id=document.congress_id,
        document_id=document.id,
        number=number,
        dated=dated,
        note=note_text,
        source=source,
        file_name=file_name[:200],
        remarks=list(remarks),
        blocks=plain,
        read_as=plain,
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


def read_again(draft: DraftImport, *, version: int | None) -> None:
    """Take every block for what the program took it for when it read the text. Raises StaleEdit."""
    refuse_stale(draft, version)
    draft.blocks = list(draft.read_as)


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
    """Make a version of a text that was looked through: passages known from the version before keep their id."""
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
    matched = links.match(version.document_id, version.congress_id, version.number, [each.block for each in placed])
    ids = _with_fresh(version, matched.ids)
    db.session.execute(
        insert(PassageText),
        [
            {"congress_id": version.congress_id, "id": new_id(), "version_id": version.id, "passage_id": passage_id}
            | {"position": each.position, "number": each.number, "depth": each.depth, "heading": each.heading}
            | {"kind": each.block.kind, "level": each.block.level, "text": each.block.text}
            for each, passage_id in zip(placed, ids, strict=True)
        ],
    )
    links.write(version, matched, ids)
    where = (version.congress_id, version.document_id, version.number)
    links.match_next(*where, actor=actor, corrected=links.corrected_in_next(*where))
    told = values_of(version, "number", "dated", "headings", "paragraphs")
    told |= {kind.value: count for kind, count in matched.counts.items() if count}
    note(actor, N_("Ghi nhận dự thảo"), version.document, label=version.full_title, changes=differences({}, told))
    db.session.delete(draft)
    return version


def take_back(version: DraftVersion, *, actor: Actor) -> DraftImport:
    """Make a version a text to be looked through again. RuleBroken once a comment round or a comment refers to it."""
    document = version.document
    texts = queries.passages(version.congress_id, version.id)
    plain = [row.block.plain() for row in texts]
    draft = DraftImport(
        congress_id=version.congress_id,
        document_id=document.id,
        **values_of(version, "number", "dated", "note", "source", "file_name"),
        blocks=plain,
        read_as=plain,
    )
    label = version.full_title
    where = (draft.congress_id, draft.document_id, draft.number)
    corrected = links.corrected_in_next(*where)  # these links go with the version
    db.session.execute(
        update(DocumentStep)
        .where(DocumentStep.congress_id == version.congress_id, DocumentStep.draft_id == version.id)
        .values(draft_id=None)  # the step stays, with its day and its paper
    )
    db.session.delete(version)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            N_("Dự thảo này đã đưa vào đợt góp ý nên không sửa được nữa. Hãy nhập bản sửa thành dự thảo lần sau.")
        ) from error
    links.match_next(*where, actor=actor, corrected=corrected)
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


def _with_fresh(version: DraftVersion, ids: Sequence[uuid.UUID | None]) -> list[uuid.UUID]:
    """The ids with a fresh one, and its passage, for each that has none."""
    filled = [known or new_id() for known in ids]
    fresh = [each for each, known in zip(filled, ids, strict=True) if known is None]
    key = {"congress_id": version.congress_id, "document_id": version.document_id}
    if fresh:
        db.session.execute(insert(Passage), [key | {"id": each} for each in fresh])
    return filled


def _refuse_taken(document: Document, number: int) -> None:
    taken = select(DraftVersion.id).where(
        DraftVersion.congress_id == document.congress_id,
        DraftVersion.document_id == document.id,
        DraftVersion.number == number,
    )
    if db.session.scalar(taken):
        raise RuleBroken(N_("Văn kiện này đã có dự thảo lần %(number)s."), "number", number=number)

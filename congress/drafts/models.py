"""Tables of documents, versions and passages."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.drafts.rules.blocks import Block
from congress.drafts.rules.links import Link
from congress.drafts.rules.path import Step
from congress.drafts.rules.places import Span
from congress.drafts.vocabulary import BlockKind, DocumentKind, DocumentLevel, MatchKind, PathState, Source


class Document(OfCongress, Versioned, Base):
    """One document of the congress, in all its versions; `position` is its place in lists."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("congress_id", "title"), Index(None, "congress_id", "position"))

    kind: Mapped[DocumentKind] = mapped_column(one_of(DocumentKind))
    level: Mapped[DocumentLevel] = mapped_column(one_of(DocumentLevel), default=DocumentLevel.OWN)
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int] = mapped_column(default=0)
    state: Mapped[PathState | None] = mapped_column(one_of(PathState))  # of the last step, for lists

    versions: Mapped[list["DraftVersion"]] = has_many(
        "DraftVersion", "Document", "document_id", order_by="DraftVersion.number.desc()"
    )
    imports: Mapped[list["DraftImport"]] = has_many(
        "DraftImport", "Document", "document_id", order_by="DraftImport.number.desc()"
    )
    steps: Mapped[list["DocumentStep"]] = has_many(
        "DocumentStep", "Document", "document_id", order_by="DocumentStep.number"
    )

    @property
    def path(self) -> list[Step[uuid.UUID]]:
        """The steps as the rules take them."""
        return [step.plain() for step in self.steps]


class DocumentStep(OfCongress, Versioned, Base):
    """One step on a document's way: the state it came to, when, by whom, and the paper that says so.

    `number` counts the steps of a document in the order they were recorded; `body` is who decided or sent, `reason`
    why the document went back; `recorded_by` who wrote it down.
    """

    __tablename__ = "document_step"
    __table_args__ = (
        UniqueConstraint("congress_id", "document_id", "number"),
        refers("document_id", "document"),
        refers("draft_id", "draft_version"),
        Index(None, "congress_id", "draft_id"),
    )

    document_id: Mapped[uuid.UUID]
    number: Mapped[int]
    state: Mapped[PathState] = mapped_column(one_of(PathState))
    day: Mapped[date | None]
    draft_id: Mapped[uuid.UUID | None]
    body: Mapped[str] = mapped_column(String(200), default="")
    paper: Mapped[str] = mapped_column(String(80), default="")
    paper_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(500), default="")
    reason: Mapped[str] = mapped_column(String(500), default="")
    recorded_by: Mapped[str] = mapped_column(String(200), default="")
    recorded_at: Mapped[datetime] = mapped_column(default=now)

    def plain(self) -> Step[uuid.UUID]:
        """As the rules take it."""
        return Step(self.state, self.day, self.draft_id, self.body, self.paper, self.paper_on, self.reason)


class DraftVersion(OfCongress, Versioned, Base):
    """ "Dự thảo lần n". Its text never changes: who has read it must be able to cite it."""

    __tablename__ = "draft_version"
    __table_args__ = (
        UniqueConstraint("congress_id", "document_id", "number"),
        refers("document_id", "document"),
    )

    document_id: Mapped[uuid.UUID]
    number: Mapped[int]
    dated: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(300), default="")
    source: Mapped[Source] = mapped_column(one_of(Source))
    file_name: Mapped[str] = mapped_column(String(200), default="")
    headings: Mapped[int] = mapped_column(default=0)
    paragraphs: Mapped[int] = mapped_column(default=0)
    recorded_at: Mapped[datetime] = mapped_column(default=now)

    document: Mapped[Document] = belongs_to("Document", "DraftVersion", "document_id", lazy="joined")

    @property
    def label(self) -> str:
        """ "Dự thảo lần 2", as papers write it."""
        return f"Dự thảo lần {self.number}"

    @property
    def full_title(self) -> str:
        """ "Báo cáo chính trị, dự thảo lần 2"."""
        return f"{self.document.title}, dự thảo lần {self.number}"


class DraftImport(OfCongress, Versioned, Base):
    """A text that was read in and waits to be looked through; `blocks` as `Block.plain` gives them.

    `read_as` keeps what the program took the blocks for, to return to.
    """

    __tablename__ = "draft_import"
    __table_args__ = (refers("document_id", "document"), Index(None, "congress_id", "document_id"))

    document_id: Mapped[uuid.UUID]
    number: Mapped[int]
    dated: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(300), default="")
    source: Mapped[Source] = mapped_column(one_of(Source))
    file_name: Mapped[str] = mapped_column(String(200), default="")
    remarks: Mapped[list[str]] = mapped_column(JSON, default=list)
    blocks: Mapped[list[Any]] = mapped_column(JSON)
    read_as: Mapped[list[Any]] = mapped_column(JSON)
    recorded_at: Mapped[datetime] = mapped_column(default=now)

    document: Mapped[Document] = belongs_to("Document", "DraftImport", "document_id", lazy="joined")

    def read_blocks(self) -> list[Block]:
        """The blocks as the rules take them."""
        return [Block.from_plain(value) for value in self.blocks]


class Passage(OfCongress, Base):
    """A heading, paragraph or row through all versions of its document; only its id, which never changes.

    It keeps the id when its words are changed or it is moved (see rules.matching.keeper).
    """

    __tablename__ = "passage"
    __table_args__ = (refers("document_id", "document"), Index(None, "congress_id", "document_id"))

    document_id: Mapped[uuid.UUID]


class PassageText(OfCongress, Base):
    """What a passage says in one version, and where it stands (see rules.outline.Placed)."""

    __tablename__ = "passage_text"
    __table_args__ = (
        UniqueConstraint("congress_id", "version_id", "position"),
        UniqueConstraint("congress_id", "version_id", "passage_id"),
        refers("version_id", "draft_version", ondelete="CASCADE"),
        refers("passage_id", "passage"),
        Index(None, "congress_id", "passage_id"),
    )

    version_id: Mapped[uuid.UUID]
    passage_id: Mapped[uuid.UUID]
    position: Mapped[int]
    kind: Mapped[BlockKind] = mapped_column(one_of(BlockKind))
    level: Mapped[int] = mapped_column(default=0)
    depth: Mapped[int] = mapped_column(default=0)
    number: Mapped[int | None]
    heading: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = mapped_column(Text)

    @property
    def block(self) -> Block:
        """As the rules take it."""
        return Block(self.kind, self.text, self.level)

    @property
    def anchor(self) -> str:
        """The name of its place on the page."""
        return f"p{self.position}"

    @property
    def cited(self) -> str:
        """How a paper cites it: "đoạn 12", "đề mục"."""
        return f"đoạn {self.number}" if self.number is not None else "đề mục"


class PassageLink(OfCongress, Base):
    """What a passage of one version has become in the version after it, see rules.links.Link.

    The id of a passage says what the program took it for when the version was recorded; the link says what holds.
    """

    __tablename__ = "passage_link"
    __table_args__ = (
        UniqueConstraint(
            "congress_id", "to_version_id", "old_passage_id", "new_passage_id", name="uq_passage_link_to_old_new"
        ),
        refers("from_version_id", "draft_version", ondelete="CASCADE"),
        refers("to_version_id", "draft_version", ondelete="CASCADE"),
        refers("old_passage_id", "passage"),
        refers("new_passage_id", "passage"),
        Index(None, "congress_id", "from_version_id"),
        Index(None, "congress_id", "old_passage_id"),
        Index(None, "congress_id", "new_passage_id"),
    )

    from_version_id: Mapped[uuid.UUID]
    to_version_id: Mapped[uuid.UUID]
    old_passage_id: Mapped[uuid.UUID | None]
    new_passage_id: Mapped[uuid.UUID | None]
    kind: Mapped[MatchKind] = mapped_column(one_of(MatchKind))
    percent: Mapped[int] = mapped_column(default=0)
    by_hand: Mapped[bool] = mapped_column(default=False)

    def plain(self) -> Link[uuid.UUID]:
        """As the rules take it."""
        return Link(self.old_passage_id, self.new_passage_id, self.kind, self.percent, self.by_hand)


class DraftLayout(OfCongress, Base):
    """On which pages and lines of the printed draft its passages stand, worked out once: a version never changes.

    `key` names the paper it holds for; `spans` are [position, page, line, last page, last line].
    """

    __tablename__ = "draft_layout"
    __table_args__ = (
        UniqueConstraint("congress_id", "draft_id"),
        refers("draft_id", "draft_version", ondelete="CASCADE"),
    )

    draft_id: Mapped[uuid.UUID]
    key: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    spans: Mapped[list[Any]] = mapped_column(JSON)

    @property
    def by_position(self) -> dict[int, Span]:
        """The spans as the rules take them."""
        return {position: Span(*span) for position, *span in self.spans}

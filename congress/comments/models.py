"""Tables of rounds, sheets and comments."""

import uuid
from datetime import date, datetime

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.comments.rules import Meeting, Window, is_complete
from congress.comments.vocabulary import Channel, CommentKind, Stance
from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.drafts.models import DraftVersion
from congress.units.models import Unit


class CommentRound(OfCongress, Versioned, Base):
    """One round: which drafts, from when to when (both days included), whether all cells answer or the listed ones."""

    __tablename__ = "comment_round"
    __table_args__ = (UniqueConstraint("congress_id", "title"), Index(None, "congress_id", "closes_on"))

    title: Mapped[str] = mapped_column(String(200))
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    questions: Mapped[str] = mapped_column(Text, default="")
    every_unit: Mapped[bool] = mapped_column(default=True)

    drafts: Mapped[list["RoundDraft"]] = has_many(
        "RoundDraft", "CommentRound", "round_id", order_by="RoundDraft.position"
    )
    listed_units: Mapped[list["RoundUnit"]] = has_many("RoundUnit", "CommentRound", "round_id")

    @property
    def window(self) -> Window:
        """Its days as the rules take them."""
        return Window(self.opens_on, self.closes_on)

    @property
    def version_ids(self) -> list[uuid.UUID]:
        """The drafts it asks about, in their order."""
        return [draft.version_id for draft in self.drafts]


class RoundDraft(OfCongress, Base):
    """One draft of a round. Its version can no longer be changed or removed."""

    __tablename__ = "round_draft"
    __table_args__ = (
        UniqueConstraint("congress_id", "round_id", "version_id"),
        refers("round_id", "comment_round", ondelete="CASCADE"),
        refers("version_id", "draft_version"),
        Index(None, "congress_id", "version_id"),
    )

    round_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    position: Mapped[int] = mapped_column(default=0)

    version: Mapped[DraftVersion] = belongs_to("DraftVersion", "RoundDraft", "version_id", lazy="joined")


class RoundUnit(OfCongress, Base):
    """One cell of a round that not every cell answers."""

    __tablename__ = "round_unit"
    __table_args__ = (
        UniqueConstraint("congress_id", "round_id", "unit_id"),
        refers("round_id", "comment_round", ondelete="CASCADE"),
        refers("unit_id", "unit"),
    )

    round_id: Mapped[uuid.UUID]
    unit_id: Mapped[uuid.UUID]


class Sheet(OfCongress, Versioned, Base):
    """A cell's answer to a round: its meeting, and its comments. Closed once it was sent."""

    __tablename__ = "comment_sheet"
    __table_args__ = (
        UniqueConstraint("congress_id", "round_id", "unit_id"),
        refers("round_id", "comment_round"),
        refers("unit_id", "unit"),
    )

    round_id: Mapped[uuid.UUID]
    unit_id: Mapped[uuid.UUID]
    channel: Mapped[Channel] = mapped_column(one_of(Channel), default=Channel.ONLINE)
    met_on: Mapped[date | None]
    chair: Mapped[str] = mapped_column(String(120), default="")
    secretary: Mapped[str] = mapped_column(String(120), default="")
    members: Mapped[int | None]
    present: Mapped[int | None]
    spoke: Mapped[int | None]
    nothing_to_say: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[str] = mapped_column(String(200), default="")
    reopened_until: Mapped[date | None]
    started_at: Mapped[datetime] = mapped_column(default=now)

    round: Mapped[CommentRound] = belongs_to("CommentRound", "Sheet", "round_id")
    unit: Mapped[Unit] = belongs_to("Unit", "Sheet", "unit_id")

    @property
    def meeting(self) -> Meeting:
        """Its meeting as the rules take it."""
        return Meeting(self.met_on, self.members, self.present, self.spoke)


class Comment(OfCongress, Versioned, Base):
    """What a cell says on one passage of a draft, or on the whole (no passage). No stance: still being written.

    `cited` is the place as people name it on paper ("trang 5, dòng 12"), `supporters` how many share the opinion,
    `speaker` who wants to be named.
    """

    __tablename__ = "comment"
    __table_args__ = (
        refers("sheet_id", "comment_sheet"),
        refers("version_id", "draft_version"),
        refers("passage_id", "passage"),
        Index(None, "congress_id", "sheet_id"),
        Index(None, "congress_id", "version_id", "passage_id"),
    )

    sheet_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    passage_id: Mapped[uuid.UUID | None]
    stance: Mapped[Stance | None] = mapped_column(one_of(Stance))
    proposed: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[CommentKind | None] = mapped_column(one_of(CommentKind))
    cited: Mapped[str] = mapped_column(String(120), default="")
    supporters: Mapped[int | None]
    speaker: Mapped[str] = mapped_column(String(120), default="")
    fold: Mapped[str] = mapped_column(Text, default="")
    written_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    sheet: Mapped[Sheet] = belongs_to("Sheet", "Comment", "sheet_id")

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        return is_complete(self.stance, self.proposed, self.reason)

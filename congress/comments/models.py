"""Tables of rounds, sheets and comments."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.comments.rules import Meeting, Verdict, Window, is_complete, questions_in
from congress.comments.vocabulary import Channel, CommentKind, RespondentKind, Stance
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
    qr_token: Mapped[str] = mapped_column(String(64), default="")
    qr_open: Mapped[bool] = mapped_column(default=False)

    drafts: Mapped[list["RoundDraft"]] = has_many(
        "RoundDraft", "CommentRound", "round_id", order_by="RoundDraft.position"
    )
    listed_units: Mapped[list["RoundUnit"]] = has_many("RoundUnit", "CommentRound", "round_id")

    @property
    def window(self) -> Window:
        """Its days as the rules take them."""
        return Window(self.opens_on, self.closes_on)

    @property
    def asked(self) -> list[str]:
        """The guiding questions, one per line of `questions`."""
        return questions_in(self.questions)

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


class Respondent(OfCongress, Versioned, Base):
    """Who answers a round without being a cell: the Front, a union, retired cadres, people through the office.

    `listed` are those the office has named and waits for; the others wrote on the page of the QR code. Answers to the
    same questions as a cell where a sheet is written.
    """

    __tablename__ = "round_respondent"
    __table_args__ = (refers("round_id", "comment_round", ondelete="CASCADE"), Index(None, "congress_id", "round_id"))

    round_id: Mapped[uuid.UUID]
    kind: Mapped[RespondentKind] = mapped_column(one_of(RespondentKind))
    name: Mapped[str] = mapped_column(String(200))
    listed: Mapped[bool] = mapped_column(default=True)

    # What a cell has and a respondent has not, so that one sheet serves both.
    members = 0
    secretary = ""
    phone = ""
    code = ""


class Sheet(OfCongress, Versioned, Base):
    """The answer of a cell or a respondent to a round: its meeting, and its comments. Closed once it was sent.

    What came over the page of the QR code has `received_at` and waits: accepted, it counts as sent; put aside, not.
    """

    __tablename__ = "comment_sheet"
    __table_args__ = (
        UniqueConstraint("congress_id", "round_id", "unit_id"),
        UniqueConstraint("congress_id", "respondent_id"),
        CheckConstraint("(unit_id IS NULL) <> (respondent_id IS NULL)", name="of_one"),
        refers("round_id", "comment_round"),
        refers("unit_id", "unit"),
        refers("respondent_id", "round_respondent"),
    )

    round_id: Mapped[uuid.UUID]
    unit_id: Mapped[uuid.UUID | None]
    respondent_id: Mapped[uuid.UUID | None]
    channel: Mapped[Channel] = mapped_column(one_of(Channel), default=Channel.MEETING)
    on_paper: Mapped[bool] = mapped_column(default=False)
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
    received_at: Mapped[datetime | None]
    put_aside: Mapped[str] = mapped_column(String(300), default="")
    started_at: Mapped[datetime] = mapped_column(default=now)

    round: Mapped[CommentRound] = belongs_to("CommentRound", "Sheet", "round_id")
    unit: Mapped[Unit | None] = belongs_to("Unit", "Sheet", "unit_id")
    respondent: Mapped[Respondent | None] = belongs_to("Respondent", "Sheet", "respondent_id")

    @property
    def answerer_id(self) -> uuid.UUID:
        """The cell or respondent whose sheet it is."""
        found = self.unit_id or self.respondent_id
        assert found is not None  # ck_comment_sheet_of_one
        return found

    @property
    def from_name(self) -> str:
        """The name of that cell or respondent."""
        owner = self.unit or self.respondent
        return owner.name if owner else ""

    @property
    def meeting(self) -> Meeting:
        """Its meeting as the rules take it."""
        return Meeting(self.met_on, self.members, self.present, self.spoke)


class DraftVerdict(OfCongress, Base):
    """How many people of a sheet agree with one draft (domain.md §6.3), or that nothing is said on it."""

    __tablename__ = "draft_verdict"
    __table_args__ = (
        UniqueConstraint("congress_id", "sheet_id", "version_id"),
        refers("sheet_id", "comment_sheet", ondelete="CASCADE"),
        refers("version_id", "draft_version"),
    )

    sheet_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    agree: Mapped[int | None]
    with_changes: Mapped[int | None]
    other: Mapped[int | None]
    nothing_to_say: Mapped[bool] = mapped_column(default=False)

    @property
    def verdict(self) -> Verdict:
        """As the rules take it."""
        return Verdict(self.agree, self.with_changes, self.other, self.nothing_to_say)


class QuestionAnswer(OfCongress, Base):
    """What a sheet answers to one guiding question, with the words of the question as they were then."""

    __tablename__ = "question_answer"
    __table_args__ = (
        UniqueConstraint("congress_id", "sheet_id", "position"),
        refers("sheet_id", "comment_sheet", ondelete="CASCADE"),
    )

    sheet_id: Mapped[uuid.UUID]
    position: Mapped[int]
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)


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


class SheetFile(OfCongress, Base):
    """A scan of the signed paper, kept with a sheet (see congress/storage.py)."""

    __tablename__ = "sheet_file"
    __table_args__ = (refers("sheet_id", "comment_sheet"), Index(None, "congress_id", "sheet_id"))

    sheet_id: Mapped[uuid.UUID]
    name: Mapped[str] = mapped_column(String(160))
    extension: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime] = mapped_column(default=now)
    added_by: Mapped[str] = mapped_column(String(200))

    @property
    def place(self) -> str:
        """Its name in the storage."""
        return f"sheets/{self.congress_id}/{self.id}.{self.extension}"


class QrVisit(OfCongress, Base):
    """An opinion that was sent from the page of the QR code, for as long as it slows down whoever sends many."""

    __tablename__ = "qr_visit"
    __table_args__ = (refers("round_id", "comment_round", ondelete="CASCADE"), Index(None, "congress_id", "round_id"))

    round_id: Mapped[uuid.UUID]
    address: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime] = mapped_column(default=now)

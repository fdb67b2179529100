"""Tables of points, their members, notes, topics, landings, and of what the desk remembers."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.triage.vocabulary import Disposition


class Point(OfCongress, Versioned, Base):
    """One comment, or several that say the same, answered once. `position` is that of its passage, 0 for the whole."""

    __tablename__ = "triage_point"
    __table_args__ = (
        refers("round_id", "comment_round"),
        refers("version_id", "draft_version"),
        refers("passage_id", "passage"),
        Index(None, "congress_id", "round_id", "version_id", "position"),
        Index(None, "congress_id", "version_id"),
    )

    round_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    passage_id: Mapped[uuid.UUID | None]
    position: Mapped[int] = mapped_column(default=0)
    summary: Mapped[str] = mapped_column(Text, default="")
    assignee: Mapped[str] = mapped_column(String(200), default="")
    disposition: Mapped[Disposition | None] = mapped_column(one_of(Disposition))
    reason: Mapped[str] = mapped_column(Text, default="")
    wording: Mapped[str] = mapped_column(Text, default="")
    forwarded_to: Mapped[str] = mapped_column(String(200), default="")
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(String(200), default="")
    made_at: Mapped[datetime] = mapped_column(default=now)

    members: Mapped[list["Member"]] = has_many("Member", "Point", "point_id", order_by="Member.joined_at")
    notes: Mapped[list["Note"]] = has_many("Note", "Point", "point_id", order_by="Note.written_at")
    landings: Mapped[list["Landing"]] = has_many("Landing", "Point", "point_id", order_by="Landing.recorded_at")


class Member(OfCongress, Base):
    """A comment of a point; a comment belongs to one point at most.

    `before` keeps the point it alone made up before it joined (see actions.points), so that leaving brings it back.
    """

    __tablename__ = "triage_member"
    __table_args__ = (
        UniqueConstraint("congress_id", "comment_id"),
        refers("point_id", "triage_point", ondelete="CASCADE"),
        refers("comment_id", "comment", ondelete="CASCADE"),
        Index(None, "congress_id", "point_id"),
    )

    point_id: Mapped[uuid.UUID]
    comment_id: Mapped[uuid.UUID]
    joined_at: Mapped[datetime] = mapped_column(default=now)
    joined_by: Mapped[str] = mapped_column(String(200), default="")
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class Note(OfCongress, Base):
    """A remark of the subcommittee on a point; never printed."""

    __tablename__ = "triage_note"
    __table_args__ = (
        refers("point_id", "triage_point", ondelete="CASCADE"),
        Index(None, "congress_id", "point_id"),
    )

    point_id: Mapped[uuid.UUID]
    text: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(String(200), default="")
    written_at: Mapped[datetime] = mapped_column(default=now)


class Topic(OfCongress, Base):
    """A tag of the subcommittee: "Chuyển đổi số"."""

    __tablename__ = "triage_topic"
    __table_args__ = (UniqueConstraint("congress_id", "name"),)

    name: Mapped[str] = mapped_column(String(100))


class PointTopic(OfCongress, Base):
    """A tag on a point."""

    __tablename__ = "triage_point_topic"
    __table_args__ = (
        UniqueConstraint("congress_id", "point_id", "topic_id"),
        refers("point_id", "triage_point", ondelete="CASCADE"),
        refers("topic_id", "triage_topic", ondelete="CASCADE"),
        Index(None, "congress_id", "topic_id"),
    )

    point_id: Mapped[uuid.UUID]
    topic_id: Mapped[uuid.UUID]

    topic: Mapped[Topic] = belongs_to("Topic", "PointTopic", "topic_id", lazy="joined")


class Landing(OfCongress, Base):
    """Where an accepted point stands in a later version: a passage, confirmed by somebody."""

    __tablename__ = "triage_landing"
    __table_args__ = (
        UniqueConstraint("congress_id", "point_id", "version_id", "passage_id"),
        refers("point_id", "triage_point", ondelete="CASCADE"),
        refers("version_id", "draft_version"),
        refers("passage_id", "passage"),
        Index(None, "congress_id", "version_id", "passage_id"),
    )

    point_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    passage_id: Mapped[uuid.UUID]
    note: Mapped[str] = mapped_column(String(300), default="")
    recorded_by: Mapped[str] = mapped_column(String(200), default="")
    recorded_at: Mapped[datetime] = mapped_column(default=now)


class Attachment(OfCongress, Base):
    """Which passage of a later version a comment now speaks of, confirmed by hand; no passage: it is gone."""

    __tablename__ = "triage_attachment"
    __table_args__ = (
        UniqueConstraint("congress_id", "comment_id", "version_id"),
        refers("comment_id", "comment", ondelete="CASCADE"),
        refers("version_id", "draft_version"),
        refers("passage_id", "passage"),
    )

    comment_id: Mapped[uuid.UUID]
    version_id: Mapped[uuid.UUID]
    passage_id: Mapped[uuid.UUID | None]
    recorded_by: Mapped[str] = mapped_column(String(200), default="")
    recorded_at: Mapped[datetime] = mapped_column(default=now)


class Suggestion(OfCongress, Base):
    """A comment that is near another one, as last computed; `dismissed` by somebody who found them different.

    `place` counts the groups in the order of the draft.
    """

    __tablename__ = "triage_suggestion"
    __table_args__ = (
        UniqueConstraint("congress_id", "first_id", "comment_id"),
        refers("round_id", "comment_round", ondelete="CASCADE"),
        refers("first_id", "comment", ondelete="CASCADE"),
        refers("comment_id", "comment", ondelete="CASCADE"),
        Index(None, "congress_id", "round_id", "first_id"),
    )

    round_id: Mapped[uuid.UUID]
    first_id: Mapped[uuid.UUID]
    comment_id: Mapped[uuid.UUID]
    place: Mapped[int]
    percent: Mapped[int]
    shared: Mapped[list[Any]] = mapped_column(JSON, default=list)
    other_figures: Mapped[list[Any]] = mapped_column(JSON, default=list)
    dismissed: Mapped[bool] = mapped_column(default=False)


class StockReason(OfCongress, Base):
    """A reason that is used again and again."""

    __tablename__ = "triage_stock_reason"
    __table_args__ = (UniqueConstraint("congress_id", "name"),)

    name: Mapped[str] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    disposition: Mapped[Disposition | None] = mapped_column(one_of(Disposition))


class SavedFilter(OfCongress, Base):
    """Filters of the desk under a name; `query` is what stands in the address."""

    __tablename__ = "triage_filter"
    __table_args__ = (UniqueConstraint("congress_id", "name"),)

    name: Mapped[str] = mapped_column(String(100))
    query: Mapped[str] = mapped_column(String(1000))


class Release(OfCongress, Base):
    """That the answers of a round were given to the cells; without it a cell sees none of them."""

    __tablename__ = "triage_release"
    __table_args__ = (
        UniqueConstraint("congress_id", "round_id"),
        refers("round_id", "comment_round", ondelete="CASCADE"),
    )

    round_id: Mapped[uuid.UUID]
    released_on: Mapped[date]
    released_by: Mapped[str] = mapped_column(String(200), default="")


class Presence(OfCongress, Base):
    """Who has a point's page open, and when that was last seen; only a warning, never a lock."""

    __tablename__ = "triage_presence"
    __table_args__ = (
        UniqueConstraint("congress_id", "point_id", "account_id"),
        refers("point_id", "triage_point", ondelete="CASCADE"),
    )

    point_id: Mapped[uuid.UUID]
    account_id: Mapped[uuid.UUID]
    name: Mapped[str] = mapped_column(String(200))
    seen_at: Mapped[datetime] = mapped_column(default=now)

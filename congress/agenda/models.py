"""Tables of the programme: sessions and the items in them."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from congress.agenda.rules.clock import ItemPlan, SessionPlan
from congress.agenda.rules.snapshot import Programme, from_data
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.units.models import Unit


class AgendaSession(OfCongress, Versioned, Base):
    """One session on one day; `ends_at` is the planned end, which the items may overrun."""

    __tablename__ = "agenda_session"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="hours"),
        Index(None, "congress_id", "day", "starts_at"),
    )

    kind: Mapped[SessionKind] = mapped_column(one_of(SessionKind))
    title: Mapped[str] = mapped_column(String(200))
    day: Mapped[date]
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    place: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")

    items: Mapped[list["AgendaItem"]] = relationship(
        "AgendaItem",
        primaryjoin="and_(AgendaSession.id == foreign(remote(AgendaItem.session_id)), "
        "AgendaSession.congress_id == remote(AgendaItem.congress_id), remote(AgendaItem.parent_id).is_(None))",
        order_by="AgendaItem.position, AgendaItem.id",
        viewonly=True,
    )
    """The items that take time, in their order; their parts are each item's `parts`."""

    @property
    def plan(self) -> SessionPlan:
        """The session as the rules take it."""
        return SessionPlan(
            self.title,
            self.kind,
            self.day,
            self.starts_at,
            self.ends_at,
            tuple(item.plan for item in self.items),
            self.id,
        )


class AgendaItem(OfCongress, Versioned, Base):
    """One item, or a part of the item `parent_id` names; a part takes its time out of that item's.

    Session and `position` change without a new version: moving is no edit of what it says. `script`, `fallback` and
    `internal_note` are for those who direct the congress, not for the public programme.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        refers("session_id", "agenda_session"),
        refers("parent_id", "agenda_item"),
        CheckConstraint("minutes > 0", name="minutes"),
        Index(None, "congress_id", "session_id", "position"),
        Index(None, "congress_id", "parent_id"),
    )

    session_id: Mapped[uuid.UUID]
    parent_id: Mapped[uuid.UUID | None]
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    detail: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[ItemKind] = mapped_column(one_of(ItemKind), default=ItemKind.OTHER)
    minutes: Mapped[int]
    fixed_start: Mapped[time | None]
    presenter: Mapped[str] = mapped_column(String(200), default="")
    chair: Mapped[str] = mapped_column(String(200), default="")
    introduced_by: Mapped[str] = mapped_column(String(200), default="")
    paper: Mapped[str] = mapped_column(String(300), default="")
    preparer: Mapped[str] = mapped_column(String(200), default="")
    votes: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    script: Mapped[str] = mapped_column(Text, default="")
    vote_wording: Mapped[str] = mapped_column(Text, default="")
    fallback: Mapped[str] = mapped_column(Text, default="")
    internal_note: Mapped[str] = mapped_column(Text, default="")

    session: Mapped[AgendaSession] = belongs_to("AgendaSession", "AgendaItem", "session_id", viewonly=True)
    parts: Mapped[list["AgendaItem"]] = has_many(
        "AgendaItem", "AgendaItem", "parent_id", order_by="AgendaItem.position, AgendaItem.id"
    )

    @property
    def is_vote(self) -> bool:
        """Whether something is put to the vote in it."""
        return self.votes or self.kind is ItemKind.VOTE

    @property
    def plan(self) -> ItemPlan:
        """The item with its parts, as the rules take it."""
        return replace(self.own_plan, subs=tuple(part.own_plan for part in self.parts))

    @property
    def own_plan(self) -> ItemPlan:
        """The item without its parts."""
        return ItemPlan(
            self.title,
            self.kind,
            self.minutes,
            self.fixed_start,
            self.presenter,
            self.chair,
            self.paper,
            self.votes,
            self.id,
        )


class AgendaRelease(OfCongress, Base):
    """The programme as it was released for the `number`-th time: written once, never changed.

    `content` is a programme of rules/snapshot.py, `changes` what differs from the release before (rules/changes.py).
    """

    __tablename__ = "agenda_release"
    __table_args__ = (UniqueConstraint("congress_id", "number"),)

    number: Mapped[int]
    released_at: Mapped[datetime] = mapped_column(default=now)
    released_by: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    @property
    def programme(self) -> Programme:
        """The programme as it was released."""
        return from_data(self.content)


@event.listens_for(AgendaRelease, "before_update")
@event.listens_for(AgendaRelease, "before_delete")
def keep_as_released(_mapper: Any, _connection: Any, _row: AgendaRelease) -> None:
    """A released programme stays what people hold in their hands. Raises RuleBroken."""
    raise RuleBroken(N_("Chương trình đã ban hành không sửa được. Hãy sửa bản nháp rồi ban hành lần tiếp theo."))


class AgendaActual(OfCongress, Base):
    """When an item of the released programme really started and finished. The item may be gone from the draft since."""

    __tablename__ = "agenda_actual"
    __table_args__ = (UniqueConstraint("congress_id", "item_id"),)

    item_id: Mapped[uuid.UUID]
    title: Mapped[str] = mapped_column(String(300))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    tapped_by: Mapped[str] = mapped_column(String(120), default="")


class AgendaSpeech(OfCongress, Versioned, Base):
    """A paper (tham luận) a cell has registered: spoken in the hall, or filed without being spoken.

    `file_name` is empty while no file has been sent.
    """

    __tablename__ = "agenda_speech"
    __table_args__ = (
        refers("unit_id", "unit", ondelete="CASCADE"),
        CheckConstraint("minutes > 0", name="minutes"),
        Index(None, "congress_id", "position"),
    )

    unit_id: Mapped[uuid.UUID]
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    speaker: Mapped[str] = mapped_column(String(200), default="")
    minutes: Mapped[int]
    spoken: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(Text, default="")
    file_name: Mapped[str] = mapped_column(String(160), default="")
    file_extension: Mapped[str] = mapped_column(String(8), default="")
    file_digest: Mapped[str] = mapped_column(String(64), default="")

    unit: Mapped[Unit] = belongs_to("Unit", "AgendaSpeech", "unit_id")

    @property
    def place(self) -> str:
        """Where the content of its file lies."""
        return f"speeches/{self.congress_id}/{self.id}-{self.file_digest[:16]}.{self.file_extension}"

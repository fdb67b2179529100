"""Tables of the programme: sessions and the items in them."""

import uuid
from datetime import date, time

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from congress.agenda.rules.clock import ItemPlan, SessionPlan
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, one_of, refers


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

    items: Mapped[list["AgendaItem"]] = has_many(
        "AgendaItem", "AgendaSession", "session_id", order_by="AgendaItem.position, AgendaItem.id"
    )

    @property
    def plan(self) -> SessionPlan:
        """The session as the rules take it."""
        return SessionPlan(
            self.title, self.kind, self.day, self.starts_at, self.ends_at, tuple(item.plan for item in self.items)
        )


class AgendaItem(OfCongress, Versioned, Base):
    """One item. Its session and `position` change without a new version: moving is no edit of what it says."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        refers("session_id", "agenda_session"),
        CheckConstraint("minutes > 0", name="minutes"),
        Index(None, "congress_id", "session_id", "position"),
    )

    session_id: Mapped[uuid.UUID]
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    detail: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[ItemKind] = mapped_column(one_of(ItemKind), default=ItemKind.OTHER)
    minutes: Mapped[int]
    presenter: Mapped[str] = mapped_column(String(200), default="")
    chair: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")

    session: Mapped[AgendaSession] = belongs_to("AgendaSession", "AgendaItem", "session_id", viewonly=True)

    @property
    def plan(self) -> ItemPlan:
        """The item as the rules take it."""
        return ItemPlan(self.title, self.kind, self.minutes)

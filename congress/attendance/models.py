"""Tables of badges and of the runs in which they were printed."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.attendance.vocabulary import BadgeClass
from congress.database import Base, OfCongress, belongs_to, now, one_of, refers


class BadgeRun(OfCongress, Base):
    """Badges printed together. `reason` says why, where some of them had been printed before."""

    __tablename__ = "badge_run"
    __table_args__ = (Index(None, "congress_id", "printed_at"),)

    printed_at: Mapped[datetime] = mapped_column(default=now)
    printed_by: Mapped[str] = mapped_column(String(120))
    badges: Mapped[int] = mapped_column(default=0)
    reprints: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(300), default="")


class Badge(OfCongress, Base):
    """The badge of one delegate: the number it keeps, the token in its QR code, and what was printed on it last.

    `printed` holds the words on the paper (name, cell, class, hash of the photograph), so that a later change of any of
    them is seen; it is empty until the first print. A reprint has a new token: of two cards only the newer one counts.
    """

    __tablename__ = "badge"
    __table_args__ = (
        UniqueConstraint("congress_id", "delegate_id"),
        UniqueConstraint("congress_id", "badge_class", "number"),
        UniqueConstraint("congress_id", "token"),
        refers("delegate_id", "delegate", ondelete="CASCADE"),
        refers("run_id", "badge_run"),
        CheckConstraint("number > 0", "number_from_one"),
        Index(None, "congress_id", "run_id"),
    )

    delegate_id: Mapped[uuid.UUID]
    badge_class: Mapped[BadgeClass] = mapped_column(one_of(BadgeClass))
    number: Mapped[int]
    token: Mapped[str] = mapped_column(String(26))
    times_printed: Mapped[int] = mapped_column(default=0)
    run_id: Mapped[uuid.UUID | None]
    printed: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    run: Mapped[BadgeRun | None] = belongs_to("BadgeRun", "Badge", "run_id")

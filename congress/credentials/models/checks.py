"""Decisions about the standing of single delegates."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.credentials.rules.queue import Decided
from congress.credentials.vocabulary import Verdict
from congress.database import Base, OfCongress, Versioned, now, one_of, refers


class Decision(OfCongress, Versioned, Base):
    """What was decided about one delegate, why, by which paper, and upon which concerns (`keys`)."""

    __tablename__ = "credentials_decision"
    __table_args__ = (
        UniqueConstraint("congress_id", "delegate_id"),
        refers("delegate_id", "delegate", ondelete="CASCADE"),
    )

    delegate_id: Mapped[uuid.UUID]
    verdict: Mapped[Verdict] = mapped_column(one_of(Verdict))
    reason: Mapped[str] = mapped_column(Text, default="")
    paper: Mapped[str] = mapped_column(String(200), default="")
    keys: Mapped[list[str]] = mapped_column(JSON, default=list)
    decided_by: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime] = mapped_column(default=now)

    @property
    def decided(self) -> Decided:
        """As the rules take it."""
        return Decided(self.verdict, frozenset(self.keys))

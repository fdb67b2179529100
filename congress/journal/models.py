"""The journal's table; rows are only ever added."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, now


class JournalEntry(OfCongress, Base):
    """One act. `changes` is {field: [old, new]} in plain values; the actor's name is kept as it was then."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "congress_id", "subject_id", "at"), Index(None, "congress_id", "at"))

    at: Mapped[datetime] = mapped_column(default=now)
    actor_id: Mapped[uuid.UUID | None]
    actor_name: Mapped[str] = mapped_column(String(200))
    act: Mapped[str] = mapped_column(String(200))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[uuid.UUID]
    subject_label: Mapped[str] = mapped_column(String(300))
    changes: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reason: Mapped[str] = mapped_column(Text, default="")

"""Tables of synthesis reports and their statements."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, now, one_of, refers
from congress.synthesis.vocabulary import Part


class SynthesisReport(OfCongress, Versioned, Base):
    """A report on one round. `base` is how many cells had answered when it was drawn up; issued, it never changes.

    `symbol` is what stands behind the number where it is not the usual "BC/TBVK".
    """

    __tablename__ = "synthesis_report"
    __table_args__ = (refers("round_id", "comment_round"), Index(None, "congress_id", "round_id"))

    round_id: Mapped[uuid.UUID]
    thresholds: Mapped[dict[str, Any]] = mapped_column(JSON)
    base: Mapped[int]
    opening: Mapped[str] = mapped_column(Text)
    comments: Mapped[int]
    drawn_at: Mapped[datetime] = mapped_column(default=now)
    number: Mapped[int | None]
    symbol: Mapped[str] = mapped_column(String(40), default="")
    issued_on: Mapped[date | None]
    authority: Mapped[str] = mapped_column(String(120), default="")
    position: Mapped[str] = mapped_column(String(120), default="")
    signed_by: Mapped[str] = mapped_column(String(120), default="")


class ReportStatement(OfCongress, Versioned, Base):
    """One sentence: `written` by the program, `text` as it will be printed; `left_out` by somebody, with the reason."""

    __tablename__ = "synthesis_statement"
    __table_args__ = (
        UniqueConstraint("congress_id", "report_id", "key"),
        refers("report_id", "synthesis_report", ondelete="CASCADE"),
        refers("version_id", "draft_version"),
        Index(None, "congress_id", "report_id", "place"),
    )

    report_id: Mapped[uuid.UUID]
    key: Mapped[str] = mapped_column(String(120))
    place: Mapped[int]
    part: Mapped[Part] = mapped_column(one_of(Part))
    version_id: Mapped[uuid.UUID]
    document: Mapped[str] = mapped_column(String(400))
    heading: Mapped[str] = mapped_column(Text)
    written: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    sources: Mapped[list[str]] = mapped_column(JSON)
    edited: Mapped[bool] = mapped_column(default=False)
    left_out: Mapped[bool] = mapped_column(default=False)

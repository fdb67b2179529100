"""The table of previews: what was read from a workbook and waits to be confirmed by whoever sent it."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, now, one_of
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.packing import unpacked
from congress.spreadsheets.preview import PreviewRow
from congress.spreadsheets.stages import Stage
from congress.spreadsheets.tables import ParsedTable
from congress.spreadsheets.totals import Totals

NOTHING = ParsedTable("", 0, {}, (), ())


class ImportPreview(OfCongress, Base):
    """One workbook on its way in. Only `owner_id` opens it, and only until `expires_at`.

    `kind` is the feature it belongs to ("delegates"), `unit_id` the one cell it was sent for, if any. `content` is the
    file itself and is dropped as soon as it has been read; `source` is the table read from it, `head` that without its
    rows, `rows` the preview (`PreviewRow.plain`). `beat_at` moves while somebody works on it: a job that stopped is
    known by it.
    """

    __tablename__ = "import_preview"
    __table_args__ = (Index(None, "congress_id", "owner_id"), Index(None, "expires_at"))

    owner_id: Mapped[uuid.UUID]
    kind: Mapped[str] = mapped_column(String(40))
    unit_id: Mapped[uuid.UUID | None]
    file_name: Mapped[str] = mapped_column(String(200))
    file_hash: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    stage: Mapped[Stage] = mapped_column(one_of(Stage), default=Stage.READING)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    beat_at: Mapped[datetime] = mapped_column(default=now)
    failure: Mapped[str] = mapped_column(Text, default="")
    failure_values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    totals: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    head: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    imported_at: Mapped[datetime | None]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    source: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)
    rows: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)

    @property
    def table(self) -> ParsedTable:
        """What was read from the file."""
        return unpacked(self.source) if self.source else NOTHING

    @property
    def letters(self) -> dict[str, str]:
        """Where each known column stands in the file."""
        return self.head.get("letters") or {}

    @property
    def preview(self) -> list[PreviewRow]:
        """The rows of the preview."""
        return [PreviewRow.from_plain(each) for each in self.rows or []]

    @property
    def sums(self) -> Totals:
        """Its totals."""
        return Totals(**self.totals)

    @property
    def said(self) -> Answers:
        """What its owner has answered."""
        return Answers.from_plain(self.answers)

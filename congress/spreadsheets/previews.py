"""Keeping previews for their owners, working on them, and letting them go; nobody else ever gets one."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import undefer

from congress.database import db
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import PreviewRow
from congress.spreadsheets.stages import AT_WORK, Stage
from congress.spreadsheets.totals import add_up

LIFETIME = timedelta(hours=24)
SILENCE = timedelta(seconds=90)  # a reader is stopped long before; whoever is silent longer has died
AT_MOST = 5  # previews of one owner at a time

EXPIRED = N_("Bản xem trước này đã hết hạn và đã được xóa. Hãy chọn lại tệp.")


def keep(
    congress_id: uuid.UUID,
    owner_id: uuid.UUID,
    kind: str,
    content: bytes,
    file_name: str,
    *,
    moment: datetime,
    unit_id: uuid.UUID | None = None,
) -> ImportPreview:
    """Take in a file, to be read; what has expired, and the owner's oldest beyond AT_MOST, goes."""
    sweep(moment)
    mine = (ImportPreview.congress_id == congress_id, ImportPreview.owner_id == owner_id, ImportPreview.kind == kind)
    older = db.session.scalars(select(ImportPreview.id).where(*mine).order_by(ImportPreview.started_at.desc()))
    beyond = list(older)[AT_MOST - 1 :]
    db.session.execute(delete(ImportPreview).where(*mine, ImportPreview.id.in_(beyond)))
    preview = ImportPreview(
        congress_id=congress_id,
        owner_id=owner_id,
        kind=kind,
        unit_id=unit_id,
        file_name=tidy(file_name)[-200:],
        file_hash=hashlib.sha256(content).hexdigest(),
        expires_at=moment + LIFETIME,
        beat_at=moment,
        content=content,
    )
    db.session.add(preview)
    db.session.flush()
    return preview


def sweep(moment: datetime) -> None:
    """Delete what has expired, of every congress."""
    db.session.execute(delete(ImportPreview).where(ImportPreview.expires_at <= moment))


def one(
    congress_id: uuid.UUID,
    owner_id: uuid.UUID,
    kind: str,
    preview_id: uuid.UUID,
    *,
    moment: datetime,
    whole: bool = False,
    lock: bool = False,
) -> ImportPreview:
    """A preview of this owner, `whole` with what was read; NoResultFound for anybody else's, RuleBroken once expired.

    `lock` holds it until the transaction ends, so that it is not confirmed twice at once.
    """
    rows = select(ImportPreview).where(
        ImportPreview.congress_id == congress_id,
        ImportPreview.owner_id == owner_id,
        ImportPreview.kind == kind,
        ImportPreview.id == preview_id,
    )
    if whole:
        rows = rows.options(undefer(ImportPreview.source), undefer(ImportPreview.rows))
    if lock:
        rows = rows.with_for_update().execution_options(populate_existing=True)
    found: ImportPreview = db.session.scalars(rows).one()
    if found.expires_at <= moment:
        raise RuleBroken(EXPIRED)
    return found


def waiting(congress_id: uuid.UUID, owner_id: uuid.UUID, kind: str, *, moment: datetime) -> Sequence[ImportPreview]:
    """The previews of this owner that have not expired, newest first."""
    rows = select(ImportPreview).where(
        ImportPreview.congress_id == congress_id,
        ImportPreview.owner_id == owner_id,
        ImportPreview.kind == kind,
        ImportPreview.expires_at > moment,
    )
    return db.session.scalars(rows.order_by(ImportPreview.started_at.desc(), ImportPreview.id)).all()


def discard(preview: ImportPreview) -> ImportPreview:
    """Throw a preview away."""
    db.session.delete(preview)
    return preview


def is_orphaned(preview: ImportPreview, moment: datetime) -> bool:
    """Whether the one who worked on it has died, with the program or without."""
    return preview.stage in AT_WORK and moment - preview.beat_at > SILENCE


def restart(preview: ImportPreview, moment: datetime) -> None:
    """Look everything up again: after a mishap, or because what is recorded has changed.

    Raises RuleBroken when it is being worked on, is imported, or the file is gone and nothing was read from it.
    """
    if preview.stage is Stage.IMPORTED:
        raise RuleBroken(N_("Tệp này đã được nhập xong."))
    if preview.stage in AT_WORK and not is_orphaned(preview, moment):
        raise RuleBroken(N_("Tệp này đang được đọc. Hãy chờ một lát rồi xem lại."))
    if preview.source is None and preview.content is None:
        raise RuleBroken(N_("Tệp này không đọc được nên không giữ lại. Hãy chọn lại tệp."))
    preview.stage = Stage.READING if preview.source is None else Stage.MATCHING
    preview.done, preview.beat_at, preview.failure, preview.failure_values = 0, moment, "", {}


def answer(preview: ImportPreview, answers: Answers, moment: datetime) -> None:
    """Note what its owner has said; the rows are then looked up again."""
    preview.answers = answers.plain()
    restart(preview, moment)


def settle(preview: ImportPreview, rows: Sequence[PreviewRow]) -> None:
    """Store the rows of a finished preview."""
    preview.rows = [row.plain() for row in rows]
    preview.totals = asdict(add_up(rows))
    preview.stage = Stage.READY
    preview.done = preview.total = len(rows)


def refuse_unless_importable(preview: ImportPreview) -> None:
    """Raise RuleBroken when the preview is not ready, has errors or waits for answers."""
    if preview.stage is not Stage.READY:
        raise RuleBroken(N_("Tệp này đang được đọc. Hãy chờ một lát rồi xem lại."))
    if preview.sums.error:
        raise RuleBroken(
            N_("Còn %(n)s dòng có lỗi nên chưa nhập được. Hãy sửa trong Excel rồi chọn lại tệp."), n=preview.sums.error
        )
    if preview.sums.waiting:
        raise RuleBroken(N_("Còn %(n)s dòng cần đồng chí trả lời trước khi nhập."), n=preview.sums.waiting)
    if not preview.sums.rows:
        raise RuleBroken(N_("Tệp này không có dòng nào để nhập."))


def imported(preview: ImportPreview, rows: Sequence[PreviewRow], moment: datetime) -> None:
    """Say that everything was imported; the rows stay for their owner to read until they expire."""
    settle(preview, rows)
    preview.stage = Stage.IMPORTED
    preview.imported_at = moment
    preview.source = None

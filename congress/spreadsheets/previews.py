"""Keeping previews for their owners, working on them, and letting them go; nobody else ever gets one."""

import hashlib
import logging
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from flask import Flask, current_app
from sqlalchemy import delete, select
from sqlalchemy.orm import undefer

from congress.database import db, let_go, now, transaction
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.matching import parse_list
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.packing import packed
from congress.spreadsheets.preview import PreviewRow, Tell
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.stages import AT_WORK, Stage
from congress.spreadsheets.tables import ColumnSpec, ParsedTable
from congress.spreadsheets.totals import add_up

LIFETIME = timedelta(hours=24)
SILENCE = timedelta(seconds=90)  # a reader is stopped long before; whoever is silent longer has died
AT_MOST = 5  # previews of one owner at a time
BYTES_OF_A_ROW = 150
SKIPPED_SHOWN = 100
BEAT = 0.4  # seconds between two signs of life
logger = logging.getLogger(__name__)

EXPIRED = N_("Bản xem trước này đã hết hạn và đã được xóa. Hãy chọn lại tệp.")
ACCIDENT = N_("Chương trình gặp sự cố khi đọc tệp này. Chưa có gì được ghi. Hãy thử lại, hoặc chọn tệp khác.")


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


Match = Callable[[ParsedTable, Answers, Tell], Sequence[PreviewRow]]


@dataclass(frozen=True)
class Job:
    """What a feature does with a file of its owner: which columns it reads, and how it looks the rows up.

    `match` runs outside the request that asked for it, and reads the database itself.
    """

    congress_id: uuid.UUID
    preview_id: uuid.UUID
    columns: Sequence[ColumnSpec]
    match: Match


def start(job: Job, size: int) -> None:
    """Do a small file at once, a large one beside the request; the row in the database says how far it is."""
    if size <= current_app.config["IMPORT_AT_ONCE"]:
        carry_out(job)
        return
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    let_go()
    threading.Thread(target=_beside, args=(app, job), name=f"import-{job.preview_id}", daemon=True).start()


def start_again(job: Job, preview_rows: int) -> None:
    """The same for a table that has been read: `preview_rows` rows are looked up again."""
    start(job, preview_rows * BYTES_OF_A_ROW)


def _beside(app: Flask, job: Job) -> None:
    with app.app_context():
        carry_out(job)


def carry_out(job: Job) -> None:
    """Read the file, look its rows up, store the preview; between short transactions nothing is locked."""
    let_go()
    try:
        table = _read(job)
        if table is not None:
            _match(job, table)
    except RuleBroken as broken:
        _fail(job, broken, keep_file=False)
    except Exception:
        logger.exception("import %s failed", job.preview_id)
        _fail(job, RuleBroken(ACCIDENT), keep_file=True)


def _row(job: Job, *parts: object) -> ImportPreview | None:
    rows = select(ImportPreview).where(ImportPreview.congress_id == job.congress_id, ImportPreview.id == job.preview_id)
    found: ImportPreview | None = db.session.scalars(
        rows.options(*(undefer(part) for part in parts)).execution_options(populate_existing=True)  # type: ignore[arg-type]
    ).one_or_none()
    return found


def _read(job: Job) -> ParsedTable | None:
    """The table, read now or before; None when the preview is gone."""
    preview = _row(job, ImportPreview.source, ImportPreview.content)
    if preview is None:
        return None
    if preview.source is not None:
        table = preview.table
        let_go()
        return table
    content, name = preview.content or b"", preview.file_name
    let_go()
    table = parse_list(read_tables(content, name), job.columns)
    with transaction():
        preview = _row(job)
        if preview is None:
            return None
        source = packed(table)
        preview.source, preview.content = source, None
        preview.head = {**source, "rows": [], "skipped": source["skipped"][:SKIPPED_SHOWN]}
        preview.stage, preview.total, preview.beat_at = Stage.MATCHING, len(table.rows), now()
    return table


def _match(job: Job, table: ParsedTable) -> None:
    preview = _row(job)
    if preview is None:
        return
    answers = preview.said
    let_go()
    rows = job.match(table, answers, _teller(job))
    with transaction():
        preview = _row(job)
        if preview is not None and preview.stage is not Stage.IMPORTED:
            settle(preview, rows)


def _teller(job: Job) -> Tell:
    last = time.monotonic()

    def tell(done: int) -> None:
        nonlocal last
        if time.monotonic() - last < BEAT:
            return
        last = time.monotonic()
        with transaction():
            preview = _row(job)
            if preview is not None:
                preview.done, preview.beat_at = done, now()

    return tell


def _fail(job: Job, broken: RuleBroken, *, keep_file: bool) -> None:
    let_go()
    with transaction():
        preview = _row(job)
        if preview is None:
            return
        preview.stage = Stage.FAILED
        preview.failure = str(broken.message)
        preview.failure_values = {name: str(value) for name, value in broken.values.items()}
        if not keep_file:
            preview.content = None

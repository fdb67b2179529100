"""Reading a file that was sent and looking its rows up: a small one at once, a large one beside the request."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import undefer

from congress.database import db, let_go, now, transaction
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.matching import parse_list
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.packing import packed
from congress.spreadsheets.preview import PreviewRow, Tell
from congress.spreadsheets.previews import settle
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.stages import Stage
from congress.spreadsheets.tables import ColumnSpec, ParsedTable

BYTES_OF_A_ROW = 150
SKIPPED_SHOWN = 100
BEAT = 0.4  # seconds between two signs of life
logger = logging.getLogger(__name__)

ACCIDENT = N_("Chương trình gặp sự cố khi đọc tệp này. Chưa có gì được ghi. Hãy thử lại, hoặc chọn tệp khác.")


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

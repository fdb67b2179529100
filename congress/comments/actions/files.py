"""Scans of the signed paper, kept with a sheet."""

from functools import partial

from sqlalchemy import func, select

from congress.comments.models import Sheet, SheetFile
from congress.database import afterwards, db
from congress.journal.actions import Actor, note
from congress.shared.attachments import Attachment
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.storage import storage

name_fields("comment_sheet", file=N_("Tệp"))
SCANS = ("pdf", "jpg", "png")
MOST = 10
NO_SCAN = N_("Bản chụp phiếu có chữ ký chỉ nhận tệp PDF, JPEG hoặc PNG.")


def keep_scan(sheet: Sheet, paper: Attachment, *, actor: Actor) -> SheetFile:
    """Keep a scan with a sheet, also after it was sent. Raises RuleBroken on `file`."""
    if paper.extension not in SCANS:
        raise RuleBroken(NO_SCAN, "file")
    mine = (SheetFile.congress_id == sheet.congress_id, SheetFile.sheet_id == sheet.id)
    known = db.session.scalars(select(SheetFile).where(*mine, SheetFile.digest == paper.digest)).first()
    if known is not None:
        return known
    if (db.session.scalar(select(func.count()).select_from(SheetFile).where(*mine)) or 0) >= MOST:
        raise RuleBroken(N_("Phiếu đã có 10 tệp. Hãy bỏ bớt, hoặc ghép các trang vào một tệp PDF."), "file")
    row = SheetFile(
        congress_id=sheet.congress_id,
        sheet_id=sheet.id,
        name=paper.name,
        extension=paper.extension,
        size=len(paper.content),
        digest=paper.digest,
        added_by=actor.full_name,
    )
    db.session.add(row)
    db.session.flush()
    storage().put(row.place, paper.content)
    note(actor, N_("Đính kèm bản chụp phiếu"), sheet, label=sheet.from_name, changes={"file": [None, paper.name]})
    return row


def drop_scan(sheet: Sheet, row: SheetFile, *, actor: Actor) -> None:
    """Take a scan away while the sheet has not been sent. Raises RuleBroken."""
    if sheet.sent_at:
        raise RuleBroken(N_("Phiếu đã gửi nên không bỏ bản chụp được nữa."))
    note(actor, N_("Bỏ bản chụp phiếu"), sheet, label=sheet.from_name, changes={"file": [row.name, None]})
    db.session.delete(row)
    afterwards(partial(storage().remove, row.place))

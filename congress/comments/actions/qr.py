"""The page of the QR code: switching it on and off, taking in what people write, accepting it or putting it aside."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete

from congress.comments import queries
from congress.comments.models import Comment, CommentRound, QrVisit, Respondent, Sheet
from congress.comments.queries import qr as pages
from congress.comments.rules.qr import WITHIN, check_pace, check_page_open
from congress.comments.vocabulary import Channel, RespondentKind, Stance
from congress.database import db, now
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold

name_fields("comment_round", qr_open=N_("Trang mã QR đang mở"))
name_fields("comment_sheet", put_aside=N_("Để sang một bên"))
NAMELESS = "Người góp ý không ghi tên"


class Passer:
    """Whoever writes on the page: nobody the program knows."""

    id = None
    full_name = "Trang mã QR"


def switch(round_: CommentRound, *, on: bool, actor: Actor) -> None:
    """Open the page or close it. The address stays, so that a poster on the wall is good again."""
    if round_.qr_open == on:
        return
    round_.qr_token = round_.qr_token or secrets.token_urlsafe(32)
    round_.qr_open = on
    act = N_("Mở trang mã QR") if on else N_("Tắt trang mã QR")
    note(actor, act, round_, label=round_.title, changes={"qr_open": [not on, on]})


def renew(round_: CommentRound, *, actor: Actor) -> None:
    """Another address: posters that hang somewhere lead nowhere from now on."""
    round_.qr_token = secrets.token_urlsafe(32)
    note(actor, N_("Đổi mã QR của đợt góp ý"), round_, label=round_.title)


def receive(
    round_: CommentRound,
    *,
    kind: RespondentKind,
    name: str,
    comment_id: uuid.UUID,
    version_id: uuid.UUID,
    passage_id: uuid.UUID | None,
    stance: Stance | None,
    address: str,
    today: date,
    moment: datetime,
    **words: Any,
) -> Comment:
    """Take in one opinion; it waits unread and counts nowhere. Sent twice it is there once. Raises RuleBroken."""
    check_page_open(round_.window, switched_on=round_.qr_open, today=today)
    if kind not in (RespondentKind.MEMBER, RespondentKind.PUBLIC) or version_id not in round_.version_ids:
        raise RuleBroken(N_("Hãy chọn lại dự thảo và người góp ý."))
    if not words["proposed"] and not words["reason"]:
        raise RuleBroken(N_("Chưa viết ý kiến."), "proposed")
    check_pace(*pages.lately(round_, address, moment))
    if known := queries.comment_anywhere(round_.congress_id, comment_id):
        if known.sheet.received_at is None or known.sheet.round_id != round_.id:
            raise RuleBroken(N_("Ý kiến này chưa gửi được. Hãy mở lại trang từ mã QR."))
        return known
    key = {"congress_id": round_.congress_id}
    db.session.execute(delete(QrVisit).where(QrVisit.congress_id == round_.congress_id, QrVisit.at < moment - WITHIN))
    db.session.add(QrVisit(**key, round_id=round_.id, address=address[:60], at=moment))
    respondent = Respondent(**key, round_id=round_.id, kind=kind, name=name or NAMELESS, listed=False)
    db.session.add(respondent)
    db.session.flush()
    sheet = Sheet(**key, round_id=round_.id, respondent_id=respondent.id, channel=Channel.QR_PAGE, received_at=moment)
    db.session.add(sheet)
    db.session.flush()
    comment = Comment(
        **key,
        id=comment_id,
        sheet_id=sheet.id,
        version_id=version_id,
        passage_id=passage_id,
        stance=stance or Stance.OTHER,
        fold=fold(f"{words['proposed']} {words['reason']}"),
        **words,
    )
    db.session.add(comment)
    note(Passer, N_("Nhận ý kiến từ trang mã QR"), sheet, label=respondent.name, changes=differences({}, words))
    return comment


def accept(sheets: Sequence[Sheet], *, actor: Actor) -> None:
    """From now on these sheets count."""
    for sheet in sheets:
        sheet.sent_at = now()
        sheet.sent_by = actor.full_name
        note(actor, N_("Nhận phiếu từ trang mã QR"), sheet, label=sheet.from_name)


def put_aside(sheets: Sequence[Sheet], *, actor: Actor, reason: str) -> None:
    """These sheets do not count; they are kept, and can be brought back. Raises RuleBroken without a reason."""
    if not reason:
        raise RuleBroken(N_("Hãy ghi lý do để phiếu sang một bên."), "reason")
    for sheet in sheets:
        sheet.put_aside = reason
        note(actor, N_("Để phiếu từ trang mã QR sang một bên"), sheet, label=sheet.from_name, reason=reason)


def bring_back(sheet: Sheet, *, actor: Actor) -> None:
    """A sheet that was put aside waits again."""
    if sheet.put_aside:
        sheet.put_aside = ""
        note(actor, N_("Đưa phiếu từ trang mã QR trở lại"), sheet, label=sheet.from_name)

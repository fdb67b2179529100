"""What came over the page of the QR code, and how much of it lately."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from congress.comments.models import Comment, CommentRound, QrVisit, Sheet
from congress.comments.rules.qr import WITHIN
from congress.database import db


def round_of_page(congress_id: uuid.UUID, token: str) -> CommentRound | None:
    """The round whose page has this token; None for any other."""
    return db.session.scalars(
        select(CommentRound)
        .where(CommentRound.congress_id == congress_id, CommentRound.qr_token == token, CommentRound.qr_token != "")
        .options(selectinload(CommentRound.drafts), selectinload(CommentRound.listed_units))
    ).one_or_none()


def lately(round_: CommentRound, address: str, moment: datetime) -> tuple[int, int]:
    """How many opinions came in the last quarter of an hour: from this address, and from everywhere."""
    rows = select(func.count()).where(
        QrVisit.congress_id == round_.congress_id, QrVisit.round_id == round_.id, QrVisit.at > moment - WITHIN
    )
    mine = db.session.scalar(rows.where(QrVisit.address == address)) or 0
    return mine, db.session.scalar(rows) or 0


def count_waiting(round_: CommentRound) -> int:
    """How many sheets of the page nobody has decided on."""
    return db.session.scalar(select(func.count()).select_from(Sheet).where(*_waiting(round_))) or 0


def waiting(round_: CommentRound, limit: int, offset: int = 0) -> Sequence[tuple[Sheet, Comment]]:
    """Those sheets with what they say, oldest first."""
    return [
        (row[0], row[1])
        for row in db.session.execute(
            select(Sheet, Comment)
            .join(Comment, (Comment.congress_id == Sheet.congress_id) & (Comment.sheet_id == Sheet.id))
            .options(selectinload(Sheet.respondent))
            .where(*_waiting(round_))
            .order_by(Sheet.received_at, Sheet.id, Comment.id)
            .limit(limit)
            .offset(offset)
        )
    ]


def waiting_sheets(round_: CommentRound, sheet_ids: Sequence[uuid.UUID]) -> Sequence[Sheet]:
    """Those of these sheets that wait; whatever else was sent along is left out."""
    return db.session.scalars(
        select(Sheet)
        .options(selectinload(Sheet.respondent))
        .where(*_waiting(round_), Sheet.id.in_(sheet_ids))
        .order_by(Sheet.id)
    ).all()


def put_aside(round_: CommentRound) -> Sequence[Sheet]:
    """The last 50 sheets of the page that were put aside, newest first."""
    return db.session.scalars(
        select(Sheet)
        .options(selectinload(Sheet.respondent))
        .where(Sheet.congress_id == round_.congress_id, Sheet.round_id == round_.id, Sheet.put_aside != "")
        .order_by(Sheet.received_at.desc(), Sheet.id)
        .limit(50)
    ).all()


def _waiting(round_: CommentRound) -> tuple[ColumnElement[bool], ...]:
    return (
        Sheet.congress_id == round_.congress_id,
        Sheet.round_id == round_.id,
        Sheet.received_at.is_not(None),
        Sheet.sent_at.is_(None),
        Sheet.put_aside == "",
    )

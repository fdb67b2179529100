"""One cell's sheet and its comments."""

import uuid
from collections.abc import Sequence

from sqlalchemy import func, select

from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.comments.queries.opinions import of_round_draft, placed
from congress.database import db
from congress.drafts.models import PassageText


def sheet(round_: CommentRound, unit_id: uuid.UUID) -> Sheet | None:
    """The cell's sheet, if it has begun one."""
    return db.session.scalars(
        select(Sheet).where(
            Sheet.congress_id == round_.congress_id, Sheet.round_id == round_.id, Sheet.unit_id == unit_id
        )
    ).one_or_none()


def comments_of(sheet_: Sheet | None, version_id: uuid.UUID | None = None) -> Sequence[Comment]:
    """The comments of a sheet in the order of the drafts: on the whole first, then by passage."""
    if sheet_ is None:
        return []
    rows = (
        select(Comment)
        .outerjoin(PassageText, placed())
        .join(RoundDraft, of_round_draft(sheet_.round_id))
        .where(Comment.congress_id == sheet_.congress_id, Comment.sheet_id == sheet_.id)
        .order_by(RoundDraft.position, func.coalesce(PassageText.position, 0), Comment.id)
    )
    if version_id is not None:
        rows = rows.where(Comment.version_id == version_id)
    return db.session.scalars(rows).all()


def passages_of(comments: Sequence[Comment]) -> dict[uuid.UUID, PassageText]:
    """{comment id: the passage it speaks of}, for those that speak of one."""
    wanted = {comment.id for comment in comments}
    if not wanted:
        return {}
    rows = db.session.execute(
        select(Comment.id, PassageText)
        .join(PassageText, placed())
        .where(Comment.congress_id == comments[0].congress_id, Comment.id.in_(wanted))
    )
    return dict(rows.all())


def comment(sheet_: Sheet, comment_id: uuid.UUID) -> Comment:
    """One comment of this sheet; NoResultFound for another sheet's."""
    return db.session.scalars(
        select(Comment).where(
            Comment.congress_id == sheet_.congress_id, Comment.sheet_id == sheet_.id, Comment.id == comment_id
        )
    ).one()


def comment_anywhere(congress_id: uuid.UUID, comment_id: uuid.UUID) -> Comment | None:
    """Whether an id is taken in this congress."""
    return db.session.get(Comment, (congress_id, comment_id))


def count_comments(sheet_: Sheet) -> int:
    """How many comments a sheet holds."""
    return (
        db.session.scalar(
            select(func.count())
            .select_from(Comment)
            .where(Comment.congress_id == sheet_.congress_id, Comment.sheet_id == sheet_.id)
        )
        or 0
    )

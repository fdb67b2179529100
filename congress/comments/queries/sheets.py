"""One cell's sheet and its comments."""

import uuid
from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select

from congress.comments.models import (
    Comment,
    CommentRound,
    DraftVerdict,
    QuestionAnswer,
    Respondent,
    RoundDraft,
    Sheet,
    SheetFile,
)
from congress.comments.queries.opinions import of_round_draft, placed
from congress.database import db
from congress.drafts.models import PassageText
from congress.units.models import Unit


def sheet(round_: CommentRound, answerer_id: uuid.UUID) -> Sheet | None:
    """The sheet of this cell or respondent, if it has begun one."""
    return db.session.scalars(
        select(Sheet).where(
            Sheet.congress_id == round_.congress_id,
            Sheet.round_id == round_.id,
            or_(Sheet.unit_id == answerer_id, Sheet.respondent_id == answerer_id),
        )
    ).one_or_none()


def verdicts_of(sheet_: Sheet | None) -> dict[uuid.UUID, DraftVerdict]:
    """{version id: how many agree with that draft}, as far as it was filled in."""
    if sheet_ is None:
        return {}
    rows = db.session.scalars(
        select(DraftVerdict).where(DraftVerdict.congress_id == sheet_.congress_id, DraftVerdict.sheet_id == sheet_.id)
    )
    return {row.version_id: row for row in rows}


def question_answers(sheet_: Sheet | None) -> dict[int, QuestionAnswer]:
    """{place of the question: its answer}, as far as it was answered."""
    if sheet_ is None:
        return {}
    rows = db.session.scalars(
        select(QuestionAnswer)
        .where(QuestionAnswer.congress_id == sheet_.congress_id, QuestionAnswer.sheet_id == sheet_.id)
        .order_by(QuestionAnswer.position)
    )
    return {row.position: row for row in rows}


def replies_of_round(round_: CommentRound) -> dict[int, list[tuple[str, str]]]:
    """{place of a guiding question: (who, the answer) of each sent sheet, cells first in their order}."""
    rows = db.session.execute(
        select(QuestionAnswer.position, func.coalesce(Unit.name, Respondent.name), QuestionAnswer.answer)
        .join(Sheet, and_(Sheet.congress_id == QuestionAnswer.congress_id, Sheet.id == QuestionAnswer.sheet_id))
        .outerjoin(Unit, and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id))
        .outerjoin(Respondent, and_(Respondent.congress_id == Sheet.congress_id, Respondent.id == Sheet.respondent_id))
        .where(
            QuestionAnswer.congress_id == round_.congress_id,
            Sheet.round_id == round_.id,
            Sheet.sent_at.is_not(None),
        )
        .order_by(QuestionAnswer.position, func.coalesce(Unit.position, 1_000_000), Sheet.id)
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for place, who, answer in rows:
        found.setdefault(place, []).append((who, answer))
    return found


def answered_questions(round_: CommentRound) -> dict[int, str]:
    """{place: the question as some sheet has answered it}."""
    rows = db.session.execute(
        select(QuestionAnswer.position, QuestionAnswer.question)
        .join(Sheet, and_(Sheet.congress_id == QuestionAnswer.congress_id, Sheet.id == QuestionAnswer.sheet_id))
        .where(QuestionAnswer.congress_id == round_.congress_id, Sheet.round_id == round_.id)
        .distinct()
    )
    return dict(rows.all())


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


def count_comments(sheet_: Sheet, version_id: uuid.UUID | None = None) -> int:
    """How many comments a sheet holds, on one draft where it is named."""
    rows = (
        select(func.count())
        .select_from(Comment)
        .where(Comment.congress_id == sheet_.congress_id, Comment.sheet_id == sheet_.id)
    )
    if version_id is not None:
        rows = rows.where(Comment.version_id == version_id)
    return db.session.scalar(rows) or 0


def scans_of(sheet_: Sheet | None) -> Sequence[SheetFile]:
    """The scans kept with a sheet, in the order they came."""
    if sheet_ is None:
        return []
    return db.session.scalars(
        select(SheetFile)
        .where(SheetFile.congress_id == sheet_.congress_id, SheetFile.sheet_id == sheet_.id)
        .order_by(SheetFile.id)
    ).all()


def scan(sheet_: Sheet, scan_id: uuid.UUID) -> SheetFile:
    """One scan of this sheet; NoResultFound for another sheet's."""
    return db.session.scalars(
        select(SheetFile).where(
            SheetFile.congress_id == sheet_.congress_id, SheetFile.sheet_id == sheet_.id, SheetFile.id == scan_id
        )
    ).one()

"""The comments of sent sheets in the order of the draft."""

import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from congress.comments.models import Comment, CommentRound, Respondent, RoundDraft, Sheet
from congress.comments.rules import Opinion
from congress.comments.vocabulary import Stance
from congress.database import db, found_in
from congress.drafts.models import Document, DraftVersion, PassageText
from congress.units.models import Unit

_STANCE_ORDER = case({stance.value: place for place, stance in enumerate(Stance)}, value=Comment.stance, else_=9)

_CELLS_FIRST = func.coalesce(Unit.position, 1_000_000)


def opinions(
    round_: CommentRound,
    *,
    search: str = "",
    version_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    stance: Stance | None = None,
    comment_ids: Collection[uuid.UUID] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Opinion]:
    """Comments of sent sheets by document, passage, stance and cell; `search` needs no marks.

    `comment_ids` narrows to these comments, as far as their sheets are sent.
    """
    rows = (
        select(
            Comment.id,
            Comment.version_id,
            Document.title,
            DraftVersion.number,
            func.coalesce(PassageText.position, 0),
            PassageText.number,
            PassageText.heading,
            PassageText.text,
            func.coalesce(Sheet.unit_id, Sheet.respondent_id),
            func.coalesce(Unit.name, Respondent.name),
            Comment.stance,
            Comment.proposed,
            Comment.reason,
            Comment.kind,
            Comment.cited,
            Comment.supporters,
            Comment.speaker,
        )
        .select_from(Comment)
        .where(*_wanted(round_, search, version_id, unit_id, stance))
        .order_by(RoundDraft.position, func.coalesce(PassageText.position, 0), _STANCE_ORDER, _CELLS_FIRST, Comment.id)
    )
    if comment_ids is not None:
        rows = rows.where(Comment.id.in_(comment_ids))
    joined = _with_all_tables(rows, round_.id)
    if limit is not None:
        joined = joined.limit(limit).offset(offset)
    return [_opinion(row) for row in db.session.execute(joined)]


def _opinion(row: Any) -> Opinion:
    comment_id, version_id, title, number, position, paragraph, heading, text, *rest = row
    document = f"{title}, dự thảo lần {number}"
    return Opinion(comment_id, version_id, document, position, paragraph, heading or "", text or "", *rest)


def count_opinions(
    round_: CommentRound,
    *,
    search: str = "",
    version_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    stance: Stance | None = None,
) -> dict[Stance, int]:
    """How many comments of sent sheets take each stance, under the same filters as `opinions`."""
    rows = (
        select(Comment.stance, func.count())
        .select_from(Comment)
        .where(*_wanted(round_, search, version_id, unit_id, stance))
        .group_by(Comment.stance)
    )
    counted: dict[Stance, int] = dict(db.session.execute(_with_all_tables(rows, round_.id)).all())
    return {each: counted.get(each, 0) for each in Stance}


def _wanted(
    round_: CommentRound,
    search: str,
    version_id: uuid.UUID | None,
    unit_id: uuid.UUID | None,
    stance: Stance | None,
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [
        Comment.congress_id == round_.congress_id,
        Sheet.round_id == round_.id,
        Sheet.sent_at.is_not(None),
    ]
    if search:
        wanted.append(found_in(Comment.fold, search))
    if version_id is not None:
        wanted.append(Comment.version_id == version_id)
    if unit_id is not None:
        wanted.append(or_(Sheet.unit_id == unit_id, Sheet.respondent_id == unit_id))
    if stance is not None:
        wanted.append(Comment.stance == stance)
    return wanted


def _with_all_tables(rows: Any, round_id: uuid.UUID) -> Any:
    return (
        rows.join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .outerjoin(Unit, and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id))
        .outerjoin(Respondent, and_(Respondent.congress_id == Sheet.congress_id, Respondent.id == Sheet.respondent_id))
        .join(RoundDraft, of_round_draft(round_id))
        .join(
            DraftVersion, and_(DraftVersion.congress_id == Comment.congress_id, DraftVersion.id == Comment.version_id)
        )
        .join(Document, and_(Document.congress_id == DraftVersion.congress_id, Document.id == DraftVersion.document_id))
        .outerjoin(PassageText, placed())
    )


def placed() -> ColumnElement[bool]:
    """The passage of a comment as it stands in the version the comment speaks of."""
    return and_(
        PassageText.congress_id == Comment.congress_id,
        PassageText.version_id == Comment.version_id,
        PassageText.passage_id == Comment.passage_id,
    )


def of_round_draft(round_id: uuid.UUID) -> ColumnElement[bool]:
    """The draft of the round a comment speaks of, for its place among the round's drafts."""
    return and_(
        RoundDraft.congress_id == Comment.congress_id,
        RoundDraft.version_id == Comment.version_id,
        RoundDraft.round_id == round_id,
    )

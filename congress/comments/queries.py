"""Reading rounds, sheets and comments: always of one congress, sheets only of cells within reach."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import selectinload

from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.comments.rules import CellAnswer, Duty, Opinion, RoundTotals, Window, count_answers
from congress.comments.vocabulary import Answer, Channel, Stance
from congress.database import db
from congress.drafts.models import Document, DraftVersion, PassageText
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import fold
from congress.units import queries as units
from congress.units.models import Unit

_STANCE_ORDER = case({stance.value: place for place, stance in enumerate(Stance)}, value=Comment.stance, else_=9)


def rounds(congress_id: uuid.UUID) -> Sequence[CommentRound]:
    """All rounds, the one that closes last first, with their drafts and listed cells."""
    return db.session.scalars(
        select(CommentRound)
        .where(CommentRound.congress_id == congress_id)
        .options(selectinload(CommentRound.drafts), selectinload(CommentRound.listed_units))
        .order_by(CommentRound.closes_on.desc(), CommentRound.id.desc())
    ).all()


def one_round(congress_id: uuid.UUID, round_id: uuid.UUID) -> CommentRound:
    """One round with its drafts; NoResultFound for another congress's."""
    return db.session.scalars(
        select(CommentRound)
        .where(CommentRound.congress_id == congress_id, CommentRound.id == round_id)
        .options(selectinload(CommentRound.drafts), selectinload(CommentRound.listed_units))
    ).one()


def unit_of_round(round_: CommentRound, scope: UnitScope, unit_id: uuid.UUID) -> Unit:
    """A cell within reach that answers this round; NoResultFound otherwise."""
    unit = units.one(round_.congress_id, scope, unit_id)
    if not _answering(round_, [unit]):
        raise NoResultFound
    return unit


def _answering(round_: CommentRound, all_units: Sequence[Unit]) -> list[Unit]:
    """Those cells that answer this round."""
    if round_.every_unit:
        return list(all_units)
    listed = {row.unit_id for row in round_.listed_units}
    return [unit for unit in all_units if unit.id in listed]


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
        .outerjoin(PassageText, _placed())
        .join(RoundDraft, _of_round_draft(sheet_.round_id))
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
        .join(PassageText, _placed())
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


def answers(round_: CommentRound, scope: UnitScope) -> list[CellAnswer]:
    """How far each cell within reach is, in the printed order of cells. Three queries, however many cells."""
    cells = _answering(round_, units.listed(round_.congress_id, scope))
    sheets, counts = _sheets_and_counts(round_.congress_id, [round_.id])
    return [_answer(round_, unit, sheets.get((round_.id, unit.id)), counts) for unit in cells]


def _sheets_and_counts(
    congress_id: uuid.UUID, round_ids: Sequence[uuid.UUID]
) -> tuple[dict[tuple[uuid.UUID, uuid.UUID], Sheet], dict[uuid.UUID, int]]:
    rows = db.session.scalars(select(Sheet).where(Sheet.congress_id == congress_id, Sheet.round_id.in_(round_ids)))
    sheets = {(row.round_id, row.unit_id): row for row in rows}
    counted = db.session.execute(
        select(Comment.sheet_id, func.count())
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .where(Comment.congress_id == congress_id, Sheet.round_id.in_(round_ids))
        .group_by(Comment.sheet_id)
    )
    return sheets, dict(counted.all())


def _answer(round_: CommentRound, unit: Unit, sheet_: Sheet | None, counts: dict[uuid.UUID, int]) -> CellAnswer:
    comments = counts.get(sheet_.id, 0) if sheet_ else 0
    if sheet_ is None:
        state = Answer.OWING
    elif sheet_.sent_at:
        state = Answer.SENT
    else:
        begun = comments or sheet_.nothing_to_say or sheet_.met_on
        state = Answer.WRITING if begun else Answer.OWING
    return CellAnswer(
        unit_id=unit.id,
        unit_name=unit.name,
        contact=unit.secretary,
        phone=unit.phone,
        answer=state,
        comments=comments,
        nothing_to_say=bool(sheet_ and sheet_.nothing_to_say),
        on_paper=bool(sheet_ and sheet_.channel is Channel.PAPER),
        sent_on=sheet_.sent_at.date() if sheet_ and sheet_.sent_at else None,
        window=Window(round_.opens_on, round_.closes_on, sheet_.reopened_until if sheet_ else None),
    )


def duties(congress_id: uuid.UUID, scope: UnitScope) -> list[Duty]:
    """What the cells within reach owe to the rounds, newest round first. The same few queries for any number."""
    found = rounds(congress_id)
    cells = units.listed(congress_id, scope)
    sheets, counts = _sheets_and_counts(congress_id, [round_.id for round_ in found])
    result = []
    for round_ in found:
        drafts = tuple(draft.version.full_title for draft in round_.drafts)
        for unit in _answering(round_, cells):
            row = _answer(round_, unit, sheets.get((round_.id, unit.id)), counts)
            result.append(
                Duty(
                    round_id=round_.id,
                    round_title=round_.title,
                    drafts=drafts,
                    unit_id=unit.id,
                    unit_name=unit.name,
                    answer=row.answer,
                    comments=row.comments,
                    nothing_to_say=row.nothing_to_say,
                    window=row.window,
                    sent_on=row.sent_on,
                )
            )
    return result


def totals_of_rounds(congress_id: uuid.UUID) -> list[tuple[CommentRound, RoundTotals]]:
    """Every round with the totals of its cells, newest first. The same few queries for any number of rounds."""
    found = rounds(congress_id)
    cells = units.listed(congress_id, UnitScope.everything())
    sheets, counts = _sheets_and_counts(congress_id, [round_.id for round_ in found])
    return [
        (
            round_,
            count_answers(
                _answer(round_, unit, sheets.get((round_.id, unit.id)), counts) for unit in _answering(round_, cells)
            ),
        )
        for round_ in found
    ]


def totals_of(round_: CommentRound, of_cells: Sequence[CellAnswer] | None = None) -> RoundTotals:
    """The totals of one round over all cells, with attendance and stances; `of_cells` if `answers` are at hand."""
    counted = count_answers(answers(round_, UnitScope.everything()) if of_cells is None else of_cells)
    return replace(counted, **_attendance(round_), by_stance=count_opinions(round_))


def _attendance(round_: CommentRound) -> dict[str, int]:
    """Members, present and spoke, added up over the sheets that were sent."""
    columns = [func.coalesce(func.sum(column), 0) for column in (Sheet.members, Sheet.present, Sheet.spoke)]
    row = db.session.execute(
        select(*columns).where(
            Sheet.congress_id == round_.congress_id, Sheet.round_id == round_.id, Sheet.sent_at.is_not(None)
        )
    ).one()
    return {"members": int(row[0] or 0), "present": int(row[1] or 0), "spoke": int(row[2] or 0)}


def opinions(
    round_: CommentRound,
    *,
    search: str = "",
    version_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    stance: Stance | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Opinion]:
    """Comments of sent sheets by document, passage, stance and cell; `search` needs no marks."""
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
            Unit.id,
            Unit.name,
            Comment.stance,
            Comment.proposed,
            Comment.reason,
        )
        .select_from(Comment)
        .where(*_wanted(round_, search, version_id, unit_id, stance))
        .order_by(RoundDraft.position, func.coalesce(PassageText.position, 0), _STANCE_ORDER, Unit.position, Comment.id)
    )
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
        wanted.append(Comment.fold.contains(fold(search), autoescape=True))
    if version_id is not None:
        wanted.append(Comment.version_id == version_id)
    if unit_id is not None:
        wanted.append(Sheet.unit_id == unit_id)
    if stance is not None:
        wanted.append(Comment.stance == stance)
    return wanted


def _with_all_tables(rows: Any, round_id: uuid.UUID) -> Any:
    return (
        rows.join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .join(Unit, and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id))
        .join(RoundDraft, _of_round_draft(round_id))
        .join(
            DraftVersion, and_(DraftVersion.congress_id == Comment.congress_id, DraftVersion.id == Comment.version_id)
        )
        .join(Document, and_(Document.congress_id == DraftVersion.congress_id, Document.id == DraftVersion.document_id))
        .outerjoin(PassageText, _placed())
    )


def _placed() -> ColumnElement[bool]:
    """The passage of a comment as it stands in the version the comment speaks of."""
    return and_(
        PassageText.congress_id == Comment.congress_id,
        PassageText.version_id == Comment.version_id,
        PassageText.passage_id == Comment.passage_id,
    )


def _of_round_draft(round_id: uuid.UUID) -> ColumnElement[bool]:
    return and_(
        RoundDraft.congress_id == Comment.congress_id,
        RoundDraft.version_id == Comment.version_id,
        RoundDraft.round_id == round_id,
    )


def commented_versions(round_: CommentRound) -> set[uuid.UUID]:
    """The drafts of a round that have comments, sent or not."""
    return set(
        db.session.scalars(
            select(Comment.version_id)
            .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
            .where(Comment.congress_id == round_.congress_id, Sheet.round_id == round_.id)
            .distinct()
        )
    )


def units_with_sheets(round_: CommentRound) -> set[uuid.UUID]:
    """The cells that have begun a sheet."""
    return set(
        db.session.scalars(
            select(Sheet.unit_id).where(Sheet.congress_id == round_.congress_id, Sheet.round_id == round_.id)
        )
    )

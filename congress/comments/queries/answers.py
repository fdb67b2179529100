"""Who has answered, who owes an answer, and the totals of a round."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, func, select

from congress.comments.models import Comment, CommentRound, Respondent, Sheet
from congress.comments.queries.opinions import count_opinions
from congress.comments.queries.respondents import listed_respondents
from congress.comments.queries.rounds import answering, rounds
from congress.comments.rules import CellAnswer, Duty, RoundTotals, Window, count_answers
from congress.comments.vocabulary import Answer
from congress.database import db
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit


def answers(round_: CommentRound, scope: UnitScope) -> list[CellAnswer]:
    """How far each cell within reach is, in the printed order of cells. Three queries, however many cells."""
    cells = answering(round_, units.listed(round_.congress_id, scope))
    sheets, counts = _sheets_and_counts(round_.congress_id, [round_.id])
    return [_answer(round_, unit, sheets.get((round_.id, unit.id)), counts) for unit in cells]


def _sheets_and_counts(
    congress_id: uuid.UUID, round_ids: Sequence[uuid.UUID]
) -> tuple[dict[tuple[uuid.UUID, uuid.UUID], Sheet], dict[uuid.UUID, int]]:
    rows = db.session.scalars(select(Sheet).where(Sheet.congress_id == congress_id, Sheet.round_id.in_(round_ids)))
    sheets = {(row.round_id, row.answerer_id): row for row in rows}
    counted = db.session.execute(
        select(Comment.sheet_id, func.count())
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .where(Comment.congress_id == congress_id, Sheet.round_id.in_(round_ids))
        .group_by(Comment.sheet_id)
    )
    return sheets, dict(counted.all())


def respondent_answers(round_: CommentRound) -> list[CellAnswer]:
    """How far each respondent the office has named is, by kind and in the order they were named."""
    sheets, counts = _sheets_and_counts(round_.congress_id, [round_.id])
    return [_answer(round_, each, sheets.get((round_.id, each.id)), counts) for each in listed_respondents(round_)]


def _answer(
    round_: CommentRound, unit: Unit | Respondent, sheet_: Sheet | None, counts: dict[uuid.UUID, int]
) -> CellAnswer:
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
        on_paper=bool(sheet_ and sheet_.on_paper),
        sent_on=clock.day_of(sheet_.sent_at) if sheet_ and sheet_.sent_at else None,
        window=Window(round_.opens_on, round_.closes_on, sheet_.reopened_until if sheet_ else None),
        kind=unit.kind if isinstance(unit, Respondent) else None,
        channel=sheet_.channel if sheet_ else None,
    )


def duties(congress_id: uuid.UUID, scope: UnitScope) -> list[Duty]:
    """What the cells within reach owe to the rounds, newest round first. The same few queries for any number."""
    found = rounds(congress_id)
    cells = units.listed(congress_id, scope)
    sheets, counts = _sheets_and_counts(congress_id, [round_.id for round_ in found])
    result = []
    for round_ in found:
        drafts = tuple(draft.version.full_title for draft in round_.drafts)
        for unit in answering(round_, cells):
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
                _answer(round_, unit, sheets.get((round_.id, unit.id)), counts) for unit in answering(round_, cells)
            ),
        )
        for round_ in found
    ]


def totals_of(round_: CommentRound, of_cells: Sequence[CellAnswer] | None = None) -> RoundTotals:
    """The totals of one round over all cells, with attendance and stances; `of_cells` if `answers` are at hand."""
    counted = count_answers(answers(round_, UnitScope.everything()) if of_cells is None else of_cells)
    return replace(counted, **_attendance(round_), by_stance=count_opinions(round_))


def _attendance(round_: CommentRound) -> dict[str, int]:
    """Members, present and spoke, added up over the sheets that cells have sent."""
    columns = [func.coalesce(func.sum(column), 0) for column in (Sheet.members, Sheet.present, Sheet.spoke)]
    row = db.session.execute(
        select(*columns).where(
            Sheet.congress_id == round_.congress_id,
            Sheet.round_id == round_.id,
            Sheet.unit_id.is_not(None),
            Sheet.sent_at.is_not(None),
        )
    ).one()
    return {"members": int(row[0] or 0), "present": int(row[1] or 0), "spoke": int(row[2] or 0)}

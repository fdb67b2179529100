"""The desk of a round: points and new comments in the order of the draft, a page at a time."""

import uuid
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, select, union_all

from congress.comments import queries as comments
from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.database import db, found_in
from congress.drafts.models import PassageText
from congress.triage.models import Member, Point, PointTopic
from congress.triage.queries import points as of_points
from congress.triage.rules.desk import Counts, Row, Wanted
from congress.triage.vocabulary import Disposition, State


def rows(round_: CommentRound, wanted: Wanted, *, limit: int | None = None, offset: int = 0) -> list[Row]:
    """Lines of the desk: by draft, by place, points before new comments. The same few queries for any number."""
    parts = [part for part in (_new(round_, wanted), _points(round_, wanted)) if part is not None]
    lines = union_all(*parts).subquery() if len(parts) > 1 else parts[0].subquery()
    found = select(lines.c.kind, lines.c.id).order_by(lines.c.draft, lines.c.place, lines.c.kind.desc(), lines.c.id)
    if limit is not None:
        found = found.limit(limit).offset(offset)
    return _filled(round_, [(kind, id_) for kind, id_ in db.session.execute(found)])


def counts(round_: CommentRound) -> Counts:
    """How many comments and points the round has in each state, without any filter."""
    return counts_of(round_.congress_id, [round_.id])[round_.id]


def counts_of(congress_id: uuid.UUID, round_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Counts]:
    """{round: its counts}. Three queries for any number of rounds; what stands in unsent sheets counts nowhere."""
    sent = _per_round(
        select(Sheet.round_id, func.count(Comment.id)).join(Comment, _in_sheet()), congress_id, round_ids
    ).group_by(Sheet.round_id)
    taken = _per_round(
        select(Sheet.round_id, func.count(Comment.id)).join(Comment, _in_sheet()).join(Member, _is_member()),
        congress_id,
        round_ids,
    ).group_by(Sheet.round_id)
    answered = (
        _per_round(
            select(Sheet.round_id, Point.disposition, func.count(Point.id.distinct()))
            .join(Comment, _in_sheet())
            .join(Member, _is_member())
            .join(Point, and_(Point.congress_id == Member.congress_id, Point.id == Member.point_id)),
            congress_id,
            round_ids,
        )
    ).group_by(Sheet.round_id, Point.disposition)
    comments_of = {id_: int(number) for id_, number in db.session.execute(sent)}
    members_of = {id_: int(number) for id_, number in db.session.execute(taken)}
    by_answer = {(id_, answer): int(number) for id_, answer, number in db.session.execute(answered)}
    return {
        id_: Counts(
            new=comments_of.get(id_, 0) - members_of.get(id_, 0),
            open=by_answer.get((id_, None), 0),
            decided={each: by_answer.get((id_, each), 0) for each in Disposition},
            comments=comments_of.get(id_, 0),
        )
        for id_ in round_ids
    }


def _per_round(rows: Any, congress_id: uuid.UUID, round_ids: Collection[uuid.UUID]) -> Any:
    return rows.where(Sheet.congress_id == congress_id, Sheet.round_id.in_(round_ids), Sheet.sent_at.is_not(None))


def _in_sheet() -> ColumnElement[bool]:
    return and_(Comment.congress_id == Sheet.congress_id, Comment.sheet_id == Sheet.id)


def _is_member() -> ColumnElement[bool]:
    return and_(Member.congress_id == Comment.congress_id, Member.comment_id == Comment.id)


def count(round_: CommentRound, wanted: Wanted) -> int:
    """How many lines the desk has under these filters."""
    parts = [part for part in (_new(round_, wanted), _points(round_, wanted)) if part is not None]
    return sum(db.session.scalar(select(func.count()).select_from(part.subquery())) or 0 for part in parts)


def assignees(round_: CommentRound) -> Sequence[str]:
    """Who has taken points on."""
    return db.session.scalars(
        select(Point.assignee)
        .where(Point.congress_id == round_.congress_id, Point.round_id == round_.id, Point.assignee != "")
        .distinct()
        .order_by(Point.assignee)
    ).all()


def _new(round_: CommentRound, wanted: Wanted) -> Any:
    """Comments nobody has taken up; None where the filters can only mean points."""
    if wanted.of_points_only:
        return None
    in_a_point = exists().where(Member.congress_id == Comment.congress_id, Member.comment_id == Comment.id)
    return (
        select(
            literal("comment").label("kind"),
            Comment.id.label("id"),
            RoundDraft.position.label("draft"),
            func.coalesce(PassageText.position, 0).label("place"),
        )
        .select_from(Comment)
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .join(RoundDraft, comments.of_round_draft(round_.id))
        .outerjoin(PassageText, comments.placed())
        .where(
            Comment.congress_id == round_.congress_id,
            Sheet.round_id == round_.id,
            Sheet.sent_at.is_not(None),
            ~in_a_point,
            *_of_comment(wanted),
        )
    )


def _points(round_: CommentRound, wanted: Wanted) -> Any:
    """Points with a comment that fits; None where the filters can only mean new comments."""
    if wanted.of_comments_only:
        return None
    found = (
        select(
            literal("point").label("kind"),
            Point.id.label("id"),
            RoundDraft.position.label("draft"),
            Point.position.label("place"),
        )
        .select_from(Point)
        .join(
            RoundDraft,
            and_(
                RoundDraft.congress_id == Point.congress_id,
                RoundDraft.version_id == Point.version_id,
                RoundDraft.round_id == Point.round_id,
            ),
        )
        .where(Point.congress_id == round_.congress_id, Point.round_id == round_.id, *_of_point(wanted))
    )
    # A point whose sheets were all reopened waits, unseen, until one of them is sent again.
    return found.where(
        exists(1)
        .where(Member.congress_id == Point.congress_id, Member.point_id == Point.id)
        .where(Comment.congress_id == Member.congress_id, Comment.id == Member.comment_id)
        .where(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id, Sheet.sent_at.is_not(None))
        .where(*_of_comment(wanted))
    )


def _of_comment(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.search:
        asked.append(found_in(Comment.fold, wanted.search))
    if wanted.version_id is not None:
        asked.append(Comment.version_id == wanted.version_id)
    if wanted.unit_id is not None:
        asked.append(Sheet.unit_id == wanted.unit_id)
    if wanted.stance is not None:
        asked.append(Comment.stance == wanted.stance)
    return asked


def _of_point(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if isinstance(wanted.state, Disposition):
        asked.append(Point.disposition == wanted.state)
    elif wanted.state is State.OPEN:
        asked.append(Point.disposition.is_(None))
    elif wanted.state is State.DECIDED:
        asked.append(Point.disposition.is_not(None))
    if wanted.assignee:
        asked.append(Point.assignee == ("" if wanted.assignee == "-" else wanted.assignee))
    if wanted.topic_id is not None:
        asked.append(
            exists().where(
                PointTopic.congress_id == Point.congress_id,
                PointTopic.point_id == Point.id,
                PointTopic.topic_id == wanted.topic_id,
            )
        )
    return asked


def _filled(round_: CommentRound, lines: Sequence[tuple[str, uuid.UUID]]) -> list[Row]:
    """The lines with their words."""
    points = {each.id: each for each in of_points.points_of(round_.congress_id, [i for k, i in lines if k == "point"])}
    ids = [i for kind, i in lines if kind == "comment"]
    ids += [member.comment_id for point in points.values() for member in point.members]
    said = {each.comment_id: each for each in comments.opinions(round_, comment_ids=ids)} if ids else {}
    topics = of_points.topics_of(round_.congress_id, list(points))
    filled = []
    for kind, id_ in lines:
        if kind == "comment":
            filled.append(Row([said[id_]]))
            continue
        point = points[id_]
        opinions = [said[member.comment_id] for member in point.members if member.comment_id in said]
        if opinions:
            filled.append(
                Row(
                    opinions,
                    point.id,
                    point.summary,
                    point.assignee,
                    point.disposition,
                    point.decided_on,
                    topics.get(id_, ()),
                )
            )
    return filled

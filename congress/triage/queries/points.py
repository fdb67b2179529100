"""Points of one congress, their comments, and what may become a point."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import selectinload

from congress.comments.models import Comment, Sheet
from congress.database import db
from congress.drafts.models import PassageText
from congress.triage.models import Member, Point, PointTopic, Presence, StockReason, Topic


@dataclass(frozen=True)
class Sent:
    """A comment of a sent sheet as the desk takes it up: its place and the point it belongs to, if any."""

    comment: Comment
    round_id: uuid.UUID
    position: int
    point_id: uuid.UUID | None


def point(congress_id: uuid.UUID, point_id: uuid.UUID) -> Point:
    """One point; NoResultFound for another congress's."""
    return db.session.scalars(
        select(Point)
        .where(Point.congress_id == congress_id, Point.id == point_id)
        .options(selectinload(Point.members), selectinload(Point.notes), selectinload(Point.landings))
    ).one()


def points_of(congress_id: uuid.UUID, point_ids: Collection[uuid.UUID]) -> Sequence[Point]:
    """The points with these ids, in their order on the desk; unknown ids are left out."""
    return db.session.scalars(
        select(Point)
        .where(Point.congress_id == congress_id, Point.id.in_(point_ids))
        .options(selectinload(Point.members))
        .order_by(Point.version_id, Point.position, Point.id)
    ).all()


def sent(congress_id: uuid.UUID, round_id: uuid.UUID, comment_ids: Collection[uuid.UUID]) -> list[Sent]:
    """Those of the comments that stand in sent sheets of the round, in the order of the draft."""
    rows = db.session.execute(
        select(Comment, func.coalesce(PassageText.position, 0), Member.point_id)
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .outerjoin(
            PassageText,
            and_(
                PassageText.congress_id == Comment.congress_id,
                PassageText.version_id == Comment.version_id,
                PassageText.passage_id == Comment.passage_id,
            ),
        )
        .outerjoin(Member, and_(Member.congress_id == Comment.congress_id, Member.comment_id == Comment.id))
        .where(
            Comment.congress_id == congress_id,
            Comment.id.in_(comment_ids),
            Sheet.round_id == round_id,
            Sheet.sent_at.is_not(None),
        )
        .order_by(func.coalesce(PassageText.position, 0), Comment.id)
    ).all()
    return [Sent(comment, round_id, position, point_id) for comment, position, point_id in rows]


def comment_of(congress_id: uuid.UUID, round_id: uuid.UUID, comment_id: uuid.UUID) -> Comment:
    """A comment of the round, in whatever state its sheet is; NoResultFound for another round's or congress's."""
    return db.session.scalars(
        select(Comment)
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .where(Comment.congress_id == congress_id, Comment.id == comment_id, Sheet.round_id == round_id)
    ).one()


def chosen(
    congress_id: uuid.UUID, point_ids: Collection[uuid.UUID], comment_ids: Collection[uuid.UUID]
) -> set[uuid.UUID]:
    """These comments and those of these points."""
    members = select(Member.comment_id).where(Member.congress_id == congress_id, Member.point_id.in_(point_ids))
    return {*comment_ids, *db.session.scalars(members)} if point_ids else set(comment_ids)


def places_of(congress_id: uuid.UUID, comment_ids: Collection[uuid.UUID]) -> int:
    """How many different passages these comments speak of; the whole draft is one."""
    rows = select(Comment.passage_id).where(Comment.congress_id == congress_id, Comment.id.in_(comment_ids)).distinct()
    return len(db.session.scalars(rows).all())


def topics(congress_id: uuid.UUID) -> Sequence[Topic]:
    """All topics by name."""
    return db.session.scalars(select(Topic).where(Topic.congress_id == congress_id).order_by(Topic.name)).all()


def topics_of(congress_id: uuid.UUID, point_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """{point id: names of its topics}."""
    found: dict[uuid.UUID, list[str]] = {}
    rows = db.session.execute(
        select(PointTopic.point_id, Topic.name)
        .join(Topic, and_(Topic.congress_id == PointTopic.congress_id, Topic.id == PointTopic.topic_id))
        .where(PointTopic.congress_id == congress_id, PointTopic.point_id.in_(point_ids))
        .order_by(Topic.name)
    )
    for point_id, name in rows:
        found.setdefault(point_id, []).append(name)
    return found


def stock_reasons(congress_id: uuid.UUID) -> list[tuple[StockReason, int]]:
    """The kept reasons by name, each with how many points use its words."""
    used = (
        select(func.count())
        .select_from(Point)
        .where(Point.congress_id == StockReason.congress_id, Point.reason == StockReason.text)
        .correlate(StockReason)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(StockReason, used).where(StockReason.congress_id == congress_id).order_by(StockReason.name)
    )
    return [(reason, int(count or 0)) for reason, count in rows]


def using(congress_id: uuid.UUID, reason: str) -> Sequence[Point]:
    """The points answered with exactly these words, in their order on the desk."""
    return db.session.scalars(
        select(Point)
        .where(Point.congress_id == congress_id, Point.reason == reason)
        .order_by(Point.version_id, Point.position, Point.id)
    ).all()


def others_here(congress_id: uuid.UUID, point_id: uuid.UUID, account_id: uuid.UUID | None) -> Sequence[Presence]:
    """Who else was seen on a point's page, the latest first."""
    return db.session.scalars(
        select(Presence)
        .where(Presence.congress_id == congress_id, Presence.point_id == point_id, Presence.account_id != account_id)
        .order_by(Presence.seen_at.desc())
    ).all()

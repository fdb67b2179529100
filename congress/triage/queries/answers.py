"""Everything said in a round with what was answered to it: the same few queries for any number of comments."""

import uuid
from collections.abc import Sequence

from sqlalchemy import and_, select

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.comments.rules import Opinion
from congress.database import db
from congress.drafts.models import DraftVersion, PassageText
from congress.triage.models import Landing, Member, Point, Release
from congress.triage.rules.answers import Answered


def answered(round_: CommentRound, *, unit_id: uuid.UUID | None = None) -> list[Answered]:
    """Points and lone comments of the round in the order of the draft; of the points a cell takes part in, if asked."""
    opinions = comments.opinions(round_)
    member_of = _members(round_)
    groups: dict[uuid.UUID, list[Opinion]] = {}
    for opinion in opinions:
        groups.setdefault(member_of.get(opinion.comment_id, opinion.comment_id), []).append(opinion)
    if unit_id is not None:
        groups = {key: said for key, said in groups.items() if any(each.unit_id == unit_id for each in said)}
    points = {
        each.id: each
        for each in db.session.scalars(
            select(Point).where(Point.congress_id == round_.congress_id, Point.round_id == round_.id)
        )
    }
    landed = landings_of(round_)
    return [_answered(points.get(key), said, landed.get(key, ())) for key, said in groups.items()]


def _answered(point: Point | None, said: Sequence[Opinion], landed: Sequence[str]) -> Answered:
    if point is None:
        return Answered(tuple(said))
    return Answered(
        opinions=tuple(said),
        point_id=point.id,
        summary=point.summary,
        disposition=point.disposition,
        reason=point.reason,
        wording=point.wording,
        forwarded_to=point.forwarded_to,
        landed=tuple(landed),
    )


def _members(round_: CommentRound) -> dict[uuid.UUID, uuid.UUID]:
    """{comment: its point}."""
    rows = db.session.execute(
        select(Member.comment_id, Member.point_id)
        .join(Point, and_(Point.congress_id == Member.congress_id, Point.id == Member.point_id))
        .where(Member.congress_id == round_.congress_id, Point.round_id == round_.id)
    )
    return dict(rows.all())


def landings_of(round_: CommentRound) -> dict[uuid.UUID, list[str]]:
    """{point: where it stands in later drafts}, as papers cite it: "lần 3, Đoạn 12"."""
    rows = db.session.execute(
        select(Landing.point_id, DraftVersion.number, PassageText.number, PassageText.heading)
        .join(Point, and_(Point.congress_id == Landing.congress_id, Point.id == Landing.point_id))
        .join(
            DraftVersion, and_(DraftVersion.congress_id == Landing.congress_id, DraftVersion.id == Landing.version_id)
        )
        .join(
            PassageText,
            and_(
                PassageText.congress_id == Landing.congress_id,
                PassageText.version_id == Landing.version_id,
                PassageText.passage_id == Landing.passage_id,
            ),
        )
        .where(Landing.congress_id == round_.congress_id, Point.round_id == round_.id)
        .order_by(DraftVersion.number, PassageText.position)
    )
    found: dict[uuid.UUID, list[str]] = {}
    for point_id, version, number, heading in rows:
        place = f"Đoạn {number}" if number is not None else f"Đề mục “{heading}”"
        found.setdefault(point_id, []).append(f"dự thảo lần {version}, {place}")
    return found


def release_of(round_: CommentRound) -> Release | None:
    """When the answers of the round were given to the cells, if they were."""
    return db.session.scalars(
        select(Release).where(Release.congress_id == round_.congress_id, Release.round_id == round_.id)
    ).first()


def released_rounds(congress_id: uuid.UUID) -> list[CommentRound]:
    """The rounds whose answers the cells may read, the newest first."""
    return list(
        db.session.scalars(
            select(CommentRound)
            .join(Release, and_(Release.congress_id == CommentRound.congress_id, Release.round_id == CommentRound.id))
            .where(CommentRound.congress_id == congress_id)
            .order_by(Release.released_on.desc(), CommentRound.id.desc())
        )
    )

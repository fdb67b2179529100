"""One act on several rows of the desk: all of them or none. New comments become points on the way."""

import uuid
from collections.abc import Sequence
from typing import Any

from congress.comments.models import CommentRound
from congress.database import db
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken, refuse_long
from congress.triage import queries
from congress.triage.actions import points
from congress.triage.models import Point

Ids = Sequence[uuid.UUID]
LONGEST_NAME, LONGEST_TOPIC = 200, 100


def put_together(round_: CommentRound, point_ids: Ids, comment_ids: Ids, *, actor: Actor) -> Point:
    """Make one point of all of them; an existing one goes on, and of several the first in the draft."""
    chosen = _chosen(round_, point_ids)
    if len(chosen) + len(comment_ids) < 2:
        raise RuleBroken(N_("Hãy chọn ít nhất hai dòng để gộp."))
    if not chosen:
        return points.take_up(round_, comment_ids, actor=actor)
    first = next((point for point in chosen if point.disposition), chosen[0])
    moving = [member.comment_id for point in chosen if point is not first for member in point.members]
    points.join(round_, first, [*moving, *comment_ids], actor=actor)
    return first


def hand_over(round_: CommentRound, point_ids: Ids, comment_ids: Ids, *, to: str, actor: Actor) -> int:
    """Give them to somebody, or to nobody with an empty name. Gives how many points."""
    refuse_long(to, LONGEST_NAME, "assignee")
    found = _points(round_, point_ids, comment_ids, actor)
    for point in found:
        changes = differences({"assignee": point.assignee}, {"assignee": to})
        point.assignee = to
        if changes:
            note(actor, N_("Giao điểm góp ý"), point, label=points.label_of(point), changes=changes)
    return len(found)


def tag(round_: CommentRound, point_ids: Ids, comment_ids: Ids, *, topic: str, actor: Actor) -> int:
    """Add one topic to them. RuleBroken without a name."""
    if not topic:
        raise RuleBroken(N_("Hãy ghi tên chủ đề."))
    refuse_long(topic, LONGEST_TOPIC, "topic")
    found = _points(round_, point_ids, comment_ids, actor)
    known = queries.points.topics_of(round_.congress_id, [point.id for point in found])
    for point in found:
        was = known.get(point.id, [])
        if topic in was:
            continue
        points.set_topics(point, sorted({*was, topic}))
        changes = differences({"topics": ", ".join(was)}, {"topics": ", ".join(sorted({*was, topic}))})
        note(actor, N_("Ghi chủ đề"), point, label=points.label_of(point), changes=changes)
    return len(found)


def answer(round_: CommentRound, point_ids: Ids, comment_ids: Ids, *, actor: Actor, **fields: Any) -> int:
    """Give all of them the same answer (fields of points.decide). RuleBroken where one is answered already."""
    done = sum(point.disposition is not None for point in _chosen(round_, point_ids))
    if done:
        raise RuleBroken(N_("%(n)s điểm đã có hướng xử lý. Hãy bỏ chọn các điểm đó, hoặc mở từng điểm để sửa."), n=done)
    found = _points(round_, point_ids, comment_ids, actor)
    for point in found:
        points.decide(point, actor=actor, version=None, **fields)
    return len(found)


def _chosen(round_: CommentRound, point_ids: Ids) -> Sequence[Point]:
    found = [p for p in queries.points.points_of(round_.congress_id, point_ids) if p.round_id == round_.id]
    if len(found) < len(set(point_ids)):
        raise RuleBroken(N_("Có điểm góp ý vừa được người khác gộp hoặc bỏ. Hãy tải lại trang."))
    return found


def _points(round_: CommentRound, point_ids: Ids, comment_ids: Ids, actor: Actor) -> list[Point]:
    found = list(_chosen(round_, point_ids))
    taken = {each.point_id for each in queries.points.sent(round_.congress_id, round_.id, comment_ids)} - {None}
    if taken:
        raise RuleBroken(N_("Có ý kiến vừa được người khác đưa vào điểm góp ý. Hãy tải lại trang."))
    found += [points.take_up(round_, [each], actor=actor) for each in comment_ids]
    db.session.flush()
    return found

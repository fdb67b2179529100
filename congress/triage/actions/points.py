"""Taking comments up as points, putting them together and apart, deciding, noting. The comments never change here."""

import uuid
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.database import db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.triage import queries
from congress.triage.models import Member, Note, Point, PointTopic, Topic
from congress.triage.queries.points import Sent
from congress.triage.rules.decisions import check_decision
from congress.triage.vocabulary import Disposition

explain_unique(
    "triage_member",
    ("congress_id", "comment_id"),
    N_("Người khác vừa đưa ý kiến này vào một điểm góp ý. Hãy tải lại trang."),
)
name_fields(
    "triage_point",
    summary=N_("Tóm tắt"),
    assignee=N_("Người xử lý"),
    disposition=N_("Hướng xử lý"),
    reason=N_("Lý do"),
    wording=N_("Câu chữ mới"),
    forwarded_to=N_("Chuyển đến"),
    decided_on=N_("Ngày quyết định"),
    decided_by=N_("Nơi quyết định"),
    comments=N_("Số ý kiến"),
    topics=N_("Chủ đề"),
    text=N_("Ghi chú"),
)
ANSWER = ("disposition", "reason", "wording", "forwarded_to", "decided_on", "decided_by")
KEPT = ("summary", "assignee", *ANSWER)
LONGEST_LABEL = 120


def label_of(point: Point) -> str:
    """How the journal calls a point."""
    return point.summary[:LONGEST_LABEL] or N_("Điểm góp ý")


def take_up(round_: CommentRound, comment_ids: Collection[uuid.UUID], *, actor: Actor, summary: str = "") -> Point:
    """Make a point of comments of sent sheets on one draft. Raises RuleBroken.

    Comments that are in points already bring along whoever is with them: see `join`.
    """
    found = _sent(round_, comment_ids)
    taken = next((each.point_id for each in found if each.point_id), None)
    if taken:
        point = queries.points.point(round_.congress_id, taken)
        join(round_, point, [each.comment.id for each in found if each.point_id != taken], actor=actor)
        return point
    point = _new_point(round_, found, summary)
    _add(point, found, actor)
    count = differences({}, {"comments": len(found), "summary": point.summary})
    note(actor, N_("Lập điểm góp ý"), point, label=label_of(point), changes=count)
    return point


def join(round_: CommentRound, point: Point, comment_ids: Collection[uuid.UUID], *, actor: Actor) -> int:
    """Put more comments into a point: gives how many came.

    A comment that was a point of its own brings nothing along but keeps it (`Member.before`) for the day it leaves;
    one that shares a point with others leaves them.
    """
    coming = [each for each in _sent(round_, comment_ids) if each.point_id != point.id] if comment_ids else []
    if not coming:
        return 0
    if any(each.comment.version_id != point.version_id for each in coming):
        raise RuleBroken(N_("Chỉ gộp được các ý kiến về cùng một dự thảo."))
    before = {each.comment.id: _let_out(each, each.point_id) for each in coming if each.point_id}
    db.session.flush()
    _add(point, coming, actor, before)
    point.position = min([point.position, *(each.position for each in coming)])
    note(
        actor,
        N_("Gộp ý kiến vào điểm góp ý"),
        point,
        label=label_of(point),
        changes=differences({}, {"comments": len(coming)}),
    )
    return len(coming)


def leave(round_: CommentRound, point: Point, comment_id: uuid.UUID, *, actor: Actor) -> Point | None:
    """Take a comment out again: it becomes the point it was before, or new. Gives that point, if there is one.

    RuleBroken when it is the only one: then the point itself is dissolved (`dissolve`).
    """
    members = {member.comment_id: member for member in point.members}
    if comment_id not in members:
        raise RuleBroken(N_("Ý kiến này không còn trong điểm góp ý. Hãy tải lại trang."))
    if len(members) == 1:
        raise RuleBroken(N_("Điểm góp ý chỉ có một ý kiến. Hãy bấm “Bỏ điểm góp ý này” để đưa ý kiến về mục Mới."))
    member = members[comment_id]
    before = member.before
    db.session.delete(member)
    db.session.flush()
    db.session.expire(point, ["members"])
    restored = _restored(round_, comment_id, before, actor) if before else None
    rest = _sent(round_, [each for each in members if each != comment_id])
    point.position = min(each.position for each in rest) if rest else point.position
    note(
        actor,
        N_("Đưa ý kiến ra khỏi điểm góp ý"),
        point,
        label=label_of(point),
        changes=differences({"comments": len(members)}, {"comments": len(members) - 1}),
    )
    return restored


def dissolve(point: Point, *, actor: Actor, version: int | None) -> None:
    """Give up a point: its comments are new again. Raises StaleEdit."""
    refuse_stale(point, version)
    gone = values_of(point, *KEPT) | {"comments": len(point.members)}
    note(actor, N_("Bỏ điểm góp ý"), point, label=label_of(point), changes=differences(gone, {}))
    db.session.delete(point)


def describe(point: Point, *, actor: Actor, version: int | None, topics: Sequence[str], **fields: Any) -> None:
    """Set summary, assignee and topics. Raises StaleEdit."""
    refuse_stale(point, version)
    names = sorted({name for topic in topics if (name := topic.strip())})
    was = queries.points.topics_of(point.congress_id, [point.id]).get(point.id, [])
    before = values_of(point, *fields) | {"topics": ", ".join(was)}
    for name, value in fields.items():
        setattr(point, name, value)
    if names != was:
        set_topics(point, names)
        point.position = point.position  # the version counts this too
    if changes := differences(before, fields | {"topics": ", ".join(names)}):
        note(actor, N_("Sửa điểm góp ý"), point, label=label_of(point), changes=changes)


def set_topics(point: Point, names: Collection[str]) -> None:
    """Let a point have exactly these topics; new ones are added to the congress's list."""
    key = point.congress_id
    known = {topic.name: topic.id for topic in queries.points.topics(key)}
    for name in names:
        if name not in known:
            topic = Topic(congress_id=key, name=name)
            db.session.add(topic)
            known[name] = topic.id
    db.session.flush()
    db.session.execute(delete(PointTopic).where(PointTopic.congress_id == key, PointTopic.point_id == point.id))
    db.session.add_all(PointTopic(congress_id=key, point_id=point.id, topic_id=known[name]) for name in names)


def decide(
    point: Point,
    *,
    actor: Actor,
    version: int | None,
    today: date,
    disposition: Disposition,
    reason: str = "",
    wording: str = "",
    forwarded_to: str = "",
    decided_on: date | None = None,
    decided_by: str = "",
) -> None:
    """Answer a point: one answer for all its comments. Raises RuleBroken, StaleEdit."""
    refuse_stale(point, version)
    opened = comments.one_round(point.congress_id, point.round_id).opens_on if decided_on else today
    check_decision(
        disposition, reason=reason, forwarded_to=forwarded_to, decided_on=decided_on, opened=opened, today=today
    )
    after = {
        "disposition": disposition,
        "reason": reason,
        "wording": wording,
        "forwarded_to": forwarded_to if disposition is Disposition.FORWARDED else "",
        "decided_on": decided_on or today,
        "decided_by": decided_by,
    }
    _set_answer(point, after, actor, N_("Trả lời điểm góp ý"))


def take_back(point: Point, *, actor: Actor, version: int | None) -> None:
    """Open a decided point again; what was decided stays in the journal. Raises StaleEdit."""
    refuse_stale(point, version)
    empty = {"disposition": None, "reason": "", "wording": "", "forwarded_to": "", "decided_on": None, "decided_by": ""}
    _set_answer(point, empty, actor, N_("Mở lại điểm góp ý đã trả lời"))


def add_note(point: Point, text: str, *, actor: Actor) -> Note:
    """Add an internal remark. RuleBroken without words."""
    if not text:
        raise RuleBroken(N_("Chưa ghi gì."), "text")
    added = Note(congress_id=point.congress_id, point_id=point.id, text=text, written_by=actor.full_name)
    db.session.add(added)
    note(actor, N_("Ghi chú điểm góp ý"), point, label=label_of(point), changes=differences({}, {"text": text}))
    return added


def _set_answer(point: Point, after: dict[str, Any], actor: Actor, act: str) -> None:
    before = values_of(point, *ANSWER)
    for name, value in after.items():
        setattr(point, name, value)
    if changes := differences(before, after):
        note(actor, act, point, label=label_of(point), changes=changes)


def _sent(round_: CommentRound, comment_ids: Collection[uuid.UUID]) -> list[Sent]:
    """The comments, all of them in sent sheets of the round, on one draft. Raises RuleBroken."""
    found = queries.points.sent(round_.congress_id, round_.id, comment_ids)
    if not comment_ids or len(found) < len(set(comment_ids)):
        raise RuleBroken(N_("Có ý kiến không còn trong phiếu đã gửi (phiếu vừa được mở lại). Hãy tải lại trang."))
    if len({each.comment.version_id for each in found}) > 1:
        raise RuleBroken(N_("Chỉ gộp được các ý kiến về cùng một dự thảo."))
    return found


def _new_point(round_: CommentRound, found: Sequence[Sent], summary: str, **fields: Any) -> Point:
    first = found[0]
    point = Point(
        congress_id=round_.congress_id,
        round_id=round_.id,
        version_id=first.comment.version_id,
        passage_id=first.comment.passage_id,
        position=first.position,
        summary=summary or first.comment.proposed or first.comment.reason,
        **fields,
    )
    db.session.add(point)
    db.session.flush()
    return point


def _add(
    point: Point, found: Sequence[Sent], actor: Actor, before: dict[uuid.UUID, dict[str, Any] | None] | None = None
) -> None:
    db.session.add_all(
        Member(
            congress_id=point.congress_id,
            point_id=point.id,
            comment_id=each.comment.id,
            joined_by=actor.full_name,
            before=(before or {}).get(each.comment.id),
        )
        for each in found
    )
    db.session.flush()
    db.session.expire(point, ["members"])


def _let_out(each: Sent, point_id: uuid.UUID) -> dict[str, Any] | None:
    """Take a comment out of its point; a point it alone made up ends, and what it was is given back."""
    key = each.comment.congress_id
    point = queries.points.point(key, point_id)
    alone = len(point.members) == 1
    kept = _plain(point) if alone else next(m.before for m in point.members if m.comment_id == each.comment.id)
    db.session.execute(delete(Member).where(Member.congress_id == key, Member.comment_id == each.comment.id))
    if alone:
        db.session.delete(point)
    else:
        db.session.expire(point, ["members"])
    return kept


def _plain(point: Point) -> dict[str, Any]:
    values = values_of(point, *KEPT)
    values["decided_on"] = point.decided_on.isoformat() if point.decided_on else None
    values["disposition"] = point.disposition.value if point.disposition else None
    topics = queries.points.topics_of(point.congress_id, [point.id]).get(point.id, [])
    notes = [[each.text, each.written_by, each.written_at.isoformat()] for each in point.notes]
    return values | {"topics": topics, "notes": notes}


def _restored(round_: CommentRound, comment_id: uuid.UUID, before: dict[str, Any], actor: Actor) -> Point:
    fields = {name: before[name] for name in KEPT if name != "summary"}
    fields["decided_on"] = date.fromisoformat(before["decided_on"]) if before["decided_on"] else None
    fields["disposition"] = Disposition(before["disposition"]) if before["disposition"] else None
    found = _sent(round_, [comment_id])
    point = _new_point(round_, found, before["summary"], **fields)
    _add(point, found, actor)
    set_topics(point, before["topics"])
    for text, who, _at in before["notes"]:
        db.session.add(Note(congress_id=point.congress_id, point_id=point.id, text=text, written_by=who))
    note(actor, N_("Trả lại điểm góp ý riêng"), point, label=label_of(point))
    return point

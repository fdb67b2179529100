"""The desk of the demo: what cells have said is looked through, some of it put together, some of it answered."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from congress.comments.models import CommentRound
from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor
from congress.synthesis import actions as synthesis
from congress.synthesis.rules.quantity import Thresholds
from congress.triage import queries
from congress.triage.actions import kept, points, suggestions
from congress.triage.models import Point
from congress.triage.rules import grouping
from congress.triage.rules.desk import Wanted
from congress.triage.vocabulary import Disposition

ANSWERED = 9
ALREADY_THERE = "Nội dung này đã có trong dự thảo, Tiểu ban giữ như dự thảo để báo cáo ngắn gọn."
SUPERIOR = "Nội dung thuộc thẩm quyền cấp trên; Đảng ủy xã tổng hợp, kiến nghị."
ANSWERS: tuple[tuple[Disposition, dict[str, str]], ...] = (
    (Disposition.ACCEPTED, {"reason": "Ý kiến xác đáng, Tiểu ban tiếp thu và sửa trong dự thảo lần sau."}),
    (Disposition.PARTLY, {"reason": "Tiếp thu ý, diễn đạt lại cho thống nhất với Nghị quyết cấp trên."}),
    (Disposition.EXPLAINED, {"reason": ALREADY_THERE}),
    (Disposition.FORWARDED, {"reason": SUPERIOR, "forwarded_to": "Ủy ban nhân dân xã"}),
)


def triage(congress: Congress, round_: CommentRound, *, actor: Actor, today: date) -> None:
    """Put the nearest comments together, answer some points, keep a reason and a filter, leave the rest new; draw up the report."""
    for name, text in (("Đã có trong dự thảo", ALREADY_THERE), ("Thẩm quyền cấp trên", SUPERIOR)):
        kept.keep_reason(congress, actor=actor, name=name, text=text)
    kept.keep_filter(congress, actor=actor, name="Ý kiến mới", query="state=new_comment")
    suggestions.keep(round_, suggestions.look(round_), actor=actor, near=grouping.NEAR)
    db.session.flush()
    made = _points(round_, actor)
    for number, point in enumerate(made[:ANSWERED]):
        disposition, fields = ANSWERS[number % len(ANSWERS)]
        points.decide(
            point,
            actor=actor,
            version=point.version,
            today=today,
            disposition=disposition,
            decided_on=today - timedelta(days=1),
            decided_by="Tiểu ban Văn kiện",
            **fields,
        )
    points.set_topics(made[0], ["Chỉ tiêu"])
    synthesis.draw_up(round_, Thresholds(), actor=actor)
    points.add_note(made[-1], "Hỏi lại bộ phận Kinh tế về số liệu trước khi trả lời.", actor=actor)


def _points(round_: CommentRound, actor: Actor) -> list[Point]:
    found: dict[Any, Point] = {}
    waiting: Sequence[Any] = queries.suggestions.waiting(round_)[:8]
    for group in queries.suggestions.groups(round_, waiting):
        ids = [group.first.comment_id, *(each.opinion.comment_id for each in group.near[:4])]
        point = points.take_up(round_, ids, actor=actor)
        found[point.id] = point
        db.session.flush()
    for row in queries.desk.rows(round_, Wanted(), limit=40)[::5]:
        point = points.take_up(round_, [row.first.comment_id], actor=actor)
        found[point.id] = point
        db.session.flush()
    return sorted(found.values(), key=lambda point: (point.position, point.id))

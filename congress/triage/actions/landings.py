"""Recording where an accepted point stands in a later draft, and taking that back."""

from congress.database import db, explain_unique
from congress.drafts.models import DraftVersion, PassageText
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.triage.actions.points import label_of
from congress.triage.models import Landing, Point
from congress.triage.vocabulary import WRITTEN_IN

explain_unique(
    "triage_landing",
    ("congress_id", "point_id", "version_id", "passage_id"),
    N_("Đã ghi điểm góp ý này ở đoạn ấy rồi."),
    "number",
)
name_fields("triage_point", landed=N_("Đã viết vào"))


def land(point: Point, version: DraftVersion, passage: PassageText, *, actor: Actor) -> Landing:
    """Record that the point was written into a passage of a later draft. Raises RuleBroken."""
    if point.disposition not in WRITTEN_IN:
        raise RuleBroken(N_("Chỉ điểm đã tiếp thu mới ghi được đã viết vào đâu."), "number")
    row = Landing(
        congress_id=point.congress_id,
        point_id=point.id,
        version_id=version.id,
        passage_id=passage.passage_id,
        recorded_by=actor.full_name,
    )
    db.session.add(row)
    told = differences({}, {"landed": _place(version, passage)})
    note(actor, N_("Ghi nơi đã viết điểm góp ý"), point, label=label_of(point), changes=told)
    db.session.flush()
    return row


def lift(point: Point, landing: Landing, version: DraftVersion, passage: PassageText, *, actor: Actor) -> None:
    """Take a recorded place back."""
    told = differences({"landed": _place(version, passage)}, {})
    note(actor, N_("Bỏ nơi đã viết điểm góp ý"), point, label=label_of(point), changes=told)
    db.session.delete(landing)


def _place(version: DraftVersion, passage: PassageText) -> str:
    return f"{version.label}, {passage.cited}"

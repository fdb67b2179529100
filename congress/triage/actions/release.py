"""Giving the answers of a round to the cells, and taking that back."""

from datetime import date

from congress.comments.models import CommentRound
from congress.database import db, explain_unique
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.triage import queries
from congress.triage.models import Release

explain_unique("triage_release", ("congress_id", "round_id"), N_("Người khác vừa gửi trả lời. Hãy tải lại trang."))
name_fields("comment_round", released_on=N_("Ngày gửi trả lời"))


def release(round_: CommentRound, *, actor: Actor, today: date) -> None:
    """Let every cell read what was decided on its comments; a second time changes nothing."""
    if queries.answers.release_of(round_) is not None:
        return
    db.session.add(
        Release(congress_id=round_.congress_id, round_id=round_.id, released_on=today, released_by=actor.full_name)
    )
    changes = differences({}, {"released_on": today})
    note(actor, N_("Gửi trả lời góp ý cho các chi bộ"), round_, label=round_.title, changes=changes)


def withdraw(round_: CommentRound, *, actor: Actor) -> None:
    """Hide the answers from the cells again; nothing happens where they were not given."""
    found = queries.answers.release_of(round_)
    if found is None:
        return
    changes = differences({"released_on": found.released_on}, {"released_on": None})
    db.session.delete(found)
    note(actor, N_("Thu lại trả lời góp ý"), round_, label=round_.title, changes=changes)

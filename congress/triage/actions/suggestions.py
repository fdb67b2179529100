"""Looking for comments that say nearly the same, and putting such a suggestion aside."""

import uuid
from collections.abc import Sequence

from sqlalchemy import delete, insert, update

from congress.comments.models import CommentRound
from congress.database import db, new_id
from congress.journal.actions import Actor, note
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.triage import queries
from congress.triage.models import Suggestion
from congress.triage.rules import grouping

name_fields("comment_round", suggestions=N_("Số nhóm gần giống"), near=N_("Giống nhau từ (%)"))


def look(round_: CommentRound, *, near: int = grouping.NEAR) -> list[grouping.Suggestion]:
    """Compare all comments of the round's sent sheets; reads only, so nobody waits while it runs."""
    apart = queries.suggestions.dismissed(round_)
    found = grouping.suggest(queries.suggestions.all_said(round_), near=near)
    kept = []
    for each in found:
        members = tuple(pair for pair in each.near if frozenset((each.first, pair[0])) not in apart)
        if members:
            kept.append(grouping.Suggestion(each.first, members))
    return kept


def keep(round_: CommentRound, found: Sequence[grouping.Suggestion], *, actor: Actor, near: int) -> None:
    """Replace the suggestions of a round; what was put aside stays aside."""
    key = (Suggestion.congress_id == round_.congress_id, Suggestion.round_id == round_.id)
    db.session.execute(delete(Suggestion).where(*key, Suggestion.dismissed.is_(False)))
    rows = [
        {
            "congress_id": round_.congress_id,
            "id": new_id(),
            "round_id": round_.id,
            "first_id": each.first,
            "comment_id": comment_id,
            "place": place,
            "percent": likeness.percent,
            "shared": sorted(likeness.shared),
            "other_figures": list(likeness.other_figures),
            "dismissed": False,
        }
        for place, each in enumerate(found)
        for comment_id, likeness in each.near
    ]
    if rows:
        db.session.execute(insert(Suggestion), rows)
    changes = differences({}, {"suggestions": len(found), "near": near})
    note(actor, N_("Tìm ý kiến gần giống nhau"), round_, label=round_.title, changes=changes)


def dismiss(round_: CommentRound, first_id: uuid.UUID, *, actor: Actor) -> None:
    """Put a suggestion aside: its comments are not suggested with this first one again."""
    db.session.execute(
        update(Suggestion)
        .where(
            Suggestion.congress_id == round_.congress_id,
            Suggestion.round_id == round_.id,
            Suggestion.first_id == first_id,
        )
        .values(dismissed=True)
    )
    note(actor, N_("Bỏ gợi ý gộp"), round_, label=round_.title)

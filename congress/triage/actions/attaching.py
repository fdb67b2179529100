"""Saying by hand which passage of a later draft comments speak of, and taking that back."""

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import delete

from congress.comments.models import CommentRound
from congress.database import db, explain_unique
from congress.drafts.models import DraftVersion, PassageText
from congress.journal.actions import Actor, note
from congress.journal.rules import Changes
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.triage import queries
from congress.triage.models import Attachment
from congress.triage.rules.attaching import Show, Standing

JUST_DONE = N_("Đồng chí khác vừa gắn các ý kiến này. Hãy tải lại trang.")
explain_unique("triage_attachment", ("congress_id", "comment_id", "version_id"), JUST_DONE)
name_fields("comment_round", attached_to=N_("Gắn vào"), attached=N_("Số ý kiến được gắn"))
GONE = N_("Không còn trong dự thảo")


def attach(
    round_: CommentRound,
    old: DraftVersion,
    later: DraftVersion,
    comment_ids: Collection[uuid.UUID],
    passage: PassageText | None,
    *,
    actor: Actor,
) -> int:
    """Say that these comments now speak of a passage of the later draft, or (None) that theirs is gone.

    Gives how many. RuleBroken where one was attached meanwhile, or its sheet was reopened.
    """
    found = _standing(round_, old, later, comment_ids)
    if any(each.settled for each in found):
        raise RuleBroken(JUST_DONE)
    db.session.add_all(
        Attachment(
            congress_id=round_.congress_id,
            comment_id=each.comment_id,
            version_id=later.id,
            passage_id=passage.passage_id if passage else None,
            recorded_by=actor.full_name,
        )
        for each in found
    )
    place = f"{later.label}, {passage.cited}" if passage else GONE
    told: Changes = {"attached_to": [None, place], "attached": [None, len(found)]}
    note(actor, N_("Gắn lại ý kiến với dự thảo sau"), round_, label=_label(old, found), changes=told)
    return len(found)


def detach(
    round_: CommentRound, old: DraftVersion, later: DraftVersion, comment_ids: Collection[uuid.UUID], *, actor: Actor
) -> int:
    """Take back what was said about these comments in the later draft; gives how many."""
    found = [each for each in _standing(round_, old, later, comment_ids) if each.show is Show.DONE]
    if not found:
        raise RuleBroken(N_("Các ý kiến này không còn được gắn bằng tay. Hãy tải lại trang."))
    key = round_.congress_id
    said = [each.by_hand for each in found if each.by_hand]
    rows = queries.attaching.passages_of(later, {each.passage_id for each in said if each.passage_id})
    places = "; ".join(f"{later.label}, {each.cited}" for each in rows.values()) or GONE
    db.session.execute(
        delete(Attachment).where(Attachment.congress_id == key, Attachment.id.in_([each.id for each in said]))
    )
    told: Changes = {"attached_to": [places, None], "attached": [len(found), None]}
    note(actor, N_("Gỡ chỗ đã gắn ý kiến"), round_, label=_label(old, found), changes=told)
    return len(found)


def _standing(
    round_: CommentRound, old: DraftVersion, later: DraftVersion, comment_ids: Collection[uuid.UUID]
) -> list[Standing]:
    found = queries.attaching.of_draft(round_, old, later, comment_ids)
    if not comment_ids or len(found) < len(set(comment_ids)):
        raise RuleBroken(N_("Có ý kiến không còn trong phiếu đã gửi (phiếu vừa được mở lại). Hãy tải lại trang."))
    return found


def _label(old: DraftVersion, found: Sequence[Standing]) -> str:
    rows = queries.attaching.passages_of(old, {each.passage_id for each in found if each.passage_id})
    cited = "; ".join(f"{each.cited} “{each.text[:80]}”" for each in rows.values())
    return f"{old.full_title}, {cited}" if cited else old.full_title

"""What the trace of a round needs: the later draft, what became of every passage, and what was recorded."""

import uuid
from collections.abc import Sequence

from sqlalchemy import and_, select

from congress.comments.models import CommentRound
from congress.database import db
from congress.drafts import queries as drafts
from congress.drafts.models import DraftVersion
from congress.triage.models import Landing, Point
from congress.triage.rules.answers import Answered
from congress.triage.rules.trace import Trace, trace


def of_draft(round_: CommentRound, answered: Sequence[Answered], old: DraftVersion, new: DraftVersion) -> Trace:
    """One draft of the round against a later version of it. The same few queries for any number of points."""
    before, after = (drafts.passages(round_.congress_id, each.id) for each in (old, new))
    ids = [each.passage_id for each in before]
    fates = drafts.whereabouts(round_.congress_id, ids, new.id, from_version=old.id)
    return trace(
        [each for each in answered if each.first.version_id == old.id], before, after, fates, _landed(round_, new.id)
    )


def _landed(round_: CommentRound, version_id: uuid.UUID) -> dict[uuid.UUID, set[uuid.UUID]]:
    found: dict[uuid.UUID, set[uuid.UUID]] = {}
    rows = db.session.execute(
        select(Landing.point_id, Landing.passage_id)
        .join(Point, and_(Point.congress_id == Landing.congress_id, Point.id == Landing.point_id))
        .where(Landing.congress_id == round_.congress_id, Point.round_id == round_.id, Landing.version_id == version_id)
    )
    for point_id, passage_id in rows:
        found.setdefault(point_id, set()).add(passage_id)
    return found


def landing(congress_id: uuid.UUID, point_id: uuid.UUID, landing_id: uuid.UUID) -> Landing:
    """One landing of a point; NoResultFound for any other's."""
    return db.session.scalars(
        select(Landing).where(
            Landing.congress_id == congress_id, Landing.point_id == point_id, Landing.id == landing_id
        )
    ).one()

"""Who answers a round besides the cells, and whose sheet is meant by an id."""

import uuid
from collections.abc import Sequence

from sqlalchemy import case, select
from sqlalchemy.exc import NoResultFound

from congress.comments.models import CommentRound, Respondent
from congress.comments.queries.rounds import unit_of_round
from congress.comments.vocabulary import RespondentKind
from congress.database import db
from congress.shared.scope import UnitScope
from congress.units.models import Unit

_KINDS = case({kind.value: place for place, kind in enumerate(RespondentKind)}, value=Respondent.kind, else_=9)


def listed_respondents(round_: CommentRound) -> Sequence[Respondent]:
    """Those the office has named, by kind and in the order they were named."""
    return db.session.scalars(
        select(Respondent)
        .where(Respondent.congress_id == round_.congress_id, Respondent.round_id == round_.id, Respondent.listed)
        .order_by(_KINDS, Respondent.id)
    ).all()


def respondent(round_: CommentRound, respondent_id: uuid.UUID) -> Respondent:
    """One respondent of this round; NoResultFound for another round's."""
    return db.session.scalars(
        select(Respondent).where(
            Respondent.congress_id == round_.congress_id,
            Respondent.round_id == round_.id,
            Respondent.id == respondent_id,
        )
    ).one()


def answerer(round_: CommentRound, scope: UnitScope, answerer_id: uuid.UUID) -> Unit | Respondent:
    """The cell within reach, or for those who reach everything the respondent, of this id; NoResultFound otherwise."""
    try:
        return unit_of_round(round_, scope, answerer_id)
    except NoResultFound:
        if not scope.is_everything:
            raise
        return respondent(round_, answerer_id)

"""Rounds, and which cells answer them."""

import uuid
from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import selectinload

from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.database import db
from congress.drafts.rules.path import Asked
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit


def rounds(congress_id: uuid.UUID) -> Sequence[CommentRound]:
    """All rounds, the one that closes last first, with their drafts and listed cells."""
    return db.session.scalars(
        select(CommentRound)
        .where(CommentRound.congress_id == congress_id)
        .options(selectinload(CommentRound.drafts), selectinload(CommentRound.listed_units))
        .order_by(CommentRound.closes_on.desc(), CommentRound.id.desc())
    ).all()


def one_round(congress_id: uuid.UUID, round_id: uuid.UUID) -> CommentRound:
    """One round with its drafts; NoResultFound for another congress's."""
    return db.session.scalars(
        select(CommentRound)
        .where(CommentRound.congress_id == congress_id, CommentRound.id == round_id)
        .options(selectinload(CommentRound.drafts), selectinload(CommentRound.listed_units))
    ).one()


def unit_of_round(round_: CommentRound, scope: UnitScope, unit_id: uuid.UUID) -> Unit:
    """A cell within reach that answers this round; NoResultFound otherwise."""
    unit = units.one(round_.congress_id, scope, unit_id)
    if not answering(round_, [unit]):
        raise NoResultFound
    return unit


def answering(round_: CommentRound, all_units: Sequence[Unit]) -> list[Unit]:
    """Those cells that answer this round."""
    if round_.every_unit:
        return list(all_units)
    listed = {row.unit_id for row in round_.listed_units}
    return [unit for unit in all_units if unit.id in listed]


def commented_versions(round_: CommentRound) -> set[uuid.UUID]:
    """The drafts of a round that have comments, sent or not."""
    return set(
        db.session.scalars(
            select(Comment.version_id)
            .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
            .where(Comment.congress_id == round_.congress_id, Sheet.round_id == round_.id)
            .distinct()
        )
    )


def units_with_sheets(round_: CommentRound) -> set[uuid.UUID]:
    """The cells that have begun a sheet."""
    return set(
        db.session.scalars(
            select(Sheet.unit_id).where(
                Sheet.congress_id == round_.congress_id, Sheet.round_id == round_.id, Sheet.unit_id.is_not(None)
            )
        )
    )


def asked_about(congress_id: uuid.UUID) -> list[Asked[uuid.UUID]]:
    """Which drafts the rounds ask about, and when, as the path of documents takes it."""
    rows = db.session.execute(
        select(RoundDraft.version_id, CommentRound.title, CommentRound.opens_on, CommentRound.closes_on)
        .join(
            CommentRound,
            and_(CommentRound.congress_id == RoundDraft.congress_id, CommentRound.id == RoundDraft.round_id),
        )
        .where(RoundDraft.congress_id == congress_id)
        .order_by(CommentRound.opens_on, CommentRound.id)
    )
    return [Asked(*row) for row in rows]

"""What was suggested as one point, and the words that are compared."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased

from congress.comments import queries as comments
from congress.comments.models import Comment, CommentRound, RoundDraft, Sheet
from congress.comments.rules import Opinion
from congress.database import db
from congress.drafts.models import PassageText
from congress.triage.models import Member, Suggestion
from congress.triage.rules.grouping import Said

SHOWN = 20
"""Members of a group on the page, the nearest first: a hundred at once nobody reads, and they are slow to draw."""


@dataclass(frozen=True)
class Near:
    """One suggested member as the page shows it."""

    opinion: Opinion
    percent: int
    shared: frozenset[str]
    other_figures: tuple[str, ...]
    point_id: uuid.UUID | None


@dataclass(frozen=True)
class Group:
    """A suggested point: the first comment and those nearest to it; those in one point already are left out.

    `more` are near it as well and come up when the nearest have been dealt with.
    """

    first: Opinion
    first_point_id: uuid.UUID | None
    near: tuple[Near, ...]
    more: int = 0


def all_said(round_: CommentRound) -> list[Said]:
    """Every comment of the round's sent sheets in the order of the draft, as it is compared."""
    rows = db.session.execute(
        select(Comment.id, Comment.version_id, Comment.proposed, Comment.reason)
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .join(RoundDraft, comments.of_round_draft(round_.id))
        .outerjoin(PassageText, comments.placed())
        .where(Comment.congress_id == round_.congress_id, Sheet.round_id == round_.id, Sheet.sent_at.is_not(None))
        .order_by(RoundDraft.position, func.coalesce(PassageText.position, 0), Comment.id)
    )
    return [Said(id_, version_id, f"{proposed}\n{reason}") for id_, version_id, proposed, reason in rows]


def dismissed(round_: CommentRound) -> set[frozenset[uuid.UUID]]:
    """The pairs somebody found to be different."""
    rows = db.session.execute(
        select(Suggestion.first_id, Suggestion.comment_id).where(
            Suggestion.congress_id == round_.congress_id,
            Suggestion.round_id == round_.id,
            Suggestion.dismissed.is_(True),
        )
    )
    return {frozenset(pair) for pair in rows}


def waiting(round_: CommentRound) -> Sequence[uuid.UUID]:
    """The first comments of the suggestions nobody has followed or dismissed yet, in the order they were found."""
    mine, theirs = aliased(Member), aliased(Member)
    rows = db.session.execute(
        select(Suggestion.first_id, func.min(Suggestion.place))
        .outerjoin(mine, and_(mine.congress_id == Suggestion.congress_id, mine.comment_id == Suggestion.first_id))
        .outerjoin(
            theirs, and_(theirs.congress_id == Suggestion.congress_id, theirs.comment_id == Suggestion.comment_id)
        )
        .where(
            Suggestion.congress_id == round_.congress_id,
            Suggestion.round_id == round_.id,
            Suggestion.dismissed.is_(False),
            mine.point_id.is_(None) | theirs.point_id.is_(None) | (mine.point_id != theirs.point_id),
        )
        .group_by(Suggestion.first_id)
        .order_by(func.min(Suggestion.place))
    )
    return [first_id for first_id, _least in rows]


def groups(round_: CommentRound, first_ids: Sequence[uuid.UUID]) -> list[Group]:
    """The suggestions of these first comments, with the words of their comments. Three queries for any number."""
    if not first_ids:
        return []
    kept = db.session.scalars(
        select(Suggestion)
        .where(
            Suggestion.congress_id == round_.congress_id,
            Suggestion.round_id == round_.id,
            Suggestion.first_id.in_(first_ids),
            Suggestion.dismissed.is_(False),
        )
        .order_by(Suggestion.percent.desc(), Suggestion.id)
    ).all()
    ids = {each.first_id for each in kept} | {each.comment_id for each in kept}
    point_of = dict(
        db.session.execute(
            select(Member.comment_id, Member.point_id).where(
                Member.congress_id == round_.congress_id, Member.comment_id.in_(ids)
            )
        ).all()
    )
    apart: dict[uuid.UUID, list[Suggestion]] = {}
    for each in kept:
        here = point_of.get(each.first_id)
        if here is None or here != point_of.get(each.comment_id):
            apart.setdefault(each.first_id, []).append(each)
    shown = {first_id: rows[:SHOWN] for first_id, rows in apart.items()}
    ids = {*shown, *(each.comment_id for rows in shown.values() for each in rows)}
    said = {each.comment_id: each for each in comments.opinions(round_, comment_ids=ids)}
    found = {
        first_id: tuple(
            Near(
                said[each.comment_id],
                each.percent,
                frozenset(each.shared),
                tuple(each.other_figures),
                point_of.get(each.comment_id),
            )
            for each in rows
            if each.comment_id in said
        )
        for first_id, rows in shown.items()
    }
    return [
        Group(said[first_id], point_of.get(first_id), found[first_id], len(apart[first_id]) - len(shown[first_id]))
        for first_id in first_ids
        if found.get(first_id) and first_id in said
    ]

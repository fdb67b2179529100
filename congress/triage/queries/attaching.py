"""Where the comments of a round stand in later versions of its drafts: the same few queries for any number."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import and_, func, select

from congress.comments import queries as comments
from congress.comments.models import Comment, CommentRound, Sheet
from congress.database import db
from congress.drafts import queries as drafts
from congress.drafts.models import DraftVersion, PassageText
from congress.drafts.rules.likeness import Index, words
from congress.drafts.rules.links import Fate
from congress.triage.models import Attachment
from congress.triage.rules.attaching import Attached, Bundle, Spoken, Standing, bundled, standings
from congress.units.models import Unit

MOST_LIKE = 3
AFTER_CELLS = 1_000_000


def of_draft(
    round_: CommentRound, old: DraftVersion, later: DraftVersion, comment_ids: Collection[uuid.UUID] | None = None
) -> list[Standing]:
    """Every comment on a passage of a draft of the round, in the order of the draft: where it stands in a later one.

    Comments on the whole draft are left out: they lose no place. `comment_ids` narrows to these.
    """
    spoken = _spoken(round_, old, later, comment_ids)
    return standings(spoken, later.id, _fates(round_.congress_id, spoken, later.id))


def by_comment(
    round_: CommentRound, comment_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, tuple[DraftVersion, Standing, list[PassageText]]]:
    """{comment: (newest later draft, its standing there, the passages it stands at)}, where there is a later one."""
    found: dict[uuid.UUID, tuple[DraftVersion, Standing, list[PassageText]]] = {}
    for draft in round_.drafts:
        later = newest_after(draft.version)
        if later is None or not comment_ids:
            continue
        standing = of_draft(round_, draft.version, later, comment_ids)
        rows = passages_of(later, {place for each in standing for place in each.places})
        for each in standing:
            places = [rows[place] for place in each.places if place in rows]
            found[each.comment_id] = (later, each, places)
    return found


def newest_after(version: DraftVersion) -> DraftVersion | None:
    """The newest draft of the same document, if it is a later one."""
    later = [
        each for each in drafts.versions_of(version.congress_id, version.document_id) if each.number > version.number
    ]
    return max(later, key=lambda each: each.number, default=None)


def passages_of(version: DraftVersion, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, PassageText]:
    """These passages as they stand in a version."""
    rows = db.session.scalars(
        select(PassageText).where(
            PassageText.congress_id == version.congress_id,
            PassageText.version_id == version.id,
            PassageText.passage_id.in_(ids),
        )
    )
    return {each.passage_id: each for each in rows}


def bundles(found: Sequence[Standing], old: DraftVersion, later: DraftVersion) -> list[Bundle]:
    """Standings by passage, with what the program proposes: the passages it became, or else those most like it."""
    key = old.congress_id
    now = {each.passage_id: each for each in drafts.passages(key, later.id)}
    texts = {later.id: now}
    for version in {each.since for each in found}:
        texts[version] = {each.passage_id: each for each in drafts.passages(key, version)}
    made = bundled(found, texts, later.id)
    rows = list(now.values())
    said = [words(row.block) for row in rows]
    index = Index(enumerate(said))
    return [
        replace(each, like=tuple(rows[place] for place in index.nearest(words(each.passage.block), MOST_LIKE)))
        if not each.places and each.passage
        else each
        for each in made
    ]


def _spoken(
    round_: CommentRound, old: DraftVersion, later: DraftVersion, comment_ids: Collection[uuid.UUID] | None
) -> list[Spoken]:
    rows = (
        select(Comment.id, Comment.passage_id)
        .join(Sheet, and_(Sheet.congress_id == Comment.congress_id, Sheet.id == Comment.sheet_id))
        .outerjoin(Unit, and_(Unit.congress_id == Sheet.congress_id, Unit.id == Sheet.unit_id))
        .join(PassageText, comments.placed())
        .where(
            Comment.congress_id == round_.congress_id,
            Comment.version_id == old.id,
            Sheet.round_id == round_.id,
            Sheet.sent_at.is_not(None),
        )
        .order_by(PassageText.position, func.coalesce(Unit.position, AFTER_CELLS), Comment.id)
    )
    if comment_ids is not None:
        rows = rows.where(Comment.id.in_(comment_ids))
    attached = _attached(old, later)
    return [
        Spoken(comment_id, old.id, passage_id, tuple(attached.get(comment_id, ())))
        for comment_id, passage_id in db.session.execute(rows)
        if passage_id
    ]


def _attached(old: DraftVersion, later: DraftVersion) -> dict[uuid.UUID, list[Attached]]:
    """{comment: what it was attached to, the oldest version first}."""
    rows = db.session.execute(
        select(
            Attachment.comment_id, Attachment.id, Attachment.version_id, Attachment.passage_id, Attachment.recorded_by
        )
        .join(Comment, and_(Comment.congress_id == Attachment.congress_id, Comment.id == Attachment.comment_id))
        .join(
            DraftVersion,
            and_(DraftVersion.congress_id == Attachment.congress_id, DraftVersion.id == Attachment.version_id),
        )
        .where(
            Attachment.congress_id == old.congress_id,
            Comment.version_id == old.id,
            DraftVersion.number <= later.number,
        )
        .order_by(DraftVersion.number)
    )
    found: dict[uuid.UUID, list[Attached]] = {}
    for comment_id, id_, version_id, passage_id, by in rows:
        found.setdefault(comment_id, []).append(Attached(id_, version_id, passage_id, by))
    return found


def _fates(
    congress_id: uuid.UUID, spoken: Iterable[Spoken], later: uuid.UUID
) -> dict[tuple[uuid.UUID, uuid.UUID], Fate[uuid.UUID]]:
    """By (version, passage) the comments are followed from; the versions are few."""
    wanted: dict[uuid.UUID, set[uuid.UUID]] = {}
    for each in spoken:
        since, passage = each.since(later)
        if passage:
            wanted.setdefault(since, set()).add(passage)
    return {
        (since, passage): fate
        for since, passages in wanted.items()
        for passage, fate in drafts.whereabouts(congress_id, passages, later, from_version=since).items()
    }

"""What has become of passages from version to version."""

import itertools
import uuid
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from congress.database import db
from congress.drafts.models import DraftVersion, PassageLink, PassageText
from congress.drafts.queries.documents import passages, version, versions_of
from congress.drafts.rules.likeness import resembling
from congress.drafts.rules.links import Fate, Link, Step, follow
from congress.drafts.vocabulary import MatchKind, Side
from congress.shared.vietnamese import searched, sought

MOST_FOUND = 30
ABOUT = 2


def links(congress_id: uuid.UUID, version_id: uuid.UUID) -> Sequence[PassageLink]:
    """The links between a version and the one before it, in no order."""
    return db.session.scalars(
        select(PassageLink).where(PassageLink.congress_id == congress_id, PassageLink.to_version_id == version_id)
    ).all()


def matched_with(of: DraftVersion) -> DraftVersion | None:
    """The version a version is matched with; None where it is not."""
    return db.session.scalars(
        select(DraftVersion)
        .where(
            DraftVersion.congress_id == of.congress_id,
            DraftVersion.document_id == of.document_id,
            DraftVersion.id.in_(
                select(PassageLink.from_version_id).where(
                    PassageLink.congress_id == of.congress_id, PassageLink.to_version_id == of.id
                )
            ),
        )
        .limit(1)
    ).one_or_none()


def tied_to(of: DraftVersion, side: Side, passage_id: uuid.UUID) -> set[uuid.UUID]:
    """The passages of the other version a passage is linked with."""
    own, other = (
        (PassageLink.new_passage_id, PassageLink.old_passage_id)
        if side is Side.NEW
        else (PassageLink.old_passage_id, PassageLink.new_passage_id)
    )
    rows = select(other).where(
        PassageLink.congress_id == of.congress_id, PassageLink.to_version_id == of.id, own == passage_id
    )
    return {each for each in db.session.scalars(rows) if each is not None}


def candidates(
    passage: PassageText, of: DraftVersion, tied: Collection[uuid.UUID], search: str = ""
) -> list[PassageText]:
    """Passages of the other version somebody may choose for a passage, in their order.

    Those it is tied to, those most like it, those about its place; with a search the first that hold its words too.
    """
    rows = passages(of.congress_id, of.id)
    chosen = set(resembling(passage.block, [row.block for row in rows]))
    middles = [row.position for row in rows if row.passage_id in tied] or [passage.position]
    found = sought(search)
    holding = [place for place, row in enumerate(rows) if found and found in searched(row.text)][:MOST_FOUND]
    return [
        row
        for place, row in enumerate(rows)
        if place in chosen
        or place in holding
        or row.passage_id in tied
        or any(abs(row.position - middle) <= ABOUT for middle in middles)
    ]


def whereabouts(
    congress_id: uuid.UUID,
    passage_ids: Collection[uuid.UUID],
    to_version: uuid.UUID,
    *,
    from_version: uuid.UUID | None = None,
) -> dict[uuid.UUID, Fate[uuid.UUID]]:
    """{passage: (what has become of it, where it stands)} in a version, followed through all versions in between.

    from_version  the version the passages are meant in; without it each is meant in the first that holds it. A passage
    that no version up to there holds counts as removed. NoResultFound for another congress's version.
    """
    target = version(congress_id, to_version)
    known = [each for each in versions_of(congress_id, target.document_id) if each.number <= target.number]
    standing = _standing(congress_id, known)
    steps = _steps(congress_id, known, standing)
    first = next((place for place, each in enumerate(known) if each.id == from_version), None)
    found: dict[uuid.UUID, Fate[uuid.UUID]] = {}
    for passage in passage_ids:
        holding = (place for place, each in enumerate(known) if passage in standing[each.id])
        start = first if first is not None and passage in standing[known[first].id] else next(holding, None)
        found[passage] = (MatchKind.REMOVED, []) if start is None else follow(passage, steps[start:])
    return found


def _standing(congress_id: uuid.UUID, of: Iterable[DraftVersion]) -> dict[uuid.UUID, set[uuid.UUID]]:
    found: dict[uuid.UUID, set[uuid.UUID]] = {each.id: set() for each in of}
    rows = db.session.execute(
        select(PassageText.version_id, PassageText.passage_id).where(
            PassageText.congress_id == congress_id, PassageText.version_id.in_(found)
        )
    )
    for version_id, passage_id in rows:
        found[version_id].add(passage_id)
    return found


def _steps(
    congress_id: uuid.UUID, of: Sequence[DraftVersion], standing: dict[uuid.UUID, set[uuid.UUID]]
) -> list[Step[uuid.UUID]]:
    """The steps from each version to the next."""
    written: dict[tuple[uuid.UUID, uuid.UUID], dict[uuid.UUID, list[Link[uuid.UUID]]]] = {}
    rows = db.session.execute(
        select(
            PassageLink.from_version_id,
            PassageLink.to_version_id,
            PassageLink.old_passage_id,
            PassageLink.new_passage_id,
            PassageLink.kind,
            PassageLink.percent,
        )
        .where(PassageLink.congress_id == congress_id, PassageLink.to_version_id.in_([each.id for each in of]))
        .order_by(PassageLink.id)
    )
    for from_id, to_id, old, new, kind, percent in rows:
        if old is not None:
            written.setdefault((from_id, to_id), {}).setdefault(old, []).append(Link(old, new, kind, percent))
    return [
        Step(standing[after.id], written.get((before.id, after.id), {})) for before, after in itertools.pairwise(of)
    ]

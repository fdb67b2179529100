"""Matching a version with the one before, and correcting the matches by hand."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, insert

from congress.database import db, new_id
from congress.drafts import queries
from congress.drafts.models import DraftVersion, PassageLink, PassageText
from congress.drafts.rules.blocks import Block
from congress.drafts.rules.likeness import alike
from congress.drafts.rules.links import Link, counted, links_of, origins_chosen, outcomes_chosen
from congress.drafts.rules.matching import Match, compare, keeper
from congress.drafts.vocabulary import MatchKind, Side
from congress.journal.actions import Actor, note
from congress.journal.rules import Changes, differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

name_fields(
    "document",
    **{kind.value: kind.label for kind in MatchKind},
    passage_now=N_("Đoạn ở lần này"),
    passage_before=N_("Đoạn ở lần trước"),
    by_hand=N_("Số chỗ đã sửa tay"),
)


@dataclass(frozen=True)
class Matched:
    """A text matched with the version before it: for each block the id it keeps, or None."""

    before: DraftVersion | None = None
    known: Sequence[PassageText] = ()
    matches: Sequence[Match] = ()
    ids: list[uuid.UUID | None] = field(default_factory=list)

    @property
    def counts(self) -> dict[MatchKind, int]:
        """How many passages of each kind; nothing for a first version."""
        if self.before is None:
            return {}
        places = range(len(self.ids))
        return counted(links_of(self.matches, list(range(len(self.known))), list(places)))


def match(document_id: uuid.UUID, congress_id: uuid.UUID, number: int, blocks: Sequence[Block]) -> Matched:
    """Match a text with the version before this number."""
    before = queries.version_before(congress_id, document_id, number)
    if before is None:
        return Matched(ids=[None] * len(blocks))
    known = queries.passages(congress_id, before.id)
    old = [row.block for row in known]
    matches = compare(old, blocks)
    ids: list[uuid.UUID | None] = [None] * len(blocks)
    for each in matches:
        if couple := keeper(each, old, blocks):
            ids[couple[1]] = known[couple[0]].passage_id
    return Matched(before, known, matches, ids)


def write(version: DraftVersion, matched: Matched, ids: Sequence[uuid.UUID]) -> None:
    """Write the links of a version whose passages have these ids, in place of those it had."""
    if matched.before is None:
        return
    _replace(version, matched.before, links_of(matched.matches, [row.passage_id for row in matched.known], ids))


def match_again(version: DraftVersion) -> dict[MatchKind, int]:
    """Match a recorded version once more with the one that now stands before it; its text and ids stay."""
    texts = queries.passages(version.congress_id, version.id)
    matched = match(version.document_id, version.congress_id, version.number, [row.block for row in texts])
    _forget(version)
    write(version, matched, [row.passage_id for row in texts])
    return matched.counts


def corrected_in_next(congress_id: uuid.UUID, document_id: uuid.UUID, number: int) -> int:
    """How many links of the version after this number were chosen by hand."""
    after = queries.version_after(congress_id, document_id, number)
    return sum(link.by_hand for link in queries.links(congress_id, after.id)) if after else 0


def match_next(congress_id: uuid.UUID, document_id: uuid.UUID, number: int, *, actor: Actor, corrected: int) -> None:
    """A version was put in, or taken out, before this one: its links now lead elsewhere.

    corrected  how many were chosen by hand before that: they are gone with it, and the journal says so
    """
    after = queries.version_after(congress_id, document_id, number)
    if after is None:
        return
    match_again(after)
    if corrected:
        note(
            actor,
            N_("Đối chiếu lại vì lần trước đã khác; chỗ sửa tay không còn"),
            after.document,
            label=after.full_title,
            changes=differences({"by_hand": corrected}, {"by_hand": 0}),
        )


def draw_up(version: DraftVersion, *, actor: Actor) -> None:
    """Match a version with the one before, where that was not done or to drop what was corrected by hand."""
    counts = match_again(version)
    if not counts:
        raise RuleBroken(N_("Đây là lần dự thảo đầu tiên nên không có lần nào trước để đối chiếu."))
    changes = {kind.value: [None, count] for kind, count in counts.items() if count}
    note(actor, N_("Đối chiếu lại với lần trước"), version.document, label=version.full_title, changes=changes)


def correct(
    version: DraftVersion,
    *,
    actor: Actor,
    side: Side,
    passage_id: uuid.UUID,
    other_ids: Collection[uuid.UUID],
    seen: Collection[uuid.UUID],
) -> None:
    """Say by hand where a passage comes from (side NEW) or what it has become (side OLD); nothing: it is new, or gone.

    seen  what it was tied to when the page was opened. RuleBroken when that has changed; NoResultFound for a passage
    that does not stand in its version.
    """
    before = queries.matched_with(version)
    if before is None:
        raise RuleBroken(N_("Dự thảo này chưa được đối chiếu với lần trước."))
    now = side is Side.NEW
    own, its = (version, before) if now else (before, version)
    tied = queries.tied_to(version, side, passage_id)
    if tied != set(seen):
        raise RuleBroken(N_("Đồng chí khác vừa sửa chỗ này. Hãy xem lại rồi chọn lần nữa."), "others")
    passage = queries.passage(version.congress_id, own.id, passage_id)
    others = {each: queries.passage(version.congress_id, its.id, each) for each in sorted({*other_ids, *tied})}
    if tied == set(other_ids):
        return
    chosen = {each: alike(passage.block, others[each].block) for each in other_ids}
    links = [row.plain() for row in queries.links(version.congress_id, version.id)]
    choose = origins_chosen if now else outcomes_chosen
    _replace(version, before, choose(links, passage_id, chosen))
    none = N_("Mới thêm") if now else N_("Bỏ đi")
    told: Changes = {
        "passage_before" if now else "passage_now": [_listed(others, ids) or none for ids in (tied, other_ids)],
        "passage_now" if now else "passage_before": [_told(passage), _told(passage)],
    }
    note(actor, N_("Sửa chỗ đối chiếu"), version.document, label=version.full_title, changes=told)


def _listed(rows: Mapping[uuid.UUID, PassageText], ids: Collection[uuid.UUID]) -> str:
    return "; ".join(_told(row) for row in sorted((rows[each] for each in ids), key=lambda row: row.position))


def _told(row: PassageText) -> str:
    text = row.text if len(row.text) <= 120 else f"{row.text[:120]} […]"
    return f"{row.cited} “{text}”"


def _forget(version: DraftVersion) -> None:
    db.session.execute(
        delete(PassageLink).where(
            PassageLink.congress_id == version.congress_id, PassageLink.to_version_id == version.id
        )
    )


def _replace(version: DraftVersion, before: DraftVersion, links: Sequence[Link[uuid.UUID]]) -> None:
    _forget(version)
    if not links:
        return
    db.session.execute(
        insert(PassageLink),
        [
            {"congress_id": version.congress_id, "id": new_id()}
            | {"from_version_id": before.id, "to_version_id": version.id}
            | {"old_passage_id": link.old, "new_passage_id": link.new, "kind": link.kind}
            | {"percent": link.percent, "by_hand": link.by_hand}
            for link in links
        ],
    )

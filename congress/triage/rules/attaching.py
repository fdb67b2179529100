"""Which comments must be attached anew when a later draft is there: what has become of the text they speak of."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from congress.drafts.rules.links import Fate
from congress.drafts.vocabulary import MatchKind
from congress.shared.labels import N_, Labelled
from congress.triage.rules.trace import Passage

LOOSE = frozenset({MatchKind.CHANGED, MatchKind.SPLIT, MatchKind.MERGED, MatchKind.REMOVED})
"""What a comment does not follow by itself: people say what it now speaks of."""


class Show(Labelled):
    """Which comments the worklist shows."""

    WAITING = "waiting", N_("Cần gắn lại")
    DONE = "done", N_("Đã gắn")
    FOLLOWED = "followed", N_("Tự đi theo đoạn")


@dataclass(frozen=True)
class Attached:
    """What somebody said a comment speaks of in a later version; no passage: that is gone."""

    id: uuid.UUID
    version_id: uuid.UUID
    passage_id: uuid.UUID | None
    by: str


@dataclass(frozen=True)
class Standing:
    """A comment in a later version: what has become of its passage, and where it stands there.

    passage_id  the passage it speaks of, in `since`: its own version, or a later one it was attached to by hand
    places      the passages that became of that one; of a comment attached to the later version the chosen one
    by_hand     what somebody said last, if anybody did
    settled     somebody said it about this very version
    """

    comment_id: uuid.UUID
    passage_id: uuid.UUID | None
    since: uuid.UUID
    kind: MatchKind
    places: tuple[uuid.UUID, ...] = ()
    by_hand: Attached | None = None
    settled: bool = False

    @property
    def show(self) -> Show:
        """In which list it stands. What was found to be gone once stays so."""
        if self.settled:
            return Show.DONE
        gone_before = self.by_hand is not None and self.by_hand.passage_id is None
        return Show.WAITING if self.kind in LOOSE and not gone_before else Show.FOLLOWED


@dataclass(frozen=True)
class Spoken:
    """A comment and the passage it speaks of in the version it was made on; its attachments, oldest version first."""

    comment_id: uuid.UUID
    version_id: uuid.UUID
    passage_id: uuid.UUID
    attached: tuple[Attached, ...] = ()

    @property
    def last(self) -> Attached | None:
        """What was said last."""
        return self.attached[-1] if self.attached else None

    def since(self, later: uuid.UUID) -> tuple[uuid.UUID, uuid.UUID | None]:
        """(version, passage) it is followed from to the later version: the last it was attached to before that."""
        before = [each for each in self.attached if each.version_id != later]
        return (before[-1].version_id, before[-1].passage_id) if before else (self.version_id, self.passage_id)


def standings(
    spoken: Iterable[Spoken], later: uuid.UUID, fates: Mapping[tuple[uuid.UUID, uuid.UUID], Fate[uuid.UUID]]
) -> list[Standing]:
    """Where comments stand in a later version, in the order given. fates: by (version, passage) they come from."""
    found = []
    for each in spoken:
        since, passage = each.since(later)
        kind, places = fates[since, passage] if passage else (MatchKind.REMOVED, [])
        standing = Standing(each.comment_id, passage, since, kind, tuple(places), each.last)
        if each.last and each.last.version_id == later:
            chosen = (each.last.passage_id,) if each.last.passage_id else ()
            standing = replace(standing, places=chosen, settled=True)
        found.append(standing)
    return found


@dataclass(frozen=True)
class Bundle:
    """Comments on one passage with the same fate, attached in one go; `proposed`: what the program would choose."""

    passage: Passage | None
    kind: MatchKind
    places: tuple[Passage, ...]
    comment_ids: tuple[uuid.UUID, ...]
    like: tuple[Passage, ...] = ()

    @property
    def proposed(self) -> Passage | None:
        """The passage the program proposes; None where it finds none, or several."""
        return self.places[0] if len(self.places) == 1 else None


def bundled(
    found: Sequence[Standing], texts: Mapping[uuid.UUID, Mapping[uuid.UUID, Passage]], later: uuid.UUID
) -> list[Bundle]:
    """Standings by passage and places, in the order given. texts: {version: {passage: as it stands there}}."""
    groups: dict[tuple[uuid.UUID, uuid.UUID | None, tuple[uuid.UUID, ...]], list[Standing]] = {}
    for each in found:
        groups.setdefault((each.since, each.passage_id, each.places), []).append(each)
    return [
        Bundle(
            passage=texts[since].get(passage) if passage else None,
            kind=standing[0].kind,
            places=tuple(texts[later][place] for place in places if place in texts[later]),
            comment_ids=tuple(each.comment_id for each in standing),
        )
        for (since, passage, places), standing in groups.items()
    ]


def counted(found: Collection[Standing]) -> dict[Show, int]:
    """How many comments each list has."""
    return {show: sum(each.show is show for each in found) for show in Show}

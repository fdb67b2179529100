"""A round in figures: opinions and participants counted apart, by draft, channel, kind and cell (domain.md §6.6)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from congress.comments.rules.verdicts import Verdict
from congress.comments.vocabulary import Channel, CommentKind, RespondentKind, Stance


@dataclass(frozen=True)
class SentSheet:
    """A sheet that was sent: whose, how it came in, who was there. `kind` and `listed` are of a respondent."""

    unit_id: UUID
    unit_name: str
    channel: Channel
    members: int
    present: int
    spoke: int
    kind: RespondentKind | None = None
    listed: bool = True


@dataclass(frozen=True)
class Said:
    """One comment of a sent sheet, as far as it is counted."""

    unit_id: UUID
    version_id: UUID
    document: str
    stance: Stance | None
    kind: CommentKind | None


@dataclass(frozen=True)
class OfDraft:
    """One draft: its opinions by stance, the sheets they come from, and apart from them the people counted on it."""

    version_id: UUID
    document: str
    opinions: int
    cells: int
    by_stance: tuple[int, ...]
    agree: int = 0
    with_changes: int = 0
    other: int = 0
    silent: int = 0

    @property
    def people(self) -> int:
        """Everybody who was counted on this draft."""
        return self.agree + self.with_changes + self.other


@dataclass(frozen=True)
class OfSheets:
    """Sheets counted together (a channel), or one cell: opinions apart from participants."""

    label: str
    sheets: int
    opinions: int
    members: int
    present: int
    spoke: int
    unit_id: UUID | None = None


@dataclass(frozen=True)
class Statistics:
    """Everything the page shows. Channels and drafts are added up apart, and their difference is shown."""

    drafts: tuple[OfDraft, ...]
    channels: tuple[OfSheets, ...]
    kinds: tuple[tuple[CommentKind | None, int], ...]
    cells: tuple[OfSheets, ...]
    groups: tuple[tuple[RespondentKind | None, OfSheets, tuple[int, ...]], ...] = ()
    others: tuple[OfSheets, ...] = ()

    @property
    def by_channel(self) -> int:
        """Opinions, added up over the channels."""
        return sum(each.opinions for each in self.channels)

    @property
    def by_draft(self) -> int:
        """Opinions, added up over the drafts."""
        return sum(each.opinions for each in self.drafts)

    @property
    def difference(self) -> int:
        """How far the two sums are apart; never repaired."""
        return self.by_channel - self.by_draft

    @property
    def whole(self) -> OfSheets:
        """All sheets together."""
        return _sum("", self.channels)


def statistics(
    sheets: Sequence[SentSheet],
    said: Sequence[Said],
    drafts: Sequence[tuple[UUID, str]],
    counted: dict[UUID, int],
    verdicts: Sequence[tuple[UUID, Verdict]] = (),
) -> Statistics:
    """Count a round.

    drafts   the drafts of the round in their order: a comment on any other draft counts under its channel alone
    counted  {cell: opinions on its sheet}, counted on the sheets and not on the drafts
    verdicts (draft, the people one sheet counted on it)
    """
    every = tuple(
        OfSheets(each.unit_name, 1, counted.get(each.unit_id, 0), each.members, each.present, each.spoke, each.unit_id)
        for each in sheets
    )
    channel_of = {each.unit_id: each.channel for each in sheets}
    channels = []
    for channel in Channel:
        mine = [each for each in every if each.unit_id and channel_of[each.unit_id] is channel]
        if mine:
            channels.append(_sum(channel.label, mine))
    return Statistics(
        drafts=tuple(_of_draft(version_id, document, said, verdicts) for version_id, document in drafts),
        channels=tuple(channels),
        kinds=_kinds(said),
        cells=tuple(row for row, each in zip(every, sheets, strict=True) if each.kind is None),
        groups=_groups(sheets, every),
        others=tuple(row for row, each in zip(every, sheets, strict=True) if each.kind and each.listed),
    )


def _groups(
    sheets: Sequence[SentSheet], counted: Sequence[OfSheets]
) -> tuple[tuple[RespondentKind | None, OfSheets, tuple[int, ...]], ...]:
    """Cells (None) and each kind of respondent: added up, and the opinions by channel."""
    found = []
    pairs = list(zip(sheets, counted, strict=True))
    for kind in (None, *RespondentKind):
        mine = [(each, row) for each, row in pairs if each.kind is kind]
        if mine:
            by_channel = tuple(sum(row.opinions for each, row in mine if each.channel is way) for way in Channel)
            found.append((kind, _sum("", [row for _each, row in mine]), by_channel))
    return tuple(found)


def _of_draft(
    version_id: UUID, document: str, said: Sequence[Said], verdicts: Sequence[tuple[UUID, Verdict]]
) -> OfDraft:
    told = [verdict for draft, verdict in verdicts if draft == version_id]
    mine = [each for each in said if each.version_id == version_id]
    sides = Counter(each.stance for each in mine)
    cells = len({each.unit_id for each in mine})
    return OfDraft(
        version_id,
        document,
        len(mine),
        cells,
        tuple(sides[stance] for stance in Stance),
        agree=sum(each.agree or 0 for each in told),
        with_changes=sum(each.with_changes or 0 for each in told),
        other=sum(each.other or 0 for each in told),
        silent=sum(each.nothing_to_say for each in told),
    )


def _kinds(said: Sequence[Said]) -> tuple[tuple[CommentKind | None, int], ...]:
    counts = Counter(each.kind for each in said)
    return tuple((kind, counts[kind]) for kind in (*CommentKind, None) if counts[kind])


def _sum(label: str, parts: Sequence[OfSheets]) -> OfSheets:
    names = ("sheets", "opinions", "members", "present", "spoke")
    return OfSheets(label, *(sum(getattr(each, name) for each in parts) for name in names))

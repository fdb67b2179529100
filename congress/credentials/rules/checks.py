"""Every delegate held against the rules: green, amber or red, each finding with its ground and the facts behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from congress.credentials.rules.grounds import APPOINTED_SHARE, BASES, Basis
from congress.credentials.vocabulary import Colour, Ground
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Review, Standing, Status
from congress.people.rules import Facts, Identity, Likeness, check_dates, likeness
from congress.shared.findings import Refusal
from congress.shared.labels import N_
from congress.shared.vietnamese import date_on_paper, fold, percent


@dataclass(frozen=True)
class Concern:
    """One finding. `key` holds ground and facts, so that other facts are another concern; `message` marked with N_().

    `words` are labels to be translated and listed behind the sentence; `about` is another delegate it speaks of.
    """

    ground: Ground
    key: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    about: UUID | None = None

    @property
    def basis(self) -> Basis:
        """How much it weighs and what it rests on."""
        return BASES[self.ground]


@dataclass(frozen=True)
class Checked:
    """One delegate with everything found, the gravest first."""

    line: Line
    concerns: tuple[Concern, ...] = ()

    @cached_property
    def colour(self) -> Colour:
        """Red if anything stands against the delegate, amber if anything is to be looked at."""
        found = {concern.basis.colour for concern in self.concerns}
        return next((colour for colour in (Colour.RED, Colour.AMBER) if colour in found), Colour.GREEN)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The concerns' keys, in a stable order."""
        return tuple(sorted(concern.key for concern in self.concerns))

    @property
    def grounds(self) -> set[Ground]:
        """The kinds of what was found."""
        return {concern.ground for concern in self.concerns}


@dataclass(frozen=True)
class Cell:
    """What is known of a delegate's cell: quotas, the day of its congress, ex officio names by the issued plan."""

    official_quota: int = 0
    alternate_quota: int = 0
    held_on: date | None = None
    ex_officio: frozenset[str] = frozenset()

    def quota(self, standing: Standing) -> int:
        """Places of this standing."""
        return self.official_quota if standing is Standing.OFFICIAL else self.alternate_quota


@dataclass(frozen=True)
class Known:
    """What the checks take besides the roll; `issued` says whether quotas are decided, `photos` who has a portrait.

    `day` is the opening day: ages are taken on it. `photos` None leaves photographs out.
    """

    day: date
    cells: Mapping[UUID, Cell]
    issued: bool = False
    photos: frozenset[UUID] | None = None


def check(lines: Sequence[Line], known: Known) -> list[Checked]:
    """Everybody who still holds a place, in the order given."""
    current = [line for line in lines if line.current]
    twins = _twins(current)
    taken = Counter((line.unit_id, line.standing) for line in current if line.takes_part and line.seat.counts)
    share = _Share.of(current)
    return [
        Checked(
            line,
            tuple(
                sorted(
                    (
                        *_about_standing(line),
                        *_about_election(line, known),
                        *twins.get(line.id, ()),
                        *_about_dates(line, known.day),
                        *_about_quota(line, known, taken),
                        *_about_origin(line, known, share),
                        *_about_record(line, known),
                    ),
                    key=lambda concern: _ORDER[concern.ground],
                )
            ),
        )
        for line in current
    ]


_ORDER = {ground: place for place, ground in enumerate(Ground)}


def _about_standing(line: Line) -> Iterator[Concern]:
    if line.status is Status.NOT_SUMMONED:
        reason = line.status_reason
        message = N_("Ghi là không triệu tập.")
        yield Concern(Ground.NOT_SUMMONED, f"barred:{reason or ''}", message, words=(reason.label,) if reason else ())
    if line.discipline:
        message = N_("Bản ghi có kỷ luật: %(what)s. Cần đối chiếu, chưa phải lý do loại.")
        yield Concern(
            Ground.DISCIPLINE, f"discipline:{fold(line.discipline)}"[:300], message, {"what": line.discipline}
        )


def _about_election(line: Line, known: Known) -> Iterator[Concern]:
    """Elected properly: full member on that day, more than half, at a congress of the cell before this one."""
    if line.origin is not Origin.ELECTED:
        return
    cell = known.cells.get(line.unit_id, Cell())
    elected_on = cell.held_on or known.day
    if line.party_official_on and line.party_official_on > elected_on:
        message = N_("Chính thức ngày %(day)s, sau ngày bầu %(elected)s: khi được bầu còn là đảng viên dự bị.")
        values = {"day": date_on_paper(line.party_official_on), "elected": date_on_paper(elected_on)}
        yield Concern(Ground.PROBATIONARY, f"probationary:{line.party_official_on}:{elected_on}", message, values)
    if cell.held_on is None:
        yield Concern(Ground.NOT_HELD, "not-held", N_("Chi bộ chưa ghi ngày đại hội bầu đại biểu."))
    elif cell.held_on > known.day:
        message = N_("Đại hội chi bộ ghi ngày %(day)s, sau ngày khai mạc.")
        yield Concern(Ground.HELD_LATE, f"held-late:{cell.held_on}", message, {"day": date_on_paper(cell.held_on)})
    yield from _about_votes(line)


def _about_votes(line: Line) -> Iterator[Concern]:
    """More than half of the base, which ballots never exceed: half of the ballots is never enough (§5.5)."""
    votes, ballots = line.votes, line.ballots
    values = {"votes": votes, "ballots": ballots}
    if votes is None or ballots is None:
        yield Concern(
            Ground.NO_VOTES, f"no-votes:{votes}:{ballots}", N_("Chưa ghi đủ số phiếu bầu và số phiếu thu về.")
        )
    elif votes > ballots:
        message = N_("%(votes)s phiếu bầu nhiều hơn %(ballots)s phiếu thu về.")
        yield Concern(Ground.TOO_MANY_VOTES, f"votes:{votes}:{ballots}", message, values)
    elif votes * 2 <= ballots:
        message = N_("%(votes)s trên %(ballots)s phiếu là chưa quá một nửa.")
        yield Concern(Ground.NOT_ELECTED, f"half:{votes}:{ballots}", message, values)


def _about_dates(line: Line, day: date) -> Iterator[Concern]:
    facts = Facts(line.birth, line.party_admitted_on, line.party_official_on)
    for finding in check_dates(facts, day):
        ground = Ground.DATES if isinstance(finding, Refusal) else Ground.UNLIKELY_DATES
        key = f"dates:{finding.message[:40]}:{facts.birth}:{facts.admitted_on}:{facts.official_on}"
        yield Concern(ground, key, finding.message, finding.values)


def _about_quota(line: Line, known: Known, taken: Mapping[tuple[UUID, Standing], int]) -> Iterator[Concern]:
    cell = known.cells.get(line.unit_id, Cell())
    entered = taken.get((line.unit_id, line.standing), 0)
    quota = cell.quota(line.standing)
    if known.issued and line.seat.counts and entered > quota:
        message = (
            N_("Chi bộ có %(entered)s đại biểu chính thức, được phân bổ %(quota)s.")
            if line.standing is Standing.OFFICIAL
            else N_("Chi bộ có %(entered)s đại biểu dự khuyết, được phân bổ %(quota)s.")
        )
        key = f"quota:{line.standing}:{entered}:{quota}"
        yield Concern(Ground.OVER_QUOTA, key, message, {"entered": entered, "quota": quota})


@dataclass(frozen=True)
class _Share:
    """Appointed among the official delegates who take part."""

    appointed: int
    official: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "_Share":
        official = [line for line in lines if line.standing is Standing.OFFICIAL and line.takes_part]
        return cls(sum(line.origin is Origin.APPOINTED for line in official), len(official))

    @property
    def is_over(self) -> bool:
        return self.appointed * 100 > APPOINTED_SHARE.value * self.official


def _about_origin(line: Line, known: Known, share: _Share) -> Iterator[Concern]:
    if line.origin is Origin.APPOINTED and share.is_over:
        message = N_(
            "%(appointed)s trên %(official)s đại biểu chính thức là chỉ định (%(share)s %%), quá %(cap)s %%. "
            "Kết luận đủ tư cách phải ghi lý do."
        )
        values = {
            "appointed": share.appointed,
            "official": share.official,
            "share": percent(share.appointed, share.official),
            "cap": APPOINTED_SHARE.value,
        }
        yield Concern(Ground.OVER_APPOINTED, "over-appointed", message, values)
    if line.origin is Origin.EX_OFFICIO and known.issued:
        cell = known.cells.get(line.unit_id, Cell())
        if cell.ex_officio and Identity(line.full_name).name_key not in cell.ex_officio:
            message = N_("Quyết định phân bổ không ghi tên đồng chí này là đại biểu đương nhiên của chi bộ.")
            yield Concern(Ground.EX_OFFICIO_UNLISTED, "ex-officio-unlisted", message)


def _about_record(line: Line, known: Known) -> Iterator[Concern]:
    if line.missing:
        words = tuple(word.label for word in line.missing)
        key = "missing:" + ",".join(line.missing)
        yield Concern(Ground.MISSING, key, N_("Bản ghi còn thiếu."), words=words)
    if blank := _blank(line):
        yield Concern(
            Ground.STATISTICS, "statistics:" + ",".join(blank), N_("Mục thống kê còn trống."), words=tuple(blank)
        )
    if known.photos is not None and line.id not in known.photos:
        yield Concern(Ground.PHOTO, "photo", N_("Chưa có ảnh để in thẻ."))
    if line.review is not Review.RECEIVED:
        yield Concern(
            Ground.NOT_RECEIVED,
            f"review:{line.review}",
            N_("Tiểu ban Nhân sự chưa nhận bản ghi này."),
            words=(line.review.label,),
        )


_STATISTICS = {"theory": N_("Lý luận chính trị"), "qualification": N_("Trình độ chuyên môn")}


def _blank(line: Line) -> list[str]:
    """What the report counts and the record leaves open (§4.2 rows 8, 9); ethnicity is among what is missing."""
    return [label for name, label in _STATISTICS.items() if getattr(line, name) is None]


_TWICE = {
    Likeness.SAME_CARD: N_("Cùng số thẻ đảng viên với %(name)s, %(unit)s."),
    Likeness.SAME_BIRTH: N_("Cùng họ tên và ngày sinh với %(name)s, %(unit)s."),
    Likeness.PERHAPS: N_("Gần giống %(name)s, %(unit)s. Hãy xem có phải một người không."),
}


def _twins(lines: Sequence[Line]) -> dict[UUID, list[Concern]]:
    """Whoever may be the same person, both ways; only those of one folded name or one card are compared."""
    identities = {line.id: Identity(line.full_name, line.birth, line.party_card_number) for line in lines}
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        identity = identities[line.id]
        groups["name", identity.folded].append(line)
        if identity.card_key:
            groups["card", identity.card_key].append(line)
    found: dict[UUID, dict[str, Concern]] = defaultdict(dict)
    for group in groups.values():
        for line in group if len(group) > 1 else ():
            for other in group:
                if other.id != line.id and (concern := _twin(line, other, identities)):
                    found[line.id][concern.key] = concern
    return {line_id: list(concerns.values()) for line_id, concerns in found.items()}


def _twin(line: Line, other: Line, identities: Mapping[UUID, Identity]) -> Concern | None:
    like = likeness(identities[line.id], identities[other.id])
    if like is Likeness.NONE:
        return None
    ground = Ground.PERHAPS_TWICE if like is Likeness.PERHAPS else Ground.SAME_PERSON
    values = {"name": other.full_name, "unit": other.unit}
    return Concern(ground, f"twin:{like.name}:{other.id}", _TWICE[like], values, about=other.id)

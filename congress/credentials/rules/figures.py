"""The figures of a credentials report as plain values that can be kept as JSON and drawn again years later."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from congress.credentials.rules.posts import OTHER_POST, POSTS, post_group
from congress.credentials.rules.wording import says_something
from congress.credentials.vocabulary import CountedOn
from congress.delegates.rules.roll import MAJORITY_ETHNICITY, Line
from congress.delegates.vocabulary import Origin, Standing, Status
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.ages import Age, average_on_paper, known_age
from congress.shared.labels import N_
from congress.shared.vietnamese import PartialDate, fold, text_sort_key

UNKNOWN = N_("Chưa có thông tin")
NONE = N_("Không theo tôn giáo")
BANDS: dict[str, tuple[int, ...]] = {
    "30-40-50-60-70": (30, 41, 51, 61, 71),
    "40-50": (40, 51),
    "40-70": (40, 71),
    "30-40-50-60": (30, 41, 51, 61),
}
"""Lower bounds of age bands: <30, 30–40, 41–50 … as HCMC 2015 printed them; <40, 40–50, >50; <40, 40–70, >70 (§4.2)."""
PARTY_BANDS = (10, 20, 30, 40)


@dataclass(frozen=True)
class Row:
    """One figure of a block: its label, how many, and who, as places in the report's `people`."""

    label: str
    count: int
    who: tuple[int, ...] = ()


@dataclass(frozen=True)
class Block:
    """Figures that together make up the base: sex, ethnicity … `key` stands in addresses."""

    key: str
    title: str
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """The sum of its rows."""
        return sum(row.count for row in self.rows)


@dataclass(frozen=True)
class Notable:
    """Somebody named in the report: the youngest, the longest in the Party, somebody absent."""

    name: str
    unit: str
    detail: str = ""


@dataclass(frozen=True)
class Figures:
    """Everything a report counts.

    `people` are (id, name, cell, birth) of everybody it counts, `others` of the rest of the summoned.

    decided      official delegates by the committee's decision
    registered   official delegates on the list, whatever their state
    summoned     official, neither replaced nor not summoned
    present, absent   of those, by their recorded state; `unmarked` have neither
    counted      those the blocks are about, by `counted_on`
    """

    counted_on: str
    day: str
    decided: int
    registered: int
    summoned: int
    present: int
    absent: int
    unmarked: int
    counted: int
    promoted: int
    blocks: tuple[Block, ...]
    average_age: str = ""
    average_party_age: str = ""
    youngest: tuple[Notable, ...] = ()
    oldest: tuple[Notable, ...] = ()
    shortest: tuple[Notable, ...] = ()
    longest: tuple[Notable, ...] = ()
    absentees: tuple[Notable, ...] = ()
    not_summoned: tuple[Notable, ...] = ()
    replaced: tuple[Notable, ...] = ()
    honoured: int = 0
    disciplined: int = 0
    people: tuple[tuple[str, str, str, str], ...] = field(default=())
    others: tuple[tuple[str, str, str, str], ...] = field(default=())

    def block(self, key: str) -> Block | None:
        """The block of this key."""
        return next((block for block in self.blocks if block.key == key), None)


def as_json(figures: Figures) -> dict[str, Any]:
    """Plain JSON; `from_json` gives the same figures back."""
    return asdict(figures)


def from_json(kept: Mapping[str, Any]) -> Figures:
    """Figures as they were kept."""
    values = dict(kept)
    values["blocks"] = tuple(
        Block(block["key"], block["title"], tuple(Row(r["label"], r["count"], tuple(r["who"])) for r in block["rows"]))
        for block in kept["blocks"]
    )
    for name in ("youngest", "oldest", "shortest", "longest", "absentees", "not_summoned", "replaced"):
        values[name] = tuple(Notable(**each) for each in kept[name])
    for name in ("people", "others"):
        values[name] = tuple(tuple(each) for each in kept.get(name, ()))
    return Figures(**values)


def figures_of(
    lines: Sequence[Line],
    *,
    day: date,
    decided: int,
    counted_on: CountedOn = CountedOn.SUMMONED,
    bands: Sequence[int] = BANDS["30-40-50-60-70"],
) -> Figures:
    """Count official delegates as of `day`, on which ages are taken (default of §4.5: the opening day).

    Nobody without a value is dropped: every block has a row for what is not known, so that its rows sum to the base.
    """
    official = [line for line in lines if line.standing is Standing.OFFICIAL]
    summoned = [line for line in official if line.status not in (Status.NOT_SUMMONED, Status.REPLACED)]
    present = [line for line in summoned if line.status is Status.PRESENT]
    absent = [line for line in summoned if line.status is Status.ABSENT]
    counted = present if counted_on is CountedOn.PRESENT else summoned
    places = {line.id: place for place, line in enumerate(counted)}

    def grouped(key: str, title: str, name_of: Callable[[Line], str], order: Sequence[str] = ()) -> Block:
        found: dict[str, list[int]] = {label: [] for label in order}
        for line in counted:
            found.setdefault(name_of(line) or UNKNOWN, []).append(places[line.id])
        unknown = found.pop(UNKNOWN, [])
        rows = [Row(label, len(who), tuple(who)) for label, who in found.items()]
        return Block(key, title, tuple(rows + ([Row(UNKNOWN, len(unknown), tuple(unknown))] if unknown else [])))

    ages = {line.id: age for line in counted if (age := known_age(line.birth, day))}
    party = {line.id: age for line in counted if (age := known_age(line.party_admitted_on, day))}
    religions = _religions(line.religion for line in counted)
    return Figures(
        counted_on=counted_on.value,
        day=day.isoformat(),
        decided=decided,
        registered=len(official),
        summoned=len(summoned),
        present=len(present),
        absent=len(absent),
        unmarked=len(summoned) - len(present) - len(absent),
        counted=len(counted),
        promoted=sum(line.promoted for line in summoned),
        blocks=(
            grouped("origin", N_("Thành phần"), lambda line: line.origin.label, [word.label for word in Origin]),
            grouped("sex", N_("Giới tính"), lambda line: _word(line.sex), [word.label for word in Sex]),
            grouped("ethnicity", N_("Dân tộc"), _ethnicity, [N_("Kinh"), N_("Dân tộc thiểu số")]),
            grouped(
                "religion",
                N_("Tôn giáo"),
                lambda line: religions.get(fold(line.religion), ""),
                list(religions.values()),
            ),
            grouped(
                "age", N_("Tuổi đời"), lambda line: _band(ages.get(line.id), bands, "tuổi"), _labels(bands, "tuổi")
            ),
            grouped(
                "party-age",
                N_("Tuổi Đảng"),
                lambda line: _band(party.get(line.id), PARTY_BANDS, "năm"),
                _labels(PARTY_BANDS, "năm"),
            ),
            grouped(
                "education",
                N_("Giáo dục phổ thông"),
                lambda line: _word(line.general_education),
                _words(GeneralEducation),
            ),
            grouped(
                "qualification",
                N_("Trình độ chuyên môn"),
                lambda line: _word(line.qualification),
                _words(Qualification),
            ),
            grouped("theory", N_("Lý luận chính trị"), lambda line: _word(line.theory), _words(Theory)),
            grouped("post", N_("Chức vụ"), lambda line: post_group(line.post), [*POSTS, OTHER_POST]),
        ),
        average_age=average_on_paper(ages.values()),
        average_party_age=average_on_paper(party.values()),
        youngest=_latest(counted, ages, _born),
        oldest=_earliest(counted, ages, _born),
        shortest=_latest(counted, party, _admitted),
        longest=_earliest(counted, party, _admitted),
        absentees=tuple(_notable(line, _reason(line)) for line in absent),
        not_summoned=tuple(_notable(line, _reason(line)) for line in official if line.status is Status.NOT_SUMMONED),
        replaced=tuple(_notable(line, _reason(line)) for line in official if line.status is Status.REPLACED),
        honoured=sum(says_something(line.rewards) for line in counted),
        disciplined=sum(says_something(line.discipline) for line in counted),
        people=tuple(map(_person, counted)),
        others=tuple(_person(line) for line in summoned if line.id not in places),
    )


def _person(line: Line) -> tuple[str, str, str, str]:
    return str(line.id), line.full_name, line.unit, line.birth.label if line.birth else ""


def _word(word: Any) -> str:
    return word.label if word else ""


def _words(words: Iterable[Any]) -> list[str]:
    return [word.label for word in words]


def _ethnicity(line: Line) -> str:
    if not line.ethnicity:
        return ""
    return "Kinh" if fold(line.ethnicity) == MAJORITY_ETHNICITY else "Dân tộc thiểu số"


def _religions(texts: Iterable[str]) -> dict[str, str]:
    """How each religion is named, by its folded text: the spelling most people use; whoever has none comes first."""
    spelt: dict[str, Counter[str]] = {}
    for text in texts:
        if fold(text):
            spelt.setdefault(fold(text), Counter())[text] += 1
    named = {
        key: NONE if key == "khong" else min(found, key=lambda text: (-found[text], text))
        for key, found in spelt.items()
    }
    return dict(sorted(named.items(), key=lambda pair: (pair[1] != NONE, text_sort_key(pair[1]))))


def _labels(bounds: Sequence[int], unit: str) -> list[str]:
    """(30, 41, 51) gives "Dưới 30 tuổi", "30 – 40 tuổi", "Trên 50 tuổi"; (10, 20) years: "10 – 19 năm", "Từ 20 năm"."""
    inner = [f"{low} – {high - 1} {unit}" for low, high in pairwise(bounds)]
    last = f"Trên {bounds[-1] - 1} {unit}" if unit == "tuổi" and len(bounds) > 1 else f"Từ {bounds[-1]} {unit} trở lên"
    return [f"Dưới {bounds[0]} {unit}", *inner, last]


def _band(age: Age | None, bounds: Sequence[int], unit: str) -> str:
    """The band of an age; one that is only known to lie between two bands is not known."""
    if age is None:
        return ""
    places = {sum(bound <= years for bound in bounds) for years in (age.least, age.most)}
    return _labels(bounds, unit)[places.pop()] if len(places) == 1 else ""


def _born(line: Line) -> PartialDate | None:
    return line.birth


def _admitted(line: Line) -> PartialDate | None:
    return PartialDate.of(line.party_admitted_on) if line.party_admitted_on else None


Since = Callable[[Line], PartialDate | None]


def _latest(lines: Sequence[Line], ages: Mapping[Any, Age], since: Since) -> tuple[Notable, ...]:
    """Whoever was born (admitted) last; with days not fully known everybody who may have been."""
    known = [(line, day) for line in lines if line.id in ages and (day := since(line))]
    last = max((day.earliest for _line, day in known), default=None)
    return tuple(_aged(line, ages[line.id], day) for line, day in known if last and day.latest >= last)


def _earliest(lines: Sequence[Line], ages: Mapping[Any, Age], since: Since) -> tuple[Notable, ...]:
    """Whoever was born (admitted) first, likewise."""
    known = [(line, day) for line in lines if line.id in ages and (day := since(line))]
    first = min((day.latest for _line, day in known), default=None)
    return tuple(_aged(line, ages[line.id], day) for line, day in known if first and day.earliest <= first)


def _aged(line: Line, age: Age, since: PartialDate) -> Notable:
    return _notable(line, f"{age.label}|{since.year}")


def _reason(line: Line) -> str:
    return line.status_reason.label if line.status_reason else ""


def _notable(line: Line, detail: str) -> Notable:
    return Notable(line.full_name, line.unit, detail)

"""What the structure of a congress is counted by (domain.md §2.2, §4.2): one trait names the people behind a figure.

A trait's key stands in addresses, so that every figure leads to its list, its workbook and its paper.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Protocol

from congress.delegates.rules.sectors import SECTORS, sector
from congress.people.rules import Bound
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.ages import is_between, known_age
from congress.shared.labels import N_
from congress.shared.vietnamese import PartialDate, fold

MAJORITY_ETHNICITY = "kinh"
YOUNG = Bound(40, "practice of published allocations; to be confirmed by the office", "D")
YOUNG_LIMITS = {
    30: N_("Tuổi trẻ (dưới 30)"),
    35: N_("Tuổi trẻ (dưới 35)"),
    40: N_("Tuổi trẻ (dưới 40)"),
    45: N_("Tuổi trẻ (dưới 45)"),
}
AGES = (30, 41, 51, 61, 71)
PARTY_AGES = (10, 20, 30, 40)


class Described(Protocol):
    """What a trait looks at."""

    @property
    def sex(self) -> Sex | None: ...
    @property
    def birth(self) -> PartialDate | None: ...
    @property
    def ethnicity(self) -> str: ...
    @property
    def religion(self) -> str: ...
    @property
    def party_admitted_on(self) -> date | None: ...
    @property
    def general_education(self) -> GeneralEducation | None: ...
    @property
    def qualification(self) -> Qualification | None: ...
    @property
    def theory(self) -> Theory | None: ...
    @property
    def post(self) -> str: ...
    @property
    def workplace(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def takes_part(self) -> bool: ...


Test = Callable[[Described, date], bool]
Since = Callable[[Described], PartialDate | date | None]


@dataclass(frozen=True)
class Trait:
    """A key, its words (marked with N_ where they are not numbers), and who has it on a day."""

    key: str
    label: str
    test: Test


@dataclass(frozen=True)
class Group:
    """Traits shown together; those of a `whole` group exclude each other and make up everybody."""

    key: str
    title: str
    traits: tuple[Trait, ...]
    whole: bool = True


def _bands(prefix: str, bounds: Sequence[int], of: Since) -> tuple[Trait, ...]:
    edges = tuple(pairwise((0, *bounds, 200)))
    tests: list[Test] = [_within(of, low, high) for low, high in edges]

    def unknown(line: Described, day: date) -> bool:
        return not any(test(line, day) for test in tests)

    known = [
        Trait(f"{prefix}-{low}", _band(low, high, prefix), test) for (low, high), test in zip(edges, tests, strict=True)
    ]
    return (*known, Trait(f"{prefix}-unknown", UNKNOWN, unknown))


def _within(of: Since, low: int, high: int) -> Test:
    return lambda line, day: is_between(known_age(of(line), day), low, high)


def _band(low: int, high: int, prefix: str) -> str:
    if low == 0:
        return f"< {high}"
    if high == 200:
        return f"> {low - 1}" if prefix == "age" else f"≥ {low}"
    return f"{low} – {high - 1}"


UNKNOWN = N_("Chưa có thông tin")


def _words(prefix: str, name: str, words: Sequence[GeneralEducation | Qualification | Theory]) -> tuple[Trait, ...]:
    known = [Trait(f"{prefix}-{place}", word.label, _is(name, word)) for place, word in enumerate(words)]
    return (*known, Trait(f"{prefix}-unknown", UNKNOWN, _is(name, None)))


def _is(name: str, word: object) -> Test:
    return lambda line, day: getattr(line, name) is word


def _sectors() -> tuple[Trait, ...]:
    words = [*SECTORS.items(), ("", UNKNOWN)]
    return tuple(Trait(f"sector-{key or 'unknown'}", label, _works_in(key)) for key, label in words)


def _works_in(key: str) -> Test:
    return lambda line, day: sector(line.post, line.workplace, line.unit) == key


def _minority(line: Described, day: date) -> bool:
    return bool(line.ethnicity) and fold(line.ethnicity) != MAJORITY_ETHNICITY


def _religious(line: Described, day: date) -> bool:
    return bool(line.religion) and fold(line.religion) not in ("khong", "khong co")


COUNTED = Trait("counted", N_("Dự đại hội"), lambda line, day: True)
WOMEN = Trait("women", N_("Nữ"), lambda line, day: line.sex is Sex.FEMALE)
MINORITY = Trait("minority", N_("Dân tộc thiểu số"), _minority)
RELIGIOUS = Trait("religious", N_("Có tôn giáo"), _religious)
YOUNGER = tuple(
    Trait(f"under-{limit}", label, _within(lambda line: line.birth, 0, limit)) for limit, label in YOUNG_LIMITS.items()
)
YOUTH = next(trait for trait in YOUNGER if trait.key == f"under-{YOUNG.value}")
WORKING_IN = _sectors()
GROUPS = (
    Group("targeted", N_("Cơ cấu"), (WOMEN, YOUTH, MINORITY, RELIGIOUS), whole=False),
    Group("sector", N_("Lĩnh vực công tác"), WORKING_IN),
    Group("age", N_("Tuổi đời"), _bands("age", AGES, lambda line: line.birth)),
    Group("party", N_("Tuổi Đảng"), _bands("party", PARTY_AGES, lambda line: line.party_admitted_on)),
    Group("education", N_("Giáo dục phổ thông"), _words("education", "general_education", list(GeneralEducation))),
    Group("qualification", N_("Trình độ chuyên môn"), _words("qualification", "qualification", list(Qualification))),
    Group("theory", N_("Lý luận chính trị"), _words("theory", "theory", list(Theory))),
)
TRAITS: dict[str, Trait] = {
    trait.key: trait for trait in (COUNTED, *YOUNGER, *(each for group in GROUPS for each in group.traits))
}
TARGETED = (
    replace(GROUPS[0], traits=(WOMEN, *YOUNGER, MINORITY, RELIGIOUS)),
    *(replace(group, traits=tuple(each for each in group.traits if each.label is not UNKNOWN)) for group in GROUPS[1:]),
)
"""What a target may be set for: all the board counts but what is not known, and other limits of youth."""
_GROUP_OF = {trait.key: group for group in GROUPS if group.whole for trait in group.traits}


def named(key: str, say: Callable[[str], str] = str) -> str:
    """A trait's name where its group's title does not stand above it: "Nữ", "Tuổi đời: < 30"; `say` translates."""
    label, group = say(TRAITS[key].label), _GROUP_OF.get(key)
    return f"{say(group.title)}: {label}" if group else label


def has(key: str, line: Described, day: date) -> bool:
    """Whether somebody who takes part has a trait on a day; a key nobody knows fits everybody."""
    trait = TRAITS.get(key)
    return trait is None or (line.takes_part and trait.test(line, day))

"""What cannot be in a personal record, what is unlikely, and when two records speak of the same person."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from congress.shared.ages import age_on, full_years
from congress.shared.findings import Finding, Question, Refusal
from congress.shared.labels import N_
from congress.shared.vietnamese import PartialDate, date_on_paper, fold, name_sort_key, tidy


@dataclass(frozen=True)
class Bound:
    """A number from a regulation or from practice, with its source and confidence (domain.md)."""

    value: int
    source: str
    confidence: str


ADMISSION_AGE = Bound(18, "Điều lệ Đảng, Điều 1", "A")
PROBATION_MONTHS = Bound(12, "Điều lệ Đảng, Điều 5; before 2011 other lengths occurred", "C")
OLDEST = Bound(100, "practice: older is usually a slip of the year", "D")
YOUNGEST = ADMISSION_AGE


@dataclass(frozen=True)
class Facts:
    """The dates of a person's life that are checked against each other."""

    birth: PartialDate | None = None
    admitted_on: date | None = None
    official_on: date | None = None


def check_dates(facts: Facts, today: date) -> Iterator[Finding]:
    """Everything impossible and unlikely about these dates, with the form field each belongs to.

    Impossible: born, admitted or official after today; admitted before birth; official before admission
    (Party Charter Art. 5 [A]). Unlikely: admitted before 18, official less than twelve months after admission,
    older than 100, younger than 18. Where only the year of birth is known, the kindest reading counts.
    """
    yield from _after_today(facts, today)
    yield from _about_admission(facts)
    yield from _about_probation(facts)
    yield from _about_age(facts, today)


def _after_today(facts: Facts, today: date) -> Iterator[Finding]:
    shown = date_on_paper(today)
    if facts.birth and facts.birth.earliest > today:
        yield Refusal(
            N_("Sinh %(birth)s là sau hôm nay (%(today)s)."), "birth", {"birth": facts.birth.label, "today": shown}
        )
    for field, day in (("party_admitted_on", facts.admitted_on), ("party_official_on", facts.official_on)):
        if day and day > today:
            yield Refusal(N_("Ngày %(day)s là sau hôm nay (%(today)s)."), field, _days(day=day) | {"today": shown})


def _about_admission(facts: Facts) -> Iterator[Finding]:
    birth, admitted = facts.birth, facts.admitted_on
    if birth is None or admitted is None:
        return
    if admitted < birth.earliest:
        yield Refusal(
            N_("Ngày vào Đảng %(day)s trước khi sinh (%(birth)s)."),
            "party_admitted_on",
            _days(day=admitted) | {"birth": birth.label},
        )
    elif (age := full_years(birth.earliest, admitted)) < ADMISSION_AGE.value:
        yield Question(
            f"admitted-young:{birth.iso}:{admitted}",
            N_("Vào Đảng ngày %(day)s khi mới %(age)s tuổi, chưa đủ %(least)s tuổi."),
            "party_admitted_on",
            _days(day=admitted) | {"age": age, "least": ADMISSION_AGE.value},
        )


def _about_probation(facts: Facts) -> Iterator[Finding]:
    admitted, official = facts.admitted_on, facts.official_on
    if official is None:
        return
    if admitted is None:
        if facts.birth and official < facts.birth.earliest:
            yield Refusal(
                N_("Ngày chính thức %(day)s trước khi sinh (%(birth)s)."),
                "party_official_on",
                _days(day=official) | {"birth": facts.birth.label},
            )
    elif official < admitted:
        yield Refusal(
            N_("Ngày chính thức %(day)s trước ngày vào Đảng %(admitted)s."),
            "party_official_on",
            _days(day=official, admitted=admitted),
        )
    elif official < months_after(admitted, PROBATION_MONTHS.value):
        yield Question(
            f"short-probation:{admitted}:{official}",
            N_("Chính thức ngày %(day)s, chưa đủ %(months)s tháng sau ngày vào Đảng %(admitted)s."),
            "party_official_on",
            _days(day=official, admitted=admitted) | {"months": PROBATION_MONTHS.value},
        )


def _about_age(facts: Facts, today: date) -> Iterator[Finding]:
    if facts.birth is None or facts.birth.earliest > today:
        return
    age = age_on(facts.birth, today)
    if age.least > OLDEST.value:
        yield Question(
            f"old:{facts.birth.iso}",
            N_("Sinh %(birth)s, nay đã %(age)s tuổi."),
            "birth",
            {"birth": facts.birth.label, "age": age.label},
        )
    elif age.most < YOUNGEST.value:
        yield Question(
            f"young:{facts.birth.iso}",
            N_("Sinh %(birth)s, nay mới %(age)s tuổi, chưa đủ %(least)s tuổi."),
            "birth",
            {"birth": facts.birth.label, "age": age.label, "least": YOUNGEST.value},
        )


def _days(**days: date) -> dict[str, object]:
    return {name: date_on_paper(day) for name, day in days.items()}


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day: 31/01 and one month is 28/02."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class Identity:
    """What tells people apart: name, birth, Party card number (spaces and dots do not matter)."""

    full_name: str
    birth: PartialDate | None = None
    card: str = ""

    @cached_property
    def folded(self) -> str:
        """The name as a search sees it: without marks."""
        return fold(self.full_name)

    @cached_property
    def name_key(self) -> str:
        """Equal for the same letters and tones, in NFC or NFD, Hòa or Hoà, whatever the case."""
        return name_sort_key(self.full_name)

    @cached_property
    def bare(self) -> bool:
        """Whether the name was typed without any marks."""
        return tidy(self.full_name).casefold() == self.folded

    @cached_property
    def card_key(self) -> str:
        """The card's number without spaces, dots and hyphens; "" if there is none."""
        return card_key(self.card)


def card_key(number: str) -> str:
    """ "60 012.345" and "60012345" are the same card."""
    return re.sub(r"[\s.\-/]+", "", fold(number))


class Likeness(Enum):
    """How much two records speak of one person."""

    NONE = 0
    PERHAPS = 1  # same name without marks, same year
    SAME_BIRTH = 2  # same name and day of birth
    SAME_CARD = 3


def likeness(one: Identity, other: Identity) -> Likeness:
    """Whether two records are of the same person, perhaps, or not.

    The same Party card number is the same person. So is the same name with the same full date of birth; Hòa and Hoà
    are one name, Hùng and Hưng are two, and a name typed without any marks is taken for either. What only agrees
    without marks in the year of birth may be the same, as may a birth that is not known on one side
    (domain.md §2.2: duplicates are detected by person, not by name).
    """
    if one.card_key and one.card_key == other.card_key:
        return Likeness.SAME_CARD
    if one.folded != other.folded:
        return Likeness.NONE
    if one.birth is None or other.birth is None:
        return Likeness.PERHAPS
    if one.birth.year != other.birth.year:
        return Likeness.NONE
    same_name = one.name_key == other.name_key or one.bare or other.bare
    if same_name and one.birth == other.birth and one.birth.is_exact:
        return Likeness.SAME_BIRTH
    return Likeness.PERHAPS


def masked(secret: str) -> str:
    """What the journal keeps of a card or telephone number: enough to tell two apart, not enough to use."""
    return f"…{secret[-3:]}" if secret else ""

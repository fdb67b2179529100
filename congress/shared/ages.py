"""Ages in full years, exact or between two bounds: of people, and Party age (tuổi đảng, from the day of admission)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, date_on_paper, decimal_on_paper


@dataclass(frozen=True)
class Age:
    """Full years: at least and at most; the same number when the day is known or makes no difference."""

    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether only one number is possible."""
        return self.least == self.most

    @property
    def label(self) -> str:
        """ "60", or "59–60" when the day of birth is not known."""
        return str(self.least) if self.is_exact else f"{self.least}–{self.most}"

    def __str__(self) -> str:
        return self.label


def full_years(since: date, day: date) -> int:
    """Years completed from one day to another, below zero if the other is earlier.

    Somebody born on 29 February completes a year on 1 March where the year has no such day.
    """
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


def age_on(since: PartialDate | date, day: date) -> Age:
    """The age on this day of somebody born (or admitted) then; a range if only the month or year is known.

    RuleBroken when even the earliest possible day lies after `day`.
    """
    born = since if isinstance(since, PartialDate) else PartialDate.of(since)
    if born.earliest > day:
        raise RuleBroken(N_("%(since)s là sau ngày %(day)s."), since=born.label, day=date_on_paper(day))
    return Age(least=max(0, full_years(born.latest, day)), most=full_years(born.earliest, day))


def age_by_year(since: PartialDate | date, day: date) -> int:
    """The age counted by calendar years alone, as year-only lists print it (domain §4.5, [D])."""
    return day.year - since.year


def known_age(since: PartialDate | date | None, day: date) -> Age | None:
    """The age on a day; None where nothing is known or the day lies before."""
    if since is None:
        return None
    return age_on(since, day) if (since if isinstance(since, date) else since.earliest) <= day else None


def is_between(age: Age | None, low: int, high: int) -> bool:
    """Whether an age surely lies from `low` to below `high`: of a range, both ends do; what is not known does not."""
    return age is not None and low <= age.least and age.most < high


def average(ages: Iterable[Age]) -> Fraction | None:
    """The mean in years, exact; of a range its middle. None of nobody."""
    known = [age.least + age.most for age in ages]
    return Fraction(sum(known), 2 * len(known)) if known else None


def average_on_paper(ages: Iterable[Age]) -> str:
    """The mean age as every page and paper says it: one decimal, half-up, "48,3"; "" of nobody."""
    mean = average(ages)
    return "" if mean is None else decimal_on_paper(mean)

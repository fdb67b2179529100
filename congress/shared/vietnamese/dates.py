"""Dates and times as people type them and as Party papers print them (domain §7.5, §8.2)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time
from functools import total_ordering

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese.text import tidy

FIRST_YEAR, LAST_YEAR = 1800, 2199
_LONGEST_ECHO = 40

_DAY, _MONTH, _YEAR = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})", "(?P<year>[0-9]+)"
_FULL = [
    re.compile(f"{_DAY} ?(?P<sign>[-/.]) ?{_MONTH} ?(?P=sign) ?{_YEAR}"),
    re.compile(f"(?P<year>[0-9]{{4}})-{_MONTH}-{_DAY}"),
    re.compile(f"(?:ngày )?{_DAY} tháng {_MONTH},? năm {_YEAR}"),
]
_MONTH_AND_YEAR = [
    re.compile(f"{_MONTH} ?[-/.] ?{_YEAR}"),
    re.compile(f"(?P<year>[0-9]{{4}})-{_MONTH}"),
    re.compile(f"tháng {_MONTH},? năm {_YEAR}"),
]
_YEAR_ALONE = [re.compile(f"(?:năm )?{_YEAR}")]
_TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?: ?(?:h|g|:|giờ) ?(?:(?P<minute>[0-9]{1,2})(?: ?(?:phút|p|'))?)?)(?::00)?")


@total_ordering
@dataclass(frozen=True, eq=True)
class PartialDate:
    """A day of which perhaps only the month and year, or the year, is known.

    Month without day is fine, not the reverse. Ordered by year, month, day; the vaguer one first ("1965" before
    "3/1965"). Raises RuleBroken if no calendar has it.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        _check_in_calendar(self.year, self.month, self.day, typed=self.label, field=None)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The exact day."""
        return cls(day.year, day.month, day.day)

    @property
    def label(self) -> str:
        """As printed in lists: "1965", "8/1979", "05/8/1979"."""
        if self.month is None:
            return str(self.year)
        month_and_year = f"{_month_on_paper(self.month)}/{self.year}"
        return month_and_year if self.day is None else f"{self.day:02d}/{month_and_year}"

    def __str__(self) -> str:
        return self.label

    @property
    def iso(self) -> str:
        """For storing and for machines: "1965", "1979-08", "1979-08-05"; `parse_partial_date` reads it back."""
        known = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(known)

    @property
    def is_exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def earliest(self) -> date:
        """The first day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can have been."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)


def parse_date(text: str, field: str | None = None) -> date:
    """A full date as typed: 5/8/2025, 05-08-2025, 5.8.2025, 2025-08-05, 5 tháng 8 năm 2025.

    RuleBroken, blaming `field`, for anything else: not a date, not in the calendar, a year of two digits.
    """
    typed = _as_typed(text)
    found = _first_match(_FULL, typed)
    if found is None:
        raise RuleBroken(
            N_("“%(typed)s” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025."), field, typed=typed[:_LONGEST_ECHO]
        )
    year, month, day = _year(found, typed, field), int(found["month"]), int(found["day"])
    _check_in_calendar(year, month, day, typed, field)
    return date(year, month, day)


def parse_partial_date(text: str, field: str | None = None) -> PartialDate:
    """A full date as `parse_date` reads it, or month and year (8/1979, tháng 8 năm 1979), or the year alone (1965)."""
    typed = _as_typed(text)
    if _first_match(_FULL, typed):
        return PartialDate.of(parse_date(text, field))
    found = _first_match(_MONTH_AND_YEAR, typed) or _first_match(_YEAR_ALONE, typed)
    if found is None:
        raise RuleBroken(
            N_("“%(typed)s” không phải ngày, tháng, năm. Hãy ghi như 5/8/1979, hoặc 8/1979, hoặc 1979."),
            field,
            typed=typed[:_LONGEST_ECHO],
        )
    year = _year(found, typed, field)
    month = int(found["month"]) if "month" in found.groupdict() else None
    _check_in_calendar(year, month, None, typed, field)
    return PartialDate(year, month)


def date_on_paper(day: date) -> str:
    """In tables and running text: "05/8/2025", "27/02/2025"."""
    return f"{day.day:02d}/{_month_on_paper(day.month)}/{day.year}"


def date_in_words(day: date) -> str:
    """Under the heading: "ngày 05 tháng 8 năm 2025".

    Days below 10 and months 1 and 2 carry a zero (05-HD/VPTW as used by offices, domain §7.5, [C]).
    """
    return f"ngày {day.day:02d} tháng {_month_on_paper(day.month)} năm {day.year}"


def time_on_paper(moment: time, *, short: bool = False) -> str:
    """ "13 giờ 30 phút", "13 giờ"; short: "13h30", "13h"."""
    if short:
        return f"{moment.hour}h{moment.minute:02d}" if moment.minute else f"{moment.hour}h"
    return f"{moment.hour} giờ {moment.minute:02d} phút" if moment.minute else f"{moment.hour} giờ"


def parse_time(text: str, field: str | None = None) -> time:
    """A time of day as typed: 13:30, 13h30, 13 giờ 30 phút, 7h, 7g15. RuleBroken for anything else."""
    typed = _as_typed(text)
    found = _TIME.fullmatch(typed)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise RuleBroken(
            N_("“%(typed)s” không phải giờ trong ngày. Hãy ghi như 13:30 hoặc 13 giờ 30 phút."),
            field,
            typed=typed[:_LONGEST_ECHO],
        )
    return time(hour, minute)


def _month_on_paper(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def _as_typed(text: str) -> str:
    return tidy(text).lower()


def _first_match(patterns: list[re.Pattern[str]], typed: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.fullmatch(typed))), None)


def _year(found: re.Match[str], typed: str, field: str | None) -> int:
    if len(found["year"]) != 4:
        raise RuleBroken(N_("“%(typed)s”: hãy ghi năm đủ bốn chữ số, ví dụ 2025."), field, typed=typed[:_LONGEST_ECHO])
    return int(found["year"])


def _check_in_calendar(year: int, month: int | None, day: int | None, typed: str, field: str | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken(
            N_("“%(typed)s”: năm phải từ %(first)s đến %(last)s."), field, typed=typed, first=FIRST_YEAR, last=LAST_YEAR
        )
    if month is None:
        return
    if not 1 <= month <= 12:
        raise RuleBroken(N_("%(typed)s không có trong lịch: tháng chỉ từ 1 đến 12."), field, typed=typed)
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise RuleBroken(
            N_("%(typed)s không có trong lịch: tháng %(month)s năm %(year)s chỉ có %(days)s ngày."),
            field,
            typed=typed,
            month=month,
            year=year,
            days=monthrange(year, month)[1],
        )

"""Stretches of time with a start and an end, half-open: the end itself no longer belongs to it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

Moment = TypeVar("Moment", date, datetime)

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period(Generic[Moment]):
    """From `start` up to, not including, `end`; both dates or both moments.

    Raises RuleBroken (field "end") when it would end before it starts. An empty period contains and overlaps nothing.
    """

    start: Moment
    end: Moment

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise RuleBroken(N_("Thời điểm kết thúc phải sau thời điểm bắt đầu."), field="end")

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.end - self.start

    def contains(self, moment: Moment) -> bool:
        """Whether this moment falls into it."""
        return self.start <= moment < self.end

    def overlaps(self, other: "Period[Moment]") -> bool:
        """Whether the two share any time; touching ends share none."""
        return max(self.start, other.start) < min(self.end, other.end)

    @property
    def last_day(self) -> date:
        """The last calendar day on which some of it lies; a period that ends at midnight does not reach the new day."""
        if isinstance(self.end, datetime) and self.end.time() != time.min:
            return self.end.date()
        end_day = self.end.date() if isinstance(self.end, datetime) else self.end
        return end_day - _ONE_DAY

    def days_left(self, today: date) -> int:
        """Calendar days on which it still runs, today included: 1 on the last day, 0 once it is over."""
        return max(0, (self.last_day - today).days + 1)


def days(first: date, last: date) -> Period[date]:
    """The period of whole days from the first to the last, both included, as people say it ("từ 01/8 đến 05/8")."""
    if last < first:
        raise RuleBroken(N_("Ngày kết thúc không được trước ngày bắt đầu."), field="end")
    return Period(first, last + _ONE_DAY)

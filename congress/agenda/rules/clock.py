"""The clock of a session: items follow each other without a gap, so changing one duration moves the rest.

Times are minutes since midnight; 1440 is the midnight that ends the day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MIDNIGHT = 24 * 60


@dataclass(frozen=True)
class ItemPlan:
    """What the rules know of an item; `minutes` is its duration."""

    title: str
    kind: ItemKind
    minutes: int


@dataclass(frozen=True)
class SessionPlan:
    """What the rules know of a session."""

    name: str
    kind: SessionKind
    day: date
    starts_at: time
    ends_at: time
    items: tuple[ItemPlan, ...] = ()


@dataclass(frozen=True)
class Slot:
    """From `start` up to, not including, `end`, in minutes since midnight."""

    start: int
    end: int

    @property
    def starts(self) -> str:
        """13:30."""
        return clock_time(self.start)

    @property
    def ends(self) -> str:
        """13:50."""
        return clock_time(self.end)


@dataclass(frozen=True)
class Clock:
    """A session laid out: one slot per item, the end reached and the end planned."""

    slots: tuple[Slot, ...]
    start: int
    end: int
    planned_end: int

    @property
    def minutes(self) -> int:
        """How long the items take together."""
        return self.end - self.start

    @property
    def overrun(self) -> int:
        """Minutes beyond the planned end; 0 when it is kept."""
        return max(0, self.end - self.planned_end)

    @property
    def slack(self) -> int:
        """Minutes left until the planned end; 0 when there are none."""
        return max(0, self.planned_end - self.end)

    @property
    def starts(self) -> str:
        """The start as 13:30."""
        return clock_time(self.start)

    @property
    def ends(self) -> str:
        """The end reached, as 16:55."""
        return clock_time(self.end)

    @property
    def closes(self) -> str:
        """The planned end, as 17:00."""
        return clock_time(self.planned_end)

    @property
    def taken(self) -> Slot:
        """The time the session occupies: until its planned end, or longer when it overruns."""
        return Slot(self.start, max(self.end, self.planned_end))


def minutes_of(moment: time) -> int:
    """13:30 is 810."""
    return moment.hour * 60 + moment.minute


def clock_time(minutes: int) -> str:
    """810 is 13:30; the midnight that ends the day is 24:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def clock_of(plan: SessionPlan) -> Clock:
    """Lay the items of a session out, one after the other from its start."""
    at = start = minutes_of(plan.starts_at)
    slots = []
    for item in plan.items:
        slots.append(Slot(at, at + item.minutes))
        at += item.minutes
    return Clock(tuple(slots), start, at, minutes_of(plan.ends_at))


def check_minutes(minutes: int) -> None:
    """An item takes at least one minute and at most a day. Raises RuleBroken on `minutes`."""
    if not 1 <= minutes <= MIDNIGHT:
        raise RuleBroken(N_("Thời lượng phải từ 1 phút đến 24 giờ (1440 phút)."), "minutes")


def check_hours(starts_at: time, ends_at: time) -> None:
    """A session ends after it starts, on the same day. Raises RuleBroken on `ends_at`."""
    if ends_at <= starts_at:
        raise RuleBroken(
            N_(
                "Giờ kết thúc phải sau giờ bắt đầu và trong cùng một ngày. "
                "Việc qua nửa đêm ghi thành phiên của ngày sau."
            ),
            "ends_at",
        )


def check_same_day(starts_at: time, durations: Sequence[int], field: str) -> None:
    """No item runs across midnight. Raises RuleBroken on `field`, with the number of minutes too many."""
    beyond = minutes_of(starts_at) + sum(durations) - MIDNIGHT
    if beyond > 0:
        raise RuleBroken(
            N_(
                "Các mục của phiên sẽ kéo qua nửa đêm %(minutes)s phút. "
                "Hãy rút ngắn, cho phiên bắt đầu sớm hơn, hoặc chuyển bớt sang ngày sau."
            ),
            field,
            minutes=beyond,
        )

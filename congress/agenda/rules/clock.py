"""The clock of a session: items follow each other, so changing one duration moves the rest; a fixed start holds.

Times are minutes since midnight; 1440 is the midnight that ends the day.
"""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

MIDNIGHT = 24 * 60


@dataclass(frozen=True)
class ItemPlan:
    """What the rules know of an item; `minutes` is its duration, `subs` are its parts, which take no time of their own.

    `fixed_start` is the moment an item may not move from: a guest who comes, a broadcast, a meal.
    """

    title: str
    kind: ItemKind
    minutes: int
    fixed_start: time | None = None
    presenter: str = ""
    chair: str = ""
    paper: str = ""
    votes: bool = False
    id: UUID | None = None
    subs: tuple["ItemPlan", ...] = ()

    @property
    def is_vote(self) -> bool:
        """Whether something is put to the vote in it."""
        return self.votes or self.kind is ItemKind.VOTE


@dataclass(frozen=True)
class SessionPlan:
    """What the rules know of a session."""

    name: str
    kind: SessionKind
    day: date
    starts_at: time
    ends_at: time
    items: tuple[ItemPlan, ...] = ()
    id: UUID | None = None


@dataclass(frozen=True)
class Slot:
    """From `start` up to, not including, `end`, in minutes since midnight.

    `gap` is what lies between the end of the item before and a fixed start: minutes to spare, or, negative, too few.
    """

    start: int
    end: int
    gap: int = 0

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
    """Lay the items of a session out, one after the other from its start; what is fixed stays where it is."""
    at = start = minutes_of(plan.starts_at)
    slots = []
    for item in plan.items:
        begin = at if item.fixed_start is None else minutes_of(item.fixed_start)
        slots.append(Slot(begin, begin + item.minutes, begin - at))
        at = begin + item.minutes
    return Clock(tuple(slots), start, max([start, *(slot.end for slot in slots)]), minutes_of(plan.ends_at))


def parts_of(item: ItemPlan, slot: Slot) -> tuple[Slot, ...]:
    """The slots of an item's parts, one after the other from its start; the last may end after the item does."""
    at = slot.start
    slots = []
    for part in item.subs:
        slots.append(Slot(at, at + part.minutes))
        at += part.minutes
    return tuple(slots)


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


def check_same_day(plan: SessionPlan, field: str) -> None:
    """No item runs across midnight. Raises RuleBroken on `field`, with the number of minutes too many."""
    beyond = clock_of(plan).end - MIDNIGHT
    if beyond > 0:
        raise RuleBroken(
            N_(
                "Các mục của phiên sẽ kéo qua nửa đêm %(minutes)s phút. "
                "Hãy rút ngắn, cho phiên bắt đầu sớm hơn, hoặc chuyển bớt sang ngày sau."
            ),
            field,
            minutes=beyond,
        )

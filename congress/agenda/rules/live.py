"""The congress as it runs: what is on now, what comes next, how late it is. Moments are local, without a zone."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from congress.agenda.rules.snapshot import Entry, Sitting, each_entry
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Actual:
    """When an item really started, and finished; None while it runs."""

    started: datetime
    finished: datetime | None = None


@dataclass(frozen=True)
class Step:
    """One item with what really happened to it."""

    sitting: Sitting
    entry: Entry
    actual: Actual | None = None

    @property
    def planned_start(self) -> datetime:
        """When it was to start."""
        return self.sitting.moment(self.entry.start)

    @property
    def planned_minutes(self) -> int:
        """How long it was to take."""
        return self.entry.end - self.entry.start

    @property
    def runs(self) -> bool:
        """Whether it has started and not finished."""
        return self.actual is not None and self.actual.finished is None

    @property
    def late_by(self) -> int | None:
        """Minutes the real start lay behind the planned one, on the day's clock; None before it starts."""
        if self.actual is None:
            return None
        return minutes_between(on_day(self.planned_start, self.actual.started), self.actual.started)

    @property
    def real_minutes(self) -> int | None:
        """How long it took; None before it has finished."""
        if self.actual is None or self.actual.finished is None:
            return None
        return minutes_between(self.actual.started, self.actual.finished)


@dataclass(frozen=True)
class Run:
    """The whole congress at one moment.

    delay  minutes behind the plan, negative when it is ahead
    left   minutes `running` still has by its own length, negative when it takes longer; None when nothing runs
    mark   a short word that changes with every tap
    """

    steps: tuple[Step, ...]
    running: Step | None
    next: Step | None
    delay: int
    mark: str
    left: int | None = None

    @property
    def by_sitting(self) -> list[list[Step]]:
        """The steps of each session that has any."""
        return [list(steps) for _key, steps in groupby(self.steps, key=lambda step: step.sitting.id)]


def look(programme: Sequence[Sitting], actuals: Mapping[str, Actual], now: datetime) -> Run:
    """What is on at `now`.

    A rehearsal on another day is measured by the clock of that day, so that it shows what the congress day would.
    """
    steps = tuple(Step(sitting, entry, actuals.get(entry.id)) for sitting, entry in each_entry(programme))
    begun = [place for place, step in enumerate(steps) if step.actual]
    running = next((step for step in reversed(steps) if step.runs), None)
    latest = max(begun, key=lambda place: _started(steps[place]), default=-1)
    following = next((step for step in steps[latest + 1 :] if step.actual is None), None)
    left = None
    if running and running.actual:
        left = running.planned_minutes - minutes_between(running.actual.started, now)
    return Run(steps, running, following, _delay(running, following, bool(begun), now), mark_of(actuals), left)


def _started(step: Step) -> datetime:
    assert step.actual is not None, "only what has begun has a start"
    return step.actual.started


def _delay(running: Step | None, following: Step | None, begun: bool, now: datetime) -> int:
    if running and running.actual:
        end = on_day(running.planned_start, running.actual.started) + timedelta(minutes=running.planned_minutes)
        return max(running.late_by or 0, minutes_between(end, now))
    if following and (begun or now.date() == following.sitting.day):
        return max(0, minutes_between(on_day(following.planned_start, now), now))
    return 0


def on_day(planned: datetime, moment: datetime) -> datetime:
    """A planned time on the day something really happened."""
    return datetime.combine(moment.date(), planned.time())


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from one moment to another, rounded down towards the past."""
    return int((end - start).total_seconds() // 60)


def mark_of(actuals: Mapping[str, Actual]) -> str:
    """A short word for everything that has happened, so that a screen knows when to look again."""
    text = ";".join(f"{key}:{each.started}:{each.finished}" for key, each in sorted(actuals.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def last_moment(actuals: Mapping[str, Actual]) -> datetime:
    """When the last tap was made. Raises RuleBroken when there was none."""
    moments = [moment for each in actuals.values() for moment in (each.started, each.finished) if moment]
    if not moments:
        raise RuleBroken(N_("Chưa có mục nào bắt đầu nên không có gì để hoàn tác."))
    return max(moments)

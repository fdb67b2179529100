"""The timeline: a bar for each task on a scale of days; plain geometry that a page draws as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from congress.tasks.rules.standing import Line

ROW = 24
HEAD = 34
WIDTH = 940
LEFT = 260
SHORTEST = 3
"""A bar without a day of beginning is drawn over this many days before its deadline."""


@dataclass(frozen=True)
class Bar:
    """One task drawn: its bar, and the lines from what it waits for."""

    line: Line
    x: int
    y: int
    width: int
    label: str
    arrows: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A day on the scale."""

    x: int
    label: str


@dataclass(frozen=True)
class Timeline:
    """Everything a page draws."""

    bars: Sequence[Bar]
    marks: Sequence[Mark]
    today: int | None
    opening: int | None
    height: int
    width: int = WIDTH
    left: int = LEFT


def timeline(lines: Sequence[Line], today: date, opens_on: date | None) -> Timeline | None:
    """Lay the dated tasks out; None where there is none."""
    dated = [line for line in lines if line.due_on]
    if not dated:
        return None
    first = min(_start(line) for line in dated)
    last = max([line.due_on for line in dated if line.due_on] + ([opens_on] if opens_on else []))
    days = max((last - first).days + 1, 7)

    def across(day: date) -> int:
        return LEFT + (WIDTH - LEFT) * (day - first).days // days

    rows = {line.id: number for number, line in enumerate(dated)}
    ends = {line.id: across(line.due_on + timedelta(days=1)) for line in dated if line.due_on}
    bars = [_bar(line, rows, ends, across(_start(line))) for line in dated]
    step = max(7, -(-days // 10))
    marks = [
        Mark(across(day), f"{day.day}/{day.month}")
        for day in (first + timedelta(days=number) for number in range(0, days, step))
    ]
    return Timeline(
        bars=bars,
        marks=marks,
        today=across(today) if first <= today <= last else None,
        opening=across(opens_on) if opens_on and first <= opens_on <= last else None,
        height=HEAD + ROW * len(dated) + 6,
    )


def _start(line: Line) -> date:
    due = line.due_on or date.max
    return min(line.starts_on or due - timedelta(days=SHORTEST), due)


def _bar(line: Line, rows: dict[UUID, int], ends: dict[UUID, int], x: int) -> Bar:
    y = HEAD + ROW * rows[line.id]
    arrows = tuple(
        f"M{ends[need]} {HEAD + ROW * rows[need] + ROW // 2} V{y + ROW // 2} H{max(x, ends[need])}"
        for need in line.needs
        if need in rows
    )
    title = line.title if len(line.title) <= 38 else line.title[:37].rstrip() + "…"
    return Bar(line, x, y, max(ends[line.id] - x, 4), f"{line.number}. {title}", arrows)

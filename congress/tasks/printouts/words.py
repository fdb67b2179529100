"""The words and sections papers about tasks share; paper is Vietnamese only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.printing.tables import Table
from congress.shared.vietnamese import date_on_paper, two_digits
from congress.tasks.rules.standing import Line, tally
from congress.tasks.vocabulary import TaskState, Timing


@dataclass(frozen=True)
class Section:
    """A heading with its table, or the sentence that stands where there is nothing."""

    title: str
    table: Table | None
    nothing: str


def counted(lines: Sequence[Line]) -> str:
    """All tasks in one sentence; sums always agree."""
    sums = tally("", lines)
    dropped = sum(line.state is TaskState.DROPPED for line in lines)
    parts = [
        f"{two_digits(sums.done)} việc đã xong",
        f"{two_digits(sums.open)} việc đang làm hoặc chưa làm",
        f"trong đó {two_digits(sums.overdue)} việc quá hạn" if sums.overdue else "",
    ]
    more = f" Ngoài ra {two_digits(dropped)} việc không làm." if dropped else ""
    return f"Tổng số {two_digits(sums.total)} việc: {', '.join(filter(None, parts))}.{more}"


def progress(line: Line, today: date) -> str:
    """How a task stands, with the figures that complete it and the last note."""
    said = line.state.label
    if line.timing is Timing.OVERDUE:
        said = f"{said}, chậm {two_digits(line.late_days)} ngày"
    elif line.state is TaskState.DONE and line.done_on:
        said = f"Xong ngày {date_on_paper(line.done_on)}"
    if line.condition and line.count and line.count.of > 1:
        said += f" ({line.count.done}/{line.count.of})"
    return said + (f". {line.note}" if line.note else "")


def standing_words(line: Line) -> str:
    """What is odd about a task, in words."""
    return "; ".join(flag.label for flag in line.flags)

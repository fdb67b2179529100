"""How far the cells are with a round, and what each owes."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from congress.comments.rules.windows import Window
from congress.comments.vocabulary import Answer, Channel, RespondentKind, Stance
from congress.shared.vietnamese import date_on_paper

NOTHING_TO_SAY = "nothing_to_say"
LATE = "late"


@dataclass(frozen=True)
class CellAnswer:
    """How far one cell is: comments counted also while they are being written."""

    unit_id: uuid.UUID
    unit_name: str
    contact: str
    answer: Answer
    comments: int
    nothing_to_say: bool
    on_paper: bool
    sent_on: date | None
    window: Window
    phone: str = ""
    kind: RespondentKind | None = None
    channel: Channel | None = None

    @property
    def late(self) -> bool:
        """Whether it was sent after the round had closed."""
        return self.sent_on is not None and self.window.is_late(self.sent_on)


@dataclass(frozen=True)
class RoundTotals:
    """Answers and comments of a round; `by_stance` counts comments of sent sheets only."""

    cells: int
    sent: int
    writing: int
    owing: int
    nothing_to_say: int
    comments: int
    members: int = 0
    present: int = 0
    spoke: int = 0
    late: int = 0
    by_stance: dict[Stance, int] = field(default_factory=dict)

    @property
    def share(self) -> int:
        """Cells that have answered, in whole percent."""
        return round(100 * self.sent / self.cells) if self.cells else 0


def count_answers(answers: Iterable[CellAnswer]) -> RoundTotals:
    """The totals of a round's cells; opinions and participants are counted apart (domain.md §6.6)."""
    rows = list(answers)
    states = Counter(row.answer for row in rows)
    return RoundTotals(
        cells=len(rows),
        sent=states[Answer.SENT],
        writing=states[Answer.WRITING],
        owing=states[Answer.OWING],
        nothing_to_say=sum(row.nothing_to_say for row in rows if row.answer is Answer.SENT),
        comments=sum(row.comments for row in rows if row.answer is Answer.SENT),
        late=sum(row.late for row in rows),
    )


def narrowed(answers: Sequence[CellAnswer], wanted: str) -> Sequence[CellAnswer]:
    """The cells of one word of Answer, those that sent "không có ý kiến" (`NOTHING_TO_SAY`) or sent late (`LATE`)."""
    if wanted == LATE:
        return [row for row in answers if row.late]
    if wanted == NOTHING_TO_SAY:
        return [row for row in answers if row.answer is Answer.SENT and row.nothing_to_say]
    return [row for row in answers if row.answer == wanted] if wanted in set(Answer) else answers


@dataclass(frozen=True)
class Duty:
    """What one cell owes to one round, for the pages of the cell and of the office."""

    round_id: uuid.UUID
    round_title: str
    drafts: tuple[str, ...]
    unit_id: uuid.UUID
    unit_name: str
    answer: Answer
    comments: int
    nothing_to_say: bool
    window: Window
    sent_on: date | None = None

    def is_open(self, today: date) -> bool:
        """Whether the cell may write today."""
        return self.answer is not Answer.SENT and self.window.is_open(today)

    def days_left(self, today: date) -> int:
        """Days until the last one: 0 on the last day itself, negative once it is over."""
        return self.window.days_left(today)


SMS = 335
"""Characters of the longest message sent as one: five parts of 67, as letters with marks need (3GPP TS 23.040)."""


def short_reminder(title: str, window: Window, name: str, today: date) -> str:
    """A message for one cell, short enough for one SMS; a paper text, always Vietnamese."""
    left = window.days_left(today)
    when = f"còn {left} ngày" if left > 0 else "hôm nay là ngày cuối" if left == 0 else "đã hết hạn"
    told = title if len(title) <= 90 else f"{title[:89]}…"
    known = name if len(name) <= 90 else f"{name[:89]}…"
    return (
        f"{known} chưa gửi phiếu “{told}” (hạn {date_on_paper(window.last_day)}, {when}). "
        "Đề nghị đồng chí gửi phiếu, kể cả khi không có ý kiến."
    )


def reminder(title: str, window: Window, names: Sequence[str], today: date) -> str:
    """A message to paste for the cells that owe an answer; a paper text, always Vietnamese."""
    left = window.days_left(today)
    when = f"còn {left} ngày" if left > 0 else "hôm nay là ngày cuối" if left == 0 else "đã hết hạn"
    cells = "; ".join(names)
    return (
        f"Kính gửi các đồng chí bí thư: {title} nhận ý kiến đến hết ngày {date_on_paper(window.closes_on)} ({when}). "
        f"Các chi bộ chưa gửi phiếu góp ý: {cells}. Đề nghị các đồng chí viết và bấm Gửi phiếu; "
        "nếu chi bộ không có ý kiến, hãy đánh dấu “Chi bộ không có ý kiến” rồi gửi."
    )

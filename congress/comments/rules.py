"""When a cell may write, what a sheet must hold before it is sent, and how answers are counted."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from congress.comments.vocabulary import Answer, Stance
from congress.shared.labels import N_
from congress.shared.periods import days
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper

LONGEST_TEXT = 10_000
NOTHING_TO_SAY = "nothing_to_say"


@dataclass(frozen=True)
class Window:
    """The days of a round, both included, and the day until which one cell was reopened."""

    opens_on: date
    closes_on: date
    reopened_until: date | None = None

    @property
    def last_day(self) -> date:
        """The last day on which this cell may write."""
        return max(self.closes_on, self.reopened_until or self.closes_on)

    def is_open(self, today: date) -> bool:
        """Whether the cell may write today."""
        return self.opens_on <= today <= self.last_day

    def days_left(self, today: date) -> int:
        """Days until the last one, as every page counts them: 0 on the last day itself, negative once it is over."""
        return (self.last_day - today).days


def check_window(opens_on: date, closes_on: date) -> None:
    """A round ends no earlier than it begins. Raises RuleBroken on `closes_on`."""
    try:
        days(opens_on, closes_on)
    except RuleBroken as broken:
        raise RuleBroken(broken.message, "closes_on") from broken


def check_may_write(window: Window, *, sent: bool, today: date) -> None:
    """Raises RuleBroken when the sheet was sent, or today lies outside the window."""
    if sent:
        raise RuleBroken(
            N_("Phiếu này đã gửi nên không sửa được nữa. Cần sửa, hãy đề nghị Tiểu ban Văn kiện mở lại cho chi bộ.")
        )
    if today < window.opens_on:
        raise RuleBroken(N_("Đợt góp ý chưa mở: chi bộ viết được từ ngày %(day)s."), day=date_on_paper(window.opens_on))
    if today > window.last_day:
        raise RuleBroken(
            N_(
                "Đợt góp ý đã khóa từ hết ngày %(day)s. Cần viết thêm, hãy đề nghị Tiểu ban Văn kiện mở lại cho chi bộ."
            ),
            day=date_on_paper(window.last_day),
        )


def check_reopening(until: date, today: date) -> None:
    """A cell is reopened for today or longer. Raises RuleBroken on `until`."""
    if until < today:
        raise RuleBroken(N_("Ngày mở lại phải từ hôm nay trở đi."), "until")


@dataclass(frozen=True)
class Meeting:
    """The cell's meeting: day and how many members there are, came, and spoke."""

    met_on: date | None = None
    members: int | None = None
    present: int | None = None
    spoke: int | None = None


def check_meeting(meeting: Meeting, today: date) -> None:
    """Spoke ≤ present ≤ members, and the meeting has been held (domain.md §6.3, §6.4). Raises RuleBroken."""
    if meeting.met_on and meeting.met_on > today:
        raise RuleBroken(N_("Ngày họp không thể ở sau hôm nay."), "met_on")
    if meeting.present is not None and meeting.members is not None and meeting.present > meeting.members:
        raise RuleBroken(
            N_("%(present)s đảng viên dự họp nhiều hơn %(members)s đảng viên của chi bộ."),
            "present",
            present=meeting.present,
            members=meeting.members,
        )
    if meeting.spoke is not None and meeting.present is not None and meeting.spoke > meeting.present:
        raise RuleBroken(
            N_("%(spoke)s đồng chí phát biểu nhiều hơn %(present)s đảng viên dự họp."),
            "spoke",
            spoke=meeting.spoke,
            present=meeting.present,
        )


def doubts(meeting: Meeting, opens_on: date, known_members: int) -> list[RuleBroken]:
    """What is unlikely in a meeting's figures: asked about before the sheet is sent, never refused."""
    found = []
    if meeting.met_on and meeting.met_on < opens_on:
        found.append(
            RuleBroken(
                N_("Ngày họp %(met)s ở trước ngày mở đợt góp ý %(opens)s."),
                "met_on",
                met=date_on_paper(meeting.met_on),
                opens=date_on_paper(opens_on),
            )
        )
    if meeting.members is not None and known_members and meeting.members != known_members:
        found.append(
            RuleBroken(
                N_("Phiếu ghi %(members)s đảng viên, danh sách chi bộ có %(known)s đảng viên."),
                "members",
                members=meeting.members,
                known=known_members,
            )
        )
    return found


def check_text(proposed: str, reason: str, stance: Stance | None) -> None:
    """A comment says something. Raises RuleBroken on `stance`."""
    if stance is None and not proposed and not reason:
        raise RuleBroken(N_("Chưa ghi gì. Hãy chọn đồng ý hay không đồng ý, hoặc viết nội dung đề nghị."), "stance")


def is_complete(stance: Stance | None, proposed: str, reason: str) -> bool:
    """Whether a comment can be sent: a stance, and words unless it simply agrees."""
    return stance is not None and (stance is Stance.AGREE or bool(proposed or reason))


def missing(meeting: Meeting, *, comments: int, incomplete: int, nothing_to_say: bool) -> list[str]:
    """What a sheet lacks before it can be sent, as Vietnamese source sentences; empty when it can go."""
    found = []
    if meeting.met_on is None:
        found.append(N_("Chưa ghi ngày họp chi bộ."))
    if None in (meeting.members, meeting.present, meeting.spoke):
        found.append(N_("Chưa ghi đủ số đảng viên, số dự họp và số phát biểu."))
    if not comments and not nothing_to_say:
        found.append(N_("Chưa có ý kiến nào. Nếu chi bộ không có ý kiến, hãy đánh dấu ô “Chi bộ không có ý kiến”."))
    if comments and nothing_to_say:
        found.append(N_("Phiếu vừa có ý kiến vừa đánh dấu “Chi bộ không có ý kiến”. Hãy bỏ một trong hai."))
    if incomplete:
        found.append(N_("Có ý kiến chưa chọn mức đồng ý hoặc chưa viết nội dung."))
    return found


def check_nothing_to_say(nothing_to_say: bool, comments: int) -> None:
    """ "Không có ý kiến" and comments exclude each other. Raises RuleBroken on `nothing_to_say`."""
    if nothing_to_say and comments:
        raise RuleBroken(
            N_("Phiếu đã có %(count)s ý kiến. Hãy xóa các ý kiến đó trước khi đánh dấu ô này."),
            "nothing_to_say",
            count=comments,
        )


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
    )


def narrowed(answers: Sequence[CellAnswer], wanted: str) -> Sequence[CellAnswer]:
    """The cells of one word of Answer, those that sent "không có ý kiến" (`NOTHING_TO_SAY`), or all for any other."""
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


@dataclass(frozen=True)
class Opinion:
    """One comment of a sent sheet with the place it speaks of; position 0 and no `quoted` text: the whole draft."""

    comment_id: uuid.UUID
    version_id: uuid.UUID
    document: str
    passage_position: int
    number: int | None
    heading: str
    quoted: str
    unit_id: uuid.UUID
    unit_name: str
    stance: Stance
    proposed: str
    reason: str

    @property
    def place(self) -> str:
        """ "Toàn văn", "Đề mục" or "Đoạn 12", as papers cite it."""
        if not self.passage_position:
            return "Toàn văn"
        return f"Đoạn {self.number}" if self.number is not None else "Đề mục"


def count_stances(stances: Iterable[Stance | None]) -> dict[Stance, int]:
    """How often each stance is taken, in the order of the vocabulary; no stance yet counts nowhere."""
    counted = Counter(stances)
    return {stance: counted[stance] for stance in Stance}


def by_stance(opinions: Iterable[Opinion]) -> dict[Stance, int]:
    """How many opinions take each stance."""
    return count_stances(opinion.stance for opinion in opinions)


def in_places(opinions: Sequence[Opinion]) -> list[tuple[Opinion, list[Opinion]]]:
    """Opinions in the order of the draft, grouped by place: (the first one, all of that place)."""
    groups: list[tuple[Opinion, list[Opinion]]] = []
    for opinion in opinions:
        last = groups[-1][0] if groups else None
        if last and (last.version_id, last.passage_position) == (opinion.version_id, opinion.passage_position):
            groups[-1][1].append(opinion)
        else:
            groups.append((opinion, [opinion]))
    return groups


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

"""When a cell may write."""

from dataclasses import dataclass
from datetime import date

from congress.shared.labels import N_
from congress.shared.periods import days
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper

EARLIEST = date(2000, 1, 1)


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

    def is_late(self, day: date) -> bool:
        """Whether an answer of this day came after the round had closed, reopened or not."""
        return day > self.closes_on

    def days_left(self, today: date) -> int:
        """Days until the last one, as every page counts them: 0 on the last day itself, negative once it is over."""
        return (self.last_day - today).days


def check_window(opens_on: date, closes_on: date) -> None:
    """A round ends no earlier than it begins, and in our days. Raises RuleBroken on `opens_on` or `closes_on`."""
    if opens_on < EARLIEST:
        raise RuleBroken(N_("Ngày %(day)s ở quá xa. Hãy xem lại năm."), "opens_on", day=date_on_paper(opens_on))
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

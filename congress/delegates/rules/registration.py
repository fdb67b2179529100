"""A cell's list between the cell and the personnel subcommittee: what state it is in, until when it may be changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from congress.delegates.rules.checks import Filled
from congress.delegates.vocabulary import ListState, Review, Standing
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper


@dataclass(frozen=True)
class Window:
    """Until when a cell may change its list; no day means without end. `reopened_until` is for this cell alone."""

    closes_on: date | None = None
    reopened_until: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which the cell may write, both days included."""
        if self.closes_on is None:
            return None
        return max(self.closes_on, self.reopened_until or self.closes_on)

    def is_open(self, today: date) -> bool:
        """Whether the cell may write today."""
        return self.last_day is None or today <= self.last_day

    def days_left(self, today: date) -> int | None:
        """Days after today until the last one: 0 on the last day, negative afterwards."""
        return (self.last_day - today).days if self.last_day else None


def refuse_locked(window: Window, today: date) -> None:
    """Raise RuleBroken when the list is locked for its cell: why, and whom to ask."""
    if not window.is_open(today) and window.last_day:
        raise RuleBroken(
            N_(
                "Danh sách đã khóa vì hết hạn ngày %(day)s. "
                "Chi bộ hãy đề nghị Thư ký Tiểu ban Nhân sự mở lại danh sách rồi sửa."
            ),
            day=date_on_paper(window.last_day),
        )


def state_of(reviews: Iterable[Review]) -> ListState:
    """The state of a list from its records: what the cell must still do decides before what the reviewer must."""
    found = set(reviews)
    if not found:
        return ListState.EMPTY
    if Review.RETURNED in found:
        return ListState.RETURNED
    if Review.NOT_SENT in found:
        return ListState.ENTERING
    return ListState.SENT if Review.SENT in found else ListState.RECEIVED


@dataclass(frozen=True)
class Registration:
    """A cell's list in numbers: what the registration desk, the cell's page and the dashboard show.

    `filled` counts against the quota; `entered` counts every record of the cell, the ex officio ones too.
    """

    unit_id: UUID
    unit_name: str
    filled: Filled
    window: Window
    entered: int = 0
    outside_quota: int = 0
    not_sent: int = 0
    sent: int = 0
    returned: int = 0
    received: int = 0
    incomplete: int = 0
    submitted_at: datetime | None = None
    returned_at: datetime | None = None
    return_reason: str = ""
    received_at: datetime | None = None

    @property
    def state(self) -> ListState:
        """The state of the whole list."""
        counted = {
            Review.NOT_SENT: self.not_sent,
            Review.SENT: self.sent,
            Review.RETURNED: self.returned,
            Review.RECEIVED: self.received,
        }
        return state_of(review for review, number in counted.items() if number)

    @property
    def to_send(self) -> int:
        """Records the cell has not sent, or has got back."""
        return self.not_sent + self.returned

    @property
    def missing_official(self) -> int:
        """Official places not yet filled."""
        return max(0, self.filled.official_quota - self.filled.official)

    @property
    def missing_alternate(self) -> int:
        """Alternate places not yet filled."""
        return max(0, self.filled.alternate_quota - self.filled.taken(Standing.ALTERNATE))

    @property
    def over(self) -> int:
        """Delegates beyond the quota, as after an amendment that takes a seat away."""
        if not self.filled.issued:
            return 0
        official = self.filled.official - self.filled.official_quota
        return max(0, official) + max(0, self.filled.taken(Standing.ALTERNATE) - self.filled.alternate_quota)

    @property
    def full(self) -> bool:
        """Whether every place of the quota is taken."""
        return not (self.missing_official or self.missing_alternate)

    @property
    def done(self) -> bool:
        """Whether the cell owes nothing: every place filled and everything sent."""
        return self.full and not self.to_send

    def is_late(self, today: date) -> bool:
        """Whether the cell still owes something after its last day."""
        return not self.done and not self.window.is_open(today)


@dataclass(frozen=True)
class Desk:
    """The sums of the registration desk."""

    units: int
    official_quota: int
    alternate_quota: int
    official: int
    alternate: int
    entered: int
    sent: int
    received: int
    returned: int
    lacking: int
    complete_lists: int
    late: int


def add_up(lists: Iterable[Registration], today: date) -> Desk:
    """The totals row of the desk."""
    rows = list(lists)
    return Desk(
        units=len(rows),
        official_quota=sum(row.filled.official_quota for row in rows),
        alternate_quota=sum(row.filled.alternate_quota for row in rows),
        official=sum(row.filled.official for row in rows),
        alternate=sum(row.filled.alternate for row in rows),
        entered=sum(row.entered for row in rows),
        sent=sum(row.sent for row in rows),
        received=sum(row.received for row in rows),
        returned=sum(row.returned for row in rows),
        lacking=sum(row.missing_official + row.missing_alternate for row in rows),
        complete_lists=sum(row.state is ListState.RECEIVED and row.done for row in rows),
        late=sum(row.is_late(today) for row in rows),
    )


def over_total(official: int, decided: int) -> int:
    """How many official delegates more than the committee decided; said as a warning, never blocked (domain.md §0)."""
    return max(0, official - decided) if decided else 0

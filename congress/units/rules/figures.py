"""What must hold for a cell, what is unusual about one, and sums over all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Figures:
    """The numbers of one cell."""

    official_members: int
    probationary_members: int
    official_quota: int
    alternate_quota: int


@dataclass(frozen=True)
class Sums:
    """The same numbers over many cells."""

    units: int = 0
    official_members: int = 0
    probationary_members: int = 0
    official_quota: int = 0
    alternate_quota: int = 0

    @property
    def members(self) -> int:
        """All members, official and probationary."""
        return self.official_members + self.probationary_members


def add_up(figures: Iterable[Figures]) -> Sums:
    """The totals row of the list of cells."""
    rows = list(figures)
    return Sums(
        units=len(rows),
        official_members=sum(row.official_members for row in rows),
        probationary_members=sum(row.probationary_members for row in rows),
        official_quota=sum(row.official_quota for row in rows),
        alternate_quota=sum(row.alternate_quota for row in rows),
    )


def check_figures(figures: Figures) -> None:
    """A cell cannot send more official delegates than it has official members.

    Source: probationary members neither vote nor stand (domain.md §2.3 [B]); §2.4 [C]. Counts of zero mean
    "not yet counted", so the check waits until members are known. Raises RuleBroken on `official_members`:
    the quota comes from the issued allocation.
    """
    if 0 < figures.official_members < figures.official_quota:
        raise RuleBroken(
            N_("Chỉ tiêu %(quota)s đại biểu chính thức nhiều hơn %(members)s đảng viên chính thức của chi bộ."),
            "official_members",
            quota=figures.official_quota,
            members=figures.official_members,
        )


def check_days(planned_on: date | None, held_on: date | None, today: date) -> None:
    """A congress that has been held lies in the past. Raises RuleBroken on `held_on`."""
    if held_on and held_on > today:
        raise RuleBroken(N_("Ngày đã tổ chức không thể ở sau hôm nay. Ngày dự kiến ghi ở ô bên cạnh."), "held_on")


@dataclass(frozen=True)
class Gap:
    """Difference between the quotas given out and the decision: positive when seats are left."""

    official: int
    alternate: int

    @property
    def closed(self) -> bool:
        """Whether the quotas add up to the decision."""
        return self.official == 0 and self.alternate == 0


def quota_gap(sums: Sums, official_total: int, alternate_total: int) -> Gap:
    """How far the quotas are from the totals of the committee's decision."""
    return Gap(official_total - sums.official_quota, alternate_total - sums.alternate_quota)

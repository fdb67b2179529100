"""A change of cell under the same committee, which leaves the delegation as it is (01-HD/TW 13.1 [A])."""

from collections.abc import Iterable
from datetime import date

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, fold


def check_move(
    to: str, on: date | None, sits_with: str, *, own: str, cells: Iterable[str], admitted: date | None, today: date
) -> None:
    """Nobody moves to where they are, in the future or before admission, nor sits with a delegation there is not.

    Raises RuleBroken on the field.
    """
    if to and fold(to) == fold(own):
        raise RuleBroken(N_("Đồng chí này đang sinh hoạt ở %(unit)s. Hãy ghi nơi sinh hoạt mới."), "moved_to", unit=own)
    if on and on > today:
        raise RuleBroken(N_("Ngày chuyển không thể ở sau hôm nay."), "moved_on")
    if on and admitted and on < admitted:
        raise RuleBroken(N_("Ngày chuyển ở trước ngày vào Đảng %(day)s."), "moved_on", day=date_on_paper(admitted))
    if sits_with and fold(sits_with) not in {fold(name) for name in cells}:
        raise RuleBroken(
            N_("Không có chi bộ nào tên “%(name)s”. Hãy ghi đúng tên chi bộ có đoàn đại biểu."),
            "sits_with",
            name=sits_with,
        )

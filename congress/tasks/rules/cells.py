"""A cell's own congress against its plan."""

from dataclasses import dataclass
from datetime import date, timedelta

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.tasks.vocabulary import CellState

SOON_DAYS = 7


def state_of(planned_on: date | None, held_on: date | None, today: date) -> CellState:
    """Held, late, soon, planned or not planned."""
    if held_on:
        return CellState.HELD
    if planned_on is None:
        return CellState.UNPLANNED
    if planned_on < today:
        return CellState.LATE
    return CellState.SOON if planned_on <= today + timedelta(days=SOON_DAYS) else CellState.PLANNED


def check_report(held_on: date | None, attended: int | None, members: int, today: date) -> None:
    """What was held is not in the future, and not more came than the cell has. Raises RuleBroken."""
    if held_on and held_on > today:
        raise RuleBroken(
            N_("Ngày đã đại hội không thể sau hôm nay. Nếu là kế hoạch, hãy ghi ở ô Ngày dự kiến."), "held_on"
        )
    if attended is not None and attended > members:
        raise RuleBroken(
            N_("Số dự %(attended)s nhiều hơn số đảng viên của chi bộ (%(members)s)."),
            "attended",
            attended=attended,
            members=members,
        )


@dataclass(frozen=True)
class CellSums:
    """The cells' congresses in figures."""

    cells: int
    held: int
    late: int
    soon: int
    unplanned: int

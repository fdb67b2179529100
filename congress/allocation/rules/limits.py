"""What a plan allows each cell, and plans that cannot be kept at all."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from congress.allocation.rules.plan import Cell, Plan
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import number_on_paper


class Limits(NamedTuple):
    """Seats of one cell: given by base and by priority before the rest is shared, and the least and most it ends with.

    Where the method has no additive base (all but the default), base is a part of `low` alone.
    """

    base: int
    priority: int
    low: int
    high: int

    @property
    def fixed(self) -> int:
        """What it has before the rest is shared."""
        return self.base + self.priority


def base_of(cell: Cell, plan: Plan) -> int:
    """The base of a cell: its own or the plan's."""
    return plan.base if cell.base is None else cell.base


def official_limits(cell: Cell, plan: Plan) -> Limits:
    """The limits of official seats.

    Most: the cap of the office and the members who can still be elected (domain.md §2.4 [C]); base and priority give
    way to it. Least: the floor of the office, base and priority; so a cell of three has its one seat at any method.
    """
    high = cell.eligible if cell.cap is None else min(cell.cap, cell.eligible)
    base = min(base_of(cell, plan), high)
    priority = min(cell.priority, high - base)
    low = max(cell.floor or 0, base + priority)
    return Limits(base if plan.method.has_base else 0, priority, low, high)


def alternate_limits(cell: Cell, official: int) -> Limits:
    """The limits of alternates: no base, no least, at most the eligible members who are not official delegates."""
    return Limits(0, 0, 0, max(0, cell.eligible - official))


def check(plan: Plan) -> None:
    """Refuse what contradicts itself before anything is computed. Raises RuleBroken with the field to blame."""
    keys = [cell.key for cell in plan.cells]
    if len(set(keys)) < len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise RuleBroken(N_("Chi bộ có mã %(keys)s xuất hiện hai lần trong phương án."), "cells", keys=", ".join(twice))
    for name in ("official", "alternate", "reserve", "base"):
        if getattr(plan, name) < 0:
            raise RuleBroken(N_("Các con số của phương án không được âm."), name)
    if plan.to_elect < 0:
        raise RuleBroken(
            N_(
                "Đại biểu đương nhiên, chỉ định và dự phòng cộng lại là %(apart)s, nhiều hơn tổng số %(official)s đại "
                "biểu chính thức. Hãy tăng tổng số hoặc bớt số đại biểu không bầu."
            ),
            "official",
            apart=number_on_paper(plan.official - plan.to_elect),
            official=number_on_paper(plan.official),
        )
    for cell in plan.cells:
        _check_cell(cell)


NUMBERS = ("members", "ex_officio", "appointed", "base", "priority", "floor", "cap", "pin", "alternate_pin")


def _check_cell(cell: Cell) -> None:
    for name in NUMBERS:
        if (getattr(cell, name) or 0) < 0:
            raise RuleBroken(N_("%(cell)s: các con số không được âm."), name, cell=cell.name)
    if cell.ex_officio > cell.members:
        raise RuleBroken(
            N_(
                "%(cell)s có %(members)s đảng viên chính thức nhưng ghi %(ex_officio)s đại biểu đương nhiên. "
                "Hãy sửa lại."
            ),
            "ex_officio",
            cell=cell.name,
            members=number_on_paper(cell.members),
            ex_officio=number_on_paper(cell.ex_officio),
        )
    high = cell.eligible if cell.cap is None else min(cell.cap, cell.eligible)
    bounds = (("floor", cell.floor), ("pin", cell.pin))
    for name, value in bounds:
        if value is not None and value > high:
            raise RuleBroken(
                (TOO_HIGH if cell.cap is None or cell.cap > cell.eligible else OVER_CAP)[name],
                name,
                cell=cell.name,
                value=number_on_paper(value),
                high=number_on_paper(high),
            )
    if cell.pin is not None and cell.floor is not None and cell.pin < cell.floor:
        raise RuleBroken(
            N_("%(cell)s: số ấn định %(value)s ít hơn số tối thiểu %(floor)s. Hãy sửa một trong hai."),
            "pin",
            cell=cell.name,
            value=number_on_paper(cell.pin),
            floor=number_on_paper(cell.floor),
        )


TOO_HIGH = {
    "floor": N_("%(cell)s: số tối thiểu %(value)s nhiều hơn %(high)s đảng viên có thể bầu. Hãy giảm số tối thiểu."),
    "pin": N_("%(cell)s: số ấn định %(value)s nhiều hơn %(high)s đảng viên có thể bầu. Hãy giảm số ấn định."),
}
OVER_CAP = {
    "floor": N_("%(cell)s: số tối thiểu %(value)s nhiều hơn số tối đa %(high)s. Hãy sửa một trong hai."),
    "pin": N_("%(cell)s: số ấn định %(value)s nhiều hơn số tối đa %(high)s. Hãy sửa một trong hai."),
}


def pin_problems(cell: Cell) -> list[RuleBroken]:
    """What stands against the pins of a cell whatever the rest of the plan is, each with the field to blame."""
    found = []
    for name in ("pin", "alternate_pin"):
        value = getattr(cell, name)
        if value is None:
            continue
        if value > cell.eligible:
            found.append(
                RuleBroken(
                    N_("%(cell)s chỉ có %(high)s đảng viên có thể bầu, không ấn định %(value)s được."),
                    name,
                    cell=cell.name,
                    high=number_on_paper(cell.eligible),
                    value=number_on_paper(value),
                )
            )
        if not getattr(cell, f"{name}_reason").strip():
            found.append(RuleBroken(N_("%(cell)s: hãy ghi lý do của số ấn định."), f"{name}_reason", cell=cell.name))
    return found


def check_alternate_pins(cells: Iterable[Cell], official: dict[str, int]) -> None:
    """An alternate is an eligible member who is not an official delegate."""
    for cell in cells:
        left = max(0, cell.eligible - official[cell.key])
        if cell.alternate_pin is not None and cell.alternate_pin > left:
            raise RuleBroken(
                N_(
                    "%(cell)s: số dự khuyết ấn định %(value)s nhiều hơn %(left)s đảng viên còn lại sau khi bầu đại "
                    "biểu chính thức. Hãy giảm số dự khuyết ấn định."
                ),
                "alternate_pin",
                cell=cell.name,
                value=number_on_paper(cell.alternate_pin),
                left=number_on_paper(left),
            )


def check_official_total(plan: Plan, free: Sequence[Limits], pinned: int) -> None:
    """The seats left beside the pins must lie between what the other cells need and what they can take."""
    seats = plan.to_elect - pinned
    if seats < 0:
        raise RuleBroken(
            N_("Các số ấn định cộng lại là %(pinned)s, nhiều hơn %(seats)s đại biểu được bầu. Hãy giảm số ấn định."),
            "official",
            pinned=number_on_paper(pinned),
            seats=number_on_paper(plan.to_elect),
        )
    needed, most = sum(each.low for each in free), sum(each.high for each in free)
    if seats < needed:
        raise RuleBroken(
            N_(
                "Mức nền, số ưu tiên và số tối thiểu của %(cells)s chi bộ cần ít nhất %(needed)s đại biểu, nhưng chỉ "
                "có %(seats)s để chia. Hãy giảm các mức đó, giảm số ấn định, hoặc tăng tổng số đại biểu."
            ),
            "official",
            cells=len(free),
            needed=number_on_paper(needed),
            seats=number_on_paper(seats),
        )
    if seats > most:
        raise RuleBroken(
            N_(
                "Còn thừa %(over)s đại biểu: %(cells)s chi bộ nhận nhiều nhất %(most)s theo số tối đa và số đảng viên "
                "có thể bầu, mà phải chia %(seats)s. Hãy nới số tối đa, sửa số ấn định, hoặc giảm tổng số đại biểu."
            ),
            "official",
            over=number_on_paper(seats - most),
            cells=len(free),
            most=number_on_paper(most),
            seats=number_on_paper(seats),
        )


def check_alternate_total(plan: Plan, free: Sequence[Limits], pinned: int) -> None:
    """The same for alternates."""
    seats = plan.alternate - pinned
    if seats < 0:
        raise RuleBroken(
            N_("Các số dự khuyết ấn định cộng lại là %(pinned)s, nhiều hơn tổng số %(seats)s. Hãy giảm số ấn định."),
            "alternate",
            pinned=number_on_paper(pinned),
            seats=number_on_paper(plan.alternate),
        )
    most = sum(each.high for each in free)
    if seats > most:
        raise RuleBroken(
            N_(
                "Còn thừa %(over)s đại biểu dự khuyết: sau khi bầu chính thức các chi bộ chỉ còn %(most)s đảng viên có "
                "thể bầu, mà phải chia %(seats)s. Hãy giảm số đại biểu dự khuyết hoặc sửa số ấn định."
            ),
            "alternate",
            over=number_on_paper(seats - most),
            most=number_on_paper(most),
            seats=number_on_paper(seats),
        )

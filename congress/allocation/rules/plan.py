"""A plan as plain values: what the office puts in, before anything is computed."""

from dataclasses import dataclass, field
from functools import cached_property

from congress.allocation.vocabulary import Method


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell in a plan, in printed order. `key` is unique in the plan: the unit's id as text, or its code.

    members          official members on the freeze date
    ex_officio       committee members in office who sit with this cell; delegates already, outside the quota
    appointed        delegates the committee appoints here; outside the quota to be elected
    base             seats given before the rest is shared by members; None: the plan's
    priority         seats on top, with their reason
    floor, cap       least and most official seats to be elected, as the office sets them; None: no bound of its own
    pin              official seats fixed by hand, with the reason; the rest of the plan is computed around it
    alternate_pin    the same for alternates
    """

    key: str
    code: str
    name: str
    members: int
    ex_officio: int = 0
    appointed: int = 0
    base: int | None = None
    priority: int = 0
    priority_reason: str = ""
    floor: int | None = None
    cap: int | None = None
    pin: int | None = None
    pin_reason: str = ""
    alternate_pin: int | None = None
    alternate_pin_reason: str = ""
    structure: str = ""
    ex_officio_names: tuple[str, ...] = ()

    @property
    def eligible(self) -> int:
        """Official members who can still be elected: nobody ex officio is elected again (domain.md §2.2 [A])."""
        return max(0, self.members - self.ex_officio)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything an allocation is computed from.

    official, alternate   totals by the committee's decision (155 and 39 in Mỹ Hiệp)
    reserve               official seats kept back
    base                  seats every cell gets before the rest is shared (default 1); alternates have none
    decisions             ties decided by hand: {tie's key: keys of the cells that get the seat}
    """

    cells: tuple[Cell, ...]
    official: int
    alternate: int = 0
    reserve: int = 0
    base: int = 1
    method: Method = Method.LARGEST_REMAINDER
    decisions: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def to_elect(self) -> int:
        """Official seats shared among the cells: total − ex officio − appointed − reserve (domain.md §2.4)."""
        return self.official - sum(self.apart.values())

    @cached_property
    def by_key(self) -> dict[str, Cell]:
        """The cells by their key."""
        return {cell.key: cell for cell in self.cells}

    @cached_property
    def apart(self) -> dict[str, int]:
        """Official seats that nobody elects, summed: ex officio, appointed, reserve."""
        return {
            "ex_officio": sum(cell.ex_officio for cell in self.cells),
            "appointed": sum(cell.appointed for cell in self.cells),
            "reserve": self.reserve,
        }

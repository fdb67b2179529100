"""Claims to seats: what a cell brings to a round of sharing, what it gets, and who is first among equal claims."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from congress.allocation.vocabulary import TieRule


class Claimant(NamedTuple):
    """A cell in a round. All numbers are whole seats of its total.

    order       place in the printed list
    fixed       seats it has before the rest is shared (base and priority, or priority alone)
    low, high   the least and the most it may end with; fixed <= low <= high
    """

    order: int
    key: str
    members: int
    fixed: int
    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class Tie:
    """The last seats were contested by equal claims.

    key       stays the same as long as the same cells contest the same number of seats, whatever their order
    standing  "official" or "alternate"
    seats     how many of the equal claims could be met
    cells     who competed, in printed order; `winners` got a seat
    rule      what put the last winner before the first loser
    alike     those of them with as many members as the last winner and the first loser, where these have equally many:
              only printed order, or a decision, tells them apart
    """

    key: str
    standing: str
    seats: int
    cells: tuple[str, ...]
    winners: tuple[str, ...]
    rule: TieRule
    alike: tuple[str, ...] = ()

    @property
    def needs_decision(self) -> bool:
        """Only the printed order tells winners from losers: the office confirms before the plan is issued."""
        return self.rule is TieRule.PRINTED_ORDER

    @property
    def losers(self) -> tuple[str, ...]:
        """Who competed and got nothing."""
        return tuple(cell for cell in self.cells if cell not in self.winners)


Settle = Callable[[Sequence[Claimant], int], tuple[frozenset[str], Tie]]
"""Which of these equal claimants get the seats, and the tie to report."""


@dataclass(frozen=True, kw_only=True)
class Division:
    """What a round gave; dictionaries by the cell's key.

    seats        the whole total of each claimant, `fixed` included
    scale        exact seats per member: a cell's quotient is members × scale
    held_at      the scale at which a cell was found outside its bounds and held, where that is another one
    pool         seats shared by members once bounds were set aside (largest remainder), otherwise all that were shared
    members      the members among whom `pool` was shared
    raised       cells that ended below `low` and were held at it; `lowered` those above `high`
    ranks        place of the remainder among those that took part (largest remainder only)
    left_over    seats that went to remainders
    divisor      members for one seat (divisor methods only)
    """

    seats: dict[str, int]
    scale: Fraction
    held_at: dict[str, Fraction] = field(default_factory=dict)
    pool: int
    members: int
    raised: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    ranks: dict[str, int]
    left_over: int = 0
    divisor: Fraction | None = None
    tie: Tie | None = None

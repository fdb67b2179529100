"""What stands out on a home page: shares, days left, who owes something."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Progress:
    """So many done of so many."""

    done: int
    of: int

    @property
    def percent(self) -> int:
        """Whole percent, rounded down so that 100 means all; nothing to do counts as nothing done."""
        return 100 * self.done // self.of if self.of else 0

    @property
    def left(self) -> int:
        """What is still to do; never negative."""
        return max(0, self.of - self.done)


@dataclass(frozen=True)
class Due:
    """A last day as the cell's page tells it: `kind` is the tag's colour, never without its words."""

    last_day: date | None
    today: date

    @property
    def days(self) -> int | None:
        """Days until the last one: 0 on the day itself, negative afterwards."""
        return (self.last_day - self.today).days if self.last_day else None

    @property
    def kind(self) -> str:
        """plain without a last day, bad when it is over, wait within a week, ok before."""
        if self.days is None:
            return "plain"
        if self.days < 0:
            return "bad"
        return "wait" if self.days <= 7 else "ok"

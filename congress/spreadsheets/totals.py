"""What a preview comes to: how many rows are in each state, and what an import would do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from congress.spreadsheets.preview import PreviewRow, State


@dataclass(frozen=True)
class Totals:
    """How many rows are in each state, how many wait for an answer, and what an import would do."""

    rows: int = 0
    error: int = 0
    warning: int = 0
    new: int = 0
    changed: int = 0
    found: int = 0
    waiting: int = 0
    adds: int = 0
    changes: int = 0
    keeps: int = 0

    @property
    def importable(self) -> bool:
        """Whether nothing stands against importing."""
        return self.rows > 0 and not self.error and not self.waiting

    @property
    def writes(self) -> bool:
        """Whether importing would write anything."""
        return bool(self.adds or self.changes)


def add_up(rows: Iterable[PreviewRow]) -> Totals:
    """The totals of a preview."""
    every = list(rows)
    states = Counter(row.state for row in every)
    does = Counter(row.does for row in every if not row.has_errors)
    return Totals(
        rows=len(every),
        **{state.value: states[state] for state in State},
        waiting=sum(row.waits for row in every if not row.has_errors),
        adds=does[State.NEW],
        changes=does[State.CHANGED],
        keeps=does[State.FOUND],
    )

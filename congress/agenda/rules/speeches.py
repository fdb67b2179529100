"""The time of registered papers against the time for discussion."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """Minutes the spoken papers take, out of those the programme leaves for papers and discussion."""

    spoken: int
    filed: int
    taken: int
    available: int

    @property
    def over(self) -> int:
        """Minutes too many; 0 when the papers fit."""
        return max(0, self.taken - self.available)

    @property
    def left(self) -> int:
        """Minutes left for free discussion."""
        return max(0, self.available - self.taken)


def room(papers: Iterable[tuple[bool, int]], available: int) -> Room:
    """Count papers given as (spoken, minutes); a filed one takes no time."""
    rows = list(papers)
    spoken = [minutes for is_spoken, minutes in rows if is_spoken]
    return Room(len(spoken), len(rows) - len(spoken), sum(spoken), available)

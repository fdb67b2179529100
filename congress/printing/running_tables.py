"""Tables that came with a running text: nobody has said how wide their columns are."""

from collections.abc import Sequence

NARROWEST = 14
"""Millimetres."""


def widths_of(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths in whole millimetres that add up to `width`, by the length of the columns' texts, none too narrow."""
    count = max(len(row) for row in rows)
    longest = [max((min(len(row[place]), 60) for row in rows if place < len(row)), default=1) for place in range(count)]
    narrowest = min(NARROWEST, width // count)
    spare = width - narrowest * count
    found = [narrowest + spare * (length or 1) // (sum(longest) or 1) for length in longest]
    found[-1] += width - sum(found)
    return found

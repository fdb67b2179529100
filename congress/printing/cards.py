"""Cards cut from a sheet of A4: how many fit, where they lie, where the sheet is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from congress.printing.pictures import Picture, cut_marks

SHEET_WIDTH, SHEET_HEIGHT = 210, 297
MARK = 5
Card = TypeVar("Card")


@dataclass(frozen=True)
class CardSheet:
    """Cards of one size (millimetres) on an upright A4 sheet, in the middle of it, edge to edge.

    `source` says where the size comes from, `confidence` how sure that is (A to D).
    """

    key: str
    columns: int
    rows: int
    width: int
    height: int
    source: str
    confidence: str

    @property
    def per_sheet(self) -> int:
        """Cards on one sheet."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """From the sheet's left edge to the first card."""
        return (SHEET_WIDTH - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        """From the sheet's upper edge to the first card."""
        return (SHEET_HEIGHT - self.rows * self.height) / 2

    @property
    def marks(self) -> Picture:
        """The lines along which the sheet is cut."""
        across = tuple(self.left + n * self.width for n in range(self.columns + 1))
        down = tuple(self.top + n * self.height for n in range(self.rows + 1))
        return cut_marks(SHEET_WIDTH, SHEET_HEIGHT, across, down, MARK)

    def sheets(self, cards: Sequence[Card]) -> list[list[list[Card]]]:
        """The cards as sheets of rows."""
        rows = [list(cards[at : at + self.columns]) for at in range(0, len(cards), self.columns)]
        return [rows[at : at + self.rows] for at in range(0, len(rows), self.rows)]


EIGHT = CardSheet("eight", 2, 4, 90, 60, "no official size found; a common holder for cards takes 90 × 60 mm", "D")
TEN = CardSheet("ten", 2, 5, 90, 55, "no official size found; the size of a visiting card, two more to a sheet", "D")
CARD_SHEETS = {sheet.key: sheet for sheet in (EIGHT, TEN)}


SEAM = "<!--cards-->"
"""Stands before the first and after the last sheet of a page of cards (templates: a comment nothing typed can make)."""


def in_parts(html: str, parts: int, sheets_at_least: int = 3) -> list[str]:
    """A page of many sheets of cards as several pages that can be drawn side by side; [] where it is not worth it."""
    pieces = html.split(SEAM)
    if len(pieces) != 3:
        return []
    before, between, after = pieces
    opening = '<div class="card-sheet'
    sheets = [opening + sheet for sheet in between.split(opening)[1:]]
    parts = min(parts, len(sheets) // sheets_at_least)
    if parts < 2:
        return []
    cuts = [len(sheets) * part // parts for part in range(parts + 1)]
    return [before + "".join(sheets[start:end]) + after for start, end in pairwise(cuts)]

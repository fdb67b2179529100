"""Tables on paper as plain values: columns, rows in groups, totals. Drawn by `grid` in printing/table.html."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from congress.printing.measures import CELL_BORDER, CELL_PADDING_X, MILLIMETRE, TABLE_SIZES

ROWS_PER_BODY = 20
"""Rows per <tbody>: the layout engine's time grows with the square of a body's rows."""

KINDS = ("text", "stt", "name", "number", "centre", "date", "sign")

LONGEST_WORD = 11
"""Letters up to which a word gets the room to stay in one piece; longer than any syllable and any date."""


@dataclass(frozen=True)
class Column:
    """A column: label, share of the width (in millimetres, say), kind, and a label shared with its neighbours.

    Kinds: "text" left; "stt" the running number, filled in by the table; "name" bold; "number" right; "centre";
    "date" centred, not broken; "sign" empty and high enough to sign in.
    """

    label: str
    width: float
    kind: str = "text"
    over: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of column: {self.kind}")


@dataclass(frozen=True)
class Group:
    """Rows under one line ("Chi bộ ấp Mỹ Thạnh — 4 đại biểu"); no line where the label is empty."""

    label: str
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True)
class HeadCell:
    """A cell of the header row as the template draws it."""

    label: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A ruled table. Rows hold one cell per column, without the "stt" column. None prints nothing; a line break stays.

    totals  a last row in bold: one cell per column, "stt" left out; its first cell is usually "Tổng cộng"
    size    type size in points: 14, 13, 12, 11, 10 or 9
    """

    columns: Sequence[Column]
    groups: Sequence[Group]
    totals: Sequence[Any] = ()
    size: int = 12

    def __post_init__(self) -> None:
        expected = sum(column.kind != "stt" for column in self.columns)
        for row in [*(row for group in self.groups for row in group.rows), *([self.totals] if self.totals else [])]:
            if len(row) != expected:
                raise ValueError(f"a row of {len(row)} cells in a table of {expected}: {row!r}")
        if self.size not in TABLE_SIZES:
            raise ValueError(f"no such type size for tables: {self.size}")

    @property
    def numbered(self) -> bool:
        """Whether the first column is the running number."""
        return bool(self.columns) and self.columns[0].kind == "stt"

    def widths(self, total: int) -> list[int]:
        """Whole millimetres per column that add up to `total`.

        In proportion to the columns' widths; but none narrower than its longest word needs, as long as there is room: a
        syllable is not broken and a date does not run into its neighbour.
        """
        least = self._least_widths()
        exact = [column.width * total / sum(c.width for c in self.columns) for column in self.columns]
        while sum(least) <= total and any(width < need - 0.001 for width, need in zip(exact, least, strict=True)):
            narrow = [width <= need for width, need in zip(exact, least, strict=True)]
            free = total - sum(need for need, fixed in zip(least, narrow, strict=True) if fixed)
            shared = sum(width for width, fixed in zip(exact, narrow, strict=True) if not fixed)
            exact = [
                need if fixed else width * free / shared
                for width, need, fixed in zip(exact, least, narrow, strict=True)
            ]
        whole = [int(width + 0.001) for width in exact]
        order = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
        for i in order[: total - sum(whole)]:
            whole[i] += 1
        return whole

    def _least_widths(self) -> list[int]:
        """Millimetres each column needs for its longest word."""
        rows = [row for group in self.groups for row in group.rows]
        cells = iter(zip(*rows, self.totals, strict=True) if self.totals else zip(*rows, strict=True))
        least = []
        for column in self.columns:
            filled = (
                [str(len(rows))]
                if column.kind == "stt"
                else {str(cell) for cell in next(cells, ()) if cell is not None}
            )
            words = {word for text in filled for word in text.split()} if column.kind != "date" else filled
            heavy = 1.08 if column.kind == "name" else 1
            ems = [heavy * _ems(word) for word in words if len(word) <= LONGEST_WORD]
            ems += [1.08 * _ems(word) for word in [*column.label.split(), *column.over.split()]]
            least.append(math.ceil((max(ems, default=1) * self.size + 2 * CELL_PADDING_X + CELL_BORDER) / MILLIMETRE))
        return least

    def head_rows(self) -> list[list[HeadCell]]:
        """One header row, or two where neighbours share a label."""
        if not any(column.over for column in self.columns):
            return [[HeadCell(column.label) for column in self.columns]]
        upper: list[HeadCell] = []
        for before, column in zip([None, *self.columns], self.columns, strict=False):
            if column.over and before and before.over == column.over:
                upper[-1] = HeadCell(column.over, upper[-1].columns + 1)
            else:
                upper.append(HeadCell(column.over) if column.over else HeadCell(column.label, rows=2))
        return [upper, [HeadCell(column.label) for column in self.columns if column.over]]

    def bodies(self) -> Iterator[tuple[str, int, Sequence[Sequence[Any]]]]:
        """The rows as (group line or "", number before the first row, at most ROWS_PER_BODY rows)."""
        done = 0
        for group in self.groups:
            for start in range(0, len(group.rows), ROWS_PER_BODY) or [0]:
                rows = group.rows[start : start + ROWS_PER_BODY]
                if rows or group.label:
                    yield group.label if start == 0 else "", done, rows
                done += len(rows)


def _ems(word: str) -> float:
    """About how wide a word is, in units of the type size; rather too wide than too narrow."""
    return sum(
        0.75 if letter.isupper() else 0.8 if letter in "mw" else 0.3 if letter in "/.,;:'-() itl" else 0.51
        for letter in word
    )

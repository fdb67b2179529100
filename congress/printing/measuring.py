"""Where the pages of a long table will begin, reckoned from letter widths: quick, mostly right, checked later."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from fontTools.ttLib import TTFont

from congress.printing.long_tables import LongTable
from congress.printing.measures import (
    CELL_BORDER,
    CELL_PADDING_X,
    CELL_PADDING_Y,
    GROUP_PADDING_Y,
    MILLIMETRE,
    table_pitch,
)

_CELL = re.compile(r'<td class="([^"]*)"[^>]*>(.*?)</td>', re.DOTALL)
_WIDTH = re.compile(r'<col class="w(\d+)">')
_BREAK = re.compile(r"[^ /–—-]*(?: +|[/–—-](?=[^\W\d])|[/–—-]+|$)")
_BOLD = ("name", "group", "total")
_ONE_LINE = ("date", "stt", "number")


class LetterWidths:
    """Widths of text in one font, kerning included, in units of the type size."""

    def __init__(self, font: TTFont) -> None:
        self.unit = font["head"].unitsPerEm
        names = font.getBestCmap()
        glyphs = font["hmtx"].metrics
        self.advances = {chr(code): glyphs[name][0] for code, name in names.items()}
        letters: dict[str, list[str]] = {}
        for code, name in names.items():
            letters.setdefault(name, []).append(chr(code))
        pairs = font["kern"].kernTables[0].kernTable if "kern" in font else {}
        self.kerning = {
            a + b: value
            for (left, right), value in pairs.items()
            for a in letters.get(left, ())
            for b in letters.get(right, ())
        }
        self.width = lru_cache(maxsize=20_000)(self._width)

    def _width(self, text: str) -> float:
        advances = sum(self.advances.get(letter, self.unit) for letter in text)
        return (advances + sum(self.kerning.get(text[i : i + 2], 0) for i in range(len(text) - 1))) / self.unit

    def lines(self, text: str, width: float) -> int:
        """Lines the text takes in a column of this width (in units of the type size)."""
        if "\n" in text:
            return sum(self.lines(line.strip(" "), width) for line in text.split("\n"))
        if self.width(text) <= width:
            return 1
        count, line = 1, ""
        for piece in _BREAK.findall(text):
            if self.width((line + piece).rstrip(" ")) <= width:
                line += piece
                continue
            if line:
                count += 1
            line = piece
            while self.width(line.rstrip(" ")) > width and len(line) > 1:
                taken = next(n for n in range(len(line), 0, -1) if n == 1 or self.width(line[:n]) <= width)
                line = line[taken:]
                count += 1
        return count


@dataclass(frozen=True)
class Room:
    """Points left for rows on the page where the table begins, and on the later ones; and which page that is."""

    first: float
    other: float
    page: int


def row_heights(table: LongTable, regular: LetterWidths, bold: LetterWidths) -> list[float]:
    """The height of each row in points, borders shared between neighbours."""
    widths = [int(width) * MILLIMETRE for width in _WIDTH.findall(table.opening)]
    counted = lru_cache(maxsize=50_000)(lambda text, heavy, width: (bold if heavy else regular).lines(text, width))
    pitch = table_pitch(table.size)
    heights = []
    for index, row in enumerate(table.rows):
        if table.is_group(index):
            inner = (sum(widths) - 2 * GROUP_PADDING_Y - CELL_BORDER) / table.size
            text = _plain(_CELL.findall(row)[0][1])
            heights.append(counted(text, True, inner) * pitch + 2 * GROUP_PADDING_Y + CELL_BORDER)
            continue
        most = 1
        for width, (kind, text) in zip(widths, _CELL.findall(row), strict=False):
            if kind == "sign":
                most = max(most, 2)
            elif text and kind not in _ONE_LINE:
                inner = (width - 2 * CELL_PADDING_X - CELL_BORDER) / table.size
                most = max(most, counted(_plain(text), kind.split()[-1] in _BOLD, inner))
        heights.append(most * pitch + 2 * CELL_PADDING_Y + CELL_BORDER)
    return heights


def page_tops(table: LongTable, heights: Sequence[float], room: Room) -> list[int]:
    """The row that begins each page of the table; a group's line is not left alone at the foot."""
    tops, left = [0], room.first
    index = 0
    while index < len(heights):
        needed = heights[index]
        if needed > left + 0.01 and index > tops[-1]:
            while index - 1 > tops[-1] and table.is_group(index - 1):
                index -= 1
            tops.append(index)
            left = room.other
            continue
        left -= needed
        index += 1
    return tops


def _plain(text: str) -> str:
    return re.sub(" +", " ", html.unescape(text)).rstrip("\n ").lstrip(" ")

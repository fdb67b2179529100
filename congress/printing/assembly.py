"""A paper drawn by the pool: short ones whole; long tables in parts side by side, joined without a seam."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from congress.printing import cards
from congress.printing.long_tables import LongTable, long_table
from congress.printing.long_text import long_text
from congress.printing.pool import Pool
from congress.printing.text_parts import TEXT_FROM, Told, draw_text, told_nobody

SPLIT_FROM = 60
"""Rows from which a table is worth taking apart."""
MARKED = 3
"""Rows marked before the one that should begin the next part: each mark costs the engine as much as a short row."""
MOST_PAGES = 12
"""Pages per part at most: keeps a process small, and the layout engine's time grows faster than the paper."""


@dataclass(frozen=True)
class Sheet:
    """What the parts have in common. top and bottom: of the text, in points from the edge. pages: of the whole."""

    css: str
    family: str
    top: float
    bottom: float
    foot: bool
    pages: int = 0

    @property
    def request(self) -> dict[str, Any]:
        return {"css": self.css, "family": self.family}


@dataclass
class Part:
    """Rows from start to end, beginning on a page; and what came of it."""

    start: int
    end: int
    page: int
    pages: int = 0
    next: int | None = None
    data: bytes = b""


def draw(pool: Pool, html: str, sheet: Sheet, split: bool = True, told: Told = told_nobody) -> bytes:
    """The paper as PDF; the same pages whether it was taken apart or not. `told` hears how far a long text has come."""
    text = long_text(html, TEXT_FROM) if split and not sheet.foot else None  # "trang x/y" needs y before the first page
    if text is not None:
        return draw_text(pool, text, sheet.request, told)
    table = long_table(html, SPLIT_FROM) if split else None
    if table is not None:
        answer, _ = pool.ask({"job": "plan", "sheet": (sheet.top, sheet.bottom), **sheet.request}, html.encode())
        parts = planned(answer["tops"], answer["page"], len(table.rows), pool.size)
        if len(parts) > 1:
            reckoned = answer["page"] + len(answer["tops"]) - 1
            return _in_parts(pool, table, parts, replace(sheet, pages=reckoned))
    if split and (parts_of_cards := cards.in_parts(html, pool.size)):
        return _side_by_side(pool, parts_of_cards, sheet)
    return pool.ask({"job": "pdf", **sheet.request}, html.encode())[1]


def _side_by_side(pool: Pool, pages: Sequence[str], sheet: Sheet) -> bytes:
    """Papers that need nothing of each other, joined in their order."""
    with ThreadPoolExecutor(pool.size, thread_name_prefix="printing") as threads:
        drawn = list(threads.map(lambda page: pool.ask({"job": "pdf", **sheet.request}, page.encode())[1], pages))
    return pool.ask({"job": "merge", "lengths": [len(data) for data in drawn]}, b"".join(drawn))[1]


def planned(tops: list[int], first_page: int, rows: int, processes: int) -> list[Part]:
    """Parts of nearly equal length that begin where a page begins; as many as keep all processes busy to the end."""
    pages = len(tops)
    count = min(processes, max(1, pages // 3))
    while pages / count > MOST_PAGES:
        count += processes
    cuts = sorted({min(range(pages), key=lambda page: abs(tops[page] - part * rows / count)) for part in range(count)})
    starts = [tops[cut] for cut in cuts]
    return [
        Part(start, end, 1 if cut == 0 else first_page + cut)
        for start, end, cut in zip(starts, [*starts[1:], rows], cuts, strict=True)
    ]  # fmt: skip


def _in_parts(pool: Pool, table: LongTable, parts: list[Part], sheet: Sheet) -> bytes:
    pages = _draw_all(pool, table, parts, sheet)
    while sheet.foot and pages != sheet.pages:  # "trang x/y" was drawn with another y
        sheet = replace(sheet, pages=pages)
        pages = _draw_all(pool, table, parts, sheet)
    drawn = [part.data for part in parts if part.pages]
    return pool.ask({"job": "merge", "lengths": [len(data) for data in drawn]}, b"".join(drawn))[1]


def _draw_all(pool: Pool, table: LongTable, parts: list[Part], sheet: Sheet) -> int:
    """Draw the parts side by side and see that each begins where the one before it ends; the number of pages."""
    with ThreadPoolExecutor(pool.size, thread_name_prefix="printing") as threads:
        list(threads.map(lambda part: _draw(pool, table, part, sheet), parts))
    for part, following in pairwise(parts):
        page = part.page + part.pages
        if (part.next, page) != (following.start, following.page):  # reckoned wrong: the engine's word counts
            following.start, following.page = part.next or 0, page
            _draw(pool, table, following, sheet)
    return parts[-1].page + parts[-1].pages - 1


def _draw(pool: Pool, table: LongTable, part: Part, sheet: Sheet) -> None:
    last = part.end == len(table.rows)
    end = part.end if last else table.past(part.end)
    marked = range(0) if last else range(max(part.start, part.end - MARKED), end)
    _ask(pool, table, part, sheet, end, marked)
    if marked and part.next == marked[0] > part.start:  # the last page may begin with a row before the marked ones
        _ask(pool, table, part, sheet, end, range(part.start, end))


def _ask(pool: Pool, table: LongTable, part: Part, sheet: Sheet, end: int, marked: Sequence[int]) -> None:
    last = not marked
    html = table.part(part.start, end, marked, last)
    request = {
        "job": "part",
        "page": part.page,
        "last": last,
        "total": sheet.pages if sheet.foot else 0,
        **sheet.request,
    }
    answer, part.data = pool.ask(request, html.encode())
    part.pages, part.next = answer["pages"], answer["next"]

"""A paper drawn by the pool: short ones whole; long tables in parts side by side, joined without a seam."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from congress.printing.long_tables import LongTable, long_table
from congress.printing.pool import Pool

SPLIT_FROM = 60
"""Rows from which a table is worth taking apart."""
MOST_PAGES = 12
"""Pages per part at most: keeps a process small and the layout engine, whose time grows faster than the paper, quick."""


@dataclass(frozen=True)
class Sheet:
    """What the parts have in common. top and bottom: of the text, in points from the upper edge."""

    css: str
    family: str
    top: float
    bottom: float
    foot: bool

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


def draw(pool: Pool, html: str, sheet: Sheet, split: bool = True) -> bytes:
    """The paper as PDF; the same pages whether it was taken apart or not."""
    table = long_table(html, SPLIT_FROM) if split else None
    if table is not None:
        answer, _ = pool.ask({"job": "plan", "sheet": (sheet.top, sheet.bottom), **sheet.request}, html.encode())
        parts = planned(answer["tops"], answer["page"], len(table.rows), pool.size)
        if len(parts) > 1:
            return _in_parts(pool, table, parts, sheet)
    return pool.ask({"job": "pdf", **sheet.request}, html.encode())[1]


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
    total = None
    while True:
        with ThreadPoolExecutor(pool.size, thread_name_prefix="printing") as threads:
            list(threads.map(lambda part: _draw(pool, table, part, sheet, total), parts))
        for part, following in zip(parts, parts[1:], strict=False):
            page = part.page + part.pages
            if (part.next, page) != (following.start, following.page):  # the reckoning was wrong: the engine's word counts
                following.start, following.page = part.next or 0, page
                _draw(pool, table, following, sheet, total)
        pages = parts[-1].page + parts[-1].pages - 1
        if not sheet.foot or total == pages:
            break
        total = pages
    answer = pool.ask({"job": "merge", "lengths": [len(part.data) for part in parts]}, b"".join(part.data for part in parts))
    return answer[1]


def _draw(pool: Pool, table: LongTable, part: Part, sheet: Sheet, total: int | None) -> None:
    last = part.end == len(table.rows)
    end = part.end if last else part.end + 1
    html = table.part(part.start, end, () if last else range(part.start, end), last)
    request = {"job": "part", "page": part.page, "last": last, "total": total, **sheet.request}
    answer, part.data = pool.ask(request, html.encode())
    part.pages, part.next = answer["pages"], answer["next"]

"""A long text drawn in parts: where one part ends is known once it is laid out, and then the next one may begin.

Laying out takes longer than drawing what was laid out, so one process draws a part while another lays out the next.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from congress.printing.long_text import LongText
from congress.printing.pool import Pool, RenderProcess

TEXT_FROM = 400
"""Blocks from which a text is worth taking apart: about twenty pages."""
BLOCKS = 700
"""Blocks of a part: about forty pages, a second or two of work and well below the memory of a process."""
MARKED = 60
"""Blocks at the end of a part that may begin the next one: a few pages, of which one will begin with a block."""
YIELD = 0.005
"""Seconds between giving a process back and asking for the next: a thread that waits is awake by then."""
Told = Callable[[int, int], None]


def told_nobody(_done: int, _total: int) -> None:
    """For papers nobody waits in front of."""


@dataclass
class Part:
    """A part that was laid out, and its PDF once it is drawn."""

    start: int
    end: int
    data: bytes = b""


@dataclass
class Chain:
    """Where the next part begins: block and page; None when there is none, or when a part could not be drawn."""

    text: LongText
    start: int | None = 0
    page: int = 1
    parts: list[Part] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def draw_text(pool: Pool, text: LongText, request: dict[str, Any], told: Told = told_nobody) -> bytes:
    """The whole paper as one PDF, the same pages as if it were drawn in one piece; PrintFailed where it cannot be."""
    chain = Chain(text)
    with ThreadPoolExecutor(pool.size, thread_name_prefix="printing") as threads:
        working = [threads.submit(_work, pool, chain, request, told) for _ in range(pool.size)]
        for each in working:
            each.result()
    deeper = [_leading(text.headings(part.start, part.end)) for part in chain.parts]
    drawn = [part.data for part in chain.parts]
    merging = {"job": "merge", "lengths": [len(data) for data in drawn], "deeper": deeper}
    return pool.ask(merging, b"".join(drawn))[1]


def _leading(levels: list[int]) -> int:
    """How many headings of the third level come before the first of the second: they belong to the part before."""
    return next((number for number, level in enumerate(levels) if level == 2), len(levels))


def _work(pool: Pool, chain: Chain, request: dict[str, Any], told: Told) -> None:
    try:
        while chain.start is not None:
            with pool.lend() as process:
                with chain.lock:
                    if chain.start is None:
                        return
                    page, part = chain.page, _lay_out(pool, process, chain, request)
                _answer, part.data = pool.ask_of(process, {"job": "write", "page": page, **request}, b"")
            time.sleep(YIELD)  # whoever waits for a process with a short paper takes this one now
            told(sum(each.end - each.start for each in chain.parts if each.data), len(chain.text.blocks))
    except BaseException:
        chain.start = None
        raise


def _lay_out(pool: Pool, process: RenderProcess, chain: Chain, request: dict[str, Any]) -> Part:
    """Lay out the next part and move the chain on; more blocks where no page begins with one."""
    start, total = chain.start or 0, len(chain.text.blocks)
    end, marked = start + BLOCKS, MARKED
    while True:
        last = end + MARKED >= total
        end = total if last else end
        asked = {"job": "lay", "page": chain.page, "start": start, "last": last, **request}
        html = chain.text.part(start, end, 0 if last else marked)
        answer, _ = pool.ask_of(process, asked, html.encode())
        if last or answer["next"]:
            break
        end += BLOCKS  # every page began in the middle of a block: look further, and at all of them
        marked = end - start
    part = Part(start, answer["next"] or total)
    chain.parts.append(part)
    chain.start = answer["next"]
    chain.page += answer["pages"]
    return part

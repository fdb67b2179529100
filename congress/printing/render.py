"""From a printout to a PDF: kept from before, or drawn by a render process; the web process never lays out a page."""

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from congress.printing.assembly import Sheet, draw
from congress.printing.html import DEFAULT_FAMILY, html_of, margins, stylesheet_of
from congress.printing.kept import KeptPapers
from congress.printing.layout_profiles import profile_for
from congress.printing.measures import MILLIMETRE
from congress.printing.pool import Pool
from congress.printing.printout import LineNumbers, Printout
from congress.printing.text_parts import Told, told_nobody

EDITION = "3"
"""Raised when the same HTML and style sheet would give another PDF; kept PDFs of an older edition are not served."""

COUNTING = 120
"""Seconds for a paper whose lines are counted: it is laid out in one piece, 200 pages in about 15 s on two cores."""


class Press:
    """Prints papers in one font family. Safe to share between threads; starts its processes at the first paper."""

    def __init__(self, kept: Path | None = None, family: str = DEFAULT_FAMILY, pool: Pool | None = None) -> None:
        self.family = family
        self.pool = pool or Pool(family)
        self.kept = KeptPapers(kept) if kept else None

    def pdf(self, printout: Printout, split: bool = True, told: Told = told_nobody) -> bytes:
        """The paper as a tagged PDF; PrintFailed with a sentence for the office where there can be none.

        `split` allows long tables and texts to be drawn in parts side by side; the pages are the same either way.
        `told` is called with (paragraphs drawn, of how many) while a long text is drawn.
        """
        html, css, key = self._prepared(printout)
        kept = None if printout.secret else self.kept
        if kept and (found := kept.find(key)):
            return found
        profile = profile_for(printout.date)
        top, _, bottom, left = margins(profile, printout.landscape)
        height = 210 if printout.landscape else 297
        sheet = Sheet(css, self.family, top * MILLIMETRE, (height - bottom) * MILLIMETRE, printout.foot)
        if printout.lines is LineNumbers.NONE:
            data = draw(self.pool, html, sheet, split, told)
        else:
            through = printout.lines is LineNumbers.THROUGH
            wanted = {"job": "numbered", "left": left * MILLIMETRE, "through": through, **sheet.request}
            data = self.pool.ask(wanted, html.encode(), COUNTING)[1]
        if kept:
            kept.keep(key, data)
        return data

    def find(self, printout: Printout) -> bytes | None:
        """The PDF of the same paper if it was drawn not long ago."""
        return self.kept.find(self.key(printout)) if self.kept and not printout.secret else None

    def key(self, printout: Printout) -> str:
        """What tells this paper from any other: the same key, the same PDF."""
        return self._prepared(printout)[2]

    def places(self, printout: Printout) -> "Places":
        """On which pages and lines of the printed paper its numbered elements stand. Slow; PrintFailed as `pdf`."""
        css = stylesheet_of(profile_for(printout.date), printout.landscape, printout.foot, self.family)
        wanted = {"job": "places", "css": css, "family": self.family}
        answer, _ = self.pool.ask(wanted, html_of(printout).encode(), COUNTING)
        return Places(answer["pages"], {name: tuple(span) for name, span in answer["places"].items()})

    def _prepared(self, printout: Printout) -> tuple[str, str, str]:
        """The HTML, the style sheet, and the key under which the same paper is found again."""
        html = html_of(printout)
        css = stylesheet_of(profile_for(printout.date), printout.landscape, printout.foot, self.family)
        return (
            html,
            css,
            hashlib.sha256(f"{EDITION}\0{self.family}\0{css}\0{printout.lines.value}{html}".encode()).hexdigest(),
        )


@dataclass(frozen=True)
class Places:
    """`pages` of the paper, and by element's id its first page and line and its last page and line, from one."""

    pages: int
    spans: Mapping[str, tuple[int, int, int, int]]


def render(printout: Printout) -> bytes:
    """The paper as PDF by a press of this process that keeps nothing, for the command line."""
    return _press().pdf(printout)


@functools.cache
def _press() -> Press:
    return Press()

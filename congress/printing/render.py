"""From a printout to a PDF: kept from before, or drawn by a render process; the web process never lays out a page."""

import functools
import hashlib
from pathlib import Path

from congress.printing.assembly import Sheet, draw
from congress.printing.html import DEFAULT_FAMILY, html_of, margins, stylesheet_of
from congress.printing.kept import KeptPapers
from congress.printing.layout_profiles import profile_for
from congress.printing.measures import MILLIMETRE
from congress.printing.pool import Pool
from congress.printing.printout import Printout

EDITION = "2"
"""Raised when the same HTML and style sheet would give another PDF; kept PDFs of an older edition are not served."""


class Press:
    """Prints papers in one font family. Safe to share between threads; starts its processes at the first paper."""

    def __init__(self, kept: Path | None = None, family: str = DEFAULT_FAMILY, pool: Pool | None = None) -> None:
        self.family = family
        self.pool = pool or Pool(family)
        self.kept = KeptPapers(kept) if kept else None

    def pdf(self, printout: Printout, split: bool = True) -> bytes:
        """The paper as a tagged PDF; PrintFailed with a sentence for the office where there can be none.

        `split` allows long tables to be drawn in parts side by side; the pages are the same either way.
        """
        html = html_of(printout)
        profile = profile_for(printout.date)
        css = stylesheet_of(profile, printout.landscape, printout.foot, self.family)
        key = hashlib.sha256(f"{EDITION}\0{self.family}\0{css}\0{html}".encode()).hexdigest()
        kept = None if printout.secret else self.kept
        if kept and (found := kept.find(key)):
            return found
        top, _, bottom, _ = margins(profile, printout.landscape)
        height = 210 if printout.landscape else 297
        sheet = Sheet(css, self.family, top * MILLIMETRE, (height - bottom) * MILLIMETRE, printout.foot)
        data = draw(self.pool, html, sheet, split)
        if kept:
            kept.keep(key, data)
        return data


def render(printout: Printout) -> bytes:
    """The paper as PDF by a press of this process that keeps nothing, for the command line."""
    return _press().pdf(printout)


@functools.cache
def _press() -> Press:
    return Press()

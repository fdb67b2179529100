"""From a printout to a PDF: kept if it was made before, else drawn by a render process. The web process never lays out a page."""

import functools
import hashlib
from pathlib import Path

from congress.printing.html import DEFAULT_FAMILY, html_of, stylesheet_of
from congress.printing.kept import KeptPapers
from congress.printing.layout_profiles import profile_for
from congress.printing.pool import Pool
from congress.printing.printout import Printout

EDITION = "1"
"""Raised when the same HTML and style sheet would give another PDF; kept PDFs of an older edition are not served."""


class Press:
    """Prints papers in one font family. Safe to share between threads; starts its processes at the first paper."""

    def __init__(self, kept: Path | None = None, family: str = DEFAULT_FAMILY, pool: Pool | None = None) -> None:
        self.family = family
        self.pool = pool or Pool(family)
        self.kept = KeptPapers(kept) if kept else None

    def pdf(self, printout: Printout) -> bytes:
        """The paper as a tagged PDF; PrintFailed with a sentence for the office where there can be none."""
        html = html_of(printout)
        css = stylesheet_of(profile_for(printout.date), printout.landscape, printout.foot, self.family)
        key = hashlib.sha256("\0".join((EDITION, self.family, css, html)).encode()).hexdigest()
        if self.kept and (found := self.kept.find(key)):
            return found
        data = self._draw(html, css, key)
        if self.kept:
            self.kept.keep(key, data)
        return data

    def _draw(self, html: str, css: str, key: str) -> bytes:
        request = {"job": "pdf", "css": css, "family": self.family, "identifier": key[:32]}
        return self.pool.ask(request, html.encode())[1]


def render(printout: Printout) -> bytes:
    """The paper as PDF by a press of this process that keeps nothing, for the command line."""
    return _press().pdf(printout)


@functools.cache
def _press() -> Press:
    return Press()

"""Page and line of the printed draft: how people cite them, and which passage stands there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from congress.shared.vietnamese import fold

_CITED = re.compile(r"\b(?:trang|tr|page|p)\b[ .]*([0-9]{1,4})\D{0,12}?\b(?:dong|d|line|l)\b[ .]*(?:thu )?([0-9]{1,3})")
_BARE = re.compile(r"([0-9]{1,4})[ ,;/:.-]+([0-9]{1,3})")


@dataclass(frozen=True)
class Cited:
    """A page and a line on it, both from one; `from_below` counts the lines from the foot of the page."""

    page: int
    line: int
    from_below: bool = False


def read_cited(text: str) -> Cited | None:
    """ "trang 5, dòng 12 từ dưới lên", "tr. 5 d. 12", "5/12", "page 5, line 12"; None for what cites no place."""
    folded = fold(text).strip()
    found = _CITED.search(folded) or _BARE.fullmatch(folded)
    if not found:
        return None
    return Cited(int(found[1]), int(found[2]), "duoi len" in folded)


@dataclass(frozen=True)
class Span:
    """Where a passage stands: from a page and line to a page and line."""

    page: int
    line: int
    end_page: int
    end_line: int

    @property
    def label(self) -> str:
        """ "tr. 5, d. 12–15", as papers cite it."""
        if (self.page, self.line) == (self.end_page, self.end_line):
            return f"tr. {self.page}, d. {self.line}"
        if self.page == self.end_page:
            return f"tr. {self.page}, d. {self.line}–{self.end_line}"
        return f"tr. {self.page}, d. {self.line} – tr. {self.end_page}, d. {self.end_line}"

    def holds(self, page: int, line: int) -> bool:
        """Whether that line is one of the passage's."""
        return (self.page, self.line) <= (page, line) <= (self.end_page, self.end_line)


def standing_at(spans: Mapping[int, Span], cited: Cited) -> int | None:
    """The position of the passage on that line; None where the paper has no such line."""
    line = cited.line
    if cited.from_below:
        last = max((_last_line(span, cited.page) for span in spans.values()), default=0)
        line = last - cited.line + 1
    if line < 1:
        return None
    return next((position for position, span in spans.items() if span.holds(cited.page, line)), None)


def _last_line(span: Span, page: int) -> int:
    """The last line of this passage on that page, as far as it tells; one that goes on says nothing."""
    return span.end_line if span.end_page == page else 0

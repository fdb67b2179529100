"""Numbers of the office's own decisions, as people write them: 20, 20-QĐ/ĐU, Số 20-QĐ/ĐU."""

import re
from dataclasses import dataclass

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, tidy

SYMBOL = "QĐ/ĐU"
"""What stands behind the number on a decision of the Party committee."""
_WRITTEN = re.compile(r"(?:số\s*:?\s*)?([0-9]{1,4})(?:\s*[-–—]\s*(\S(?:.*\S)?))?", re.IGNORECASE)


@dataclass(frozen=True)
class PaperNumber:
    """ "05-QĐ/ĐU" taken apart."""

    number: int
    symbol: str = SYMBOL

    def __str__(self) -> str:
        return f"{self.number:02d}-{self.symbol}"


def parse_paper_number(text: str, field: str | None = None) -> PaperNumber:
    """The number with its symbol, QĐ/ĐU where none is written. Raises RuleBroken."""
    found = _WRITTEN.fullmatch(tidy(text))
    if not found or not int(found[1]):
        raise RuleBroken(N_("Hãy ghi số quyết định như 20 hoặc 20-QĐ/ĐU."), field)
    symbol = found[2] or SYMBOL
    return PaperNumber(int(found[1]), SYMBOL if fold(symbol) == fold(SYMBOL) else symbol)


def parse_own_number(text: str, field: str | None = None) -> int:
    """The bare number where only decisions of the Party committee, …-QĐ/ĐU, are kept. Raises RuleBroken."""
    found = parse_paper_number(text, field)
    if found.symbol != SYMBOL:
        raise RuleBroken(N_("Quyết định này mang ký hiệu QĐ/ĐU. Hãy ghi số như 20 hoặc 20-QĐ/ĐU."), field)
    return found.number

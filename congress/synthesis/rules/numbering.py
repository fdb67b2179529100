"""The number of a report as offices write it: "12", "12-BC/TBVK", "Số 12-BC/TBVK"."""

import re

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

SYMBOL = "BC/TBVK"
"""Báo cáo of the documents subcommittee; the kinds and bodies of domain.md §7.5 [C]."""
LARGEST = 9999
_WRITTEN = re.compile(r"(?:số\s*:?\s*)?(\d{1,6})(?:\s*[-–]\s*(\S.{0,38}\S))?", re.IGNORECASE)


def read_number(text: str) -> tuple[int | None, str]:
    """(number, symbol) of what was typed; nothing typed: (None, ""), room for the pen. RuleBroken on `number`."""
    if not text:
        return None, ""
    found = _WRITTEN.fullmatch(text)
    if not found or not found[1].isascii() or not 0 < int(found[1]) <= LARGEST:
        raise RuleBroken(N_("Số văn bản ghi như 12 hoặc 12-BC/TBVK, số từ 1 đến 9999."), "number")
    symbol = found[2] or ""
    return int(found[1]), "" if symbol == SYMBOL else symbol


def written_number(number: int | None, symbol: str) -> str:
    """As it stands in the form and on the paper: "05-BC/TBVK"; "" without one."""
    return f"{number:02d}-{symbol or SYMBOL}" if number else ""

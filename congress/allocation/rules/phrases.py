"""Sentences of an explanation, ready to be translated; and what they say alike about rounding and ties."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from congress.allocation.rules.claims import Tie
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.rules.shares import OFFICIAL, Outcome, Share
from congress.allocation.vocabulary import Method, TieRule
from congress.shared.labels import N_
from congress.shared.vietnamese import decimal_on_paper, number_on_paper

PLACES, MOST_PLACES = 2, 9
NAMED = 3  # so many cells are named in a sentence, the others counted


@dataclass(frozen=True)
class Phrase:
    """A message marked with N_() and its values, among them further phrases or tuples of them (joined with commas).

    `text(gettext)` translates first (a page hands in congress.web.filters.gettext); `text()` is what paper prints.
    """

    message: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self, say: Callable[[str], str] = str) -> str:
        """The whole sentence."""
        filled = {name: _said(value, say) for name, value in self.values.items()}
        return say(self.message) % filled if filled else say(self.message)


def _said(value: Any, say: Callable[[str], str]) -> str:
    if isinstance(value, Phrase):
        return value.text(say)
    if isinstance(value, tuple):
        return ", ".join(_said(each, say) for each in value)
    return number_on_paper(value) if isinstance(value, int) else str(value)


@dataclass(frozen=True)
class Told:
    """One cell in one outcome, about to be told."""

    plan: Plan
    outcome: Outcome
    cell: Cell
    share: Share

    @property
    def is_official(self) -> bool:
        """Official seats, not alternates."""
        return self.outcome.standing == OFFICIAL

    @property
    def tie(self) -> Tie | None:
        """The tie it took part in."""
        return next((tie for tie in self.outcome.ties if tie.key == self.share.tie), None)


ROUNDING = {
    Method.WEBSTER: N_("làm tròn đến số gần nhất"),
    Method.DHONDT: N_("làm tròn xuống"),
    Method.ADAMS: N_("làm tròn lên"),
}
TIE_RULES = {
    TieRule.MORE_MEMBERS: N_("xét chi bộ đông đảng viên hơn trước"),
    TieRule.PRINTED_ORDER: N_("tạm xét theo thứ tự trong danh sách, cần văn phòng xác nhận"),
    TieRule.DECIDED: N_("theo quyết định đã ghi"),
}


def rough(number: Fraction) -> str:
    """A fraction with as many decimals as it takes not to look like another whole number: 2,93; 2,9997 (not 3,00)."""
    for places in range(PLACES, MOST_PLACES):
        shown = decimal_on_paper(number, places)
        if decimal_on_paper(int(number), 0) == shown.split(",")[0]:
            return shown
    return decimal_on_paper(number, MOST_PLACES)


def short(number: Fraction) -> str:
    """A divisor as it was chosen: "9", "8,6"; to four decimals where it is no short decimal."""
    for places in range(4):
        if number * 10**places == int(number * 10**places):
            return decimal_on_paper(number, places)
    return decimal_on_paper(number, 4)


def signed(number: int) -> str:
    """A difference as a table shows it: "+2", "−1", "0"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def names(plan: Plan, keys: tuple[str, ...], but: str = "") -> str | Phrase:
    """Cells by name, the first few of them."""
    found = [plan.by_key[key].name for key in keys if key != but]
    if len(found) <= NAMED:
        return ", ".join(found)
    return Phrase(
        N_("%(names)s và %(more)s chi bộ khác"), {"names": ", ".join(found[:NAMED]), "more": len(found) - NAMED}
    )

"""What the papers about an allocation say alike: names in the office's spelling, the congress, a decision's number."""

from collections.abc import Callable
from datetime import date
from functools import partial

from congress.allocation.rules.issued import IssuedFacts
from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.shared.vietnamese import date_on_paper, house_style

Write = Callable[[str], str]
INVENTED = "Số liệu minh họa của đại hội mẫu, không phải số liệu thật."


def writing(congress: Congress) -> Write:
    """Put the tones of ủy, hòa where this office wants them."""
    return partial(house_style, style="uỷ" if congress.house_style is HouseStyle.OLD else "ủy")


def congress_in_full(congress: Congress) -> str:
    """ "Đại hội đại biểu Đảng bộ xã Mỹ Hiệp lần thứ I, nhiệm kỳ 2025 – 2030"."""
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    return f"{kind} {congress.organisation} lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"


def decision_in_text(number: int | None, symbol: str, day: date | None) -> str:
    """ "Quyết định số 05-QĐ/ĐU, ngày 05/8/2025"; dots where the pen is still to come."""
    written = f"{number:02d}" if number is not None else "…"
    return f"Quyết định số {written}-{symbol}, ngày {date_on_paper(day) if day else '…/…/…'}"


def of_decision(facts: IssuedFacts) -> str:
    """The decision of these facts in running text."""
    return decision_in_text(facts.decision_number, facts.symbol, facts.decision_date)

"""The words and figures papers about delegates share."""

from collections.abc import Sequence

from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.delegates.rules import roll
from congress.delegates.rules.on_paper import LeftOut
from congress.delegates.rules.roll import Line, Totals
from congress.delegates.vocabulary import Standing
from congress.shared.vietnamese import house_style, percent, two_digits

OF_WHOM = {
    None: "đại biểu chính thức và đại biểu dự khuyết",
    Standing.OFFICIAL: "đại biểu chính thức",
    Standing.ALTERNATE: "đại biểu dự khuyết",
}


def styled(congress: Congress, text: str) -> str:
    """The text with "ủy" or "uỷ", as the congress writes it."""
    return house_style(text, "uỷ" if congress.house_style is HouseStyle.OLD else "ủy")


def counted(lines: Sequence[Line]) -> str:
    """ "4 đại biểu", with women and alternates where there are any: "5 đại biểu (2 nữ, 1 dự khuyết)"."""
    totals = roll.add_up(lines)
    mixed = totals.alternate and totals.official
    more = [f"{totals.women} nữ" if totals.women else "", f"{totals.alternate} dự khuyết" if mixed else ""]
    inside = ", ".join(filter(None, more))
    return f"{len(lines)} đại biểu" + (f" ({inside})" if inside else "")


def sentence(totals: Totals, left_out: LeftOut) -> str:
    """What the list holds, in words below it, and whom it leaves out."""
    parts = [
        f"{two_digits(totals.official)} đại biểu chính thức" if totals.official else "",
        f"{two_digits(totals.alternate)} đại biểu dự khuyết" if totals.alternate else "",
    ]
    origins = [
        f"{two_digits(number)} {word}"
        for number, word in (
            (totals.ex_officio, "đương nhiên"),
            (totals.elected, "được bầu"),
            (totals.appointed, "chỉ định"),
        )
        if number
    ]
    women = f"{two_digits(totals.women)} nữ ({percent(totals.women, totals.people)}%)"
    without = [
        f"{two_digits(number)} đồng chí {word}"
        for number, word in ((left_out.not_summoned, "không triệu tập"), (left_out.replaced, "đã được thay thế"))
        if number
    ]
    but = f" Không ghi {' và '.join(without)}." if without else ""
    return f"Danh sách có {' và '.join(filter(None, parts))}; trong đó {', '.join([women, *origins])}.{but}"

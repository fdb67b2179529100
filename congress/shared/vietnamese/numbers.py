"""Numbers as they stand on Vietnamese paper: dot between thousands, comma before decimals, Roman ordinals."""

import re
from decimal import Decimal
from fractions import Fraction

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese.text import tidy

_WHOLE_NUMBER = re.compile(r"-?(?:[0-9]{1,18}|[0-9]{1,3}(?:[. ][0-9]{3}){1,5})")
_LONGEST_ECHO = 40
_ROMAN = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]  # fmt: skip
_LARGEST_ROMAN = 3999
NOTHING_TO_SHARE = "–"


def number_on_paper(number: int) -> str:
    """1293 → "1.293"."""
    return f"{number:,}".replace(",", ".")


def two_digits(number: int) -> str:
    """Counts and numbers of papers below 10 carry a zero: "05 đồng chí", "Số 05-NQ/ĐU"; larger ones as usual."""
    return f"0{number}" if 0 <= number < 10 else number_on_paper(number)


def decimal_on_paper(number: int | Fraction | Decimal, places: int = 1) -> str:
    """Rounded half-up (away from zero) to this many places: Fraction(1, 8), 2 → "0,13". Exact: no floats anywhere."""
    scaled = abs(Fraction(number)) * 10**places
    whole, decimals = divmod(int(scaled + Fraction(1, 2)), 10**places)
    sign = "-" if number < 0 and (whole or decimals) else ""
    return sign + number_on_paper(whole) + (f",{decimals:0{places}d}" if places else "")


def percent(part: int | Fraction, whole: int | Fraction, places: int = 2) -> str:
    """The share of `part` in `whole` in per cent, without the sign: 10, 43 → "23,26".

    Half-up from the exact fraction; printed shares need not sum to 100, and are not forced to (domain §4.5).
    A share of nothing is "–".
    """
    if whole == 0:
        return NOTHING_TO_SHARE
    return decimal_on_paper(Fraction(part) * 100 / Fraction(whole), places)


def parse_number(text: str, field: str | None = None) -> int:
    """A whole number as typed: "1293", "1.293", "1 293". RuleBroken for anything else, also for a decimal comma."""
    typed = tidy(text)
    if not _WHOLE_NUMBER.fullmatch(typed):
        raise RuleBroken(
            N_("“%(typed)s” không phải số nguyên. Hãy ghi như 1293 hoặc 1.293."), field, typed=typed[:_LONGEST_ECHO]
        )
    return int(typed.replace(".", "").replace(" ", ""))


def roman(number: int) -> str:
    """1 → "I", as in "lần thứ I"; from 1 to 3999, otherwise ValueError."""
    if not 1 <= number <= _LARGEST_ROMAN:
        raise ValueError(f"no Roman number for {number}")
    numeral = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        numeral += sign * times
    return numeral


def parse_roman(text: str, field: str | None = None) -> int:
    """ "XIV" → 14, small letters too; RuleBroken for anything that is not written as `roman` writes it."""
    typed = tidy(text).upper()
    rest, number = typed, 0
    for value, sign in _ROMAN:
        while rest.startswith(sign) and number + value <= _LARGEST_ROMAN:
            rest, number = rest.removeprefix(sign), number + value
    if rest or number == 0 or roman(number) != typed:
        raise RuleBroken(
            N_("“%(typed)s” không phải số La Mã. Hãy ghi như I, II, XIV."), field, typed=tidy(text)[:_LONGEST_ECHO]
        )
    return number

"""From a cell's value to a field's: what ColumnSpec.parse is made of. Each raises RuleBroken in the user's words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from congress.shared.labels import N_, Labelled
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import (
    PartialDate,
    date_on_paper,
    fold,
    number_on_paper,
    parse_date,
    parse_number,
    parse_partial_date,
    tidy,
    tidy_lines,
)
from congress.spreadsheets.tables import CellError, Value

Parse = Callable[[Value], Any]
Word = TypeVar("Word", bound=Labelled)

_LONGEST_ECHO = 40
# A bare number is a day when it lies between 1908 and 2119 as Excel counts; below are years.
_FIRST_SERIAL, _LAST_SERIAL = 3000, 80_000
_EXCEL_ZERO, _MAC_ZERO = date(1899, 12, 30), date(1904, 1, 1)

TOO_LONG = N_("Dài %(length)s ký tự, chỉ được %(most)s.")
NO_DAY = N_("“%(typed)s” không phải ngày, tháng, năm. Hãy ghi như 5/8/2025.")
NO_NUMBER = N_("“%(typed)s” không phải số nguyên. Hãy ghi như 1293 hoặc 1.293.")
BETWEEN = N_("Số phải từ %(least)s đến %(most)s.")
NO_WORD = N_("“%(typed)s” không có trong danh sách. Hãy ghi một trong: %(words)s.")
NO_YES_OR_NO = N_("“%(typed)s” không rõ là có hay không. Hãy ghi x hoặc để trống.")

_YES = frozenset(("x", "co", "dung", "true", "1", "v", "yes", "✓", "✔", "☑", "√"))
_NO = frozenset(("khong", "ko", "sai", "false", "0", "no", "-", "–", "☐"))


def as_text(value: Value) -> str:
    """A value as a reader of the file sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return date_on_paper(value)
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")
    return value.code if isinstance(value, CellError) else str(value)


def as_written(value: Any) -> str | int | float:
    """A field's value as our own workbooks write it, so that the parsers here read it back as it was.

    Days are written as text ("05/8/2025"): whoever corrects one in a workbook set to American dates would otherwise
    turn day and month round without seeing it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, date):
        return date_on_paper(value)
    if isinstance(value, Labelled):
        return value.label
    return value if isinstance(value, int | float) else str(value)


def is_serial(value: Value) -> bool:
    """Whether a number may be a day as workbooks count them (a year is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and _FIRST_SERIAL <= value <= _LAST_SERIAL


def day_of_serial(number: float, from_1904: bool = False) -> date:
    """The day a workbook means by a number: 45874 is 05/8/2025, or 44412 in a workbook that counts from 1904."""
    return (_MAC_ZERO if from_1904 else _EXCEL_ZERO) + timedelta(days=int(number))


def text(most: int) -> Parse:
    """One line of at most so many characters; a number or a day as it is seen."""

    def parse(value: Value) -> str:
        return _short_enough(tidy(as_text(value)), most)

    return parse


def lines(most: int) -> Parse:
    """Several lines of at most so many characters."""

    def parse(value: Value) -> str:
        return _short_enough(tidy_lines(as_text(value)), most)

    return parse


def _short_enough(found: str, most: int) -> str:
    if len(found) > most:
        raise RuleBroken(TOO_LONG, length=len(found), most=number_on_paper(most))
    return found


def whole(least: int = 0, most: int = 1_000_000) -> Parse:
    """A whole number between these: 12, 12.0, "12", "1.293"."""

    def parse(value: Value) -> int:
        if isinstance(value, bool | date | CellError) or (isinstance(value, float) and not value.is_integer()):
            raise RuleBroken(NO_NUMBER, typed=as_text(value)[:_LONGEST_ECHO])
        number = int(value) if isinstance(value, int | float) else parse_number(str(value))
        if not least <= number <= most:
            raise RuleBroken(BETWEEN, least=number_on_paper(least), most=number_on_paper(most))
        return number

    return parse


def day(value: Value) -> date:
    """A full date: of the calendar, as text ("5/8/2025"), or as a workbook's number."""
    if isinstance(value, date):
        return value
    if is_serial(value):
        assert isinstance(value, int | float)
        return day_of_serial(value)
    if not isinstance(value, str):
        raise RuleBroken(NO_DAY, typed=as_text(value)[:_LONGEST_ECHO])
    return parse_date(value)


def partial_day(value: Value) -> PartialDate:
    """A date of which perhaps only the year, or month and year, is known: also "8/1979", "1965" and the number 1965."""
    if isinstance(value, date):
        return PartialDate.of(value)
    if is_serial(value):
        assert isinstance(value, int | float)
        return PartialDate.of(day_of_serial(value))
    return parse_partial_date(as_text(value))


def yes_no(value: Value) -> bool:
    """A tick: x, có, TRUE, 1; không, 0, FALSE are no."""
    if isinstance(value, bool):
        return value
    typed = fold(as_text(value))
    if typed in _YES:
        return True
    if typed in _NO:
        return False
    raise RuleBroken(NO_YES_OR_NO, typed=as_text(value)[:_LONGEST_ECHO])


def word(words: type[Word], aliases: Mapping[str, Word] | None = None) -> Callable[[Value], Word]:
    """A word of a vocabulary by its label, with or without marks, or by another name people use for it."""
    known = {_plain(name): each for name, each in (aliases or {}).items()} | {
        _plain(each.label): each for each in words
    }

    def parse(value: Value) -> Word:
        if (found := known.get(_plain(as_text(value)))) is None:
            raise RuleBroken(
                NO_WORD, typed=as_text(value)[:_LONGEST_ECHO], words=", ".join(each.label for each in words)
            )
        return found

    return parse


def one_of(words: Sequence[str], aliases: Mapping[str, str] | None = None) -> Callable[[Value], str]:
    """One of these texts, as it stands in the list, whatever marks and case were typed."""
    known = {_plain(name): each for name, each in (aliases or {}).items()} | {_plain(each): each for each in words}

    def parse(value: Value) -> str:
        if (found := known.get(_plain(as_text(value)))) is None:
            raise RuleBroken(NO_WORD, typed=as_text(value)[:_LONGEST_ECHO], words=", ".join(words))
        return found

    return parse


def _plain(typed: str) -> str:
    return fold(typed).strip(" .,;:")

"""Text files of rows: how they are encoded, what parts their columns."""

import codecs
import csv
from collections import Counter
from io import StringIO
from itertools import islice

from congress.shared.problems import RuleBroken
from congress.spreadsheets import limits
from congress.spreadsheets.sheet_xml import Reach, letters

_SAMPLE, _SAMPLE_LENGTH = 50, 60_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SIGNS = (",", ";", "\t")


def decoded(content: bytes) -> str:
    """The text of UTF-8 with or without a mark, or of UTF-16 with one (Excel's "Unicode text").

    Anything else is refused: windows-1258 and windows-1252 cannot be told apart, and a name read wrongly looks right
    enough to be overlooked.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise RuleBroken(limits.NOT_UTF8) from error
    if "\0" in text:
        raise RuleBroken(limits.NO_WORKBOOK)
    return text


def rows_of(text: str, name: str) -> list[list[str]]:
    """The rows as they stand. Raises RuleBroken for a formula, for too many or too long cells."""
    first, _, rest = text.partition("\n")
    if first.strip().lower() in ("sep=,", "sep=;", "sep=\t", "sep="):
        sign, text = first.strip()[4:] or "\t", "\n" + rest
    else:
        sign = _sign(text)
    csv.field_size_limit(limits.LONGEST_TEXT)
    reach = Reach(name)
    rows: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    try:
        for row in reader:
            rows.append(row)
            if len(row) > limits.WIDEST_ROW:
                raise RuleBroken(limits.TOO_MANY_COLUMNS, sheet=name, most=limits.MOST_COLUMNS)
            filled = [place for place, value in enumerate(row, start=1) if value.strip()]
            if filled:
                reach.take_in(len(rows), filled[-1])
            for place in filled:
                if row[place - 1].lstrip().startswith("="):
                    raise RuleBroken(limits.FORMULA, sheet=name, cell=f"{letters(place)}{len(rows)}")
    except csv.Error as error:
        raise RuleBroken(limits.TEXT_TOO_LONG, row=len(rows) + 1, most=limits.LONGEST_TEXT) from error
    return rows


def _sign(text: str) -> str:
    """What parts the columns: the sign by which most rows of the beginning fall into equally many."""

    def weight(sign: str) -> int:
        try:
            rows = islice(csv.reader(StringIO(text[:_SAMPLE_LENGTH], newline=""), delimiter=sign), _SAMPLE)
            widths = Counter(len(row) for row in rows if len(row) > 1)
        except csv.Error:
            return 0
        return max((times * (width - 1) for width, times in widths.items()), default=0)

    return max(_SIGNS, key=weight)

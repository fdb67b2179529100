"""The child process: a workbook on standard input, its tables or the refusal as JSON on standard output.

{"tables": [[name, counts from 1904, [[row number, [values]]]]]} or {"refused": sentence, "values": {…}}.
A value is text, number, truth or null, {"day": iso} or {"error": code}.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from pathlib import PurePath
from typing import Any

from python_calamine import CalamineSheet, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

from congress.shared.confined import UNREADABLE
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy_lines
from congress.spreadsheets import limits
from congress.spreadsheets.delimited import decoded, rows_of
from congress.spreadsheets.disarming import rearm
from congress.spreadsheets.package import sheets_of
from congress.spreadsheets.sheet_xml import Reach, look_at, look_at_ods

LARGEST_EXACT = 2**53


def tables(content: bytes, filename: str) -> Iterator[list[Any]]:
    """Each visible sheet as [name, counts from 1904, rows]. Raises RuleBroken."""
    if not limits.check_kind(content, filename):
        name = PurePath(filename).stem
        yield [name, False, list(_numbered(rows_of(decoded(content), name), Reach(name)))]
        return
    is_ods, parts = sheets_of(content)
    if is_ods:
        reaches = look_at_ods(parts[0].xml)
        from_1904 = False
    else:
        reaches = [look_at(part) for part in parts]
        from_1904 = any(part.from_1904 for part in parts)
    known = {reach.name: reach for reach in reaches}
    parts.clear()
    book = load_workbook(BytesIO(content))
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
            rows = _values(book.get_sheet_by_index(place))
            yield [sheet.name, from_1904, list(_numbered(rows, known.get(sheet.name, Reach(sheet.name))))]


def _values(sheet: CalamineSheet) -> Iterable[Sequence[Any]]:
    return sheet.to_python(skip_empty_area=False) if sheet.end else ()


def _numbered(rows: Iterable[Sequence[Any]], reach: Reach) -> Iterator[list[Any]]:
    """Rows with something in them, each with its number; what stands behind the last value is left out."""
    wrong: dict[int, dict[int, str]] = {}
    for (line, column), code in reach.errors.items():
        wrong.setdefault(line, {})[column] = code
    for number, row in enumerate(rows, start=1):
        values = [plain(value) for value in row]
        for column, code in wrong.get(number, {}).items():
            values += [None] * (column - len(values))
            values[column - 1] = {"error": code}
        while values and values[-1] is None:
            values.pop()
        if values:
            yield [number, values]


def plain(value: Any) -> Any:
    """A cell's value for the answer."""
    if isinstance(value, str):
        return cleaned(value) or None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < LARGEST_EXACT else value
    if isinstance(value, datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    return value


@lru_cache(maxsize=20_000)
def cleaned(text: str) -> str:
    """As stored: NFC, plain spaces, nothing invisible; the sign with which our own exports disarm a text taken off."""
    text = rearm(text)
    if not (text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text) and "Ð" not in text):
        text = tidy_lines(text)
    return text.strip(" ")


def main(arguments: list[str]) -> None:
    """Read, look, answer; a broken file is an exit code and nothing else."""
    answer: dict[str, Any]
    try:
        answer = {"tables": list(tables(sys.stdin.buffer.read(), arguments[0]))}
    except RuleBroken as broken:
        answer = {"refused": str(broken.message), "values": broken.values}
    except PasswordError:
        answer = {"refused": limits.LOCKED, "values": {}}
    except MemoryError:
        answer = {"refused": limits.SWELLS, "values": {}}
    except BaseException:  # a panic of the library is no Exception
        sys.exit(UNREADABLE)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))

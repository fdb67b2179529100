"""A foreign table understood by the columns a feature knows: every row parsed, every problem kept."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold
from congress.spreadsheets.cells import as_text, as_written, day_of_serial, is_serial
from congress.spreadsheets.heads import Heads, Place, find_heads, plain
from congress.spreadsheets.tables import (
    CellError,
    ColumnSpec,
    Kind,
    ParsedRow,
    ParsedTable,
    Problem,
    Skipped,
    SourceRow,
    SourceTable,
    Value,
)

EXAMPLE_MARK = "Ví dụ"
"""What stands in the column of numbers of a template's example row."""

SKIPPED_EXAMPLE = N_("Dòng ví dụ của mẫu.")
SKIPPED_TOTAL = N_("Dòng tổng cộng.")
SKIPPED_NO_NUMBER = N_("Không có số thứ tự và gần như trống: tiêu đề nhóm hoặc phần ký tên.")
SKIPPED_UNKNOWN = N_("Chỉ có nội dung ở các cột không nhập.")

NO_ROWS = N_(
    "Tệp có đủ cột nhưng chưa có dòng nào để nhập (dòng ví dụ và dòng tổng không tính). "
    "Hãy điền từ dòng %(row)s rồi nạp lại."
)
MISSING = N_("Thiếu %(label)s.")
ERROR = N_("Ô này báo lỗi %(code)s trong Excel. Hãy ghi giá trị đúng vào ô.")
TWO_TICKS = N_("Có dấu ở cả “%(first)s” và “%(second)s”. Chỉ được chọn một.")
TWO_HALVES = N_("Có nội dung ở cả hai cột “%(label)s”. Chỉ ghi ở một cột.")

_TOTAL = re.compile(r"(tổng cộng|tổng số|tổng|cộng|tong cong|tong so)(\s*[:.…]?\s*\d.*|\s*[:.…].*)?")
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*\)?")
_FEW = 2


def parse_table(tables: Sequence[SourceTable], columns: Sequence[ColumnSpec]) -> ParsedTable:
    """The list among these tables, by its head row; rows that are no data are named in `skipped`.

    Raises RuleBroken when no list is found, a required column is missing or a column is there twice.
    """
    heads = find_heads(tables, columns)
    rows: list[ParsedRow] = []
    skipped: list[Skipped] = []
    by_key = {each.key: each for each in columns}
    below = [row for row in heads.table.rows if row.number > heads.last_row]
    numbered = _has_numbers(below, heads)
    for row in below:
        filled = [place for place in heads.places if _at(row, place.at) is not None]
        if row.number == heads.last_row + 1 and _numbers_the_columns(row):
            continue
        if not filled:
            if _TOTAL.fullmatch(_first(row).casefold()):
                skipped.append(Skipped(row.number, _first(row), SKIPPED_TOTAL))
            elif _says_something(row, heads):
                skipped.append(Skipped(row.number, _first(row), SKIPPED_UNKNOWN))
            continue
        parsed = _parsed(row, heads, by_key)
        if reason := _no_data(row, heads, filled, parsed, numbered, columns):
            skipped.append(Skipped(row.number, _first(row), reason))
        else:
            rows.append(parsed)
    return ParsedTable(heads.table.name, heads.row, heads.letters(), tuple(heads.unknown), tuple(rows), tuple(skipped))


def parse_list(tables: Sequence[SourceTable], columns: Sequence[ColumnSpec]) -> ParsedTable:
    """The same of a list somebody wants to import: RuleBroken also where it has no row."""
    table = parse_table(tables, columns)
    if not table.rows:
        raise RuleBroken(NO_ROWS, row=table.head_row + 1)
    return table


def _at(row: SourceRow, place: int) -> Value:
    return row.values[place] if place < len(row.values) else None


def _first(row: SourceRow) -> str:
    return next(as_text(value) for value in row.values if value is not None)


def _has_numbers(rows: Sequence[SourceRow], heads: Heads) -> bool:
    """Whether this list numbers its rows: at least half of those that are well filled have their number."""
    if heads.numbers_at is None:
        return False
    filled = [(row, sum(_at(row, place.at) is not None for place in heads.places)) for row in rows]
    most = max((count for _, count in filled), default=0)
    full = [row for row, count in filled if 2 * count > most]
    return 2 * sum(_at(row, heads.numbers_at) is not None for row in full) >= len(full) > 0


def _says_something(row: SourceRow, heads: Heads) -> bool:
    """Whether there is anything but the row's own number."""
    return any(value is not None and at != heads.numbers_at for at, value in enumerate(row.values))


def _numbers_the_columns(row: SourceRow) -> bool:
    """The row "(1) (2) (3)" or "A B 1 2" that official forms have under their heads."""
    texts = [as_text(value).lower() for value in row.values if value is not None]
    return len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)


def _no_data(
    row: SourceRow,
    heads: Heads,
    filled: Sequence[Place],
    parsed: ParsedRow,
    numbered: bool,
    columns: Sequence[ColumnSpec],
) -> str:
    """Why a row is no data; "" if it is. What is merely incomplete is data with a problem."""
    number = _at(row, heads.numbers_at) if heads.numbers_at is not None else None
    if number is not None and plain(number) == plain(EXAMPLE_MARK) and _is_example(parsed, columns):
        return SKIPPED_EXAMPLE
    lacking = any(each.required and not parsed.shown.get(each.key) for each in columns)
    if (number is None or lacking or parsed.problems) and _TOTAL.fullmatch(_first(row).casefold()):
        return SKIPPED_TOTAL
    if numbered and number is None and lacking and len(filled) <= _FEW:
        return SKIPPED_NO_NUMBER
    return ""


def _is_example(parsed: ParsedRow, columns: Sequence[ColumnSpec]) -> bool:
    """Whether a row still says what the template's example says; once somebody wrote over it, it is data."""
    expected = {each.key: fold(as_text(as_written(each.example))) for each in columns if each.example is not None}
    return all(fold(text) == expected.get(key, "") for key, text in parsed.shown.items())


def _parsed(row: SourceRow, heads: Heads, by_key: dict[str, ColumnSpec]) -> ParsedRow:
    fields: dict[str, Any] = {}
    shown: dict[str, str] = {}
    problems: list[Problem] = []
    said: dict[str, tuple[ColumnSpec, Value]] = {}
    for key, (spec, value, more) in _values(row, heads).items():
        problems += more
        shown[key] = as_text(value)
        said[key] = (spec, value)
    for place in heads.places:
        if place.says and _at(row, place.at) is not None:
            other, word = place.says
            if other in by_key and (other not in said or said[other][1] is None):
                said[other], shown[other] = (by_key[other], word), word
    for key, (spec, value) in said.items():
        problems += _field(spec, _as_meant(spec, value, heads.table), fields, key)
    for key in heads.keys - said.keys():
        if key in by_key:  # said by none of its halves
            shown[key] = ""
            problems += _field(by_key[key], None, fields, key)
    return ParsedRow(row.number, fields, shown, tuple(problems))


def _values(row: SourceRow, heads: Heads) -> dict[str, tuple[ColumnSpec, Value, list[Problem]]]:
    """The value of each column of the file, split columns put together."""
    found: dict[str, tuple[ColumnSpec, Value, list[Problem]]] = {}
    for place in heads.places:
        spec, value = place.spec, _at(row, place.at)
        if place.ticked and value is not None:
            value = value if isinstance(value, CellError) else place.ticked
        _, before, problems = found.get(spec.key, (spec, None, []))
        if before is not None and value is not None:
            if place.ticked:
                problems.append(Problem(spec.key, TWO_TICKS, {"first": as_text(before), "second": place.ticked}))
            else:
                problems.append(Problem(spec.key, TWO_HALVES, {"label": spec.label}))
        found[spec.key] = (spec, before if before is not None else value, problems)
    return found


def _as_meant(spec: ColumnSpec, value: Value, table: SourceTable) -> Value:
    """A bare number in a column of days is the day it counts to."""
    if spec.kind in (Kind.DAY, Kind.PARTIAL_DAY) and is_serial(value):
        assert isinstance(value, int | float)
        return day_of_serial(value, table.from_1904)
    return value


def _field(spec: ColumnSpec, value: Value, fields: dict[str, Any], key: str) -> Iterator[Problem]:
    if value is None or value == "":
        fields[key] = spec.empty
        if spec.required:
            yield Problem(key, MISSING, {"label": spec.label[:1].lower() + spec.label[1:]})
    elif isinstance(value, CellError):
        yield Problem(key, ERROR, {"code": value.code})
    else:
        try:
            fields[key] = spec.parse(value)
        except RuleBroken as broken:
            yield Problem(key, str(broken.message), broken.values)

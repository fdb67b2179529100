"""How long workbooks take: read, understood and written, for a commune's list, a province's, and the limit.

    python -m benchmarks.workbooks

Each size in one run, best of three; what counts is the growth (20,000 rows over 194, by row) and what share of the
reading the parser itself takes, not the seconds of this machine.
"""

import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from typing import Any

import python_calamine
import xlsxwriter

from congress.people.vocabulary import Sex, Theory
from congress.spreadsheets import cells, limits
from congress.spreadsheets.matching import parse_table
from congress.spreadsheets.reader import MEGABYTES, read_tables
from congress.spreadsheets.tables import ColumnSpec, Kind
from congress.spreadsheets.templates import write_template

SIZES = (194, 5_000, limits.MOST_ROWS - 2)
FAMILIES, MIDDLES, GIVEN = "Nguyễn Trần Lê Phạm Võ".split(), "Văn Thị Đức Ngọc".split(), "An Bình Hòa Bưởi Ất".split()
COLUMNS = (
    ColumnSpec("full_name", "Họ và tên", cells.text(120), required=True),
    ColumnSpec("sex", "Giới tính", cells.word(Sex), words=("Nam", "Nữ"), required=True),
    ColumnSpec("birth", "Ngày sinh", cells.partial_day, kind=Kind.PARTIAL_DAY, required=True),
    ColumnSpec("ethnicity", "Dân tộc", cells.text(40)),
    ColumnSpec("home_place", "Quê quán", cells.text(200)),
    ColumnSpec("admitted", "Ngày vào Đảng", cells.day, kind=Kind.DAY),
    ColumnSpec("official", "Ngày chính thức", cells.day, kind=Kind.DAY),
    ColumnSpec("card", "Số thẻ đảng viên", cells.text(30)),
    ColumnSpec("theory", "Lý luận chính trị", cells.word(Theory), words=[each.label for each in Theory]),
    ColumnSpec("post", "Chức vụ", cells.text(200)),
    ColumnSpec("phone", "Điện thoại", cells.text(60)),
    ColumnSpec("votes", "Số phiếu", cells.whole(), kind=Kind.NUMBER),
)


def person(number: int) -> list[Any]:
    """One invented delegate, as typed; every seventh day as text."""
    birth = date(1960, 1, 1) + timedelta(days=number * 7 % 14_000)
    admitted = date(1990, 1, 1) + timedelta(days=number * 3 % 11_000)
    name = f"{FAMILIES[number % 5]} {MIDDLES[number % 4]} {GIVEN[number // 5 % 5]} {number}"
    return [
        name,
        "Nữ" if number % 3 else "Nam",
        f"{birth.day}/{birth.month}/{birth.year}" if number % 7 == 0 else birth,
        "Kinh",
        f"Ấp {number % 40 + 1}, xã Mỹ Hiệp, tỉnh Đồng Tháp",
        admitted,
        admitted + timedelta(days=366),
        f"60.{number:06d}",
        "Trung cấp",
        "Phó Bí thư chi bộ, Trưởng ấp",
        f"0912 {number:06d}",
        number % 100,
    ]


def workbook(rows: int) -> bytes:
    """A list of so many people as Excel writes it."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, [column.label for column in COLUMNS])
    for line in range(1, rows + 1):
        for place, value in enumerate(person(line)):
            sheet.write_datetime(line, place, value, day) if isinstance(value, date) else sheet.write(
                line, place, value
            )
    book.close()
    return buffer.getvalue()


def parsed_alone(content: bytes) -> Any:
    """What the parser does without any of our care."""
    return python_calamine.load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()


def best(work: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """The shortest of a few runs in seconds, and what the work gave."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return min(taken), found


def main() -> None:
    """Print the table."""
    print(f"{'rows':>7} {'file':>8} {'parser':>8} {'read':>8} {'understood':>11} {'template':>9} {'read/parser':>12}")
    per_row = {}
    for rows in SIZES:
        content = workbook(rows)
        parser, _ = best(partial(parsed_alone, content))
        reading, tables = best(partial(read_tables, content, "a.xlsx"))
        matching, parsed = best(partial(parse_table, tables, COLUMNS))
        assert len(parsed.rows) == rows and not any(row.problems for row in parsed.rows)
        fields = [row.fields for row in parsed.rows]
        writing, _ = best(partial(write_template, "DANH SÁCH", COLUMNS, rows=fields), times=1)
        per_row[rows] = (reading + matching) / rows
        print(
            f"{rows:>7} {len(content) // 1024:>6}kB {parser:>7.3f}s {reading:>7.3f}s {matching:>10.3f}s"
            f" {writing:>8.3f}s {reading / parser:>11.1f}×"
        )
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"growth: a row of {SIZES[-1]} costs {per_row[SIZES[-1]] / per_row[SIZES[1]]:.2f} × a row of {SIZES[1]}")
    print(f"largest child: {child} MB of {MEGABYTES} MB")


if __name__ == "__main__":
    main()

"""Whatever stands in a template or a text file comes back as it went out."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from congress.people.vocabulary import Sex
from congress.shared.vietnamese import PartialDate, tidy, tidy_lines
from congress.spreadsheets import cells, child
from congress.spreadsheets.disarming import disarm, rearm
from congress.spreadsheets.matching import parse_table
from congress.spreadsheets.reader import as_tables
from congress.spreadsheets.tables import ColumnSpec, Kind
from congress.spreadsheets.templates import write_template
from congress.spreadsheets.workbook import write_csv

COLUMNS = (
    ColumnSpec("name", "Họ và tên", cells.text(200), required=True, example="Nguyễn Văn Ví", empty=""),
    ColumnSpec("sex", "Giới tính", cells.word(Sex), words=[each.label for each in Sex], example="Nam"),
    ColumnSpec("birth", "Ngày sinh", cells.partial_day, kind=Kind.PARTIAL_DAY, example="1979"),
    ColumnSpec("day", "Ngày vào Đảng", cells.day, kind=Kind.DAY),
    ColumnSpec("votes", "Số phiếu", cells.whole(), kind=Kind.NUMBER),
    ColumnSpec("new", "Lần đầu", cells.yes_no, kind=Kind.YES_NO, empty=False),
    ColumnSpec("note", "Ghi chú", cells.lines(1000), empty=""),
)
signs = st.sampled_from(
    ["=", "+", "-", "@", "'", "'=", "_x0041_", "ữ", "K'Brơi", "đ\u0323", " ", "1", "Tổng cộng", "x"]
)
line = st.lists(signs | st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=8).map("".join).map(tidy)
lines = st.lists(line, max_size=3).map("\n".join).map(tidy_lines)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
rows = st.fixed_dictionaries(
    {
        "name": line.filter(bool),
        "sex": st.none() | st.sampled_from(list(Sex)),
        "birth": st.none() | days.map(PartialDate.of) | st.builds(PartialDate, st.integers(1900, 2100)),
        "day": st.none() | days,
        "votes": st.none() | st.integers(0, 1000),
        "new": st.booleans(),
        "note": lines,
    }
)


def read_back(content: bytes, filename: str) -> list[Any]:
    """As `read_tables` does, in this process."""
    return list(as_tables({"tables": list(child.tables(content, filename))}))


@given(st.lists(rows, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_filled_template_comes_back_row_by_row(people):
    parsed = parse_table(read_back(write_template("DANH SÁCH", COLUMNS, rows=people), "a.xlsx"), COLUMNS)
    assert [row.fields for row in parsed.rows] == people
    assert not any(row.problems for row in parsed.rows)


@given(st.lists(st.tuples(line, lines), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_text_file_comes_back_row_by_row(texts):
    (table,) = read_back(write_csv(["Tên", "Ghi chú"], texts), "a.csv")
    found = {row.number - 2: (*row.values, None, None)[:2] for row in table.rows[1:]}
    assert [tuple(text or None for text in row) for row in texts] == [
        found.get(place, (None, None)) for place in range(len(texts))
    ]


@given(st.text())
def test_disarming_is_undone_exactly(text):
    assert rearm(disarm(text)) == text
    assert disarm(text)[:1] not in ("=", "+", "-", "@", "\t", "\r") or not text

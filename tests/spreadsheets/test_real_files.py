"""Files that other programs wrote, from the file to understood rows (files/README.md says how they were made)."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from congress.people.vocabulary import Sex, Theory
from congress.shared.problems import RuleBroken
from congress.spreadsheets import cells, limits
from congress.spreadsheets.matching import SKIPPED_NO_NUMBER, SKIPPED_TOTAL, parse_table
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.tables import ColumnSpec, Kind

FILES = Path(__file__).parent / "files"
COLUMNS = (
    ColumnSpec("full_name", "Họ và tên", cells.text(120), required=True),
    ColumnSpec("sex", "Giới tính", cells.word(Sex), words=("Nam", "Nữ"), required=True),
    ColumnSpec(
        "birth",
        "Ngày sinh",
        cells.partial_day,
        aliases=("Ngày, tháng, năm sinh",),
        required=True,
        kind=Kind.PARTIAL_DAY,
        halves={"Nam": ("sex", "Nam"), "Nữ": ("sex", "Nữ")},
    ),
    ColumnSpec("ethnicity", "Dân tộc", cells.text(40)),
    ColumnSpec("admitted", "Ngày vào Đảng", cells.day, kind=Kind.DAY),
    ColumnSpec("education", "Giáo dục phổ thông", cells.text(20), aliases=("GDPT",)),
    ColumnSpec("theory", "Lý luận chính trị", cells.word(Theory), aliases=("LLCT",)),
    ColumnSpec("votes", "Số phiếu bầu", cells.whole(), kind=Kind.NUMBER),
)


@pytest.mark.parametrize("name", ["libreoffice.ods", "libreoffice.xlsx", "libreoffice.csv"])
def test_a_list_saved_by_libreoffice_is_understood(name):
    parsed = parse_table(read_tables((FILES / name).read_bytes(), name), COLUMNS)
    assert (parsed.head_row, parsed.unknown) == (6, ())
    assert not any(row.problems for row in parsed.rows)
    found = [
        (row.fields["full_name"], row.fields["sex"], row.fields["birth"].label, row.fields["admitted"])
        for row in parsed.rows
    ]
    assert found == [
        ("Nguyễn Đức Hòa", Sex.MALE, "05/8/1979", date(2005, 2, 3)),
        ("H'Hen Niê", Sex.FEMALE, "8/1985", date(2010, 2, 3)),
        ("K’Brơi", Sex.MALE, "1965", date(1990, 12, 19)),
        ("Trần Thị Bưởi", Sex.FEMALE, "05/8/1990", date(2015, 2, 3)),
    ]
    assert [row.fields["votes"] for row in parsed.rows] == [41, 40, 39, 38]
    assert [(each.number, each.reason) for each in parsed.skipped] == [
        (12, SKIPPED_TOTAL),
        (14, SKIPPED_NO_NUMBER),
        (15, SKIPPED_NO_NUMBER),
    ]


def test_an_old_workbook_is_refused_with_what_to_do():
    with pytest.raises(RuleBroken) as broken:
        read_tables((FILES / "libreoffice-97.xls").read_bytes(), "libreoffice-97.xls")
    assert broken.value.message == limits.OLD_EXCEL


def changed(old: bytes, new: bytes, name: str = "content.xml", **more: bytes) -> bytes:
    """The ODS with something in its content replaced, or with more parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(FILES / "libreoffice.ods") as before, zipfile.ZipFile(buffer, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            assert part != name or old in content
            after.writestr(part, content.replace(old, new, 1) if part == name else content)
        for part, content in more.items():
            after.writestr(part, content)
    return buffer.getvalue()


VOTES = b'office:value-type="float" office:value="41"'
MANIFEST = "META-INF/manifest.xml"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            changed(VOTES, b'table:formula="of:=SUM([.A1])" ' + VOTES),
            limits.FORMULA % {"cell": "I8", "sheet": "Trích ngang"},
        ),
        (
            changed(VOTES, b'table:number-columns-repeated="16000" ' + VOTES),
            limits.TOO_MANY_COLUMNS % {"sheet": "Trích ngang", "most": limits.MOST_COLUMNS},
        ),
        (changed(b"<office:body>", b"<office:body><table:table-source/>"), limits.EXTERNAL),
        (changed(b"<office:body>", b"<office:body>", **{"Basic/Standard/Module1.xml": b"<x/>"}), limits.MACROS),
        (changed(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>", MANIFEST), limits.LOCKED),
        (changed(b"<office:body>", b"<!ENTITY a 'b'><office:body>"), limits.ENTITIES),
    ],
    ids=["formula", "wide", "outside", "macro", "locked", "entity"],
)
def test_an_ods_is_refused_for_the_same_reasons(content, sentence):
    with pytest.raises(RuleBroken) as broken:
        read_tables(content, "a.ods")
    assert str(broken.value) == sentence


def test_an_ods_that_repeats_a_filled_row_a_million_times_is_refused():
    row = b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell %s/></table:table-row>' % VOTES
    with pytest.raises(RuleBroken, match="dòng"):
        read_tables(changed(b"</table:table>", row + b"</table:table>"), "a.ods")

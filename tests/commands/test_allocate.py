"""`congress allocate`: seats for the units of a CSV, every fault at once, no database and no application."""

import csv
import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from congress.cli import main

UNITS = """code,name,members
A,Chi bộ ấp Mỹ Thạnh,60
B,Chi bộ ấp Mỹ Hòa,30
C,Chi bộ Quân sự,10
"""


@pytest.fixture
def allocate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """allocate(UNITS, "--official", 10): the command on a file with this content."""
    monkeypatch.setenv("CONGRESS_DATA", str(tmp_path / "data"))
    file = tmp_path / "units.csv"

    def run(content: str | bytes, *words: object) -> Result:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        result = CliRunner().invoke(main, ["allocate", str(file), *map(str, words)])
        assert not (tmp_path / "data").exists()
        return result

    return run


def table(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def column(result: Result, name: str) -> list[str]:
    return [row[name] for row in table(result)]


def faults(result: Result) -> list[str]:
    assert result.exit_code == 2 and not result.stdout
    return result.stderr.strip().splitlines()


def test_every_unit_is_a_row_with_its_seats_and_the_reason(allocate):
    rows = table(allocate(UNITS, "--official", 10, "--alternate", 5))
    assert list(rows[0]) == ["code", "name", "members", "official", "alternate", "explanation"]
    assert [(row["code"], row["members"], row["official"], row["alternate"]) for row in rows] == [
        ("A", "60", "5", "3"),
        ("B", "30", "3", "2"),
        ("C", "10", "2", "0"),
    ]
    assert "được bầu 2 đại biểu chính thức: 1 theo mức nền, 1 nhờ phần dư 0,70" in rows[2]["explanation"]


def test_without_base_and_with_other_methods(allocate):
    assert column(allocate(UNITS, "--official", 10, "--base", 0), "official") == ["6", "3", "1"]
    for name in ("webster", "sainte-lague", "Sainte-Laguë", "dhondt", "D'Hondt", "jefferson", "adams", "hamilton"):
        assert sum(map(int, column(allocate(UNITS, "--official", 11, "--method", name), "official"))) == 11


def test_ex_officio_members_are_set_apart(allocate):
    with_column = "members;Name;CODE;Đương nhiên;ex_officio\n60;A;a;3;0\n30;B;b;;1\n"
    assert column(allocate(with_column, "--official", 10), "official") == ["6", "3"]
    apart = allocate(with_column, "--official", 10, "--ex-officio", "đương nhiên")
    assert sum(map(int, column(apart, "official"))) == 7


def test_priority_and_cap_are_kept(allocate):
    units = "code,name,members,priority,cap\nA,A,60,,2\nB,B,30,1,\nC,C,10,0,\n"
    assert column(allocate(units, "--official", 12), "official") == ["2", "7", "3"]


@pytest.mark.parametrize("write", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_as_spreadsheets_write_them_are_read(allocate, write, delimiter, end):
    content = unicodedata.normalize("NFD", UNITS).replace(",", delimiter).replace("\n", end).upper().encode(write)
    assert column(allocate(content, "--official", 10), "name")[1] == "CHI BỘ ẤP MỸ HÒA"


def test_quotes_blank_lines_and_excels_own_hint_are_understood(allocate):
    units = 'sep=;\r\ncode;name;members\r\n\r\nA;"Chi bộ ""Sông; Hậu""";1.060\r\n;;\r\nB;K\'Brơi;30\r\n'
    rows = table(allocate(units, "--official", 10))
    assert [row["name"] for row in rows] == ['Chi bộ "Sông; Hậu"', "K'Brơi"]
    assert rows[0]["members"] == "1060"


def test_every_fault_is_said_at_once_with_line_and_column(allocate):
    units = (
        "code,name,members,priority,cap,ex_officio\nA,x,-3,,,\nA,y,4.5,3,2,\n,z,,a,,\nD,=2+3,5,,,6\nE,e,1e3,,,\n"
        '"F\nF",f,7,x,,\nG,g,7,,−1,\n'
    )
    said = faults(allocate(units, "--official", 9))
    places = [line.split(":")[0] for line in said]
    assert places == [
        "Dòng 2, cột members",
        "Dòng 3, cột code",
        "Dòng 3, cột members",
        "Dòng 3, cột cap",
        "Dòng 4, cột code",
        "Dòng 4, cột members",
        "Dòng 4, cột priority",
        "Dòng 5, cột ex_officio",
        "Dòng 6, cột members",
        "Dòng 7, cột priority",
        "Dòng 9, cột cap",
    ]
    assert "(line 2, members: a negative number.)" in said[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("code,nam\nA,x\n", ["cột name", "cột members"]),
        ("code,name,members,code\nA,x,3,B\n", ["hai lần"]),
        ("", ["không có dòng nào"]),
        ("code,name,members\n", ["không có chi bộ nào"]),
        (b"PK\x03\x04\x00\x80\xff", ["tệp Excel"]),
        (b"code,name,members\nA,\xc2\xe1,3\xff\n", ["UTF-8"]),
        ('code,name,members\nA,"x,3\n', ["CSV"]),
    ],
)
def test_a_file_that_is_no_table_of_units_is_refused(allocate, content, words):
    said = "\n".join(faults(allocate(content, "--official", 9)))
    assert all(word in said for word in words)


def test_a_missing_column_of_committee_members_is_named(allocate):
    assert "cột uy_vien" in faults(allocate(UNITS, "--official", 9, "--ex-officio", "uy_vien"))[0]


def test_a_plan_that_cannot_be_kept_says_why(allocate):
    assert "cần ít nhất 3 đại biểu" in faults(allocate(UNITS, "--official", 2))[0]
    assert "Còn thừa" in faults(allocate(UNITS, "--official", 200))[0]
    assert "dự khuyết" in faults(allocate(UNITS, "--official", 90, "--alternate", 20))[0]


def test_ties_are_said_beside_the_table(allocate):
    tied = allocate("code,name,members\nA,A,25\nB,B,25\n", "--official", 5)
    assert column(tied, "official") == ["3", "2"]
    assert "Bằng nhau (chính thức): A, B cùng xét 1 suất cuối; được nhận: A" in tied.stderr


def test_text_that_looks_like_a_formula_is_made_harmless_and_numbers_stay_numbers(allocate):
    (row,) = table(allocate("code,name,members\n-1,@SUM(A1),9\n", "--official", 2))
    assert (row["code"], row["name"], row["members"], row["official"]) == ("'-1", "'@SUM(A1)", "9", "2")
    assert row["explanation"].startswith("'@SUM")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    result = CliRunner().invoke(main, ["allocate", str(tmp_path / "none.csv"), "--official", "3"])
    assert "Không đọc được" in faults(result)[0]


def test_standard_input_is_read_and_the_output_is_utf_8_at_any_locale(tmp_path):
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "CONGRESS_DATA": "/nowhere"}
    done = subprocess.run(
        [sys.executable, "-m", "congress", "allocate", "-", "--official", "10"],
        input=UNITS.encode(),
        capture_output=True,
        env=os.environ | settings,
        check=True,
    )
    assert "Chi bộ ấp Mỹ Thạnh" in done.stdout.decode() and b"\r" not in done.stdout


def test_it_starts_without_the_application_and_what_talks_to_a_database():
    seen = "import sys, congress.cli, congress.commands.allocation; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True, text=True)
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert not loaded & {"flask", "sqlalchemy", "jinja2", "alembic", "weasyprint"}
    assert "congress.application" not in done.stdout.split()

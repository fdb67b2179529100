"""`congress import`: rows and states on standard output, messages on standard error, nothing written when refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from congress import create_app
from congress.cli import main
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.database import db
from congress.delegates import queries as delegates
from congress.journal.queries import latest
from congress.shared.scope import UnitScope
from congress.units import queries as units
from tests.conftest import new_postgres_database
from tests.factories import make_delegate, make_unit

UNITS = "Mã,Tên,Đảng viên chính thức\nCB01,Chi bộ ấp Mỹ Thạnh,25\nCB02,Chi bộ ấp Mỹ Hòa,40\n"
DELEGATES = "Họ và tên,Giới tính,Ngày sinh,Chi bộ\nNguyễn Thị Hòa,Nữ,5/8/1979,CB01\nLê Văn Tám,Nam,1965,Ấp Mỹ Thạnh\n"


@pytest.fixture
def command(engine_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """command("units", text, …): the command on a congress of its own."""
    monkeypatch.setenv("CONGRESS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("CONGRESS_DATABASE_URL", raising=False)
    if engine_name == "postgresql":
        monkeypatch.setenv("CONGRESS_DATABASE_URL", new_postgres_database())
    found = ("new-congress", "--slug", "my-hiep", "--name", "Mỹ Hiệp", "--term", "2025-2030")
    assert CliRunner().invoke(main, found).exit_code == 0

    def run(kind: str, text: str | bytes, *words: str, name: str = "danh-sach.csv", slug: str = "my-hiep") -> Result:
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return CliRunner().invoke(main, ["import", kind, str(file), "--congress", slug, *words])

    return run


@pytest.fixture
def stored(command: Any) -> Any:
    """stored(): an application on the same database, in whose context the rows are read."""
    return lambda: create_app(Settings.from_environment()).app_context()


def the_congress() -> Any:
    return congresses.by_slug("my-hiep")


def names() -> list[str]:
    return [line.full_name for line in delegates.lines(the_congress().id, UnitScope.everything())]


def refused(result: Result) -> str:
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.stderr
    return result.stderr


def test_cells_come_in_and_every_row_is_printed_with_its_state(command, stored):
    result = command("units", UNITS)
    assert result.exit_code == 0, result.output
    assert "    2  Thêm mới             Chi bộ ấp Mỹ Thạnh" in result.stdout
    assert "Tổng 2 dòng: thêm mới 2." in result.stdout
    with stored():
        assert [unit.code for unit in units.everyone(the_congress().id)] == ["CB01", "CB02"]
        assert {entry.actor_name for entry in latest(the_congress().id)} == {"Người quản trị máy chủ"}


def test_a_dry_run_shows_the_same_and_writes_nothing(command, stored):
    result = command("units", UNITS, "--dry-run", "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert [(row["row"], row["state"]) for row in found["rows"]] == [(2, "new"), (3, "new")]
    assert found["rows"][0]["cells"]["code"] == {"column": "A", "state": "new", "value": "CB01"}
    assert found["imported"] is False
    assert "nothing was written" in result.stderr
    with stored():
        assert not units.everyone(the_congress().id)


def test_the_same_file_again_changes_nothing_and_a_corrected_one_says_what(command, stored):
    command("units", UNITS)
    again = json.loads(command("units", UNITS, "--json").stdout)
    assert again["totals"]["found"] == 2
    with stored():
        before = len(latest(the_congress().id))
    corrected = command("units", UNITS.replace(",40", ",41"), "--json")
    row = json.loads(corrected.stdout)["rows"][1]
    assert row["state"] == "changed"
    assert row["cells"]["official_members"] == {"column": "C", "state": "changed", "value": "41", "before": "40"}
    with stored():
        assert len(latest(the_congress().id)) == before + 2


def test_delegates_come_in_as_received(command, stored):
    command("units", UNITS)
    with stored():
        for unit in units.everyone(the_congress().id):
            unit.official_quota = 4
        db.session.commit()
    result = command("delegates", DELEGATES)
    assert result.exit_code == 0, result.output
    with stored():
        assert names() == ["Nguyễn Thị Hòa", "Lê Văn Tám"]
        reviews = {line.review.value for line in delegates.lines(the_congress().id, UnitScope.everything())}
        assert reviews == {"received"}


def test_errors_are_all_said_and_nothing_is_written(command, stored):
    command("units", UNITS)
    result = command("delegates", DELEGATES.replace("5/8/1979", "31/2/1979").replace("Ấp Mỹ Thạnh", "CB99"), "--json")
    assert "2 dòng có lỗi" in refused(result)
    found = json.loads(result.stdout)
    assert [row["state"] for row in found["rows"]] == ["error", "error"]
    assert found["rows"][0]["problems"][0]["column"] == "C"
    assert found["imported"] is False
    with stored():
        assert names() == []


def test_a_row_that_is_not_certain_is_refused_with_who_it_may_be(command, stored):
    with stored():
        unit = make_unit(the_congress(), code="CB01", name="Chi bộ ấp Mỹ Thạnh")
        make_delegate(the_congress(), unit, "Nguyễn Thị Hòa")
        db.session.commit()
    text = "Họ và tên,Điện thoại\nNguyễn Thị Hòa,0912345678\n"
    assert "1 dòng cần trả lời" in refused(command("delegates", text))
    found = json.loads(command("delegates", text, "--json").stdout)
    assert found["rows"][0]["state"] == "warning"
    assert "Chi bộ ấp Mỹ Thạnh" in found["rows"][0]["candidates"][0]["label"]


def test_what_is_unlikely_is_refused_until_somebody_says_it_is_so(command, stored):
    with stored():
        make_unit(the_congress(), code="CB01", name="Chi bộ ấp Mỹ Thạnh")
        db.session.commit()
    text = "Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Chi bộ\nLê Văn Tám,Nam,5/8/1979,3/2/1996,CB01\n"
    refused(command("delegates", text))
    assert command("delegates", text, "--confirm-unlikely").exit_code == 0
    with stored():
        assert names() == ["Lê Văn Tám"]


def test_a_hostile_file_an_unknown_congress_and_a_missing_file_are_one_sentence(command, tmp_path):
    assert len(refused(command("units", b"PK\x03\x04" + b"\0" * 99, name="a.xlsx")).strip().splitlines()) == 1
    assert "No such congress" in refused(command("units", UNITS, slug="noi-khac"))
    missing = CliRunner().invoke(main, ["import", "units", str(tmp_path / "khong-co.xlsx"), "--congress", "my-hiep"])
    assert "cannot be read" in refused(missing)


def test_standard_input_is_read_for_a_dash(command, stored):
    words = ["import", "units", "-", "--congress", "my-hiep"]
    assert CliRunner().invoke(main, words, input=UNITS.encode()).exit_code == 0
    with stored():
        assert len(units.everyone(the_congress().id)) == 2


FIVE = {
    "units": UNITS + "CB03,Chi bộ ấp Mỹ Phú,30\nCB04,Chi bộ ấp Mỹ Tân,20\nCB05,Chi bộ ấp Mỹ Lộc,ba mươi\n",
    "delegates": DELEGATES + "Trần Văn Anh,Nam,1970,CB01\nK'Brơi,Nam,1980,CB01\nH'Hen Niê,Nữ,1985,CB99\n",
}
NEW = {"units": 2, "delegates": 4}


@pytest.mark.parametrize("kind", ["units", "delegates"])
def test_a_refused_row_and_the_rows_beside_it_are_never_counted_as_imported(command, stored, kind):
    command("units", UNITS)
    with stored():
        for unit in units.everyone(the_congress().id):
            unit.official_quota = 5
        db.session.commit()
    for words in ((), ("--dry-run",)):
        found = json.loads(command(kind, FIVE[kind], "--json", *words).stdout)
        assert found["imported"] is False
        assert found["written"] == {"added": 0, "changed": 0}
        assert (found["totals"]["rows"], found["totals"]["new"], found["totals"]["error"]) == (5, NEW[kind], 1)
        assert [row["does"] for row in found["rows"]] == ["found"] * (4 - NEW[kind]) + ["new"] * NEW[kind] + ["nothing"]
    assert "Chưa dòng nào được ghi." in command(kind, FIVE[kind]).stdout
    right = FIVE[kind].replace("ba mươi", "30").replace("CB99", "CB01")
    assert json.loads(command(kind, right, "--json", "--dry-run").stdout)["written"] == {"added": 0, "changed": 0}
    done = command(kind, right, "--json", "--confirm-unlikely")
    assert json.loads(done.stdout)["written"] == {"added": 5 if kind == "delegates" else 3, "changed": 0}, done.output

"""`congress doctor`: what it says about a sound machine and about each fault."""

import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from congress import doctor


@dataclass
class Place:
    data: Path
    database_url: str


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A migrations folder with one migration, so that these tests do not depend on the real ones."""
    versions = tmp_path / "migrations" / "versions"
    versions.mkdir(parents=True)
    (versions / "0001_first.py").write_text('revision = "0001"\ndown_revision = None\n')
    return versions.parent


def make_database(file: Path, version: str) -> str:
    with sqlite3.connect(file) as connection:
        connection.execute("create table alembic_version (version_num varchar(32))")
        connection.execute("insert into alembic_version values (?)", (version,))
    connection.close()
    return f"sqlite:///{file}"


def put_on_path(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, answer: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\nprintf '%s' '{answer}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_every_check_is_made_and_nothing_is_created(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    found = doctor.findings(Place(folder, f"sqlite:///{folder / 'congress.db'}"))
    assert [finding.name for finding in found] == ["python", "pdf", "font", "data", "disk", "key", "database"]
    assert not (tmp_path / "not").exists()


def test_what_is_not_ok_comes_with_advice_and_what_is_ok_without(tmp_path: Path) -> None:
    for finding in doctor.findings(Place(tmp_path, "not an address")):
        assert finding.message_vi
        assert bool(finding.advice_vi) is not finding.ok


def test_an_old_python_is_named() -> None:
    assert doctor.python_version((3, 11, 2)).ok
    old = doctor.python_version((3, 10, 14))
    assert not old.ok
    assert "3.10.14" in old.message_vi


def test_a_missing_library_is_named_with_its_package() -> None:
    finding = doctor.pdf_libraries({"libpangoft2-1.0-0": ("libnowhere.so.9", "nowhere.dll")})
    assert not finding.ok
    assert "libpangoft2-1.0-0" in finding.advice_vi


def test_the_libraries_of_this_machine_load() -> None:
    assert doctor.pdf_libraries().ok


@pytest.mark.parametrize(
    ("answer", "ok", "words"),
    [
        ("Liberation Serif|137625", True, "2.1"),
        ("Liberation Serif|70123", False, "bản cũ"),
        ("DejaVu Sans|151000", False, "DejaVu Sans"),
        ("", False, "phông khác"),
    ],
)
def test_the_font_must_be_liberation_serif_2(
    answer: str, ok: bool, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(monkeypatch, tmp_path, "fc-match", answer)
    finding = doctor.paper_font()
    assert finding.ok is ok
    assert words in finding.message_vi


def test_without_fontconfig_the_font_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    finding = doctor.paper_font()
    assert not finding.ok
    assert "fontconfig" in finding.advice_vi


def test_a_writable_data_folder_is_left_as_it_was(tmp_path: Path) -> None:
    assert doctor.data_folder(tmp_path).ok
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_data_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "var"
    file.touch()
    assert not doctor.data_folder(file).ok


def test_a_data_folder_that_refuses_writing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)  # root could write anywhere
    finding = doctor.data_folder(tmp_path)
    assert not finding.ok
    assert str(tmp_path) in finding.message_vi


def test_too_little_disk_is_said(tmp_path: Path) -> None:
    assert doctor.disk_space(tmp_path, needed=1).ok
    assert not doctor.disk_space(tmp_path / "later", needed=shutil.disk_usage(tmp_path).total * 2).ok


@pytest.mark.parametrize(("mode", "ok"), [(0o600, True), (0o400, True), (0o640, False), (0o644, False)])
def test_only_the_owner_may_read_the_secret_key(mode: int, ok: bool, tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    file.write_text("0" * 64)
    file.chmod(mode)
    assert doctor.secret_key(file).ok is ok


def test_a_database_at_the_newest_migration_is_fine(tmp_path: Path, migrations: Path) -> None:
    assert doctor.database(make_database(tmp_path / "c.db", "0001"), migrations).ok


def test_a_database_behind_the_program_is_told_to_migrate(tmp_path: Path, migrations: Path) -> None:
    finding = doctor.database(make_database(tmp_path / "c.db", "0000"), migrations)
    assert not finding.ok
    assert "serve" in finding.advice_vi


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, migrations: Path) -> None:
    file = tmp_path / "c.db"
    file.write_text("no database at all, only words " * 100)
    assert not doctor.database(f"sqlite:///{file}", migrations).ok


def test_a_password_is_never_shown(migrations: Path) -> None:
    finding = doctor.database("postgresql+psycopg://office:top-secret@127.0.0.1:1/congress", migrations)
    assert not finding.ok
    assert "top-secret" not in finding.message_vi + finding.advice_vi

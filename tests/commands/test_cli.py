"""The command line: what it makes, what it prints, and that a refusal is one sentence and exit 2."""

import os
import re
import signal
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner, Result

from congress import FEATURES
from congress.cli import main
from congress.commands import machine, papers
from congress.config import Settings, database_url
from congress.printing.printout import Printout
from tests.conftest import new_postgres_database


@pytest.fixture
def congress_command(engine_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """congress_command("create-admin", …): the command on a data folder and database of its own."""
    monkeypatch.setenv("CONGRESS_DATA", str(tmp_path / "data"))
    if engine_name == "postgresql":
        monkeypatch.setenv("CONGRESS_DATABASE_URL", new_postgres_database())
    else:
        monkeypatch.delenv("CONGRESS_DATABASE_URL", raising=False)

    def run(*words: str, **options: Any) -> Result:
        return CliRunner().invoke(main, list(words), **options)

    return run


ADMIN = ("create-admin", "--congress", "my-hiep", "--username", "vanphong", "--full-name", "Lê Thị Anh")
FOUND = ("--name", "Mỹ Hiệp", "--term", "2025-2030")


def refused(result: Result) -> str:
    """The one sentence of a refusal."""
    assert result.exit_code == 2, result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    (line,) = result.stderr.strip().splitlines()
    assert "Traceback" not in line
    return line


def test_an_office_account_is_made_with_its_congress_and_its_password_printed_once(congress_command):
    made = congress_command(*ADMIN, *FOUND)
    assert made.exit_code == 0, made.output
    assert re.fullmatch(r"username vanphong\npassword \w{4}-\w{4}-\w{4}-\w{4}\n", made.stdout)
    again = congress_command(*ADMIN)
    assert again.exit_code == 0
    assert "password" not in again.stdout


def test_a_password_from_standard_input_is_checked_and_not_printed(congress_command):
    assert "quá dễ đoán" in refused(congress_command(*ADMIN, *FOUND, "--password-stdin", input="matkhau12345\n"))
    made = congress_command(*ADMIN, *FOUND, "--password-stdin", input="con trâu đi trước\n")
    assert made.stdout == "username vanphong\n"


def test_what_is_wrong_is_one_sentence_and_exit_2(congress_command, tmp_path):
    assert "Không có đại hội “my-hiep”" in refused(congress_command(*ADMIN))
    assert "Nhiệm kỳ viết như 2025-2030" in refused(congress_command(*ADMIN, "--name", "Mỹ Hiệp", "--term", "mới"))
    assert "Năm kết thúc" in refused(congress_command(*ADMIN, "--name", "Mỹ Hiệp", "--term", "2030-2025"))
    assert "Không có tài khoản “aidau”" in refused(congress_command("reset-password", "aidau"))
    assert "Không có văn bản “tho”" in refused(congress_command("print", "tho", "--congress", "x", "-o", "x.pdf"))
    congress_command(*ADMIN, *FOUND)
    slip = ("print", "access-slip", "--congress", "my-hiep", "-o")
    assert "cần --account" in refused(congress_command(*slip, "x.pdf"))
    assert "không có tùy chọn “--mau”" in refused(congress_command(*slip, "x.pdf", "--mau", "đỏ"))
    assert "không có tài khoản x" in refused(congress_command(*slip, "x.pdf", "--account", "x"))
    nowhere = str(tmp_path / "none" / "x.pdf")
    assert "Không ghi được tệp" in refused(congress_command(*slip, nowhere, "--account", "vanphong"))


def test_a_slip_that_cannot_be_written_leaves_the_password_as_it_was(congress_command, tmp_path):
    congress_command(*ADMIN, *FOUND, "--password-stdin", input="con trâu đi trước\n")
    database = os.environ.get("CONGRESS_DATABASE_URL") or f"sqlite:///{tmp_path / 'data' / 'congress.db'}"
    before = hash_in(database)
    slip = ("print", "access-slip", "--congress", "my-hiep", "--account", "vanphong", "-o")
    refused(congress_command(*slip, str(tmp_path / "none" / "x.pdf")))
    assert hash_in(database) == before
    assert congress_command(*slip, str(tmp_path / "x.pdf")).exit_code == 0
    assert hash_in(database) != before


def hash_in(url: str) -> str:
    from sqlalchemy import create_engine, text  # noqa: PLC0415  only this test looks past the program

    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("select password_hash from account")).scalar_one()
    engine.dispose()
    return str(found)


def test_the_slip_holds_the_account_and_the_address_of_the_setting(congress_command, tmp_path, monkeypatch):
    monkeypatch.setenv("CONGRESS_ADDRESS", "https://daihoi.myhiep.example")
    congress_command(*ADMIN, *FOUND)
    file = tmp_path / "slip.pdf"
    done = congress_command("print", "access-slip", "--congress", "my-hiep", "--account", "vanphong", "-o", str(file))
    assert done.stdout.strip() == str(file)
    text = pypdf.PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text()
    assert "vanphong" in text and "https://daihoi.myhiep.example" in text and "Lê Thị Anh" in text


def test_an_account_is_closed_and_opened_and_gets_a_new_password(congress_command):
    congress_command(*ADMIN, *FOUND)
    assert congress_command("close-account", "vanphong").exit_code == 0
    assert congress_command("close-account", "--open", "VANPHONG").exit_code == 0
    assert re.search(r"^password \w{4}-", congress_command("reset-password", "vanphong").stdout, re.M)


def test_further_congresses_are_founded_one_by_one(congress_command):
    made = ("new-congress", "--slug", "cao-lanh", "--name", "Cao Lãnh", "--term", "2025-2030", "--kind", "ward")
    assert congress_command(*made).stdout == "Đại hội Đảng bộ phường Cao Lãnh lần thứ I\n"
    assert "Đã có đại hội mang tên ngắn này." in refused(congress_command(*made))


def test_every_paper_of_every_feature_is_listed_with_its_options(congress_command):
    listed = congress_command("print", "--list")
    assert listed.exit_code == 0
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(papers.builders())
    assert "access-slip" in papers.builders()
    assert "[--account]" in listed.stdout
    assert papers.NAMES.keys() == papers.builders().keys(), "every paper has a name in Vietnamese"


def test_options_of_a_paper_are_read_by_their_type():
    def build(
        congress: Any, *, today: Any, signed: bool = False, copies: int = 1, columns: tuple[str, ...] = (), of: Any = 0
    ) -> Printout:
        raise NotImplementedError

    taken = papers.options_of(build)
    assert list(taken) == ["signed", "copies", "columns"]
    words = ["--signed", "--copies", "3", "--columns=name, unit"]
    assert papers.read_options(words, taken) == {"signed": True, "copies": 3, "columns": ("name", "unit")}


def test_the_table_of_routes_names_every_page_and_its_permission(congress_command):
    table = congress_command("routes").stdout
    assert re.search(r"GET,POST +/<congress>/units/new +units.new +manage_units$", table, re.M)
    assert re.search(r"accounts.sign_in +public$", table, re.M)
    assert "None" not in table


def test_every_command_and_option_is_explained():
    context = main.make_context("congress", ["doctor"], resilient_parsing=True)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command.help, name
        for option in command.params:
            if option.param_type_name == "option":
                assert option.help, f"{name} {option.name}"


def test_the_doctor_reports_and_says_by_its_code_whether_all_is_well(congress_command, monkeypatch):
    assert "Python" in congress_command("doctor").stdout
    monkeypatch.setenv("CONGRESS_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    ill = congress_command("doctor")
    assert ill.exit_code == 1
    assert "✗ Không mở được cơ sở dữ liệu" in ill.stdout


def test_a_database_that_does_not_answer_is_one_sentence(congress_command, monkeypatch):
    monkeypatch.setenv("CONGRESS_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert "Không mở được cơ sở dữ liệu" in refused(congress_command("migrate"))


@pytest.mark.parametrize("prefix", ["postgres://", "postgresql://", "postgresql+psycopg://"])
def test_every_way_to_write_a_postgresql_address_means_psycopg_3(prefix, tmp_path):
    assert database_url(f"{prefix}u@h/db", tmp_path) == "postgresql+psycopg://u@h/db"


def test_no_address_means_a_file_in_the_data_folder(tmp_path):
    assert database_url("", tmp_path) == f"sqlite:///{tmp_path / 'congress.db'}"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "daihoi.local"])
def test_a_network_address_needs_tls_or_a_decision(congress_command, tmp_path, host):
    assert "--allow-plain-http" in refused(congress_command("serve", "--host", host))
    machine.refuse_plain_http(Settings(tmp_path, "sqlite://", https=True), host, allowed=False)
    machine.refuse_plain_http(Settings(tmp_path, "sqlite://"), host, allowed=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.53", "::1", "[::1]", "localhost"])
def test_this_machine_needs_neither(tmp_path, host):
    machine.refuse_plain_http(Settings(tmp_path, "sqlite://"), host, allowed=False)


def test_every_feature_offers_its_papers_by_name_only_once():
    names = [name for feature in FEATURES for name in of_feature(feature)]
    assert len(names) == len(set(names)) == len(papers.builders())


def of_feature(feature: str) -> list[str]:
    return [name for name, builder in papers.builders().items() if builder.__module__.startswith(f"congress.{feature}")]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Any]:
    """The program as a process of its own on a free port."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CONGRESS_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "congress", "serve", "--port", "0"],
        env=environment | {"CONGRESS_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_the_first_start_prints_a_link_that_opens_and_the_program_stops_when_asked(served, tmp_path):
    lines = [served.stdout.readline().strip() for _ in range(4)]
    assert lines[0].startswith("http://127.0.0.1:")
    assert lines[3].startswith(f"{lines[0]}/set-up?token=")
    with urllib.request.urlopen(lines[3]) as page:
        assert "Thiết lập lần đầu" in page.read().decode()
    with urllib.request.urlopen(lines[0]) as page:
        assert page.url.endswith("/set-up/waiting")
    for name in ("secret.key", "set-up.token"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    served.send_signal(signal.SIGTERM)
    assert served.wait(timeout=20) == 0
    assert "Traceback" not in served.stderr.read()

"""run.sh on pretended machines: each system program is a stand-in, so nothing is installed and nothing fetched."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
REAL = ["cat", "chmod", "cksum", "dirname", "env", "grep", "mkdir", "mktemp", "paste", "rm", "sh", "tr"]
LIBRARIES = "libpango-1.0.so.0 (x)\\nlibpangoft2-1.0.so.0 (x)\\nlibharfbuzz-subset.so.0 (x)\\nlibatomic.so.1 (x)\\n"
# Makes a .venv whose python notes how it is called; the editable install leaves the command `congress`.
PYTHON = """
[ "$1" = -c ] && exit 0
[ "$1 $2" = "-m venv" ] || exit 0
mkdir -p .venv/bin
echo "VIRTUAL_ENV=$PWD/.venv" >.venv/bin/activate
cat >.venv/bin/python <<'STUB'
#!/bin/sh
echo "python $*" >>calls
case "$*" in
    *"--require-hashes"*) [ ! -e no-network ] || exit 1 ;;
    *"--editable"*) printf '#!/bin/sh\\necho "congress $*"\\n' >.venv/bin/congress; chmod +x .venv/bin/congress ;;
    "-m pytest"*)
        required=${REQUIRE_BROWSER:-}${REQUIRE_POSTGRES:-}
        echo "$* browser=${CONGRESS_TEST_BROWSER:-} required=$required database=${CONGRESS_TEST_DATABASE_URL:-}" ;;
esac
STUB
chmod +x .venv/bin/python
"""


class Machine:
    """A checkout in a folder of its own and a PATH of stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.top, self.bin = folder / "mỹ hiệp", folder / "bin"
        self.top.mkdir()
        self.bin.mkdir()
        for name in ("run.sh", "pyproject.toml", "requirements.lock", "requirements-test.lock"):
            shutil.copy(TOP / name, self.top)
        for name in REAL:
            real = shutil.which(name)
            assert real, name
            (self.bin / name).symlink_to(real)
        self.has("id", "echo 1000")
        self.has("python3", PYTHON)
        self.has("ldconfig", f"printf '{LIBRARIES}'")
        self.has("fc-list", "echo :fontversion=137625")
        self.has("pdftoppm", "")
        self.has("chromium", "echo Chromium 156")
        (self.top / "certificates").write_text("a root certificate")

    def has(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def lacks(self, name: str) -> None:
        for candidate in (name, *(f"python3.{minor}" for minor in range(11, 15) if name == "python3")):
            self.has(candidate, "exit 127")

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        certificates = str(self.top / "certificates")
        kept = {"PATH": str(self.bin), "HOME": str(self.top), "LC_ALL": "C.UTF-8", "PIP_CERT": certificates}
        return subprocess.run(
            [str(self.bin / "sh"), str(self.top / "run.sh"), *arguments],
            env=kept | environment,
            cwd=self.bin,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    def calls(self) -> str:
        """What the Python of .venv was asked since the last look."""
        file = self.top / "calls"
        text = file.read_text() if file.exists() else ""
        file.unlink(missing_ok=True)
        return text


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """The one Vietnamese sentence with which a run ended."""
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert lines[-1].startswith("  (") and lines[-1].endswith(")"), "the English follows in brackets"
    return lines[-2]


@pytest.mark.parametrize("script", ["run.sh", ".ci/run"])
def test_a_script_is_sound_shell(script: str) -> None:
    subprocess.run(["sh", "-n", TOP / script], check=True)
    assert os.access(TOP / script, os.X_OK)


def test_ci_calls_the_test_command_and_nothing_else() -> None:
    lines = [line for line in (TOP / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["set -eu", 'cd "$(dirname "$0")/.."', "sh run.sh test"]


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"], ["-h"]])
def test_help_needs_nothing_and_names_both_commands(machine: Machine, arguments: list[str]) -> None:
    machine.lacks("python3")
    done = machine.run(*arguments)
    assert done.returncode == 0
    assert "sh run.sh demo" in done.stdout
    assert "sh run.sh test" in done.stdout
    assert not (machine.top / ".venv").exists()


def test_the_first_run_installs_the_lock_and_starts_the_command(machine: Machine) -> None:
    done = machine.run("demo", "--port", "8123")
    assert (done.returncode, done.stdout) == (0, "congress demo --port 8123\n"), done.stderr
    calls = machine.calls()
    assert "--require-hashes --only-binary :all: -r requirements.lock" in calls
    assert "--no-index --no-deps --no-build-isolation --editable ." in calls


def test_the_second_run_does_nothing_but_start(machine: Machine) -> None:
    machine.run("demo")
    machine.calls()
    done = machine.run("serve", "--host", "127.0.0.1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "congress serve --host 127.0.0.1\n", "")
    assert machine.calls() == ""


def test_tests_install_their_own_lock_which_serves_the_program_too(machine: Machine) -> None:
    machine.run("demo")
    machine.calls()
    machine.run("test", CONGRESS_TEST_DATABASE_URL="postgresql://a@b/c")
    assert "-r requirements-test.lock" in machine.calls()
    machine.run("demo")
    assert machine.calls() == ""


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements.lock"])
def test_a_changed_lock_or_declaration_is_installed_again(machine: Machine, file: str) -> None:
    machine.run("demo")
    machine.calls()
    with (machine.top / file).open("a") as handle:
        handle.write("# changed\n")
    machine.run("demo")
    assert "--require-hashes" in machine.calls()


def test_a_run_that_was_broken_off_is_mended_by_the_next(machine: Machine) -> None:
    (machine.top / "no-network").touch()
    assert "kiểm tra mạng" in refusal(machine.run("demo"))
    (machine.top / "no-network").unlink()
    (machine.top / ".venv" / "half").touch()
    done = machine.run("demo")
    assert (done.returncode, done.stdout) == (0, "congress demo\n")
    assert not (machine.top / ".venv" / "half").exists(), "a half-installed environment is made anew"


def test_without_python_and_root_it_says_the_line_to_run(machine: Machine) -> None:
    machine.lacks("python3")
    sentence = refusal(machine.run("demo"))
    assert "Python 3.11" in sentence
    assert "apt-get install -y --no-install-recommends python3-venv" in sentence


def test_without_certificates_and_root_it_says_the_line_to_run(machine: Machine) -> None:
    script = machine.top / "run.sh"
    script.write_text(script.read_text().replace("/etc/ssl/", "/nowhere/").replace("/etc/pki/", "/nowhere/"))
    assert "ca-certificates" in refusal(machine.run("demo", PIP_CERT=""))


def test_without_pango_the_program_starts_and_tests_do_not(machine: Machine) -> None:
    machine.has("ldconfig", "")
    done = machine.run("demo")
    assert (done.returncode, done.stdout) == (0, "congress demo\n")
    assert "chưa in được PDF" in done.stderr
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stderr
    assert "libpango-1.0-0" in refusal(machine.run("test"))


@pytest.mark.parametrize("answer", ["", "echo :fontversion=70123"], ids=["no font", "version 1"])
def test_the_font_has_to_be_liberation_serif_2(machine: Machine, answer: str) -> None:
    machine.has("fc-list", answer)
    assert "fonts-liberation" in machine.run("demo").stderr


def test_root_is_told_what_is_installed_before_it_is(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("ldconfig", f"[ ! -e '{machine.top}/done' ] || printf '{LIBRARIES}'")
    machine.has("apt-get", f'echo "apt-get $*"; case "$*" in *install*) : >\'{machine.top}/done\' ;; esac')
    done = machine.run("demo")
    lines = done.stderr.splitlines()
    assert done.stdout == "congress demo\n", "what apt-get says goes to standard error"
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in lines[0]
    assert "update" in lines[2]
    assert lines[3].endswith("--no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    assert "apt-get" not in machine.run("demo").stderr, "never twice"


def test_sudo_is_used_without_a_question_where_nobody_can_answer(machine: Machine) -> None:
    machine.has("ldconfig", "")
    machine.has("apt-get", "")
    machine.has("sudo", 'echo "sudo $*"; exit 1')
    done = machine.run("demo")
    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get" in done.stderr
    assert done.returncode == 0


def test_pytest_gets_its_arguments_the_browser_and_the_database(machine: Machine) -> None:
    done = machine.run("test", "tests/doctor", "-q", CONGRESS_TEST_DATABASE_URL="postgresql://a@b/c")
    browser = machine.bin / "chromium"
    assert done.stdout == f"-m pytest tests/doctor -q browser={browser} required= database=postgresql+psycopg://a@b/c\n"


def test_in_ci_nothing_may_be_skipped(machine: Machine) -> None:
    done = machine.run("test", CI="true", CONGRESS_TEST_DATABASE_URL="postgresql://a@b/c")
    assert "-n auto" in done.stdout
    assert "required=11 " in done.stdout


def test_without_a_browser_tests_run_loudly_without_it_unless_one_is_required(machine: Machine) -> None:
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        machine.lacks(name)
    server = {"CONGRESS_TEST_DATABASE_URL": "postgresql://a@b/c"}
    done = machine.run("test", **server)
    assert done.returncode == 0
    assert "BỊ BỎ QUA" in done.stderr
    assert "browser= " in done.stdout
    assert "Chromium" in refusal(machine.run("test", **server, REQUIRE_BROWSER="1"))


def test_without_postgresql_tests_run_on_sqlite_unless_it_is_required(machine: Machine) -> None:
    script = machine.top / "run.sh"
    script.write_text(script.read_text().replace(":1538", ":none").replace("/usr/lib/postgresql/", "/nowhere/"))
    done = machine.run("test")
    assert done.returncode == 0
    assert "CHỈ CHẠY TRÊN SQLITE" in done.stderr
    assert done.stdout.endswith("database=\n")
    assert "postgresql" in refusal(machine.run("test", REQUIRE_POSTGRES="1"))

"""The two locks hold everything declared, with hashes, the same in both, and from no address in particular."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).resolve().parents[2]
RUN, TEST = TOP / "requirements.lock", TOP / "requirements-test.lock"
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text())
# In two halves, so that this file does not name what it forbids.
REGISTRY_HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "npmjs" + ".com",
    "jsdelivr" + ".net",
    "unpkg" + ".com",
]
NOT_OURS = {".git", ".venv", "var", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"}


@dataclass(frozen=True)
class Locked:
    version: str
    marker: str
    hashes: frozenset[str]


def locked(lock: Path) -> dict[str, Locked]:
    """The entries of a lock by canonical name."""
    entries: dict[str, Locked] = {}
    for entry in re.sub(r"\\\n", " ", lock.read_text()).splitlines():
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        requirement = Requirement(entry.split(" --hash")[0].strip())
        pins = [pin for pin in requirement.specifier if pin.operator == "=="]
        assert len(pins) == len(requirement.specifier) == 1, f"{lock.name}: {entry[:60]} is not pinned to one version"
        hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})(?=\s|$)", entry))
        entries[canonicalize_name(requirement.name)] = Locked(pins[0].version, str(requirement.marker or ""), hashes)
    return entries


def declared(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: the program with its extras, what builds it, and the named dependency groups."""
    texts = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    for extra in PROJECT["project"].get("optional-dependencies", {}).values():
        texts += extra
    for group in groups:
        texts += PROJECT["dependency-groups"][group]
    return [Requirement(text) for text in texts]


def tracked_files() -> Iterator[Path]:
    """Every file of the repository; without git (a bare machine) every file that is not made by a run."""
    try:
        git = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True)
        files = [TOP / name for name in git.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        files = [file for file in TOP.rglob("*") if not NOT_OURS.intersection(file.relative_to(TOP).parts)]
    return (file for file in files if file.is_file())


@pytest.mark.parametrize(("lock", "groups"), [(RUN, ["build"]), (TEST, ["build", "test"])], ids=["run", "test"])
def test_a_lock_holds_everything_declared_at_an_allowed_version(lock: Path, groups: list[str]) -> None:
    entries = locked(lock)
    for requirement in declared(*groups):
        entry = entries.get(canonicalize_name(requirement.name))
        assert entry is not None, f"{requirement.name} is missing from {lock.name}"
        assert requirement.specifier.contains(entry.version), f"{lock.name} has {requirement.name} {entry.version}"


@pytest.mark.parametrize("lock", [RUN, TEST], ids=["run", "test"])
def test_every_entry_of_a_lock_has_hashes(lock: Path) -> None:
    assert [name for name, entry in locked(lock).items() if not entry.hashes] == []


@pytest.mark.parametrize("lock", [RUN, TEST], ids=["run", "test"])
def test_a_lock_holds_entries_only_and_no_option_such_as_an_address(lock: Path) -> None:
    options = [line for line in lock.read_text().splitlines() if line.startswith("-") or "://" in line]
    assert options == []


def test_the_test_lock_is_the_run_lock_and_more() -> None:
    run, test = locked(RUN), locked(TEST)
    for name, entry in run.items():
        assert name in test, f"{name} is missing from {TEST.name}"
        assert (test[name].version, test[name].hashes) == (entry.version, entry.hashes), f"the locks differ on {name}"
        # An entry that tests need everywhere may be needed on one platform only to run, never the other way round.
        assert test[name].marker in ("", entry.marker), f"{name} is installed on fewer platforms by {TEST.name}"


def test_markers_let_no_python_of_a_supported_system_go_without() -> None:
    for python in ("3.11", "3.12", "3.13", "3.14"):
        environment = {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "sys_platform": "linux",
            "platform_system": "Linux",
            "platform_machine": "x86_64",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }
        entries = locked(TEST)
        for requirement in declared("build", "test"):
            marker = entries[canonicalize_name(requirement.name)].marker
            assert not marker or Marker(marker).evaluate(environment), f"{requirement.name} on Python {python}"


def test_no_file_names_the_host_of_a_registry() -> None:
    named = [
        f"{file.relative_to(TOP)}: {host}"
        for file in tracked_files()
        for host in REGISTRY_HOSTS
        if host.encode() in file.read_bytes().lower()
    ]
    assert named == []

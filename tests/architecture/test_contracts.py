"""Each import contract, tried with a deliberate fault in a copy of the tree: what nobody can break protects nothing."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINTER = Path(sys.executable).parent / "lint-imports"
FAULTS = {
    "features": ("congress/units/queries.py", "from congress.accounts import models"),
    "rooms": ("congress/units/rules/figures.py", "from congress.units import queries"),
    "pure": ("congress/units/rules/figures.py", "import sqlalchemy"),
    "forms": ("congress/units/forms.py", "from congress.units import models"),
    "views": ("congress/units/views/pages.py", "import sqlalchemy"),
    "independent-views": ("congress/accounts/views.py", "from congress.units import views"),
    "weasyprint": ("congress/units/actions/records.py", "import weasyprint"),
    "workbooks": ("congress/units/sheets.py", "import xlsxwriter"),
    "word-files": ("congress/drafts/actions/versions.py", "import mammoth"),
    "photographs": ("congress/delegates/actions.py", "import PIL"),
}


def contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]]


def test_every_contract_has_its_deliberate_fault():
    assert set(FAULTS) == set(contracts())


@pytest.mark.parametrize("contract", sorted(FAULTS))
def test_a_deliberate_fault_breaks_the_contract(contract, tmp_path):
    shutil.copytree(ROOT / "congress", tmp_path / "congress", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    place, fault = FAULTS[contract]
    if not (tmp_path / place).exists():  # the room has been split by noun
        place = place.removesuffix(".py") + "/__init__.py"
    file = tmp_path / place
    file.write_text(f"{file.read_text()}\n{fault}\n")
    done = subprocess.run([LINTER, "--contract", contract, "--no-cache"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"Contracts: 0 kept, 1 broken", done.stdout)

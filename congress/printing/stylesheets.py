"""Writes the style sheets of the preview, one per set of rules and orientation: python -m congress.printing.stylesheets

They are made from templates/printing/print.css, committed, and compared by a test.
"""

from pathlib import Path

from congress.printing.html import PACKAGE, stylesheet_of
from congress.printing.layout_profiles import PROFILES
from congress.printing.response import stylesheet_name

FOLDER = PACKAGE / "static" / "css" / "printing"


def stylesheets() -> dict[str, str]:
    """Every preview's style sheet by file name."""
    return {stylesheet_name(p, landscape): stylesheet_of(p, landscape) for p in PROFILES for landscape in (False, True)}


def write(folder: Path = FOLDER) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stylesheets().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

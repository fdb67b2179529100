"""Lines of a laid-out paper: which line of which page belongs to which element, and their numbers in the margin.

Counted are the lines of elements whose id is "p" and a number; every page begins with line 1. Cells of a row that
stand side by side share their lines. Runs in render processes only.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf

from congress.printing.measures import MILLIMETRE

POINTS = 0.75
"""Points per CSS pixel, in which the layout engine measures."""
SIZE = 9.0
FROM_TEXT = 5 * MILLIMETRE
DIGITS = "".join(f"<p>{digit}</p>" for digit in range(10))
_COUNTED = re.compile(r"p[0-9]+")

Line = tuple[str, float]  # the element's id, the baseline in points from the upper edge


def lines_of(pages: Iterable[Any]) -> list[list[Line]]:
    """The counted lines of each page, from the top."""
    found = []
    for page in pages:
        lines: dict[tuple[str, float], float] = {}
        for name, box in _line_boxes(page._page_box, ""):
            top = round(box.position_y * POINTS, 1)
            lines.setdefault((name, top), (box.position_y + (box.baseline or box.height)) * POINTS)
        found.append([(name, base) for (name, _top), base in sorted(lines.items(), key=lambda each: each[0][1])])
    return found


def _line_boxes(box: Any, name: str) -> Iterator[tuple[str, Any]]:
    element: Any = getattr(box, "element", None)
    given = element.get("id", "") if hasattr(element, "get") else ""
    name = given if _COUNTED.fullmatch(given or "") else name
    if type(box).__name__ == "LineBox":
        if name:
            yield name, box
        return
    for child in box.all_children() if hasattr(box, "all_children") else ():
        yield from _line_boxes(child, name)


def spans(lines: list[list[Line]]) -> dict[str, list[int]]:
    """{element's id: [first page, first line, last page, last line]}."""
    found: dict[str, list[int]] = {}
    for page, on_page in enumerate(lines, 1):
        for line, (name, _base) in enumerate(on_page, 1):
            found.setdefault(name, [page, line, page, line])[2:] = [page, line]
    return found


def stamp(data: bytes, digits: bytes, lines: list[list[Line]], left: float, *, through: bool) -> bytes:
    """The PDF with the number of each line left of the text, as an artifact no screen reader reads out.

    `digits` is a page of the ten digits as the engine draws them; `left` the margin in points; `through` counts on
    from page to page.
    """
    with Pdf.open(BytesIO(digits)) as sample, Pdf.open(BytesIO(data)) as pdf:
        codes, font = _digits(sample)
        number_font = pdf.copy_foreign(font)
        before = 0
        for page, on_page in zip(pdf.pages, lines, strict=True):
            height = float(page.mediabox[3])
            drawn = [
                _number(before + line, codes, left - FROM_TEXT, height - base)
                for line, (_name, base) in enumerate(on_page, 1)
            ]
            before += len(on_page) if through else 0
            page.Resources.Font[Name.LineNumbers] = number_font
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ /Artifact BMC q 0.35 g BT\n" + b"".join(drawn) + b"ET Q EMC\n")
        target = BytesIO()
        pdf.save(target, deterministic_id=True)
        return target.getvalue()


def _digits(sample: Pdf) -> tuple[list[bytes], Any]:
    """The code of each digit, and the font they are drawn in."""
    codes, name = [], None
    for operands, operator in pikepdf.parse_content_stream(sample.pages[0]):
        if str(operator) == "Tf":
            name = operands[0]
        elif str(operator) == "TJ":
            codes.append(b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)))
    return codes, sample.pages[0].Resources.Font[name]


def _number(number: int, codes: list[bytes], right: float, base: float) -> bytes:
    """One number that ends at `right`; digits are half as wide as the type is high."""
    text = b"".join(codes[int(digit)] for digit in str(number))
    place = right - len(str(number)) * SIZE / 2
    return f"/LineNumbers {SIZE:g} Tf 1 0 0 1 {place:.2f} {base:.2f} Tm <{text.hex()}> Tj\n".encode()

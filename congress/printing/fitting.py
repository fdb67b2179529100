"""How large a text may be set to fit a box: reckoned from the widths of the letters, without the layout engine.

The widths are those of Liberation Serif, which Times New Roman shares, in thousandths of the type size; a test measures
them again in the font itself. A letter with marks is as wide as the letter without.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

from congress.printing.measures import MILLIMETRE

REGULAR = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr", 389: "Js", 408: '"', 444: "?acez", 469: "^",
    480: "{}", 500: "#$*0123456789_bdghknopquvxyđ", 529: "ơ", 541: "~", 542: "ư", 556: "FPS", 564: "+<=>", 611: "ELTZ",
    667: "BCR", 722: "ADGHKNOQUVXYwƠĐ", 776: "Ư", 778: "&m", 833: "%", 889: "M", 921: "@", 944: "W",
}  # fmt: skip
BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}", 444: "cerz",
    500: "#$*0123456789?J_agovxy", 520: "~", 554: "ơ", 555: '"', 556: "Sbdhknpquđ", 570: "+<=>", 581: "^", 600: "ư",
    611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "&m", 930: "@", 944: "M", 1000: "%W",
}  # fmt: skip
WIDEST = 1000
"""For a letter that is not in the table: rather too wide than too narrow."""
HORNED = {"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}
HORN = "\u031b"


@cache
def _table(bold: bool) -> dict[str, int]:
    return {letter: width for width, letters in (BOLD if bold else REGULAR).items() for letter in letters}


@cache
def _letter(letter: str, bold: bool) -> int:
    marks = unicodedata.normalize("NFD", letter)
    plain = HORNED.get(marks[0], marks[0]) if HORN in marks else marks[0]
    return _table(bold).get(plain, 500 if plain == "–" else WIDEST)


def width(text: str, *, bold: bool = False) -> float:
    """The width of a line in units of the type size; kerning, which draws letters together, is left out."""
    return sum(_letter(letter, bold) for letter in unicodedata.normalize("NFC", text)) / 1000


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """Lines a text takes in a box `room` millimetres wide; a word wider than the box is broken inside."""
    free = room * MILLIMETRE / size
    count, used = 0, free + 1.0
    for word in text.split():
        wide = width(word, bold=bold)
        if used + width(" ", bold=bold) + wide <= free:
            used += width(" ", bold=bold) + wide
            continue
        count += max(1, int(-(-wide // free)))
        used = wide % free if wide > free else wide
    return max(1, count)


def fitted(text: str, sizes: Sequence[int], room: float, *, most_lines: int = 1, bold: bool = False) -> int:
    """The largest of these sizes (points, largest first) at which the text takes no more than so many lines.

    The last one is the floor: what is longer still wraps into more lines, and is never cut.
    """
    return next((size for size in sizes if lines(text, size, room, bold=bold) <= most_lines), sizes[-1])

"""A paper with a long table, taken apart at its rows and put together in parts: the HTML that `grid` writes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TABLE = re.compile(r'<table class="grid s(\d+)">.*?</table>', re.DOTALL)
_PIECE = re.compile(r"<tbody[^>]*>|<tr.*?</tr>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_VOID = {"meta", "link", "br", "col", "img", "hr", "input"}


@dataclass(frozen=True)
class LongTable:
    """The HTML of a paper: before the rows, the rows, after them; and what a part needs to begin and end with."""

    before: str
    opening: str
    bodies: Sequence[str]
    rows: Sequence[str]
    closing: str
    after: str
    size: int

    @property
    def head(self) -> str:
        """<colgroup> and <thead>."""
        return self.opening[self.opening.rindex("<colgroup") :]

    def past(self, index: int) -> int:
        """The end of a part that shows on which page row `index` begins: a group's line stays with the row below it."""
        while index + 1 < len(self.rows) and self.is_group(index):
            index += 1
        return index + 1

    def is_group(self, index: int) -> bool:
        """Whether the row is the line of a group."""
        return self.rows[index].startswith('<tr class="group"')

    def part(self, start: int, end: int, marked: Sequence[int] = (), last: bool = False) -> str:
        """A page with the rows from start to end; marked rows get an id by which the engine finds them again."""
        pieces = [self.before if start == 0 else self.opening]
        body = None
        for index in range(start, end):
            if index == start or self.bodies[index] != body or self.is_group(index):
                if index > start:
                    pieces.append("</tbody>")
                body = self.bodies[index]
                pieces.append(body.partition(" id=")[0].rstrip(">") + ">")
            row = self.rows[index]
            pieces.append(f'<tr id="row-{index}"{row[3:]}' if index in marked else row)
        pieces += ["</tbody>", self.after if last else self.closing]
        return "".join(pieces)


def long_table(html: str, rows_at_least: int) -> LongTable | None:
    """The longest table of a paper, or None where no table has that many rows or the paper cannot be taken apart."""
    if 'href="#' in html:
        return None  # links inside the paper would point into other parts
    tables = sorted(_TABLE.finditer(html), key=lambda found: found[0].count("<tr"))
    if not tables or tables[-1][0].count("<tr") < rows_at_least:
        return None
    table = tables[-1]
    start = html.index("</thead>", table.start()) + len("</thead>")
    end = table.end() - len("</table>")
    after = html[end:]
    if "<h1" in after:
        return None  # its bookmark would get the wrong parent
    bodies, rows = [], []
    body, number = "", 0
    for piece in _PIECE.findall(html[start:end]):
        if piece.startswith("<tbody"):
            number += 1
            body = f"{piece[:-1]} id={number}>"  # told apart from its neighbour, which has the same text
        else:
            bodies.append(body)
            rows.append(piece)
    body_at = html.index("<body")
    around = open_tags(html[body_at : table.start()])
    head = html[table.start() : start]
    return LongTable(
        before=html[:start],
        opening=html[:body_at] + "".join(text for text, _ in around) + head,
        bodies=bodies,
        rows=rows,
        closing="</table>" + "".join(f"</{name}>" for _, name in reversed(around)) + "</html>",
        after=after,
        size=int(table[1]),
    )


def open_tags(html: str) -> list[tuple[str, str]]:
    """The tags still open at the end of a piece of HTML, outermost first: (as written, name)."""
    stack: list[tuple[str, str]] = []
    for found in _TAG.finditer(html):
        closes, name = found[1], found[2]
        if closes:
            while stack and stack.pop()[1] != name:
                pass
        elif name not in _VOID:
            stack.append((found[0], name))
    return stack

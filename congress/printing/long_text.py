"""A paper of long running text, taken apart between its paragraphs: templates mark where the text begins and ends.

The marks are comments, which nothing typed can make. Between them stand paragraphs and headings only, each closed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from congress.printing.long_tables import open_tags

SEAM = "<!--text-->"
_BLOCK = re.compile(r"\s*<(p|h2|h3)\b[^>]*>.*?</\1>\s*", re.DOTALL)


@dataclass(frozen=True)
class LongText:
    """Before the text, its blocks (paragraphs and headings), after it; and what a part needs to begin and end with."""

    before: str
    opening: str
    blocks: Sequence[str]
    closing: str
    after: str

    def part(self, start: int, end: int, marked: int) -> str:
        """A page with the blocks from `start` to `end`; the first and the last `marked` ones get an id.

        By these ids the engine says where its pages begin.
        """
        last = end == len(self.blocks)
        pieces = [self.before if start == 0 else self.opening]
        for index in range(start, end):
            block = self.blocks[index].lstrip()
            pieces.append(_named(block, index) if index == start or index >= end - marked else block)
        pieces.append(self.after if last else self.closing)
        return "".join(pieces)

    def headings(self, start: int, end: int) -> list[int]:
        """The levels of the headings among these blocks, in order."""
        return [int(block.lstrip()[2]) for block in self.blocks[start:end] if block.lstrip().startswith("<h")]


def _named(block: str, index: int) -> str:
    name = re.match(r"<\w+", block)
    assert name is not None, "every block begins with its tag"
    return f'{name[0]} id="row-{index}"{block[name.end() :]}'


def long_text(html: str, blocks_at_least: int) -> LongText | None:
    """The text of a paper that marks it; None where it has fewer blocks, or anything else stands between them."""
    pieces = html.split(SEAM)
    if len(pieces) != 3:
        return None
    before, between, after = pieces
    blocks = [found[0] for found in _BLOCK.finditer(between)]
    if len(blocks) < blocks_at_least or "".join(blocks) != between or " id=" in between:
        return None
    body_at = before.index("<body")
    around = open_tags(before[body_at:])
    return LongText(
        before=before,
        opening=before[:body_at] + "".join(text for text, _ in around),
        blocks=blocks,
        closing="".join(f"</{name}>" for _, name in reversed(around)) + "</html>",
        after=after,
    )

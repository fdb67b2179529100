"""The outline of a version: where each block stands, which paragraph number it carries, under which heading it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from congress.drafts.rules.blocks import Block
from congress.drafts.vocabulary import BlockKind


@dataclass(frozen=True)
class Placed:
    """A block in its version.

    position  from 1, over all blocks
    number    from 1, over paragraphs and rows ("đoạn 12"); None for a heading
    depth     of a heading in the outline, from 1, without gaps; 0 for the others
    heading   the heading itself, or the nearest one above; "" before the first
    """

    block: Block
    position: int
    number: int | None
    depth: int
    heading: str


def place(blocks: Sequence[Block]) -> list[Placed]:
    """Number the blocks of a version in their order."""
    placed: list[Placed] = []
    open_levels: list[int] = []
    heading, number = "", 0
    for position, block in enumerate(blocks, start=1):
        if block.kind is BlockKind.HEADING:
            open_levels = [level for level in open_levels if level < block.level] + [block.level]
            heading = block.text
            placed.append(Placed(block, position, None, len(open_levels), heading))
        else:
            number += 1
            placed.append(Placed(block, position, number, 0, heading))
    return placed

"""The text of a version to be edited in one piece, and back to blocks that remember what they were."""

from collections.abc import Sequence
from dataclasses import replace

from congress.drafts.rules.blocks import DEEPEST, Block, lines_of, rank_of
from congress.drafts.rules.matching import compare, keeper
from congress.drafts.vocabulary import BlockKind


def as_text(blocks: Sequence[Block]) -> str:
    """One line for each heading, paragraph and row."""
    return "\n".join(block.text for block in blocks)


def from_edited(text: str, base: Sequence[Block]) -> list[Block]:
    """Blocks of an edited text: what stood in the base keeps its kind and level, however they were chosen there.

    A new line is a heading if it looks like one: of the level of the headings with such a mark, else one below the
    heading above it.
    """
    lines = lines_of(text)
    was: dict[int, Block] = {}
    for each in compare(base, lines):
        if couple := keeper(each, base, lines):
            was[couple[1]] = base[couple[0]]
    levels = {rank_of(block.text): block.level for block in base if block.kind is BlockKind.HEADING}
    found: list[Block] = []
    above = 0
    for place, line in enumerate(lines):
        found.append(_as_it_was(line, was[place]) if place in was else _new(line, levels, above))
        above = found[-1].level or above
    return found


def _as_it_was(line: Block, was: Block) -> Block:
    if (line.kind is BlockKind.ROW) != (was.kind is BlockKind.ROW) and line.text != was.text:
        return line
    return replace(line, kind=was.kind, level=was.level)


def _new(line: Block, levels: dict[int | None, int], above: int) -> Block:
    rank = rank_of(line.text) if line.kind is BlockKind.PARAGRAPH else None
    if rank is None:
        return line
    return replace(line, kind=BlockKind.HEADING, level=levels.get(rank, min(above + 1, DEEPEST)))

"""Measures that the style sheet and the reckoning of page breaks must share, in points."""

MILLIMETRE = 72 / 25.4
CELL_PADDING_X = 3.0
CELL_PADDING_Y = 2.0
GROUP_PADDING_Y = 3.0
CELL_BORDER = 0.5
"""A rule is shared by two neighbours, so a cell carries half of one on each side."""

TABLE_SIZES = range(9, 15)


def table_pitch(size: int) -> int:
    """Line pitch of a table of this type size."""
    return size + 2 if size < 12 else size + 3


def sign_height(size: int) -> float:
    """Height of a cell somebody will sign in: two lines and the padding of a cell of text."""
    return 2 * table_pitch(size) + 2 * CELL_PADDING_Y

"""What the home pages show, gathered from the other features; a fixed number of queries whatever the size."""

from congress.overview.queries.board import Board, board
from congress.overview.queries.cell import CellBoard, cell_boards, counts
from congress.overview.queries.debts import Facts, debts, facts
from congress.overview.queries.owners import body_names

__all__ = ["Board", "CellBoard", "Facts", "board", "body_names", "cell_boards", "counts", "debts", "facts"]

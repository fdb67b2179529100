"""Reading rounds, sheets and comments: always of one congress, sheets only of cells within reach."""

from congress.comments.queries.answers import answers, duties, totals_of, totals_of_rounds
from congress.comments.queries.opinions import count_opinions, opinions
from congress.comments.queries.rounds import commented_versions, one_round, rounds, unit_of_round, units_with_sheets
from congress.comments.queries.sheets import comment, comment_anywhere, comments_of, count_comments, passages_of, sheet

__all__ = [
    "answers",
    "comment",
    "comment_anywhere",
    "commented_versions",
    "comments_of",
    "count_comments",
    "count_opinions",
    "duties",
    "one_round",
    "opinions",
    "passages_of",
    "rounds",
    "sheet",
    "totals_of",
    "totals_of_rounds",
    "unit_of_round",
    "units_with_sheets",
]

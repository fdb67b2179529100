"""Pages of comments: `rounds` for those who ask, `writing` for the cell, `reading` for the documents subcommittee."""

from congress.comments.views import reading, rounds, writing
from congress.comments.views.blueprint import blueprint

__all__ = ["blueprint", "reading", "rounds", "writing"]

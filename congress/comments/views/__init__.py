"""Pages of comments: `rounds` for those who ask, `writing` for the cell, `paper` for its sheet by hand, `reading` and
`figures` for the documents subcommittee."""

from congress.comments.views import figures, paper, qr, reading, reminders, respondents, rounds, scans, writing
from congress.comments.views.blueprint import blueprint

__all__ = ["blueprint", "figures", "paper", "qr", "reading", "reminders", "respondents", "rounds", "scans", "writing"]

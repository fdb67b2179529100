"""What is done with rounds (`rounds`) and with the sheets of cells (`sheets`)."""

from congress.comments.actions.respondents import add_respondent, remove_respondent
from congress.comments.actions.rounds import change_round, open_round, remove_round
from congress.comments.actions.sheets import remove_comment, reopen, save_comment, save_meeting, send, what_is_missing

__all__ = [
    "add_respondent",
    "change_round",
    "open_round",
    "remove_comment",
    "remove_respondent",
    "remove_round",
    "reopen",
    "save_comment",
    "save_meeting",
    "send",
    "what_is_missing",
]

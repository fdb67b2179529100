"""What is printed of rounds: the list of comments (`listing`), the blank sheet for the pen (`blank`)."""

from congress.comments.printouts.blank import blank_sheets
from congress.comments.printouts.listing import build, comments_list
from congress.comments.printouts.named import blank

__all__ = ["PRINTOUTS", "blank_sheets", "build", "comments_list"]
PRINTOUTS = {"comments-list": build, "comments-blank": blank}

"""Pages of accounts: the door, the office's list of people, access slips."""

from congress.accounts.views import door, people, slips
from congress.accounts.views.pages import blueprint

__all__ = ["blueprint", "door", "people", "slips"]

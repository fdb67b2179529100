"""Pages of accounts: the door, the office's list of people, access slips, the first start."""

from congress.accounts.views import door, people, set_up, slips
from congress.accounts.views.pages import blueprint

__all__ = ["blueprint", "door", "people", "set_up", "slips"]

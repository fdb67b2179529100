"""Pages of the delegate registry: the list, single records, a cell's list, review, and paper."""

from congress.delegates.views import listing, paper, records, registration, review
from congress.delegates.views.frame import blueprint

__all__ = ["blueprint", "listing", "paper", "records", "registration", "review"]

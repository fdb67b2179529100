"""Pages of the check of credentials: the way in, the queue, the structure, reports, the committee."""

from congress.credentials.views import committee, queue, report, structure
from congress.credentials.views.frame import blueprint

__all__ = ["blueprint", "committee", "queue", "report", "structure"]

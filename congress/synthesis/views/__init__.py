"""Pages of the synthesis report: drawing up and reading (`reports`), one sentence (`statements`), paper (`papers`)."""

from congress.synthesis.views import papers, reports, statements
from congress.synthesis.views.blueprint import blueprint

__all__ = ["blueprint", "papers", "reports", "statements"]

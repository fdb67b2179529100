"""Pages of the allocation: plans, one plan with its lines, comparison, issuing, a cell's own share."""

from congress.allocation.views import cells, comparing, editing, issuing, papers, plans
from congress.allocation.views.frame import blueprint, init_app

__all__ = ["blueprint", "cells", "comparing", "editing", "init_app", "issuing", "papers", "plans"]

"""Pages of drafts, by noun: documents, their paths, their versions, their matches, the comparison of two versions."""

from congress.drafts.views import compare, documents, matches, path, versions
from congress.drafts.views.blueprint import blueprint, init_app

__all__ = ["blueprint", "compare", "documents", "init_app", "matches", "path", "versions"]

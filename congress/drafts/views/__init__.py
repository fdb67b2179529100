"""Pages of drafts, by noun: documents, paths, versions and their papers, matches, two versions compared."""

from congress.drafts.views import compare, documents, matches, papers, path, versions
from congress.drafts.views.blueprint import blueprint, init_app

__all__ = ["blueprint", "compare", "documents", "init_app", "matches", "papers", "path", "versions"]

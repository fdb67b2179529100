"""Pages of drafts: `documents`, their `versions`, what became of each passage (`matches`), two versions (`compare`)."""

from congress.drafts.views import compare, documents, matches, versions
from congress.drafts.views.blueprint import blueprint

__all__ = ["blueprint", "compare", "documents", "matches", "versions"]

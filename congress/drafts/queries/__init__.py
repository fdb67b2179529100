"""Reading documents, versions and passages of one congress, and what has become of passages."""

from congress.drafts.queries.comparison import Comparison, comparison, matches
from congress.drafts.queries.documents import (
    document,
    documents,
    layout,
    next_number,
    next_position,
    numbered,
    passage,
    passages,
    still_waits,
    version,
    version_after,
    version_before,
    versions,
    versions_of,
    waiting,
)
from congress.drafts.queries.links import candidates, links, matched_with, tied_to, whereabouts
from congress.drafts.queries.path import next_step, step, steps

__all__ = [
    "Comparison",
    "candidates",
    "comparison",
    "document",
    "documents",
    "layout",
    "links",
    "matched_with",
    "matches",
    "next_number",
    "next_position",
    "next_step",
    "numbered",
    "passage",
    "passages",
    "step",
    "steps",
    "still_waits",
    "tied_to",
    "version",
    "version_after",
    "version_before",
    "versions",
    "versions_of",
    "waiting",
    "whereabouts",
]

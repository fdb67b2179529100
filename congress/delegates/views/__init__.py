"""Pages of the delegate registry: the list, single records, a cell's list, review, changes, portraits, and paper."""

from congress.delegates.views import (
    grid,
    imports,
    listing,
    paper,
    photos,
    records,
    registration,
    review,
    substitution,
    succession,
)
from congress.delegates.views.frame import blueprint

__all__ = [
    "blueprint",
    "grid",
    "imports",
    "listing",
    "paper",
    "photos",
    "records",
    "registration",
    "review",
    "substitution",
    "succession",
]

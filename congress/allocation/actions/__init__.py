"""What is done with plans: drawn up, changed and amended (`plans`), issued (`issuing`)."""

from congress.allocation.actions.issuing import OF_DECISION, complete, issue, issue_now
from congress.allocation.actions.plans import (
    OF_LINE,
    change,
    copy,
    decide_tie,
    draw_up,
    forget_stale_ties,
    remove,
    take_counts,
)

__all__ = [
    "OF_DECISION",
    "OF_LINE",
    "change",
    "complete",
    "copy",
    "decide_tie",
    "draw_up",
    "forget_stale_ties",
    "issue",
    "issue_now",
    "remove",
    "take_counts",
]

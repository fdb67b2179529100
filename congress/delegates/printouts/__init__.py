"""What is printed about delegates, a module for each kind of paper. Every paper is built from lines of the roll."""

from collections.abc import Callable

from congress.delegates.printouts.alternates import alternates
from congress.delegates.printouts.cells import cell_summaries
from congress.delegates.printouts.chosen import Wanted, wanted
from congress.delegates.printouts.columns import CELLS
from congress.delegates.printouts.lists import delegate_list, delegate_summaries
from congress.delegates.printouts.substitution import decision_of, substitution_decision
from congress.printing.printout import Printout

__all__ = [
    "CELLS",
    "PRINTOUTS",
    "Wanted",
    "alternates",
    "cell_summaries",
    "decision_of",
    "delegate_list",
    "delegate_summaries",
    "substitution_decision",
    "wanted",
]

PRINTOUTS: dict[str, Callable[..., Printout]] = {
    "alternates": alternates,
    "cell-summaries": cell_summaries,
    "delegate-list": delegate_list,
    "delegate-summaries": delegate_summaries,
    "substitution-decision": substitution_decision,
}
"""What the command line and the pages print, by name."""

"""The allocation on paper: the decision with its annex, the explanatory note, half a sheet for every cell.

Each takes a congress, a plan, what it gives, and what is known of its issue; figures are those of the plan handed in.
"""

from congress.allocation.printouts.cell_sheets import cell_sheet, cell_sheets
from congress.allocation.printouts.decision import decision
from congress.allocation.printouts.issued import PRINTOUTS
from congress.allocation.printouts.note import explanatory_note

__all__ = ["PRINTOUTS", "cell_sheet", "cell_sheets", "decision", "explanatory_note"]

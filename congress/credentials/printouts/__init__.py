"""Papers of the check of credentials: the report, and the structure against its targets."""

from collections.abc import Callable

from congress.credentials.printouts.report import credentials_report, report
from congress.credentials.printouts.structure import board, structure
from congress.printing.printout import Printout

__all__ = ["PRINTOUTS", "board", "credentials_report", "report", "structure"]

PRINTOUTS: dict[str, Callable[..., Printout]] = {"credentials-report": credentials_report, "structure": structure}

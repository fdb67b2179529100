"""What is printed for the day: badges, letters of summons, the list for the signature roll."""

from collections.abc import Callable

from congress.attendance.printouts.cards import badges, badges_of_run, specimens
from congress.attendance.printouts.letters import summons
from congress.attendance.printouts.roll import signature_roll
from congress.printing.printout import Printout

__all__ = ["PRINTOUTS", "badges", "badges_of_run", "signature_roll", "specimens", "summons"]

PRINTOUTS: dict[str, Callable[..., Printout]] = {
    "badges": badges,
    "signature-roll": signature_roll,
    "summons": summons,
}
"""What the command line and the pages print, by name."""

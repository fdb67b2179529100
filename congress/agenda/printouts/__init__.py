"""The programme on paper: for everybody, and for those who direct the congress."""

from collections.abc import Callable

from congress.agenda.printouts.directing import director_book, presenter_cards, presidium_crib
from congress.agenda.printouts.programme import build
from congress.agenda.printouts.times import real_times
from congress.printing.printout import Printout

__all__ = ["PRINTOUTS", "build", "director_book", "presenter_cards", "presidium_crib", "real_times"]

PRINTOUTS: dict[str, Callable[..., Printout]] = {
    "director-book": director_book,
    "presenter-cards": presenter_cards,
    "presidium-crib": presidium_crib,
    "programme": build,
    "real-times": real_times,
}
"""What the command line and the pages print, by name."""

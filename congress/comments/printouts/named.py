"""The blank sheets for the command line."""

from datetime import date

from congress.comments import queries
from congress.comments.printouts.blank import blank_sheets
from congress.comments.printouts.listing import newest_or_named
from congress.congresses.models import Congress
from congress.printing.printout import Printout
from congress.shared.scope import UnitScope
from congress.units import queries as units


def blank(congress: Congress, *, today: date, round: str = "") -> Printout:
    """Blank sheets for all cells of the round of this title, or of the newest. RuleBroken without one."""
    round_ = newest_or_named(congress, round)
    cells = queries.answering(round_, units.listed(congress.id, UnitScope.everything()))
    return blank_sheets(congress, round_, [*cells, *queries.listed_respondents(round_)], today=today)

"""The papers of the desk for the command line, by name."""

from datetime import date

from congress.comments.printouts.listing import newest_or_named
from congress.congresses.models import Congress
from congress.printing.printout import Printout
from congress.shared.scope import UnitScope
from congress.triage import queries
from congress.triage.printouts.acceptance import acceptance_paper
from congress.triage.printouts.cells import answers_paper
from congress.triage.rules.answers import Choice
from congress.units import queries as units


def acceptance(congress: Congress, *, today: date, round: str = "") -> Printout:
    """The table of acceptance of the round of this title, or of the newest. RuleBroken without one."""
    round_ = newest_or_named(congress, round)
    cells = [unit.name for unit in units.listed(congress.id, UnitScope.everything())]
    return acceptance_paper(congress, round_, queries.answers.answered(round_), Choice(), cells=cells, today=today)


def cell_answers(congress: Congress, *, today: date, round: str = "") -> Printout:
    """The answers to all cells of the round of this title, or of the newest. RuleBroken without one."""
    round_ = newest_or_named(congress, round)
    cells = units.listed(congress.id, UnitScope.everything())
    return answers_paper(congress, round_, queries.answers.answered(round_), cells, today=today)


PRINTOUTS = {"acceptance": acceptance, "cell-answers": cell_answers}

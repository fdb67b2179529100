"""What the desk prints: the table of acceptance and explanation, the answer to each cell."""

from congress.triage.printouts.acceptance import acceptance_paper, acceptance_word
from congress.triage.printouts.cells import answers_paper
from congress.triage.printouts.named import PRINTOUTS

__all__ = ["PRINTOUTS", "acceptance_paper", "acceptance_word", "answers_paper"]

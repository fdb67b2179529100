"""What the drafts print: two versions compared, and how far all documents have come."""

from congress.drafts.printouts.progress import build_progress, progress_paper
from congress.drafts.printouts.redline import build, redline_paper

PRINTOUTS = {"draft-redline": build, "drafts-progress": build_progress}

__all__ = ["PRINTOUTS", "progress_paper", "redline_paper"]

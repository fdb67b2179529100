"""What the drafts print: a version, two versions compared, and how far all documents have come."""

from congress.drafts.printouts.draft import build_draft, draft_paper, draft_word, layout_key
from congress.drafts.printouts.progress import build_progress, progress_paper
from congress.drafts.printouts.redline import build, redline_paper

PRINTOUTS = {"draft": build_draft, "draft-redline": build, "drafts-progress": build_progress}

__all__ = ["PRINTOUTS", "draft_paper", "draft_word", "layout_key", "progress_paper", "redline_paper"]

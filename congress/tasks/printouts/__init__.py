"""What the plan of work prints: the table of assignments, the weekly report."""

from congress.tasks.printouts.papers import assignments, weekly_report

__all__ = ["PRINTOUTS", "assignments", "weekly_report"]

PRINTOUTS = {"task-assignments": assignments, "weekly-report": weekly_report}
"""What the command line prints, by name."""

"""What must hold for a cell (figures), and what a workbook of cells would do (import_plan)."""

from congress.units.rules.figures import Figures, Gap, Sums, add_up, check_days, check_figures, quota_gap

__all__ = ["Figures", "Gap", "Sums", "add_up", "check_days", "check_figures", "quota_gap"]

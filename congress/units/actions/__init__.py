"""What people do with cells: single ones and the grid (records), a whole workbook (imports)."""

from congress.units.actions.records import add, change, remove, save_grid, set_quotas

__all__ = ["add", "change", "remove", "save_grid", "set_quotas"]

"""Workbooks of delegates: the list that goes out (listing), and the one that comes in (incoming)."""

from congress.delegates.sheets.listing import COLUMNS, PRIVATE_COLUMNS, VALUES, cell, columns, workbook

__all__ = ["COLUMNS", "PRIVATE_COLUMNS", "VALUES", "cell", "columns", "workbook"]

"""Workbooks for anyone: rows out as XLSX. The only place that knows a workbook library."""

"""Workbooks for anyone: rows out as XLSX and CSV, foreign workbooks in. The only place that knows a workbook library.

In: `reader` has a file read by a child process with bounded time and memory (`child`, which looks at the package with
`package` and `sheet_xml` before a parser may see it, or at text with `delimited`), and gives `tables.SourceTable`s of
plain values. `matching` finds the head row and the columns a feature knows, and has every cell parsed by `cells`, with
every problem kept. Out: `workbook` writes lists, `templates` what people fill in and send back.
"""

"""Home pages: the dashboard of the office and the standing committee, and the one page of a cell.

The only feature that may look at all others; it decides nothing and writes nothing.
"""

"""The synthesis report (báo cáo tổng hợp ý kiến góp ý): drawn up from what cells said, edited, issued.

A *statement* (câu tổng hợp) is one sentence of the report with the comments it rests on; the program writes it from
counts, people may word it anew, and the program says where their wording departs from the counts.
"""

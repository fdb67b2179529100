"""How the seats of delegates are shared out among the cells, explained, compared, issued and amended.

Terms: phân bổ (allocation), phương án (plan), chỉ tiêu (quota), đương nhiên (ex officio), chỉ định (appointed),
dự phòng (reserve), ưu tiên (priority seats), chốt số liệu (freeze of the member counts), ban hành (to issue).
Rules: domain.md §2.2, §2.4; the Charter names three criteria (members, subordinate organisations, importance) [A].
"""

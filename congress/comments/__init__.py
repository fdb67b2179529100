"""What Party cells say on drafts: rounds, the cell's sheet, comments passage by passage, and reading them all.

Terms: đợt góp ý (round), phiếu góp ý (sheet: one per cell and round), ý kiến (comment), mức đồng ý (stance: agree,
agree in part, disagree, other), "không có ý kiến" (nothing to say, which is an answer).
"""

"""The congress itself: committee and superior, ordinal, term, contents, dates, venue, caps and totals by decision.

Terms: đại hội (congress), đảng bộ (Party organisation), đảng ủy (its committee), nhiệm kỳ (term).
"""

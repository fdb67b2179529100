"""Checking the standing of delegates: findings one by one, the structure of the whole, the credentials report.

Terms: thẩm tra tư cách đại biểu (check of credentials), Ban Thẩm tra (credentials committee), cơ cấu (structure),
báo cáo thẩm tra (credentials report), công nhận tư cách (to recognise), được triệu tập / có mặt (summoned / present).
Rules: domain.md §2.1–2.3, §4, §5.1, §5.5.
"""

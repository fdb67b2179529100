"""Subcommittees of the congress and their support groups: founding decision, head, deputies, secretary, members.

Terms: tiểu ban (subcommittee), tổ giúp việc (support group), trưởng / phó tiểu ban (head / deputy), thư ký (secretary).
"""

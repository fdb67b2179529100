"""What is decided on a point, and how far a point is."""

from congress.shared.labels import N_, Labelled


class Disposition(Labelled):
    """domain.md §6.5 (wording from practice [C]); the order is the order on paper."""

    ACCEPTED = "accepted", N_("Tiếp thu toàn bộ")
    PARTLY = "accepted_partly", N_("Tiếp thu một phần")
    EXPLAINED = "explained", N_("Giải trình, không tiếp thu")
    RESERVED = "reserved", N_("Bảo lưu, nghiên cứu thêm")
    FORWARDED = "forwarded", N_("Chuyển cơ quan khác")


class State(Labelled):
    """How far a comment is: nobody has taken it up, it belongs to a point, or the point is decided."""

    NEW = "new_comment", N_("Mới")
    OPEN = "open_point", N_("Đang xử lý")
    DECIDED = "decided_point", N_("Đã có hướng xử lý")


WRITTEN_IN = frozenset({Disposition.ACCEPTED, Disposition.PARTLY})
"""Decisions that must show in the next draft."""

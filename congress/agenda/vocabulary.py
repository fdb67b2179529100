"""Kinds of sessions and of items."""

from congress.shared.labels import N_, Labelled


class SessionKind(Labelled):
    """01-HD/TW 14.1: two sessions; visits, rehearsals and meetings come before them (domain.md §5.2 [A], [B])."""

    BEFORE = "before_congress", N_("Trước đại hội")
    PREPARATORY = "preparatory_session", N_("Phiên trù bị")
    OFFICIAL = "official_session", N_("Phiên chính thức")


class ItemKind(Labelled):
    """What happens in an item."""

    CEREMONY = "ceremony", N_("Nghi thức")
    REPORT = "report", N_("Báo cáo")
    PAPER = "paper", N_("Tham luận, thảo luận")
    VOTE = "vote", N_("Biểu quyết")
    BREAK = "break", N_("Giải lao")
    OTHER = "other_item", N_("Khác")


WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ nhật"),
)

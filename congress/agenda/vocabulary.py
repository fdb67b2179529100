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


class Presence(Labelled):
    """What a person named in the programme is in the hall."""

    OFFICIAL = "official_in_hall", N_("Đại biểu chính thức")
    ALTERNATE = "alternate_in_hall", N_("Đại biểu dự khuyết")
    AWAY = "away_from_hall", N_("Không được triệu tập")


class Duty(Labelled):
    """What somebody does in an item."""

    PRESENTS = "presents", N_("Trình bày")
    CHAIRS = "chairs", N_("Điều hành")
    INTRODUCES = "introduces", N_("Giới thiệu")


class ChangeKind(Labelled):
    """What happened to an item between two released programmes."""

    ADDED = "item_added", N_("Thêm")
    REMOVED = "item_removed", N_("Bỏ")
    MOVED = "item_moved", N_("Đổi giờ")
    EDITED = "item_edited", N_("Sửa nội dung")


WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ nhật"),
)

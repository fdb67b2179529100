"""Words of badges."""

from congress.shared.labels import N_, Labelled


class BadgeClass(Labelled):
    """What the colour and the word on a badge say (domain.md §2.2, §7.6)."""

    OFFICIAL = "official_badge", N_("Đại biểu chính thức")
    ALTERNATE = "alternate_badge", N_("Đại biểu dự khuyết")


class BadgeState(Labelled):
    """Where a delegate's badge stands."""

    NOT_PRINTED = "badge_not_printed", N_("Chưa in")
    PRINTED = "badge_printed", N_("Đã in")
    CHANGED = "badge_changed", N_("Đổi sau khi in")
    TO_COLLECT = "badge_to_collect", N_("Thu hồi")

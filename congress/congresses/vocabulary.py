"""Words of the congress."""

from congress.shared.labels import N_, Labelled


class Mode(Labelled):
    """How many contents the congress has (provincial circular restating 45-CT/TW; domain.md §1.3 [B])."""

    FOUR_CONTENTS = "four", N_("Bốn nội dung")
    THREE_CONTENTS = "three", N_("Ba nội dung (không bầu cấp ủy)")
    TWO_CONTENTS = "two", N_("Hai nội dung (hợp nhất, sáp nhập; không bầu cử)")


class AreaKind(Labelled):
    """What kind of commune-level unit holds the congress."""

    COMMUNE = "commune", N_("xã")
    WARD = "ward", N_("phường")
    SPECIAL_ZONE = "special_zone", N_("đặc khu")


class HouseStyle(Labelled):
    """How an office writes the tone of oa, oe, uy (domain.md §7.5 [C])."""

    NEW = "ủy", N_("ủy, hòa (dấu đặt ở chữ đầu)")
    OLD = "uỷ", N_("uỷ, hoà (dấu đặt ở chữ sau)")

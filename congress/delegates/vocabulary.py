"""Words of the delegate registry."""

from congress.shared.labels import N_, Labelled


class Origin(Labelled):
    """How somebody became a delegate (domain.md §2.2)."""

    EX_OFFICIO = "ex_officio", N_("Đương nhiên")
    ELECTED = "elected", N_("Được bầu")
    APPOINTED = "appointed", N_("Chỉ định")


class Standing(Labelled):
    """Official, or alternate in the order of the cell's result (domain.md §2.2, §2.5)."""

    OFFICIAL = "official_delegate", N_("Chính thức")
    ALTERNATE = "alternate_delegate", N_("Dự khuyết")


class Review(Labelled):
    """Where one record stands between its cell and the personnel subcommittee."""

    NOT_SENT = "not_sent", N_("Chưa gửi")
    SENT = "sent", N_("Đã gửi")
    RETURNED = "returned", N_("Trả lại")
    RECEIVED = "received", N_("Đã nhận")


class ListState(Labelled):
    """Where a cell's whole list stands."""

    EMPTY = "list_empty", N_("Chưa nhập")
    ENTERING = "list_entering", N_("Đang nhập")
    RETURNED = "list_returned", N_("Bị trả lại")
    SENT = "list_sent", N_("Đã gửi, chờ nhận")
    RECEIVED = "list_received", N_("Đã nhận")


class Status(Labelled):
    """What has become of a delegate (domain.md §2.3)."""

    NAMED = "named", N_("Đã ghi tên")
    CHECKED = "checked", N_("Đủ tư cách")
    SUMMONED = "summoned", N_("Đã triệu tập")
    NOT_SUMMONED = "not_summoned", N_("Không triệu tập")
    PRESENT = "present", N_("Có mặt")
    ABSENT = "absent", N_("Vắng mặt")
    REPLACED = "replaced", N_("Được thay thế")


class Reason(Labelled):
    """Why somebody is not summoned, is absent or is replaced; sources in REASON_SOURCES."""

    SUSPENDED = "suspended", N_("Đình chỉ sinh hoạt đảng hoặc cấp ủy")
    CHARGED = "charged", N_("Bị khởi tố bị can hoặc truy tố")
    UNLAWFUL_ELECTION = "unlawful_election", N_("Bầu sai nguyên tắc, thủ tục")
    RETIRED = "retired", N_("Cấp ủy viên có quyết định nghỉ hưu trước khai mạc")
    MOVED = "moved", N_("Cấp ủy viên có quyết định chuyển khỏi đảng bộ trước khai mạc")
    HEALTH = "health", N_("Sức khỏe")
    DUTY_TRAVEL = "duty_travel", N_("Đi công tác")
    BEREAVEMENT = "bereavement", N_("Việc tang")
    OTHER = "other_reason", N_("Lý do khác")


NOT_SUMMONED_BY = "Hướng dẫn 04-HD/TW ngày 31/12/2024"
REASON_SOURCES: dict[Reason, str] = {
    Reason.SUSPENDED: NOT_SUMMONED_BY,
    Reason.CHARGED: NOT_SUMMONED_BY,
    Reason.UNLAWFUL_ELECTION: NOT_SUMMONED_BY,
    Reason.RETIRED: NOT_SUMMONED_BY,
    Reason.MOVED: NOT_SUMMONED_BY,
}
"""The rule a reason rests on (domain.md §2.3 [A]); reasons of absence rest on none."""

NOT_SUMMONED_REASONS = frozenset(REASON_SOURCES)
"""Reasons for which somebody is not summoned at all, whether replaced or not."""

_ABSENCE = (Reason.HEALTH, Reason.DUTY_TRAVEL, Reason.BEREAVEMENT, Reason.OTHER)
REASONS: dict[Status, tuple[Reason, ...]] = {
    Status.NOT_SUMMONED: (*REASON_SOURCES, Reason.OTHER),
    Status.ABSENT: _ABSENCE,
    Status.REPLACED: (*_ABSENCE, *REASON_SOURCES),
}
"""Which reasons a status takes; a status that is not named takes none."""


class Missing(Labelled):
    """What a record still lacks for the one-line summary and the credential report (domain.md §4.2, §4.4)."""

    BIRTH = "missing_birth", N_("Thiếu ngày sinh")
    SEX = "missing_sex", N_("Thiếu giới tính")
    ETHNICITY = "missing_ethnicity", N_("Thiếu dân tộc")
    HOME_PLACE = "missing_home_place", N_("Thiếu quê quán")
    ADMITTED = "missing_party_admitted_on", N_("Thiếu ngày vào Đảng")
    OFFICIAL = "missing_party_official_on", N_("Thiếu ngày chính thức")
    EDUCATION = "missing_general_education", N_("Thiếu giáo dục phổ thông")
    POST = "missing_post", N_("Thiếu chức vụ, đơn vị")


class Match(Labelled):
    """How the name of a photograph's file was understood."""

    CARD = "match_card", N_("Khớp số thẻ đảng viên")
    NAME = "match_name", N_("Khớp họ và tên")
    SEVERAL = "match_several", N_("Nhiều người cùng tên")
    NOBODY = "match_nobody", N_("Không khớp ai")


class RankReason(Labelled):
    """Why an alternate stands where it stands (domain.md §2.5)."""

    VOTES = "rank_by_votes", N_("Theo số phiếu")
    PARTY_AGE = "rank_by_party_age", N_("Bằng phiếu, tuổi đảng cao hơn xếp trước")
    DECIDED = "rank_by_decision", N_("Bằng phiếu, theo quyết định của Ban Thường vụ")
    TIED = "rank_tied", N_("Bằng phiếu, chưa phân định")
    NO_VOTES = "rank_without_votes", N_("Chưa ghi số phiếu, giữ thứ hạng đã nhập")


class Bar(Labelled):
    """Why an alternate cannot come up for somebody."""

    NOT_RECEIVED = "bar_not_received", N_("Chưa nhận hồ sơ")
    NOT_SUMMONED = "bar_not_summoned", N_("Không được triệu tập")
    REPLACED = "bar_replaced", N_("Đã được thay thế")
    ABSENT = "bar_absent", N_("Vắng suốt đại hội")
    PROBATIONARY = "bar_probationary", N_("Chưa là đảng viên chính thức khi được bầu")

"""Words of the credentials report."""

from congress.shared.labels import N_, Labelled


class Moment(Labelled):
    """As of when a report speaks."""

    BEFORE = "before_congress", N_("Trước đại hội")
    PREPARATORY = "preparatory_session", N_("Tại phiên trù bị")
    OFFICIAL = "official_session", N_("Tại phiên chính thức")


class CountedOn(Labelled):
    """The number every share is counted on; papers of 2025 mixed the two, so it is always named (domain.md §4.5)."""

    SUMMONED = "summoned", N_("đại biểu được triệu tập")
    PRESENT = "present_delegates", N_("đại biểu có mặt")


class ReportState(Labelled):
    """Where a report stands."""

    DRAFT = "report_draft", N_("Dự thảo")
    FINAL = "report_final", N_("Đã ký")
    ADOPTED = "report_adopted", N_("Đại hội đã thông qua")


class CommitteeRole(Labelled):
    """What somebody is in the credentials committee (domain.md §4.1)."""

    HEAD = "committee_head", N_("Trưởng ban")
    MEMBER = "committee_member", N_("Ủy viên")


class Colour(Labelled):
    """What the check of one delegate comes to."""

    RED = "check_red", N_("Có vướng mắc")
    AMBER = "check_amber", N_("Cần xem")
    GREEN = "check_green", N_("Không vướng mắc")


class Ground(Labelled):
    """What stands against a delegate, or is still to be looked at; severity and source in rules/grounds.py."""

    NOT_SUMMONED = "ground_not_summoned", N_("Thuộc diện không triệu tập")
    PROBATIONARY = "ground_probationary", N_("Còn dự bị khi được bầu")
    NOT_ELECTED = "ground_not_elected", N_("Phiếu bầu không quá nửa")
    TOO_MANY_VOTES = "ground_too_many_votes", N_("Số phiếu không hợp lý")
    HELD_LATE = "ground_held_late", N_("Đại hội chi bộ sau khai mạc")
    SAME_PERSON = "ground_same_person", N_("Trùng người")
    DATES = "ground_dates", N_("Ngày tháng mâu thuẫn")
    OVER_QUOTA = "ground_over_quota", N_("Chi bộ vượt chỉ tiêu")
    OVER_APPOINTED = "ground_over_appointed", N_("Chỉ định vượt tỷ lệ")
    EX_OFFICIO_UNLISTED = "ground_ex_officio_unlisted", N_("Đương nhiên nhưng không có trong quyết định")
    DISCIPLINE = "ground_discipline", N_("Có ghi kỷ luật")
    PERHAPS_TWICE = "ground_perhaps_twice", N_("Có thể trùng người")
    UNLIKELY_DATES = "ground_unlikely_dates", N_("Ngày tháng khác thường")
    NO_VOTES = "ground_no_votes", N_("Chưa ghi số phiếu")
    NOT_HELD = "ground_not_held", N_("Chưa ghi ngày đại hội chi bộ")
    MISSING = "ground_missing", N_("Thiếu thông tin")
    STATISTICS = "ground_statistics", N_("Trống mục thống kê")
    PHOTO = "ground_photo", N_("Thiếu ảnh")
    NOT_RECEIVED = "ground_not_received", N_("Chưa nhận danh sách")


class Verdict(Labelled):
    """What has been decided about a delegate's standing."""

    QUALIFIED = "verdict_qualified", N_("Đủ tư cách")
    LACKING = "verdict_lacking", N_("Chưa đủ, cần bổ sung")
    REJECTED = "verdict_rejected", N_("Không đủ tư cách, đề nghị không công nhận")


class Stage(Labelled):
    """Where a delegate stands in the queue."""

    OPEN = "stage_open", N_("Chưa kết luận")
    OUTDATED = "stage_outdated", N_("Cần xem lại")
    LACKING = "stage_lacking", N_("Chờ bổ sung")
    REJECTED = "stage_rejected", N_("Đề nghị không công nhận")
    QUALIFIED = "stage_qualified", N_("Đã kết luận đủ tư cách")


class TargetKind(Labelled):
    """How a target of the structure is given."""

    PERCENT = "target_percent", N_("% số đại biểu")
    NUMBER = "target_number", N_("người")


class TargetScope(Labelled):
    """Of whom a target speaks."""

    WHOLE = "target_whole", N_("Toàn đại hội")
    EACH_CELL = "target_each_cell", N_("Mỗi chi bộ")

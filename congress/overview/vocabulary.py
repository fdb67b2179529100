"""What can be owed to a congress, and how pressing it is."""

from congress.shared.labels import N_, Labelled


class Owed(Labelled):
    """A piece of work somebody still owes."""

    DELEGATE_LIST = "owed_delegate_list", N_("Danh sách đại biểu")
    COMMENT_SHEET = "owed_comment_sheet", N_("Phiếu góp ý")
    CELL_CONGRESS = "owed_cell_congress", N_("Đại hội chi bộ")
    ALLOCATION = "owed_allocation", N_("Ban hành phân bổ đại biểu")
    REVIEW = "owed_review", N_("Nhận danh sách đã gửi")
    CREDENTIALS = "owed_credentials", N_("Thẩm tra tư cách đại biểu")
    TRIAGE = "owed_triage", N_("Xử lý ý kiến góp ý")
    SYNTHESIS = "owed_synthesis", N_("Báo cáo tổng hợp ý kiến")
    PROGRAMME = "owed_programme", N_("Chương trình đại hội")


class Urgency(Labelled):
    """How near the last day is."""

    LATE = "late", N_("Quá hạn")
    SOON = "soon", N_("Đến hạn trong 7 ngày")
    LATER = "later", N_("Còn hạn")
    UNDATED = "undated", N_("Chưa có hạn")

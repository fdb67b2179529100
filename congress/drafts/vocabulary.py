"""Kinds of documents, of the blocks they consist of, and of the ways they come in."""

from congress.shared.labels import N_, Labelled


class DocumentKind(Labelled):
    """domain.md §6.1."""

    POLITICAL_REPORT = "political_report", N_("Báo cáo chính trị")
    REVIEW_REPORT = "review_report", N_("Báo cáo kiểm điểm")
    RESOLUTION = "draft_resolution", N_("Dự thảo nghị quyết")
    ACTION_PROGRAMME = "action_programme", N_("Chương trình hành động")
    SUPERIOR = "superior_document", N_("Văn kiện cấp trên")
    OTHER = "other_document", N_("Văn kiện khác")


class DocumentLevel(Labelled):
    """Whose congress a document belongs to; those of the levels above are only read and commented on."""

    OWN = "level_own", N_("Đại hội này")
    PROVINCE = "level_province", N_("Đại hội Đảng bộ tỉnh")
    CENTRAL = "level_central", N_("Đại hội toàn quốc")

    @property
    def above(self) -> bool:
        """Whether another congress decides on the document."""
        return self is not DocumentLevel.OWN


class PathState(Labelled):
    """Where a document stands on its way; which states a document passes, and in which order: rules.path."""

    OUTLINE = "path_outline", N_("Đề cương")
    DRAFT = "path_draft", N_("Dự thảo")
    CONSULTATION = "path_consultation", N_("Đang lấy ý kiến")
    REVISED = "path_revised", N_("Đã tiếp thu, chỉnh sửa")
    COMMITTEE = "path_committee", N_("Ban Chấp hành đã cho ý kiến")
    APPRAISAL = "path_appraisal", N_("Đã gửi cấp trên duyệt")
    RETURNED = "path_returned", N_("Có kết luận duyệt")
    CONGRESS = "path_congress", N_("Trình Đại hội")
    ADOPTED = "path_adopted", N_("Đại hội đã thông qua")
    DISCUSSED = "path_discussed", N_("Đại hội đã thảo luận")
    RECEIVED = "path_received", N_("Đã nhận")
    SENT_UP = "path_sent_up", N_("Đã gửi ý kiến lên cấp trên")


class BlockKind(Labelled):
    """What a block of a draft is; a row is one row of a table, its cells parted by bars."""

    HEADING = "heading", N_("Đề mục")
    PARAGRAPH = "paragraph", N_("Đoạn")
    ROW = "table_row", N_("Dòng của bảng")


class Source(Labelled):
    """How a version came in."""

    PASTED = "pasted", N_("Dán văn bản")
    UPLOADED = "uploaded", N_("Tệp Word")
    COMPOSED = "composed", N_("Soạn từ lần dự thảo trước")


class MatchKind(Labelled):
    """What has become of a passage between two versions."""

    SAME = "passage_same", N_("Giữ nguyên")
    CHANGED = "passage_changed", N_("Sửa chữ")
    MOVED = "passage_moved", N_("Đã chuyển chỗ")
    SPLIT = "passage_split", N_("Tách ra")
    MERGED = "passage_merged", N_("Gộp lại")
    NEW = "passage_new", N_("Mới thêm")
    REMOVED = "passage_removed", N_("Bỏ đi")


class Side(Labelled):
    """Of two versions, the one before or the new one."""

    OLD = "side_before", N_("Lần trước")
    NEW = "side_now", N_("Lần này")

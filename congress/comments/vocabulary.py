"""Stances, states of a cell's answer, and the ways a sheet comes in."""

from congress.shared.labels import N_, Labelled


class Stance(Labelled):
    """domain.md §6.3; the order is the order on paper."""

    AGREE = "agree", N_("Đồng ý")
    PARTLY = "agree_partly", N_("Đồng ý một phần")
    DISAGREE = "disagree", N_("Không đồng ý")
    OTHER = "other_view", N_("Ý kiến khác")


class CommentKind(Labelled):
    """What a comment asks for (domain.md §6.3 [C]); the order is the order on paper."""

    ADD = "kind_add", N_("Bổ sung")
    CHANGE = "kind_change", N_("Sửa đổi")
    DROP = "kind_drop", N_("Lược bỏ")
    STRUCTURE = "kind_structure", N_("Cấu trúc")
    FIGURES = "kind_figures", N_("Sửa số liệu")
    WORDING = "kind_wording", N_("Câu chữ")
    OTHER = "kind_other", N_("Khác")


class Answer(Labelled):
    """How far a cell is with its answer."""

    SENT = "answer_sent", N_("Đã gửi")
    WRITING = "answer_writing", N_("Đang viết")
    OWING = "answer_owing", N_("Chưa viết")


class Channel(Labelled):
    """How opinions were given (domain.md §6.2); who typed them in is another matter (`Sheet.on_paper`)."""

    MEETING = "by_meeting", N_("Hội nghị")
    WRITTEN = "in_writing", N_("Góp ý bằng văn bản")
    QR_PAGE = "by_qr_page", N_("Trang mã QR")
    LETTER = "by_letter", N_("Thư")


class RespondentKind(Labelled):
    """Who answers a round besides the cells (domain.md §6.2); the order is the order on paper."""

    FRONT = "of_front", N_("Mặt trận Tổ quốc")
    UNION = "of_union", N_("Đoàn thể")
    RETIRED = "of_retired", N_("Cán bộ hưu trí")
    MEMBER = "of_member", N_("Đảng viên góp ý riêng")
    PUBLIC = "of_public", N_("Người dân")

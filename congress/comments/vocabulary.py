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
    """How the sheet came in."""

    ONLINE = "online", N_("Chi bộ tự nhập")
    PAPER = "on_paper", N_("Nhập thay theo phiếu giấy")

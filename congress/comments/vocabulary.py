"""Stances, states of a cell's answer, and the ways a sheet comes in."""

from congress.shared.labels import N_, Labelled


class Stance(Labelled):
    """domain.md §6.3; the order is the order on paper."""

    AGREE = "agree", N_("Đồng ý")
    PARTLY = "agree_partly", N_("Đồng ý một phần")
    DISAGREE = "disagree", N_("Không đồng ý")
    OTHER = "other_view", N_("Ý kiến khác")


class Answer(Labelled):
    """How far a cell is with its answer."""

    SENT = "answer_sent", N_("Đã gửi")
    WRITING = "answer_writing", N_("Đang viết")
    OWING = "answer_owing", N_("Chưa viết")


class Channel(Labelled):
    """How the sheet came in."""

    ONLINE = "online", N_("Chi bộ tự nhập")
    PAPER = "on_paper", N_("Nhập thay theo phiếu giấy")

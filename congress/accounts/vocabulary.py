"""Words of accounts."""

from congress.shared.labels import N_, Labelled


class State(Labelled):
    """Where an account stands."""

    WAITING = "waiting", N_("Chưa đặt mật khẩu riêng")
    IN_USE = "in_use", N_("Đang dùng")
    DISABLED = "disabled", N_("Đã khóa")

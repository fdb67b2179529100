"""Kinds of Party organisations below a commune committee."""

from congress.shared.labels import N_, Labelled


class UnitKind(Labelled):
    """domain.md §11, §13."""

    CELL = "cell", N_("Chi bộ")
    PARTIAL = "partial", N_("Đảng bộ bộ phận")
    GRASSROOTS_CELL = "grassroots_cell", N_("Chi bộ cơ sở")
    GRASSROOTS = "grassroots", N_("Đảng bộ cơ sở")

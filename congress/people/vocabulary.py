"""Words of a personal record; where practice is free, the record has text instead."""

from congress.shared.labels import N_, Labelled


class Sex(Labelled):
    """As on the one-line summaries (domain.md §4.4)."""

    MALE = "male", N_("Nam")
    FEMALE = "female", N_("Nữ")


class GeneralEducation(Labelled):
    """Highest general education, in both school systems (domain.md §4.2, row 7)."""

    TWELVE = "12/12", N_("12/12")
    TEN = "10/10", N_("10/10")
    LOWER_SECONDARY = "lower_secondary", N_("Trung học cơ sở")
    PRIMARY = "primary", N_("Tiểu học")


class Qualification(Labelled):
    """Highest professional qualification (domain.md §4.2, row 8)."""

    DOCTOR = "doctor", N_("Tiến sĩ")
    MASTER = "master", N_("Thạc sĩ")
    UNIVERSITY = "university", N_("Đại học")
    COLLEGE = "college", N_("Cao đẳng")
    INTERMEDIATE = "intermediate", N_("Trung cấp")
    ELEMENTARY = "elementary", N_("Sơ cấp")
    NONE = "no_qualification", N_("Chưa qua đào tạo")


class Theory(Labelled):
    """Political theory (domain.md §4.2, row 9)."""

    BACHELOR = "theory_bachelor", N_("Cử nhân")
    ADVANCED = "theory_advanced", N_("Cao cấp")
    INTERMEDIATE = "theory_intermediate", N_("Trung cấp")
    ELEMENTARY = "theory_elementary", N_("Sơ cấp")
    NONE = "no_theory", N_("Chưa học")

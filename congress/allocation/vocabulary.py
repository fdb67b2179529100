"""Words of the allocation."""

from congress.shared.labels import N_, Labelled


class Method(Labelled):
    """How the seats left after base and priority are shared by official members (domain.md §2.4 [C])."""

    LARGEST_REMAINDER = "largest-remainder", N_("Mức nền cộng phần dư lớn nhất")
    HAMILTON = "hamilton", N_("Phần dư lớn nhất, không mức nền (Hamilton)")
    WEBSTER = "webster", N_("Webster (Sainte-Laguë)")
    DHONDT = "dhondt", N_("D’Hondt")
    ADAMS = "adams", N_("Adams")

    @property
    def has_base(self) -> bool:
        """Whether base seats are added before the rest is shared; otherwise base is the least a cell gets."""
        return self is Method.LARGEST_REMAINDER

    @property
    def has_divisor(self) -> bool:
        """Whether a common divisor is rounded; such a method never takes a seat away as the total grows."""
        return self in (Method.WEBSTER, Method.DHONDT, Method.ADAMS)


class TieRule(Labelled):
    """Why one of two equal claims to the last seat came first (domain.md §2.4 [C])."""

    MORE_MEMBERS = "more_members", N_("Chi bộ đông đảng viên hơn")
    PRINTED_ORDER = "printed_order", N_("Chi bộ đứng trước trong danh sách in")
    DECIDED = "decided", N_("Theo quyết định đã ghi")


class PlanState(Labelled):
    """Where a plan stands: worked on, in force, or replaced by a later version."""

    DRAFT = "plan_draft", N_("Đang lập")
    ISSUED = "plan_issued", N_("Đã ban hành, đang áp dụng")
    SUPERSEDED = "plan_superseded", N_("Đã được thay bằng bản sau")

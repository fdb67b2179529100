"""What a subcommittee is for, and what somebody is in it. Communes differ (domain.md §9.1)."""

from congress.shared.labels import N_, Labelled


class SubcommitteeKind(Labelled):
    """The three kinds the program has work for; any number of others."""

    PERSONNEL = "personnel_body", N_("Nhân sự")
    DOCUMENTS = "documents_body", N_("Văn kiện")
    SERVICE = "service_body", N_("Tổ chức phục vụ")
    OTHER = "other_body", N_("Khác")


class MemberRole(Labelled):
    """What somebody is in a subcommittee or support group."""

    HEAD = "body_head", N_("Trưởng")
    DEPUTY = "body_deputy", N_("Phó")
    SECRETARY = "body_secretary", N_("Thư ký")
    MEMBER = "body_member", N_("Thành viên")


class FileKind(Labelled):
    """What a kept paper of a subcommittee is (domain.md §9.1)."""

    DECISION = "body_decision", N_("Quyết định thành lập")
    RULES = "body_rules", N_("Quy chế làm việc")
    PLAN = "body_plan", N_("Kế hoạch")
    MINUTES = "body_minutes", N_("Biên bản, báo cáo")
    OTHER = "body_paper", N_("Giấy tờ khác")

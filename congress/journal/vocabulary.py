"""What the journal's page calls the rows it speaks of, and which permission their details ask for."""

from dataclasses import dataclass

from congress.shared.labels import N_


@dataclass(frozen=True)
class Kind:
    """Rows of one table; `permission` is the word of a Permission: whoever may read such rows reads what was done."""

    label: str
    permission: str


KINDS = {
    "account": Kind(N_("Tài khoản"), "manage_accounts"),
    "congress": Kind(N_("Đại hội"), "read_congress"),
    "unit": Kind(N_("Chi bộ"), "read_units"),
    "person": Kind(N_("Lý lịch đại biểu"), "read_delegates"),
    "delegate": Kind(N_("Đại biểu"), "read_delegates"),
    "import_preview": Kind(N_("Nhập từ tệp"), "read_delegates"),
    "badge_run": Kind(N_("Lượt in thẻ"), "print_badges"),
    "substitution": Kind(N_("Thay thế đại biểu"), "read_delegates"),
    "registration": Kind(N_("Danh sách của chi bộ"), "read_delegates"),
    "document": Kind(N_("Văn kiện"), "read_drafts"),
    "draft_version": Kind(N_("Bản dự thảo"), "read_drafts"),
    "comment_round": Kind(N_("Đợt góp ý"), "read_drafts"),
    "comment_sheet": Kind(N_("Phiếu góp ý"), "read_comments"),
    "comment": Kind(N_("Ý kiến góp ý"), "read_comments"),
    "agenda_session": Kind(N_("Phiên họp"), "read_programme"),
    "agenda_actual": Kind(N_("Giờ thực tế của mục"), "read_programme"),
    "agenda_speech": Kind(N_("Tham luận"), "read_programme"),
    "agenda_release": Kind(N_("Chương trình ban hành"), "read_programme"),
    "agenda_item": Kind(N_("Mục chương trình"), "read_programme"),
    "subcommittee": Kind(N_("Tiểu ban"), "read_subcommittees"),
    "support_group": Kind(N_("Tổ giúp việc"), "read_subcommittees"),
    "subcommittee_member": Kind(N_("Thành viên tiểu ban"), "read_subcommittees"),
}

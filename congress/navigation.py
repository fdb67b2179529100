"""The menu, in the order of the work: groups of (label, endpoint, permission)."""

from dataclasses import dataclass

from congress.shared.labels import N_
from congress.web.access import Permission, may, my_scope


@dataclass(frozen=True)
class Entry:
    """One line of the menu; `blueprint` of the endpoint decides which line is current."""

    label: str
    endpoint: str
    permission: Permission
    for_cells: bool | None = None  # True: only whoever answers for cells; False: only whoever sees them all

    @property
    def blueprint(self) -> str:
        """The part of the endpoint before the dot."""
        return self.endpoint.partition(".")[0]


@dataclass(frozen=True)
class Group:
    """Entries under one heading; the first group has none."""

    label: str
    entries: tuple[Entry, ...]


MENU = (
    Group(
        "",
        (
            Entry(N_("Việc của chi bộ"), "overview.cell", Permission.REGISTER_DELEGATES, for_cells=True),
            Entry(N_("Bảng điều hành"), "overview.dashboard", Permission.READ_UNITS, for_cells=False),
            Entry(N_("Đại hội"), "congresses.show", Permission.READ_CONGRESS),
        ),
    ),
    Group(
        N_("Nhân sự"),
        (
            Entry(N_("Chi bộ, đảng bộ"), "units.listing", Permission.READ_UNITS),
            Entry(N_("Phân bổ đại biểu"), "allocation.listing", Permission.READ_ALLOCATION),
            Entry(N_("Đại biểu"), "delegates.listing", Permission.READ_DELEGATES),
            Entry(N_("Thay thế đại biểu"), "delegates.substitutions", Permission.READ_DELEGATES),
            Entry(N_("Thẩm tra tư cách"), "credentials.home", Permission.READ_CREDENTIALS),
        ),
    ),
    Group(
        N_("Văn kiện"),
        (
            Entry(N_("Dự thảo văn kiện"), "drafts.listing", Permission.READ_DRAFTS),
            Entry(N_("Góp ý dự thảo"), "comments.listing", Permission.READ_DRAFTS),
            Entry(N_("Xử lý góp ý"), "triage.listing", Permission.READ_COMMENTS),
            Entry(N_("Báo cáo tổng hợp"), "synthesis.listing", Permission.READ_COMMENTS),
        ),
    ),
    Group(
        N_("Phục vụ"),
        (
            Entry(N_("Các tiểu ban"), "subcommittees.listing", Permission.READ_SUBCOMMITTEES),
            Entry(N_("Công việc"), "tasks.listing", Permission.READ_TASKS),
            Entry(N_("Hồ sơ trình duyệt"), "tasks.dossier", Permission.READ_TASKS),
            Entry(N_("Đại hội chi bộ"), "tasks.cells", Permission.READ_CELL_CONGRESSES),
        ),
    ),
    Group(
        N_("Ngày đại hội"),
        (
            Entry(N_("Chương trình"), "agenda.show", Permission.READ_PROGRAMME),
            Entry(N_("Tham luận"), "agenda.speeches", Permission.READ_PROGRAMME),
            Entry(N_("Điều hành tại hội trường"), "agenda.live", Permission.READ_PROGRAMME, for_cells=False),
            Entry(N_("Thẻ đại biểu"), "attendance.badges", Permission.PRINT_BADGES),
        ),
    ),
    Group(
        N_("Văn phòng"),
        (
            Entry(N_("Tài khoản"), "accounts.listing", Permission.MANAGE_ACCOUNTS),
            Entry(N_("Nhật ký thay đổi"), "journal.listing", Permission.READ_JOURNAL),
        ),
    ),
)


def shown(entry: Entry) -> bool:
    """Whether the signed-in person has this line in the menu."""
    if not may(entry.permission):
        return False
    return entry.for_cells is None or entry.for_cells != my_scope(entry.permission).is_everything


def entry_of(endpoint: str | None) -> Entry | None:
    """The line of the menu a page belongs to: its own, or the first of its blueprint."""
    entries = [entry for group in MENU for entry in group.entries]
    own = (entry for entry in entries if entry.endpoint == endpoint)
    near = (entry for entry in entries if entry.blueprint == (endpoint or "").partition(".")[0])
    return next(own, None) or next(near, None)

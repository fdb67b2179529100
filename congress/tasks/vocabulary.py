"""How far a task or a paper of the dossier is, and what a task may be completed by."""

from congress.shared.labels import N_, Labelled


class TaskState(Labelled):
    """Where a task stands; the order is that of the board's columns."""

    TODO = "task_todo", N_("Chưa làm")
    DOING = "task_doing", N_("Đang làm")
    WAITING = "task_waiting", N_("Chờ ý kiến")
    DONE = "task_done", N_("Xong")
    DROPPED = "task_dropped", N_("Không làm")


CLOSED = frozenset({TaskState.DONE, TaskState.DROPPED})
"""Nothing more is owed."""


class Timing(Labelled):
    """A task against today."""

    OVERDUE = "task_overdue", N_("Quá hạn")
    SOON = "task_soon", N_("Sắp đến hạn")
    LATER = "task_later", N_("Còn thời gian")
    UNDATED = "task_undated", N_("Chưa có hạn")
    CLOSED = "task_closed", N_("Đã xong")


class Flag(Labelled):
    """What is unusual about a deadline; said, never blocked."""

    WEEKEND = "due_weekend", N_("hạn vào ngày nghỉ cuối tuần")
    HOLIDAY = "due_holiday", N_("hạn vào ngày lễ")
    AFTER_OPENING = "due_after_opening", N_("hạn sau ngày khai mạc")
    BEFORE_NEED = "due_before_need", N_("hạn trước việc phải chờ")
    AFTER_PARENT = "due_after_parent", N_("hạn sau việc lớn")
    UNMET = "done_before_need", N_("xong trước việc phải chờ")


class Condition(Labelled):
    """What the program can see for itself; a task with one is done when it holds and open again when it does not."""

    BODIES_FOUNDED = "if_bodies_founded", N_("Mọi tiểu ban có quyết định và trưởng")
    MEMBERS_COUNTED = "if_members_counted", N_("Mọi chi bộ đã chốt số đảng viên")
    CELLS_HELD = "if_cells_held", N_("Mọi chi bộ đã đại hội")
    ALLOCATION_ISSUED = "if_allocation_issued", N_("Đã ban hành phân bổ đại biểu")
    LISTS_SENT = "if_lists_sent", N_("Mọi chi bộ đã gửi danh sách đại biểu")
    LISTS_RECEIVED = "if_lists_received", N_("Mọi danh sách đại biểu đã được nhận")
    DRAFT_1 = "if_draft_1", N_("Báo cáo chính trị có dự thảo lần 1")
    DRAFT_2 = "if_draft_2", N_("Báo cáo chính trị có dự thảo lần 2")
    DRAFT_3 = "if_draft_3", N_("Báo cáo chính trị có dự thảo lần 3")
    DRAFT_4 = "if_draft_4", N_("Báo cáo chính trị có dự thảo lần 4")
    ANSWERS_SENT = "if_answers_sent", N_("Mọi chi bộ đã gửi góp ý của đợt gần nhất")
    SYNTHESIS_ISSUED = "if_synthesis_issued", N_("Đã ban hành báo cáo tổng hợp góp ý")
    DOSSIER_SENT = "if_dossier_sent", N_("Mọi tài liệu của hồ sơ đã trình")
    DOSSIER_PASSED = "if_dossier_passed", N_("Mọi tài liệu của hồ sơ đã đạt")
    BADGES_PRINTED = "if_badges_printed", N_("Mọi đại biểu có thẻ đã in")
    PROGRAMME_RELEASED = "if_programme_released", N_("Đã ban hành chương trình")
    CREDENTIALS_SIGNED = "if_credentials_signed", N_("Đã ký báo cáo thẩm tra tư cách")
    CREDENTIALS_ADOPTED = "if_credentials_adopted", N_("Đại hội đã thông qua báo cáo thẩm tra tư cách")


class DossierState(Labelled):
    """domain.md §6.7; the order is the way a paper goes."""

    MISSING = "paper_missing", N_("Thiếu")
    DRAFT = "paper_draft", N_("Dự thảo")
    APPROVED = "paper_approved", N_("Đã duyệt cấp ủy")
    SENT = "paper_sent", N_("Đã trình")
    RETURNED = "paper_returned", N_("Phải sửa")
    PASSED = "paper_passed", N_("Đạt")


class CellState(Labelled):
    """A cell's own congress against its plan."""

    HELD = "cell_held", N_("Đã đại hội")
    LATE = "cell_late", N_("Chậm kế hoạch")
    SOON = "cell_soon", N_("Sắp đại hội")
    PLANNED = "cell_planned", N_("Đã có kế hoạch")
    UNPLANNED = "cell_unplanned", N_("Chưa có kế hoạch")

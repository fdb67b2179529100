"""Forms of tasks, the plan from the template, the dossier and the cells' congresses."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from congress.shared.attachments import Attachment
from congress.tasks.vocabulary import Condition, DossierState, TaskState
from congress.web.base_form import BaseForm
from congress.web.fields import (
    ChoicesField,
    DayField,
    FileField,
    LineField,
    NumberField,
    RowField,
    RowIdField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    sent_file,
    within,
)


class TaskForm(BaseForm):
    """A task: what, who, by when, after what."""

    version = VersionField()
    row = RowIdField()  # the id a new task gets: the same form sent twice makes one
    title = LineField(_l("Nội dung công việc"), [required(), at_most(300)])
    detail = TextField(_l("Diễn giải"), [at_most(5000)])
    product = LineField(_l("Sản phẩm"), [at_most(300)], description=_l("Ví dụ: Quyết định, báo cáo, biên bản"))
    subcommittee_id = RowField(_l("Nơi chủ trì"), empty=_l("Văn phòng Đảng ủy"))
    lead_id = RowField(_l("Người chủ trì"), empty="—")
    joins = ChoicesField(_l("Phối hợp"))
    others = LineField(_l("Nơi khác phối hợp"), [at_most(300)], description=_l("Ví dụ: Công an xã, Trạm Y tế"))
    starts_on = DayField(_l("Bắt đầu"), [optional()])
    due_on = DayField(_l("Hạn"), [optional()])
    state = WordField(_l("Tiến độ"), TaskState, default=TaskState.TODO)
    condition = WordField(
        _l("Tự xong khi"),
        Condition,
        empty=True,
        description=_l("Chương trình tự xem số liệu; để trống thì ghi bằng tay"),
    )
    parent_id = RowField(_l("Thuộc việc"), empty="—")
    needs = ChoicesField(_l("Phải chờ các việc"))

    def offer(
        self,
        *,
        bodies: Sequence[tuple[UUID, str]],
        with_office: bool,
        people: Sequence[tuple[UUID, str]],
        joins: Sequence[tuple[str, str]],
        tasks: Sequence[tuple[UUID, str]],
        wholes: Sequence[tuple[UUID, str]],
    ) -> None:
        """Hand in what there is to choose from."""
        self.subcommittee_id.empty = _("Văn phòng Đảng ủy") if with_office else None
        self.subcommittee_id.offer(bodies)
        self.lead_id.offer(people)
        self.joins.choices = list(joins)
        self.needs.offer(tasks)
        self.parent_id.offer(wholes)


class StateForm(BaseForm):
    """Where a task stands now, with a word about it."""

    state = WordField(_l("Tiến độ"), TaskState)
    text = TextField(_l("Ghi tiến độ"), [at_most(2000)])


class UploadForm(BaseForm):
    """A file."""

    file = FileField(_l("Tệp"), [required()])

    def paper(self) -> Attachment:
        """The file that was sent. Raises RuleBroken."""
        return sent_file(self.file)


class PlanForm(BaseForm):
    """From which day the plan of the template begins."""

    take = HiddenField()
    start = DayField(_l("Bắt đầu từ ngày"), [required()], description=_l("Việc đầu tiên không đến hạn trước ngày này"))


class DossierForm(BaseForm):
    """A paper of the dossier."""

    version = VersionField()
    row = RowIdField()  # the id a new paper gets: the same form sent twice makes one
    name = LineField(_l("Tài liệu"), [required(), at_most(300)])
    subcommittee_id = RowField(_l("Nơi chuẩn bị"), empty=_l("Văn phòng Đảng ủy"))
    owner = LineField(_l("Người phụ trách"), [at_most(120)])
    due_on = DayField(_l("Hạn"), [optional()])
    note = TextField(_l("Ghi chú"), [at_most(2000)])

    def offer(self, bodies: Sequence[tuple[UUID, str]]) -> None:
        """Hand in the subcommittees."""
        self.subcommittee_id.empty = _("Văn phòng Đảng ủy")
        self.subcommittee_id.offer(bodies)


class DossierStateForm(BaseForm):
    """How far a paper is."""

    version = VersionField()
    state = WordField(_l("Trạng thái"), DossierState)


class ConclusionForm(BaseForm):
    """What the working group concluded on a paper."""

    version = VersionField()
    on = DayField(_l("Ngày có kết luận"), [required()])
    due_on = DayField(_l("Hạn sửa"), [required()])
    conclusions = TextField(
        _l("Kết luận"),
        [required(), at_most(8000)],
        description=_l("Mỗi dòng một kết luận; mỗi kết luận thành một công việc"),
    )


class CellForm(BaseForm):
    """What a cell reports of its own congress."""

    version = VersionField()
    planned_on = DayField(_l("Ngày dự kiến"), [optional()])
    held_on = DayField(_l("Ngày đã đại hội"), [optional()])
    place = LineField(_l("Địa điểm"), [at_most(200)])
    attended = NumberField(_l("Số đảng viên dự"), [optional(), within(0, 5000)])
    result = TextField(
        _l("Kết quả"), [at_most(3000)], description=_l("Chi ủy, bí thư được bầu hoặc chỉ định; nghị quyết; vướng mắc")
    )


class EmptyForm(BaseForm):
    """A bare button with its token."""


def chosen(rows: Sequence[Any]) -> list[str]:
    """Who joins a task, as the boxes of the form name them."""
    return [f"body:{row.subcommittee_id}" if row.subcommittee_id else f"member:{row.member_id}" for row in rows]

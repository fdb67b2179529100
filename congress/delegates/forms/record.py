"""Forms of a delegate's record, its review and its status."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from congress.delegates.vocabulary import Origin, Reason, Standing, Status
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.web.asking import AskingForm
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    NumberField,
    PartialDayField,
    RowField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)


class RecordForm(AskingForm):
    """A form of a delegate, or a row of a table of them."""

    def data_to_save(self) -> dict[str, Any]:
        """What the action takes: a line that was not sent at all is empty; the cell travels beside it."""
        lines = {field.short_name for field in self if isinstance(field, LineField | TextField)}
        values = super().data_to_save()
        return {
            name: "" if value is None and name in lines else value for name, value in values.items() if name != "unit"
        }


class DelegateForm(RecordForm):
    """What a cell fills in about one delegate: the person, and the seat its congress gave."""

    version = VersionField()
    unit = RowField(_l("Chi bộ"), empty="—", validators=[required()])
    full_name = LineField(_l("Họ và tên"), [required(), at_most(120)], description=_l("Viết đủ dấu: Nguyễn Văn An"))
    sort_name = LineField(
        _l("Tên để xếp thứ tự"),
        [at_most(120)],
        description=_l("Danh sách xếp theo chữ cuối của tên. Muốn H'Hen Niê đứng ở vần H thì ghi vào đây: H'Hen Niê"),
    )
    sex = WordField(_l("Giới tính"), Sex, empty=True, validators=[required()])
    birth = PartialDayField(
        _l("Ngày sinh"), [required()], description=_l("05/8/1979; nếu không rõ ngày: 8/1979 hoặc 1979")
    )
    ethnicity = LineField(_l("Dân tộc"), [at_most(40)], description=_l("Ví dụ: Kinh"))
    religion = LineField(_l("Tôn giáo"), [at_most(60)], description=_l("Không có thì ghi: Không"))
    home_place = LineField(_l("Quê quán"), [at_most(200)], description=_l("Xã, tỉnh"))
    party_admitted_on = DayField(_l("Ngày vào Đảng"), [optional()], description=_l("Ví dụ: 03/02/2005"))
    party_official_on = DayField(_l("Ngày chính thức"), [optional()], description=_l("Ví dụ: 03/02/2006"))
    party_card_number = LineField(_l("Số thẻ đảng viên"), [at_most(30)])
    general_education = WordField(_l("Giáo dục phổ thông"), GeneralEducation, empty=True)
    qualification = WordField(_l("Trình độ chuyên môn"), Qualification, empty=True)
    profession = LineField(_l("Chuyên ngành"), [at_most(120)], description=_l("Ví dụ: Luật, Sư phạm"))
    theory = WordField(_l("Lý luận chính trị"), Theory, empty=True)
    state_management = LineField(_l("Quản lý nhà nước"), [at_most(80)])
    foreign_language = LineField(_l("Ngoại ngữ"), [at_most(80)])
    informatics = LineField(_l("Tin học"), [at_most(80)])
    post = LineField(_l("Chức vụ"), [at_most(200)], description=_l("Ví dụ: Bí thư chi bộ, Trưởng ấp"))
    workplace = LineField(_l("Đơn vị công tác"), [at_most(200)])
    phone = LineField(_l("Điện thoại"), [at_most(60)])
    rewards = TextField(_l("Khen thưởng"), [at_most(1000)])
    discipline = TextField(_l("Kỷ luật"), [at_most(1000)])
    note = TextField(_l("Ghi chú"), [at_most(1000)])
    standing = WordField(_l("Tư cách dự"), Standing)
    rank = NumberField(
        _l("Thứ hạng dự khuyết"), [optional(), within(1, 999)], description=_l("Để trống: đứng sau người đã nhập")
    )
    votes = NumberField(_l("Số phiếu bầu"), [optional(), within(0, 100_000)])
    ballots = NumberField(_l("Số phiếu thu về"), [optional(), within(0, 100_000)])


class ReviewedDelegateForm(DelegateForm):
    """The same for a reviewer, who also says how somebody became a delegate."""

    origin = WordField(_l("Thành phần"), Origin, default=Origin.ELECTED)


OF_DELEGATE = ("origin", "standing", "rank", "votes", "ballots", "version")
NOT_OF_PERSON = {*OF_DELEGATE, "unit", "confirmed", "csrf_token"}


def as_recorded(delegate: Any) -> dict[str, Any]:
    """What a form shows of a record: cell, capacity and version from the delegate, the rest from the person."""
    recorded = {"unit": delegate.unit_id} | {name: getattr(delegate, name) for name in OF_DELEGATE}
    person = delegate.person
    names = (name for name, field in vars(DelegateForm).items() if hasattr(field, "field_class"))
    return recorded | {name: getattr(person, name) for name in names if name not in NOT_OF_PERSON}


class ReturnForm(BaseForm):
    """Why records go back to their cells, and until when these may correct them."""

    reason = TextField(
        _l("Lý do trả lại"), [required(), at_most(1000)], description=_l("Chi bộ đọc được nguyên văn câu này.")
    )
    reopened_until = DayField(
        _l("Cho chi bộ sửa đến hết ngày"), [optional()], description=_l("Chỉ cần khi đã quá hạn gửi danh sách.")
    )


class ReopenForm(BaseForm):
    """Until when one cell may write after the deadline."""

    reopened_until = DayField(_l("Mở lại đến hết ngày"), [optional()], description=_l("Để trống: khóa lại"))
    reason = LineField(_l("Lý do"), [at_most(300)])


class StatusForm(BaseForm):
    """What has become of a delegate."""

    version = VersionField()
    status = WordField(_l("Tình trạng"), Status)
    status_reason = WordField(_l("Lý do"), Reason, empty=True)
    absent_throughout = BooleanField(_l("Vắng suốt đại hội"))
    status_paper = LineField(
        _l("Theo văn bản"), [at_most(120)], description=_l("Ví dụ: Quyết định 15-QĐ/ĐU ngày 20/7/2025")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.status.choices = [choice for choice in self.status.choices if choice[0] != Status.REPLACED.value]


class WorkbookForm(BaseForm):
    """A workbook of delegates."""

    file = FileField(_l("Tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV"), [required()])


class EmptyForm(BaseForm):
    """A bare button with its token."""

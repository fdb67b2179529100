"""Forms of the desk: taking up, describing, answering, noting."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from congress.triage.rules.decisions import LONGEST_TEXT
from congress.triage.vocabulary import Disposition
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)


class BareForm(BaseForm):
    """A button with its token."""

    version = VersionField()


class DescribeForm(BaseForm):
    """What a point is about and who works on it."""

    version = VersionField()
    summary = TextField(
        _l("Tóm tắt"), [required(), at_most(LONGEST_TEXT)], description=_l("Một câu; ý kiến gốc vẫn giữ nguyên văn.")
    )
    assignee = LineField(_l("Người xử lý"), [at_most(200)])
    topics = LineField(
        _l("Chủ đề"),
        [at_most(500)],
        description=_l("Nhiều chủ đề thì ngăn bằng dấu chấm phẩy. Ví dụ: Chuyển đổi số; Cán bộ"),
    )

    def topic_names(self) -> list[str]:
        """The topics, one by one."""
        return [name for part in (self.topics.data or "").split(";") if (name := part.strip())]


class LandForm(BaseForm):
    """The paragraph of the next draft a point was written into; `back` says which page to return to."""

    number = NumberField(_l("Đã viết vào đoạn số"), [required(), within(1, 100_000)])
    back = HiddenField()


class AttachForm(BaseForm):
    """The passage of the later draft that ticked comments now speak of: a proposed one, its number, or none."""

    number = NumberField(_l("Đoạn số"), [optional(), within(1, 100_000)])


class AnswerForm(BaseForm):
    """One answer for all comments of a point."""

    version = VersionField()
    disposition = WordField(_l("Hướng xử lý"), Disposition)
    reason = TextField(
        _l("Lý do"),
        [at_most(LONGEST_TEXT)],
        description=_l("Nơi góp ý sẽ đọc câu này; cần có khi không tiếp thu toàn bộ."),
    )
    wording = TextField(_l("Câu chữ mới của Tiểu ban"), [at_most(LONGEST_TEXT)])
    forwarded_to = LineField(_l("Chuyển đến cơ quan"), [at_most(200)])
    decided_on = DayField(_l("Ngày quyết định"), [optional()], description=_l("Để trống là hôm nay."))
    decided_by = LineField(
        _l("Nơi quyết định"), [at_most(200)], description=_l("Ví dụ: Họp Tiểu ban Văn kiện ngày 20/7/2025")
    )


class NoteForm(BaseForm):
    """An internal remark."""

    text = TextField(_l("Ghi chú nội bộ"), [required(), at_most(LONGEST_TEXT)])


class LookForm(BaseForm):
    """How near is near."""

    near = NumberField(_l("Giống nhau từ (%)"), [optional(), within(50, 100)])


class StockReasonForm(BaseForm):
    """A reason to use again."""

    name = LineField(_l("Tên gợi nhớ"), [required(), at_most(100)], description=_l("Ví dụ: Đã có trong nghị quyết"))
    text = TextField(_l("Câu lý do"), [required(), at_most(LONGEST_TEXT)])


class SavedFilterForm(BaseForm):
    """A name for the filters in use."""

    name = LineField(_l("Tên bộ lọc"), [required(), at_most(100)])

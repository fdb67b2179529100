"""Forms of reports, of the committee and of decisions."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField

from congress.credentials.rules.contradictions import Typed
from congress.credentials.vocabulary import CommitteeRole, CountedOn, Moment, TargetKind, TargetScope, Verdict
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    RowField,
    TextField,
    TimeField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)

BANDS = (
    ("30-40-50-60-70", "< 30, 30–40, 41–50, 51–60, 61–70, > 70"),
    ("30-40-50-60", "< 30, 30–40, 41–50, 51–60, > 60"),
    ("40-50", "< 40, 40–50, > 50"),
    ("40-70", "< 40, 40–70, > 70"),
)


class DrawUpForm(BaseForm):
    """As of when, on which base, and the figures the committee brings along."""

    moment = WordField(_l("Thời điểm"), Moment)
    day = DayField(_l("Ngày"), [required()])
    hour = TimeField(_l("Giờ"), [optional()], description=_l("Ví dụ: 7:30"))
    counted_on = WordField(_l("Tính tỷ lệ trên"), CountedOn)
    bands = SelectField(_l("Nhóm tuổi"), choices=BANDS)
    summoned = NumberField(_l("Số được triệu tập"), [optional(), within(0, 5000)])
    present = NumberField(_l("Số có mặt"), [optional(), within(0, 5000)])
    women = NumberField(_l("Số nữ"), [optional(), within(0, 5000)])
    disciplined = NumberField(_l("Số bị kỷ luật trong nhiệm kỳ"), [optional(), within(0, 5000)])
    complaints = NumberField(_l("Số đơn khiếu nại về tư cách"), [optional(), within(0, 5000)])

    TYPED = ("summoned", "present", "women", "disciplined", "complaints")

    def typed(self) -> Typed:
        """The figures typed from papers."""
        return Typed(**{name: self[name].data for name in self.TYPED})

    def settings(self) -> dict[str, Any]:
        """What the report is drawn up with."""
        return {name: self[name].data for name in ("moment", "day", "hour", "counted_on", "bands")}


class ExplainForm(BaseForm):
    """The report's own sentences; explanations are fields of their own, named e0, e1 …"""

    version = VersionField()
    not_recognised = TextField(
        _l("Đề nghị không công nhận tư cách"), [at_most(2000)], description=_l("Mỗi dòng một người và lý do")
    )
    complaints = TextField(_l("Khiếu nại về tư cách và kết luận"), [at_most(2000)])
    note = TextField(_l("Ghi chú"), [at_most(2000)])


class SignForm(BaseForm):
    """Who signs."""

    version = VersionField()
    signed_by = LineField(_l("Người ký (Trưởng ban)"), [required(), at_most(120)])


class AdoptForm(BaseForm):
    """When the congress adopted the report."""

    version = VersionField()
    day = DayField(_l("Ngày thông qua"), [required()])


class WithdrawForm(BaseForm):
    """Why an adoption is taken back."""

    version = VersionField()
    reason = LineField(_l("Lý do rút lại"), [required(), at_most(300)])


class MemberForm(BaseForm):
    """A delegate and a role in the committee."""

    delegate = RowField(_l("Đại biểu chính thức"), empty="")
    role = WordField(_l("Vai trò"), CommitteeRole, default=CommitteeRole.MEMBER)


class EmptyForm(BaseForm):
    """A bare button with its token."""


class DecisionForm(BaseForm):
    """A verdict about one delegate, upon the concerns the page showed."""

    version = VersionField()
    seen = HiddenField()
    verdict = WordField(_l("Kết luận"), Verdict)
    reason = TextField(
        _l("Lý do"), [at_most(2000)], description=_l("Bắt buộc khi chưa đủ, không đủ tư cách, hoặc còn vướng mắc")
    )
    paper = LineField(_l("Theo văn bản"), [at_most(200)], description=_l("Số, ngày của văn bản hoặc biên bản, nếu có"))


class UndoForm(BaseForm):
    """Taking a decision back."""

    version = VersionField()


class TargetForm(BaseForm):
    """A target of the structure and what it rests on."""

    version = VersionField()
    trait = SelectField(_l("Mục cơ cấu"))
    scope = WordField(_l("Phạm vi"), TargetScope)
    amount = NumberField(_l("Ít nhất"), [required(), within(1, 5000)])
    kind = WordField(_l("Đơn vị tính"), TargetKind)
    reason = LineField(_l("Căn cứ"), [at_most(300)], description=_l("Văn bản, số, ngày; ví dụ: Chỉ thị 45-CT/TW"))

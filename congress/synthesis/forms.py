"""Forms of the synthesis report."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from congress.synthesis.rules.quantity import Thresholds
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    RowField,
    TextField,
    VersionField,
    at_most,
    required,
    within,
)

LONGEST_STATEMENT = 20_000


class ThresholdsForm(BaseForm):
    """From what share of the answering cells each word is used."""

    version = VersionField()
    most = NumberField(_l("“Hầu hết” từ (%)"), [required(), within(1, 100)], default=Thresholds.most)
    majority = NumberField(_l("“Đa số” trên (%)"), [required(), within(1, 100)], default=Thresholds.majority)
    many = NumberField(_l("“Nhiều” từ (%)"), [required(), within(1, 100)], default=Thresholds.many)

    def thresholds(self) -> Thresholds:
        """What was typed."""
        return Thresholds(*(int(each.data or 0) for each in (self.most, self.majority, self.many)))


class DrawUpForm(ThresholdsForm):
    """The round a report is about, and its words for quantity."""

    round = RowField(_l("Đợt góp ý"), empty="")


class StatementForm(BaseForm):
    """The words of one statement."""

    version = VersionField()
    text = TextField(_l("Câu trong báo cáo"), [at_most(LONGEST_STATEMENT)])
    left_out = BooleanField(_l("Bỏ câu này khỏi báo cáo"))


class IssueForm(BaseForm):
    """Number, day and signer of the paper."""

    version = VersionField()
    number = LineField(
        _l("Số văn bản"),
        [at_most(60)],
        description=_l("Ví dụ 5 hoặc 05-BC/TBVK. Để trống thì in chỗ ghi tay."),
    )
    issued_on = DayField(_l("Ngày ban hành"), [required()])
    authority = LineField(_l("Thẩm quyền ký"), [at_most(120)])
    position = LineField(_l("Chức vụ người ký"), [required(), at_most(120)])
    signed_by = LineField(_l("Người ký"), [required(), at_most(120)])


class BareForm(BaseForm):
    """A button with its token."""

    version = VersionField()

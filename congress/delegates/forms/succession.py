"""Forms of substitutions, of the order of alternates and of a change of cell."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from congress.delegates.vocabulary import REASONS, Reason, Status
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    OwnNumberField,
    RowField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
)


class SubstituteForm(BaseForm):
    """Who falls out and why, who comes up, and the decision that says so; reasons for skipping travel beside it."""

    version = VersionField()
    reason = WordField(_l("Lý do"), Reason, empty=True, validators=[required()])
    reason_words = LineField(
        _l("Lý do ghi trong quyết định"),
        [at_most(300)],
        description=_l("Ví dụ: do điều trị bệnh dài ngày. Để trống thì quyết định ghi lý do đã chọn."),
    )
    paper = LineField(
        _l("Theo văn bản"), [at_most(90)], description=_l("Đơn, báo cáo, quyết định số… về việc không dự đại hội")
    )
    paper_on = DayField(_l("Ngày của văn bản"), [optional()])
    from_day = DayField(_l("Thay từ ngày"), [required()])
    absent_throughout = BooleanField(_l("Không ai thay: vắng suốt đại hội"))
    in_delegate = RowField(_l("Người thay"), empty="—")
    decision_number = OwnNumberField(
        _l("Số quyết định"), [optional()], description=_l("Ví dụ: 20-QĐ/ĐU. Chưa có số thì để trống, ghi sau được.")
    )
    decision_on = DayField(_l("Ngày quyết định"), [optional()])
    signer = LineField(_l("Người ký"), [at_most(120)])
    signer_post = LineField(_l("Chức vụ người ký"), [at_most(120)], description=_l("Ví dụ: Bí thư"))
    override = TextField(_l("Căn cứ để vẫn thay đại biểu"), [at_most(1000)])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        allowed = {"", *(reason.value for reason in REASONS[Status.REPLACED])}
        self.reason.choices = [choice for choice in self.reason.choices if choice[0] in allowed]


class DecisionForm(BaseForm):
    """Number, day and signer of a decision, often known only after the page was printed for signing."""

    version = VersionField()
    decision_number = OwnNumberField(_l("Số quyết định"), [optional()], description=_l("Ví dụ: 20-QĐ/ĐU"))
    decision_on = DayField(_l("Ngày quyết định"), [optional()])
    signer = LineField(_l("Người ký"), [at_most(120)])
    signer_post = LineField(_l("Chức vụ người ký"), [at_most(120)], description=_l("Ví dụ: Bí thư"))


class UndoForm(BaseForm):
    """Why a substitution is taken back."""

    reason = TextField(_l("Lý do hoàn tác"), [required(), at_most(1000)])


class TieForm(BaseForm):
    """Who decided the order of alternates of equal votes; the order itself travels beside it."""

    decided_by = LineField(_l("Ai quyết định"), [required(), at_most(120)])
    decided_on = DayField(_l("Ngày quyết định"), [optional()])
    paper = LineField(_l("Theo văn bản"), [at_most(120)], description=_l("Ví dụ: Thông báo 12-TB/ĐU ngày 20/7/2025"))


class MoveForm(BaseForm):
    """Where an elected delegate now takes part in Party life; the delegation stays."""

    version = VersionField()
    moved_to = LineField(
        _l("Nơi sinh hoạt mới"),
        [at_most(200)],
        description=_l("Chi bộ hoặc đơn vị mới trong cùng đảng bộ. Để trống: không chuyển"),
    )
    moved_on = DayField(_l("Chuyển từ ngày"), [optional()])
    moved_paper = LineField(_l("Theo văn bản"), [at_most(120)])
    sits_with = LineField(
        _l("Ngồi cùng đoàn"),
        [at_most(200)],
        description=_l("Chỉ ghi khi đồng chí này lãnh đạo một đoàn khác và ngồi cùng đoàn đó."),
    )

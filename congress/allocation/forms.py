"""Forms of a plan: its totals with a line per cell, decided ties, and issuing."""

import uuid
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from congress.allocation.vocabulary import Method
from congress.web.asking import AskingForm
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    PaperNumberField,
    RowIdField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)

SEATS = (0, 5000)


class PlanForm(BaseForm):
    """What holds for the whole plan."""

    version = VersionField()
    name = LineField(_l("Tên phương án"), [required(), at_most(180)], description=_l("Ví dụ: Phương án 1"))
    official_total = NumberField(_l("Tổng số đại biểu chính thức"), [required(), within(*SEATS)])
    alternate_total = NumberField(_l("Tổng số đại biểu dự khuyết"), [required(), within(*SEATS)])
    reserve = NumberField(
        _l("Dự phòng"), [optional(), within(*SEATS)], description=_l("Số đại biểu chính thức giữ lại, chưa giao")
    )
    base = NumberField(
        _l("Mức nền mỗi chi bộ"), [optional(), within(0, 100)], description=_l("Chi bộ nào cũng có, thường là 1")
    )
    method = WordField(_l("Cách chia phần còn lại"), Method)
    frozen_on = DayField(_l("Chốt số liệu ngày"), [optional()], description=_l("Ví dụ: 01/7/2025"))
    note = TextField(_l("Ghi chú"), [at_most(2000)])

    NUMBERS = ("reserve", "base")

    def fields(self) -> dict[str, Any]:
        """What the action takes; an empty number is zero."""
        values = self.data_to_save()
        return values | {name: values[name] or 0 for name in self.NUMBERS}


class LineForm(BaseForm):
    """One cell of the plan; its names carry a prefix, the token travels with the plan."""

    class Meta(BaseForm.Meta):
        csrf = False

    unit = RowIdField()
    members = NumberField(_l("Đảng viên chính thức"), [optional(), within(0, 100_000)])
    ex_officio = NumberField(_l("Đương nhiên"), [optional(), within(*SEATS)])
    appointed = NumberField(_l("Chỉ định"), [optional(), within(*SEATS)])
    priority = NumberField(_l("Ưu tiên"), [optional(), within(0, 500)])
    priority_reason = LineField(_l("Lý do ưu tiên"), [at_most(300)])
    pin = NumberField(_l("Ấn định chính thức"), [optional(), within(*SEATS)])
    pin_reason = LineField(_l("Lý do ấn định chính thức"), [at_most(300)])
    alternate_pin = NumberField(_l("Ấn định dự khuyết"), [optional(), within(*SEATS)])
    alternate_pin_reason = LineField(_l("Lý do ấn định dự khuyết"), [at_most(300)])
    base = NumberField(_l("Mức nền riêng"), [optional(), within(0, 100)])
    floor = NumberField(_l("Tối thiểu"), [optional(), within(*SEATS)])
    cap = NumberField(_l("Tối đa"), [optional(), within(*SEATS)])
    ex_officio_names = TextField(_l("Cấp ủy viên đương nhiệm (mỗi dòng một người)"), [at_most(2000)])
    structure = LineField(_l("Cơ cấu (nữ, trẻ, dân tộc thiểu số…)"), [at_most(300)])
    change_reason = LineField(_l("Lý do điều chỉnh"), [at_most(300)])

    ZEROS = ("members", "ex_officio", "appointed", "priority")
    TEXTS = (
        "priority_reason", "pin_reason", "alternate_pin_reason", "ex_officio_names", "structure", "change_reason",
    )  # fmt: skip

    def fields(self) -> dict[str, Any]:
        """What the action takes; an empty count is zero, an empty bound is none, an empty text is empty."""
        values = {name: value for name, value in self.data.items() if name not in ("unit", "csrf_token")}
        values |= {name: values[name] or 0 for name in self.ZEROS}
        return values | {name: values[name] or "" for name in self.TEXTS}


class TieForm(BaseForm):
    """Who of the equal ones gets a seat, and why. The boxes are named "winner"."""

    version = VersionField()
    reason = LineField(
        _l("Lý do"), [required(), at_most(500)], description=_l("Ví dụ: Ban Thường vụ thống nhất ngày 20/7/2025")
    )


class IssueForm(AskingForm):
    """The decision a plan is issued by. Number and date may still be open: the paper then leaves room for the pen."""

    version = VersionField()
    decision_number = PaperNumberField(
        _l("Số quyết định"), [optional(), at_most(60)], description=_l("Ví dụ: 05-QĐ/ĐU")
    )
    decision_date = DayField(_l("Ngày quyết định"), [optional()])
    frozen_on = DayField(_l("Chốt số liệu ngày"), [required()], description=_l("Ngày của số đảng viên dùng để chia"))
    signer = LineField(_l("Người ký"), [at_most(120)])
    position = LineField(_l("Chức vụ người ký"), [at_most(120)], description=_l("Ví dụ: Bí thư"))


class DecisionForm(BaseForm):
    """What a decision still lacked when its plan was issued."""

    version = VersionField()
    decision_number = PaperNumberField(
        _l("Số quyết định"), [optional(), at_most(60)], description=_l("Ví dụ: 05-QĐ/ĐU")
    )
    decision_date = DayField(_l("Ngày quyết định"), [optional()])
    signer = LineField(_l("Người ký"), [at_most(120)])
    position = LineField(_l("Chức vụ người ký"), [at_most(120)], description=_l("Ví dụ: Bí thư"))


class EmptyForm(BaseForm):
    """A button with its token, and the version of what stands on the page."""

    version = VersionField()


def lines_of(lines: Iterable[Any]) -> list[LineForm]:
    """The lines as they stand."""
    rows = [LineForm(formdata=None, prefix=f"c{place}", obj=line) for place, line in enumerate(lines)]
    for row, line in zip(rows, lines, strict=True):
        row.unit.data = line.unit_id
    return rows


def lines_from(formdata: Any, lines: Iterable[Any]) -> list[LineForm]:
    """The lines as they were sent; a cell that was not sent stays as it is."""
    sent: dict[uuid.UUID, LineForm] = {}
    for place in range(len(formdata)):
        if f"c{place}-unit" not in formdata:
            break
        row = LineForm(formdata=formdata, prefix=f"c{place}")
        if row.unit.data is not None:
            sent[row.unit.data] = row
    found = []
    for place, line in enumerate(lines):
        if line.unit_id not in sent:
            sent[line.unit_id] = LineForm(formdata=None, prefix=f"c{place}", obj=line)
            sent[line.unit_id].unit.data = line.unit_id
        found.append(sent[line.unit_id])
    return found


def all_valid(rows: Iterable[LineForm]) -> bool:
    """Check every line, so that all errors show at once."""
    results = [row.validate() for row in rows]
    return all(results)

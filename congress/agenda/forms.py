"""Forms of sessions, items, moves and the usual programme."""

import uuid
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField

from congress.agenda.rules.clock import MIDNIGHT
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.shared.attachments import Attachment
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    NumberField,
    RowField,
    RowIdField,
    TextField,
    TimeField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    sent_file,
    within,
)

NAMES = {"list": "people", "autocomplete": "off"}  # the delegates' names, offered while typing


class SessionForm(BaseForm):
    """Everything about one session."""

    row = RowIdField()  # the id a new row gets: the same form sent twice makes one
    version = VersionField()
    kind = WordField(_l("Loại phiên"), SessionKind)
    title = LineField(_l("Tên phiên"), [at_most(200)], description=_l("Để trống: lấy tên của loại phiên"))
    day = DayField(_l("Ngày"), [required()], description=_l("Ví dụ: 12/8/2025"))
    starts_at = TimeField(_l("Bắt đầu lúc"), [required()], description=_l("Ví dụ: 13:30"))
    ends_at = TimeField(_l("Dự kiến kết thúc lúc"), [required()], description=_l("Ví dụ: 17:00"))
    place = LineField(_l("Địa điểm"), [at_most(300)])
    note = TextField(_l("Ghi chú"), [at_most(2000)])


class ItemForm(BaseForm):
    """Everything about one item except its place in the order."""

    row = RowIdField()  # the id a new row gets: the same form sent twice makes one
    version = VersionField()
    title = LineField(_l("Nội dung"), [required(), at_most(300)], description=_l("Ví dụ: Diễn văn khai mạc"))
    detail = TextField(_l("Chi tiết"), [at_most(2000)])
    kind = WordField(_l("Loại"), ItemKind, default=ItemKind.OTHER)
    minutes = NumberField(
        _l("Số phút"), [required(), within(1, MIDNIGHT)], description=_l("Các mục sau tự dời theo"), default=10
    )
    fixed_start = TimeField(
        _l("Giờ cố định"),
        [optional()],
        description=_l("Để trống: nối tiếp mục trước. Có giờ thì mục này không dời, ví dụ 09:00"),
    )
    presenter = LineField(
        _l("Người thực hiện"),
        [at_most(200)],
        description=_l("Nhiều người cách nhau bằng dấu chấm phẩy"),
        render_kw=NAMES,
    )
    chair = LineField(_l("Người điều hành"), [at_most(200)], render_kw=NAMES)
    introduced_by = LineField(_l("Người giới thiệu"), [at_most(200)], render_kw=NAMES)
    preparer = LineField(_l("Người chuẩn bị"), [at_most(200)], render_kw=NAMES)
    paper = LineField(_l("Văn bản trình bày"), [at_most(300)], description=_l("Ví dụ: Báo cáo chính trị"))
    place = LineField(_l("Địa điểm"), [at_most(300)], description=_l("Để trống: nơi họp của phiên"))
    votes = BooleanField(_l("Có biểu quyết"))
    vote_wording = TextField(
        _l("Lời xin ý kiến biểu quyết"), [at_most(2000)], description=_l("Để trống: lời thường dùng, theo tên mục")
    )
    note = TextField(_l("Ghi chú"), [at_most(2000)])
    script = TextField(_l("Lời dẫn"), [at_most(8000)])
    fallback = TextField(_l("Phương án dự phòng"), [at_most(2000)])
    internal_note = TextField(_l("Ghi chú nội bộ"), [at_most(2000)], description=_l("Chỉ in trong kịch bản điều hành"))


class MinutesForm(BaseForm):
    """The duration alone, typed in the programme itself."""

    version = VersionField()
    minutes = NumberField(_l("Số phút"), [required(), within(1, MIDNIGHT)])


class MoveForm(BaseForm):
    """Where an item goes; `seen` is the fingerprint of the order on the screen."""

    seen = HiddenField()
    to = RowField(_l("Chuyển đến phiên"))
    position = NumberField(
        _l("Vị trí trong phiên"),
        [required(), within(1, 999)],
        description=_l("1 là mục đầu; số lớn hơn số mục là cuối"),
    )

    def offer(self, sessions: Iterable[tuple[uuid.UUID, str]]) -> None:
        """Hand in the sessions to choose from."""
        self.to.offer(sessions)


class OrderForm(BaseForm):
    """A move by button or by hand: `seen`, and the direction or the whole new order."""

    seen = HiddenField()
    step = HiddenField()
    order = HiddenField()


class TemplateForm(BaseForm):
    """The days the usual programme is laid on."""

    first_day = DayField(_l("Ngày phiên trù bị"), [required()], description=_l("Ví dụ: 11/8/2025"))
    second_day = DayField(_l("Ngày phiên chính thức"), [required()], description=_l("Ví dụ: 12/8/2025"))


class ReleaseForm(BaseForm):
    """The release of the draft: `seen` is the fingerprint of what is on the screen."""

    seen = HiddenField()
    reason = TextField(
        _l("Ghi chú của lần ban hành"), [at_most(2000)], description=_l("Ví dụ: theo kết luận tổng duyệt")
    )


class UndoForm(BaseForm):
    """Takes the last tap back: `seen` is the mark of the run on the screen."""

    seen = HiddenField()


class SpeechForm(BaseForm):
    """A registered paper; the file may follow later."""

    row = RowIdField()
    version = VersionField()
    unit_id = RowField(_l("Chi bộ"))
    title = LineField(_l("Tên tham luận"), [required(), at_most(300)])
    speaker = LineField(_l("Người trình bày"), [at_most(200)])
    minutes = NumberField(_l("Số phút"), [required(), within(1, 60)], default=7)
    spoken = BooleanField(_l("Trình bày tại hội trường"), default=True, description=_l("Bỏ chọn: chỉ gửi văn bản"))
    note = TextField(_l("Ghi chú"), [at_most(2000)])
    file = FileField(_l("Tệp tham luận"), description=_l("Có thể gửi sau"))

    def paper(self) -> Attachment | None:
        """The file, if one was sent. Raises RuleBroken on it."""
        upload = self.file.data
        return sent_file(self.file) if getattr(upload, "filename", "") else None

    def fields(self) -> dict[str, Any]:
        """What an action takes, without cell and file."""
        return {name: value for name, value in self.data_to_save().items() if name not in ("unit_id", "file")}


class EmptyForm(BaseForm):
    """A bare button with its token."""

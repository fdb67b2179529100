"""Forms of sessions, items, moves and the usual programme."""

import uuid
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from congress.agenda.rules.clock import MIDNIGHT
from congress.agenda.vocabulary import ItemKind, SessionKind
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    RowField,
    RowIdField,
    TextField,
    TimeField,
    VersionField,
    WordField,
    at_most,
    required,
    within,
)


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
    presenter = LineField(_l("Người thực hiện"), [at_most(200)])
    chair = LineField(_l("Người điều hành"), [at_most(200)])
    note = TextField(_l("Ghi chú"), [at_most(2000)])


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


class EmptyForm(BaseForm):
    """A bare button with its token."""

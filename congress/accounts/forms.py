"""Forms of the door, of the office's work on accounts, and of the first set-up."""

import uuid
from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, SelectMultipleField
from wtforms.validators import InputRequired, ValidationError

from congress.congresses.vocabulary import AreaKind
from congress.web.access import BOUND_TO_A_UNIT, Grant, Role
from congress.web.base_form import BaseForm
from congress.web.fields import (
    ChoicesField,
    LineField,
    NumberField,
    RowField,
    VersionField,
    WordField,
    at_most,
    required,
    within,
)


class SignInForm(BaseForm):
    """User name and password."""

    username = LineField(
        _l("Tên đăng nhập"),
        [required(), at_most(60)],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Mật khẩu"), [InputRequired(), at_most(200)], render_kw={"autocomplete": "current-password"}
    )


class PasswordForm(BaseForm):
    """The current password and, twice, the new one."""

    current = PasswordField(
        _l("Mật khẩu hiện tại"), [InputRequired(), at_most(200)], render_kw={"autocomplete": "current-password"}
    )
    password = PasswordField(
        _l("Mật khẩu mới"),
        [InputRequired(), at_most(200)],
        description=_l("Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất."),
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _l("Nhập lại mật khẩu mới"), [InputRequired(), at_most(200)], render_kw={"autocomplete": "new-password"}
    )

    def validate_again(self, field: PasswordField) -> None:
        """Both must be the same."""
        if field.data != self.password.data:
            raise ValidationError(_("Hai ô không giống nhau."))


class AccountForm(BaseForm):
    """Who the person is and what they do at this congress."""

    version = VersionField()
    full_name = LineField(_l("Họ và tên"), [required(), at_most(120)], description=_l("Ví dụ: Nguyễn Thị Hoa"))
    username = LineField(
        _l("Tên đăng nhập"),
        [at_most(60)],
        description=_l("Để trống: chương trình tự đặt, ví dụ bithu.mythanh. Chữ không dấu, số, dấu chấm, gạch nối."),
    )
    roles = SelectMultipleField(_l("Vai trò"), description=_l("Một người có thể giữ nhiều vai trò."))
    unit_id = RowField(
        _l("Chi bộ"), empty="—", description=_l("Chỉ dành cho vai trò Bí thư chi bộ: người này chỉ thấy chi bộ ấy.")
    )

    def offer(self, units: Sequence[tuple[uuid.UUID, str]]) -> None:
        """Hand in the cells to choose from."""
        self.roles.choices = [(role.value, _(role.label)) for role in Role]
        self.unit_id.offer(units)

    def show(self, grants: Iterable[Grant]) -> None:
        """Tick the roles an account holds."""
        rows = list(grants)
        self.roles.data = [row.role.value for row in rows]
        self.unit_id.data = next((row.unit_id for row in rows if row.unit_id is not None), None)

    def grants(self) -> list[Grant]:
        """The roles as they were ticked; the cell goes with the cell secretary's.

        A cell without that role stays with the first role, so that the rule refuses it instead of losing it unseen.
        """
        roles = [Role(value) for value in self.roles.data]
        if self.unit_id.data is not None and roles and not BOUND_TO_A_UNIT & set(roles):
            return [Grant(roles[0], self.unit_id.data), *map(Grant, roles[1:])]
        return [Grant(role, self.unit_id.data if role in BOUND_TO_A_UNIT else None) for role in roles]


class SlipForm(BaseForm):
    """What an access slip says besides the account: whom to call."""

    contact = LineField(
        _l("Khi cần giúp, gọi"), [required(), at_most(120)], description=_l("Tên hoặc bộ phận, in trên phiếu.")
    )
    phone = LineField(_l("Điện thoại"), [at_most(60)], description=_l("Để trống: in chỗ trống để ghi tay."))


class SlipsForm(SlipForm):
    """Slips for many accounts at once."""

    accounts = ChoicesField(_l("Tài khoản"))


class EmptyForm(BaseForm):
    """A bare button with its token."""


class SetUpForm(BaseForm):
    """The first congress of the installation and its office's account."""

    token = HiddenField()
    area_kind = WordField(_l("Loại đơn vị"), AreaKind)
    name = LineField(_l("Tên địa phương"), [required(), at_most(120)], description=_l("Ví dụ: Mỹ Hiệp"))
    slug = LineField(
        _l("Tên ngắn"),
        [at_most(60)],
        description=_l("Đứng trong địa chỉ trang, ví dụ my-hiep. Để trống: lấy theo tên địa phương."),
    )
    ordinal = NumberField(_l("Đại hội lần thứ"), [required(), within(1, 99)], default=1)
    term_start = NumberField(_l("Nhiệm kỳ từ năm"), [required(), within(1930, 2200)])
    term_end = NumberField(_l("đến năm"), [required(), within(1930, 2200)])
    full_name = LineField(_l("Họ và tên"), [required(), at_most(120)], description=_l("Người của văn phòng."))
    username = LineField(_l("Tên đăng nhập"), [required(), at_most(60)], description=_l("Ví dụ: vanphong"))
    password = PasswordField(
        _l("Mật khẩu"),
        [InputRequired(), at_most(200)],
        description=_l("Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất."),
    )
    again = PasswordField(_l("Nhập lại mật khẩu"), [InputRequired(), at_most(200)])

    def validate_again(self, field: PasswordField) -> None:
        """Both must be the same."""
        if field.data != self.password.data:
            raise ValidationError(_("Hai ô không giống nhau."))

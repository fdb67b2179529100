"""Forms of the door: signing in, changing one's password, the first set-up."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField
from wtforms.validators import InputRequired

from congress.web.base_form import BaseForm
from congress.web.fields import LineField, at_most, required


class SignInForm(BaseForm):
    """User name and password."""

    username = LineField(_l("Tên đăng nhập"), [required(), at_most(60)])
    password = PasswordField(_l("Mật khẩu"), [InputRequired(), at_most(200)])


class PasswordForm(BaseForm):
    """The current password and, twice, the new one."""

    current = PasswordField(_l("Mật khẩu hiện tại"), [InputRequired(), at_most(200)])
    password = PasswordField(
        _l("Mật khẩu mới"),
        [InputRequired(), at_most(200)],
        description=_l("Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất."),
    )
    again = PasswordField(_l("Nhập lại mật khẩu mới"), [InputRequired(), at_most(200)])

    def validate_again(self, field: PasswordField) -> None:
        """Both must be the same."""
        if field.data != self.password.data:
            raise ValueError(_("Hai ô không giống nhau."))

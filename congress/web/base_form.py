"""The base of all forms: trims, normalises to NFC, speaks Vietnamese, and can be blamed for a broken rule."""

from typing import Any

from flask_babel import get_translations
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField
from wtforms.fields.core import UnboundField

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken, StaleEdit

# WTForms speaks English; these are the sentences our fields can produce, in our words.
BUILT_IN_MESSAGES = {
    "This field is required.": N_("Cần điền mục này."),
    "Not a valid choice.": N_("Lựa chọn này không có trong danh sách."),
    "Not a valid choice": N_("Lựa chọn này không có trong danh sách."),
    "'%(value)s' is not a valid choice for this field.": N_("Lựa chọn này không có trong danh sách."),
    "'%(value)s' are not valid choices for this field.": N_("Lựa chọn này không có trong danh sách."),
    "Invalid Choice: could not coerce.": N_("Lựa chọn này không hợp lệ."),
    "Invalid choice(s): one or more data inputs could not be coerced.": N_("Có lựa chọn không hợp lệ."),
    "Not a valid integer value.": N_("Hãy nhập một số nguyên, ví dụ 12."),
    "Not a valid date value.": N_("Hãy nhập ngày theo dạng 5/8/2025."),
    "Not a valid time value.": N_("Hãy nhập giờ theo dạng 13:30."),
    "Number must be at least %(min)s.": N_("Số phải từ %(min)s trở lên."),
    "Number must be at most %(max)s.": N_("Số không được quá %(max)s."),
    "Number must be between %(min)s and %(max)s.": N_("Số phải từ %(min)s đến %(max)s."),
    "Field cannot be longer than %(max)d character.": N_("Không được dài quá %(max)d ký tự."),
    "Field cannot be longer than %(max)d characters.": N_("Không được dài quá %(max)d ký tự."),
    "Field must be at least %(min)d character long.": N_("Cần ít nhất %(min)d ký tự."),
    "Field must be at least %(min)d characters long.": N_("Cần ít nhất %(min)d ký tự."),
    "Field must be between %(min)d and %(max)d characters long.": N_("Cần từ %(min)d đến %(max)d ký tự."),
    "Field must be equal to %(other_name)s.": N_("Hai ô không giống nhau."),
    "Invalid input.": N_("Nội dung không hợp lệ."),
}


class InOurWords:
    """Translations handed to WTForms: built-in sentences become ours, in the interface language."""

    def gettext(self, message: str) -> str:
        """The sentence in the interface language."""
        return _plain(BUILT_IN_MESSAGES.get(message, message))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Vietnamese has one form; the plural sentence serves both."""
        return self.gettext(singular if n == 1 else plural)


def _plain(message: str) -> str:
    """Translate without filling in: WTForms fills the placeholders afterwards."""
    return str(get_translations().ugettext(message))


def said(broken: RuleBroken) -> str:
    """A broken rule as a sentence in the interface language."""
    return _(broken.message, **broken.values) if broken.values else _plain(broken.message)


# What our forms call their fields, and which of them hold secrets: for the page that hands back what was typed into a
# form nobody can find any more.
FORMS: list[dict[str, Any]] = []
SECRETS: set[str] = set()


class BaseForm(FlaskForm):
    """A form of ours.

    `version` travels with every edit form of a record that two people may open.
    """

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> InOurWords:
            return InOurWords()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        fields = {name: field for name, field in vars(cls).items() if isinstance(field, UnboundField)}
        FORMS.append({name: (field.args or (field.kwargs.get("label"),))[0] for name, field in fields.items()})
        SECRETS.update(name for name, field in fields.items() if issubclass(field.field_class, PasswordField))

    def blame(self, broken: RuleBroken) -> None:
        """Show a broken rule beside its field, or above the form; what was typed stays.

        After a stale edit the form carries the new version, so that sending it again is a decision and not an accident.
        """
        field = self._fields.get(broken.field) if broken.field else None
        if isinstance(broken, StaleEdit):
            self.stale = broken
            hidden = self._fields.get("version")
            if hidden is not None:
                hidden.data = broken.version
                hidden.raw_data = None
        if field is not None:
            field.errors = [*field.errors, said(broken)]
        else:
            self.form_errors.append(said(broken))

    stale: StaleEdit | None = None

    def data_to_save(self) -> dict[str, Any]:
        """What an action takes: every field but the token (`version` included where the form has one)."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}

    def problems(self) -> list[tuple[Field | None, str]]:
        """Every error with the field it belongs to, in the order of the form, for the summary on top."""
        found: list[tuple[Field | None, str]] = [(None, str(message)) for message in self.form_errors]
        for field in self:
            if isinstance(field, HiddenField) and field.name == "csrf_token":
                continue
            found += [(field, str(message)) for message in field.errors if isinstance(message, str) or message]
        return found

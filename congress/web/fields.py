"""Fields as people in a Party office fill them: text without stray marks, dates as 5/8/2025, numbers as 1.293."""

import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from wtforms import Field, FileField, HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import Choice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, StopValidation, ValidationError
from wtforms.widgets import TextInput

from congress.shared import vietnamese
from congress.shared.attachments import LARGEST, Attachment, attachment
from congress.shared.labels import N_, Labelled
from congress.shared.paper_numbers import parse_own_number, parse_paper_number
from congress.shared.problems import RuleBroken, refuse_long
from congress.web.base_form import said

__all__ = [
    "ChoicesField",
    "DayField",
    "FileField",
    "LineField",
    "NumberField",
    "OwnNumberField",
    "PaperNumberField",
    "PartialDayField",
    "RowField",
    "RowIdField",
    "TextField",
    "TimeField",
    "VersionField",
    "WordField",
    "at_least",
    "at_most",
    "optional",
    "required",
    "sent_file",
    "within",
]

optional = Optional


class Filled(InputRequired):
    """Something was typed, and something of it is left: blanks and invisible characters are nothing."""

    def __call__(self, form: Any, field: Field) -> None:
        super().__call__(form, field)
        if field.data in (None, "") and not field.errors:
            raise StopValidation(_("Cần điền mục này."))


def required() -> InputRequired:
    """The field must be filled in; marked on the label."""
    return Filled()


class AtMost(Length):
    """The most characters of a text; nothing the browser sees, which would cut what is pasted without a word."""

    def __init__(self, characters: int) -> None:
        super().__init__(max=characters)
        self.field_flags: dict[str, Any] = {}

    def __call__(self, form: Any, field: Field) -> None:
        try:
            refuse_long(field.data or "", self.max)
        except RuleBroken as broken:
            raise ValidationError(said(broken)) from broken


def at_most(characters: int) -> Length:
    """Refuse text that would not fit, instead of cutting it; the whole of it is shown again."""
    return AtMost(characters)


def at_least(characters: int) -> Length:
    """Refuse text too short to mean anything."""
    return Length(min=characters)


class _Within(NumberRange):
    """Bounds of a number; silent about what is no number at all, which the field itself has said already."""

    def __call__(self, form: Any, field: Any) -> None:
        if not field.process_errors:
            super().__call__(form, field)


def within(low: int | None = None, high: int | None = None) -> NumberRange:
    """Bounds of a number."""
    return _Within(min=low, max=high)


def sent_file(field: Any) -> Attachment:
    """The paper in a file field. Raises RuleBroken on it when nothing, or nothing acceptable, was sent."""
    upload = field.data
    if not isinstance(upload, FileStorage) or not upload.filename:
        raise RuleBroken(N_("Chưa chọn tệp."), field.name)
    return attachment(upload.filename, upload.stream.read(LARGEST + 1), field.name)


class LineField(StringField):
    """One line of text, trimmed and NFC."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = vietnamese.tidy(valuelist[0])


class TextField(TextAreaField):
    """Several lines of text, NFC."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = vietnamese.tidy_lines(valuelist[0])


class _Typed(Field):
    """A text box whose content is parsed; what was typed stays in the box when it cannot be."""

    widget = TextInput()

    def parse(self, text: str) -> Any:
        return text

    def shown(self, value: Any) -> str:
        return str(value)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.shown(self.data)

    def pre_validate(self, form: Any) -> None:
        """What could not be read has had its sentence; bounds have nothing to say about it."""
        if self.process_errors:
            raise StopValidation

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        text = vietnamese.tidy(valuelist[0]) if valuelist else ""
        if not text:
            return
        try:
            self.data = self.parse(text)
        except RuleBroken as broken:
            raise ValueError(said(broken)) from broken


class DayField(_Typed):
    """A date typed as 5/8/2025."""

    def parse(self, text: str) -> date:
        return vietnamese.parse_date(text)

    def shown(self, value: date) -> str:
        return vietnamese.date_on_paper(value)


class PartialDayField(_Typed):
    """A date of which perhaps only the year, or month and year, is known: 1965, 8/1979, 5/8/1979."""

    def parse(self, text: str) -> vietnamese.PartialDate:
        return vietnamese.parse_partial_date(text)

    def shown(self, value: vietnamese.PartialDate) -> str:
        return value.label


class TimeField(_Typed):
    """A time of day typed as 13:30, 13h30 or 13 giờ 30."""

    def parse(self, text: str) -> time:
        return vietnamese.parse_time(text)

    def shown(self, value: time) -> str:
        return f"{value:%H:%M}"


class NumberField(_Typed):
    """A whole number, with or without dots: 1293 or 1.293."""

    def parse(self, text: str) -> int:
        number = vietnamese.parse_number(text)
        if abs(number) > 2_000_000_000:
            raise ValueError(_("Số này quá lớn."))
        return number


class PaperNumberField(_Typed):
    """The number of a decision as people write it: 20, 20-QĐ/ĐU, Số 20-QĐ/ĐU; kept as "20-QĐ/ĐU"."""

    def parse(self, text: str) -> str:
        return str(parse_paper_number(text))

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        self.data = self.data or ""


class OwnNumberField(_Typed):
    """The same where only decisions …-QĐ/ĐU are kept: the bare number."""

    def parse(self, text: str) -> int:
        return parse_own_number(text)

    def shown(self, value: int) -> str:
        return f"{value:02d}"


class VersionField(HiddenField):
    """The version of the record that was on the screen when its form was opened."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = valuelist[0] if valuelist else ""
        self.data = int(text) if str(text).isdecimal() and len(str(text)) < 10 else None


class RowIdField(HiddenField):
    """The id of the record a row of a grid stands for; None for a new row."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data: uuid.UUID | None = None
        with suppress(ValueError, IndexError):
            self.data = uuid.UUID(valuelist[0])


class WordField(SelectField):
    """A choice among the words of a vocabulary; `empty` adds a first line without a choice."""

    def __init__(self, label: Any, words: type[Labelled], *, empty: bool = False, **options: Any) -> None:
        self.words = words
        self.empty = empty
        super().__init__(label, choices=self._translated, coerce=self._word, **options)

    def _translated(self) -> list[tuple[str, str]]:
        first = [("", "—")] if self.empty else []
        return first + [(word.value, _(word.label)) for word in self.words]

    def _word(self, value: Any) -> Labelled | None:
        return None if value in (None, "") else self.words(value)

    def pre_validate(self, form: Any) -> None:
        if self.data is None and self.empty:
            return
        super().pre_validate(form)


class RowField(SelectField):
    """A choice among rows: choices are handed in by the view as (id, label)."""

    def __init__(self, label: Any, *, empty: str | None = None, **options: Any) -> None:
        self.empty = empty
        super().__init__(label, choices=[], coerce=self._id, **options)

    def offer(self, rows: Iterable[tuple[uuid.UUID, str]]) -> None:
        """Hand in the rows to choose from."""
        first: list[tuple[Any, str]] = [("", self.empty)] if self.empty is not None else []
        self.choices = first + [(str(key), text) for key, text in rows]

    def _id(self, value: Any) -> uuid.UUID | None:
        return None if value in (None, "", "None") else uuid.UUID(str(value))

    def iter_choices(self) -> Any:
        for key, text in self.choices or []:
            yield Choice(key, text, key == str(self.data or ""), {})

    def pre_validate(self, form: Any) -> None:
        if str(self.data or "") not in {key for key, _text in self.choices or []}:
            raise ValidationError(_("Lựa chọn này không có trong danh sách."))


class ChoicesField(SelectMultipleField):
    """Several rows chosen by check box."""

    def offer(self, rows: Sequence[tuple[uuid.UUID, str]]) -> None:
        """Hand in the rows to choose from."""
        self.choices = [(str(key), text) for key, text in rows]

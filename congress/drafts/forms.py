"""Forms of documents and of the texts read in."""

import uuid
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectMultipleField, ValidationError

from congress.drafts.vocabulary import DocumentKind
from congress.shared import vietnamese
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    NumberField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)

LONGEST_TEXT = 1_000_000
MOST_CHOSEN = 20


class DocumentForm(BaseForm):
    """Kind and title of a document."""

    version = VersionField()
    kind = WordField(_l("Loại văn kiện"), DocumentKind)
    title = LineField(
        _l("Tên văn kiện"), [required(), at_most(300)], description=_l("Ví dụ: Báo cáo chính trị trình Đại hội")
    )


class PastedField(TextField):
    """Text pasted from elsewhere: NFC, tabs kept, because they part the cells of a table."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = vietnamese.nfc(valuelist[0])


class ReadInForm(BaseForm):
    """A new version: pasted, or as a Word file."""

    number = NumberField(_l("Dự thảo lần thứ"), [required(), within(1, 99)])
    dated = DayField(_l("Ngày của dự thảo"), [optional()], description=_l("Ví dụ: 15/7/2025"))
    note = LineField(_l("Ghi chú"), [at_most(300)])
    text = PastedField(
        _l("Dán văn bản"),
        [at_most(LONGEST_TEXT)],
        description=_l("Mỗi dòng thành một đề mục hoặc một đoạn; bước sau xem lại được trước khi ghi."),
    )
    join_lines = BooleanField(_l("Nối lại các dòng bị ngắt (văn bản chép từ PDF)"))
    file = FileField(_l("Hoặc chọn tệp Word (.docx, tối đa 20 MB)"))


class KindsForm(BaseForm):
    """The kinds of the blocks of one page of the preview; fields are named b<place>."""

    version = VersionField()


class MatchForm(BaseForm):
    """Which passages of the other version a passage is; `seen` are those it was tied to when the page was opened."""

    others = SelectMultipleField(_l("Đoạn tương ứng"), validate_choice=False)
    seen = HiddenField()

    def show(self, tied: Collection[uuid.UUID]) -> None:
        """Tick what holds now."""
        self.seen.data = " ".join(sorted(map(str, tied)))
        self.others.data = sorted(map(str, tied))

    def validate_others(self, field: Any) -> None:
        """Ids, and not more than anybody would tick."""
        if len(_ids(field.data)) != len(set(field.data)) or len(field.data) > MOST_CHOSEN:
            raise ValidationError(_("Lựa chọn này không có trong danh sách."))

    @property
    def chosen(self) -> set[uuid.UUID]:
        """The ids that were ticked."""
        return _ids(self.others.data or [])

    @property
    def was_tied_to(self) -> set[uuid.UUID]:
        """What the passage was tied to when the page was opened; words that are no ids are left out."""
        return _ids((self.seen.data or "").split())


def _ids(words: Iterable[str]) -> set[uuid.UUID]:
    found = set()
    for word in words:
        with suppress(ValueError):
            found.add(uuid.UUID(word))
    return found


class EmptyForm(BaseForm):
    """A bare button with its token."""


def choices_from(formdata: Any) -> dict[int, str]:
    """{place: kind} as the preview's form sent it; what is none is left out."""
    return {
        int(name[1:]): str(value)[:4]
        for name, value in formdata.items()
        if name[:1] == "b" and name[1:].isdigit() and len(name) < 8
    }

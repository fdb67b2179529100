"""Forms of documents and of the texts read in."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

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


class EmptyForm(BaseForm):
    """A bare button with its token."""


def choices_from(formdata: Any) -> dict[int, str]:
    """{place: kind} as the preview's form sent it; what is none is left out."""
    return {
        int(name[1:]): str(value)[:4]
        for name, value in formdata.items()
        if name[:1] == "b" and name[1:].isdigit() and len(name) < 8
    }

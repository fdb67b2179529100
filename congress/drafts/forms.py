"""Forms of documents and of the texts read in."""

import uuid
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField, ValidationError

from congress.drafts.vocabulary import DocumentKind, DocumentLevel, PathState
from congress.shared import vietnamese
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    NumberField,
    RowField,
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
    """Kind, level and title of a document."""

    version = VersionField()
    kind = WordField(_l("Loại văn kiện"), DocumentKind)
    level = WordField(
        _l("Văn kiện của"),
        DocumentLevel,
        default=DocumentLevel.OWN,
        description=_l("Dự thảo của cấp trên thì chỉ nhận, lấy ý kiến và gửi ý kiến lên."),
    )
    title = LineField(
        _l("Tên văn kiện"), [required(), at_most(300)], description=_l("Ví dụ: Báo cáo chính trị trình Đại hội")
    )

    def validate_level(self, field: Any) -> None:
        """ "Văn kiện cấp trên" is no document of this congress."""
        if self.kind.data is DocumentKind.SUPERIOR and field.data is DocumentLevel.OWN:
            raise ValidationError(_("Văn kiện cấp trên: hãy chọn cấp tỉnh hoặc toàn quốc."))


class StepForm(BaseForm):
    """A step of a document; the states and drafts to choose from are handed in."""

    version = VersionField()
    state = SelectField(_l("Bước"), choices=[], coerce=str)
    day = DayField(_l("Ngày"), [optional()], description=_l("Ngày việc này diễn ra, ví dụ 15/7/2025"))
    draft_id = RowField(_l("Bản dự thảo"), empty="—")
    body = LineField(
        _l("Cơ quan, người thực hiện"),
        [at_most(200)],
        description=_l("Ví dụ: Ban Chấp hành Đảng bộ xã; Tổ công tác của Tỉnh ủy"),
    )
    paper = LineField(_l("Số văn bản"), [at_most(80)], description=_l("Ví dụ: 15-TTr/ĐU, 32-TB/TU"))
    paper_on = DayField(_l("Ngày của văn bản"), [optional()])
    note = LineField(_l("Trích yếu, ghi chú"), [at_most(500)])
    reason = LineField(
        _l("Lý do quay lại"), [at_most(500)], description=_l("Chỉ cần khi văn kiện quay lại một bước trước.")
    )

    def offer(self, states: Iterable[PathState], drafts: Iterable[tuple[uuid.UUID, str]]) -> None:
        """Hand in the states of this document's path and its drafts."""
        self.state.choices = [(state.value, _(state.label)) for state in states]
        self.draft_id.offer(drafts)

    @property
    def written(self) -> dict[str, Any]:
        """As the actions take it."""
        return self.data_to_save() | {"state": PathState(self.state.data)}


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

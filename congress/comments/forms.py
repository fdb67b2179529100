"""Forms of rounds, sheets and comments."""

import uuid
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from congress.comments.rules import LONGEST_TEXT, Verdict
from congress.comments.vocabulary import Channel, CommentKind, RespondentKind, Stance
from congress.shared.attachments import Attachment
from congress.web.base_form import BaseForm
from congress.web.fields import (
    ChoicesField,
    DayField,
    FileField,
    LineField,
    NumberField,
    RowIdField,
    TextField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    sent_file,
    within,
)


class RoundForm(BaseForm):
    """A round: its drafts, days, questions and cells."""

    version = VersionField()
    title = LineField(
        _l("Tên đợt góp ý"), [required(), at_most(200)], description=_l("Ví dụ: Góp ý dự thảo Báo cáo chính trị, lần 2")
    )
    drafts = ChoicesField(_l("Các dự thảo"))
    opens_on = DayField(_l("Từ ngày"), [required()], description=_l("Ví dụ: 20/7/2025"))
    closes_on = DayField(_l("Đến hết ngày"), [required()])
    questions = TextField(
        _l("Câu hỏi gợi ý"), [at_most(5000)], description=_l("Mỗi dòng một câu hỏi; chi bộ trả lời từng câu nếu muốn.")
    )
    every_unit = BooleanField(_l("Mọi chi bộ góp ý"), default=True)
    units = ChoicesField(_l("Hoặc chỉ các chi bộ này"))

    def offer(self, drafts: Iterable[tuple[uuid.UUID, str]], units: Iterable[tuple[uuid.UUID, str]]) -> None:
        """Hand in the drafts and cells to choose from."""
        self.drafts.offer(list(drafts))
        self.units.offer(list(units))

    def chosen(self, name: str) -> list[uuid.UUID]:
        """The chosen rows of `drafts` or `units`, in the order they are offered."""
        picked = set(self[name].data or [])
        return [uuid.UUID(key) for key, _text in self[name].choices if key in picked]


class ChannelField(WordField):
    """How opinions were given; the page of the QR code is no choice of anybody's."""

    def _translated(self) -> list[tuple[str, str]]:
        return [choice for choice in super()._translated() if choice[0] != Channel.QR_PAGE]


class MeetingForm(BaseForm):
    """The meeting, and whether there is nothing to say; `meeting_form` adds the drafts and the guiding questions."""

    version = VersionField()
    channel = ChannelField(_l("Hình thức góp ý"), Channel, default=Channel.MEETING)
    met_on = DayField(_l("Ngày họp"), [optional()], description=_l("Ví dụ: 20/7/2025"))
    chair = LineField(_l("Chủ trì"), [at_most(120)])
    secretary = LineField(_l("Thư ký"), [at_most(120)])
    members = NumberField(_l("Số đảng viên của chi bộ"), [optional(), within(0, 100_000)])
    present = NumberField(_l("Số đảng viên dự họp"), [optional(), within(0, 100_000)])
    spoke = NumberField(_l("Số đồng chí phát biểu"), [optional(), within(0, 100_000)])
    nothing_to_say = BooleanField(_l("Chi bộ không có ý kiến"))

    def data_to_save(self) -> dict[str, Any]:
        """A name that was not sent at all is an empty one."""
        wanted = ("version", "met_on", "chair", "secretary", "members", "present", "spoke", "nothing_to_say")
        data = {name: value for name, value in super().data_to_save().items() if name in wanted}
        if "channel" in self:
            data["channel"] = self.channel.data or Channel.MEETING
        return data | {name: data[name] or "" for name in ("chair", "secretary")}

    def verdicts(self, version_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Verdict]:
        """{draft: how many agree}, for the drafts the form was made for, as far as they were sent along."""
        return {
            version_id: Verdict(
                self[f"agree_{n}"].data, self[f"changes_{n}"].data, self[f"other_{n}"].data, self[f"silent_{n}"].data
            )
            for n, version_id in enumerate(version_ids, start=1)
            if self[f"agree_{n}"].raw_data
        }

    def replies(self) -> dict[int, str]:
        """{place of a guiding question: its answer}, as far as they were sent along."""
        found: dict[int, str] = {}
        while f"reply_{len(found)}" in self:
            found[len(found)] = self[f"reply_{len(found)}"].data or ""
        return {place: text for place, text in found.items() if self[f"reply_{place}"].raw_data}


@cache
def meeting_form(drafts: int, questions: tuple[str, ...]) -> type[MeetingForm]:
    """The form of a sheet with so many drafts and these guiding questions."""
    fields: dict[str, Any] = {}
    counts = (
        ("agree", _l("Đồng ý toàn văn")),
        ("changes", _l("Đồng ý, có sửa đổi")),
        ("other", _l("Ý kiến khác")),
    )
    for n in range(1, drafts + 1):
        for name, label in counts:
            fields[f"{name}_{n}"] = NumberField(label, [optional(), within(0, 100_000)])
        fields[f"silent_{n}"] = BooleanField(_l("Không có ý kiến về dự thảo này"))
    for place, question in enumerate(questions):
        fields[f"reply_{place}"] = TextField(question, [at_most(LONGEST_TEXT)])
    return type("SheetForm", (MeetingForm,), fields)


class RespondentForm(BaseForm):
    """Who answers besides the cells."""

    kind = WordField(_l("Đối tượng"), RespondentKind)
    name = LineField(
        _l("Tên"), [required(), at_most(200)], description=_l("Ví dụ: Ban Thường trực Ủy ban Mặt trận Tổ quốc xã")
    )


class CommentForm(BaseForm):
    """One comment. `comment` is the id it will have, so that sending twice leaves one."""

    comment = RowIdField()
    version = VersionField()
    stance = WordField(_l("Mức đồng ý"), Stance, empty=True)
    proposed = TextField(
        _l("Nội dung đề nghị"),
        [at_most(LONGEST_TEXT)],
        description=_l("Viết nguyên văn câu, chữ đề nghị sửa hoặc thêm."),
    )
    reason = TextField(_l("Lý do"), [at_most(LONGEST_TEXT)])
    kind = WordField(_l("Loại ý kiến"), CommentKind, empty=True)
    cited = LineField(_l("Trang, dòng"), [at_most(120)], description=_l("Ví dụ: trang 5, dòng 12 từ trên xuống"))
    supporters = NumberField(_l("Số đồng chí tán thành"), [optional(), within(0, 100_000)])
    speaker = LineField(_l("Người phát biểu"), [at_most(120)], description=_l("Chỉ ghi khi đồng chí ấy muốn ghi tên."))

    def details(self) -> dict[str, Any]:
        """What a comment may say besides."""
        return {
            "kind": self.kind.data,
            "cited": self.cited.data or "",
            "supporters": self.supporters.data,
            "speaker": self.speaker.data or "",
        }


class ReopenForm(BaseForm):
    """Reopening one cell."""

    until = DayField(_l("Cho viết đến hết ngày"), [required()], description=_l("Ví dụ: 5/8/2025"))
    reason = LineField(_l("Lý do"), [required(), at_most(300)])


class EmptyForm(BaseForm):
    """A bare button with its token."""


class ScanForm(BaseForm):
    """A scan of the signed paper."""

    file = FileField(_l("Bản chụp phiếu có chữ ký"), [required()])

    def paper(self) -> Attachment:
        """The file that was sent. Raises RuleBroken."""
        return sent_file(self.file)


class WriterKindField(WordField):
    """Who writes on the page of the QR code."""

    def _translated(self) -> list[tuple[str, str]]:
        return [each for each in super()._translated() if each[0] in (RespondentKind.MEMBER, RespondentKind.PUBLIC)]


class OpinionForm(BaseForm):
    """One opinion on the page of the QR code. `comment` is the id it will have, so that sending twice leaves one."""

    comment = RowIdField()
    kind = WriterKindField(_l("Người góp ý là"), RespondentKind, default=RespondentKind.PUBLIC)
    name = LineField(_l("Họ và tên"), [at_most(120)], description=_l("Không bắt buộc."))
    stance = WordField(_l("Mức đồng ý"), Stance, empty=True)
    proposed = TextField(_l("Ý kiến, nội dung đề nghị"), [required(), at_most(LONGEST_TEXT)])
    reason = TextField(_l("Lý do"), [at_most(LONGEST_TEXT)])


class InboxForm(BaseForm):
    """What is done with the chosen sheets of the page."""

    reason = LineField(_l("Lý do để sang một bên"), [at_most(300)])

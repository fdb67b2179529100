"""The parts every Party paper has, as plain values: heading block, title, signature.

Sources and confidence marks of the layout: layout_profiles.py. Texts are written as they are spoken; the template sets
capitals, bold and italics.
"""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The block at the top of the first page.

    superior     the body above: "Đảng bộ tỉnh Đồng Tháp"; at a congress "Đảng bộ xã Mỹ Hiệp"
    issuer       the issuing body: "Đảng ủy xã Mỹ Hiệp"; at a congress "Đại hội đại biểu lần thứ I"
    acting       the congress's body that acts, below the issuer: "Đoàn Chủ tịch", "Ban Thẩm tra tư cách đại biểu"
    symbol       "QĐ/ĐU"; without one the paper has no number line
    number       5 gives "Số 05-QĐ/ĐU"; None leaves room for the pen
    place, date  "Mỹ Hiệp", the day; a date of None leaves room for the pen
    year         printed when the date is still open
    reference    subject of an official letter, in italics under the number
    draft_mark   "Dự thảo lần 2", left under the number
    circulation  boxed marks: ("Tài liệu đại hội",)
    """

    superior: str
    issuer: str
    place: str
    date: datetime.date | None = None
    acting: str = ""
    symbol: str = ""
    number: int | None = None
    year: int | None = None
    reference: str = ""
    draft_mark: str = ""
    circulation: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Title:
    """The kind of paper and its subject: Title(kind="Danh sách", subject="đại biểu chính thức dự Đại hội …").

    A line break in the subject stays one. `note` stands in italics below (which rows, as of when).
    """

    kind: str
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """The end of a paper.

    authority   "T/M Ban Thường vụ"; "" where the signer acts for himself
    position    "Bí thư"
    name        the signer without degrees or titles; "" leaves room for a name
    recipients  items of "Nơi nhận", the last one starting "Lưu"; empty for papers without recipients
    """

    authority: str = ""
    position: str = ""
    name: str = ""
    recipients: tuple[str, ...] = ()

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        """Each "- … ;", the last one with a full stop."""
        bare = [item.strip().lstrip("- ").rstrip(" ;.,") for item in self.recipients]
        return tuple(f"- {item}{'.' if item is bare[-1] else ';'}" for item in bare)

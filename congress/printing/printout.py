"""What a feature hands over to be printed: one plain value that knows neither the database nor the request."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from congress.shared.vietnamese import file_slug

PLAIN = (str, int, float, Decimal, Fraction, datetime.date, datetime.time, datetime.timedelta, Enum)


class LineNumbers(Enum):
    """Numbers in the margin, counted from one on every page or on through the paper."""

    NONE = ""
    BY_PAGE = "page"
    THROUGH = "through"


class NotPlain(TypeError):
    """A template was to be given something that is no plain value: a row of the database, markup, a function."""


@dataclass(frozen=True, kw_only=True)
class Printout:
    """A paper before it is laid out.

    template   below templates/, extends printing/page.html
    filename   as given by `file_name`
    title      title of the PDF and of the browser's tab
    author     the issuing body
    date       the day of the paper: it selects the layout rules and stands in the file's metadata
    context    plain values only: text, numbers, dates, enums, frozen dataclasses; lists and mappings of these
    landscape  turned A4, for wide tables
    foot       adds "trang x/y" at the foot of each page, for long lists
    secret     holds a password or the like: the PDF is never kept on disk
    lines      numbers the lines of the elements whose id is "p" and a number, for papers that are cited by them
    """

    template: str
    filename: str
    title: str
    author: str
    date: datetime.date
    context: Mapping[str, Any] = field(default_factory=dict)
    landscape: bool = False
    foot: bool = False
    secret: bool = False
    lines: LineNumbers = LineNumbers.NONE

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9_-]+\.pdf", self.filename):
            raise ValueError(f"not a file name made by file_name(): {self.filename!r}")
        for name, value in self.context.items():
            require_plain(value, name)


def require_plain(value: Any, where: str) -> None:
    """Raise NotPlain, naming the place, unless the value and all it holds are plain."""
    if isinstance(value, Markup):
        raise NotPlain(f"{where} is ready-made markup; hand over text and let the template mark it up")
    if value is None or isinstance(value, PLAIN):
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            require_plain(item, f"{where}[{key!r}]")
    elif isinstance(value, (list, tuple, set, frozenset)):
        for index, item in enumerate(value):
            require_plain(item, f"{where}[{index}]")
    elif is_dataclass(value) and not isinstance(value, type) and value.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        for part in fields(value):
            require_plain(getattr(value, part.name), f"{where}.{part.name}")
    else:
        raise NotPlain(f"{where} is a {type(value).__name__}, not a plain value")


def file_name(congress: str, thing: str, date: datetime.date) -> str:
    """`file_name("my-hiep", "Danh sách đại biểu", date(2025, 8, 5))` is `my-hiep_danh-sach-dai-bieu_2025-08-05.pdf`."""
    return f"{file_slug(congress)}_{file_slug(thing)}_{date.isoformat()}.pdf"

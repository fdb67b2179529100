"""A table to type several delegates of one cell into."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import Field

from congress.delegates.forms.record import RecordForm
from congress.delegates.vocabulary import Origin, Standing
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    LineField,
    NumberField,
    PartialDayField,
    WordField,
    at_most,
    optional,
    required,
    within,
)

BLANK_ROWS = 5
LARGEST_GRID = 300
"""Rows saved at once: nearly twice the delegates of a whole commune."""

CHOSEN_BEFOREHAND = ("standing", "origin")
"""Filled in on a row nobody has typed in."""


class DelegateRow(RecordForm):
    """One row of the table; its names carry a prefix. The token travels once, with the table."""

    class Meta(BaseForm.Meta):
        csrf = False

    full_name = LineField(_l("Họ và tên"), [required(), at_most(120)])
    sex = WordField(_l("Giới tính"), Sex, empty=True, validators=[required()])
    birth = PartialDayField(_l("Ngày sinh"), [required()])
    ethnicity = LineField(_l("Dân tộc"), [at_most(40)])
    party_admitted_on = DayField(_l("Ngày vào Đảng"), [optional()])
    party_official_on = DayField(_l("Ngày chính thức"), [optional()])
    post = LineField(_l("Chức vụ"), [at_most(200)])
    standing = WordField(_l("Tư cách dự"), Standing)
    votes = NumberField(_l("Số phiếu bầu"), [optional(), within(0, 100_000)])
    ballots = NumberField(_l("Số phiếu thu về"), [optional(), within(0, 100_000)])
    home_place = LineField(_l("Quê quán"), [at_most(200)])
    religion = LineField(_l("Tôn giáo"), [at_most(60)])
    general_education = WordField(_l("Giáo dục phổ thông"), GeneralEducation, empty=True)
    qualification = WordField(_l("Trình độ chuyên môn"), Qualification, empty=True)
    profession = LineField(_l("Chuyên ngành"), [at_most(120)])
    theory = WordField(_l("Lý luận chính trị"), Theory, empty=True)
    workplace = LineField(_l("Đơn vị công tác"), [at_most(200)])
    party_card_number = LineField(_l("Số thẻ đảng viên"), [at_most(30)])
    phone = LineField(_l("Điện thoại"), [at_most(60)])

    NARROW: ClassVar[tuple[str, ...]] = (
        "full_name", "sex", "birth", "ethnicity", "party_admitted_on", "party_official_on", "post", "standing", "votes",
        "ballots",
    )  # fmt: skip
    WIDE: ClassVar[tuple[str, ...]] = (
        *NARROW, "home_place", "religion", "general_education", "qualification", "profession", "theory", "workplace",
        "party_card_number", "phone",
    )  # fmt: skip

    def cells(self, wide: bool) -> list[Field]:
        """The fields in the order of the table's columns."""
        return [self[name] for name in (self.WIDE if wide else self.NARROW)]

    def values(self) -> dict[str, Any]:
        """What the action takes about this delegate."""
        return {name: value for name, value in self.data_to_save().items() if name != "confirmed"}

    @property
    def is_blank(self) -> bool:
        """A row nobody typed in."""
        return not any(
            (field.raw_data and str(field.raw_data[0]).strip()) for field in self if field.short_name not in UNTYPED
        )


UNTYPED = {*CHOSEN_BEFOREHAND, "confirmed"}


class ReviewedDelegateRow(DelegateRow):
    """The same for a reviewer, who also says how somebody became a delegate."""

    origin = WordField(_l("Thành phần"), Origin, default=Origin.ELECTED)

    NARROW: ClassVar[tuple[str, ...]] = (*DelegateRow.NARROW, "origin")
    WIDE: ClassVar[tuple[str, ...]] = (*DelegateRow.NARROW, "origin", *DelegateRow.WIDE[len(DelegateRow.NARROW) :])


def _row(place: int, reviewed: bool, **options: Any) -> DelegateRow:
    kind = ReviewedDelegateRow if reviewed else DelegateRow
    return kind(prefix=f"r{place}", **options)


def grid_of(official: int, alternate: int, *, reviewed: bool) -> list[DelegateRow]:
    """Blank rows: one for each place of the quota that is open, the official ones first, and at least a few."""
    count = min(max(official + alternate, BLANK_ROWS), LARGEST_GRID)
    standings = [Standing.OFFICIAL] * official + [Standing.ALTERNATE] * alternate
    return [
        _row(place, reviewed, formdata=None, data={"standing": standing})
        for place, standing in enumerate((standings + [Standing.OFFICIAL] * count)[:count])
    ]


def grid_from(formdata: Any, *, reviewed: bool) -> list[DelegateRow]:
    """The rows as they were sent, blank ones included, so that nothing typed is lost."""
    places = sorted({int(name[1 : name.index("-")]) for name in formdata if re.fullmatch(r"r\d{1,4}-full_name", name)})
    return [_row(place, reviewed, formdata=formdata) for place in places]


def lengthened(rows: list[DelegateRow], *, reviewed: bool) -> list[DelegateRow]:
    """The same rows and a few blank ones below."""
    last = max((int(row._prefix[1:].rstrip("-")) for row in rows), default=-1)
    return rows + [_row(last + 1 + place, reviewed, formdata=None) for place in range(BLANK_ROWS)]


def filled(rows: Iterable[DelegateRow]) -> list[DelegateRow]:
    """The rows somebody typed in."""
    return [row for row in rows if not row.is_blank]


def all_valid(rows: Iterable[DelegateRow]) -> bool:
    """Check every row, so that all errors show at once."""
    results = [row.validate() for row in rows]
    return all(results)

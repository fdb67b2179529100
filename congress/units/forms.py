"""Forms of a cell: one by one, and a grid for many."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from congress.units.vocabulary import UnitKind
from congress.web.base_form import BaseForm
from congress.web.fields import (
    DayField,
    FileField,
    LineField,
    NumberField,
    RowIdField,
    VersionField,
    WordField,
    at_most,
    optional,
    required,
    within,
)


class UnitForm(BaseForm):
    """Everything about one cell."""

    version = VersionField()
    code = LineField(_l("Mã"), [required(), at_most(20)], description=_l("Ngắn, không trùng. Ví dụ: CB01"))
    name = LineField(_l("Tên"), [required(), at_most(200)], description=_l("Ví dụ: Chi bộ ấp Mỹ Thạnh"))
    kind = WordField(_l("Loại"), UnitKind)
    position = NumberField(
        _l("Thứ tự in"), [optional(), within(1, 9999)], description=_l("Để trống: đứng cuối danh sách")
    )
    merged_from = LineField(_l("Hợp nhất từ"), [at_most(300)])
    official_members = NumberField(_l("Đảng viên chính thức"), [required(), within(0, 100_000)], default=0)
    probationary_members = NumberField(_l("Đảng viên dự bị"), [required(), within(0, 100_000)], default=0)
    counted_on = DayField(_l("Chốt số liệu ngày"), [optional()], description=_l("Ví dụ: 01/7/2025"))
    secretary = LineField(_l("Bí thư"), [at_most(120)])
    phone = LineField(_l("Điện thoại liên hệ"), [at_most(60)])
    planned_on = DayField(_l("Dự kiến đại hội chi bộ"), [optional()])
    held_on = DayField(_l("Đã tổ chức ngày"), [optional()])


class GridRow(BaseForm):
    """One row of the grid; its names carry a prefix. The token travels once, with the grid."""

    class Meta(BaseForm.Meta):
        csrf = False

    unit = RowIdField()
    version = VersionField()
    code = LineField(_l("Mã"), [required(), at_most(20)])
    name = LineField(_l("Tên"), [required(), at_most(200)])
    kind = WordField(_l("Loại"), UnitKind)
    official_members = NumberField(_l("Đảng viên chính thức"), [optional(), within(0, 100_000)])
    probationary_members = NumberField(_l("Đảng viên dự bị"), [optional(), within(0, 100_000)])
    secretary = LineField(_l("Bí thư"), [at_most(120)])

    NUMBERS = ("official_members", "probationary_members")

    @property
    def is_blank(self) -> bool:
        """A new row nobody typed in."""
        typed = (self.code.data, self.name.data, self.secretary.data, *(self[name].data for name in self.NUMBERS))
        return self.unit.data is None and not any(typed)

    def fields(self) -> dict[str, Any]:
        """What the action takes; an empty number is zero."""
        values = {name: value for name, value in self.data.items() if name not in ("unit", "csrf_token")}
        return values | {name: values[name] or 0 for name in self.NUMBERS}


class WorkbookForm(BaseForm):
    """A workbook of cells."""

    file = FileField(_l("Tệp Excel (.xlsx), OpenDocument (.ods) hoặc CSV"), [required()])


class EmptyForm(BaseForm):
    """A bare button, or a grid, with its token."""


BLANK_ROWS = 5
LARGEST_GRID = 500


def grid_of(units: Iterable[Any]) -> list[GridRow]:
    """The rows of the grid as they stand, and a few blank ones to type in."""
    rows = [GridRow(formdata=None, prefix=f"r{place}", obj=unit) for place, unit in enumerate(units)]
    for row, unit in zip(rows, units, strict=True):
        row.unit.data = unit.id
    return rows + [GridRow(formdata=None, prefix=f"r{len(rows) + place}") for place in range(BLANK_ROWS)]


def grid_from(formdata: Any) -> list[GridRow]:
    """The rows as they were sent, blank ones included, so that nothing typed is lost."""
    places = sorted({int(name[1 : name.index("-")]) for name in formdata if re.fullmatch(r"r\d{1,4}-code", name)})
    return [GridRow(formdata=formdata, prefix=f"r{place}") for place in places[:LARGEST_GRID]]


def filled(rows: Iterable[GridRow]) -> list[GridRow]:
    """The rows somebody typed in."""
    return [row for row in rows if not row.is_blank]


def all_valid(rows: Iterable[GridRow]) -> bool:
    """Check every row, so that all errors show at once."""
    results = [row.validate() for row in rows]
    return all(results)

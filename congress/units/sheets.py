"""The columns of the list of cells, on screen and in its workbook."""

from collections.abc import Callable, Sequence
from typing import Any

from congress.shared.labels import N_
from congress.spreadsheets.workbook import SheetColumn, write_workbook
from congress.units.models import Unit
from congress.units.rules import Sums
from congress.web.listing import Column, Listing

COLUMNS = (
    Column("code", N_("Mã"), sortable=True),
    Column("name", N_("Tên"), sortable=True, fixed=True),
    Column("kind", N_("Loại")),
    Column("merged_from", N_("Hợp nhất từ"), shown=False),
    Column("official_members", N_("Đảng viên chính thức"), numeric=True),
    Column("probationary_members", N_("Đảng viên dự bị"), numeric=True),
    Column("members", N_("Tổng đảng viên"), sortable=True, numeric=True),
    Column("counted_on", N_("Chốt số liệu"), shown=False),
    Column("secretary", N_("Bí thư")),
    Column("phone", N_("Điện thoại"), shown=False),
    Column("planned_on", N_("Dự kiến đại hội"), shown=False),
    Column("held_on", N_("Đã tổ chức"), shown=False),
    Column("official_quota", N_("Chỉ tiêu chính thức"), sortable=True, numeric=True),
    Column("alternate_quota", N_("Chỉ tiêu dự khuyết"), numeric=True),
)
WIDTHS = {"name": 36, "merged_from": 36, "secretary": 24, "kind": 20}
VALUES: dict[str, Callable[[Unit], Any]] = {"kind": lambda unit: unit.kind.label}


def workbook(title: str, listing: Listing, units: Sequence[Unit], sums: Sums, notes: Sequence[str]) -> bytes:
    """The list as shown: the same rows, order and columns, with STT and totals."""
    columns = [SheetColumn("STT", 6)] + [
        SheetColumn(column.label, WIDTHS.get(column.key, 14)) for column in listing.shown
    ]
    rows = (
        [number, *(_value(unit, column.key) for column in listing.shown)] for number, unit in enumerate(units, start=1)
    )
    totals = ["", *(("Tổng" if c.key == "name" else getattr(sums, c.key, "")) for c in listing.shown)]
    return write_workbook(title, columns, rows, notes=notes, totals=totals)


def _value(unit: Unit, key: str) -> Any:
    read = VALUES.get(key)
    return read(unit) if read else getattr(unit, key)

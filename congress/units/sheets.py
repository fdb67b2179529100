"""The columns of the list of cells, on screen and in its workbook, and those of a workbook that comes in."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from congress.shared.labels import N_
from congress.spreadsheets import cells
from congress.spreadsheets.tables import ColumnSpec, Kind
from congress.spreadsheets.workbook import SheetColumn, write_workbook
from congress.units.models import Unit
from congress.units.rules import Sums
from congress.units.rules.import_plan import FIELDS
from congress.units.vocabulary import UnitKind
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


_KINDS = {
    "Chi bộ trực thuộc": UnitKind.CELL,
    "CB": UnitKind.CELL,
    "ĐBBP": UnitKind.PARTIAL,
    "CBCS": UnitKind.GRASSROOTS_CELL,
    "ĐBCS": UnitKind.GRASSROOTS,
}
INCOMING = (
    ColumnSpec(
        "code", N_("Mã"), cells.text(20), ("Mã chi bộ", "Mã số", "Mã đơn vị", "Ký hiệu", "code"),
        help=N_("Ngắn, không trùng."), example="CB01", width=10, empty="",
    ),
    ColumnSpec(
        "name", N_("Tên"), cells.text(200),
        ("Tên chi bộ", "Chi bộ", "Chi bộ, đảng bộ", "Tên chi bộ, đảng bộ", "Tên đơn vị", "Đơn vị", "name"),
        required=True, example="Chi bộ ấp Mỹ Thạnh", width=36, empty="",
    ),
    ColumnSpec(
        "kind", N_("Loại"), cells.word(UnitKind, _KINDS), ("Loại hình", "Loại tổ chức"),
        words=[kind.label for kind in UnitKind], help=N_("Để trống: chi bộ."), example="Chi bộ", width=18,
    ),
    ColumnSpec(
        "position", N_("Thứ tự in"), cells.whole(1, 9999), ("Thứ tự", "Thứ tự sắp xếp"),
        help=N_("Để trống: đứng cuối danh sách."), width=10, kind=Kind.NUMBER,
    ),
    ColumnSpec("merged_from", N_("Hợp nhất từ"), cells.text(300), ("Sáp nhập từ",), width=36, empty=""),
    ColumnSpec(
        "official_members", N_("Đảng viên chính thức"), cells.whole(0, 100_000),
        ("Số đảng viên chính thức", "Số đảng viên", "Đảng viên", "ĐVCT", "Chính thức", "members"),
        example=25, width=12, kind=Kind.NUMBER,
    ),
    ColumnSpec(
        "probationary_members", N_("Đảng viên dự bị"), cells.whole(0, 100_000),
        ("Số đảng viên dự bị", "ĐVDB", "Dự bị"), example=2, width=12, kind=Kind.NUMBER,
    ),
    ColumnSpec(
        "counted_on", N_("Chốt số liệu ngày"), cells.day, ("Chốt số liệu", "Ngày chốt", "Ngày chốt số liệu"),
        example="01/7/2025", width=13, kind=Kind.DAY,
    ),
    ColumnSpec("secretary", N_("Bí thư"), cells.text(120), ("Bí thư chi bộ", "Họ tên bí thư"), width=24, empty=""),
    ColumnSpec(
        "phone", N_("Điện thoại liên hệ"), cells.text(60), ("Điện thoại", "Số điện thoại", "SĐT", "ĐT"),
        width=16, empty="",
    ),
    ColumnSpec(
        "planned_on", N_("Dự kiến đại hội chi bộ"), cells.day, ("Dự kiến đại hội", "Ngày dự kiến"),
        width=13, kind=Kind.DAY,
    ),
    ColumnSpec(
        "held_on", N_("Đã tổ chức ngày"), cells.day, ("Đã tổ chức", "Ngày đại hội", "Ngày tổ chức"),
        width=13, kind=Kind.DAY,
    ),
)  # fmt: skip
"""Quotas are no columns of it: they come from the issued plan alone."""


def as_rows(units: Iterable[Unit]) -> list[dict[str, Any]]:
    """Cells as the rows of a filled template."""
    return [{name: getattr(unit, name) for name in FIELDS} for unit in units]

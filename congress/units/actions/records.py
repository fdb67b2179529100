"""Adding, changing and removing cells, one by one or many at once."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.exc import IntegrityError

from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import fold, text_sort_key
from congress.units import queries, rules
from congress.units.models import Unit

explain_unique("unit", ("congress_id", "code"), N_("Mã này đã dùng cho một chi bộ khác."), "code")
explain_unique("unit", ("congress_id", "name"), N_("Đã có chi bộ mang tên này."), "name")
name_fields(
    "unit",
    code=N_("Mã"),
    name=N_("Tên"),
    kind=N_("Loại"),
    position=N_("Thứ tự in"),
    merged_from=N_("Hợp nhất từ"),
    official_members=N_("Đảng viên chính thức"),
    probationary_members=N_("Đảng viên dự bị"),
    counted_on=N_("Chốt số liệu ngày"),
    secretary=N_("Bí thư"),
    phone=N_("Điện thoại liên hệ"),
    planned_on=N_("Dự kiến đại hội chi bộ"),
    held_on=N_("Đã tổ chức ngày"),
    official_quota=N_("Chỉ tiêu đại biểu chính thức"),
    alternate_quota=N_("Chỉ tiêu đại biểu dự khuyết"),
)


def add(congress: Congress, *, actor: Actor, today: date, **fields: Any) -> Unit:
    """Add one cell at the end of the printed order. Raises RuleBroken."""
    fields.pop("version", None)
    unit = Unit(congress_id=congress.id, **fields)
    _settle(unit, today)
    db.session.add(unit)
    note(actor, N_("Thêm chi bộ"), unit, label=unit.name, changes=differences({}, fields))
    return unit


def change(unit: Unit, *, actor: Actor, today: date, version: int | None, **fields: Any) -> None:
    """Change one cell. Raises RuleBroken, or StaleEdit when somebody saved it meanwhile."""
    refuse_stale(unit, version)
    before = values_of(unit, *fields)
    for name, value in fields.items():
        setattr(unit, name, value)
    _settle(unit, today)
    if changes := differences(before, values_of(unit, *fields)):
        note(actor, N_("Sửa chi bộ"), unit, label=unit.name, changes=changes)


def remove(unit: Unit, *, actor: Actor) -> None:
    """Remove a cell nothing depends on. Raises RuleBroken when delegates, comments or accounts belong to it."""
    note(actor, N_("Xóa chi bộ"), unit, label=unit.name, changes=differences(values_of(unit), {}))
    db.session.delete(unit)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken(
            N_(
                "Chi bộ này đã có đại biểu, ý kiến, tài khoản hoặc nằm trong phương án phân bổ nên không xóa được. "
                "Hãy chuyển hoặc xóa chúng trước."
            )
        ) from error


def save_grid(
    congress: Congress, rows: Sequence[tuple[uuid.UUID | None, Mapping[str, Any]]], *, actor: Actor, today: date
) -> tuple[int, int]:
    """Save many cells at once, all or nothing: rows are (id or None for a new one, fields with `version`).

    Returns (added, changed). Raises RuleBroken whose `row` is the 1-based row to blame.
    """
    known = {unit.id: unit for unit in queries.listed(congress.id, UnitScope.everything())}
    added = changed = 0
    for number, (unit_id, fields) in enumerate(rows, start=1):
        values = dict(fields)
        try:
            if unit_id is None:
                values.pop("version", None)
                add(congress, actor=actor, today=today, **values)
                added += 1
            else:
                if unit_id not in known:
                    raise RuleBroken(N_("Chi bộ ở dòng này vừa bị xóa."))
                unit = known[unit_id]
                before = unit.version
                change(unit, actor=actor, today=today, version=values.pop("version", None), **values)
                db.session.flush()
                changed += unit.version != before
        except RuleBroken as broken:
            broken.row = number
            raise
    return added, changed


def set_quotas(
    congress: Congress, quotas: Mapping[uuid.UUID, tuple[int, int]], *, actor: Actor, reason: str = ""
) -> None:
    """Write (official, alternate) quotas by the cell's id, as an issued allocation gives them; nothing else may."""
    for unit in queries.listed(congress.id, UnitScope.everything()):
        official, alternate = quotas.get(unit.id, (unit.official_quota, unit.alternate_quota))
        before = values_of(unit, "official_quota", "alternate_quota")
        unit.official_quota, unit.alternate_quota = official, alternate
        if changes := differences(before, values_of(unit, "official_quota", "alternate_quota")):
            note(actor, N_("Giao chỉ tiêu đại biểu"), unit, label=unit.name, changes=changes, reason=reason)


def _settle(unit: Unit, today: date) -> None:
    """Check the figures and keep the derived columns."""
    rules.check_figures(unit.figures)
    rules.check_days(unit.planned_on, unit.held_on, today)
    if not unit.position:
        with db.session.no_autoflush:  # the row is not fit to be written yet
            unit.position = queries.next_position(unit.congress_id)
    unit.name_sort = text_sort_key(unit.name)
    unit.name_fold = fold(f"{unit.code} {unit.name} {unit.secretary or ''}")

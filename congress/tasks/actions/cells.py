"""What a cell reports of its own congress."""

from datetime import date
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from congress.database import db, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.tasks.models import CellCongress
from congress.tasks.queries import cells as queries
from congress.tasks.rules.cells import check_report
from congress.units.models import Unit

name_fields(
    "cell_congress",
    planned_on=N_("Ngày dự kiến"),
    held_on=N_("Ngày đã đại hội"),
    place=N_("Địa điểm"),
    attended=N_("Số đảng viên dự"),
    result=N_("Kết quả"),
)
ON_UNIT = ("planned_on", "held_on")


def report(unit: Unit, *, actor: Actor, version: int | None, today: date, **fields: Any) -> CellCongress:
    """Write what a cell reports. Raises RuleBroken or StaleEdit."""
    check_report(fields["held_on"], fields["attended"], unit.members, today)
    row = queries.report(unit.congress_id, unit.id)
    if row is None:
        row = CellCongress(congress_id=unit.congress_id, unit_id=unit.id)
        db.session.add(row)
        db.session.flush()
    elif version is not None:
        refuse_stale(row, version)
    own = [name for name in fields if name not in ON_UNIT]
    before = values_of(unit, *ON_UNIT) | values_of(row, *own)
    for name, value in fields.items():
        setattr(unit if name in ON_UNIT else row, name, value)
    if changes := differences(before, values_of(unit, *ON_UNIT) | values_of(row, *own)):
        flag_modified(row, "place")
        note(actor, N_("Báo đại hội chi bộ"), row, label=unit.name, changes=changes)
    return row

"""Reading the cells' own congresses."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from congress.database import db
from congress.shared.scope import UnitScope
from congress.tasks.models import CellCongress
from congress.tasks.rules.cells import CellSums, state_of
from congress.tasks.vocabulary import CellState
from congress.units import queries as units
from congress.units.models import Unit


@dataclass(frozen=True)
class CellLine:
    """A cell, what it reported, and where it stands."""

    unit: Unit
    report: CellCongress | None
    state: CellState


def listed(congress_id: uuid.UUID, scope: UnitScope, today: date) -> list[CellLine]:
    """The cells in printed order."""
    rows = db.session.scalars(select(CellCongress).where(CellCongress.congress_id == congress_id))
    reports = {row.unit_id: row for row in rows}
    return [
        CellLine(unit, reports.get(unit.id), state_of(unit.planned_on, unit.held_on, today))
        for unit in units.listed(congress_id, scope)
    ]


def report(congress_id: uuid.UUID, unit_id: uuid.UUID) -> CellCongress | None:
    """What one cell reported."""
    return db.session.scalars(
        select(CellCongress).where(CellCongress.congress_id == congress_id, CellCongress.unit_id == unit_id)
    ).one_or_none()


def sums(lines: Sequence[CellLine]) -> CellSums:
    """The cells' congresses in figures."""
    found = [line.state for line in lines]
    return CellSums(
        len(found),
        found.count(CellState.HELD),
        found.count(CellState.LATE),
        found.count(CellState.SOON),
        found.count(CellState.UNPLANNED),
    )

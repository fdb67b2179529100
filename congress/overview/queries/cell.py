"""The one page of a cell, and the counts beside the lines of the menu."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from congress.comments import queries as comments
from congress.comments.rules import Duty
from congress.congresses.models import Congress
from congress.delegates import queries as delegates
from congress.delegates.rules import registration
from congress.delegates.rules.roll import Line, in_order
from congress.shared.scope import UnitScope
from congress.triage import queries as triage
from congress.units import queries as units
from congress.units.models import Unit


@dataclass(frozen=True)
class CellBoard:
    """The one page of a cell: what it owes, by when, in what state."""

    unit: Unit
    registration: registration.Registration
    delegates: Sequence[Line]
    duties: Sequence[Duty]
    answered_rounds: frozenset[uuid.UUID] = frozenset()


def cell_boards(congress: Congress, scope: UnitScope) -> list[CellBoard]:
    """One board for each cell somebody answers for, usually one."""
    mine = units.listed(congress.id, scope)
    lists = {each.unit_id: each for each in delegates.registrations(congress, scope)}
    lines = in_order(delegates.lines(congress.id, scope), "unit")
    duties = comments.duties(congress.id, scope)
    answered = frozenset(each.id for each in triage.answers.released_rounds(congress.id))
    return [
        CellBoard(
            unit=unit,
            registration=lists[unit.id],
            delegates=[line for line in lines if line.unit_id == unit.id],
            duties=[duty for duty in duties if duty.unit_id == unit.id],
            answered_rounds=answered,
        )
        for unit in mine
    ]


def counts(congress: Congress, *, with_delegates: bool) -> dict[str, str]:
    """The figures beside the menu's lines, by endpoint."""
    found = {"units.listing": str(units.count(congress.id))}
    if with_delegates:
        found["delegates.listing"] = f"{delegates.count_official(congress.id)}/{congress.official_total}"
    return found

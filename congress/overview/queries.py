"""What the home pages show, gathered from the other features; a fixed number of queries whatever the size."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.agenda import queries as agenda
from congress.allocation import queries as allocation
from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.comments.rules import Duty, RoundTotals
from congress.congresses.models import Congress
from congress.delegates import queries as delegates
from congress.delegates.rules import registration
from congress.delegates.rules.roll import Line, in_order
from congress.overview.rules import Progress
from congress.shared.scope import UnitScope
from congress.triage import queries as triage
from congress.units import queries as units
from congress.units import rules as unit_rules
from congress.units.models import Unit


@dataclass(frozen=True)
class Board:
    """The state of the congress at a glance. A part is None when the reader may not see it."""

    sums: unit_rules.Sums
    gap: unit_rules.Gap
    allocation: allocation.Summary | None
    held: Progress
    official: int
    desk: registration.Desk | None
    owing_lists: Sequence[registration.Registration]
    rounds: Sequence[tuple[CommentRound, RoundTotals]]
    owing_answers: Sequence[Duty]
    programme: agenda.Summary


def board(
    congress: Congress, today: date, *, with_delegates: bool, with_comments: bool, with_allocation: bool
) -> Board:
    """Everything the dashboard shows."""
    everything = UnitScope.everything()
    cells = units.listed(congress.id, everything)
    sums = unit_rules.add_up(unit.figures for unit in cells)
    lists = delegates.registrations(congress, everything) if with_delegates else []
    duties = comments.duties(congress.id, everything) if with_comments else []
    return Board(
        sums=sums,
        gap=unit_rules.quota_gap(sums, congress.official_total, congress.alternate_total),
        allocation=allocation.summary(congress.id) if with_allocation else None,
        held=Progress(sum(unit.held_on is not None for unit in cells), len(cells)),
        official=delegates.count_official(congress.id) if with_delegates else 0,
        desk=registration.add_up(lists, today) if with_delegates else None,
        owing_lists=[each for each in lists if not each.done],
        rounds=comments.totals_of_rounds(congress.id) if with_comments else [],
        owing_answers=[duty for duty in duties if duty.is_open(today)],
        programme=agenda.programme_summary(congress),
    )


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

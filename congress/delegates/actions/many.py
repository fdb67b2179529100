"""Entering several delegates of a cell at once, all or none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from congress.congresses.models import Congress
from congress.database import db
from congress.delegates.actions.records import add, refuse_unless_writable
from congress.delegates.models import Delegate
from congress.journal.actions import Actor
from congress.shared.problems import RowsBroken, RuleBroken
from congress.shared.scope import UnitScope
from congress.units.models import Unit


def add_many(
    congress: Congress,
    unit: Unit,
    rows: Sequence[tuple[Mapping[str, Any], Iterable[str]]],
    *,
    actor: Actor,
    today: date,
    as_reviewer: bool = False,
    visible: UnitScope | None = None,
) -> list[Delegate]:
    """Enter these delegates: fields as `records.add` takes them, and the keys of questions answered for that row.

    Every row is checked against the list and the rows above it. Raises RuleBroken when the list is locked, RowsBroken
    with everything that stands against any row; the caller's transaction then undoes the rows that were fine.
    """
    if not as_reviewer:
        refuse_unless_writable(congress, unit, today)
    added: list[Delegate] = []
    broken: dict[int, RuleBroken] = {}
    for number, (fields, confirmed) in enumerate(rows, start=1):
        try:
            delegate = add(
                congress,
                unit,
                actor=actor,
                today=today,
                as_reviewer=as_reviewer,
                visible=visible,
                confirmed=confirmed,
                **fields,
            )
            db.session.flush()
        except RuleBroken as refusal:
            broken[number] = refusal
        else:
            added.append(delegate)
    if broken:
        raise RowsBroken(broken)
    return added

"""Bringing in a workbook of cells: all of it or nothing, each cell as if it were typed."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor, note
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.meanwhile import Moved, blamed, compare
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import PreviewRow, State, Tell
from congress.spreadsheets.tables import ParsedTable
from congress.spreadsheets.totals import Totals, add_up
from congress.units import queries
from congress.units.actions import records
from congress.units.rules.import_plan import FIELDS, NUMBERS, Entry, Planned, draw_up


def _entries(units: Sequence[Any]) -> list[Entry]:
    return [
        Entry(
            unit.id,
            unit.version,
            {name: getattr(unit, name) for name in FIELDS},
            unit.official_quota,
            unit.alternate_quota,
        )
        for unit in units
    ]


def plan(
    congress_id: uuid.UUID, table: ParsedTable, today: date, answers: Answers, tell: Tell = lambda _done: None
) -> list[Planned]:
    """What the workbook would do to the cells as they stand; writes nothing and keeps no transaction open."""
    entries = _entries(queries.everyone(congress_id))
    db.session.rollback()
    return draw_up(table, entries, today, answers, tell)


def bring_in(
    congress: Congress,
    preview: ImportPreview,
    table: ParsedTable,
    *,
    actor: Actor,
    today: date,
    answers: Answers,
    seen: Sequence[PreviewRow] | None = None,
) -> list[PreviewRow]:
    """Check everything again and write it, each cell through the same acts as typing.

    Raises Moved, and nothing is kept, when it is not what its owner has `seen`, or a rule says no after all.
    """
    units = queries.everyone(congress.id, lock=True)
    known = {unit.id: unit for unit in units}
    planned = draw_up(table, _entries(units), today, answers)
    rows = [each.row for each in planned]
    totals = add_up(rows)
    if seen is not None and (moved := compare(seen, rows)) is not None:
        raise Moved(moved)
    if not totals.importable:
        raise Moved(rows)
    position = queries.next_position(congress.id)
    for each in planned:
        try:
            if each.entry is None:
                fields = _complete(each, position)
                position = max(position, fields["position"] + 1)
                records.add(congress, actor=actor, today=today, **fields)
            elif each.row.does is State.CHANGED:
                version = each.entry.version
                records.change(known[each.entry.id], actor=actor, today=today, version=version, **each.fields)
        except RuleBroken as broken:
            raise Moved(blamed(rows, each.row.number, broken)) from broken
    if totals.writes:
        _sum_up(preview, totals, actor)
    return rows


def _complete(planned: Planned, position: int) -> dict[str, Any]:
    """The fields of a new cell: numbers that were not given are zero, its printed place is the next."""
    given = {name: value for name, value in planned.fields.items() if value is not None}
    return dict.fromkeys(NUMBERS, 0) | {"position": position} | given


def _sum_up(preview: ImportPreview, totals: Totals, actor: Actor) -> None:
    """One line of the journal for the whole file, besides those of its cells."""
    note(
        actor,
        N_("Nhập chi bộ từ tệp"),
        preview,
        label=preview.file_name,
        changes={
            "rows_added": [None, totals.adds],
            "rows_changed": [None, totals.changes],
            "rows_kept": [None, totals.keeps],
        },
    )

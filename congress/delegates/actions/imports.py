"""Bringing in a workbook of delegates: all of it or nothing, each record as if it were typed."""

import uuid
from collections.abc import Sequence
from datetime import date

from congress.congresses.models import Congress
from congress.database import db
from congress.delegates import permissions, queries
from congress.delegates.actions import records
from congress.delegates.models import Delegate
from congress.delegates.rules.company import Place, Places
from congress.delegates.rules.import_plan import Planned, draw_up
from congress.delegates.rules.import_rows import Terms
from congress.delegates.rules.registration import Window
from congress.journal.actions import Actor, note
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.meanwhile import Moved, blamed, compare
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import PreviewRow, State, Tell
from congress.spreadsheets.tables import ParsedTable
from congress.spreadsheets.totals import Totals, add_up
from congress.units import queries as units
from congress.units.models import Unit

name_fields(
    "import_preview",
    file_name=N_("Tên tệp"),
    rows_added=N_("Số dòng thêm mới"),
    rows_changed=N_("Số dòng thay đổi"),
    rows_kept=N_("Số dòng giữ nguyên"),
)


def terms_of(
    congress: Congress,
    *,
    scope: UnitScope,
    visible: UnitScope,
    as_reviewer: bool,
    today: date,
    only: uuid.UUID | None = None,
) -> Terms:
    """Who imports into which cells, with the cells as they stand."""
    history = queries.registration_rows(congress.id)
    cells = units.listed(congress.id, UnitScope.everything())
    issued = queries.has_quotas(cells)
    places = [
        Place(
            unit.id,
            unit.code,
            unit.name,
            unit.held_on,
            unit.official_quota,
            unit.alternate_quota,
            Window(congress.registration_closes_on, row.reopened_until if (row := history.get(unit.id)) else None),
            issued or bool(unit.official_quota or unit.alternate_quota),
        )
        for unit in cells
    ]
    return Terms(
        Places(places),
        scope,
        visible,
        as_reviewer,
        today,
        only,
        congress.official_total,
        congress.delegate_cap,
        refuse_sent=lambda review: permissions.refuse_sent(review, as_reviewer=as_reviewer),
    )


def plan(
    congress_id: uuid.UUID, table: ParsedTable, terms: Terms, answers: Answers, tell: Tell = lambda _done: None
) -> list[Planned]:
    """What the workbook would do to the registry as it stands; writes nothing and keeps no transaction open."""
    entries = queries.entries(congress_id)
    db.session.rollback()
    return draw_up(table, entries, terms, answers, tell)


def bring_in(
    congress: Congress,
    preview: ImportPreview,
    table: ParsedTable,
    *,
    actor: Actor,
    terms: Terms,
    answers: Answers,
    seen: Sequence[PreviewRow] | None = None,
) -> list[PreviewRow]:
    """Check everything again and write it, each record through the same acts as typing.

    Raises Moved, and nothing is kept, when it is not what its owner has `seen`, or a rule says no after all.
    """
    known = {unit.id: unit for unit in queries.locked_units(congress.id)}
    planned = draw_up(table, queries.entries(congress.id), terms, answers)
    rows = [each.row for each in planned]
    totals = add_up(rows)
    if seen is not None and (moved := compare(seen, rows)) is not None:
        raise Moved(moved)
    if not totals.importable:
        raise Moved(rows)
    touched = [each.entry.id for each in planned if each.entry is not None and each.row.does is State.CHANGED]
    delegates = {delegate.id: delegate for delegate in queries.several(congress.id, terms.scope, touched)}
    for each in planned:
        try:
            _write(congress, each, known, delegates, actor, terms)
        except RuleBroken as broken:
            raise Moved(blamed(rows, each.row.number, broken)) from broken
    if totals.writes:
        _sum_up(preview, totals, actor)
    return rows


def _write(
    congress: Congress,
    planned: Planned,
    known: dict[uuid.UUID, Unit],
    delegates: dict[uuid.UUID, Delegate],
    actor: Actor,
    terms: Terms,
) -> None:
    if planned.row.does is State.FOUND or planned.unit_id is None:
        return
    acting = {
        "actor": actor,
        "today": terms.today,
        "as_reviewer": terms.as_reviewer,
        "visible": terms.visible,
        "confirmed": planned.row.confirmed,
        "others": planned.others,
    }
    unit = known[planned.unit_id]
    if planned.entry is None:
        records.add(congress, unit, **acting, **planned.fields)  # type: ignore[arg-type]
        return
    delegate, version = delegates[planned.entry.id], planned.entry.version
    records.change(congress, delegate, unit, version=version, **acting, **planned.fields)  # type: ignore[arg-type]


def _sum_up(preview: ImportPreview, totals: Totals, actor: Actor) -> None:
    """One line of the journal for the whole file, besides those of its records."""
    note(
        actor,
        N_("Nhập đại biểu từ tệp"),
        preview,
        label=preview.file_name,
        changes={
            "rows_added": [None, totals.adds],
            "rows_changed": [None, totals.changes],
            "rows_kept": [None, totals.keeps],
        },
    )

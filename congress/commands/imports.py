"""`congress import`: a workbook of cells or delegates from the command line, with the preview the pages show."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from congress.accounts.actions import Administrator
from congress.commands import Refusal
from congress.commands.office import congress_of, prepared
from congress.config import Settings
from congress.congresses.models import Congress
from congress.database import now, transaction
from congress.delegates.actions import imports as delegates
from congress.delegates.sheets import incoming
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.spreadsheets import limits
from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.matching import parse_list
from congress.spreadsheets.meanwhile import Moved
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import STATES, PreviewRow, Remark, State, Weight
from congress.spreadsheets.previews import LIFETIME
from congress.spreadsheets.reader import read_tables
from congress.spreadsheets.tables import ColumnSpec, ParsedTable
from congress.spreadsheets.totals import Totals, add_up
from congress.units import sheets as unit_sheets
from congress.units.actions import imports as units

COLUMNS: dict[str, Sequence[ColumnSpec]] = {"units": unit_sheets.INCOMING, "delegates": incoming.INCOMING}
NOTHING = "nothing"
"""What a row with an error does."""
DRY_RUN_DONE = "Kiểm tra xong, chưa ghi gì. (Dry run: nothing was written.)"


@click.command("import")
@click.argument("kind", type=click.Choice(sorted(COLUMNS)))
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--congress", "slug", required=True, help="Tên ngắn của đại hội. Short name of the congress.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước. Show what would happen and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="In ra JSON. Print JSON.")
@click.option(
    "--confirm-unlikely", is_flag=True, help="Những điều khác thường đều đúng. What is merely unlikely is so."
)
@click.pass_obj
def import_workbook(
    settings: Settings, kind: str, file: Path, slug: str, dry_run: bool, as_json: bool, confirm_unlikely: bool
) -> None:
    """Nhập chi bộ (units) hoặc đại biểu (delegates) từ tệp XLSX, ODS, CSV; “-” là đầu vào chuẩn.

    Import cells or delegates from a workbook: all of it or nothing. Prints every row with its state; exit 0 when it was
    imported (or could be), 2 when it was refused: errors, rows that are not certain, a file that cannot be read.
    """
    with prepared(settings).app_context():
        congress = congress_of(slug)
        content, name = _content(file)
        table = parse_list(read_tables(content, name), COLUMNS[kind])
        answers = Answers(everything=confirm_unlikely)
        rows = _planned(kind, congress, table, answers)
        imported = False
        if add_up(rows).importable and not dry_run:
            rows, imported = _bring_in(kind, congress_of(slug), table, answers, name)
        click.echo(_as_json(table, rows, imported) if as_json else _as_table(table, rows, imported))
        _conclude(rows, imported)


def _content(file: Path) -> tuple[bytes, str]:
    """The file, or standard input, which is told apart by what it holds."""
    try:
        if str(file) == "-":
            content = sys.stdin.buffer.read(limits.LARGEST_FILE + 1)
            return content, "stdin.xlsx" if content.startswith(b"PK") else "stdin.csv"
        with file.open("rb") as handle:
            return handle.read(limits.LARGEST_FILE + 1), file.name
    except OSError as error:
        raise Refusal(f"Không đọc được tệp {file}: {error.strerror}. (The file cannot be read.)") from error


def _terms(congress: Congress) -> Any:
    """The administrator of the machine enters delegates as a reviewer, for every cell."""
    everything = UnitScope.everything()
    return delegates.terms_of(congress, scope=everything, visible=everything, as_reviewer=True, today=clock.today())


def _planned(kind: str, congress: Congress, table: ParsedTable, answers: Answers) -> list[PreviewRow]:
    if kind == "units":
        return [each.row for each in units.plan(congress.id, table, clock.today(), answers)]
    return [each.row for each in delegates.plan(congress.id, table, _terms(congress), answers)]


def _bring_in(
    kind: str, congress: Congress, table: ParsedTable, answers: Answers, name: str
) -> tuple[list[PreviewRow], bool]:
    """Write it: the rows, and whether they were written; what the journal speaks of is a preview nobody keeps."""
    moment = now()
    preview = ImportPreview(
        congress_id=congress.id, kind=kind, file_name=name[-200:], started_at=moment, expires_at=moment + LIFETIME
    )
    actor = Administrator()
    try:
        with transaction():
            if kind == "units":
                today = clock.today()
                rows = units.bring_in(congress, preview, table, actor=actor, today=today, answers=answers)
            else:
                terms = _terms(congress)
                rows = delegates.bring_in(congress, preview, table, actor=actor, terms=terms, answers=answers)
    except Moved as moved:
        return list(moved.rows), False
    return rows, True


def _conclude(rows: Sequence[PreviewRow], imported: bool) -> None:
    """The last word on standard error; a refusal where something stands against it."""
    totals = add_up(rows)
    if not totals.rows:
        raise Refusal("Tệp không có dòng nào để nhập. (No rows.)")
    if totals.error or totals.waiting:
        raise Refusal(
            f"Không nhập: {totals.error} dòng có lỗi, {totals.waiting} dòng cần trả lời. Chưa ghi gì. "
            "(Refused: errors or rows that are not certain; nothing was written.)"
        )
    if not imported:
        click.echo(DRY_RUN_DONE, err=True)


def _as_json(table: ParsedTable, rows: Sequence[PreviewRow], imported: bool) -> str:
    """Every row with its state, cells and problems, and the totals."""
    found = {
        "sheet": table.sheet,
        "head_row": table.head_row,
        "columns": dict(table.letters),
        "unknown_columns": list(table.unknown),
        "skipped": [{"row": each.number, "text": each.text, "reason": each.reason} for each in table.skipped],
        "rows": [_row(table, row) for row in rows],
        "totals": _totals(add_up(rows)),
        "written": _written(add_up(rows), imported),
        "imported": imported,
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _totals(totals: Totals) -> dict[str, int]:
    return {"rows": totals.rows, **{state.value: getattr(totals, state.value) for state in State},
            "waiting": totals.waiting}  # fmt: skip


def _written(totals: Totals, imported: bool) -> dict[str, int]:
    """What has been written: nothing at all unless the whole file was imported."""
    return {"added": totals.adds if imported else 0, "changed": totals.changes if imported else 0}


def _row(table: ParsedTable, row: PreviewRow) -> dict[str, Any]:
    cells = {
        key: {"column": table.letters[key], "state": cell.state.value, "value": cell.value}
        | ({"before": cell.before} if cell.state is State.CHANGED or cell.before else {})
        for key, cell in row.cells.items()
    }
    return {
        "row": row.number,
        "state": row.state.value,
        "label": row.label,
        "does": NOTHING if row.has_errors else row.does.value,
        "cells": cells,
        "problems": [_problem(table, row, remark) for remark in row.remarks],
    } | ({"candidates": [_candidate(each) for each in row.candidates] + [{"id": A_NEW_ONE}]} if row.unsure else {})


def _candidate(candidate: Any) -> dict[str, str]:
    return {"id": candidate.id, "label": candidate.label}


def _problem(table: ParsedTable, row: PreviewRow, remark: Remark) -> dict[str, Any]:
    kind = "confirmed" if remark.weight is Weight.QUESTION and remark.key in row.confirmed else remark.weight.value
    return {
        "cell": remark.column,
        "column": table.letters.get(remark.column, ""),
        "kind": kind,
        "message": remark.sentence,
    }


def _as_table(table: ParsedTable, rows: Sequence[PreviewRow], imported: bool) -> str:
    """A line for each row, under it what changes and what stands against it, and the totals at the end."""
    lines = [line for row in rows for line in _lines(table, row)]
    lines += [f"  ({each.number})  bỏ qua: {each.text[:60]} — {each.reason}" for each in table.skipped]
    if table.unknown:
        lines.append(f"  Cột không dùng: {', '.join(table.unknown)}")
    totals = add_up(rows)
    said = [f"{STATES[state].lower()} {n}" for state in State if (n := getattr(totals, state.value))]
    written = f"Đã ghi: thêm {totals.adds}, thay đổi {totals.changes}." if imported else "Chưa dòng nào được ghi."
    return "\n".join([*lines, f"Tổng {totals.rows} dòng: {', '.join(said) or 'không có'}. {written}"])


def _lines(table: ParsedTable, row: PreviewRow) -> list[str]:
    lines = [f"{row.number:>5}  {STATES[row.state]:<20} {row.label}".rstrip()]
    lines += [
        f"       {table.letters[key]}: {cell.before or '(trống)'} → {cell.value or '(trống)'}"
        for key, cell in row.cells.items()
        if cell.state is State.CHANGED
    ]
    for remark in row.remarks:
        cell = row.cells.get(remark.column)
        at = f"{table.letters[remark.column]}: “{cell.value}” " if cell else ""
        lines.append(f"       {at}{remark.sentence}")
    if row.unsure:
        lines += [f"       ? {each.label}" for each in row.candidates]
        lines.append("       ? hoặc là một bản ghi mới; hãy ghi thêm số thẻ, ngày sinh hoặc mã để phân biệt")
    return lines

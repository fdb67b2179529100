"""Between looking and importing: what has moved since a preview was seen, what a rule said to a row being written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.preview import PreviewRow, Remark, State, Weight


class Moved(Exception):
    """Nothing was imported: what the owner saw does not hold any more; `rows` is a fresh preview that says where."""

    def __init__(self, rows: Sequence[PreviewRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)


CHANGED_MEANWHILE = N_(
    "Dữ liệu đã thay đổi sau khi lập bản xem trước nên dòng này không còn như đã xem. Chưa có gì được ghi: "
    "hãy xem lại rồi xác nhận."
)


def compare(seen: Sequence[PreviewRow], fresh: Sequence[PreviewRow]) -> list[PreviewRow] | None:
    """None when `fresh` says what its owner has `seen`; else the fresh rows, with a sentence on those that moved."""
    before = {row.number: row for row in seen}
    moved = {row.number for row in fresh if _moved(before.get(row.number), row)}
    if not moved:
        return None
    return [row if row.number not in moved else with_remark(row, _MEANWHILE) for row in fresh]


_MEANWHILE = Remark("", CHANGED_MEANWHILE, weight=Weight.ADVICE)


def _moved(seen: PreviewRow | None, fresh: PreviewRow) -> bool:
    if seen is None or _substance(seen) != _substance(fresh):
        return True
    return fresh.does is State.CHANGED and seen.version != fresh.version


def _substance(row: PreviewRow) -> tuple[Any, ...]:
    """What an import rests on: whom the row speaks of, what it does, and what stands against it."""
    said = {(each.column, each.message, each.key, each.weight) for each in row.remarks if each != _MEANWHILE}
    return row.does, row.record, dict(row.cells), said, row.confirmed


def with_remark(row: PreviewRow, remark: Remark) -> PreviewRow:
    """The row with a further sentence."""
    return replace(row, remarks=(*row.remarks, remark))


def blamed(rows: Sequence[PreviewRow], number: int | None, found: RuleBroken) -> list[PreviewRow]:
    """The rows with what a rule said while they were written: on the row it named, else on the first that writes."""
    named = {row.number for row in rows}
    first = next((row.number for row in rows if row.does is not State.FOUND), rows[0].number if rows else None)
    target = number if number in named else first
    return [with_remark(row, Remark.of(found, row.cells)) if row.number == target else row for row in rows]

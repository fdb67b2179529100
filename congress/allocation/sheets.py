"""The table of an allocation as a workbook: the columns of domain.md §2.4, with the sentence of every cell."""

from collections.abc import Mapping
from typing import Any

from congress.allocation.models import AllocationPlan, PlanLine
from congress.allocation.rules.explain import Explanation
from congress.allocation.rules.shares import Allocation
from congress.shared.vietnamese import date_on_paper
from congress.spreadsheets.workbook import SheetColumn, write_workbook

COLUMNS = (
    SheetColumn("STT", 6),
    SheetColumn("Mã", 10),
    SheetColumn("Chi bộ, đảng bộ", 36),
    SheetColumn("Số đảng viên chính thức", 12),
    SheetColumn("ĐB đương nhiên", 12),
    SheetColumn("ĐB bầu chính thức", 12),
    SheetColumn("ĐB dự khuyết", 12),
    SheetColumn("ĐB chỉ định", 12),
    SheetColumn("Tổng (không kể dự khuyết)", 14),
    SheetColumn("Cơ cấu", 24),
    SheetColumn("Vì sao", 70),
)


def workbook(title: str, plan: AllocationPlan, allocation: Allocation | None, told: Mapping[str, Explanation]) -> bytes:
    """The plan's table; without figures where the plan cannot be kept."""
    rows = [_row(number, line, allocation, told) for number, line in enumerate(plan.lines, start=1)]
    notes = [title, f"{plan.name}: {plan.method.label}; mức nền {plan.base}; dự phòng {plan.reserve}"]
    if plan.frozen_on:
        notes.append(f"Số đảng viên chốt ngày {date_on_paper(plan.frozen_on)}")
    sums = ["", "", f"Tổng {len(rows)}", *(sum(row[at] or 0 for row in rows) for at in range(3, 9)), "", ""]
    return write_workbook("PHÂN BỔ ĐẠI BIỂU", COLUMNS, rows, notes=notes, totals=sums if rows else ())


def _row(number: int, line: PlanLine, allocation: Allocation | None, told: Mapping[str, Explanation]) -> list[Any]:
    official = allocation.official.by_key[line.key].seats if allocation else None
    alternate = allocation.alternate.by_key[line.key].seats if allocation else None
    total = None if official is None else official + line.ex_officio + line.appointed
    why = told[line.key].sentence.text() if line.key in told else ""
    return [
        number, line.code, line.name, line.members, line.ex_officio, official, alternate, line.appointed,
        total, line.structure, why,
    ]  # fmt: skip

"""The columns of the workbook of comments."""

from collections.abc import Sequence

from congress.comments.rules import Opinion
from congress.spreadsheets.workbook import SheetColumn, write_workbook

COLUMNS = (
    SheetColumn("STT", 6),
    SheetColumn("Văn kiện", 28),
    SheetColumn("Đề mục", 30),
    SheetColumn("Vị trí", 12),
    SheetColumn("Nguyên văn dự thảo", 50),
    SheetColumn("Chi bộ", 26),
    SheetColumn("Mức đồng ý", 18),
    SheetColumn("Nội dung đề nghị", 50),
    SheetColumn("Lý do", 40),
    SheetColumn("Loại ý kiến", 14),
    SheetColumn("Số tán thành", 12),
    SheetColumn("Người phát biểu", 24),
)


def workbook(title: str, opinions: Sequence[Opinion], notes: Sequence[str]) -> bytes:
    """All comments in the order of the draft, one per row."""
    rows = (
        (
            number,
            each.document,
            each.heading,
            each.place,
            each.quoted,
            each.unit_name,
            each.stance.label,
            each.proposed,
            each.reason,
            each.kind.label if each.kind else "",
            "" if each.supporters is None else each.supporters,
            each.speaker,
        )
        for number, each in enumerate(opinions, start=1)
    )
    totals = ["", f"Tổng {len(opinions)} ý kiến"]
    return write_workbook(title, COLUMNS, rows, notes=notes, totals=totals)

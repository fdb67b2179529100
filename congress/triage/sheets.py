"""The columns of the workbook of acceptance and explanation."""

from collections.abc import Sequence

from congress.spreadsheets.workbook import SheetColumn, write_workbook
from congress.triage.rules.answers import Answered

COLUMNS = (
    SheetColumn("STT", 6),
    SheetColumn("Văn kiện", 28),
    SheetColumn("Đề mục", 30),
    SheetColumn("Vị trí", 12),
    SheetColumn("Nội dung góp ý", 60),
    SheetColumn("Nơi góp ý", 36),
    SheetColumn("Số ý kiến", 10),
    SheetColumn("Hướng xử lý", 26),
    SheetColumn("Lý do, giải trình", 50),
    SheetColumn("Câu chữ mới", 50),
    SheetColumn("Vị trí sửa", 26),
)


def workbook(title: str, answered: Sequence[Answered], notes: Sequence[str]) -> bytes:
    """One row per point or lone comment, in the order given."""
    rows = (
        (
            number,
            each.first.document,
            each.first.heading,
            each.first.place,
            each.said,
            "; ".join(each.cells),
            len(each.opinions),
            each.handled,
            each.reason,
            each.wording,
            "; ".join(each.landed),
        )
        for number, each in enumerate(answered, start=1)
    )
    totals = ["", f"Tổng {sum(len(each.opinions) for each in answered)} ý kiến, {len(answered)} điểm"]
    return write_workbook(title, COLUMNS, rows, notes=notes, totals=totals)

"""A credentials report, and the structure board, as workbooks: the same figures, one line each."""

from collections.abc import Iterator
from typing import Any

from congress.credentials.models import CredentialsReport
from congress.credentials.rules.figures import Figures
from congress.credentials.rules.structure import Board, Figure
from congress.delegates.rules.traits import named
from congress.shared.vietnamese import date_on_paper, percent
from congress.spreadsheets.workbook import SheetColumn, write_workbook

COLUMNS = (
    SheetColumn("STT", 6),
    SheetColumn("Mục", 28),
    SheetColumn("Chỉ tiêu", 40),
    SheetColumn("Số lượng", 12),
    SheetColumn("Tỷ lệ (%)", 12),
)


def workbook(report: CredentialsReport) -> bytes:
    """Every figure and sentence of the report as it was kept, its base named above."""
    figures = report.kept
    notes = [
        report.setting["title"],
        f"Báo cáo số {report.number}, {report.moment.label.lower()}, ngày {date_on_paper(report.day)}",
        f"Tỷ lệ tính trên {figures.counted} {report.counted_on.label}",
    ]
    rows = [[number, *row] for number, row in enumerate(_rows(report, figures), start=1)]
    return write_workbook("THẨM TRA TƯ CÁCH ĐẠI BIỂU", COLUMNS, rows, notes=notes)


def _rows(report: CredentialsReport, figures: Figures) -> Iterator[list[Any]]:
    summons = "Triệu tập"
    present = "Có mặt (Ban Thẩm tra ghi)" if report.presence_typed else "Có mặt"
    yield [summons, "Theo quyết định", figures.decided, ""]
    yield [summons, "Được triệu tập", figures.summoned, ""]
    yield [summons, present, report.present, percent(report.present, figures.summoned)]
    yield [summons, "Vắng mặt", figures.absent, percent(figures.absent, figures.summoned)]
    yield [summons, "Chưa đánh dấu", figures.unmarked, ""]
    yield [summons, "Dự khuyết thành chính thức", figures.promoted, ""]
    for block in figures.blocks:
        for row in block.rows:
            yield [block.title, row.label, row.count, percent(row.count, figures.counted)]
        yield [block.title, "Cộng", block.total, percent(block.total, figures.counted)]
    yield ["Tuổi đời", "Bình quân", figures.average_age, ""]
    yield ["Tuổi Đảng", "Bình quân", figures.average_party_age, ""]
    for title, label, people in (
        ("Tuổi đời", "Trẻ tuổi nhất", figures.youngest),
        ("Tuổi đời", "Cao tuổi nhất", figures.oldest),
        ("Tuổi Đảng", "Cao nhất", figures.longest),
        ("Tuổi Đảng", "Thấp nhất", figures.shortest),
    ):
        for each in people:
            yield [title, f"{label}: {each.name}, {each.unit}", each.detail.replace("|", ", "), ""]
    yield ["Khen thưởng", "Có ghi khen thưởng", figures.honoured, percent(figures.honoured, figures.counted)]
    yield ["Kỷ luật", "Có ghi kỷ luật", figures.disciplined, percent(figures.disciplined, figures.counted)]
    for found in report.contradictions:
        said = found["message"] % found["values"] if found["values"] else found["message"]
        yield ["Chênh lệch", said, found["right"] - found["left"], report.explanations.get(found["key"], "")]
    yield ["Kết luận", "Đủ tư cách, đề nghị công nhận" if report.by_committee else "Đủ tư cách", report.qualified, ""]
    for line in report.refused.lines:
        yield ["Không công nhận", line, 1, ""]
    if report.complaints:
        yield ["Khiếu nại", report.complaints, "", ""]


STRUCTURE_COLUMNS = (
    SheetColumn("Phạm vi", 34),
    SheetColumn("Nhóm", 28),
    SheetColumn("Mục", 34),
    SheetColumn("Số người", 12),
    SheetColumn("Tỷ lệ (%)", 12),
    SheetColumn("Ít nhất", 12),
    SheetColumn("Còn thiếu", 12),
)


def structure_workbook(title: str, board: Board) -> bytes:
    """The board: the whole congress by groups, then every cell with what its row shows, a line for each figure."""
    received = ", chỉ tính người đã nhận" if board.received else ""
    notes = [
        title,
        f"Tính trên {board.structure.whole} đại biểu {board.standing.label.lower()} dự đại hội{received}, "
        f"tuổi tính đến ngày {date_on_paper(board.day)}",
    ]
    rows = [
        ["Toàn đại hội", table.group.title, figure.trait.label, *_held(figure)]
        for table in board.structure.tables
        for figure in table.figures
    ]
    rows += [
        [row.unit, "Từng chi bộ", named(figure.trait.key), *_held(figure)]
        for row in board.cells.rows
        for figure in row.figures
    ]
    return write_workbook("CƠ CẤU ĐẠI BIỂU", STRUCTURE_COLUMNS, rows, notes=notes)


def _held(figure: Figure) -> list[Any]:
    """A figure against its target; nothing stands where there is none."""
    against = ["", ""] if figure.needed is None else [figure.needed, figure.lacking]
    return [figure.count, percent(figure.count, figure.whole), *against]

"""The columns of the workbook of acceptance and explanation."""

from collections.abc import Sequence

from congress.spreadsheets.workbook import SheetColumn, write_workbook
from congress.triage.rules.answers import Answered, Arrangement, Choice, Part


def columns(choice: Choice) -> list[SheetColumn]:
    """The columns that are wanted, as on paper; the place stands in columns of its own, to be sorted and filtered."""
    cells = Part.CELLS in choice.parts and choice.arrangement is not Arrangement.BY_CELL
    wanted = [SheetColumn("STT", 6)]
    wanted += [SheetColumn("Chi bộ", 30)] if choice.arrangement is Arrangement.BY_CELL else []
    wanted += [SheetColumn("Văn kiện", 28), SheetColumn("Đề mục", 30), SheetColumn("Vị trí", 12)]
    wanted += [SheetColumn("Nội dung góp ý", 60)]
    wanted += [SheetColumn("Nơi góp ý" if cells else "Người nêu ý kiến", 36)] if choice.names else []
    wanted += [SheetColumn("Số ý kiến", 10)] if Part.COUNT in choice.parts else []
    wanted += [SheetColumn("Hướng xử lý", 26)]
    more = {Part.REASON: ("Lý do, giải trình", 50), Part.WORDING: ("Câu chữ mới", 50), Part.LANDED: ("Vị trí sửa", 26)}
    return wanted + [SheetColumn(*column) for part, column in more.items() if part in choice.parts]


def _row(title: str, each: Answered, choice: Choice, who: str) -> list[object]:
    row: list[object] = [title] if choice.arrangement is Arrangement.BY_CELL else []
    row += [each.first.document, each.first.heading, each.first.place, each.said]
    row += [who] if choice.names else []
    row += [len(each.opinions)] if Part.COUNT in choice.parts else []
    row += [each.handled]
    more = {Part.REASON: each.reason, Part.WORDING: each.wording, Part.LANDED: "; ".join(each.landed)}
    return row + [value for part, value in more.items() if part in choice.parts]


def workbook(
    title: str, answered: Sequence[Answered], choice: Choice, cells: Sequence[str], notes: Sequence[str]
) -> bytes:
    """One row per point or lone comment in the order chosen; by cell a shared point has a row under each of them."""
    found = [(group, each) for group in choice.groups(answered, cells) for each in group.lines]
    rows = (
        [number, *_row(group.title, each, choice, choice.who(each, group.unit_name))]
        for number, (group, each) in enumerate(found, start=1)
    )
    totals = ["", f"Tổng {sum(len(each.opinions) for each in answered)} ý kiến, {len(answered)} điểm"]
    return write_workbook(title, columns(choice), rows, notes=notes, totals=totals)

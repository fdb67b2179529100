"""The list of alternates with their ranks: who comes next in each cell, and with how many votes."""

from collections.abc import Sequence
from datetime import date

from congress.congresses.models import Congress
from congress.delegates import queries
from congress.delegates.printouts.words import styled
from congress.delegates.rules import roll
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing, Status
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import percent, two_digits

COLUMNS = (
    Column("STT", 10, "stt"),
    Column("Họ và tên", 42, "name"),
    Column("Ngày sinh", 23, "date"),
    Column("Chức vụ, đơn vị công tác", 42),
    Column("Thứ hạng", 15, "centre"),
    Column("Số phiếu", 18, "centre", "Kết quả bầu"),
    Column("Tỷ lệ (%)", 17, "centre", "Kết quả bầu"),
    Column("Ghi chú", 20),
)


def alternates(congress: Congress, *, today: date, scope: UnitScope | None = None) -> Printout:
    """The alternates of each cell in the order in which they take the place of an official delegate who falls out."""
    everyone = queries.lines(congress.id, scope or UnitScope.everything())
    lines = roll.in_order((line for line in everyone if line.standing is Standing.ALTERNATE and line.current), "unit")
    groups = [
        Group(f"{unit} — {two_digits(len(members))} đại biểu dự khuyết", [_row(line) for line in members])
        for _unit_id, unit, members in roll.in_groups(lines)
    ]
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    return Printout(
        template="delegates/printouts/list.html",
        filename=file_name(congress.slug, "Danh sách đại biểu dự khuyết theo thứ hạng", today),
        title=f"Danh sách đại biểu dự khuyết theo thứ hạng {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        context={
            "heading": Heading(
                superior=congress.superior, issuer=styled(congress, congress.committee), place=congress.name, date=today
            ),
            "title": Title(
                kind="Danh sách",
                subject=f"đại biểu dự khuyết xếp theo thứ hạng\ndự {what} "
                f"{styled(congress, congress.organisation)} lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}",
                note="(Trong từng chi bộ, theo số phiếu từ cao xuống thấp)",
            ),
            "table": Table(COLUMNS, groups, size=11),
            "sentence": _sentence(lines, len(groups)),
            "invented": congress.invented,
            "signature": Signature(
                authority="T/M Ban Thường vụ",
                position="Bí thư",
                recipients=(styled(congress, "Lưu Văn phòng Đảng ủy"),),
            ),
        },
    )


def _row(line: Line) -> list[str | None]:
    votes = None if line.votes is None else f"{line.votes}/{line.ballots}" if line.ballots else str(line.votes)
    share = percent(line.votes, line.ballots) if line.votes is not None and line.ballots else None
    status = "" if line.status is Status.NAMED else line.status.label
    return [
        line.full_name,
        line.birth.label if line.birth else "",
        line.work,
        str(line.rank or ""),
        votes,
        share,
        "; ".join(filter(None, (status, line.remarks))),
    ]


def _sentence(lines: Sequence[Line], cells: int) -> str:
    if not lines:
        return "Chưa có đại biểu dự khuyết nào."
    return f"Danh sách có {two_digits(len(lines))} đại biểu dự khuyết của {two_digits(cells)} chi bộ."

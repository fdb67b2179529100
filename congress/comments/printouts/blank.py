"""The sheet on paper, for a cell that writes with the pen; its fields are those of the page (domain.md §6.3 [C])."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.comments.models import CommentRound, Respondent
from congress.comments.rules.codes import code_of
from congress.comments.vocabulary import CommentKind
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper
from congress.units.models import Unit

ROWS = 6
PEN = "." * 12
COLUMNS = (
    Column("STT", 9, "stt"),
    Column("Trang, dòng hoặc đoạn", 24, "sign"),
    Column("Loại ý kiến", 20),
    Column("Nội dung đề nghị (ghi nguyên văn)", 62),
    Column("Lý do", 34),
    Column("Số tán thành", 16),
)


@dataclass(frozen=True)
class Blank:
    """One cell's sheet as the template draws it."""

    heading: Heading
    title: Title
    code: str
    lines: tuple[str, ...]
    drafts: tuple[tuple[str, Table], ...]
    signature: Signature


def blank_sheets(
    congress: Congress, round_: CommentRound, cells: Sequence[Unit | Respondent], *, today: date
) -> Printout:
    """A sheet for each of these cells, each on its own pages, with its code."""
    one = f" {cells[0].code or cells[0].name}" if len(cells) == 1 else ""
    return Printout(
        template="comments/printouts/blank.html",
        filename=file_name(congress.slug, f"Phiếu góp ý{one}", today),
        title=f"Phiếu góp ý: {round_.title}",
        author=congress.committee,
        date=today,
        context={
            "sheets": [_blank(congress, round_, unit, today) for unit in cells],
            "kinds": "; ".join(kind.label.lower() for kind in CommentKind),
            "questions": tuple(round_.asked),
        },
    )


def _blank(congress: Congress, round_: CommentRound, unit: Unit | Respondent, today: date) -> Blank:
    cell = isinstance(unit, Unit)
    members = str(unit.members) if unit.members else PEN
    return Blank(
        heading=Heading(
            superior=congress.committee, issuer=unit.name, place=congress.name, date=None, year=round_.closes_on.year
        ),
        title=Title(
            kind="Phiếu góp ý",
            subject=f"dự thảo văn kiện\n{round_.title}",
            note=f"Gửi về Tiểu ban Văn kiện trước hết ngày {date_on_paper(round_.closes_on)}",
        ),
        code=code_of(round_.id, unit.id),
        lines=(
            f"Ngày họp: {PEN}{PEN}. Chủ trì: {PEN}{PEN}{PEN}{PEN}{PEN}",
            f"Thư ký: {PEN}{PEN}{PEN}{PEN}{PEN}",
            f"{'Số đảng viên' if cell else 'Số người được mời'}: {members}. Dự họp: {PEN}. Phát biểu: {PEN}",
            f"[    ] {'Chi bộ không' if cell else 'Không'} có ý kiến (đánh dấu x)",
        ),
        drafts=tuple((draft.version.full_title, _table()) for draft in round_.drafts),
        signature=Signature(authority="T/M Chi bộ", position="Bí thư") if cell else Signature(position="Đại diện"),
    )


def _table() -> Table:
    return Table(COLUMNS, [Group("", [("", "", "\n\n", "", "") for _row in range(ROWS)])], size=11)

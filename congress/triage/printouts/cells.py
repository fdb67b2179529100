"""The answer to each cell: what you said, what was decided, where it stands now (domain.md §6.5 [C])."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from congress.comments.models import CommentRound
from congress.comments.rules import Opinion
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper
from congress.triage.rules.answers import Answered, of_one_cell, words_of
from congress.units.models import Unit

COLUMNS = (
    Column("STT", 9, "stt"),
    Column("Chi bộ góp ý", 62),
    Column("Hướng xử lý", 28),
    Column("Lý do, câu chữ mới", 45),
    Column("Vị trí sửa", 22),
)


@dataclass(frozen=True)
class CellPaper:
    """One cell's answer as the template draws it."""

    heading: Heading
    title: Title
    opening: str
    table: Table
    closing: str
    signature: Signature


def answers_paper(
    congress: Congress, round_: CommentRound, answered: Sequence[Answered], units: Sequence[Unit], *, today: date
) -> Printout:
    """A paper for each of these cells that has said something, each on its own pages."""
    papers = [_paper(congress, round_, unit, said, today) for unit in units if (said := of_one_cell(answered, unit.id))]
    thing = f"Trả lời góp ý {units[0].code or units[0].name}" if len(units) == 1 else "Trả lời góp ý các chi bộ"
    return Printout(
        template="triage/printouts/cells.html",
        filename=file_name(congress.slug, thing, today),
        title=f"Trả lời góp ý: {round_.title}",
        author=congress.committee,
        date=today,
        context={"papers": papers},
    )


def _paper(
    congress: Congress, round_: CommentRound, unit: Unit, said: Sequence[tuple[Opinion, Answered]], today: date
) -> CellPaper:
    decided = sum(bool(each.disposition) for _opinion, each in said)
    opening = (
        f"Tiểu ban Văn kiện trân trọng cảm ơn {unit.name} đã gửi {len(said)} ý kiến vào dự thảo văn kiện "
        f"({round_.title}). Đến ngày {date_on_paper(today)}, {decided} ý kiến đã có hướng xử lý như sau:"
    )
    left = len(said) - decided
    closing = f"{left} ý kiến còn lại đang được xử lý và sẽ được trả lời sau." if left else ""
    return CellPaper(
        heading=Heading(
            superior=congress.superior,
            issuer=congress.committee,
            acting="Tiểu ban Văn kiện",
            place=congress.name,
            date=today,
        ),
        title=Title(kind="Trả lời ý kiến góp ý", subject=f"của {unit.name}"),
        opening=opening,
        table=Table(COLUMNS, _groups(said), size=12),
        closing=closing,
        signature=Signature(
            authority="T/M Tiểu ban Văn kiện", position="Trưởng tiểu ban", recipients=(unit.name, "Lưu Tiểu ban")
        ),
    )


def _groups(said: Sequence[tuple[Opinion, Answered]]) -> list[Group]:
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for opinion, each in said:
        found.setdefault(opinion.document, []).append(
            (
                f"{opinion.place}: {words_of(opinion)}" if opinion.passage_position else words_of(opinion),
                each.handled,
                "\n".join(filter(None, (each.reason, f"Câu chữ mới: {each.wording}" if each.wording else ""))),
                "\n".join(each.landed),
            )
        )
    return [Group(title, rows) for title, rows in found.items()]

"""The table of acceptance and explanation (bảng tổng hợp tiếp thu, giải trình) on paper and as a Word file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress.comments.models import CommentRound
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.triage.rules.answers import Answered, Arrangement, Choice, Part, by_heading
from congress.triage.rules.titles import about
from congress.triage.vocabulary import Disposition
from congress.wordprocessing.writer import Text, word_of

NAME = "Bảng tổng hợp tiếp thu, giải trình"


@dataclass(frozen=True)
class Section:
    """One draft, or all cells, with its table."""

    title: str
    table: Table


def acceptance_paper(
    congress: Congress,
    round_: CommentRound,
    answered: Sequence[Answered],
    choice: Choice,
    *,
    cells: Sequence[str],
    today: date,
) -> Printout:
    """The lines that are wanted, with totals by decision; `cells` gives the order of the cells."""
    return Printout(
        template="triage/printouts/acceptance.html",
        filename=file_name(congress.slug, NAME, today),
        title=f"{NAME}: {round_.title}",
        author=congress.committee,
        date=today,
        landscape=True,
        foot=True,
        context={
            "heading": Heading(superior=congress.superior, issuer=congress.committee, place=congress.name, date=today),
            "title": Title(kind=NAME, subject=about(round_.title)),
            "opening": counted(answered),
            "sections": sections(choice.of(answered), choice, cells),
            "signature": Signature(
                authority="T/M Tiểu ban Văn kiện",
                position="Trưởng tiểu ban",
                recipients=("Ban Thường vụ", "Lưu Văn phòng"),
            ),
        },
    )


def acceptance_word(paper: Printout) -> bytes:
    """The same paper as a Word file."""
    blocks: list[Text | Table] = [Text(paper.context["opening"])]
    for section in paper.context["sections"]:
        blocks += [Text(section.title, "heading"), section.table]
    return word_of(paper, blocks)


def counted(answered: Iterable[Answered]) -> str:
    """How many opinions there are and what was decided on them, in one sentence; sums always agree."""
    found = list(answered)
    total = sum(len(each.opinions) for each in found)
    parts = []
    for disposition in Disposition:
        points = [each for each in found if each.disposition is disposition]
        if points:
            parts.append(
                f"{disposition.label.lower()} {sum(len(each.opinions) for each in points)} ý kiến ({len(points)} điểm)"
            )
    rest = sum(len(each.opinions) for each in found if not each.disposition)
    if rest:
        parts.append(f"đang xử lý {rest} ý kiến")
    return f"Tổng số {total} ý kiến" + (f", trong đó: {'; '.join(parts)}." if parts else ".")


def columns(choice: Choice) -> tuple[Column, ...]:
    """The columns that are wanted; what was said and what was decided always stand there."""
    by_part = {
        Part.COUNT: Column("Số ý kiến", 14, "number"),
        Part.REASON: Column("Lý do, giải trình", 56),
        Part.WORDING: Column("Câu chữ mới", 50),
        Part.LANDED: Column("Vị trí sửa", 28),
    }
    wanted = {part: column for part, column in by_part.items() if part in choice.parts}
    cells = Part.CELLS in choice.parts and choice.arrangement is not Arrangement.BY_CELL
    before = [Column("Nơi góp ý" if cells else "Người nêu ý kiến", 40)] if choice.names else []
    before += [wanted[Part.COUNT]] if Part.COUNT in wanted else []
    after = [wanted[part] for part in (Part.REASON, Part.WORDING, Part.LANDED) if part in wanted]
    return (Column("STT", 10, "stt"), Column("Nội dung góp ý", 70), *before, Column("Hướng xử lý", 28), *after)


def cells_of(each: Answered, choice: Choice, unit_name: str = "") -> tuple[Any, ...]:
    """One line's cells, as `columns` names them, without the running number."""
    content = f"{each.first.place}: {each.said}" if each.first.passage_position else each.said
    if choice.arrangement is Arrangement.BY_CELL:
        content = f"{each.first.document}. {content}"
    before: list[Any] = [choice.who(each, unit_name)] if choice.names else []
    before += [len(each.opinions)] if Part.COUNT in choice.parts else []
    after = {Part.REASON: each.reason, Part.WORDING: each.wording, Part.LANDED: "\n".join(each.landed)}
    return (
        content,
        *before,
        each.handled,
        *(value for part, value in after.items() if part in choice.parts),
    )


def sections(answered: Sequence[Answered], choice: Choice, cells: Sequence[str]) -> list[Section]:
    """The tables: one per draft with a line for every heading, or one with a line for every cell."""
    shape = columns(choice)
    if choice.arrangement is Arrangement.BY_CELL:
        groups = [
            Group(found.title, [cells_of(each, choice, found.unit_name) for each in found.lines])
            for found in choice.groups(answered, cells)
        ]
        return [Section("Theo chi bộ", Table(shape, groups, size=11))] if groups else []
    return [
        Section(
            draft.title,
            Table(
                shape,
                [Group(name, [cells_of(each, choice) for each in found]) for name, found in by_heading(draft.lines)],
                size=11,
            ),
        )
        for draft in choice.groups(answered, cells)
    ]

""" "Tiến độ văn kiện": one table, a line for every document, where it stands and by which paper."""

from collections.abc import Sequence
from datetime import date

from congress.congresses.models import Congress
from congress.drafts import queries
from congress.drafts.models import Document
from congress.drafts.rules.path import is_voted, next_state, path_of
from congress.printing.paper import Heading, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper

COLUMNS = (
    Column("STT", 10, "stt"),
    Column("Văn kiện", 68),
    Column("Dự thảo mới nhất", 34),
    Column("Đang ở bước", 42),
    Column("Ngày", 24, "date"),
    Column("Văn bản", 40),
    Column("Bước tiếp theo", 34),
)


def progress_paper(congress: Congress, documents: Sequence[Document], *, today: date) -> Printout:
    """How far every document has come, those of this congress first."""
    own = [_row(each) for each in documents if not each.level.above]
    above = [_row(each) for each in documents if each.level.above]
    groups = [
        Group(label, rows)
        for label, rows in (("Văn kiện của Đại hội", own), ("Dự thảo văn kiện của cấp trên", above))
        if rows
    ]
    return Printout(
        template="drafts/printouts/progress.html",
        filename=file_name(congress.slug, "Tiến độ văn kiện", today),
        title="Tiến độ chuẩn bị văn kiện",
        author=congress.committee,
        date=today,
        landscape=True,
        context={
            "heading": Heading(
                superior=congress.superior,
                issuer=congress.committee,
                acting="Tiểu ban Văn kiện",
                place=congress.name,
                date=today,
            ),
            "title": Title(
                kind="Tiến độ văn kiện",
                subject=congress.title,
                note=f"Tính đến ngày {date_on_paper(today)}",
            ),
            "table": Table(COLUMNS, groups, size=12),
            "empty": not groups,
        },
    )


def _row(document: Document) -> tuple[str, ...]:
    newest = document.versions[0] if document.versions else None
    step = document.steps[-1] if document.steps else None
    draft = "" if newest is None else f"Lần {newest.number}"
    if newest is not None and newest.dated:
        draft += f", {date_on_paper(newest.dated)}"
    path = path_of(document.kind, document.level)
    following = next_state(path, document.state)
    return (
        document.title if is_voted(document.kind) else f"{document.title} (thảo luận, không biểu quyết)",
        draft,
        step.state.label if step else "Chưa ghi bước nào",
        date_on_paper(step.day) if step and step.day else "",
        _paper(step.paper, step.paper_on, step.note) if step else "",
        "" if document.state is path[-1] else following.label,
    )


def _paper(number: str, day: date | None, note: str) -> str:
    """ "15-TTr/ĐU, 20/7/2025: về việc …", of which any part may be missing."""
    head = ", ".join(filter(None, (number, date_on_paper(day) if day else "")))
    return f"{head}: {note}" if head and note else head or note


def build_progress(congress: Congress, *, today: date) -> Printout:
    """The same for the command line."""
    return progress_paper(congress, queries.documents(congress.id), today=today)

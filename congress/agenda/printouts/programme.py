"""The programme on paper: per day and session a table of times."""

from collections.abc import Callable
from datetime import date
from typing import Any

from congress.agenda import queries
from congress.agenda.printouts.frame import frame, on_paper, people_of, writer
from congress.agenda.rules.snapshot import Entry, Sitting
from congress.agenda.vocabulary import WEEKDAYS
from congress.congresses.models import Congress
from congress.printing.paper import Signature, Title
from congress.printing.printout import Printout
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper

LONG = 10  # a session of more rows starts on a page of its own; a shorter one is never torn


def build(
    congress: Congress, *, today: date, signed: bool = False, of_committee: bool = False, draft: bool = False
) -> Printout:
    """The programme in force, dated `today`; the draft, marked so, where none has been released or it is asked for.

    `signed` adds the signature block; `of_committee` puts the convening committee into the heading, not the congress.
    """
    write = writer(congress)
    programme, release = queries.in_force(congress.id, of_draft=draft)
    return frame(
        congress,
        "agenda/printouts/programme.html",
        "Chương trình",
        today,
        of_committee=of_committee,
        draft_mark="" if release else "Dự thảo",
        title=Title(kind="Chương trình", subject=write(f"{_name(congress)}\nnhiệm kỳ {congress.term}")),
        sessions=[_session(each, write) for each in programme],
        long=LONG,
        signature=_signature(of_committee) if signed else None,
    )


def _name(congress: Congress) -> str:
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    return f"{kind} {congress.organisation} lần thứ {congress.ordinal_roman},"


def _signature(of_committee: bool) -> Signature:
    if of_committee:
        return Signature(authority="T/M Ban Thường vụ", position="Bí thư")
    return Signature(authority="T/M Đoàn Chủ tịch")


def _session(sitting: Sitting, write: Callable[[str], str]) -> dict[str, Any]:
    rows = [row for entry in sitting.entries for row in _rows(entry, write)]
    noted = any(row[3] for row in rows)
    columns = [Column("Thời gian", 30, "date"), Column("Nội dung", 75), Column("Người thực hiện, điều hành", 52)]
    columns += [Column("Ghi chú", 20)] if noted else []
    return {
        "title": write(sitting.title),
        "day": f"{WEEKDAYS[sitting.day.weekday()]}, ngày {date_on_paper(sitting.day)}",
        "hours": f"{on_paper(sitting.start)} đến {on_paper(sitting.reached if rows else sitting.end)}",
        "place": write(sitting.place),
        "note": write(sitting.note),
        "table": Table(columns, [Group("", [row if noted else row[:3] for row in rows])], size=13) if rows else None,
    }


def _rows(entry: Entry, write: Callable[[str], str]) -> list[tuple[str, str, str, str]]:
    """The item, and below it its parts without a time of their own."""
    title = f"{entry.title} ({entry.detail})" if entry.detail else entry.title
    place = f"Tại {entry.place}" if entry.place else ""
    first = (
        f"{on_paper(entry.start)} – {on_paper(entry.end)}",
        write(title),
        write(people_of(entry)),
        write("\n".join(filter(None, (place, entry.note)))),
    )
    return [first, *(("", write(f"– {part.title}"), write(people_of(part)), write(part.note)) for part in entry.parts)]

"""The programme on paper: per day and session a table of times."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from congress.agenda import queries
from congress.agenda.models import AgendaItem
from congress.agenda.queries import LaidOut
from congress.agenda.rules.clock import Slot
from congress.agenda.vocabulary import WEEKDAYS
from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, house_style


def build(congress: Congress, *, today: date, signed: bool = False, of_committee: bool = False) -> Printout:
    """The programme of a congress, dated `today`.

    `signed` adds the signature block; `of_committee` puts the convening committee into the heading, not the congress.
    """
    write = partial(house_style, style="uỷ" if congress.house_style is HouseStyle.OLD else "ủy")
    laid_out = queries.laid_out(congress.id)
    return Printout(
        template="agenda/printouts/programme.html",
        filename=file_name(congress.slug, "Chương trình", today),
        title=write(f"Chương trình {congress.title}"),
        author=write(congress.committee if of_committee else congress.organisation),
        date=today,
        context={
            "heading": _heading(congress, today, of_committee, write),
            "title": Title(kind="Chương trình", subject=write(f"{_name(congress)}\nnhiệm kỳ {congress.term}")),
            "sessions": [_session(each, write) for each in laid_out],
            "long": LONG,
            "signature": _signature(of_committee) if signed else None,
        },
    )


LONG = 10  # a session of more rows starts on a page of its own; a shorter one is never torn

PRINTOUTS: dict[str, Callable[..., Printout]] = {"programme": build}


def _name(congress: Congress) -> str:
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    return f"{kind} {congress.organisation} lần thứ {congress.ordinal_roman},"


def _heading(congress: Congress, today: date, of_committee: bool, write: Callable[[str], str]) -> Heading:
    if of_committee:
        return Heading(
            superior=write(congress.superior), issuer=write(congress.committee), place=congress.name, date=today
        )
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội đảng viên"
    return Heading(
        superior=write(congress.organisation),
        issuer=f"{kind} lần thứ {congress.ordinal_roman}",
        place=congress.name,
        date=today,
    )


def _signature(of_committee: bool) -> Signature:
    if of_committee:
        return Signature(authority="T/M Ban Thường vụ", position="Bí thư")
    return Signature(authority="T/M Đoàn Chủ tịch")


def _session(laid_out: LaidOut, write: Callable[[str], str]) -> dict[str, Any]:
    session, clock = laid_out.session, laid_out.clock
    rows = [_row(item, slot, write) for item, slot in zip(session.items, clock.slots, strict=True)]
    noted = any(row[3] for row in rows)
    columns = [Column("Thời gian", 30, "date"), Column("Nội dung", 75), Column("Người thực hiện, điều hành", 52)]
    columns += [Column("Ghi chú", 20)] if noted else []
    return {
        "title": write(session.title),
        "day": f"{WEEKDAYS[session.day.weekday()]}, ngày {date_on_paper(session.day)}",
        "hours": f"{on_paper(clock.start)} đến {on_paper(clock.end if rows else clock.planned_end)}",
        "place": write(session.place),
        "note": write(session.note),
        "table": Table(columns, [Group("", [row if noted else row[:3] for row in rows])], size=13) if rows else None,
    }


def _row(item: AgendaItem, slot: Slot, write: Callable[[str], str]) -> tuple[str, str, str, str]:
    return (
        f"{on_paper(slot.start)} – {on_paper(slot.end)}",
        write(f"{item.title} ({item.detail})" if item.detail else item.title),
        write(_people(item)),
        write(item.note),
    )


def _people(item: AgendaItem) -> str:
    if item.presenter and item.chair:
        return f"{item.presenter}; điều hành: {item.chair}"
    return item.presenter or item.chair


def on_paper(minutes: int) -> str:
    """810 is 13h30; 840 is 14h00, so that the column stays straight."""
    return f"{minutes // 60:02d}h{minutes % 60:02d}"

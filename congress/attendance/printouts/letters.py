"""The letter of summons, one page for each delegate: who, in which capacity, when and where."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from congress.agenda import queries as agenda
from congress.agenda.models import AgendaSession
from congress.agenda.vocabulary import WEEKDAYS, SessionKind
from congress.attendance.rules.badges import comes
from congress.congresses.models import Congress
from congress.delegates import queries as delegates
from congress.delegates.printouts.words import styled
from congress.delegates.rules import roll
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Origin, Standing
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_on_paper, time_on_paper
from congress.units import queries as units

STANDINGS = {"official": Standing.OFFICIAL, "alternate": Standing.ALTERNATE, "both": None}


@dataclass(frozen=True)
class Appointment:
    """A session as the letter announces it; a time or place nobody has set leaves room for the pen."""

    label: str
    when: str = ""
    place: str = ""


@dataclass(frozen=True)
class Letter:
    """What differs from letter to letter."""

    full_name: str
    work: str
    unit: str
    capacity: str


def summons(
    congress: Congress,
    *,
    today: date,
    standing: str = "official",
    unit: str = "",
    delegate: uuid.UUID | None = None,
) -> Printout:
    """Letters of summons, a page each, by cell: to everybody who is expected, to one cell, or to one delegate.

    standing  "official", "alternate" or "both"
    unit      the code of one cell; "" for all
    """
    if standing not in STANDINGS:
        raise ValueError(f"standing là official, alternate hoặc both, không phải “{standing}”.")
    codes = {each.code: each.id for each in units.listed(congress.id, UnitScope.everything())}
    if unit and unit not in codes:
        raise ValueError(f"không có chi bộ mang mã “{unit}”.")
    lines = _expected(congress, STANDINGS[standing], codes.get(unit), delegate)
    return _printout(congress, [_letter(line) for line in lines], today)


def _expected(
    congress: Congress, standing: Standing | None, unit_id: uuid.UUID | None, delegate_id: uuid.UUID | None
) -> Sequence[Line]:
    lines = filter(comes, delegates.lines(congress.id, UnitScope.everything()))
    if delegate_id is not None:
        return [line for line in lines if line.id == delegate_id]
    wanted = (line for line in lines if standing in (None, line.standing) and unit_id in (None, line.unit_id))
    return roll.in_order(wanted, "unit")


def _letter(line: Line) -> Letter:
    return Letter(line.full_name, line.work, line.unit, capacity(line))


def capacity(line: Line) -> str:
    """ "Đại biểu chính thức (đương nhiên)", "Đại biểu dự khuyết"."""
    origin = "" if line.origin is Origin.ELECTED else f" ({line.origin.label.lower()})"
    return f"Đại biểu {line.standing.label.lower()}{origin}"


def appointments(congress: Congress) -> list[Appointment]:
    """When and where the preparatory and the official session begin, from the programme; the dates of the congress
    where the programme has none.
    """
    found = []
    sessions = agenda.sessions(congress.id)
    for kind, day in ((SessionKind.PREPARATORY, congress.opens_on), (SessionKind.OFFICIAL, None)):
        first: dict[date, AgendaSession] = {}
        for session in sessions:
            if session.kind is kind:
                first.setdefault(session.day, session)
        when = [moment(session.day, session.starts_at) for session in first.values()]
        if not when and kind is SessionKind.OFFICIAL:
            day = congress.closes_on or congress.opens_on
        places = dict.fromkeys(session.place for session in first.values() if session.place)
        found.append(
            Appointment(
                kind.label,
                "; ".join(when) or (moment(day, None) if day else ""),
                styled(congress, "; ".join(places) or congress.venue),
            )
        )
    return found


def moment(day: date, at: time | None) -> str:
    """ "13 giờ 30 phút, thứ Hai, ngày 11/8/2025"; without a time, room for the pen."""
    hour = time_on_paper(at) if at else "…… giờ ……"
    weekday = WEEKDAYS[day.weekday()]
    return f"{hour}, {weekday[:1].lower()}{weekday[1:]}, ngày {date_on_paper(day)}"


def _printout(congress: Congress, letters: Iterable[Letter], today: date) -> Printout:
    what = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    name = f"{what} {styled(congress, congress.organisation)} lần thứ {congress.ordinal_roman}"
    return Printout(
        template="attendance/printouts/summons.html",
        filename=file_name(congress.slug, "Giấy triệu tập", today),
        title=f"Giấy triệu tập đại biểu {congress.title}",
        author=styled(congress, congress.committee),
        date=today,
        context={
            "heading": Heading(
                superior=congress.superior, issuer=styled(congress, congress.committee), place=congress.name, date=today
            ),
            "title": Title(kind="Giấy triệu tập", subject=f"dự {name},\nnhiệm kỳ {congress.term}"),
            "letters": list(letters),
            "body": f"Ban Thường vụ {styled(congress, congress.committee)}",
            "committee": styled(congress, congress.committee),
            "congress": f"{name}, nhiệm kỳ {congress.term}",
            "appointments": appointments(congress),
            "invented": congress.invented,
            "signature": Signature(
                authority="T/M Ban Thường vụ",
                position="Bí thư",
                recipients=("Như trên", styled(congress, "Lưu Văn phòng Đảng ủy")),
            ),
        },
    )

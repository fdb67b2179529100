"""The table of assignments (bảng phân công nhiệm vụ) and the weekly report; columns of domain.md §9.3."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, fold, house_style, two_digits
from congress.subcommittees import queries as subcommittees
from congress.tasks.printouts.words import Section, counted, progress, standing_words
from congress.tasks.queries import tasks as queries
from congress.tasks.rules import standing
from congress.tasks.rules.standing import Line
from congress.tasks.vocabulary import CLOSED, TaskState, Timing

ASSIGNED = (
    Column("TT", 10, "centre"),
    Column("Nội dung", 74),
    Column("Chủ trì", 42),
    Column("Phối hợp", 44),
    Column("Sản phẩm", 36),
    Column("Thời hạn", 22, "date"),
    Column("Tiến độ", 22),
)
REPORTED = (
    Column("TT", 10, "centre"),
    Column("Nội dung", 62),
    Column("Chủ trì", 40),
    Column("Thời hạn", 22, "date"),
    Column("Tình hình", 40),
)
SUMMED = (
    Column("Nơi chủ trì", 70),
    Column("Tổng số", 22, "number"),
    Column("Đã xong", 22, "number"),
    Column("Quá hạn", 22, "number"),
    Column("Sắp đến hạn", 24, "number"),
)
INVENTED = "Số liệu minh họa của đại hội mẫu, không phải người thật."
WEEK = timedelta(days=7)


def assignments(congress: Congress, *, today: date, body: str = "") -> Printout:
    """Bảng phân công nhiệm vụ (table of assignments); of one subcommittee where it is named or its id is given."""
    lines, of = _chosen(congress, today, body)
    groups = [
        Group(name, [_assigned(line) for line in mine])
        for name in dict.fromkeys(line.body for line in lines)
        if (mine := [line for line in lines if line.body == name])
    ]
    return Printout(
        template="tasks/printouts/assignments.html",
        filename=file_name(congress.slug, f"Bảng phân công nhiệm vụ {of}".strip(), today),
        title=_styled(congress, f"Bảng phân công nhiệm vụ {of}".strip()),
        author=_styled(congress, congress.committee),
        date=today,
        landscape=True,
        foot=True,
        context={
            "heading": _heading(congress, of, today),
            "title": Title(
                kind="Bảng phân công nhiệm vụ",
                subject=_styled(congress, f"phục vụ {congress.title}"),
                note=_note(congress),
            ),
            "counted": counted(lines),
            "table": Table(ASSIGNED, groups, size=11),
            "invented": INVENTED if congress.invented else "",
            "signature": _signature(congress, of),
        },
    )


def weekly_report(congress: Congress, *, today: date, body: str = "") -> Printout:
    """Báo cáo tuần (weekly report): figures by body, what was done, what is late, what comes next, what is odd."""
    lines, of = _chosen(congress, today, body)
    bodies = queries.names_of(subcommittees.listed(congress.id))
    tallies = [each for each in standing.by_body(lines, bodies) if each.total]
    total = standing.tally("Cộng", lines)
    return Printout(
        template="tasks/printouts/weekly.html",
        filename=file_name(congress.slug, f"Báo cáo tuần {of}".strip(), today),
        title=_styled(congress, f"Báo cáo tuần {of}".strip()),
        author=_styled(congress, congress.committee),
        date=today,
        foot=True,
        context={
            "heading": _heading(congress, of, today),
            "title": Title(
                kind="Báo cáo tuần",
                subject=_styled(congress, f"tiến độ chuẩn bị {congress.title}"),
                note=f"Từ ngày {date_on_paper(today - WEEK + timedelta(days=1))} đến ngày {date_on_paper(today)}",
            ),
            "opening": _opening(congress, lines, today),
            "table": Table(
                SUMMED,
                [Group("", [(each.name, each.total, each.done, each.overdue, each.soon) for each in tallies])],
                totals=("Cộng", total.total, total.done, total.overdue, total.soon),
                size=12,
            ),
            "sections": _sections(lines, today),
            "invented": INVENTED if congress.invented else "",
            "signature": _signature(congress, of),
        },
    )


def _sections(lines: Sequence[Line], today: date) -> list[Section]:
    """What was done this week, what is late, what is due in the next, and what to look at again."""
    done = [
        line for line in lines if line.state is TaskState.DONE and (not line.done_on or today - WEEK < line.done_on)
    ]
    late = sorted((line for line in lines if line.timing is Timing.OVERDUE), key=lambda line: -line.late_days)
    following = [
        line for line in lines if line.state not in CLOSED and line.due_on and today <= line.due_on <= today + WEEK
    ]
    odd = [line for line in lines if line.flags]
    return [
        _section("1. Đã xong trong tuần", done, lambda line: progress(line, today), "Trong tuần chưa xong việc nào."),
        _section("2. Quá hạn", late, lambda line: progress(line, today), "Không có việc quá hạn."),
        _section("3. Đến hạn trong tuần tới", following, lambda line: progress(line, today), "Không có việc đến hạn."),
        _section("4. Cần xem lại", odd, standing_words, "Không có."),
    ]


def _section(title: str, lines: Iterable[Line], said: Any, nothing: str) -> Section:
    rows = [
        (line.number, line.title, line.who, date_on_paper(line.due_on) if line.due_on else "", said(line))
        for line in lines
    ]
    return Section(
        f"{title} ({two_digits(len(rows))} việc)",
        Table(REPORTED, [Group("", rows)], size=11) if rows else None,
        nothing,
    )


def _assigned(line: Line) -> tuple[Any, ...]:
    return (
        line.number,
        line.title,
        line.who,
        ", ".join(line.joins),
        line.product,
        date_on_paper(line.due_on) if line.due_on else "",
        line.state.label,
    )


def _chosen(congress: Congress, today: date, body: str) -> tuple[list[Line], str]:
    """The tasks the paper is about, and the subcommittee it speaks for (nothing: all)."""
    lines = queries.lines(congress, today)
    if not body:
        return lines, ""
    names = queries.names_of(subcommittees.listed(congress.id))
    found = [(key, name) for key, name in names.items() if body == str(key or "office") or fold(body) in fold(name)]
    if not found:
        return lines, ""
    key, name = found[0]
    return [line for line in lines if line.body_id == key or key in line.joining], name


def _opening(congress: Congress, lines: Sequence[Line], today: date) -> str:
    left = (
        f", còn {(congress.opens_on - today).days} ngày đến khai mạc"
        if congress.opens_on and congress.opens_on > today
        else ""
    )
    return f"Đến ngày {date_on_paper(today)}{left}: {counted(lines)}"


def _note(congress: Congress) -> str:
    return f"Khai mạc ngày {date_on_paper(congress.opens_on)}" if congress.opens_on else ""


def _heading(congress: Congress, of: str, today: date) -> Heading:
    return Heading(
        superior=_styled(congress, congress.superior if not of else congress.organisation),
        issuer=_styled(congress, of or congress.committee),
        place=congress.name,
        date=today,
    )


def _signature(congress: Congress, of: str) -> Signature:
    recipients = tuple(
        _styled(congress, each) for each in ("Ban Thường vụ Đảng ủy", "Các tiểu ban", "Lưu Văn phòng Đảng ủy")
    )
    if of and of != queries.OFFICE:
        return Signature(authority=f"T/M {of}", position="Trưởng tiểu ban", recipients=recipients)
    return Signature(
        authority=_styled(congress, "T/L Ban Thường vụ"), position="Chánh Văn phòng", recipients=recipients
    )


def _styled(congress: Congress, text: str) -> str:
    return house_style(text, "uỷ" if congress.house_style is HouseStyle.OLD else "ủy")

"""The state report (báo cáo tiến độ chuẩn bị đại hội): what is done, what is late, who owes it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.credentials.vocabulary import Colour
from congress.overview import queries
from congress.overview.queries.board import Board, RoundState
from congress.overview.rules import Debt, in_order
from congress.overview.vocabulary import Urgency
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, house_style, number_on_paper, percent

PROGRESS = (
    Column("STT", 10, "stt"),
    Column("Nội dung", 90),
    Column("Kết quả", 45, "centre"),
    Column("Tỷ lệ (%)", 22, "centre"),
)
OWED = (
    Column("STT", 10, "stt"),
    Column("Đơn vị", 58, "name"),
    Column("Việc còn phải làm", 74),
    Column("Hạn", 25, "date"),
    Column("Chậm", 20, "centre"),
)


def progress_report(congress: Congress, *, today: date) -> Printout:
    """The state of preparation as of `today`; the figures are those of the dashboard, from the same reading."""
    write = partial(house_style, style="uỷ" if congress.house_style is HouseStyle.OLD else "ủy")
    known = queries.facts(
        congress, with_delegates=True, with_comments=True, with_allocation=True, with_credentials=True
    )
    debts = in_order(queries.debts(known, queries.body_names(congress.id), today), today)
    pressing = [each for each in debts if each.urgency(today) in (Urgency.LATE, Urgency.SOON)]
    return Printout(
        template="overview/printouts/progress.html",
        filename=file_name(congress.slug, "Báo cáo tiến độ", today),
        title=write(f"Báo cáo tiến độ chuẩn bị {congress.title}"),
        author=write(congress.committee),
        date=today,
        context={
            "heading": Heading(
                superior=write(congress.superior),
                issuer=write(congress.committee),
                place=congress.name,
                date=today,
                symbol="BC/ĐU",
            ),
            "title": Title(
                kind="Báo cáo",
                subject=write(f"tiến độ chuẩn bị {congress.title}"),
                note=f"Số liệu tính đến ngày {date_on_paper(today)}",
            ),
            "opening": write(_opening(congress, today)),
            "table": Table(PROGRESS, _groups(queries.board(known, today), write)),
            "sentence": _sentence(debts, today),
            "owed": Table(OWED, [Group("", [_owed(each, today, write) for each in pressing])]) if pressing else None,
            "signature": Signature(authority="T/M Ban Thường vụ", position="Bí thư"),
            "invented": congress.invented,
        },
    )


PRINTOUTS: dict[str, Callable[..., Printout]] = {"progress-report": progress_report}


def _opening(congress: Congress, today: date) -> str:
    if congress.opens_on is None:
        return "Ngày khai mạc đại hội chưa được ấn định."
    day = date_on_paper(congress.opens_on)
    left = (congress.opens_on - today).days
    if left > 0:
        return f"Đại hội khai mạc ngày {day}; còn {left} ngày. Kết quả chuẩn bị đến nay như sau:"
    return f"Đại hội khai mạc ngày {day}. Kết quả chuẩn bị và phục vụ như sau:"


def _of(done: int, of: int) -> tuple[str, str]:
    return f"{number_on_paper(done)} / {number_on_paper(of)}", percent(done, of) if of else ""


def _groups(board: Board, write: Callable[[str], str]) -> list[Group]:
    groups = [
        Group("I. Công tác nhân sự", list(_personnel(board))),
        Group("II. Công tác văn kiện", [row for each in board.rounds for row in _round(each, write)]),
        Group("III. Chương trình, tổ chức phục vụ", list(_service(board))),
    ]
    return [group if group.rows else Group(group.label, [("Chưa có số liệu", "", "")]) for group in groups]


def _personnel(board: Board) -> Iterator[tuple[str, str, str]]:
    yield ("Chi bộ đã tổ chức đại hội", *_of(board.held.done, board.held.of))
    if board.allocation:
        state = "Đã ban hành" if board.allocation.issued else f"{board.allocation.plans} phương án, chưa ban hành"
        yield "Phân bổ số lượng đại biểu", state, ""
    if board.desk:
        places = board.desk.official_quota
        yield ("Đại biểu chính thức chi bộ được bầu đã đăng ký", *_of(board.desk.official, places))
        yield ("Đại biểu dự khuyết đã đăng ký", *_of(board.desk.alternate, board.desk.alternate_quota))
        yield "Đại biểu đã gửi, chờ tiểu ban nhận", number_on_paper(board.desk.sent), ""
    if board.credentials:
        found = board.credentials
        reds = found.of(Colour.RED)
        yield "Đại biểu có vướng mắc về tư cách", number_on_paper(reds), ""
        yield "Đại biểu chờ kết luận thẩm tra", number_on_paper(found.waiting), ""
        yield "Báo cáo thẩm tra tư cách đại biểu", found.report.state.label if found.report else "Chưa lập", ""


def _round(state: RoundState, write: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    title = write(state.round.title)
    yield (f"{title}: chi bộ đã gửi phiếu", *_of(state.totals.sent, state.totals.cells))
    yield f"{title}: ý kiến nhận được", number_on_paper(state.desk.comments), ""
    if state.answered.of:
        yield (f"{title}: điểm góp ý đã có hướng xử lý", *_of(state.answered.done, state.answered.of))
    report = "Chưa lập" if not state.report else "Đã ban hành" if state.report.issued_on else "Đang soạn"
    yield f"{title}: báo cáo tổng hợp", report, ""


def _service(board: Board) -> Iterator[tuple[str, str, str]]:
    programme = board.programme
    yield "Chương trình đại hội", f"{programme.sessions} phiên, {programme.items} nội dung", ""
    if programme.cautions:
        yield "Điều cần xem lại trong chương trình", number_on_paper(programme.cautions), ""


def _sentence(debts: Sequence[Debt], today: date) -> str:
    late = sum(each.urgency(today) is Urgency.LATE for each in debts)
    soon = sum(each.urgency(today) is Urgency.SOON for each in debts)
    if not debts:
        return "Không còn việc nào phải làm."
    if not late and not soon:
        return f"Còn {len(debts)} việc phải làm; không việc nào quá hạn hoặc đến hạn trong 7 ngày tới."
    parts = [f"{late} việc quá hạn"] * bool(late) + [f"{soon} việc đến hạn trong 7 ngày tới"] * bool(soon)
    return f"Còn {len(debts)} việc phải làm, trong đó có {', '.join(parts)}:"


def _owed(debt: Debt, today: date, write: Callable[[str], str]) -> tuple[Any, ...]:
    days = debt.days(today)
    what = ": ".join(part for part in (debt.what.label, debt.about) if part)
    remark = debt.on_paper()
    return (
        write(debt.who),
        write(f"{what}. {remark}" if remark else what),
        date_on_paper(debt.last_day) if debt.last_day else "",
        f"{-days} ngày" if days is not None and days < 0 else "",
    )

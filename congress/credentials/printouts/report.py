"""The credentials report on paper: the frame of domain.md §4.3 [C], every figure with its base."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from congress.congresses.models import Congress
from congress.credentials import queries
from congress.credentials.models import CredentialsReport
from congress.credentials.rules.figures import Figures, Notable
from congress.credentials.vocabulary import CommitteeRole, ReportState
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_in_words, date_on_paper, house_style, percent, two_digits

COLUMNS = (
    Column("Nội dung", 105),
    Column("Số lượng", 28, "number"),
    Column("Tỷ lệ (%)", 28, "number"),
)


def report(row: CredentialsReport) -> Printout:
    """The paper of a kept report: the same words, figures and bytes, whatever the congress and the list say by now."""
    figures, said = row.kept, row.setting
    write = partial(house_style, style=said["house_style"])
    body = "Ban Thẩm tra tư cách đại biểu" if row.by_committee else f"Ban Thường vụ {said['committee']}"
    what = "Đại hội đại biểu" if said["of_delegates"] else "Đại hội"
    name = f"{what} {said['organisation']} lần thứ {said['ordinal_roman']}, nhiệm kỳ {said['term']}"
    return Printout(
        template="credentials/printouts/report.html",
        filename=file_name(said["slug"], f"Báo cáo thẩm tra tư cách đại biểu {row.number}", row.day),
        title=write(f"Báo cáo thẩm tra tư cách đại biểu {said['title']}"),
        author=write(body),
        date=row.day,
        context={
            "heading": _heading(row, what, write),
            "title": Title(kind="Báo cáo", subject=write(f"thẩm tra tư cách đại biểu\ndự {name}")),
            "opening": write(_opening(row, body)),
            "figures": [write(line) for line in _composition(figures, row)],
            "table": _table(figures, write),
            "counted": f"Tỷ lệ tính trên {figures.counted} {row.counted_on.label}.",
            "rounding": _rounding(figures),
            "quality": [write(line) for line in _quality(figures)],
            "differences": [write(line) for line in differences(row)],
            "conclusion": [write(line) for line in conclusion(row)],
            "invented": said["invented"],
            "signature": Signature(
                authority="T/M Ban Thẩm tra\ntư cách đại biểu" if row.by_committee else "T/M Ban Thường vụ",
                position=_position(row),
                name=row.signed_by,
                recipients=("Đoàn Chủ tịch Đại hội", "Lưu hồ sơ Đại hội") if row.by_committee else ("Lưu Văn phòng",),
            ),
        },
    )


Write = Callable[[str], str]


def _position(row: CredentialsReport) -> str:
    """What the signer is: the head, or a member who signs for the head."""
    if not row.by_committee:
        return "Bí thư"
    heads = {each["name"] for each in row.committee if each["role"] == CommitteeRole.HEAD.value}
    return "Trưởng ban" if not row.signed_by or row.signed_by in heads else "Ủy viên"


def _heading(row: CredentialsReport, what: str, write: Write) -> Heading:
    said = row.setting
    shared: dict[str, Any] = {
        "place": said["name"],
        "date": row.day,
        "draft_mark": "Dự thảo" if row.state is ReportState.DRAFT else "",
    }
    if not row.by_committee:
        return Heading(superior=write(said["superior"]), issuer=write(said["committee"]), **shared)
    return Heading(
        superior=write(said["organisation"]),
        issuer=f"{what} lần thứ {said['ordinal_roman']}",
        acting="Ban Thẩm tra tư cách\nđại biểu",
        **shared,
    )


def _opening(row: CredentialsReport, body: str) -> str:
    at = f"vào hồi {row.hour.hour} giờ {two_digits(row.hour.minute)} phút, " if row.hour else ""
    who = [
        f"đồng chí {each['name']}" + (", Trưởng ban" if each["role"] == CommitteeRole.HEAD.value else "")
        for each in row.committee
    ]
    members = f" gồm các đồng chí: {'; '.join(who)};" if who and row.by_committee else ""
    venue = f" tại {row.setting['venue']}" if row.setting["venue"] else ""
    return (
        f"Hôm nay, {at}{date_in_words(row.day)}{venue}, {body}{members} đã thẩm tra tư cách đại biểu "
        f"{row.moment.label.lower()} và xin báo cáo như sau:"
    )


def _composition(figures: Figures, row: CredentialsReport) -> Iterator[str]:
    if figures.decided:
        yield f"- Tổng số đại biểu chính thức theo quyết định: {two_digits(figures.decided)} đồng chí."
    yield f"- Tổng số đại biểu được triệu tập: {two_digits(figures.summoned)} đồng chí."
    if row.present:
        whose = " (theo số Ban Thẩm tra ghi)" if row.presence_typed else ""
        share = percent(row.present, figures.summoned)
        yield f"- Có mặt: {two_digits(row.present)} đồng chí, bằng {share} % số được triệu tập{whose}."
    if figures.absent:
        yield (
            f"- Vắng mặt: {two_digits(figures.absent)} đồng chí, bằng {percent(figures.absent, figures.summoned)} %: "
            f"{'; '.join(_person(each) for each in figures.absentees)}."
        )
    if figures.promoted:
        yield f"- Đại biểu dự khuyết được chuyển thành chính thức: {two_digits(figures.promoted)} đồng chí."
    for label, people in (("Không triệu tập", figures.not_summoned), ("Được thay thế", figures.replaced)):
        if people:
            yield f"- {label}: {two_digits(len(people))} đồng chí: {'; '.join(_person(each) for each in people)}."


def _person(each: Notable) -> str:
    return f"{each.name} ({', '.join(filter(None, (each.unit, each.detail.lower())))})"


def _table(figures: Figures, write: Write) -> Table:
    groups = [
        Group(
            write(block.title),
            [[write(row.label), row.count, percent(row.count, figures.counted)] for row in block.rows]
            + [["Cộng", block.total, percent(block.total, figures.counted)]],
        )
        for block in figures.blocks
    ]
    return Table(COLUMNS, groups, size=12)


def _rounding(figures: Figures) -> str:
    """The footnote of §4.5: printed shares of a block that do not add up to 100 are left as they are."""
    odd = [
        block.title.lower() for block in figures.blocks if block.rows and _shares(block.rows, figures.counted) != 10000
    ]
    return f"Tỷ lệ ở các mục {', '.join(odd)} cộng lại không đúng 100 % do làm tròn." if odd else ""


def _shares(rows: Any, base: int) -> int:
    """The sum of the printed shares in hundredths of a per cent."""
    if not base:
        return 10000
    step = Decimal("0.01")
    shares = ((Decimal(100 * row.count) / Decimal(base)).quantize(step, ROUND_HALF_UP) for row in rows)
    return int(sum(shares, Decimal(0)) * 100)


def _quality(figures: Figures) -> Iterator[str]:
    day = date_on_paper(date.fromisoformat(figures.day))
    if figures.average_age:
        yield f"- Tuổi đời bình quân (tính đến ngày {day}): {figures.average_age} tuổi."
    for label, people in (
        ("Trẻ tuổi nhất", figures.youngest), ("Cao tuổi nhất", figures.oldest),
    ):  # fmt: skip
        if people:
            yield f"- {label}: {'; '.join(_aged(each, 'tuổi', 'sinh năm') for each in people)}."
    if figures.average_party_age:
        yield f"- Tuổi Đảng bình quân: {figures.average_party_age} năm."
    for label, people in (("Tuổi Đảng cao nhất", figures.longest), ("Tuổi Đảng thấp nhất", figures.shortest)):
        if people:
            yield f"- {label}: {'; '.join(_aged(each, 'năm', 'vào Đảng năm') for each in people)}."
    yield f"- Được khen thưởng (có ghi trong lý lịch): {two_digits(figures.honoured)} đồng chí."
    yield f"- Bị kỷ luật trong nhiệm kỳ (có ghi trong lý lịch): {two_digits(figures.disciplined)} đồng chí."


def _aged(each: Notable, unit: str, since: str) -> str:
    age, _bar, year = each.detail.partition("|")
    return f"đồng chí {each.name}, {since} {year} ({age} {unit}), {each.unit}"


def differences(row: CredentialsReport) -> Iterator[str]:
    """Every figure that does not agree, with its explanation."""
    for each in row.contradictions:
        values = each["values"]
        said = each["message"] % values if values else each["message"]
        why = row.explanations.get(each["key"])
        yield f"- {said} {'Giải thích: ' + _bare(why) + '.' if why else 'Chưa giải thích.'}"


LEAD = re.compile(r"^(?:giải\s+thích|lý\s+do)\s*:\s*", re.IGNORECASE)


def _bare(why: str) -> str:
    """An explanation without the word the paper puts before it anyway, and without its full stop."""
    return LEAD.sub("", why.strip()).rstrip(".")


def conclusion(row: CredentialsReport) -> Iterator[str]:
    """Complaints, how many qualify, and whom the report proposes not to recognise."""
    refused, qualified = row.refused, row.qualified
    complaints = row.typed.get("complaints")
    if complaints is not None:
        yield f"- Số đơn khiếu nại về tư cách đại biểu: {two_digits(complaints)}."
    if row.complaints:
        yield f"- {row.complaints}"
    yield f"- {two_digits(qualified)} đồng chí đủ tư cách đại biểu dự Đại hội."
    if refused.count:
        asked = "Đề nghị không công nhận tư cách" if row.adoptable else "Chưa đủ tư cách, cần kết luận trước Đại hội:"
        yield f"- {asked} {two_digits(refused.count)} đồng chí: {'; '.join(refused.lines)}."
    if row.note:
        yield f"- {row.note}"
    yield _request(row)


def _request(row: CredentialsReport) -> str:
    """How a report ends: only the congress recognises its delegates, on its own committee's report (§4.1 [A]).

    Before the congress the convening committee is told how things stand; at a congress of members nobody is recognised,
    who has come is reported.
    """
    if not row.adoptable:
        return (
            f"Kính trình {row.setting['committee']} xem xét. Việc công nhận tư cách đại biểu do Đại hội biểu quyết tại "
            "phiên họp của Đại hội."
        )
    if not row.by_committee:
        return "Kính báo cáo Đại hội."
    return f"Kính đề nghị Đại hội biểu quyết công nhận tư cách của {two_digits(row.qualified)} đại biểu."


def credentials_report(congress: Congress, *, today: date, number: int = 0) -> Printout:
    """The report of this number, or the newest. ValueError when there is none."""
    rows = queries.reports(congress.id)
    chosen = [row for row in rows if number in (0, row.number)]
    if not chosen:
        raise ValueError("chưa có báo cáo thẩm tra nào mang số này." if number else "chưa có báo cáo thẩm tra nào.")
    return report(chosen[0])

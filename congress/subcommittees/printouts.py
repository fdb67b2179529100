"""The papers of subcommittees: the decision that founds one, and the list of all their people (domain.md §9.1)."""

from collections.abc import Iterator
from datetime import date

from congress.congresses.models import Congress
from congress.congresses.vocabulary import HouseStyle
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.paper_numbers import SYMBOL, PaperNumber, parse_paper_number
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, house_style, two_digits
from congress.subcommittees import queries
from congress.subcommittees.models import Body, Subcommittee

COLUMNS = (
    Column("STT", 10, "stt"),
    Column("Họ và tên", 48, "name"),
    Column("Chức vụ, đơn vị", 62),
    Column("Vai trò", 24),
    Column("Điện thoại", 30),
)
INVENTED = "Số liệu minh họa của đại hội mẫu, không phải người thật."


def subcommittee_members(congress: Congress, *, today: date) -> Printout:
    """Danh sách thành viên các tiểu ban, tổ giúp việc (list of members of every body)."""
    bodies = queries.listed(congress.id)
    people = queries.everybody(bodies)
    groups = [Group(_line(body), _rows(body)) for body in queries.with_groups(bodies)]
    several = [person for person in people if len(person.seats) > 1]
    return Printout(
        template="subcommittees/printouts/members.html",
        filename=file_name(congress.slug, "Danh sách các tiểu ban", today),
        title=_styled(congress, f"Danh sách các tiểu ban {congress.title}"),
        author=_styled(congress, congress.committee),
        date=today,
        foot=True,
        context={
            "heading": _heading(congress, today),
            "title": Title(
                kind="Danh sách", subject=_styled(congress, f"các tiểu ban, tổ giúp việc\n{congress.title}")
            ),
            "counted": (
                f"Gồm {two_digits(len(bodies))} tiểu ban, {two_digits(sum(len(body.groups) for body in bodies))} tổ "
                f"giúp việc, {two_digits(len(people))} đồng chí"
                + (f"; {two_digits(len(several))} đồng chí tham gia nhiều nơi." if several else ".")
            ),
            "table": Table(COLUMNS, groups, size=12),
            "invented": INVENTED if congress.invented else "",
            "signature": Signature(authority="T/M Ban Thường vụ", position="Bí thư", recipients=_recipients(congress)),
        },
    )


def subcommittee_decision(congress: Congress, *, today: date, body: str = "") -> Printout:
    """Quyết định thành lập một tiểu ban (decision founding a subcommittee); the first unless named."""
    bodies = queries.listed(congress.id)
    named = [each for each in bodies if not body or fold(body) in fold(each.name)]
    if not named:
        raise ValueError(f"không có tiểu ban nào tên “{body}”." if body else "chưa lập tiểu ban nào.")
    return decision_of(congress, named[0], today=today)


def decision_of(congress: Congress, body: Subcommittee, *, today: date) -> Printout:
    """The founding decision of one subcommittee; without number or day it leaves room for the pen."""
    day, number = body.decision_date or today, _number(body)
    return Printout(
        template="subcommittees/printouts/decision.html",
        filename=file_name(congress.slug, f"Quyết định thành lập {body.name}", day),
        title=_styled(congress, f"Quyết định thành lập {body.name}"),
        author=_styled(congress, congress.committee),
        date=day,
        context={
            "heading": Heading(
                superior=_styled(congress, congress.superior),
                issuer=_styled(congress, congress.committee),
                place=congress.name,
                date=body.decision_date,
                symbol=number.symbol if number else SYMBOL,
                number=number.number if number else None,
                year=day.year,
            ),
            "title": Title(kind="Quyết định", subject=_styled(congress, f"thành lập {body.name}\n{congress.title}")),
            "bases": [_styled(congress, line) for line in _bases(congress)],
            "decides": _styled(congress, f"Ban Thường vụ {congress.committee}").upper(),
            "founded": _styled(
                congress,
                f"Thành lập {body.name} {congress.title}, nhiệm kỳ {congress.term}, gồm "
                f"{two_digits(len(body.people))} đồng chí có tên sau đây:",
            ),
            "table": Table(COLUMNS[:4], [Group("", [row[:3] for row in _rows(body)])], size=12),
            "duties": _styled(
                congress,
                f"{body.name} thực hiện nhiệm vụ theo kế hoạch và phân công của Ban Thường vụ Đảng ủy; làm việc theo "
                "quy chế do Trưởng tiểu ban ban hành; được lập tổ giúp việc; tự kết thúc hoạt động khi hoàn thành "
                "nhiệm vụ.",
            ),
            "carried_out": _styled(
                congress,
                "Văn phòng Đảng ủy, các cơ quan liên quan và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành "
                "Quyết định này. Quyết định có hiệu lực kể từ ngày ký.",
            ),
            "invented": INVENTED if congress.invented else "",
            "signature": Signature(
                authority="T/M Ban Thường vụ",
                position="Bí thư",
                name=body.decision_signer,
                recipients=_recipients(congress, "Như Điều 3"),
            ),
        },
    )


def _rows(body: Body) -> list[tuple[str, str, str, str]]:
    return [(each.name, each.post, each.role.label, each.phone) for each in body.people]


def _line(body: Body) -> str:
    """What stands above the people of a body."""
    decided = f" (Quyết định số {body.decision_number})" if body.decision_number else ""
    return f"{body.name}{decided}" + ("" if body.people else ": chưa ghi thành viên")


def _number(body: Body) -> PaperNumber | None:
    try:
        return parse_paper_number(body.decision_number)
    except RuleBroken:
        return None


def _bases(congress: Congress) -> Iterator[str]:
    """Upright, each a line with a dash and a semicolon (domain.md §7.5 [C]); the directive is §1.1."""
    yield "Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"
    yield (
        "Căn cứ Chỉ thị số 45-CT/TW, ngày 14/4/2025 của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại "
        "biểu toàn quốc lần thứ XIV của Đảng;"
    )
    yield f"Căn cứ yêu cầu công tác chuẩn bị {congress.title};"
    yield "Xét đề nghị của Văn phòng Đảng ủy,"


def _heading(congress: Congress, day: date) -> Heading:
    return Heading(
        superior=_styled(congress, congress.superior),
        issuer=_styled(congress, congress.committee),
        place=congress.name,
        date=day,
    )


def _recipients(congress: Congress, first: str = "Các tiểu ban") -> tuple[str, ...]:
    return tuple(_styled(congress, each) for each in ("Ban Thường vụ Đảng ủy", first, "Lưu Văn phòng Đảng ủy"))


def _styled(congress: Congress, text: str) -> str:
    return house_style(text, "uỷ" if congress.house_style is HouseStyle.OLD else "ủy")


PRINTOUTS = {"subcommittee-decision": subcommittee_decision, "subcommittee-members": subcommittee_members}

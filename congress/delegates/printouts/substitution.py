"""The decision by which an alternate takes the place of an official delegate who falls out."""

from collections.abc import Iterator
from datetime import date

from congress.allocation.rules.issued import AUTHORITY, signing_body
from congress.allocation.rules.legal_bases import usual_bases
from congress.congresses.models import Congress
from congress.delegates.models import Delegate, Substitution
from congress.delegates.printouts.words import styled
from congress.delegates.queries import succession as reading
from congress.delegates.vocabulary import REASON_SOURCES, Reason
from congress.people.vocabulary import Sex
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.shared.paper_numbers import SYMBOL
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_in_words, date_on_paper, searched, sought

INVENTED = "Số liệu minh họa của đại hội mẫu, không phải người thật."
BECAUSE = {
    Reason.SUSPENDED: "do bị đình chỉ sinh hoạt đảng hoặc đình chỉ sinh hoạt cấp ủy",
    Reason.CHARGED: "do bị khởi tố bị can hoặc truy tố",
    Reason.UNLAWFUL_ELECTION: "do việc bầu không đúng nguyên tắc, thủ tục",
    Reason.RETIRED: "do có quyết định nghỉ hưu trước ngày khai mạc đại hội",
    Reason.MOVED: "do có quyết định chuyển khỏi đảng bộ trước ngày khai mạc đại hội",
    Reason.HEALTH: "vì lý do sức khỏe",
    Reason.DUTY_TRAVEL: "do đi công tác",
    Reason.BEREAVEMENT: "do gia đình có việc tang",
    Reason.OTHER: "vì lý do khác",
}
"""How a reason reads in the article when the office gave no words of its own."""


def substitution_decision(congress: Congress, *, today: date, delegate: str = "") -> Printout:
    """Quyết định cho dự khuyết thay đại biểu chính thức (decision on a substitution); the latest unless named.

    delegate  name of whoever was replaced, marks or none
    """
    rows = [row for row in reading.listed(congress.id, UnitScope.everything()) if row.stands]
    named = [row for row in rows if sought(delegate) in searched(row.out_delegate.person.full_name).split("\n")]
    if delegate and len(named) != 1:
        raise ValueError(f"có {len(named)} lần thay thế đang còn hiệu lực cho “{delegate}”, cần đúng một.")
    if not rows:
        raise ValueError("chưa có lần thay thế đại biểu nào.")
    return decision_of(congress, (named or rows)[0], today=today)


def decision_of(congress: Congress, row: Substitution, *, today: date) -> Printout:
    """The decision of one substitution; without number or day it leaves room for the pen.

    `today` selects the layout and the texts in force where the decision is not dated yet.
    """
    day = row.decision_on or today
    kind = "Đại hội đại biểu" if congress.of_delegates else "Đại hội"
    gathering = f"{kind} {congress.organisation} lần thứ {congress.ordinal_roman}, nhiệm kỳ {congress.term}"
    articles = [styled(congress, text) for text in _articles(congress, row, gathering)]
    return Printout(
        template="delegates/printouts/substitution_decision.html",
        filename=file_name(congress.slug, f"Quyết định thay đại biểu {row.out_delegate.person.full_name}", day),
        title=styled(congress, f"Quyết định thay đại biểu dự {congress.title}"),
        author=styled(congress, congress.committee),
        date=day,
        context={
            "heading": Heading(
                superior=styled(congress, congress.superior),
                issuer=styled(congress, congress.committee),
                place=congress.name,
                date=row.decision_on,
                symbol=SYMBOL,
                number=row.decision_number,
                year=day.year,
            ),
            "title": Title(
                kind="Quyết định",
                subject=styled(
                    congress, f"về việc công nhận đại biểu dự khuyết thay đại biểu chính thức\ndự {gathering}"
                ),
            ),
            "bases": [styled(congress, line) for line in _bases(congress, row, day)],
            "decides": styled(congress, signing_body(congress.committee)).upper(),
            "articles": articles,
            "undone": "" if row.stands else "Lần thay thế này đã được hoàn tác; quyết định không còn giá trị.",
            "invented": INVENTED if congress.invented else "",
            "signature": Signature(
                authority=f"T/M {AUTHORITY}",
                position=row.signer_post or "Bí thư",
                name=row.signer,
                recipients=tuple(styled(congress, line) for line in _recipients(row)),
            ),
        },
    )


def _bases(congress: Congress, row: Substitution, day: date) -> Iterator[str]:
    """Upright, each a line with a dash and a semicolon (domain.md §7.5 [C])."""
    for citation in usual_bases(day):
        yield f"Căn cứ {citation};"
    if source := REASON_SOURCES.get(row.reason):
        yield f"Căn cứ {source.replace(' ngày', ', ngày')};"
    if congress.decision_number:
        on = f", ngày {date_on_paper(congress.decision_date)}" if congress.decision_date else ""
        body = signing_body(congress.committee)
        yield f"Căn cứ Quyết định số {congress.decision_number}{on} của {body} về số lượng đại biểu;"
    yield f"Căn cứ kết quả bầu đại biểu dự khuyết của {row.out_delegate.unit.name};"
    if row.paper:
        on = f", ngày {date_on_paper(row.paper_on)}" if row.paper_on else ""
        yield f"Xét {row.paper}{on};"
    yield "Xét đề nghị của Tiểu ban Nhân sự,"


def _articles(congress: Congress, row: Substitution, gathering: str) -> Iterator[str]:
    out, came_up = row.out_delegate, row.in_delegate
    because = row.reason_words.strip().rstrip(".;,") or BECAUSE[row.reason]
    yield (
        f"Đồng chí {_who(out)}, đại biểu chính thức của {out.unit.name}, thôi là đại biểu dự {gathering}, {because}."
    )
    yield (
        f"Công nhận đồng chí {_who(came_up)}, đại biểu dự khuyết{_rank(row)} của {came_up.unit.name}, là đại biểu "
        f"chính thức dự {gathering}, thay đồng chí {out.person.full_name}, kể từ {date_in_words(row.from_day)}."
        f"{_passed_over(row)}"
    )
    yield (
        f"Văn phòng Đảng ủy, Tiểu ban Nhân sự, {out.unit.name} và các đồng chí có tên tại Điều 1, Điều 2 chịu trách "
        "nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký."
    )


def _who(delegate: Delegate) -> str:
    """ "Nguyễn Văn A, sinh năm 1975, Trưởng ấp"."""
    person = delegate.person
    birth = f"sinh năm {person.birth_year}" if person.birth_year else ""
    sex = "nữ" if person.sex is Sex.FEMALE else ""
    return ", ".join(filter(None, (person.full_name, sex, birth, person.post)))


def _rank(row: Substitution) -> str:
    rank = row.before.get("rank")
    return f" thứ {rank}" if rank else ""


def _passed_over(row: Substitution) -> str:
    """Why those who stand before did not come up, so that the paper answers the question itself."""
    if not row.skipped:
        return ""
    parts = [f"đồng chí {each['name']} (dự khuyết {each['rank']}): {_lower(each['reason'])}" for each in row.skipped]
    return f" Dự khuyết đứng trước không thay: {'; '.join(parts)}."


def _lower(text: str) -> str:
    text = text.strip().rstrip(".;,")
    return text[:1].lower() + text[1:]


def _recipients(row: Substitution) -> tuple[str, ...]:
    return (
        "Ban Thường vụ Đảng ủy",
        "Tiểu ban Nhân sự",
        row.out_delegate.unit.name,
        "Các đồng chí có tên tại Điều 1, Điều 2",
        "Lưu Văn phòng Đảng ủy",
    )

"""The decision on the allocation of delegates, with the annex that lists every cell."""

from collections.abc import Iterator, Mapping
from datetime import date

from congress.allocation.printouts.words import (
    INVENTED,
    Write,
    congress_in_full,
    decision_in_text,
    of_decision,
    writing,
)
from congress.allocation.rules.issued import Change, IssuedFacts, signing_body
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.rules.shares import Allocation, Share
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, number_on_paper, two_digits

# domain.md §2.4 [C]; "Tổng" is of official delegates: ex officio, elected and appointed.
COLUMNS = (
    Column("STT", 9, "stt"),
    Column("Chi bộ, đảng bộ", 40),
    Column("Số đảng viên chính thức", 17, "number"),
    Column("Đương nhiên", 16, "number", "Đại biểu"),
    Column("Bầu chính thức", 15, "number", "Đại biểu"),
    Column("Dự khuyết", 15, "number", "Đại biểu"),
    Column("Chỉ định", 13, "number", "Đại biểu"),
    Column("Tổng chính thức", 15, "number", "Đại biểu"),
    Column("Cơ cấu", 23),
    Column("Ghi chú", 30),
)
CHANGES = (
    Column("STT", 9, "stt"),
    Column("Chi bộ, đảng bộ", 58),
    Column("Trước", 14, "number", "Bầu chính thức"),
    Column("Sau", 14, "number", "Bầu chính thức"),
    Column("Trước", 14, "number", "Dự khuyết"),
    Column("Sau", 14, "number", "Dự khuyết"),
    Column("Lý do", 42),
)
RECIPIENTS = ("Ban Thường vụ Đảng ủy", "Các chi bộ, đảng bộ trực thuộc", "Tiểu ban Nhân sự", "Lưu Văn phòng Đảng ủy")


def decision(congress: Congress, plan: Plan, allocation: Allocation, facts: IssuedFacts, *, today: date) -> Printout:
    """The decision, dated as its facts say; `today` only selects the layout where it is not dated yet."""
    write = writing(congress)
    day = facts.decision_date or today
    subject = f"về việc {_verb(facts)} số lượng đại biểu\ndự {congress_in_full(congress)}"
    return Printout(
        template="allocation/printouts/decision.html",
        filename=file_name(congress.slug, f"Quyết định {_verb(facts)} đại biểu", day),
        title=write(f"Quyết định {_verb(facts)} số lượng đại biểu {congress.title}"),
        author=write(congress.committee),
        date=day,
        context={
            "heading": Heading(
                superior=write(congress.superior),
                issuer=write(congress.committee),
                place=congress.name,
                date=facts.decision_date,
                symbol=facts.symbol,
                number=facts.decision_number,
                year=day.year,
            ),
            "title": Title(kind="Quyết định", subject=write(subject)),
            "bases": [write(line) for line in _bases(congress, facts)],
            "decides": write(signing_body(congress.committee, facts.authority).upper()),
            "articles": [
                (f"Điều {number}.", write(text)) for number, text in enumerate(_articles(congress, plan, facts), 1)
            ],
            "changes": _changes(facts.changes, write) if facts.changes else None,
            "signature": Signature(
                authority=f"T/M {facts.authority}",
                position=facts.position,
                name=facts.signer,
                recipients=tuple(map(write, RECIPIENTS)),
            ),
            "annex_subject": write(f"Phân bổ số lượng đại biểu\ndự {congress_in_full(congress)}"),
            "annex_of": write(
                f"(Kèm theo {of_decision(facts)} của {signing_body(congress.committee, facts.authority)})"
            ),
            "table": annex(plan, allocation, write, facts.change_reasons),
            "checks": [write(line) for line in sum_checks(plan, allocation)],
            "invented": INVENTED if congress.invented else "",
        },
    )


def _verb(facts: IssuedFacts) -> str:
    return "điều chỉnh phân bổ" if facts.version > 1 else "phân bổ"


def _bases(congress: Congress, facts: IssuedFacts) -> Iterator[str]:
    """Upright, each a line with a dash and a semicolon (domain.md §7.5 [C])."""
    for line in facts.bases:
        yield f"Căn cứ {line.strip().rstrip(';.,')};"
    if facts.version > 1:
        earlier = decision_in_text(facts.amends_number, facts.symbol, facts.amends_date)
        yield f"Căn cứ {earlier} của {signing_body(congress.committee, facts.authority)};"
    yield "Xét đề nghị của Tiểu ban Nhân sự;"


def _articles(congress: Congress, plan: Plan, facts: IssuedFacts) -> Iterator[str]:
    yield f"Phân bổ số lượng đại biểu dự {congress_in_full(congress)} như sau: {_totals(plan)}. {_frozen(facts)}"
    if facts.version > 1:
        earlier = decision_in_text(facts.amends_number, facts.symbol, facts.amends_date)
        yield (
            f"Quyết định này thay thế {earlier}. Các chi bộ, đảng bộ được điều chỉnh có tên trong bảng dưới đây; "
            "số lượng của các chi bộ, đảng bộ khác không thay đổi."
            if facts.changes
            else f"Quyết định này thay thế {earlier}; số lượng của các chi bộ, đảng bộ không thay đổi."
        )
    yield (
        "Các chi bộ, đảng bộ trực thuộc căn cứ số lượng được phân bổ, chuẩn bị nhân sự và tổ chức bầu đại biểu theo "
        "đúng Điều lệ Đảng và Quy chế bầu cử trong Đảng. Đại biểu đương nhiên không bầu lại, không tính vào số được "
        "bầu."
    )
    yield (
        "Văn phòng Đảng ủy, Tiểu ban Nhân sự, các chi bộ, đảng bộ trực thuộc chịu trách nhiệm thi hành Quyết định này. "
        "Quyết định có hiệu lực kể từ ngày ký."
    )


def _totals(plan: Plan) -> str:
    parts = [
        f"{two_digits(number)} {word}"
        for number, word in (
            (plan.apart["ex_officio"], "đại biểu đương nhiên"),
            (plan.to_elect, "đại biểu do các chi bộ, đảng bộ bầu"),
            (plan.apart["appointed"], "đại biểu chỉ định"),
            (plan.reserve, "đại biểu dự phòng"),
        )
        if number
    ]
    alternates = f"; {two_digits(plan.alternate)} đại biểu dự khuyết" if plan.alternate else ""
    return f"{two_digits(plan.official)} đại biểu chính thức, gồm {', '.join(parts)}{alternates}"


def _frozen(facts: IssuedFacts) -> str:
    counted = f" Số đảng viên tính đến ngày {date_on_paper(facts.frozen_on)}." if facts.frozen_on else ""
    return f"Số lượng của từng chi bộ, đảng bộ ghi trong phụ lục kèm theo.{counted}"


def _changes(changes: tuple[Change, ...], write: Write) -> Table:
    rows = [
        (
            write(each.name),
            *(_or_dash(number) for number in (each.official_before, each.official_after)),
            *(_or_dash(number) for number in (each.alternate_before, each.alternate_after)),
            write(each.reason),
        )
        for each in changes
    ]
    return Table(CHANGES, [Group("", rows)], size=12)


def _or_dash(number: int | None) -> int | str:
    return "–" if number is None else number


def annex(plan: Plan, allocation: Allocation, write: Write, reasons: Mapping[str, str]) -> Table:
    """Every cell in printed order, with the totals row; `reasons` of an amendment by the cell's key."""
    rows: list[tuple[str | int, ...]] = []
    figures: list[tuple[int, ...]] = []
    for cell in plan.cells:
        official, alternate = allocation.official.by_key[cell.key], allocation.alternate.by_key[cell.key]
        total = cell.ex_officio + official.seats + cell.appointed
        figures.append((cell.members, cell.ex_officio, official.seats, alternate.seats, cell.appointed, total))
        told = "\n".join(filter(None, (_note(cell, official, alternate), _amended(reasons.get(cell.key, "")))))
        rows.append((write(cell.name), *figures[-1], write(_structure(cell)), write(told)))
    sums = [sum(column) for column in zip(*figures, strict=True)] or [0] * 6
    return Table(COLUMNS, [Group("", rows)], totals=("Tổng cộng", *sums, "", ""), size=10)


def _structure(cell: Cell) -> str:
    """What was agreed with the cell, and priority seats with what they are for."""
    reason = cell.priority_reason.strip().rstrip(".")
    priority = f"{two_digits(cell.priority)} ưu tiên" + (f": {reason}" if reason else "") if cell.priority else ""
    return "\n".join(filter(None, (cell.structure.strip(), priority)))


def _note(cell: Cell, official: Share, alternate: Share) -> str:
    pinned = (
        (official, "chính thức", cell.pin_reason),
        (alternate, "dự khuyết", cell.alternate_pin_reason),
    )
    return "\n".join(_pin(share, word, reason) for share, word, reason in pinned if share.pinned)


def _pin(share: Share, word: str, reason: str) -> str:
    computed = f" (tính ra {share.computed})" if share.computed is not None else ""
    return f"Ấn định {word}{computed}: {reason.strip().rstrip('.') or 'chưa ghi lý do'}"


def _amended(reason: str) -> str:
    return f"Điều chỉnh: {reason.strip().rstrip('.')}" if reason else ""


def sum_checks(plan: Plan, allocation: Allocation) -> Iterator[str]:
    """The sums of the table against the decision's totals; a difference is shown, never repaired (domain.md §2.4)."""
    elected, alternates = (
        sum(share.seats for share in outcome.shares) for outcome in (allocation.official, allocation.alternate)
    )
    apart = plan.apart
    total = elected + sum(apart.values())
    told = {name: number_on_paper(number) for name, number in apart.items()}
    yield (
        f"Kiểm tra: {told['ex_officio']} đương nhiên + {number_on_paper(elected)} được bầu + {told['appointed']} chỉ "
        f"định + {told['reserve']} dự phòng = {number_on_paper(total)}, {_against(total, plan.official, 'chính thức')}."
    )
    if plan.alternate or alternates:
        yield f"Đại biểu dự khuyết: {number_on_paper(alternates)}, {_against(alternates, plan.alternate, 'dự khuyết')}."


def _against(found: int, decided: int, word: str) -> str:
    of = f"{number_on_paper(decided)} đại biểu {word} được quyết định"
    return f"khớp với {of}" if found == decided else f"lệch {number_on_paper(abs(found - decided))} so với {of}"

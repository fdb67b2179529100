"""The explanatory note (tờ trình): method, every parameter, the arithmetic, what was set by hand, how fair it is."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from congress.allocation.printouts.evenness import comparison, evenness, names_of
from congress.allocation.printouts.words import INVENTED, Write, congress_in_full, writing
from congress.allocation.rules.claims import Tie
from congress.allocation.rules.fairness import fairness
from congress.allocation.rules.issued import IssuedFacts, signing_body
from congress.allocation.rules.phrases import ROUNDING, rough, short, signed
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import OFFICIAL, Allocation, Outcome, Share
from congress.allocation.vocabulary import Method, TieRule
from congress.congresses.models import Congress
from congress.printing.paper import Heading, Signature, Title
from congress.printing.printout import Printout, file_name
from congress.printing.tables import Column, Group, Table
from congress.shared.vietnamese import date_on_paper, number_on_paper

METHODS = {
    Method.LARGEST_REMAINDER: (
        "Mỗi chi bộ được một mức nền và số ưu tiên (nếu có); số đại biểu còn lại chia theo tỷ lệ đảng viên chính thức: "
        "trước hết lấy phần nguyên, các suất còn lại lần lượt cho những chi bộ có phần dư lớn nhất."
    ),
    Method.HAMILTON: (
        "Số đại biểu chia theo tỷ lệ đảng viên chính thức: trước hết lấy phần nguyên, các suất còn lại lần lượt cho "
        "những chi bộ có phần dư lớn nhất. Mức nền là mức tối thiểu, không cộng thêm."
    ),
    Method.WEBSTER: (
        "Số đảng viên chính thức của mỗi chi bộ chia cho một số chia chung rồi làm tròn đến số gần nhất; số chia được "
        "chọn để tổng đúng bằng số đại biểu. Mức nền là mức tối thiểu, không cộng thêm."
    ),
    Method.DHONDT: (
        "Số đảng viên chính thức của mỗi chi bộ chia cho một số chia chung rồi làm tròn xuống; số chia được chọn để "
        "tổng đúng bằng số đại biểu. Mức nền là mức tối thiểu, không cộng thêm."
    ),
    Method.ADAMS: (
        "Số đảng viên chính thức của mỗi chi bộ chia cho một số chia chung rồi làm tròn lên; số chia được chọn để tổng "
        "đúng bằng số đại biểu. Mức nền là mức tối thiểu, không cộng thêm."
    ),
}
TIE_RULES = {
    TieRule.MORE_MEMBERS: "chi bộ đông đảng viên hơn được xét trước",
    TieRule.PRINTED_ORDER: "tạm theo thứ tự trong danh sách, cần xác nhận",
    TieRule.DECIDED: "theo quyết định đã ghi",
}
RECIPIENTS = ("Như trên", "Lưu Tiểu ban Nhân sự")


def explanatory_note(
    congress: Congress, plan: Plan, allocation: Allocation, facts: IssuedFacts, *, today: date
) -> Printout:
    """The note the personnel subcommittee submits with the plan; dated by pen."""
    write = writing(congress)
    figures = fairness(plan, allocation)
    name = congress_in_full(congress)
    sections = [
        ("1. Số lượng đại biểu", list(_totals(plan, facts)), _ex_officio(plan, write)),
        ("2. Phương pháp", list(_method(plan)), None),
        ("3. Cách tính", list(_arithmetic(plan, allocation)), _arithmetic_table(plan, allocation, write)),
        ("4. Suất ưu tiên", *_priorities(plan, write)),
        ("5. Số ấn định", *_pins(plan, allocation, facts, write)),
        ("6. Trường hợp bằng nhau", list(_ties(plan, allocation, facts)), None),
        ("7. Mức độ công bằng", list(evenness(plan, figures)), None),
        ("8. So sánh với phương pháp khác", *comparison(plan, allocation, write)),
    ]
    return Printout(
        template="allocation/printouts/note.html",
        filename=file_name(congress.slug, "Tờ trình phân bổ đại biểu", today),
        title=write(f"Tờ trình phương án phân bổ đại biểu {congress.title}"),
        author=write("Tiểu ban Nhân sự"),
        date=today,
        context={
            "heading": Heading(
                superior=write(congress.committee),
                issuer="Tiểu ban Nhân sự",
                place=congress.name,
                symbol="TTr/TBNS",
                year=today.year,
            ),
            "title": Title(kind="Tờ trình", subject=write(f"về phương án phân bổ số lượng đại biểu\ndự {name}")),
            "addressed": write(signing_body(congress.committee, facts.authority)),
            "sections": [(head, [write(text) for text in texts], table) for head, texts, table in sections],
            "invented": INVENTED if congress.invented else "",
            "signature": Signature(authority="T/M Tiểu ban Nhân sự", position="Trưởng Tiểu ban", recipients=RECIPIENTS),
        },
    )


def _totals(plan: Plan, facts: IssuedFacts) -> Iterator[str]:
    apart = plan.apart
    yield (
        f"Tổng số đại biểu chính thức {number_on_paper(plan.official)}, trừ "
        f"{number_on_paper(apart['ex_officio'])} đại biểu đương nhiên, {number_on_paper(apart['appointed'])} đại biểu "
        f"chỉ định, {number_on_paper(apart['reserve'])} dự phòng; còn "
        f"{number_on_paper(plan.to_elect)} đại biểu do {len(plan.cells)} chi bộ, đảng bộ bầu. Đại biểu dự khuyết: "
        f"{number_on_paper(plan.alternate)}."
    )
    members = number_on_paper(sum(cell.members for cell in plan.cells))
    counted = f"tính đến ngày {date_on_paper(facts.frozen_on)}" if facts.frozen_on else "chưa ghi ngày chốt số liệu"
    yield f"Cơ sở tính: {members} đảng viên chính thức, {counted}."


def _ex_officio(plan: Plan, write: Write) -> Table | None:
    """The committee members in office, listed by cell."""
    sitting = [cell for cell in plan.cells if cell.ex_officio]
    if not sitting:
        return None
    columns = (
        Column("STT", 9, "stt"),
        Column("Chi bộ, đảng bộ", 60),
        Column("Đại biểu đương nhiên", 22, "number"),
        Column("Họ và tên", 74),
    )
    rows = [(write(cell.name), cell.ex_officio, ", ".join(cell.ex_officio_names)) for cell in sitting]
    return Table(columns, [Group("", rows)], totals=("Tổng cộng", plan.apart["ex_officio"], ""), size=11)


def _method(plan: Plan) -> Iterator[str]:
    yield f"{plan.method.label}. {METHODS[plan.method]}"
    own = [f"{cell.name}: {cell.base}" for cell in plan.cells if cell.base is not None and cell.base != plan.base]
    yield f"Mức nền chung: {plan.base}." + (f" Mức nền riêng: {'; '.join(own)}." if own else "")
    yield (
        "Phần dư bằng nhau: xét chi bộ đông đảng viên hơn, rồi theo thứ tự trong danh sách. Số bầu của một chi bộ "
        "không vượt số đảng viên chính thức trừ đại biểu đương nhiên. Đại biểu dự khuyết chia theo cùng phương pháp, "
        "không có mức nền."
    )
    bounds = [
        f"{cell.name}: {', '.join(filter(None, (_bound('ít nhất', cell.floor), _bound('nhiều nhất', cell.cap))))}"
        for cell in plan.cells
        if cell.floor is not None or cell.cap is not None
    ]
    if bounds:
        yield f"Giới hạn riêng: {'; '.join(bounds)}."


def _bound(word: str, number: int | None) -> str:
    return "" if number is None else f"{word} {number}"


def _arithmetic(plan: Plan, allocation: Allocation) -> Iterator[str]:
    for outcome, word in ((allocation.official, "chính thức"), (allocation.alternate, "dự khuyết")):
        if outcome.seats:
            yield f"Đại biểu {word}: {_shared(plan, outcome)}"
    held = [share for share in allocation.official.shares if share.raised or share.lowered]
    if held:
        names = plan.by_key
        told = "; ".join(
            f"{names[each.key].name} {'nâng lên' if each.raised else 'giữ ở'} {each.seats} (tính ra "
            f"{rough(_exact(each))})"
            for each in held
        )
        yield f"Chạm giới hạn, các chi bộ khác được tính lại: {told}."


def _exact(share: Share) -> Fraction:
    return share.base + share.priority + share.quotient


def _shared(plan: Plan, outcome: Outcome) -> str:
    if outcome.divisor:
        return f"số chia chung {short(outcome.divisor)} đảng viên cho một đại biểu, {ROUNDING[plan.method]}."
    if not outcome.members:
        return f"{outcome.seats} suất đều do mức nền, giới hạn hoặc ấn định."
    return (
        f"{number_on_paper(outcome.pool)} suất chia cho {number_on_paper(outcome.members)} đảng viên của các chi bộ "
        f"không chạm giới hạn, không ấn định; sau phần nguyên còn {outcome.left_over} suất chia theo phần dư."
    )


def _arithmetic_table(plan: Plan, allocation: Allocation, write: Write) -> Table:
    by_remainder = not plan.method.has_divisor
    columns = [
        Column("STT", 9, "stt"),
        Column("Chi bộ, đảng bộ", 43),
        Column("Đảng viên", 15, "number"),
        *([Column("Mức nền", 12, "number")] if plan.method.has_base else []),
        Column("Ưu tiên", 12, "number"),
        Column("Phần chia", 16, "number"),
        *([Column("Phần dư", 14, "number"), Column("Thứ hạng", 13, "number")] if by_remainder else []),
        Column("Chính thức", 14, "number"),
        Column("Dự khuyết", 15, "number"),
    ]
    rows = []
    for cell in plan.cells:
        share, alternate = allocation.official.by_key[cell.key], allocation.alternate.by_key[cell.key]
        remainder = (rough(share.remainder) if share.rank else "", share.rank)
        rows.append(
            (
                write(cell.name),
                cell.members,
                *((share.base,) if plan.method.has_base else ()),
                share.priority,
                "ấn định" if share.pinned else rough(share.quotient),
                *(remainder if by_remainder else ()),
                share.seats,
                alternate.seats,
            )
        )
    blank = [""] * (len(columns) - 5)
    sums = [sum(row[place] for row in rows) for place in (-2, -1)]
    totals = ("Tổng cộng", sum(cell.members for cell in plan.cells), *blank, *sums)
    return Table(columns, [Group("", rows)], totals=totals, size=10)


def _priorities(plan: Plan, write: Write) -> tuple[list[str], Table | None]:
    given = [cell for cell in plan.cells if cell.priority]
    if not given:
        return ["Không có suất ưu tiên."], None
    columns = (
        Column("STT", 9, "stt"),
        Column("Chi bộ, đảng bộ", 65),
        Column("Số suất", 16, "number"),
        Column("Lý do", 75),
    )
    rows = [(write(cell.name), cell.priority, write(cell.priority_reason) or "Chưa ghi lý do") for cell in given]
    table = Table(columns, [Group("", rows)], totals=("Tổng cộng", sum(cell.priority for cell in given), ""), size=11)
    return ["Các suất ưu tiên được cộng trước khi chia theo đảng viên:"], table


def _pins(plan: Plan, allocation: Allocation, facts: IssuedFacts, write: Write) -> tuple[list[str], Table | None]:
    rows = []
    for outcome, word in ((allocation.official, "Chính thức"), (allocation.alternate, "Dự khuyết")):
        for share in outcome.shares:
            if share.pinned:
                cell = plan.by_key[share.key]
                reason = cell.pin_reason if outcome.standing == OFFICIAL else cell.alternate_pin_reason
                rows.append(
                    (
                        write(cell.name),
                        word,
                        "–" if share.computed is None else share.computed,
                        share.seats,
                        "–" if share.difference is None else signed(share.difference),
                        write("\n".join(filter(None, (reason or "Chưa ghi lý do", facts.pinned_by.get(share.key))))),
                    )
                )
    if not rows:
        return ["Không có số ấn định: mọi số đều theo cách tính."], None
    columns = (
        Column("STT", 9, "stt"),
        Column("Chi bộ, đảng bộ", 50),
        Column("Đại biểu", 20, "centre"),
        Column("Tính ra", 13, "number"),
        Column("Ấn định", 14, "number"),
        Column("Chênh lệch", 15, "number"),
        Column("Lý do", 44),
    )
    text = "Các số sau được ấn định, phần còn lại tính quanh các số đó. “Tính ra” là kết quả khi không ấn định số nào:"
    return [text], Table(columns, [Group("", rows)], size=11)


def _ties(plan: Plan, allocation: Allocation, facts: IssuedFacts) -> Iterator[str]:
    if not allocation.ties:
        yield "Không có trường hợp bằng nhau ở suất cuối."
    for tie in allocation.ties:
        word = "chính thức" if tie.standing == OFFICIAL else "dự khuyết"
        yield (
            f"Đại biểu {word}: {names_of(plan, tie.cells)} bằng nhau khi xét {tie.seats} suất cuối; được nhận: "
            f"{names_of(plan, tie.winners)} ({_rule(tie, facts)})."
        )


def _rule(tie: Tie, facts: IssuedFacts) -> str:
    reason = facts.tie_reasons.get(tie.key, "").rstrip(".") if tie.rule is TieRule.DECIDED else ""
    return f"{TIE_RULES[tie.rule]}: {reason}" if reason else TIE_RULES[tie.rule]

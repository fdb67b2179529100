"""How even a plan is and what other methods would give, in the sentences and the table of the explanatory note."""

from collections.abc import Iterator

from congress.allocation.printouts.words import Write
from congress.allocation.rules.fairness import Fairness, by_method, fairness, paradoxes
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import OFFICIAL, Allocation
from congress.allocation.vocabulary import Method
from congress.printing.tables import Column, Group, Table
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import decimal_on_paper, percent

SHORT_NAMES = {
    Method.LARGEST_REMAINDER: "Mức nền + phần dư",
    Method.HAMILTON: "Hamilton",
    Method.WEBSTER: "Webster",
    Method.DHONDT: "D’Hondt",
    Method.ADAMS: "Adams",
}


def names_of(plan: Plan, keys: tuple[str, ...]) -> str:
    return ", ".join(plan.by_key[key].name for key in keys)


def evenness(plan: Plan, figures: Fairness) -> Iterator[str]:
    if figures.fewest is None or figures.middle is None or figures.most is None or figures.largest is None:
        yield "Chưa có đại biểu nào được chia."
        return
    least, most = (_some(plan, keys) for keys in (figures.fewest_at, figures.most_at))
    yield (
        f"Số đảng viên cho một đại biểu được bầu: ít nhất {decimal_on_paper(figures.fewest, 2)} ({least}), trung vị "
        f"{decimal_on_paper(figures.middle, 2)}, nhiều nhất {decimal_on_paper(figures.most, 2)} ({most})."
    )
    off = figures.deviations[figures.largest]
    yield (
        f"Lệch nhiều nhất so với tỷ lệ đảng viên: {plan.by_key[figures.largest].name}, "
        f"{'thừa' if off > 0 else 'thiếu'} {decimal_on_paper(abs(off), 2)} suất. Chỉ số Gallagher: "
        f"{decimal_on_paper(figures.gallagher, 2)}% (0% là đúng tỷ lệ tuyệt đối)."
    )
    if figures.without:
        yield f"Chi bộ không được bầu đại biểu: {_some(plan, figures.without)}."
    yield from _paradoxes(plan)


def _paradoxes(plan: Plan) -> Iterator[str]:
    found = paradoxes(plan)
    for each in found:
        word = "chính thức" if each.standing == OFFICIAL else "dự khuyết"
        yield (
            f"Lưu ý: khi tổng số đại biểu {word} tăng từ {each.total} lên {each.next_total}, "
            f"{plan.by_key[each.key].name} giảm từ {each.seats} xuống {each.next_seats} (nghịch lý của phương pháp "
            f"phần dư)."
        )
    if not found:
        yield "Tăng hoặc giảm tổng số một đại biểu không làm chi bộ nào thay đổi ngược chiều."


SOME = 3


def _some(plan: Plan, keys: tuple[str, ...]) -> str:
    more = f" và {len(keys) - SOME} chi bộ khác" if len(keys) > SOME else ""
    return names_of(plan, keys[:SOME]) + more


def comparison(plan: Plan, allocation: Allocation, write: Write) -> tuple[list[str], Table | None]:
    """The cells that another method would give another number of seats."""
    results = by_method(plan)
    results[plan.method] = allocation
    given = {method: result for method, result in results.items() if isinstance(result, Allocation)}
    texts = [
        f"{SHORT_NAMES[method]}: không tính được. {result}"
        for method, result in results.items()
        if isinstance(result, RuleBroken)
    ]
    seats = {cell.key: [result.official.by_key[cell.key].seats for result in given.values()] for cell in plan.cells}
    rows = [(write(cell.name), cell.members, *seats[cell.key]) for cell in plan.cells if len(set(seats[cell.key])) > 1]
    index = "; ".join(
        f"{SHORT_NAMES[method]} {decimal_on_paper(fairness(plan, result).gallagher, 2)}%"
        for method, result in given.items()
    )
    share = f"{len(rows)} trên {len(plan.cells)} chi bộ ({percent(len(rows), len(plan.cells))}%)"
    texts.insert(0, f"Số đại biểu chính thức của {share} khác nhau giữa các phương pháp. Chỉ số Gallagher: {index}.")
    if not rows:
        return texts, None
    columns = [
        Column("STT", 9, "stt"),
        Column("Chi bộ, đảng bộ", 48),
        Column("Đảng viên", 15, "number"),
        *(Column(SHORT_NAMES[method], 19, "number") for method in given),
    ]
    return texts, Table(columns, [Group("", rows)], size=10)

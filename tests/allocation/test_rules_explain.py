"""Every number explained: a sentence a cell secretary understands, and steps that lead to the same number."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from congress.allocation.rules.explain import Explanation, explain, explain_all
from congress.allocation.rules.phrases import Phrase, rough, short, signed
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import allocate
from congress.allocation.vocabulary import Method
from congress.shared.labels import N_
from tests.allocation.plans import cell, plan, plans


def told(of: Plan, key: str) -> Explanation:
    return explain(of, allocate(of), key)


def sentence(of: Plan, key: str) -> str:
    return told(of, key).sentence.text()


def steps(of: Plan, key: str) -> list[str]:
    return [step.text() for step in told(of, key).steps]


def test_base_whole_part_and_remainder_are_told():
    of = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10, alternate=5)
    assert sentence(of, "A") == (
        "Chi bộ A có 60 đảng viên chính thức, được bầu 5 đại biểu chính thức: 1 theo mức nền, 4 theo số đảng viên; "
        "phần dư 0,20 đứng thứ 2 nên không được thêm khi chia 1 suất còn lại."
    )
    assert sentence(of, "C").endswith("1 theo mức nền, 1 nhờ phần dư 0,70 đứng thứ 1 khi chia 1 suất còn lại.")
    assert told(of, "B").alternate_sentence.text().startswith("Chi bộ B được bầu 2 đại biểu dự khuyết: 1 theo số")


def test_the_steps_lead_from_the_total_to_the_seats():
    of = plan(cell("A", 60, ex_officio=2, priority=1, priority_reason="Nữ."), cell("B", 30), official=15, reserve=1)
    assert steps(of, "A") == [
        "Số đại biểu các chi bộ bầu: 15 − 2 đương nhiên − 0 chỉ định − 1 dự phòng = 12.",
        "Mức nền của chi bộ: 1.",
        "Số ưu tiên: 1 (Nữ).",
        "Đảng viên có thể bầu: 60 − 2 đương nhiên = 58.",
        "Chia theo đảng viên: 9 suất cho 90 đảng viên.",
        "Phần của chi bộ: 60 × 9 : 90 = 6,00.",
        "Phần nguyên 6; không còn suất nào chia theo phần dư.",
        "Cộng: 1 mức nền + 1 ưu tiên + 6 theo số đảng viên = 8.",
    ]


def test_a_pinned_number_tells_what_was_computed_and_why_it_was_set():
    of = plan(cell("A", 50, pin=2, pin_reason="Mới hợp nhất."), cell("B", 30), cell("C", 20), official=12)
    assert "được bầu 2 đại biểu chính thức: số này được ấn định, theo cách tính là 5; lý do: Mới" in sentence(of, "A")
    assert steps(of, "A")[-1] == "Được ấn định: 2; nếu không ấn định số nào thì là 5, chênh lệch −3."


def test_bounds_are_told_as_what_was_computed_and_what_became_of_it():
    of = plan(
        cell("A", 90, cap=3),
        cell("B", 80),
        cell("C", 3),
        cell("D", 4, ex_officio=3),
        official=20,
        method=Method.HAMILTON,
    )
    assert "cao hơn số tối đa 3 nên được hạ xuống" in sentence(of, "A")
    assert "thấp hơn mức tối thiểu 1 nên được nâng lên" in sentence(of, "C")
    many = plan(cell("A", 90), cell("B", 5, ex_officio=4), official=60)
    assert "nhưng chi bộ chỉ còn 1 đảng viên có thể bầu" in sentence(many, "B")


def test_a_divisor_is_told_as_members_for_one_delegate():
    of = plan(cell("A", 60), cell("B", 30), cell("C", 10), official=10, method=Method.WEBSTER)
    assert re.search(r"60 đảng viên : [\d,]+ = [\d,]+, làm tròn đến số gần nhất thành 6\.", sentence(of, "A"))
    assert any(step.startswith("Số chia chung: ") for step in steps(of, "A"))


def test_ties_name_the_others_and_the_rule():
    of = plan(cell("A", 25), cell("B", 25), official=5)
    assert "bằng Chi bộ B nên tạm xét theo thứ tự trong danh sách, cần văn phòng xác nhận" in sentence(of, "A")
    assert any("Chi bộ A, Chi bộ B cùng xét 1 suất cuối; được nhận: Chi bộ A" in step for step in steps(of, "B"))
    (tie,) = allocate(of).ties
    assert "theo quyết định đã ghi" in sentence(replace(of, decisions={tie.key: ("B",)}), "B")


def test_of_many_equal_cells_a_few_are_named_and_the_others_counted():
    of = plan(*(cell(letter, 10) for letter in "ABCDEF"), official=8)
    assert "bằng Chi bộ B, Chi bộ C, Chi bộ D và 2 chi bộ khác nên" in sentence(of, "A")


def test_a_page_translates_the_sentence_and_the_parts_inside():
    of = plan(cell("A", 25), cell("B", 25), official=5)
    english = {
        N_("%(cell)s có %(members)s đảng viên chính thức, được bầu %(seats)s đại biểu chính thức: %(why)s."): (
            "%(seats)s seats for %(cell)s: %(why)s."
        ),
        N_("%(base)s theo mức nền"): "%(base)s as base",
    }
    said = told(of, "A").sentence.text(lambda text: english.get(text, text))
    assert said.startswith("3 seats for Chi bộ A: 1 as base, ")


def test_a_name_with_a_percent_sign_stays_what_it_is():
    assert Phrase("%(cell)s: %(seats)s", {"cell": "Chi bộ 100%s", "seats": 1293}).text() == "Chi bộ 100%s: 1.293"
    assert Phrase("100%").text() == "100%"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(Fraction(293, 100), "2,93"), (Fraction(29997, 10000), "2,9997"), (Fraction(3), "3,00"), (Fraction(0), "0,00")],
)
def test_a_fraction_never_looks_like_the_next_whole_number(number, shown):
    assert rough(number) == shown


def test_divisors_and_differences_are_short():
    assert [short(Fraction(9)), short(Fraction(86, 10)), short(Fraction(20, 3))] == ["9", "8,6", "6,6667"]
    assert [signed(2), signed(-1), signed(0)] == ["+2", "−1", "0"]


@given(plans())
def test_every_cell_of_every_plan_is_explained_with_its_own_numbers(of: Plan):
    allocation = allocate(of)
    for each in explain_all(of, allocation):
        share, name = allocation.official.by_key[each.key], of.by_key[each.key].name
        assert f"được bầu {share.seats} đại biểu chính thức: " in each.sentence.text()
        assert each.sentence.text().startswith(name)
        assert "%(" not in " ".join(step.text() for step in (*each.steps, *each.alternate_steps))
        last = each.steps[-1].text()
        assert share.raised or share.lowered or str(share.seats) in last

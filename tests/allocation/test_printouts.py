"""The allocation on paper: figures that add up, the reasons beside them, the Party's layout."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from congress.allocation import printouts
from congress.allocation.printouts.decision import sum_checks
from congress.allocation.rules.issued import IssuedFacts, changes_between
from congress.allocation.rules.legal_bases import LEGAL_BASES, replaced_on, usual_bases
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation, allocate, would_give
from congress.allocation.vocabulary import Method
from congress.congresses.models import Congress
from congress.congresses.vocabulary import AreaKind, HouseStyle
from congress.printing.html import html_of
from congress.printing.printout import Printout
from congress.printing.render import render
from tests.allocation.plans import cell

TODAY = date(2025, 8, 4)
DAY = date(2025, 8, 5)
LONG = "Chi bộ Trung tâm Cung ứng dịch vụ công và Hợp tác xã Nông nghiệp"
FACTS = IssuedFacts(
    decision_number=5, decision_date=DAY, signer="Nguyễn Văn A", frozen_on=date(2025, 7, 1), bases=usual_bases(DAY)
)


def made(house_style: HouseStyle) -> Congress:
    return Congress(
        slug="my-hiep",
        name="Mỹ Hiệp",
        superior="Đảng bộ tỉnh Đồng Tháp",
        ordinal=1,
        term_start=2025,
        term_end=2030,
        of_delegates=True,
        area_kind=AreaKind.COMMUNE,
        house_style=house_style,
    )


@pytest.fixture(scope="module")
def commune() -> Congress:
    return made(HouseStyle.NEW)


@pytest.fixture(scope="module")
def my_hiep() -> Plan:
    """155 official delegates and 39 alternates (domain.md §2.4); the cells are invented."""
    cells = [replace(cell(f"u{n}", 12 + 7 * n % 60), name=f"Chi bộ ấp số {n}") for n in range(30)]
    cells[0] = replace(cells[0], name=LONG, priority=1, priority_reason="nữ, trẻ")
    cells[1] = replace(cells[1], name="Chi bộ ấp Đông Mỹ – K'Brơi", ex_officio=9)
    cells[2] = replace(cells[2], pin=4, pin_reason="Hợp nhất từ ba chi bộ")
    cells[3] = replace(cells[3], members=3, ex_officio=1)
    cells[4] = replace(cells[4], cap=2)
    return Plan(cells=tuple(cells), official=155, alternate=39, reserve=2)


@pytest.fixture(scope="module")
def given(my_hiep: Plan) -> Allocation:
    return allocate(my_hiep)


def pages_of(paper: Printout) -> list[str]:
    pages = pypdf.PdfReader(BytesIO(render(paper))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


# the decision


def test_the_decision_has_bases_articles_and_signature(commune, my_hiep, given):
    page = html_of(printouts.decision(commune, my_hiep, given, FACTS, today=TODAY))
    for words in (
        "ĐẢNG BỘ TỈNH ĐỒNG THÁP",
        "ĐẢNG ỦY XÃ MỸ HIỆP",
        "Số 05-QĐ/ĐU",
        "Mỹ Hiệp, ngày 05 tháng 8 năm 2025",
        "QUYẾT ĐỊNH",
        "về việc phân bổ số lượng đại biểu",
        "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
        "- Căn cứ Chỉ thị số 45-CT/TW, ngày 14/4/2025 của Bộ Chính trị",
        "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ MỸ HIỆP",
        "155 đại biểu chính thức, gồm 10 đại biểu đương nhiên, 143 đại biểu do các chi bộ, đảng bộ bầu, ",
        "02 đại biểu dự phòng",
        "39 đại biểu dự khuyết",
        "Số đảng viên tính đến ngày 01/7/2025.",
        "T/M BAN THƯỜNG VỤ",
        "Nguyễn Văn A",
        "(Kèm theo Quyết định số 05-QĐ/ĐU, ngày 05/8/2025 của Ban Thường vụ Đảng ủy xã Mỹ Hiệp)",
    ):
        assert words in page, words
    assert "CỘNG HÒA XÃ HỘI" not in page
    assert "35-CT/TW" not in page and "244-QĐ/TW" not in page


def test_the_annex_adds_up_to_the_decision(commune, my_hiep, given):
    paper = printouts.decision(commune, my_hiep, given, FACTS, today=TODAY)
    table = paper.context["table"]
    (group,) = table.groups
    assert [column.label for column in table.columns][1:3] == ["Chi bộ, đảng bộ", "Số đảng viên chính thức"]
    assert table.totals[2:7] == (10, 143, 39, 0, 153)
    assert all(sum(row[place] for row in group.rows) == table.totals[place] for place in range(1, 7))
    assert all(row[6] == row[2] + row[3] + row[5] for row in group.rows)
    assert paper.context["checks"] == [
        "Kiểm tra: 10 đương nhiên + 143 được bầu + 0 chỉ định + 2 dự phòng = 155, "
        "khớp với 155 đại biểu chính thức được quyết định.",
        "Đại biểu dự khuyết: 39, khớp với 39 đại biểu dự khuyết được quyết định.",
    ]


def test_priority_and_pins_stand_beside_their_cell(commune, my_hiep, given):
    paper = printouts.decision(commune, my_hiep, given, FACTS, today=TODAY)
    rows = {row[0]: row for row in paper.context["table"].groups[0].rows}
    assert rows[LONG][7] == "01 ưu tiên: nữ, trẻ"
    computed = given.official.by_key["u2"].computed
    assert rows["Chi bộ ấp số 2"][8] == f"Ấn định chính thức (tính ra {computed}): Hợp nhất từ ba chi bộ"


def test_a_difference_of_sums_is_shown_and_not_repaired(my_hiep, given):
    from_elsewhere = replace(my_hiep, official=156)
    (official, _alternate) = sum_checks(from_elsewhere, given)
    assert official.endswith("= 155, lệch 1 so với 156 đại biểu chính thức được quyết định.")


def test_without_number_and_date_there_is_room_for_the_pen(commune, my_hiep, given):
    page = html_of(printouts.decision(commune, my_hiep, given, IssuedFacts(), today=TODAY))
    assert 'Số <span class="pen"></span>-QĐ/ĐU' in page
    assert "None" not in page and "số …-QĐ/ĐU, ngày …/…/…" in page


def test_an_amendment_names_the_earlier_decision_and_lists_what_changed(commune, my_hiep, given):
    grown = replace(my_hiep, cells=tuple(replace(c, members=c.members + 30 * (c.key == "u9")) for c in my_hiep.cells))
    after = would_give(grown)
    changes = changes_between((my_hiep, given), (grown, after))
    facts = replace(FACTS, version=2, decision_number=8, amends_number=5, amends_date=DAY, changes=changes)
    paper = printouts.decision(commune, grown, after, facts, today=TODAY)
    page = html_of(paper)
    assert "về việc điều chỉnh phân bổ" in page
    assert "Quyết định này thay thế Quyết định số 05-QĐ/ĐU, ngày 05/8/2025." in page
    changed = {row[0]: row[1:] for row in paper.context["changes"].groups[0].rows}
    before, now = given.official.by_key["u9"].seats, after.official.by_key["u9"].seats
    assert changed["Chi bộ ấp số 9"][:2] == (before, now) and now > before
    assert len(changed) == len(changes) < len(my_hiep.cells)


def test_the_annex_begins_on_a_page_of_its_own_and_the_signature_stays_with_the_text(commune, my_hiep, given):
    pages = pages_of(printouts.decision(commune, my_hiep, given, FACTS, today=TODAY))
    assert "T/M BAN THƯỜNG VỤ" in pages[0] and "PHỤ LỤC" not in pages[0]
    assert pages[1].startswith("PHỤ LỤC")
    assert all("STT" in page for page in pages[1:]) and "khớp với 39" in pages[-1]
    assert "K'Brơi" in "".join(pages)


# the explanatory note


def test_the_note_tells_every_parameter_and_the_arithmetic(commune, my_hiep, given):
    paper = printouts.explanatory_note(commune, my_hiep, given, FACTS, today=TODAY)
    page = html_of(paper)
    pool, members = given.official.pool, f"{given.official.members:,}".replace(",", ".")
    for words in (
        "TỜ TRÌNH",
        "Kính trình:",
        "tính đến ngày 01/7/2025",
        "Mức nền cộng phần dư lớn nhất.",
        "Mức nền chung: 1.",
        "Chi bộ ấp số 4: nhiều nhất 2",
        f"{pool} suất chia cho {members} đảng viên",
        "nữ, trẻ",
        "Hợp nhất từ ba chi bộ",
        "Chỉ số Gallagher",
        "D’Hondt",
        "T/M TIỂU BAN NHÂN SỰ",
    ):
        assert words in page, words
    table = paper.context["sections"][2][2]
    assert table.totals[-2:] == (143, 39)


@pytest.mark.parametrize("method", Method)
def test_every_method_has_its_note_and_compares_with_the_others(commune, my_hiep, method):
    plan = replace(my_hiep, method=method)
    page = html_of(printouts.explanatory_note(commune, plan, would_give(plan), FACTS, today=TODAY))
    assert "8. So sánh với phương pháp khác" in page
    assert ("số chia chung" in page) == method.has_divisor


def test_ties_and_how_they_were_decided_stand_in_the_note(commune):
    plan = Plan(cells=(cell("A", 25), cell("B", 25)), official=5)
    page = html_of(printouts.explanatory_note(commune, plan, allocate(plan), IssuedFacts(), today=TODAY))
    assert "Chi bộ A, Chi bộ B bằng nhau khi xét 1 suất cuối; được nhận: Chi bộ A (tạm theo thứ tự" in page
    assert "chưa ghi ngày chốt số liệu" in page


# half sheets


def test_every_cell_has_half_a_sheet_with_the_reason(commune, my_hiep, given):
    paper = printouts.cell_sheets(commune, my_hiep, given, FACTS, today=TODAY)
    page = html_of(paper)
    assert page.count("Vì sao Chi bộ") == 30 and len(paper.context["pairs"]) == 15
    assert "Theo Quyết định số 05-QĐ/ĐU, ngày 05/8/2025." in page
    assert "1 ưu tiên (nữ, trẻ)" in page


def test_two_cells_share_a_sheet(commune, my_hiep, given):
    pages = pages_of(printouts.cell_sheets(commune, my_hiep, given, FACTS, today=TODAY))
    assert len(pages) == 15
    assert all(page.count("Vì sao") == 2 for page in pages)


def test_one_cell_alone_and_a_plan_that_is_not_issued(commune, my_hiep, given):
    paper = printouts.cell_sheet(commune, my_hiep, given, IssuedFacts(), "u3", today=TODAY)
    page = html_of(paper)
    assert page.count("Vì sao Chi bộ") == 1 and "Chi bộ ấp số 3" in page
    assert "Phương án chưa ban hành" in page
    with pytest.raises(LookupError):
        printouts.cell_sheet(commune, my_hiep, given, IssuedFacts(), "nowhere", today=TODAY)


def test_the_older_spelling_is_kept_on_every_paper(my_hiep, given):
    older = made(HouseStyle.OLD)
    for paper in (
        printouts.decision(older, my_hiep, given, FACTS, today=TODAY),
        printouts.explanatory_note(older, my_hiep, given, FACTS, today=TODAY),
        printouts.cell_sheets(older, my_hiep, given, FACTS, today=TODAY),
    ):
        page = html_of(paper)
        assert "Đảng uỷ" in page or "ĐẢNG UỶ" in page
        assert "ủy xã" not in page


# legal bases


def test_a_decision_proposes_what_was_in_force_on_its_day():
    assert any("190-QĐ/TW" in line for line in usual_bases(DAY))
    assert any("244-QĐ/TW" in line for line in usual_bases(date(2020, 5, 1)))
    assert not any("45-CT/TW" in line for line in usual_bases(date(2025, 4, 13)))


def test_a_text_that_had_been_replaced_is_found_among_the_lines():
    lines = ["Quy chế bầu cử trong Đảng (Quyết định số 244-QĐ/TW)", "Chỉ thị số 45-CT/TW, ngày 14/4/2025"]
    (found,) = replaced_on(lines, DAY)
    assert "190-QĐ/TW" in found.replaced_by
    assert not replaced_on(usual_bases(DAY), DAY)


def test_every_basis_has_a_source_and_a_confidence():
    assert all(basis.source and basis.confidence in "ABCD" for basis in LEGAL_BASES)
    assert all(basis.valid_to is None or basis.replaced_by for basis in LEGAL_BASES)

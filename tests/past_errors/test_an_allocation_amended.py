"""An office issued its allocation, amended it and wrote the decision on an alternate: what its papers got wrong."""

import re
from datetime import date

import pytest

from congress.allocation import actions
from congress.allocation.printouts import PRINTOUTS
from congress.allocation.rules.naming import amended_name, copied_name
from congress.database import db, now
from congress.printing.html import html_of
from congress.shared.paper_numbers import parse_own_number, parse_paper_number
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.allocation.test_views import typed
from tests.factories import Somebody, issue_plan, make_plan, make_unit

TODAY = date(2025, 8, 4)


@pytest.fixture
def cells(congress):
    sizes = (("Chi bộ ấp Mỹ Thạnh", 45), ("Chi bộ ấp Mỹ Long", 41), ("Chi bộ K'Brơi", 9))
    return [
        make_unit(congress, name=name, official_members=members, official_quota=0, alternate_quota=0)
        for name, members in sizes
    ]


@pytest.fixture
def amendment(congress, cells):
    first = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, first, decision_number="05-QĐ/ĐU", decision_date=date(2025, 7, 20))
    return actions.copy(congress, first, actor=Somebody, amends=True)


def change(plan, unit, **fields):
    actions.change(plan, actor=Somebody, moment=now(), version=plan.version, lines={unit.id: fields})
    db.session.flush()


def decision_of(congress, plan):
    return html_of(PRINTOUTS["allocation-decision"](congress, today=TODAY, of=plan))


def test_the_amending_decision_says_why_each_cell_is_changed(congress, cells, amendment):
    change(amendment, cells[2], pin=3, pin_reason="Địa bàn trọng điểm")
    changes, annex = decision_of(congress, amendment).split("PHỤ LỤC")
    assert "Địa bàn trọng điểm" in changes.split("Quyết định này thay thế")[1]
    assert changes.count("Tính lại khi các số khác thay đổi") == 1  # the cell that gave the seat
    change(amendment, cells[2], change_reason="Hợp nhất hai chi bộ")
    changes, annex = decision_of(congress, amendment).split("PHỤ LỤC")
    assert "Hợp nhất hai chi bộ" in changes.split("Quyết định này thay thế")[1]
    assert "Điều chỉnh: Hợp nhất hai chi bộ" in annex


def test_a_cell_that_grew_is_changed_because_it_grew(congress, cells, amendment):
    change(amendment, cells[2], members=30)
    assert "Số đảng viên chính thức từ 9 thành 30" in decision_of(congress, amendment)


@pytest.mark.parametrize("written", ["20", "20-QĐ/ĐU", "Số 20-QĐ/ĐU", "số: 20 – qđ/đu", " 20 - QĐ/ĐU "])
def test_the_number_of_a_decision_is_read_as_offices_write_it(written):
    assert str(parse_paper_number(written)) == "20-QĐ/ĐU"
    assert parse_own_number(written) == 20


@pytest.mark.parametrize("written", ["hai mươi", "0", "20QĐ", "-20", "20-"])
def test_what_is_no_number_of_a_decision_is_answered_with_an_example(written):
    with pytest.raises(RuleBroken, match="20-QĐ/ĐU"):
        parse_paper_number(written)


def test_a_number_of_a_decision_has_no_dot_between_thousands():
    assert str(parse_paper_number("1234")) == "1234-QĐ/ĐU"
    assert parse_own_number(str(parse_paper_number("1234-QĐ/ĐU"))) == 1234


def test_a_symbol_that_could_not_be_kept_is_not_dropped_silently():
    assert str(parse_paper_number("7-QĐ/TU")) == "07-QĐ/TU"
    with pytest.raises(RuleBroken, match="ký hiệu QĐ/ĐU"):
        parse_own_number("7-QĐ/TU")


def test_a_plan_issued_by_a_bare_number_prints_it(congress, cells):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, plan, decision_number="7")
    assert "Số 07-QĐ/ĐU" in decision_of(congress, plan)


def test_a_new_plan_begins_with_what_is_in_force(congress, cells):
    first = make_plan(congress, official_total=13, alternate_total=2)
    change(first, cells[0], ex_officio=2, structure="Nữ", pin=4, pin_reason="Địa bàn trọng điểm")
    issue_plan(congress, first)
    made = actions.draw_up(
        congress, actor=Somebody, like=first, name="Phương án 2", official_total=13, alternate_total=2
    )
    line = next(line for line in made.lines if line.unit_id == cells[0].id)
    assert (line.ex_officio, line.structure, line.pin) == (2, "Nữ", None)


def test_amendments_are_numbered(congress, cells):
    first = make_plan(congress, name="Phương án 1", official_total=13, alternate_total=0)
    issue_plan(congress, first)
    second = actions.copy(congress, first, actor=Somebody, amends=True)
    assert second.name == "Phương án 1 (điều chỉnh lần 1)"
    issue_plan(congress, second)
    assert actions.copy(congress, second, actor=Somebody, amends=True).name == "Phương án 1 (điều chỉnh lần 2)"


def test_an_issued_plan_keeps_the_names_its_cells_had(congress, cells):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, plan)
    cells[0].name = "Chi bộ ấp Tên Mới"
    db.session.flush()
    page = decision_of(congress, plan)
    assert "Chi bộ ấp Mỹ Thạnh" in page and "Tên Mới" not in page


def test_two_plans_are_needed_to_compare(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13)
    client = sign_in(Role.OFFICE)
    address = f"/{congress.slug}/allocation/compare"
    assert "Mới có một phương án" in client.get(f"{address}?plan={plan.id}").text
    make_plan(congress, official_total=14)
    assert "Hãy chọn ít nhất hai phương án" in client.get(f"{address}?plan={plan.id}").text


def test_a_refusal_without_a_form_leads_back_to_where_one_was(congress, cells, sign_in):
    client = sign_in(Role.OFFICE)
    issued = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, issued)
    here = f"/{congress.slug}/allocation/{issued.id}"
    refused = client.post(f"{here}/forget-ties", headers={"Referer": f"http://localhost{here}?x=1"})
    assert refused.status_code == 409 and f'href="{here}?x=1"' in refused.text
    elsewhere = client.post(f"{here}/forget-ties", headers={"Referer": f"https://evil.example{here}"})
    assert "Quay lại trang vừa rồi" not in elsewhere.text


def test_a_long_name_is_shortened_where_it_heads_a_column_and_read_in_full_where_it_is_chosen(congress, cells, sign_in):
    long = "Phương án " + "điều chỉnh theo kết quả rà soát " * 4
    ids = [str(make_plan(congress, name=name, official_total=13).id) for name in ("Phương án A", long.strip())]
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/allocation/compare", query_string={"plan": ids}).text
    assert f'<span class="brief" title="{long.strip()}">' in page
    assert f"{long.strip()} (Đang lập)</label>" in page


def test_a_pin_is_answered_below_its_row_and_read_out_at_its_field(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    data = typed(plan, c2_pin="99", c2_pin_reason="Địa bàn trọng điểm", save="1")
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/allocation/{plan.id}", data=data).text
    sentence = "Chi bộ K&#39;Brơi chỉ có 9 đảng viên có thể bầu, không ấn định 99 được."
    assert f'<span class="visually-hidden" id="c2-pin-error">{sentence}</span>' in page
    assert f'<p class="error">{sentence}</p>' in page.split('id="unsaid-3"')[1].split("</div>")[0]


def test_figures_have_dots_between_thousands_on_screen_and_paper(congress, sign_in):
    for name in ("Chi bộ ấp Đông", "Chi bộ ấp Tây"):
        make_unit(congress, name=name, official_members=50_000, official_quota=0, alternate_quota=0)
    plan = issue_plan(congress, make_plan(congress, official_total=3000, alternate_total=2000))
    screen = sign_in(Role.OFFICE).get(f"/{congress.slug}/allocation/{plan.id}").text
    table = screen.split('class="rows allocation')[1].split("</table>")[0]
    for text in (table, decision_of(congress, plan)):
        assert "100.000" in text and "3.000" in text and "2.000" in text
        assert not re.search(r">\s*(100000|3000|2000)\s*<", text)
    checks = decision_of(congress, plan).split("Kiểm tra: ")[1]
    assert "3.000 được bầu" in checks


def test_the_columns_stand_on_screen_in_the_order_of_the_annex(congress, cells, sign_in):
    plan = issue_plan(congress, make_plan(congress, official_total=13, alternate_total=0))
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/allocation/{plan.id}").text
    head = page.split('class="rows allocation')[1].split("</thead>")[0]
    order = ("Đảng viên chính thức", "Đương nhiên", "Bầu chính thức", ">Dự khuyết<", "Chỉ định", "Tổng chính thức")
    places = [head.index(words) for words in order]
    assert places == sorted(places)


def test_a_copy_of_a_copy_finds_a_free_name():
    assert copied_name("Phương án 1", {"Phương án 1 (bản sao)"}) == "Phương án 1 (bản sao 2)"
    assert amended_name("Phương án 1 (điều chỉnh lần 1)", {"Phương án 1 (điều chỉnh lần 1)"}).endswith("lần 2)")


def test_a_tie_that_is_gone_or_issued_meanwhile_is_answered_on_the_page_of_the_plan(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    address = f"/{congress.slug}/allocation/{plan.id}/ties/gone"
    data = {"winner": [plan.lines[0].key], "reason": "Đã họp"}
    client = sign_in(Role.OFFICE)
    answer = client.post(address, data=data)
    assert answer.status_code == 200 and "không còn nữa vì số liệu đã thay đổi" in answer.text
    issue_plan(congress, plan)
    answer = client.post(address, data=data)
    assert answer.status_code == 200 and "Phương án này đã ban hành nên không sửa được" in answer.text


def test_number_day_and_signer_of_an_issued_plan_are_written_once_they_are_known(congress, cells, sign_in):
    plan = make_plan(congress, official_total=13, alternate_total=0)
    issue_plan(congress, plan, decision_number="", decision_date=None, signer="", position="")
    client = sign_in(Role.OFFICE)
    here = f"/{congress.slug}/allocation/{plan.id}"
    assert "Ghi số, ngày, người ký" in client.get(here).text
    wrong = client.post(f"{here}/decision", data={"version": plan.version, "decision_number": "hai mươi"})
    assert "20-QĐ/ĐU" in wrong.text and 'value="hai mươi"' in wrong.text
    early = {"version": plan.version, "decision_number": "20", "decision_date": "1/1/2020"}
    assert "không thể sau ngày của quyết định" in client.post(f"{here}/decision", data=early).text
    data = {"version": plan.version, "decision_number": "20", "decision_date": "4/8/2025", "signer": "Lê Thị Ổn"}
    assert client.post(f"{here}/decision", data=data).status_code == 302
    db.session.expire_all()
    assert (plan.decision_number, plan.signer, congress.decision_number) == ("20-QĐ/ĐU", "Lê Thị Ổn", "20-QĐ/ĐU")
    assert "Số 20-QĐ/ĐU" in decision_of(congress, plan)
    again = {"version": plan.version, "decision_number": "21", "position": "Bí thư"}
    client.post(f"{here}/decision", data=again)
    db.session.expire_all()
    assert (plan.decision_number, plan.position) == ("20-QĐ/ĐU", "Bí thư"), "what is printed stays"
    assert "Ghi số, ngày, người ký" not in client.get(here).text


def test_only_the_plan_in_force_gets_its_decision_completed(congress, cells):
    draft = make_plan(congress, official_total=13, alternate_total=0)
    with pytest.raises(RuleBroken, match="đang áp dụng"):
        actions.complete(congress, draft, actor=Somebody, version=None, decision_number="20-QĐ/ĐU")

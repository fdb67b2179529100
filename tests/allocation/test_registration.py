"""What a cell reads about its quota before and after the allocation is issued."""

import pytest

from congress.delegates.rules import checks
from congress.delegates.rules.checks import Filled, Seat
from congress.delegates.vocabulary import Origin
from congress.web.access import Role
from tests.factories import issue_plan, make_plan, make_unit

NOT_YET = "Phân bổ đại biểu chưa được ban hành"


@pytest.fixture
def cell(congress):
    return make_unit(congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=0, alternate_quota=0)


def test_elected_delegates_wait_for_the_allocation_and_ex_officio_ones_do_not():
    [refusal] = checks.check_quota(Seat(), Filled(issued=False))
    assert refusal.message.startswith(NOT_YET)
    assert not list(checks.check_quota(Seat(Origin.EX_OFFICIO), Filled(issued=False)))


def test_a_cell_without_a_seat_by_decision_reads_its_nought():
    [refusal] = checks.check_quota(Seat(), Filled())
    assert refusal.values == {"quota": 0, "taken": 0}


def test_a_cell_that_enters_somebody_too_early_is_told_why(congress, cell, sign_in):
    browser = sign_in(Role.CELL_SECRETARY, unit=cell)
    typed = {
        "full_name": "H'Hen Niê", "sex": "female", "birth": "5/8/1979", "origin": "elected",
        "standing": "official_delegate",
    }  # fmt: skip
    page = browser.post(f"/{congress.slug}/delegates/new?unit={cell.id}", data=typed).text
    assert NOT_YET in page
    assert "Hen Niê" in page


@pytest.mark.parametrize("path", ["cell", "delegates/units/{id}", "delegates/new?unit={id}"])
def test_every_page_of_a_cell_says_that_there_is_no_quota_yet_and_later_how_much(congress, cell, sign_in, path):
    browser = sign_in(Role.CELL_SECRETARY, unit=cell)
    address = f"/{congress.slug}/{path.format(id=cell.id)}"
    assert NOT_YET in browser.get(address).text
    issue_plan(congress, make_plan(congress, official_total=3, alternate_total=1))
    page = browser.get(address).text
    assert NOT_YET not in page
    assert "3 chính thức, 1 dự khuyết" in page


def test_a_cell_finds_the_reasons_from_its_own_pages(congress, cell, sign_in):
    issue_plan(congress, make_plan(congress, official_total=3, alternate_total=1))
    browser = sign_in(Role.CELL_SECRETARY, unit=cell)
    reasons = f'href="/{congress.slug}/allocation/cells/{cell.id}"'
    assert reasons in browser.get(f"/{congress.slug}/cell").text
    assert reasons in browser.get(f"/{congress.slug}/delegates/units/{cell.id}").text


def test_the_dashboard_says_how_far_the_allocation_is(congress, cell, sign_in):
    office = sign_in(Role.OFFICE)
    dashboard = f"/{congress.slug}/dashboard"
    assert "chưa lập" in office.get(dashboard).text
    plan = make_plan(congress, official_total=3, alternate_total=1)
    assert "1 phương án, chưa ban hành" in office.get(dashboard).text
    issue_plan(congress, plan)
    assert "đã ban hành" in office.get(dashboard).text

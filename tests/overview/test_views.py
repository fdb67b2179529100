"""Where each person lands, and what the home pages show."""

import re

import pytest

from congress.accounts.models import Membership
from congress.web.access import Role
from tests.factories import (
    make_account,
    make_comment,
    make_congress,
    make_document,
    make_round,
    make_unit,
    make_version,
    send_sheet,
)


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.OFFICE, "dashboard"),
        (Role.STANDING_COMMITTEE, "dashboard"),
        (Role.READER, "dashboard"),
        (Role.PERSONNEL_SECRETARY, "delegates/desk"),
        (Role.DOCUMENTS_SECRETARY, "comments/"),
        (Role.SERVICE_SECRETARY, "programme/"),
        (Role.CELL_SECRETARY, "cell"),
    ],
)
def test_each_person_lands_on_their_own_work(sign_in, congress, role, page):
    client = sign_in(role, unit=make_unit(congress))
    assert client.get("/").location == f"/{congress.slug}/"
    answer = client.get(f"/{congress.slug}/")
    assert answer.location == f"/{congress.slug}/{page}"
    assert client.get(answer.location).status_code == 200


def test_the_dashboard_of_an_empty_congress_says_what_is_there(sign_in, congress):
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/dashboard").text
    assert "/ 155 chính thức" in page


def test_the_cell_sees_what_it_owes(sign_in, congress):
    unit = make_unit(congress, official_quota=4, alternate_quota=1)
    page = sign_in(Role.CELL_SECRETARY, unit=unit).get(f"/{congress.slug}/cell").text
    assert unit.name in page
    assert "4 chính thức, 1 dự khuyết" in page
    assert "Nhập đại biểu còn lại" in page


def test_the_cell_page_names_no_other_cell(sign_in, congress):
    other = make_unit(congress, name="Chi bộ Trạm Y tế")
    page = sign_in(Role.CELL_SECRETARY, unit=make_unit(congress)).get(f"/{congress.slug}/cell").text
    assert other.name not in page


def test_a_reader_sees_no_figures_of_delegates_or_comments(sign_in, congress):
    page = sign_in(Role.READER).get(f"/{congress.slug}/dashboard").text
    assert "/ 155 chính thức" not in page


def test_the_menu_counts_cells(sign_in, congress):
    make_unit(congress), make_unit(congress)
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/dashboard").text
    assert '<span class="n">2</span>' in page
    assert '<span class="n">0/155</span>' in page


def test_who_serves_two_congresses_chooses_one(sign_in, congress):
    other = make_congress(name="Hiệp Đức")
    account = make_account(congress, Role.READER)
    account.memberships.append(Membership(congress_id=other.id, role=Role.READER, unit_id=None))
    page = sign_in(account=account).get("/").text
    assert congress.title in page
    assert other.title in page


def test_the_dashboard_asks_as_often_for_three_cells_as_for_one(sign_in, congress, count_queries):
    client = sign_in(Role.OFFICE)
    make_unit(congress)
    one = count_queries(lambda: client.get(f"/{congress.slug}/dashboard"))
    make_unit(congress), make_unit(congress)
    assert count_queries(lambda: client.get(f"/{congress.slug}/dashboard")) == one


@pytest.mark.parametrize("role", [Role.STANDING_COMMITTEE, Role.SERVICE_SECRETARY, Role.OFFICE, Role.READER])
def test_whatever_the_dashboard_leads_to_may_be_read(sign_in, congress, role):
    """The heading of delegates led the standing committee to a page it may not open."""
    make_round(congress, make_version(make_document(congress)))
    make_unit(congress)
    client = sign_in(role)
    page = client.get(f"/{congress.slug}/dashboard").text
    links = set(re.findall(r'href="(/[^"#]+)"', page.split("<main")[1].split("</main>")[0]))
    assert links
    assert {link: client.get(link.replace("&amp;", "&")).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_figures_of_a_round_lead_to_just_those_cells(sign_in, congress):
    sent, silent, writing = (make_unit(congress, name=f"Chi bộ ấp {name}") for name in ("Một", "Hai", "Ba"))
    version = make_version(make_document(congress))
    round_ = make_round(congress, version)
    make_comment(round_, sent, version)
    send_sheet(round_, sent)
    send_sheet(round_, silent, nothing_to_say=True)
    make_comment(round_, writing, version)
    client = sign_in(Role.STANDING_COMMITTEE)
    page = client.get(f"/{congress.slug}/dashboard").text
    shown = {}
    for word in ("answer_sent", "answer_writing", "answer_owing", "nothing_to_say"):
        address = f"/{congress.slug}/comments/{round_.id}?answer={word}"
        figure = re.search(rf'href="{re.escape(address)}">(\d+)</a>', page)
        assert figure, word
        rows = client.get(address).text.split("<tbody")[1].split("</tbody>")[0].count("<tr")
        shown[word] = (int(figure[1]), rows)
    assert all(figure == rows for figure, rows in shown.values() if figure), shown
    assert shown["nothing_to_say"] == (1, 1)

"""The pages of the delegate registry: what they keep, what they show, and to whom."""

from typing import Any

from congress.delegates import queries
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.factories import make_delegate, make_unit

FORM = {
    "full_name": "Nguyễn Thị Hòa",
    "sex": "female",
    "birth": "5/8/1979",
    "ethnicity": "Kinh",
    "home_place": "Mỹ Hiệp, Đồng Tháp",
    "party_admitted_on": "3/2/2005",
    "party_official_on": "3/2/2006",
    "general_education": "12/12",
    "post": "Trưởng ấp",
    "standing": "official_delegate",
}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/delegates/{path}"


def everyone(congress: Any) -> Any:
    return queries.lines(congress.id, UnitScope.everything())


def test_a_cell_secretary_enters_a_delegate_of_the_own_cell(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    answer = client.post(url(congress, "new"), data=FORM | {"unit": str(unit.id)})
    assert answer.status_code == 302, answer.text
    page = client.get(url(congress)).text
    assert "Nguyễn Thị Hòa" in page
    assert "Chưa gửi" in page


def test_all_pages_of_a_delegate_open(sign_in, congress):
    unit = make_unit(congress)
    delegate = make_delegate(congress, unit, "Lê Thị Anh")
    for client in (sign_in(Role.OFFICE), sign_in(Role.CELL_SECRETARY, unit=unit)):
        for path in (
            "",
            "new",
            "export",
            f"{delegate.id}",
            f"{delegate.id}/edit",
            f"{delegate.id}/remove",
            f"units/{unit.id}",
            f"units/{unit.id}/submit",
            "print/delegate-list",
            "print/delegate-summaries",
            "?order=unit",
        ):
            assert client.get(url(congress, path)).status_code == 200, path
    for path in ("desk", f"{delegate.id}/status", f"units/{unit.id}/reopen", f"units/{unit.id}/return"):
        assert sign_in(Role.OFFICE).get(url(congress, path)).status_code == 200, path

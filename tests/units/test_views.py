"""The pages of cells: what they keep and what they show."""

from io import BytesIO
from typing import Any

import python_calamine

from congress.shared.scope import UnitScope
from congress.units import queries
from congress.web.access import Role
from tests.factories import make_congress, make_unit

FORM = {
    "code": "CB01",
    "name": "Chi bộ ấp Mỹ Thạnh",
    "kind": "cell",
    "official_members": "25",
    "probationary_members": "2",
}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/units/{path}"


def all_of(congress: Any) -> Any:
    return queries.listed(congress.id, UnitScope.everything())


def test_a_cell_is_added_and_stands_in_the_list(sign_in, congress):
    client = sign_in(Role.OFFICE)
    assert client.post(url(congress, "new"), data=FORM).status_code == 302
    page = client.get(url(congress)).text
    assert "Chi bộ ấp Mỹ Thạnh" in page
    assert "Đã thêm Chi bộ ấp Mỹ Thạnh." in page


def test_what_was_typed_stays_when_a_number_is_none(sign_in, congress):
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=FORM | {"official_members": "hai mươi"})
    assert page.status_code == 200
    assert 'value="hai mươi"' in page.text
    assert 'value="Chi bộ ấp Mỹ Thạnh"' in page.text
    assert not all_of(congress)


def test_fewer_members_than_the_issued_quota_are_refused_with_the_numbers(sign_in, congress):
    unit = make_unit(congress, official_quota=4)
    data = FORM | {"version": "1", "official_members": "3"}
    page = sign_in(Role.OFFICE).post(url(congress, f"{unit.id}/edit"), data=data).text
    assert "Chỉ tiêu 4 đại biểu chính thức nhiều hơn 3 đảng viên chính thức" in page


def test_quotas_are_not_typed_with_a_cell(sign_in, congress):
    unit = make_unit(congress, official_quota=4, alternate_quota=1)
    client = sign_in(Role.OFFICE)
    assert "official_quota" not in client.get(url(congress, f"{unit.id}/edit")).text
    data = FORM | {"version": "1", "official_quota": "9", "alternate_quota": "9"}
    assert client.post(url(congress, f"{unit.id}/edit"), data=data).status_code == 302
    assert (unit.official_quota, unit.alternate_quota) == (4, 1)


def test_a_code_in_use_is_blamed_on_its_field(sign_in, congress):
    make_unit(congress, code="CB01")
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=FORM).text
    assert "Mã: Mã này đã dùng cho một chi bộ khác." in page


def test_search_needs_no_marks(sign_in, congress):
    make_unit(congress, name="Chi bộ ấp Mỹ Đức")
    make_unit(congress, name="Chi bộ Trạm Y tế")
    page = sign_in(Role.OFFICE).get(url(congress, "?q=my+duc")).text
    assert "Chi bộ ấp Mỹ Đức" in page
    assert "Chi bộ Trạm Y tế" not in page


def test_an_edit_of_an_old_version_shows_both_and_overwrites_nothing(sign_in, congress):
    unit = make_unit(congress, **{key: FORM[key] for key in ("code", "name")})
    client = sign_in(Role.OFFICE)
    first = FORM | {"version": "1", "secretary": "Lê Thị Anh"}
    second = FORM | {"version": "1", "secretary": "Nguyễn Văn An"}
    path = url(congress, f"{unit.id}/edit")
    assert client.post(path, data=first).status_code == 302
    page = client.post(path, data=second)
    assert "đã sửa nội dung này" in page.text
    assert "Lê Thị Anh" in page.text
    assert 'value="Nguyễn Văn An"' in page.text
    assert unit.secretary == "Lê Thị Anh"
    assert 'name="version" type="hidden" value="2"' in page.text
    assert client.post(path, data=second | {"version": "2"}).status_code == 302
    assert unit.secretary == "Nguyễn Văn An"


def test_the_history_shows_who_changed_what(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.OFFICE)
    client.post(url(congress, f"{unit.id}/edit"), data=FORM | {"version": "1", "secretary": "Lê Thị Anh"})
    page = client.get(url(congress, str(unit.id))).text
    assert "Bí thư: <del>—</del> → <ins>Lê Thị Anh</ins>" in page


def test_the_grid_saves_all_rows_or_none(sign_in, congress):
    client = sign_in(Role.OFFICE)
    rows = grid([FORM, FORM | {"name": "Chi bộ Trạm Y tế", "code": "CB01"}])
    page = client.post(url(congress, "grid"), data=rows)
    assert "Mã này đã dùng" in page.text
    assert 'value="Chi bộ Trạm Y tế"' in page.text
    assert not all_of(congress)
    rows["r1-code"] = "CB02"
    assert client.post(url(congress, "grid"), data=rows).status_code == 302
    assert [unit.code for unit in all_of(congress)] == ["CB01", "CB02"]


def test_the_grid_changes_cells_that_are_there(sign_in, congress):
    unit = make_unit(congress, **{key: FORM[key] for key in ("code", "name")})
    row = FORM | {"unit": str(unit.id), "version": "1", "secretary": "Lê Thị Anh"}
    assert sign_in(Role.OFFICE).post(url(congress, "grid"), data=grid([row])).status_code == 302
    assert unit.secretary == "Lê Thị Anh"


def test_an_empty_number_in_the_grid_is_zero(sign_in, congress):
    rows = grid([FORM | {"probationary_members": ""}])
    assert sign_in(Role.OFFICE).post(url(congress, "grid"), data=rows).status_code == 302
    (unit,) = all_of(congress)
    assert (unit.official_members, unit.probationary_members, unit.official_quota) == (25, 0, 0)


def test_wrong_cells_of_the_grid_are_summed_up_with_links(sign_in, congress):
    page = sign_in(Role.OFFICE).post(url(congress, "grid"), data=grid([FORM | {"name": ""}])).text
    assert '<a href="#r0-name">Dòng 1, Tên: Cần điền mục này.</a>' in page


def grid(rows: list[dict[str, str]]) -> dict[str, str]:
    return {f"r{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}


def test_the_workbook_holds_what_the_list_shows(sign_in, congress):
    make_unit(congress, name="Chi bộ ấp Mỹ Đức", secretary="=1+1")
    make_unit(congress, name="Chi bộ Trạm Y tế")
    answer = sign_in(Role.OFFICE).get(url(congress, "export?q=my+duc"))
    rows = python_calamine.CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    cells = [cell for row in rows for cell in row]
    assert "Chi bộ ấp Mỹ Đức" in cells
    assert "Chi bộ Trạm Y tế" not in cells
    assert "'=1+1" in cells
    assert "Lọc theo: my duc" in cells


def test_a_cell_secretary_sees_the_own_cell_only(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=mine)
    page = client.get(url(congress)).text
    assert mine.name in page
    assert other.name not in page
    assert client.get(url(congress, str(other.id))).status_code == 404
    assert client.get(url(congress, f"{mine.id}/edit")).status_code == 403


def test_cells_of_another_congress_are_not_found(sign_in, congress):
    foreign = make_unit(make_congress())
    client = sign_in(Role.OFFICE)
    assert client.get(url(congress, str(foreign.id))).status_code == 404
    assert client.post(url(congress, f"{foreign.id}/edit"), data=FORM).status_code == 404
    assert client.post(url(congress, f"{foreign.id}/remove")).status_code == 404


def test_the_list_asks_as_often_for_three_cells_as_for_one(sign_in, congress, count_queries):
    client = sign_in(Role.OFFICE)
    make_unit(congress)
    client.get(url(congress))
    one = count_queries(lambda: client.get(url(congress)))
    make_unit(congress), make_unit(congress)
    assert count_queries(lambda: client.get(url(congress))) == one

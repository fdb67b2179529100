"""A workbook of cells through the pages: sent, looked at, confirmed."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from congress.database import db
from congress.journal.queries import latest
from congress.shared.scope import UnitScope
from congress.units import actions, queries
from congress.web.access import Role
from tests.factories import TODAY, Somebody, make_unit

HEADS = ("STT", "Mã", "Tên chi bộ", "Đảng viên chính thức", "Đảng viên dự bị", "Bí thư", "Chỉ tiêu")
ROW = (1, "CB01", "Chi bộ ấp Mỹ Thạnh", 25, 2, "Lê Văn Tám", 9)


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/units/import{path}"


def send(client: Any, congress: Any, *rows: Any, content: bytes = b"", name: str = "chi bộ.xlsx") -> Any:
    if not content:
        workbook = openpyxl.Workbook()
        for line, row in enumerate((HEADS, *rows), start=1):
            for place, value in enumerate(row, start=1):
                workbook.active.cell(line, place, value)
        buffer = BytesIO()
        workbook.save(buffer)
        content = buffer.getvalue()
    return client.post(url(congress), data={"file": (BytesIO(content), name)})


def confirm(client: Any, answer: Any) -> str:
    return client.post(f"{answer.location}/confirm", follow_redirects=True).text


def everyone(congress: Any) -> Any:
    db.session.expire_all()
    return queries.listed(congress.id, UnitScope.everything())


def test_cells_are_looked_at_confirmed_and_then_in_the_list(sign_in, congress):
    make_unit(congress, code="CB00", name="Chi bộ Cơ quan Đảng ủy")
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW, (2, "CB02", "Đảng bộ Quân sự", 12, None, "", 1))
    page = client.get(answer.location).text
    assert "Tệp đúng. Nhập sẽ thêm 2, thay đổi 0" in page
    assert "“Chỉ tiêu”" in page
    assert len(everyone(congress)) == 1
    assert "Thêm mới 2 chi bộ" in client.get(f"{answer.location}/confirm").text
    confirm(client, answer)
    found = {unit.code: unit for unit in everyone(congress)}
    assert [unit.code for unit in everyone(congress)] == ["CB00", "CB01", "CB02"]
    assert (found["CB01"].official_members, found["CB01"].secretary, found["CB01"].official_quota) == (
        25, "Lê Văn Tám", 0,
    )  # fmt: skip
    assert found["CB02"].probationary_members == 0
    assert "Nhập chi bộ từ tệp" in [entry.act for entry in latest(congress.id)]


def test_a_corrected_file_updates_and_the_quota_stays(sign_in, congress):
    make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", official_members=20, official_quota=4)
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert "<del>20</del> → <ins>25</ins>" in client.get(answer.location).text
    confirm(client, answer)
    [unit] = everyone(congress)
    assert (unit.official_members, unit.official_quota) == (25, 4)
    assert "Mọi dòng đã có và giữ nguyên" in client.get(send(client, congress, ROW).location).text


def test_a_cell_that_was_renamed_meanwhile_is_not_overwritten(sign_in, congress):
    unit = make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", official_members=20)
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    db.session.refresh(unit)
    actions.change(unit, actor=Somebody, today=TODAY, version=None, name="Chi bộ ấp Mỹ Thành")
    db.session.commit()
    page = confirm(client, answer)
    assert "dữ liệu đã khác lúc xem trước" in page
    assert "<del>Chi bộ ấp Mỹ Thành</del> → <ins>Chi bộ ấp Mỹ Thạnh</ins>" in page
    assert [unit.official_members for unit in everyone(congress)] == [20]


def test_two_cells_cannot_take_each_others_names_by_accident(sign_in, congress):
    make_unit(congress, code="CB01", name="Chi bộ ấp Một")
    make_unit(congress, code="CB02", name="Chi bộ ấp Hai")
    client = sign_in(Role.OFFICE)
    answer = send(
        client, congress, (1, "CB01", "Chi bộ ấp Hai", 25, 2, "", 0), (2, "CB02", "Chi bộ ấp Một", 25, 2, "", 0)
    )
    assert client.get(answer.location).text.count("Dòng này nói về chi bộ nào?") == 2


def test_the_template_goes_back_in_unchanged(sign_in, congress):
    make_unit(congress, code="CB01", name="Chi bộ ấp Mỹ Thạnh", merged_from="Ấp 1, ấp 2", phone="0912345678")
    client = sign_in(Role.OFFICE)
    assert client.get(url(congress, "/template")).status_code == 200
    filled = client.get(url(congress, "/template?filled=1")).data
    assert "Mọi dòng đã có và giữ nguyên" in client.get(send(client, congress, content=filled).location).text


@pytest.mark.parametrize("role", [Role.CELL_SECRETARY, Role.READER, Role.STANDING_COMMITTEE])
def test_who_may_not_manage_cells_brings_none_in(sign_in, congress, role):
    client = sign_in(role, unit=make_unit(congress))
    assert client.get(url(congress)).status_code == 403
    assert send(client, congress, ROW).status_code == 403


def test_a_preview_of_delegates_is_none_of_cells(sign_in, congress):
    client = sign_in(Role.OFFICE)
    answer = send(client, congress, ROW)
    assert client.get(answer.location.replace("/units/", "/delegates/")).status_code == 404


def test_a_bad_file_is_refused_beside_the_field(sign_in, congress):
    page = send(sign_in(Role.OFFICE), congress, content=b"%PDF-1.7", name="a.pdf")
    assert page.status_code == 200
    assert 'id="file-error"' in page.text

"""The office's pages of accounts: creating, roles, closing, and what each leaves in the journal."""

import re
from typing import Any

from congress.accounts import passwords, queries
from congress.accounts.models import LoginSession
from congress.database import db
from congress.journal.models import JournalEntry
from congress.web.access import Grant, Role
from tests.factories import make_account, make_congress, make_unit


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/accounts/{path}"


def acts_on(congress: Any, account: Any) -> list[str]:
    rows = db.session.query(JournalEntry).filter_by(congress_id=congress.id, subject_id=account.id)
    return [row.act for row in rows.order_by(JournalEntry.at)]


def sessions_of(account: Any) -> int:
    return db.session.query(LoginSession).filter_by(account_id=account.id).count()


def test_a_cell_secretary_is_created_with_a_user_name_from_the_cell(sign_in, congress):
    cell = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    form = {"full_name": "Lê Thị Anh", "roles": ["cell_secretary"], "unit_id": str(cell.id)}
    answer = sign_in(Role.OFFICE).post(url(congress, "new"), data=form, follow_redirects=True)
    account = queries.by_username("bithu.mythanh")
    assert "Đã tạo tài khoản bithu.mythanh" in answer.text
    assert list(account.grants_in(congress.id)) == [Grant(Role.CELL_SECRETARY, cell.id)]
    assert account.must_change_password
    assert acts_on(congress, account) == ["Tạo tài khoản"]
    assert "Chi bộ: <del>—</del> → <ins>Chi bộ ấp Mỹ Thạnh</ins>" in answer.text


def test_the_form_begins_with_the_cell_it_was_opened_from(sign_in, congress):
    cell = make_unit(congress, secretary="Lê Thị Anh")
    page = sign_in(Role.OFFICE).get(url(congress, f"new?unit={cell.id}")).text
    assert 'value="Lê Thị Anh"' in page
    assert re.search(rf'<option selected value="{cell.id}">', page)


def test_a_cell_secretary_without_a_cell_is_refused_and_what_was_typed_stays(sign_in, congress):
    form = {"full_name": "Lê Thị Anh", "username": "le.anh", "roles": ["cell_secretary", "reader"], "unit_id": ""}
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=form).text
    assert "Hãy chọn chi bộ cho vai trò Bí thư chi bộ" in page
    assert 'value="Lê Thị Anh"' in page and 'value="le.anh"' in page
    assert len(re.findall(r'name="roles" value="\w+" checked', page)) == 2
    assert queries.by_username("le.anh") is None


def test_a_cell_with_another_role_is_not_lost_unseen(sign_in, congress):
    cell = make_unit(congress)
    form = {"full_name": "Lê Thị Anh", "username": "le.anh", "roles": ["reader"], "unit_id": str(cell.id)}
    assert "không gắn với chi bộ" in sign_in(Role.OFFICE).post(url(congress, "new"), data=form).text


def test_a_user_name_in_use_is_blamed_on_its_field(sign_in, congress):
    make_account(congress, Role.READER, username="le.anh")
    form = {"full_name": "Lê Thị Anh", "username": "le.anh", "roles": ["reader"]}
    assert "Tên đăng nhập: Tên đăng nhập này đã có" in sign_in(Role.OFFICE).post(url(congress, "new"), data=form).text


def test_accounts_for_all_cells_are_announced_in_numbers_and_then_created(sign_in, congress):
    served = make_unit(congress, code="CB01")
    make_account(congress, Role.CELL_SECRETARY, unit=served, username="bithu.cb01")
    make_unit(congress, code="CB 02", secretary="Lê Thị Anh")
    make_unit(congress, code="CB02", name="Chi bộ Quân sự")
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, "for-cells")).text
    assert "2 chi bộ chưa có tài khoản bí thư" in page
    assert "bithu.cb02" in page and "bithu.cb022" in page
    assert client.post(url(congress, "for-cells")).location == url(congress, "slips")
    assert queries.by_username("bithu.cb02").full_name == "Lê Thị Anh"
    assert queries.by_username("bithu.cb022").full_name == "Bí thư Chi bộ Quân sự"
    assert "Mọi chi bộ đã có tài khoản bí thư" in client.get(url(congress, "for-cells")).text


def test_new_roles_end_the_sessions_and_stand_in_the_history(sign_in, congress):
    account = make_account(congress, Role.READER)
    theirs = sign_in(account=account)
    assert theirs.get(f"/{congress.slug}/congress/").status_code == 200
    form = {"version": "1", "full_name": account.full_name, "roles": ["documents_secretary", "reader"]}
    client = sign_in(Role.OFFICE)
    assert client.post(url(congress, f"{account.id}/edit"), data=form).status_code == 302
    assert theirs.get(f"/{congress.slug}/congress/").status_code == 302
    page = client.get(url(congress, str(account.id))).text
    assert "<del>Người đọc</del> → <ins>Thư ký Tiểu ban Văn kiện, Người đọc</ins>" in page


def test_two_offices_do_not_overwrite_each_other(sign_in, congress):
    account = make_account(congress, Role.READER)
    client = sign_in(Role.OFFICE)
    path = url(congress, f"{account.id}/edit")
    first = {"version": "1", "full_name": account.full_name, "roles": ["documents_secretary"]}
    second = {"version": "1", "full_name": "Tên Khác", "roles": ["reader"]}
    assert client.post(path, data=first).status_code == 302
    page = client.post(path, data=second).text
    assert "đã sửa nội dung này" in page and 'value="Tên Khác"' in page
    assert [each.role for each in account.grants_in(congress.id)] == [Role.DOCUMENTS_SECRETARY]


def test_a_closed_account_is_signed_out_and_kept_out_until_it_is_opened(sign_in, client, congress):
    account = make_account(congress, Role.READER, password_hash=passwords.hashed("con trâu đi trước"))
    theirs = sign_in(account=account)
    office = sign_in(Role.OFFICE)
    office.post(url(congress, f"{account.id}/disable"))
    assert theirs.get("/").location.startswith("/sign-in")
    entry = {"username": account.username, "password": "con trâu đi trước"}
    assert "không đúng" in client.post("/sign-in", data=entry).text
    office.post(url(congress, f"{account.id}/enable"))
    assert client.post("/sign-in", data=entry).status_code == 302
    assert acts_on(congress, account) == ["Khóa tài khoản", "Mở khóa tài khoản"]


def test_the_last_office_account_can_neither_lose_its_role_nor_be_closed(sign_in, congress):
    last = make_account(congress, Role.OFFICE)
    client = sign_in(account=last)
    form = {"version": "1", "full_name": last.full_name, "roles": ["reader"]}
    assert "văn phòng cuối cùng" in client.post(url(congress, f"{last.id}/edit"), data=form).text
    make_account(congress, Role.OFFICE, disabled=True)
    assert "văn phòng cuối cùng" in client.post(url(congress, f"{last.id}/edit"), data=form).text
    make_account(congress, Role.OFFICE)
    assert client.post(url(congress, f"{last.id}/edit"), data=form).status_code == 302


def test_nobody_closes_or_resets_the_own_account(sign_in, congress):
    own = make_account(congress, Role.OFFICE)
    make_account(congress, Role.OFFICE)
    client = sign_in(account=own)
    assert client.post(url(congress, f"{own.id}/disable")).status_code == 409
    assert "đang dùng" in client.post(url(congress, f"{own.id}/slip"), data={"contact": "Văn phòng"}).text
    assert not own.disabled


def test_an_account_shared_with_another_congress_is_out_of_reach(sign_in, congress):
    other = make_congress()
    shared = make_account(congress, Role.READER, password_hash="kept")
    make_account(other, Role.OFFICE)
    shared.memberships.append(type(shared.memberships[0])(congress_id=other.id, role=Role.READER))
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, str(shared.id))).text
    assert "Hãy nhờ người quản trị máy chủ" in page
    assert url(congress, f"{shared.id}/disable") not in page
    assert client.post(url(congress, f"{shared.id}/disable")).status_code == 409
    assert "người quản trị" in client.post(url(congress, f"{shared.id}/slip"), data={"contact": "Văn phòng"}).text
    assert not shared.disabled and shared.password_hash == "kept"
    form = {"version": "1", "full_name": shared.full_name, "roles": ["documents_secretary"]}
    assert client.post(url(congress, f"{shared.id}/edit"), data=form).status_code == 302
    assert [each.role for each in shared.grants_in(other.id)] == [Role.READER]


def test_the_list_is_searched_without_marks_and_narrowed_by_role_and_state(sign_in, congress):
    make_account(congress, Role.READER, full_name="Nguyễn Đức", username="duc")
    make_account(congress, Role.STANDING_COMMITTEE, full_name="Lê Hòa", username="hoa", must_change_password=True)
    client = sign_in(Role.OFFICE)

    def names(query: str) -> list[str]:
        return re.findall(r"<td><a[^>]*><b>(.*?)</b>", client.get(url(congress, query)).text)

    assert names("?q=nguyen+duc") == ["Nguyễn Đức"]
    assert names("?role=standing_committee") == ["Lê Hòa"]
    assert names("?state=waiting") == ["Lê Hòa"]
    assert "Nguyễn Đức" in names("?role=%27") and "Lê Hòa" in names("?state=x")


def test_accounts_stand_in_vietnamese_name_order(sign_in, congress):
    for name in ("Trần Văn Ánh", "Lê Thị Anh", "Bùi Văn Đức", "Đỗ Thị Dung"):
        make_account(congress, Role.READER, full_name=name)
    page = sign_in(account=make_account(congress, Role.OFFICE, full_name="Võ Yên")).get(url(congress)).text
    places = [page.index(name) for name in ("Lê Thị Anh", "Trần Văn Ánh", "Đỗ Thị Dung", "Bùi Văn Đức")]
    assert places == sorted(places)


def test_accounts_of_another_congress_are_not_found(sign_in, congress):
    other = make_congress()
    foreign = make_account(other, Role.READER)
    foreign_cell = make_unit(other)
    client = sign_in(Role.OFFICE)
    assert foreign.full_name not in client.get(url(congress)).text
    for path in ("", "/edit", "/slip"):
        assert client.get(url(congress, f"{foreign.id}{path}")).status_code == 404
    for path in ("/edit", "/disable", "/enable", "/slip"):
        assert client.post(url(congress, f"{foreign.id}{path}"), data={"contact": "x"}).status_code == 404
    assert client.get(url(congress, f"new?unit={foreign_cell.id}")).status_code == 404
    form = {"full_name": "Lê Thị Anh", "roles": ["cell_secretary"], "unit_id": str(foreign_cell.id)}
    assert "không có trong danh sách" in client.post(url(congress, "new"), data=form).text


def test_the_list_asks_as_often_for_three_accounts_as_for_one(sign_in, congress, count_queries):
    client = sign_in(Role.OFFICE)
    make_account(congress, Role.CELL_SECRETARY, unit=make_unit(congress))
    client.get(url(congress))
    one = count_queries(lambda: client.get(url(congress)))
    for _ in range(2):
        make_account(congress, Role.CELL_SECRETARY, unit=make_unit(congress))
    assert count_queries(lambda: client.get(url(congress))) == one

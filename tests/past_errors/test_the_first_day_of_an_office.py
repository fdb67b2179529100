"""What a first reader of the program stumbled over while an office set a congress up from nothing."""

from datetime import date

import pytest

from congress.congresses.rules import registration_cautions
from congress.journal.rules import differences
from congress.web.access import Role
from tests.factories import make_account, make_unit

ROW = {"r0-code": "CB01", "r0-name": "Chi bộ ấp Một", "r0-kind": "cell", "r0-official_members": "ba"}


def test_a_number_that_cannot_be_read_is_blamed_once(sign_in, congress):
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/units/grid", data=ROW).text
    assert "“ba” không phải số nguyên" in page
    assert "Số phải từ" not in page


def test_the_label_of_a_grids_cell_names_its_row(sign_in, congress):
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/units/grid").text
    assert 'for="r1-name">Tên, dòng 2</label>' in page


def test_without_cells_nobody_says_that_every_cell_has_its_account(sign_in, congress):
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/accounts/for-cells").text
    assert "Mọi chi bộ đã có tài khoản" not in page
    assert "Chưa có chi bộ nào" in page


def test_quotas_are_compared_with_the_decision_in_words_and_not_by_sign(sign_in, congress):
    congress.official_total, congress.alternate_total = 6, 3
    make_unit(congress, official_quota=10, alternate_quota=2)
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/units/").text
    assert "giao quá 4 chính thức; còn 1 dự khuyết chưa giao." in page


def test_quotas_are_not_compared_with_a_decision_nobody_entered(sign_in, congress):
    congress.official_total = congress.alternate_total = 0
    make_unit(congress)
    assert "Chưa ghi tổng số đại biểu theo quyết định" in sign_in(Role.OFFICE).get(f"/{congress.slug}/units/").text


def test_the_theme_typed_for_the_congress_is_shown(sign_in, congress):
    congress.theme = "Đoàn kết, dân chủ, đổi mới"
    assert "Đoàn kết, dân chủ, đổi mới" in sign_in(Role.READER).get(f"/{congress.slug}/congress/").text


def test_who_could_not_sign_in_is_not_told_of_saving(client, congress):
    page = client.post("/sign-in", data={"username": "khong", "password": "khong"}).text
    assert "Chưa đăng nhập được" in page
    assert "Chưa lưu được, hãy xem lại" not in page


def test_the_dashboard_of_a_new_congress_says_what_to_do_first(sign_in, congress):
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/dashboard").text
    assert "Đại hội mới, chưa có chi bộ nào" in page
    assert f'href="/{congress.slug}/units/grid"' in page
    assert "Đại hội mới" not in sign_in(Role.READER).get(f"/{congress.slug}/dashboard").text


@pytest.mark.parametrize(
    ("closes", "sentence"),
    [(date(2025, 7, 20), "đã qua"), (date(2025, 8, 12), "không trước ngày khai mạc"), (date(2025, 8, 5), "")],
)
def test_a_last_day_that_locks_every_list_is_remarked_on(closes, sentence):
    found = registration_cautions(closes, date(2025, 8, 12), date(2025, 8, 1))
    assert [sentence in each.message % each.values for each in found] == ([True] if sentence else [])


def test_the_temporary_password_is_asked_for_by_the_name_it_has_on_the_slip(sign_in, congress):
    account = make_account(congress, Role.READER, must_change_password=True)
    assert "Mật khẩu tạm trên phiếu truy cập" in sign_in(account=account).get("/account").text


def test_an_account_without_cells_does_not_journal_a_change_from_nothing_to_nothing():
    assert differences({"unit_id": None}, {"unit_id": []}) == {}


def test_the_page_of_the_congress_remarks_on_a_last_day_after_the_opening(sign_in, congress):
    congress.opens_on = congress.closes_on = congress.registration_closes_on = date(2025, 8, 12)
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/congress/").text
    assert "12/8/2025 không trước ngày khai mạc" in page

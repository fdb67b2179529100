"""The first start: one token, one page, one office account, and a waiting page for everybody else."""

import stat
from typing import Any

import pytest

from congress.accounts import first_start, queries
from congress.congresses import queries as congresses
from congress.web.access import Role
from tests.factories import make_account, make_congress

FORM = {
    "area_kind": "commune",
    "name": "Mỹ Hiệp",
    "slug": "",
    "ordinal": "1",
    "term_start": "2025",
    "term_end": "2030",
    "full_name": "Lê Thị Anh",
    "username": "vanphong",
    "password": "con trâu đi trước",
    "again": "con trâu đi trước",
}


@pytest.fixture
def fresh(app) -> Any:
    """The application as it is before anybody has an account."""
    app.config["SET_UP_DONE"] = False
    app.extensions.pop("set_up_guesses", None)
    yield app.test_client()
    app.config["SET_UP_DONE"] = True
    first_start.forget_token(app.config["CONGRESS_DATA"])


@pytest.fixture
def token(app, fresh) -> str:
    return first_start.new_token(app.config["CONGRESS_DATA"])


def test_every_page_leads_to_the_one_that_says_where_the_token_is(fresh):
    for path in ("/", "/sign-in", "/my-hiep/units/", "/account"):
        assert fresh.get(path).location == "/set-up/waiting"
    assert "xem mã trong cửa sổ lệnh" in fresh.get("/set-up/waiting").text


@pytest.mark.parametrize("given", ["", "?token=", "?token=x", "?token=" + "a" * 5000])
def test_without_the_token_there_is_no_such_page(fresh, token, given):
    assert fresh.get(f"/set-up{given}").status_code == 404
    assert fresh.post(f"/set-up{given}", data=FORM).status_code == 404
    assert not queries.any_account()


def test_without_a_token_made_nothing_opens_the_page(fresh):
    assert fresh.get("/set-up?token=").status_code == 404


def test_the_token_is_256_bits_and_only_its_hash_is_kept_by_the_owner(app, token):
    file = app.config["CONGRESS_DATA"] / first_start.NAME
    assert len(token) == 43
    assert token not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_later_start_makes_the_earlier_token_worthless(app, fresh, token):
    first_start.new_token(app.config["CONGRESS_DATA"])
    assert fresh.get(f"/set-up?token={token}").status_code == 404


def test_setting_up_founds_the_congress_signs_in_and_kills_the_token(app, fresh, token):
    assert "Thiết lập lần đầu" in fresh.get(f"/set-up?token={token}").text
    page = fresh.post("/set-up", data=FORM | {"token": token}, follow_redirects=True)
    assert page.request.path == "/my-hiep/congress/"
    assert "Đại hội Đảng bộ xã Mỹ Hiệp lần thứ I" in page.text
    account = queries.by_username("vanphong")
    assert [each.role for each in account.grants_in(congresses.by_slug("my-hiep").id)] == [Role.OFFICE]
    assert not account.must_change_password
    assert not (app.config["CONGRESS_DATA"] / first_start.NAME).exists()
    assert app.test_client().get(f"/set-up?token={token}").location == "/"
    assert app.test_client().post("/set-up", data=FORM | {"token": token}).status_code == 404
    assert app.test_client().get("/").location.startswith("/sign-in")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"password": "matkhau12345", "again": "matkhau12345"}, "quá dễ đoán"),
        ({"again": "khác"}, "Hai ô không giống nhau."),
        ({"term_end": "2024"}, "Năm kết thúc nhiệm kỳ phải sau năm bắt đầu."),
        ({"slug": "sign-in"}, "dành riêng cho chương trình"),
        ({"username": "văn phòng"}, "Tên đăng nhập gồm 3 đến 60 chữ không dấu"),
        ({"name": ""}, "Cần điền mục này."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_founded(fresh, token, change, sentence):
    page = fresh.post("/set-up", data=FORM | {"token": token} | change)
    assert sentence in page.text
    assert 'value="Lê Thị Anh"' in page.text
    assert not congresses.everyone() and not queries.any_account()


def test_an_account_made_meanwhile_closes_the_page(fresh, token):
    make_account(make_congress(), Role.OFFICE)
    assert fresh.post("/set-up", data=FORM | {"token": token}).status_code == 404


def test_who_keeps_guessing_waits_even_with_the_right_token(fresh, token):
    answers = [fresh.get("/set-up?token=x").status_code for _ in range(21)]
    assert answers == [404] * 20 + [429]
    assert fresh.get(f"/set-up?token={token}").status_code == 429


def test_once_set_up_the_database_is_not_asked_again(app, fresh, count_queries):
    make_account(make_congress(), Role.OFFICE)
    first = count_queries(lambda: fresh.get("/sign-in"))
    assert count_queries(lambda: fresh.get("/sign-in")) == first - 1

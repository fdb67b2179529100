"""Refusals and mishaps: a page in Vietnamese that says what to do, with every header, and no traceback."""

from typing import Any

import pytest
from flask import abort
from sqlalchemy.exc import OperationalError

from congress.shared.problems import RuleBroken
from congress.web.access import Role
from congress.web.headers import HEADERS
from tests.factories import make_unit


def raising(error: Exception) -> Any:
    def act(*_args: Any, **_options: Any) -> None:
        raise error

    return act


def is_our_page(answer: Any, sentence: str) -> None:
    assert sentence in answer.text
    assert "<h1>" in answer.text and "</html>" in answer.text
    assert "Traceback" not in answer.text
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.fixture
def guarded(app, monkeypatch):
    """The application asks for the form's token, as it does outside tests."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    return app


def test_a_page_that_is_not_there_says_so_to_everybody(client, sign_in):
    for who in (client, sign_in(Role.OFFICE)):
        answer = who.get("/khong/co/gi")
        assert answer.status_code == 404
        is_our_page(answer, "Không tìm thấy trang")


def test_a_missing_row_keeps_the_menu_of_its_congress(sign_in, congress):
    answer = sign_in(Role.OFFICE).get(f"/{congress.slug}/units/00000000-0000-0000-0000-000000000000")
    assert answer.status_code == 404
    is_our_page(answer, "Không tìm thấy trang")
    assert congress.title in answer.text
    assert f'href="/{congress.slug}/units/"' in answer.text


def test_a_page_for_others_says_whom_to_ask(sign_in, congress):
    answer = sign_in(Role.READER).get(f"/{congress.slug}/units/new")
    assert answer.status_code == 403
    is_our_page(answer, "Trang này dành cho người giữ nhiệm vụ khác")


def test_a_bare_button_against_a_rule_gets_the_rule_in_words(sign_in, congress, monkeypatch):
    unit = make_unit(congress)
    monkeypatch.setattr("congress.units.actions.remove", raising(RuleBroken("Mã này đã dùng cho một chi bộ khác.")))
    answer = sign_in(Role.OFFICE).post(f"/{congress.slug}/units/{unit.id}/remove")
    assert answer.status_code == 409
    is_our_page(answer, "Mã này đã dùng cho một chi bộ khác.")


@pytest.mark.parametrize("token_asked_for", [True, False])
@pytest.mark.parametrize("limit", [{"MAX_CONTENT_LENGTH": 500}, {"MAX_FORM_MEMORY_SIZE": 500}, {"MAX_FORM_PARTS": 3}])
@pytest.mark.parametrize("kind", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_form_too_large_gets_its_page_wherever_it_is_read(
    app, client, sign_in, congress, monkeypatch, limit, token_asked_for, kind
):
    if "MAX_CONTENT_LENGTH" not in limit and kind != "multipart/form-data":
        return  # parts and memory are counted in multipart only; the length holds for both
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", token_asked_for)
    for name, value in limit.items():
        monkeypatch.setitem(app.config, name, value)
    data = {f"r{n}-code": "x" * 300 for n in range(9)}
    member = sign_in(Role.OFFICE)
    for who, path in ((client, "/sign-in"), (member, f"/{congress.slug}/units/new"), (member, "/account")):
        answer = who.post(path, data=data, content_type=kind)
        assert answer.status_code == 413
        is_our_page(answer, "Nội dung gửi lên quá lớn")


def test_too_many_requests_say_wait(sign_in, congress, monkeypatch):
    monkeypatch.setattr("congress.units.queries.listed", lambda *_args, **_options: abort(429))
    answer = sign_in(Role.OFFICE).get(f"/{congress.slug}/units/")
    assert answer.status_code == 429
    is_our_page(answer, "Thao tác quá nhanh")


def test_a_mistake_of_ours_shows_a_number_and_nothing_else(sign_in, congress, monkeypatch, caplog):
    monkeypatch.setattr("congress.units.queries.listed", raising(ValueError("bí mật")))
    answer = sign_in(Role.OFFICE).get(f"/{congress.slug}/units/")
    assert answer.status_code == 500
    is_our_page(answer, "Chương trình gặp lỗi")
    assert "bí mật" not in answer.text
    number = next(record.args[0] for record in caplog.records if record.msg == "unexpected error %s")
    assert number in answer.text


def test_a_database_that_is_gone_still_leaves_a_page(sign_in, congress, monkeypatch):
    client = sign_in(Role.OFFICE)
    gone = raising(OperationalError("SELECT 1", {}, Exception("gone")))
    monkeypatch.setattr(client.application.login_manager, "_user_callback", gone)
    answer = client.get(f"/{congress.slug}/units/")
    assert answer.status_code == 503
    is_our_page(answer, "Cơ sở dữ liệu đang bận")


def test_a_wrong_method_is_refused_with_a_page(client, congress):
    answer = client.get(f"/{congress.slug}/units/{congress.id}/remove")
    assert answer.status_code == 405
    is_our_page(answer, "Yêu cầu không hợp lệ (mã 405)")


def test_an_expired_form_shows_what_was_typed_under_its_labels(guarded, sign_in, congress):
    typed = {
        "name": "Chi bộ ấp Mỹ Thạnh",
        "kind": "cell",
        "version": "7",
        "unit": "01a209a6-51da-7684-8ace-230fa8769445",
        "packed": "x" * 5000,
        "r3-secretary": "Lê Thị Anh",
    }
    answer = sign_in(Role.OFFICE).post(f"/{congress.slug}/units/new", data=typed)
    assert answer.status_code == 400
    is_our_page(answer, "Phiên làm việc đã hết hạn")
    seen, sent = answer.text.split("<textarea", 1)
    for label, value in (("Tên", "Chi bộ ấp Mỹ Thạnh"), ("Loại", "Chi bộ"), ("Dòng 4, Bí thư", "Lê Thị Anh")):
        assert f'<dt>{label}</dt><dd class="typed">{value}</dd>' in seen
    assert "xxxxx" not in seen and "01a209a6" not in seen and "<dt>version" not in seen
    for name in typed:
        assert f'name="{name}"' in sent


def test_an_expired_form_never_repeats_a_password(guarded, client):
    answer = client.post("/sign-in", data={"username": "office", "password": "dem trang sang"})
    assert answer.status_code == 400
    assert "office" in answer.text
    assert "dem trang sang" not in answer.text
    answer = client.post("/account", data={"current": "mot hai ba", "password": "bon nam", "again": "bon nam"})
    assert "mot hai ba" not in answer.text and "bon nam" not in answer.text


def test_what_an_expired_form_hands_back_can_be_sent_again(guarded, sign_in, congress):
    client = sign_in(Role.OFFICE)
    data = {"code": "CB01", "name": "Chi bộ ấp Mỹ Thạnh", "kind": "cell", "official_members": "25"}
    data |= {"probationary_members": "2"}
    path = f"/{congress.slug}/units/new"
    page = client.post(path, data=data).text
    token = page.split('name="csrf_token" value="')[-1].split('"')[0]
    assert client.post(path, data=data | {"csrf_token": token}).status_code == 302
    assert "Chi bộ ấp Mỹ Thạnh" in client.get(f"/{congress.slug}/units/").text

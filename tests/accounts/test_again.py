"""A form sent after the session's end loses nothing: it can be read, and signing in on the same page sends it on."""

import re
import time
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from congress.accounts import actions, passwords
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Role
from tests.factories import make_account

SECRET = "con trâu đi trước"
CELL = {
    "code": "CB01",
    "name": "Chi bộ ấp Mỹ Thạnh",
    "kind": "cell",
    "official_members": "25",
    "probationary_members": "2",
    "merged_from": "dòng một <b>&",
}


@pytest.fixture
def guarded(app):
    """The application with forgery protection, as in service."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield app
    app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def account(congress):
    return make_account(congress, Role.OFFICE, username="vanphong", password_hash=passwords.hashed(SECRET))


def token_in(page: str) -> str:
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]


def enter(client: FlaskClient, name: str = "vanphong") -> None:
    form = {"username": name, "password": SECRET, "csrf_token": token_in(client.get("/sign-in").text)}
    assert client.post("/sign-in", data=form).status_code == 302


def kept_fields(page: str) -> dict[str, str]:
    found = re.findall(r'<textarea hidden name="([^"]+)">\n(.*?)</textarea>', page, re.S)
    return {name: unescape(value) for name, value in found}


def sent_late(client: FlaskClient, congress: Any, account: Any) -> Any:
    """The form of a new cell, opened while signed in and sent after the session has ended."""
    path = f"/{congress.slug}/units/new"
    enter(client)
    form = CELL | {"csrf_token": token_in(client.get(path).text)}
    actions.end_sessions(account)
    return client.post(path, data=form)


def cells(congress: Any) -> list[str]:
    return [unit.name for unit in units.listed(congress.id, UnitScope.everything())]


def test_the_page_keeps_every_field_and_asks_for_the_password(guarded, client, congress, account):
    answer = sent_late(client, congress, account)
    assert answer.status_code == 401
    assert kept_fields(answer.text) == CELL
    assert "<dt>Tên</dt>" in answer.text and "dòng một &lt;b&gt;&amp;" in answer.text
    assert 'name="again-password"' in answer.text
    assert cells(congress) == []


def test_signing_in_there_sends_the_form_on(guarded, client, congress, account):
    page = sent_late(client, congress, account)
    again = kept_fields(page.text) | {
        "csrf_token": token_in(page.text),
        "again-username": "vanphong",
        "again-password": SECRET,
    }
    answer = client.post(page.request.path, data=again)
    assert answer.location == f"/{congress.slug}/units/"
    assert cells(congress) == ["Chi bộ ấp Mỹ Thạnh"]
    assert client.get(answer.location).status_code == 200


def test_a_wrong_password_keeps_everything_and_counts(guarded, client, congress, account):
    page = sent_late(client, congress, account)
    again = kept_fields(page.text) | {"again-username": "vanphong", "again-password": "sai mật khẩu này"}
    for _ in range(5):
        page = client.post(page.request.path, data=again | {"csrf_token": token_in(page.text)})
        assert page.status_code == 401
        assert "Tên đăng nhập hoặc mật khẩu không đúng." in page.text
        assert kept_fields(page.text) == CELL
        assert "sai mật khẩu này" not in page.text
    page = client.post(page.request.path, data=again | {"csrf_token": token_in(page.text)})
    assert page.status_code == 429
    assert kept_fields(page.text) == CELL
    assert cells(congress) == []


def test_another_account_is_signed_in_but_the_form_waits_for_a_click(guarded, client, congress, account):
    make_account(congress, Role.OFFICE, username="nguoikhac", password_hash=passwords.hashed(SECRET))
    page = sent_late(client, congress, account)
    again = kept_fields(page.text) | {"again-username": "nguoikhac", "again-password": SECRET}
    page = client.post(page.request.path, data=again | {"csrf_token": token_in(page.text)})
    assert page.status_code == 200
    assert cells(congress) == []
    assert kept_fields(page.text) == CELL
    sent = client.post(page.request.path, data=kept_fields(page.text) | {"csrf_token": token_in(page.text)})
    assert sent.status_code == 302
    assert cells(congress) == ["Chi bộ ấp Mỹ Thạnh"]


def test_without_a_valid_token_nobody_is_signed_in_and_nothing_is_sent(guarded, client, congress, account):
    path = f"/{congress.slug}/units/new"
    form = CELL | {"again-username": "vanphong", "again-password": SECRET}
    for token in ({}, {"csrf_token": "falsch"}):
        assert client.post(path, data=form | token).status_code == 401
    assert client.get("/").location.startswith("/sign-in")
    assert cells(congress) == []


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}, {"Origin": "null"}],
    ids=["fetch metadata", "origin", "null origin"],
)
def test_a_form_another_site_sends_is_never_handed_back(guarded, client, congress, account, headers):
    enter(client)
    for path in (f"/{congress.slug}/units/new", "/account"):
        answer = client.post(path, data=CELL, headers=headers)
        assert answer.status_code == 400
        assert "Mỹ Thạnh" not in answer.text
    actions.end_sessions(account)
    answer = client.post(f"/{congress.slug}/units/new", data=CELL, headers=headers)
    assert answer.status_code == 400
    assert "Mỹ Thạnh" not in answer.text


def test_a_temporary_password_does_not_swallow_the_form(guarded, client, congress, account):
    page = sent_late(client, congress, account)
    account.must_change_password = True
    again = kept_fields(page.text) | {"again-username": "vanphong", "again-password": SECRET}
    page = client.post(page.request.path, data=again | {"csrf_token": token_in(page.text)})
    assert "Đây là mật khẩu tạm" in page.text
    assert kept_fields(page.text) == CELL


def test_a_lost_file_is_asked_for_by_name(guarded, client, congress, account):
    path = f"/{congress.slug}/units/new"
    enter(client)
    form = CELL | {"csrf_token": token_in(client.get(path).text), "paper": (BytesIO(b"x"), "dự thảo.docx")}
    actions.end_sessions(account)
    page = client.post(path, data=form, content_type="multipart/form-data").text
    assert "Hãy chọn lại tệp dự thảo.docx" in page
    assert '<input class="form-control" type="file" id="file-1" name="paper">' in page


def test_passwords_are_never_sent_back(guarded, client, congress, account):
    enter(client)
    actions.end_sessions(account)
    form = {"current": SECRET, "password": "một câu bí mật mới", "again": "một câu bí mật mới"}
    page = client.post("/account", data=form)
    assert page.status_code == 401
    assert SECRET not in page.text and "một câu bí mật mới" not in page.text


def test_a_form_whose_token_is_gone_is_shown_once_more_to_who_is_signed_in(guarded, client, congress, account):
    enter(client)
    page = client.post(f"/{congress.slug}/units/new", data=CELL)
    assert page.status_code == 400
    assert kept_fields(page.text) == CELL
    sent = client.post(page.request.path, data=kept_fields(page.text) | {"csrf_token": token_in(page.text)})
    assert sent.status_code == 302


def test_who_was_idle_is_told_so_and_returns_to_the_page(app, client, congress, account):
    path = f"/{congress.slug}/units/?q=my"
    client.post("/sign-in", data={"username": "vanphong", "password": SECRET})
    with client.session_transaction() as cookie:
        cookie["seen"] = int(time.time()) - 13 * 3600
    answer = client.get(path)
    assert answer.location.startswith("/sign-in?next=")
    assert "Đã lâu không thao tác" in client.get(answer.location).text
    assert client.post(answer.location, data={"username": "vanphong", "password": SECRET}).location == path


def test_who_is_at_work_stays_signed_in_until_the_absolute_end(app, client, congress, account):
    client.post("/sign-in", data={"username": "vanphong", "password": SECRET})
    with client.session_transaction() as cookie:
        cookie["seen"] = int(time.time()) - 11 * 3600
    assert client.get(f"/{congress.slug}/units/").status_code == 200
    with client.session_transaction() as cookie:
        assert time.time() - cookie["seen"] < 60
    actions.end_sessions(account)
    answer = client.get(f"/{congress.slug}/units/")
    assert "quá bảy ngày" in client.get(answer.location).text


def test_a_sign_in_page_left_open_asks_once_more_and_keeps_the_way_back(guarded, client, account):
    page = client.post("/sign-in?next=/account", data={"username": "vanphong", "password": SECRET})
    assert "Trang đăng nhập mở đã lâu" in page.text
    assert 'value="vanphong"' in page.text and SECRET not in page.text
    form = {"username": "vanphong", "password": SECRET, "csrf_token": token_in(page.text)}
    assert client.post("/sign-in?next=/account", data=form).location == "/account"


def test_signing_in_gives_a_new_session_and_ends_the_one_before(app, client, account):
    with client.session_transaction() as cookie:
        cookie["planted"] = "by somebody"
    client.post("/sign-in", data={"username": "vanphong", "password": SECRET})
    with client.session_transaction() as cookie:
        first = cookie["_user_id"]
        assert "planted" not in cookie
    with client.session_transaction() as cookie:
        cookie["seen"] = int(time.time()) - 13 * 3600
    client.post("/sign-in", data={"username": "vanphong", "password": SECRET})
    thief = app.test_client()
    with thief.session_transaction() as cookie:
        cookie["_user_id"] = first
    assert thief.get("/").location.startswith("/sign-in")

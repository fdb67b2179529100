"""Signing in: one answer for all, waits for guessers, sessions that end at once, a door that leads nowhere else."""

import re
from datetime import timedelta

import pytest

from congress.accounts import actions, passwords, queries
from congress.accounts.models import LoginAttempt, LoginSession
from congress.database import db, now
from congress.web.access import Role
from tests.factories import make_account

SECRET = "con trâu đi trước"


@pytest.fixture
def account(congress):
    return make_account(congress, Role.OFFICE, username="vanphong", password_hash=passwords.hashed(SECRET))


def knock(client, name="vanphong", password="sai mật khẩu", **options):
    return client.post("/sign-in", data={"username": name, "password": password}, **options)


def without_name(page, name):
    """The page without the name that was typed and the token, which changes from one second to the next."""
    return re.sub(r'(name="csrf_token"[^>]*value=")[^"]*', r"\1…", page.text.replace(name, "…"))


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, account):
    wrong, unknown = knock(client), knock(client, "khongco")
    assert (wrong.status_code, without_name(wrong, "vanphong")) == (
        unknown.status_code,
        without_name(unknown, "khongco"),
    )


def test_for_an_unknown_name_a_password_is_checked_all_the_same(client, account, monkeypatch):
    checked = []
    monkeypatch.setattr(passwords, "matches", lambda password, stored: checked.append(stored) or False)
    knock(client, "khongco")
    assert checked == [None]


def test_a_closed_account_gets_that_answer_too(client, account):
    account.disabled = True
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in knock(client, password=SECRET).text


def test_a_guesser_waits_even_with_the_right_password_and_another_address_does_not_help(client, account):
    answers = [knock(client).status_code for _ in range(11)]
    assert answers == [200] * 5 + [429] * 6
    page = knock(client, password=SECRET, headers={"X-Forwarded-For": "10.0.0.9"})
    assert page.status_code == 429
    assert "Hãy thử lại sau 30 giây" in page.text or "giây" in page.text


def test_the_throttle_is_kept_in_the_database_and_ends_after_its_time(client, account):
    for _ in range(5):
        knock(client)
    for attempt in db.session.query(LoginAttempt):
        attempt.at -= timedelta(minutes=16)
    assert knock(client, password=SECRET).status_code == 302


def test_one_address_cannot_try_name_after_name(client, account):
    moment = now()
    for number in range(50):
        db.session.add(LoginAttempt(username=f"ten{number}", address="127.0.0.1", at=moment, succeeded=False))
    assert knock(client, password=SECRET).status_code == 429


def test_others_may_sign_in_while_one_name_waits(client, congress, account):
    make_account(congress, Role.READER, username="nguoikhac", password_hash=passwords.hashed(SECRET))
    for _ in range(6):
        knock(client)
    assert knock(client, "nguoikhac", SECRET).status_code == 302


def test_old_attempts_and_sessions_over_are_cleared_away(client, account):
    old = now() - timedelta(days=40)
    db.session.add(LoginAttempt(username="x", address="x", at=old, succeeded=False))
    db.session.add(LoginSession(token_hash="x", account_id=account.id, created_at=old, expires_at=old))
    knock(client, password=SECRET)
    assert db.session.query(LoginAttempt).filter_by(username="x").count() == 0
    assert db.session.query(LoginSession).filter_by(token_hash="x").count() == 0


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\\\\evil.example",
        "/\t/evil",
    ],
)
def test_the_way_back_leads_nowhere_else(client, account, target):
    answer = client.post("/sign-in", query_string={"next": target}, data={"username": "vanphong", "password": SECRET})
    assert answer.location == "/"
    assert client.get("/sign-in", query_string={"next": target}).location == "/"
    assert client.post("/language", data={"language": "en", "next": target}).location == "/"


def test_signing_out_a_new_password_and_closing_end_every_session_at_once(app, sign_in, congress, account):
    here, elsewhere = sign_in(account=account), sign_in(account=account)
    form = {"current": SECRET, "password": "cá lóc nướng trui", "again": "cá lóc nướng trui"}
    assert here.post("/account", data=form).status_code == 302
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302
    here.post("/sign-out")
    assert here.get("/account").status_code == 302
    third = sign_in(account=account)
    actions.set_closed(account, closed=True, actor=account)
    assert third.get("/account").status_code == 302


def test_the_cookie_of_who_has_signed_out_opens_nothing_any_more(app, client, account):
    knock(client, password=SECRET)
    stolen = client.get_cookie("congress").value
    client.post("/sign-out")
    thief = app.test_client()
    thief.set_cookie("congress", stolen)
    assert thief.get("/account").location.startswith("/sign-in")


def test_the_cookie_is_for_this_site_and_out_of_reach_of_scripts(client, account):
    cookie = knock(client, password=SECRET).headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Domain" not in cookie


def test_the_session_ends_after_its_days_whatever_the_cookie_says(sign_in, account):
    client = sign_in(account=account)
    for session in db.session.query(LoginSession):
        session.expires_at = now() - timedelta(seconds=1)
    assert client.get("/account").location.startswith("/sign-in")


def test_pages_of_somebody_are_kept_nowhere(sign_in, account):
    for path in ("/account", "/sign-in"):
        headers = sign_in(account=account).get(path).headers
        assert "no-store" in headers["Cache-Control"]
        assert "Cookie" in headers["Vary"]


@pytest.mark.parametrize("password", ["mười một kt", "x" * 129, "matkhau1234567", "vanphong2025!", "aaaaaaaaaaaa"])
def test_a_bad_new_password_is_refused_beside_its_field(sign_in, account, password):
    form = {"current": SECRET, "password": password, "again": password}
    page = sign_in(account=account).post("/account", data=form)
    assert 'id="password-error"' in page.text
    assert passwords.matches(SECRET, queries.by_username("vanphong").password_hash)


def test_a_password_of_128_letters_counts_to_the_last(client, sign_in, account):
    long = ("Mỹ Hiệp mùa nước nổi, cá linh bông điên điển " * 3)[:128]
    form = {"current": SECRET, "password": long, "again": long}
    assert sign_in(account=account).post("/account", data=form).status_code == 302
    assert knock(client, password=long[:-1]).status_code == 200
    assert knock(client, password=long).status_code == 302


def test_there_is_no_account_nobody_made(app):
    assert not queries.any_account()


def test_language_and_large_print_are_remembered_with_the_account(sign_in, account):
    sign_in(account=account).post("/language", data={"language": "en"})
    sign_in(account=account).post("/large-print")
    page = sign_in(account=account).get("/account").text
    assert '<html lang="en"' in page and "large-print" in page
    assert "Change password" in page
    assert account.version == 1


def test_a_language_there_is_not_changes_nothing(sign_in, account):
    sign_in(account=account).post("/language", data={"language": "xx"})
    assert account.language == "vi"

"""The server itself: no debugger, no secrets in answers, a key nobody else reads, a limit on what is sent."""

import logging
import stat
from io import BytesIO

from congress.accounts import passwords
from congress.config import secret_key
from congress.web.access import Role
from tests.factories import make_account


def test_there_is_no_debugger(app, client):
    assert not app.debug
    for path in ("/console", "/?__debugger__=yes&cmd=resource&f=debugger.js"):
        answer = client.get(path, follow_redirects=True)
        assert answer.request.path == "/sign-in"
        assert "Interactive Console" not in answer.text and "EVALEX" not in answer.text


def test_the_key_is_256_bits_made_once_and_the_owners_only(tmp_path):
    key = secret_key(tmp_path)
    assert len(bytes.fromhex(key)) == 32
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert secret_key(tmp_path / "other") != key


def test_an_upload_past_the_limit_is_refused_with_a_page(sign_in, congress):
    data = {"name": "Chi bộ một", "paper": (BytesIO(b"x" * 26 * 1024 * 1024), "to.docx")}
    answer = sign_in(Role.OFFICE).post(f"/{congress.slug}/units/new", data=data, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "25 MB" in answer.text


def test_no_log_line_holds_a_name_a_password_or_a_token(client, congress, caplog):
    secret = "con trâu đi trước"
    make_account(congress, Role.OFFICE, username="vanphong", password_hash=passwords.hashed(secret))
    with caplog.at_level(logging.DEBUG, logger="congress"):
        client.post("/sign-in", data={"username": "vanphong", "password": "sai mật khẩu\nINFO giả"})
        client.post("/sign-in", data={"username": "vanphong", "password": secret})
        client.get(f"/{congress.slug}/units/")
    assert "vanphong" not in caplog.text and secret not in caplog.text and "sai mật khẩu" not in caplog.text

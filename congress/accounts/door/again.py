"""A form sent after the session's end: what was typed is shown, and signing in on the same page sends it on.

The page posts to the form's own address with two fields more; they are taken off before the view sees the form. The
form goes on by itself only for the account that had opened it; for another it is shown once more, to be sent by hand.
"""

from flask import current_app, render_template, request, session
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import ImmutableMultiDict

from congress.accounts import actions
from congress.accounts.door.sessions import enter, why_ended
from congress.database import SAFE_METHODS, now, transaction
from congress.shared.problems import RuleBroken
from congress.web import errors
from congress.web.base_form import said

NAME, PASSWORD = "again-username", "again-password"


def page(message: str = "", code: int = 401) -> tuple[str, int]:
    """The typed fields, and user name and password below them. A form from another site is not kept."""
    if errors.sent_from_elsewhere():
        return errors.page(400)
    fields = errors.typed(without=(NAME, PASSWORD))
    html = render_template(
        "accounts/sign_in_again.html",
        typed=fields,
        shown=errors.shown(fields),
        files=errors.lost_files(),
        username=request.form.get(NAME, ""),
        reason=why_ended(),
        message=message,
    )
    return html, code


def enter_in_place() -> tuple[str, int] | None:
    """Sign in whoever sends a form together with a password, and let the form go on to its view."""
    if request.method in SAFE_METHODS or PASSWORD not in request.form:
        return None
    if current_user.is_authenticated:
        _take_off_credentials()
        return None
    try:
        with transaction():
            account = actions.sign_in(
                request.form.get(NAME, ""),
                request.form[PASSWORD],
                address=request.remote_addr or "",
                user_agent=request.user_agent.string,
                moment=now(),
                lifetime=current_app.config["LOGIN_SESSION_LIFETIME"],
            )
    except RuleBroken as broken:
        return page(said(broken), 429)
    if account is None:
        return page(_("Tên đăng nhập hoặc mật khẩu không đúng."))
    if account.must_change_password:
        with transaction():
            actions.sign_out(account.session_token or "")
        return page(
            _(
                "Đây là mật khẩu tạm. Hãy đăng nhập trong cửa sổ khác, đặt mật khẩu của mình, "
                "rồi quay lại trang này gửi."
            )
        )
    same = session.get("account") == str(account.id)
    enter(account)
    _take_off_credentials()
    return None if same else errors.send_again(_("Đã đăng nhập. Hãy xem lại những gì đã nhập rồi bấm “Gửi lại”."))


def _take_off_credentials() -> None:
    kept = [(name, value) for name, value in request.form.items(multi=True) if name not in (NAME, PASSWORD)]
    request.form = ImmutableMultiDict(kept)  # type: ignore[misc]

"""Ties accounts to the frame: who is signed in, until when, in which language, and what must be done first."""

from flask import Flask, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response

from congress.accounts.door import again, sessions
from congress.accounts.door.sessions import enter, is_set_up, why_ended
from congress.accounts.forms import SignInForm
from congress.extensions import babel, login_manager
from congress.web import errors
from congress.web.access import ASSETS, SignedOut, declared_access

__all__ = ["enter", "init_app", "is_set_up", "why_ended"]

OPEN_BEFORE_CHANGE = frozenset({"accounts.account", "accounts.sign_out", "accounts.language", *ASSETS})
OPEN_BEFORE_SET_UP = frozenset({"accounts.set_up", "accounts.waiting", "accounts.language", *ASSETS})


def current_language() -> str:
    """The account's language, or the browser's choice on the sign-in page; Vietnamese otherwise."""
    if current_user and current_user.is_authenticated:
        return str(current_user.language)
    return str(session.get("language", "vi"))


def set_up_first() -> Response | None:
    """Before there is an account every page leads to the one that says what to do."""
    if request.endpoint in OPEN_BEFORE_SET_UP or is_set_up():
        return None
    return redirect(url_for("accounts.waiting"))


def change_password_first() -> Response | None:
    """Whoever holds a temporary password sees only the page that changes it."""
    if (
        current_user.is_authenticated
        and current_user.must_change_password
        and request.endpoint is not None
        and request.endpoint not in OPEN_BEFORE_CHANGE
    ):
        return redirect(url_for("accounts.account"))
    return None


def token_refused(error: CSRFError) -> "Response | tuple[str, int]":
    """A form without a valid token: signed out meanwhile, or the page is older than the session."""
    if errors.sent_from_elsewhere():
        return errors.page(400)
    if request.endpoint == "accounts.sign_in":
        form = SignInForm()
        form.form_errors.append(_("Trang đăng nhập mở đã lâu. Hãy nhập lại mật khẩu."))
        return render_template("accounts/sign_in.html", form=form, reason=None), 400
    if not current_user.is_authenticated and request.endpoint and declared_access(request.endpoint) != "public":
        return again.page()
    return errors.expired(error)


def init_app(app: Flask) -> None:
    """Register the user loader, the language and what comes before a page; must come before the access guard."""
    login_manager.init_app(app)
    login_manager.user_loader(sessions.load)
    login_manager.session_protection = None  # the session row is the protection; addresses change on phones
    babel.init_app(app, locale_selector=current_language)
    app.before_request(set_up_first)
    app.before_request(again.enter_in_place)
    app.before_request(sessions.note_presence)
    app.register_error_handler(SignedOut, lambda _error: again.page())
    app.register_error_handler(CSRFError, token_refused)


def init_after_guard(app: Flask) -> None:
    """Whoever may open a page may still have to change the password first."""
    app.before_request(change_password_first)

"""Ties accounts to the frame: who is signed in, in which language, and who must change the password first."""

from flask import Flask, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.accounts import queries
from congress.extensions import babel, login_manager
from congress.web.access import ASSETS

OPEN_BEFORE_CHANGE = frozenset({"accounts.account", "accounts.sign_out", "accounts.language", *ASSETS})


def current_language() -> str:
    """The account's language, or the browser's choice on the sign-in page; Vietnamese otherwise."""
    if current_user and current_user.is_authenticated:
        return str(current_user.language)
    return str(session.get("language", "vi"))


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


def init_app(app: Flask) -> None:
    """Register the user loader and the language; must come after the access guard."""
    login_manager.init_app(app)
    login_manager.user_loader(queries.by_session)
    login_manager.session_protection = None  # the session row is the protection; addresses change on phones
    babel.init_app(app, locale_selector=current_language)
    app.before_request(change_password_first)

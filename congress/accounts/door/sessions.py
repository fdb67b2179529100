"""Sessions in the cookie: entering, the last page seen, and why a session is over."""

import time

from flask import current_app, session
from flask_login import current_user, login_user

from congress.accounts import actions, queries
from congress.accounts.models import Account
from congress.database import transaction

NOTED_EVERY = 60  # seconds between two notes of a person's last page


def is_set_up() -> bool:
    """Whether the installation has an account; asked of the database until the answer is yes, and never again."""
    if not current_app.config["SET_UP_DONE"]:
        current_app.config["SET_UP_DONE"] = queries.any_account()
    return bool(current_app.config["SET_UP_DONE"])


def enter(account: Account) -> None:
    """Sign somebody in under a new session; whatever session the browser had is over (no fixation)."""
    former, language = session.get("_user_id"), session.get("language")
    if former:
        with transaction():
            actions.sign_out(former)
    session.clear()
    session.permanent = True
    login_user(account)
    session["account"] = str(account.id)
    session["seen"] = int(time.time())
    if language and language != account.language:
        session["language"] = language


def load(token: str) -> Account | None:
    """The account of this browser's session, unless it is over or nothing was done for too long."""
    return None if _is_idle() else queries.by_session(token)


def _is_idle() -> bool:
    seen = session.get("seen")
    return seen is not None and time.time() - seen > current_app.config["IDLE_LIMIT"].total_seconds()


def note_presence() -> None:
    """Remember in the cookie when somebody was last here; no row is written by looking at a page."""
    if current_user.is_authenticated and time.time() - session.get("seen", 0) > NOTED_EVERY:
        session["seen"] = int(time.time())


def why_ended() -> str | None:
    """Why somebody who was signed in no longer is: "idle", "ended" (too old, new roles, new password), or None."""
    if current_user.is_authenticated or "_user_id" not in session:
        return None
    return "idle" if _is_idle() else "ended"

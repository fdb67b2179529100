"""Signing in and out, one's own password, and how one likes to read."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, update

from congress.accounts import passwords, queries, rules
from congress.accounts.actions.subject import note_everywhere
from congress.accounts.models import Account, LoginAttempt, LoginSession
from congress.database import db
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy


def sign_in(
    username: str, password: str, *, address: str, user_agent: str, moment: datetime, lifetime: timedelta
) -> Account | None:
    """Check a password and open a session; None when refused. Writes the attempt in either case.

    Raises RuleBroken while the account or the address has to wait. The returned account carries `session_token`.
    """
    name = tidy(username).lower()[:60]
    _refuse_while_waiting(name, address, moment)
    account = queries.by_username(name)
    right = passwords.matches(password, account.password_hash if account else None)
    accepted = account is not None and right and not account.disabled
    db.session.add(LoginAttempt(username=name, address=address[:60], at=moment, succeeded=accepted))
    db.session.execute(delete(LoginAttempt).where(LoginAttempt.at < moment - rules.ATTEMPTS_KEPT))
    if account is None or not accepted:
        return None
    db.session.execute(update(Account).where(Account.id == account.id).values(last_sign_in_at=moment))
    account.session_token = open_session(account, user_agent=user_agent, moment=moment, lifetime=lifetime)
    return account


def _refuse_while_waiting(username: str, address: str, moment: datetime) -> None:
    waits = (
        rules.wait_until(queries.recent_failures(moment, username=username), moment),
        rules.wait_until(queries.recent_failures(moment, address=address), moment, rules.ADDRESS_TRIES),
    )
    if until := max((wait for wait in waits if wait), default=None):
        seconds = max(1, round((until - moment).total_seconds()))
        raise RuleBroken(
            N_("Đã nhập sai nhiều lần. Hãy thử lại sau %(wait)s, hoặc nhờ văn phòng cấp lại mật khẩu."),
            wait=f"{(seconds + 59) // 60} phút" if seconds > 90 else f"{seconds} giây",
        )


def open_session(account: Account, *, user_agent: str, moment: datetime, lifetime: timedelta) -> str:
    """Open a session for an account and return its token; only the hash is stored."""
    token = secrets.token_urlsafe(32)
    db.session.execute(delete(LoginSession).where(LoginSession.expires_at <= moment))
    db.session.add(
        LoginSession(
            token_hash=queries.token_hash(token),
            account_id=account.id,
            created_at=moment,
            expires_at=moment + lifetime,
            user_agent=user_agent[:200],
        )
    )
    return token


def sign_out(token: str) -> None:
    """End one session."""
    db.session.execute(delete(LoginSession).where(LoginSession.token_hash == queries.token_hash(token)))


def end_sessions(account: Account, *, but: str | None = None) -> None:
    """End every session of an account, except the one with the token `but`."""
    rows = delete(LoginSession).where(LoginSession.account_id == account.id)
    if but:
        rows = rows.where(LoginSession.token_hash != queries.token_hash(but))
    db.session.execute(rows)


def change_password(account: Account, current: str, new: str, *, moment: datetime) -> None:
    """Change one's own password; every other session ends. Raises RuleBroken on `current` or `password`."""
    if not passwords.matches(current, account.password_hash):
        raise RuleBroken(N_("Mật khẩu hiện tại không đúng."), "current")
    if current == new:
        raise RuleBroken(N_("Mật khẩu mới phải khác mật khẩu hiện tại."), "password")
    rules.check_password(new, about=(account.username, account.full_name))
    account.password_hash = passwords.hashed(new)
    account.must_change_password = False
    end_sessions(account, but=account.session_token)
    note_everywhere(account, account, N_("Đổi mật khẩu"))


def prefer(account: Account, *, language: str | None = None, large_print: bool | None = None) -> None:
    """Remember how somebody likes to read; a preference is not an act on the congress and leaves no journal entry.

    Written past the version, so that the office editing the account meanwhile meets no stale edit.
    """
    wanted = {"language": language, "large_print": large_print}
    values = {name: value for name, value in wanted.items() if value is not None}
    db.session.execute(update(Account).where(Account.id == account.id).values(**values))

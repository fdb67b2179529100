"""Signing in and out, passwords, and who holds which role."""

import secrets
import uuid
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from congress.accounts import passwords, queries, rules
from congress.accounts.models import Account, LoginAttempt, LoginSession, Membership
from congress.congresses.models import Congress
from congress.database import db, explain_unique
from congress.journal.actions import Actor, note
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy
from congress.web.access import BOUND_TO_A_UNIT, Role

explain_unique("account", ("username",), N_("Tên đăng nhập này đã có người dùng."), "username")


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
    if account is None or not accepted:
        return None
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


def create(
    *, username: str, full_name: str, password: str | None = None, must_change: bool = True
) -> tuple[Account, str]:
    """Create an account; without a password a temporary one is made. Returns the account and the password."""
    name = rules.clean_username(username)
    if password is None:
        password = rules.temporary_password()
    else:
        rules.check_password(password, about=(name, full_name))
    account = Account(
        username=name, full_name=full_name, password_hash=passwords.hashed(password), must_change_password=must_change
    )
    db.session.add(account)
    db.session.flush()
    return account, password


def grant(congress: Congress, account: Account, role: Role, unit_id: uuid.UUID | None, *, actor: Actor) -> None:
    """Give a role at a congress. Raises RuleBroken when a cell secretary has no cell, or another role has one."""
    if (unit_id is not None) != (role in BOUND_TO_A_UNIT):
        raise RuleBroken(
            N_("Hãy chọn chi bộ cho vai trò Bí thư chi bộ; các vai trò khác không gắn với chi bộ."), "unit_id"
        )
    held = db.session.scalars(
        select(Membership).where(
            Membership.congress_id == congress.id,
            Membership.account_id == account.id,
            Membership.role == role,
            Membership.unit_id == unit_id,
        )
    ).first()
    if held:
        return
    account.memberships.append(Membership(congress_id=congress.id, role=role, unit_id=unit_id))
    note(
        actor,
        N_("Giao vai trò"),
        Subject(congress.id, account),
        label=account.full_name,
        changes={"role": [None, role.value]},
    )


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


def reset_password(account: Account, *, actor: Actor) -> str:
    """Give a new temporary password that must be changed at the next sign-in; every session ends."""
    password = rules.temporary_password()
    account.password_hash = passwords.hashed(password)
    account.must_change_password = True
    end_sessions(account)
    note_everywhere(account, actor, N_("Cấp lại mật khẩu"))
    return password


class Subject:
    """An account as the journal of one congress sees it."""

    __tablename__ = "account"

    def __init__(self, congress_id: uuid.UUID, account: Account) -> None:
        self.congress_id = congress_id
        self.id = account.id


def note_everywhere(account: Account, actor: Actor, act: str) -> None:
    """Write an act on an account to the journal of every congress where it has a role."""
    for congress_id in {row.congress_id for row in account.memberships}:
        note(actor, act, Subject(congress_id, account), label=account.full_name)


def prefer(account: Account, *, language: str | None = None, large_print: bool | None = None) -> None:
    """Remember how somebody likes to read; a preference is not an act on the congress and leaves no journal entry."""
    if language is not None:
        account.language = language
    if large_print is not None:
        account.large_print = large_print

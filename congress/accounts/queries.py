"""Reading accounts: of one congress for its office, by session for the door."""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from congress.accounts.models import Account, LoginAttempt, LoginSession, Membership
from congress.accounts.rules import WINDOW
from congress.database import db, now


def token_hash(token: str) -> str:
    """What is stored of a session's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_session(token: str) -> Account | None:
    """The account signed in under this token, if the session still lives and the account is not disabled."""
    row = db.session.scalars(select(LoginSession).where(LoginSession.token_hash == token_hash(token))).one_or_none()
    if row is None or row.expires_at <= now() or row.account.disabled:
        return None
    row.account.session_token = token
    return row.account


def by_username(username: str) -> Account | None:
    """The account of a user name, whatever its case."""
    return db.session.scalars(select(Account).where(Account.username == username.lower())).one_or_none()


def any_account() -> bool:
    """Whether the installation has been set up."""
    return db.session.scalar(select(func.count()).select_from(Account)) != 0


def recent_failures(moment: datetime, *, username: str = "", address: str = "") -> Sequence[datetime]:
    """Failed attempts within the throttle's window, of a user name since its last success, or of an address."""
    rows = select(LoginAttempt.at).where(LoginAttempt.at > moment - WINDOW, LoginAttempt.succeeded.is_(False))
    if username:
        last = db.session.scalar(
            select(func.max(LoginAttempt.at)).where(LoginAttempt.username == username, LoginAttempt.succeeded.is_(True))
        )
        rows = rows.where(LoginAttempt.username == username)
        if last is not None:
            rows = rows.where(LoginAttempt.at > last)
    else:
        rows = rows.where(LoginAttempt.address == address)
    return db.session.scalars(rows).all()


def of_congress(congress_id: uuid.UUID) -> Sequence[Account]:
    """Everyone with a role at this congress, by user name."""
    return db.session.scalars(
        select(Account)
        .where(Account.id.in_(select(Membership.account_id).where(Membership.congress_id == congress_id)))
        .order_by(Account.username)
    ).all()


def one_of_congress(congress_id: uuid.UUID, account_id: uuid.UUID) -> Account:
    """One account with a role at this congress; raises NoResultFound otherwise."""
    mine = select(Membership.account_id).where(Membership.congress_id == congress_id)
    return db.session.scalars(select(Account).where(Account.id == account_id, Account.id.in_(mine))).one()

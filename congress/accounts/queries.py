"""Reading accounts: of one congress for its office, by session for the door."""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import selectinload

from congress.accounts.models import Account, LoginAttempt, LoginSession, Membership
from congress.accounts.rules import WINDOW
from congress.accounts.vocabulary import State
from congress.database import db, found_in, now
from congress.web.access import Role


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


ORDERS: dict[str, ColumnElement[Any]] = {
    "name": Account.name_sort.expression,
    "username": Account.username.expression,
    "last_sign_in_at": Account.last_sign_in_at.expression,
}


def _of(congress_id: uuid.UUID) -> Select[Account]:
    mine = select(Membership.account_id).where(Membership.congress_id == congress_id)
    return select(Account).where(Account.id.in_(mine))


def listed(
    congress_id: uuid.UUID,
    *,
    search: str = "",
    role: Role | None = None,
    state: State | None = None,
    order: str = "name",
    descending: bool = False,
) -> Sequence[Account]:
    """Everyone with a role at this congress, with the cells of the roles; `search` needs no marks."""
    rows = _of(congress_id).options(selectinload(Account.memberships).joinedload(Membership.unit))
    if search:
        rows = rows.where(found_in(Account.name_fold, search) | found_in(Account.username, search))
    if role is not None:
        rows = rows.where(
            Account.id.in_(
                select(Membership.account_id).where(Membership.congress_id == congress_id, Membership.role == role)
            )
        )
    if state is not None:
        rows = rows.where(*STATES[state])
    first = ORDERS.get(order, ORDERS["name"])
    ordered = first.desc().nulls_last() if descending else first.asc().nulls_last()
    return db.session.scalars(rows.order_by(ordered, Account.name_sort, Account.id)).all()


STATES: dict[State, tuple[ColumnElement[bool], ...]] = {
    State.DISABLED: (Account.disabled.is_(True),),
    State.WAITING: (Account.disabled.is_(False), Account.must_change_password.is_(True)),
    State.IN_USE: (Account.disabled.is_(False), Account.must_change_password.is_(False)),
}


def one_of_congress(congress_id: uuid.UUID, account_id: uuid.UUID) -> Account:
    """One account with a role at this congress; raises NoResultFound otherwise."""
    return db.session.scalars(
        _of(congress_id)
        .where(Account.id == account_id)
        .options(selectinload(Account.memberships).joinedload(Membership.unit))
    ).one()


def waiting_for_a_slip(congress_id: uuid.UUID) -> list[Account]:
    """Open accounts with a temporary password all of whose roles are at this congress."""
    return [
        account
        for account in listed(congress_id, state=State.WAITING)
        if {row.congress_id for row in account.memberships} == {congress_id}
    ]


def count_offices(congress_id: uuid.UUID, *, but: uuid.UUID) -> int:
    """Open accounts that hold the office's role at this congress, one account left out."""
    return (
        db.session.scalar(
            select(func.count(func.distinct(Membership.account_id)))
            .join(Account, Account.id == Membership.account_id)
            .where(
                Membership.congress_id == congress_id,
                Membership.role == Role.OFFICE,
                Account.disabled.is_(False),
                Account.id != but,
            )
        )
        or 0
    )


def cells_with_secretary(congress_id: uuid.UUID) -> set[uuid.UUID]:
    """The cells that have a secretary's account."""
    rows = select(Membership.unit_id).where(
        Membership.congress_id == congress_id, Membership.role == Role.CELL_SECRETARY, Membership.unit_id.is_not(None)
    )
    return {unit_id for unit_id in db.session.scalars(rows) if unit_id is not None}


def roles_present(congress_id: uuid.UUID) -> list[Role]:
    """The roles somebody holds at this congress, in the order of the vocabulary."""
    held = set(db.session.scalars(select(Membership.role).where(Membership.congress_id == congress_id).distinct()))
    return [role for role in Role if role in held]


def usernames() -> set[str]:
    """Every user name of the installation."""
    return set(db.session.scalars(select(Account.username)))

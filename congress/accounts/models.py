"""Accounts of the installation, their sessions and attempts, and their roles per congress."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from congress.accounts.vocabulary import State
from congress.database import Base, OfCongress, Versioned, belongs_to, new_id, now, one_of, refers, sort_key_type
from congress.shared.vietnamese import fold, name_sort_key
from congress.units.models import Unit
from congress.web.access import Grant, Role


class Account(Versioned, Base):
    """One person who signs in. The user name is stored in lower case; no e-mail is needed."""

    __tablename__ = "account"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    username: Mapped[str] = mapped_column(String(60), unique=True)
    full_name: Mapped[str] = mapped_column(String(120))
    name_sort: Mapped[str] = mapped_column(sort_key_type())
    name_fold: Mapped[str] = mapped_column(String(400))
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool] = mapped_column(default=True)
    disabled: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(5), default="vi")
    large_print: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_sign_in_at: Mapped[datetime | None]

    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="account", lazy="selectin", order_by="Membership.id", cascade="all, delete-orphan"
    )

    is_authenticated = True
    is_anonymous = False
    session_token = None  # type: str | None  # set on the instance by whoever loads the account for a request

    @validates("full_name")
    def keep_sort_and_search_forms(self, _key: str, name: str) -> str:
        """The derived forms follow the name wherever it is set."""
        self.name_sort = name_sort_key(name)
        self.name_fold = fold(name)[:400]
        return name

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in."""
        return not self.disabled

    @property
    def state(self) -> State:
        """Closed, waiting for its first own password, or in use."""
        if self.disabled:
            return State.DISABLED
        return State.WAITING if self.must_change_password else State.IN_USE

    def roles_in(self, congress_id: uuid.UUID) -> list["Membership"]:
        """The rows of the roles held at one congress, in the order of the vocabulary."""
        order = list(Role)
        mine = [row for row in self.memberships if row.congress_id == congress_id]
        return sorted(mine, key=lambda row: order.index(row.role))

    def is_wholly_of(self, congress_id: uuid.UUID) -> bool:
        """Whether every role of the account is at this congress, so that its office may reset or close it."""
        return all(row.congress_id == congress_id for row in self.memberships)

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the session's token, never the account's id."""
        return self.session_token or ""

    def grants_in(self, congress_id: uuid.UUID) -> Iterable[Grant]:
        """The roles held at one congress."""
        return [Grant(row.role, row.unit_id) for row in self.memberships if row.congress_id == congress_id]


class Membership(OfCongress, Base):
    """One role of one account at one congress; a cell secretary's names the cell."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("congress_id", "account_id", "role", "unit_id"),
        refers("unit_id", "unit"),
        Index(None, "account_id"),
    )

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    role: Mapped[Role] = mapped_column(one_of(Role))
    unit_id: Mapped[uuid.UUID | None]

    account: Mapped[Account] = relationship(back_populates="memberships")
    unit: Mapped[Unit | None] = belongs_to("Unit", "Membership", "unit_id")


class LoginSession(Base):
    """One signed-in browser; deleting the row signs it out. Only the hash of its token is kept."""

    __tablename__ = "login_session"
    __table_args__ = (Index(None, "account_id"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    user_agent: Mapped[str] = mapped_column(String(200), default="")

    account: Mapped[Account] = relationship(lazy="joined")


class LoginAttempt(Base):
    """One attempt to sign in, kept for the throttle; survives a restart."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index(None, "username", "at"), Index(None, "address", "at"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    username: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime] = mapped_column(default=now)
    succeeded: Mapped[bool] = mapped_column(default=False)

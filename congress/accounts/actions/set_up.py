"""Founding an installation: its first congress and the office's account."""

from typing import Any

from congress.accounts import queries
from congress.accounts.actions.people import create, grant
from congress.accounts.actions.subject import Administrator
from congress.accounts.models import Account
from congress.congresses import actions as congresses
from congress.congresses.models import Congress
from congress.database import db
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.web.access import Role


def set_up(*, username: str, full_name: str, password: str, **congress: Any) -> tuple[Congress, Account]:
    """Create the first congress and its office's account with an own password.

    Raises RuleBroken on a field, or when somebody else has set the program up meanwhile.
    """
    if queries.any_account():
        raise RuleBroken(N_("Chương trình đã được thiết lập. Hãy đăng nhập."))
    founded = congresses.found(actor=Administrator(full_name), **congress)
    db.session.flush()
    account, _password = create(username=username, full_name=full_name, password=password, must_change=False)
    grant(founded, account, Role.OFFICE, None, actor=account)
    return founded, account

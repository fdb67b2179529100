"""Accounts of the demo: one per role and two cells; their passwords are made anew whenever the demo is started."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from congress.accounts import actions, passwords, queries
from congress.accounts.models import Account
from congress.congresses.models import Congress
from congress.database import db
from congress.journal.actions import Actor
from congress.units.models import Unit
from congress.web.access import Role


@dataclass(frozen=True)
class DemoAccount:
    """User name, name, role and, for a cell secretary, the code of the cell."""

    username: str
    full_name: str
    role: Role
    cell: str = ""


ACCOUNTS = (
    DemoAccount("vanphong", "Nguyễn Minh Khang", Role.OFFICE),
    DemoAccount("thuongvu", "Lê Hữu Nghĩa", Role.STANDING_COMMITTEE),
    DemoAccount("nhansu", "Trần Thị Bích", Role.PERSONNEL_SECRETARY),
    DemoAccount("vankien", "Phạm Quốc Toàn", Role.DOCUMENTS_SECRETARY),
    DemoAccount("phucvu", "Võ Thị Thu Hà", Role.SERVICE_SECRETARY),
    DemoAccount("bithu.mythanh", "Huỳnh Văn Lợi", Role.CELL_SECRETARY, "AP03"),
    DemoAccount("bithu.tramyte", "Đặng Thị Ngọc Ánh", Role.CELL_SECRETARY, "CQ07"),
    DemoAccount("nguoidoc", "Bùi Thanh Phong", Role.READER),
)
WORDS = (
    "xoai",
    "sen",
    "lua",
    "song",
    "ghe",
    "cau",
    "vuon",
    "nang",
    "gio",
    "mua",
    "chim",
    "bien",
    "nui",
    "may",
    "trang",
    "sao",
)


def create_accounts(congress: Congress, units: Sequence[Unit], *, actor: Actor) -> None:
    """Create the demo's accounts with passwords nobody knows yet."""
    by_code = {unit.code: unit for unit in units}
    for each in ACCOUNTS:
        account = queries.by_username(each.username)
        if account is None:
            account, _password = actions.create(username=each.username, full_name=each.full_name, must_change=False)
        unit = by_code.get(each.cell, units[-1]) if each.cell else None  # a smaller demo may lack the cell
        actions.grant(congress, account, each.role, unit.id if unit else None, actor=actor)


def new_passwords(congress: Congress) -> list[tuple[str, str, str]]:
    """Give every demo account of this congress a new password: (user name, password, role) to be printed once."""
    made = []
    for each in ACCOUNTS:
        account = queries.by_username(each.username)
        if account is not None and _only_here(account, congress):
            password = "-".join(secrets.choice(WORDS) for _ in range(3)) + f"-{secrets.randbelow(9000) + 1000}"
            account.password_hash = passwords.hashed(password)
            account.must_change_password = False
            made.append((each.username, password, each.role.value))
    db.session.flush()
    return made


def _only_here(account: Account, congress: Congress) -> bool:
    """An account that was given a role elsewhere is no longer the demo's to open."""
    return {row.congress_id for row in account.memberships} == {congress.id}

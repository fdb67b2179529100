"""How an account stands in the journal: it belongs to no congress, so every congress where it has a role is told."""

import uuid

from congress.accounts.models import Account
from congress.journal.actions import Actor, note


class Subject:
    """An account as the journal of one congress sees it."""

    __tablename__ = "account"

    def __init__(self, congress_id: uuid.UUID, account: Account) -> None:
        self.congress_id = congress_id
        self.id = account.id
        self.version = account.version


def note_everywhere(account: Account, actor: Actor, act: str) -> None:
    """Write an act on an account to the journal of every congress where it has a role."""
    for congress_id in {row.congress_id for row in account.memberships}:
        note(actor, act, Subject(congress_id, account), label=account.full_name)


class Administrator:
    """Whoever acts without an account: at the command line, or at the first start."""

    id = None

    def __init__(self, full_name: str = "Người quản trị máy chủ") -> None:
        self.full_name = full_name

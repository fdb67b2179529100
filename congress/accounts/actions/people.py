"""The office's work on accounts: creating them, one by one or for every cell, roles, new passwords, closing."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm.attributes import flag_modified

from congress.accounts import passwords, queries, rules
from congress.accounts.actions.door import end_sessions
from congress.accounts.actions.subject import Subject, note_everywhere
from congress.accounts.models import Account, Membership
from congress.congresses.models import Congress
from congress.database import db, explain_unique
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import BOUND_TO_A_UNIT, Grant, Role

explain_unique("account", ("username",), N_("Tên đăng nhập này đã có người dùng."), "username")
name_fields(
    "account",
    username=N_("Tên đăng nhập"),
    full_name=N_("Họ và tên"),
    role=N_("Vai trò"),
    roles=N_("Vai trò"),
    unit_id=N_("Chi bộ"),
    disabled=N_("Bị khóa"),
)


def create(
    *, username: str, full_name: str, password: str | None = None, must_change: bool = True
) -> tuple[Account, str]:
    """Create an account; without a password a temporary one is made. Returns the account and the password."""
    name = rules.clean_username(username)
    if password is None:
        password = rules.temporary_password()
    else:
        rules.check_password(password, about=(name, full_name))
    if queries.by_username(name) is not None:
        raise RuleBroken(N_("Tên đăng nhập này đã có người dùng."), "username")
    account = Account(
        username=name, full_name=full_name, password_hash=passwords.hashed(password), must_change_password=must_change
    )
    db.session.add(account)
    db.session.flush()
    return account, password


def grant(congress: Congress, account: Account, role: Role, unit_id: uuid.UUID | None, *, actor: Actor) -> None:
    """Give a role at a congress. Raises RuleBroken when a cell secretary has no cell, or another role has one."""
    wanted = Grant(role, unit_id)
    check_grants([wanted])
    if wanted in account.grants_in(congress.id):
        return
    account.memberships.append(Membership(congress_id=congress.id, role=role, unit_id=unit_id))
    note(
        actor,
        N_("Giao vai trò"),
        Subject(congress.id, account),
        label=account.full_name,
        changes={"role": [None, role.value]},
    )


def create_for(congress: Congress, *, actor: Actor, full_name: str, username: str, grants: Sequence[Grant]) -> Account:
    """Create an account with roles at a congress; without a user name one is proposed from the cell or the name.

    Its password is known to nobody until an access slip is printed. Raises RuleBroken on `username`, `roles` or
    `unit_id`.
    """
    check_grants(grants)
    cells = _cells(congress, grants)
    if not username:
        about = next(iter(cells.values())).name if cells else None
        username = rules.unused(rules.proposed_username(full_name, about), queries.usernames())
    account, _password = create(username=username, full_name=full_name)
    _settle(congress, account, grants)
    after = {"username": account.username, "full_name": full_name, **_words(grants, cells)}
    note(actor, N_("Tạo tài khoản"), Subject(congress.id, account), label=full_name, changes=differences({}, after))
    return account


@dataclass(frozen=True)
class Planned:
    """An account that would be created for the secretary of a cell."""

    unit: Unit
    full_name: str
    username: str


def planned_for_cells(congress_id: uuid.UUID) -> list[Planned]:
    """One account per cell that has no secretary's account yet, in printed order; user names come from the codes."""
    served = queries.cells_with_secretary(congress_id)
    taken = queries.usernames()
    planned = []
    for unit in units.listed(congress_id, UnitScope.everything()):
        if unit.id in served:
            continue
        username = rules.unused(rules.cell_username(unit.code), taken)
        taken.add(username)
        planned.append(Planned(unit, unit.secretary or f"Bí thư {unit.name}"[:120], username))
    return planned


def create_for_cells(congress: Congress, *, actor: Actor) -> list[Account]:
    """Create an account for the secretary of every cell that has none; returns the new accounts."""
    return [
        create_for(
            congress,
            actor=actor,
            full_name=each.full_name,
            username=each.username,
            grants=[Grant(Role.CELL_SECRETARY, each.unit.id)],
        )
        for each in planned_for_cells(congress.id)
    ]


def change(
    congress: Congress,
    account: Account,
    *,
    actor: Actor,
    version: int | None,
    full_name: str,
    grants: Sequence[Grant],
) -> None:
    """Change the name and the roles at this congress; new roles end the account's sessions.

    Raises RuleBroken or StaleEdit: the last office account stays one, and a name known elsewhere too is not ours.
    """
    refuse_stale(Subject(congress.id, account), version)
    check_grants(grants)
    if full_name != account.full_name:
        _check_within_reach(account, congress)
    held = list(account.grants_in(congress.id))
    if _is_office(held) and not _is_office(grants):
        rules.check_office_remains(queries.count_offices(congress.id, but=account.id))
    cells = _cells(congress, [*held, *grants])
    before = {"full_name": account.full_name, **_words(held, cells)}
    changes = differences(before, {"full_name": full_name, **_words(grants, cells)})
    if not changes:
        return
    account.full_name = full_name
    flag_modified(account, "full_name")  # roles are rows of their own: the account's version has to move as well
    _settle(congress, account, grants)
    note(actor, N_("Sửa tài khoản"), Subject(congress.id, account), label=full_name, changes=changes)
    if set(held) != set(grants):
        end_sessions(account, but=account.session_token)


def disable(congress: Congress, account: Account, *, actor: Actor) -> None:
    """Close an account: its sessions end and it cannot sign in. Raises RuleBroken for one's own and the last office."""
    rules.check_not_oneself(account.id, actor.id)
    _check_within_reach(account, congress)
    if not account.disabled and _is_office(account.grants_in(congress.id)):
        rules.check_office_remains(queries.count_offices(congress.id, but=account.id))
    set_closed(account, closed=True, actor=actor)


def enable(congress: Congress, account: Account, *, actor: Actor) -> None:
    """Open a closed account again."""
    _check_within_reach(account, congress)
    set_closed(account, closed=False, actor=actor)


def set_closed(account: Account, *, closed: bool, actor: Actor) -> None:
    """Close or open an account at all its congresses, whoever has a right to: an office, or the command line."""
    if account.disabled == closed:
        return
    account.disabled = closed
    if closed:
        end_sessions(account)
    note_everywhere(account, actor, N_("Khóa tài khoản") if closed else N_("Mở khóa tài khoản"))


def reset_password(account: Account, *, actor: Actor, congress: Congress | None = None) -> str:
    """Give a new temporary password that must be changed at the next sign-in; every session ends.

    An office names its `congress` and reaches only accounts that are wholly its own, never the one it acts with;
    the command line names none.
    """
    if congress is not None:
        rules.check_not_oneself(account.id, actor.id)
        _check_within_reach(account, congress)
    password = rules.temporary_password()
    account.password_hash = passwords.hashed(password)
    account.must_change_password = True
    end_sessions(account)
    note_everywhere(account, actor, N_("Cấp lại mật khẩu"))
    return password


def new_passwords(congress: Congress, accounts: Sequence[Account], *, actor: Actor) -> list[tuple[Account, str]]:
    """A new temporary password for each account, to be printed on its slip and kept nowhere. Raises RuleBroken."""
    return [(each, reset_password(each, actor=actor, congress=congress)) for each in accounts]


def check_grants(grants: Sequence[Grant]) -> None:
    """At least one role; a cell secretary has a cell and nobody else has. Raises RuleBroken on `roles` or `unit_id`."""
    if not grants:
        raise RuleBroken(
            N_("Hãy chọn ít nhất một vai trò. Muốn ngừng một tài khoản thì dùng nút Khóa tài khoản."), "roles"
        )
    if any((each.unit_id is not None) != (each.role in BOUND_TO_A_UNIT) for each in grants):
        raise RuleBroken(
            N_("Hãy chọn chi bộ cho vai trò Bí thư chi bộ; các vai trò khác không gắn với chi bộ."), "unit_id"
        )


def _check_within_reach(account: Account, congress: Congress) -> None:
    rules.check_within_reach({row.congress_id for row in account.memberships}, congress.id)


def _is_office(grants: Iterable[Grant]) -> bool:
    return any(each.role is Role.OFFICE for each in grants)


def _cells(congress: Congress, grants: Iterable[Grant]) -> dict[uuid.UUID, Unit]:
    """The cells the grants name; raises NoResultFound for one of another congress."""
    wanted = {each.unit_id for each in grants if each.unit_id is not None}
    return {unit_id: units.one(congress.id, UnitScope.everything(), unit_id) for unit_id in sorted(wanted)}


def _words(grants: Iterable[Grant], cells: dict[uuid.UUID, Unit]) -> dict[str, list[str]]:
    """Roles and cells as the journal keeps them, in the order of the vocabulary."""
    rows = list(grants)
    return {
        "roles": [role.value for role in Role if any(each.role is role for each in rows)],
        "unit_id": sorted(cells[each.unit_id].name for each in rows if each.unit_id is not None),
    }


def _settle(congress: Congress, account: Account, grants: Sequence[Grant]) -> None:
    """Make the roles at this congress exactly these; roles elsewhere are left alone."""
    wanted = set(grants)
    for row in list(account.memberships):
        if row.congress_id == congress.id:
            held = Grant(row.role, row.unit_id)
            if held in wanted:
                wanted.discard(held)
            else:
                account.memberships.remove(row)
    account.memberships.extend(
        Membership(congress_id=congress.id, role=each.role, unit_id=each.unit_id)
        for each in sorted(wanted, key=lambda each: list(Role).index(each.role))
    )

"""What people do with accounts: at the door, in the office, at the first start."""

from congress.accounts.actions.door import (
    change_password,
    end_sessions,
    open_session,
    prefer,
    sign_in,
    sign_out,
)
from congress.accounts.actions.people import (
    change,
    create,
    create_for,
    create_for_cells,
    disable,
    enable,
    grant,
    new_passwords,
    planned_for_cells,
    reset_password,
    set_closed,
)
from congress.accounts.actions.set_up import set_up
from congress.accounts.actions.subject import Administrator

__all__ = [
    "Administrator",
    "change",
    "change_password",
    "create",
    "create_for",
    "create_for_cells",
    "disable",
    "enable",
    "end_sessions",
    "grant",
    "new_passwords",
    "open_session",
    "planned_for_cells",
    "prefer",
    "reset_password",
    "set_closed",
    "set_up",
    "sign_in",
    "sign_out",
]

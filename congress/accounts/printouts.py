"""The access slip: half a sheet that is handed over, with user name, temporary password and the first steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from congress.accounts import actions, queries
from congress.accounts.models import Account
from congress.congresses.models import Congress
from congress.printing.printout import Printout, file_name
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True)
class Slip:
    """One half sheet."""

    full_name: str
    roles: str
    username: str
    password: str

    @property
    def letters(self) -> tuple[tuple[str, str], ...]:
        """Each sign of the password with what it is, so that nobody takes a digit for a letter; a hyphen is a gap."""
        return tuple((sign, "số" if sign.isdigit() else "chữ" if sign.isalpha() else "") for sign in self.password)


def access_slips(
    congress: Congress,
    handed_out: Sequence[tuple[Account, str]],
    *,
    today: date,
    address: str = "",
    contact: str = "",
    phone: str = "",
) -> Printout:
    """Two slips on a sheet; `handed_out` pairs each account with the temporary password just given to it.

    Without an address or a telephone number the slip leaves room for the pen.
    """
    slips = [Slip(each.full_name, _roles(congress, each), each.username, password) for each, password in handed_out]
    return Printout(
        template="accounts/printouts/access_slip.html",
        filename=file_name(congress.slug, "Phiếu truy cập", today),
        title="Phiếu truy cập",
        author=congress.committee,
        date=today,
        secret=True,
        context={
            "congress": congress.title,
            "pairs": [slips[place : place + 2] for place in range(0, len(slips), 2)],
            "address": address,
            "contact": contact or f"Văn phòng {congress.committee}",
            "phone": phone,
            "printed_on": today,
        },
    )


def _roles(congress: Congress, account: Account) -> str:
    """Bí thư chi bộ (Chi bộ ấp Mỹ Thạnh), Người đọc"""
    return ", ".join(
        f"{row.role.label} ({row.unit.name})" if row.unit else row.role.label for row in account.roles_in(congress.id)
    )


def access_slip(
    congress: Congress, *, today: date, account: str, address: str = "", contact: str = "", phone: str = ""
) -> Printout:
    """Phiếu truy cập của một tài khoản, với mật khẩu tạm mới (access slip of one account, with a new password)."""
    found = queries.by_username(account)
    if found is None or not found.roles_in(congress.id):
        raise RuleBroken(N_("Đại hội này không có tài khoản %(name)s."), "account", name=account)
    password = actions.reset_password(found, actor=actions.Administrator())
    return access_slips(congress, [(found, password)], today=today, address=address, contact=contact, phone=phone)


PRINTOUTS: dict[str, Callable[..., Printout]] = {"access-slip": access_slip}

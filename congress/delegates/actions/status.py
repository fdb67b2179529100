"""What has become of a delegate once named: summoned or not, and why."""

from congress.database import values_of
from congress.delegates.models import Delegate
from congress.delegates.rules import checks
from congress.delegates.vocabulary import Reason, Status
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


def set_status(
    delegate: Delegate,
    *,
    actor: Actor,
    version: int | None,
    status: Status,
    status_reason: Reason | None,
    absent_throughout: bool = False,
    status_paper: str = "",
) -> None:
    """Say what has become of a delegate: with its reason (domain.md §2.3) and the paper it rests on."""
    refuse_stale(delegate, version)
    if delegate.status is Status.REPLACED:
        raise RuleBroken(
            N_("Đồng chí này đã được thay thế. Muốn đổi tình trạng, hãy hoàn tác lần thay thế trước."), "status"
        )
    checks.check_status(status, status_reason)
    new = {
        "status": status,
        "status_reason": status_reason,
        "absent_throughout": absent_throughout and status is Status.ABSENT,
        "status_paper": status_paper,
    }
    before = values_of(delegate, *new)
    for name, value in new.items():
        setattr(delegate, name, value)
    if changes := differences(before, new):
        note(actor, N_("Đổi tình trạng đại biểu"), delegate, label=delegate.person.full_name, changes=changes)

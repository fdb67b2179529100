"""What stands before issuing a plan, and what issuing it changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken


@dataclass(frozen=True, kw_only=True)
class Before:
    """A cell's quotas as they are, and how many delegates it has entered against them."""

    unit_id: UUID
    name: str
    official: int
    alternate: int
    entered_official: int = 0
    entered_alternate: int = 0


@dataclass(frozen=True, kw_only=True)
class Change:
    """One cell: quotas before and after; `reason` as an amendment gives it."""

    unit_id: UUID
    name: str
    old_official: int
    official: int
    old_alternate: int
    alternate: int
    too_many: int = 0
    reason: str = ""

    @property
    def is_change(self) -> bool:
        """Whether issuing changes anything for this cell."""
        return (self.old_official, self.old_alternate) != (self.official, self.alternate)


def changes(before: Sequence[Before], allocation: Allocation, reasons: Mapping[str, str]) -> list[Change]:
    """Every cell with its quotas before and after; `too_many` delegates are already entered beyond the new quota."""
    return [
        Change(
            unit_id=each.unit_id,
            name=each.name,
            old_official=each.official,
            official=(official := _seats(allocation.official.by_key, each.unit_id)),
            old_alternate=each.alternate,
            alternate=(alternate := _seats(allocation.alternate.by_key, each.unit_id)),
            too_many=max(0, each.entered_official - official) + max(0, each.entered_alternate - alternate),
            reason=reasons.get(str(each.unit_id), ""),
        )
        for each in before
    ]


def _seats(shares: Mapping[str, object], unit_id: UUID) -> int:
    share = shares.get(str(unit_id))
    return getattr(share, "seats", 0)


IN_FORCE = N_("Đã có phương án đang áp dụng. Muốn thay đổi, hãy lập bản điều chỉnh từ phương án ấy rồi ban hành.")


def check_amends(amends: UUID | None, in_force: UUID | None) -> None:
    """While a plan is in force only its own amendment may follow it. Raises RuleBroken."""
    if in_force is not None and amends != in_force:
        raise RuleBroken(IN_FORCE)


def hindrances(
    plan: Plan, allocation: Allocation, left_out: Iterable[str], *, beside: bool = False
) -> list[RuleBroken]:
    """Why the plan cannot be issued yet: ties nobody decided, figures set without a reason, cells left out.

    `beside`: another plan is in force, which this one does not amend.
    """
    found = [RuleBroken(IN_FORCE)] if beside else []
    if allocation.undecided:
        found.append(
            RuleBroken(
                N_(
                    "Còn %(count)s trường hợp bằng nhau chưa quyết định. Hãy quyết định ở trang phương án rồi ban hành."
                ),
                count=len(allocation.undecided),
            )
        )
    lacking = [
        cell.name
        for cell in plan.cells
        if (cell.pin is not None and not cell.pin_reason)
        or (cell.alternate_pin is not None and not cell.alternate_pin_reason)
        or (cell.priority and not cell.priority_reason)
    ]
    if lacking:
        found.append(
            RuleBroken(N_("Hãy ghi lý do của số ấn định hoặc số ưu tiên ở: %(cells)s."), cells=", ".join(lacking))
        )
    if names := list(left_out):
        found.append(
            RuleBroken(
                N_("Phương án chưa có %(cells)s. Hãy bấm “Lấy số liệu hiện nay” để đưa vào."), cells=", ".join(names)
            )
        )
    if not plan.cells:
        found.append(RuleBroken(N_("Phương án chưa có chi bộ nào.")))
    return found


def check_decision(decision_date: date | None, frozen_on: date | None) -> None:
    """Members are counted before the decision rests on them. Raises RuleBroken on `frozen_on`."""
    if decision_date and frozen_on and frozen_on > decision_date:
        raise RuleBroken(N_("Ngày chốt số liệu không thể sau ngày của quyết định."), "frozen_on")


def refuse_issued(is_draft: bool) -> None:
    """Raise RuleBroken when somebody wants to change a plan that was issued."""
    if not is_draft:
        raise RuleBroken(
            N_("Phương án này đã ban hành nên không sửa được. Muốn thay đổi, hãy lập bản điều chỉnh từ phương án này.")
        )

"""What is known of a plan once it is issued: its decision, the day of its figures, what it changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from congress.allocation.rules.fairness import differences
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation

AUTHORITY = "Ban Thường vụ"
"""On whose behalf decisions on delegates are signed: the convening committee decides (Charter Art. 11 [A])."""


def signing_body(committee: str, authority: str = AUTHORITY) -> str:
    """Who decided, as every paper cites it: "Ban Thường vụ Đảng ủy xã Mỹ Hiệp"."""
    return f"{authority} {committee}"


@dataclass(frozen=True)
class Change:
    """A cell whose figures an amendment changed; None where the cell was not, or is no more, in the plan."""

    name: str
    official_before: int | None
    official_after: int | None
    alternate_before: int | None
    alternate_after: int | None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class IssuedFacts:
    """The decision a plan is issued by; a draft has none of it yet.

    version            1 for the first issue; an amendment is the next
    decision_number    5 for "Số 05-QĐ/ĐU"; None leaves room for the pen, as a decision_date of None does
    symbol             "QĐ/ĐU"
    authority          on whose behalf it is signed
    signer, position   of the signature
    frozen_on          the day whose member counts the plan uses (chốt số liệu)
    bases              the texts cited, each without "Căn cứ" and without punctuation at the end
    amends_number/_date   the decision this one amends, where version > 1
    changes            what the amendment changed
    change_reasons     why, as the office put it, by the cell's key, also where no seat moved
    pinned_by          who set a cell's pins, and when, by the cell's key: "Lê Thị Anh, 01/8/2025"
    tie_reasons        why a tie was decided so, by whom and when, by the tie's key
    """

    version: int = 1
    decision_number: int | None = None
    decision_date: date | None = None
    symbol: str = "QĐ/ĐU"
    authority: str = AUTHORITY
    signer: str = ""
    position: str = "Bí thư"
    frozen_on: date | None = None
    bases: tuple[str, ...] = ()
    amends_number: int | None = None
    amends_date: date | None = None
    changes: tuple[Change, ...] = ()
    change_reasons: Mapping[str, str] = field(default_factory=dict)
    pinned_by: Mapping[str, str] = field(default_factory=dict)
    tie_reasons: Mapping[str, str] = field(default_factory=dict)


def reasons_of(before: Plan, after: Plan, typed: Mapping[str, str]) -> dict[str, str]:
    """Why each cell is changed, by its key, in the office's words: the reason of the amendment, else that of the figure
    that was set anew. A cell nobody gave a reason for is left out.
    """
    found = {}
    for cell in after.cells:
        old = before.by_key.get(cell.key)
        anew = (
            (cell.pin_reason, cell.pin is not None and (old is None or old.pin != cell.pin)),
            (
                cell.alternate_pin_reason,
                cell.alternate_pin is not None and (not old or old.alternate_pin != cell.alternate_pin),
            ),
            (cell.priority_reason, cell.priority and (old is None or old.priority != cell.priority)),
        )
        reasons = [typed.get(cell.key, "")] if typed.get(cell.key) else [why for why, holds in anew if why and holds]
        if reasons:
            found[cell.key] = "; ".join(dict.fromkeys(reasons))
    return found


def changes_between(
    before: tuple[Plan, Allocation], after: tuple[Plan, Allocation], reasons: Mapping[str, str] | None = None
) -> tuple[Change, ...]:
    """The cells whose official or alternate seats differ, in printed order; `reasons` by the cell's key."""
    told = reasons or {}
    return tuple(
        Change(
            name=each.name,
            official_before=each.official[0],
            official_after=each.official[1],
            alternate_before=each.alternate[0],
            alternate_after=each.alternate[1],
            reason=told.get(each.key, ""),
        )
        for each in differences((before, after))
        if each.differs
    )

"""Drawing up, changing, copying and amending plans; each act is noted in the journal."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from congress.allocation import queries
from congress.allocation.models import AllocationPlan, DecidedTie, PlanLine
from congress.allocation.rules import issuing
from congress.allocation.rules.limits import pin_problems
from congress.allocation.rules.naming import amended_name, copied_name
from congress.allocation.rules.shares import would_give
from congress.allocation.vocabulary import PlanState
from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit

explain_unique("allocation_plan", ("congress_id", "name"), N_("Đã có phương án mang tên này."), "name")
explain_unique("allocation_plan", ("congress_id", "number"), N_("Người khác vừa ban hành một phương án. Hãy xem lại."))
name_fields(
    "allocation_plan",
    name=N_("Tên phương án"),
    note=N_("Ghi chú"),
    official_total=N_("Tổng số đại biểu chính thức"),
    alternate_total=N_("Tổng số đại biểu dự khuyết"),
    reserve=N_("Dự phòng"),
    base=N_("Mức nền"),
    method=N_("Cách chia"),
    frozen_on=N_("Chốt số liệu ngày"),
    state=N_("Tình trạng"),
    decision_number=N_("Số quyết định"),
    decision_date=N_("Ngày quyết định"),
    signer=N_("Người ký"),
    position=N_("Chức vụ người ký"),
)
OF_LINE = (
    "members", "ex_officio", "ex_officio_names", "appointed", "base", "priority", "priority_reason", "floor", "cap",
    "pin", "pin_reason", "alternate_pin", "alternate_pin_reason", "structure", "change_reason",
)  # fmt: skip
OF_STANDING = (
    "ex_officio", "ex_officio_names", "appointed", "base", "priority", "priority_reason", "floor", "cap", "structure",
)  # fmt: skip
OF_PINS = ("pin", "pin_reason", "alternate_pin", "alternate_pin_reason")


def draw_up(congress: Congress, *, actor: Actor, like: AllocationPlan | None = None, **fields: Any) -> AllocationPlan:
    """A new plan with every cell and its official members as they are counted now.

    `like` is the plan in force: who sits there without being elected and what the office set for a cell is taken over,
    but neither pins nor ties, which were decided over its own figures.
    """
    fields.pop("version", None)
    plan = AllocationPlan(congress_id=congress.id, **fields)
    db.session.add(plan)
    note(actor, N_("Lập phương án phân bổ"), plan, label=plan.name, changes=differences({}, fields))
    known = {line.unit_id: values_of(line, *OF_STANDING) for line in like.lines} if like else {}
    for unit in units.listed(congress.id, UnitScope.everything()):
        _add_line(plan, unit, **known.get(unit.id, {}))
    db.session.flush()
    db.session.expire(plan, ["lines"])
    return plan


def _add_line(plan: AllocationPlan, unit: Unit, **fields: Any) -> PlanLine:
    line = PlanLine(
        congress_id=plan.congress_id,
        plan_id=plan.id,
        unit_id=unit.id,
        position=unit.position,
        **{"members": unit.official_members} | fields,
    )
    db.session.add(line)
    return line


def change(
    plan: AllocationPlan,
    *,
    actor: Actor,
    moment: datetime,
    version: int | None,
    lines: Mapping[uuid.UUID, Mapping[str, Any]],
    **fields: Any,
) -> None:
    """Change a draft and its lines, {unit's id: fields of OF_LINE}. Raises RuleBroken, StaleEdit.

    A plan whose figures cannot be kept together is saved all the same: the page says what is wrong until it is right.
    A pin beyond the cell's members, or without its reason, is not.
    """
    issuing.refuse_issued(plan.is_draft)
    refuse_stale(plan, version)
    before = values_of(plan, *fields)
    for name, value in fields.items():
        setattr(plan, name, value)
    found = differences(before, values_of(plan, *fields))
    for line in plan.lines:
        if line.unit_id in lines:
            found |= _change_line(line, lines[line.unit_id], actor, moment)
    if found:
        plan.changed_at = moment
        note(actor, N_("Sửa phương án phân bổ"), plan, label=plan.name, changes=found)


def _change_line(line: PlanLine, fields: Mapping[str, Any], actor: Actor, moment: datetime) -> dict[str, list[Any]]:
    known = {name: value for name, value in fields.items() if name in OF_LINE}
    before = values_of(line, *known)
    changed = differences(before, known)
    for name, value in known.items():
        setattr(line, name, value)
    if set(changed) & set(OF_PINS):
        for problem in pin_problems(line.as_cell):
            raise problem
        line.pinned_by, line.pinned_at = actor.full_name, moment
    return {line.name: [_told(before, changed), _told(known, changed)]} if changed else {}


def _told(values: Mapping[str, Any], names: Any) -> str:
    """The changed figures of a line in one text, for the journal."""
    return "; ".join(f"{LINE_WORDS[name]}: {'—' if values[name] in (None, '') else values[name]}" for name in names)


LINE_WORDS = {
    "members": "đảng viên", "ex_officio": "đương nhiên", "ex_officio_names": "cấp ủy viên", "appointed": "chỉ định",
    "base": "mức nền", "priority": "ưu tiên", "priority_reason": "lý do ưu tiên", "floor": "tối thiểu",
    "cap": "tối đa", "pin": "ấn định", "pin_reason": "lý do ấn định", "alternate_pin": "ấn định dự khuyết",
    "alternate_pin_reason": "lý do ấn định dự khuyết", "structure": "cơ cấu", "change_reason": "lý do điều chỉnh",
}  # fmt: skip


def take_counts(
    congress: Congress, plan: AllocationPlan, *, actor: Actor, moment: datetime, version: int | None = None
) -> int:
    """Take the cells and their official members as they are counted now; returns how many lines changed.

    Raises RuleBroken, StaleEdit.
    """
    issuing.refuse_issued(plan.is_draft)
    refuse_stale(plan, version)
    known = {line.unit_id: line for line in plan.lines}
    changed = {}
    for unit in units.listed(congress.id, UnitScope.everything()):
        line = known.get(unit.id)
        if line is None:
            _add_line(plan, unit)
            changed[unit.name] = [None, unit.official_members]
        else:
            line.position = unit.position
            if line.members != unit.official_members:
                changed[unit.name] = [line.members, unit.official_members]
                line.members = unit.official_members
    if changed:
        plan.changed_at = moment
        note(actor, N_("Lấy lại số đảng viên cho phương án phân bổ"), plan, label=plan.name, changes=changed)
    db.session.flush()
    db.session.expire(plan, ["lines"])
    return len(changed)


def decide_tie(
    plan: AllocationPlan,
    *,
    actor: Actor,
    moment: datetime,
    key: str,
    winners: Sequence[str],
    reason: str,
    version: int | None = None,
) -> None:
    """Record who gets the contested seats, and why. Raises RuleBroken when the choice does not fit, StaleEdit."""
    issuing.refuse_issued(plan.is_draft)
    refuse_stale(plan, version)
    tie = next((tie for tie in would_give(plan.as_plan).ties if tie.key == key), None)
    if tie is None:
        raise RuleBroken(N_("Trường hợp bằng nhau này không còn nữa vì số liệu đã thay đổi. Hãy xem lại phương án."))
    chosen = [each for each in tie.cells if each in winners]
    if len(chosen) != tie.seats:
        raise RuleBroken(N_("Hãy chọn đúng %(seats)s chi bộ."), "winners", seats=tie.seats)
    if not reason:
        raise RuleBroken(N_("Hãy ghi lý do, để sau này ai cũng hiểu."), "reason")
    row = next((each for each in plan.ties if each.tie_key == key), None)
    if row is None:
        row = DecidedTie(congress_id=plan.congress_id, plan_id=plan.id, tie_key=key)
        db.session.add(row)
    row.winners, row.reason, row.decided_by, row.decided_at = chosen, reason, actor.full_name, moment
    plan.changed_at = moment
    by_key = {line.key: line.name for line in plan.lines}
    told = {"winners": [", ".join(by_key[each] for each in tie.cells), ", ".join(by_key[each] for each in chosen)]}
    note(actor, N_("Quyết định trường hợp bằng nhau"), plan, label=plan.name, changes=told, reason=reason)
    db.session.flush()
    db.session.expire(plan, ["ties"])


name_fields("allocation_plan", winners=N_("Được thêm"))


def forget_stale_ties(plan: AllocationPlan, keys: Sequence[str], *, actor: Actor, moment: datetime) -> None:
    """Drop decisions whose ties are gone because figures changed."""
    issuing.refuse_issued(plan.is_draft)
    for row in [each for each in plan.ties if each.tie_key in keys]:
        db.session.delete(row)
        plan.changed_at = moment
        note(actor, N_("Bỏ quyết định cũ về trường hợp bằng nhau"), plan, label=plan.name, reason=row.reason)
    db.session.flush()
    db.session.expire(plan, ["ties"])


def copy(congress: Congress, plan: AllocationPlan, *, actor: Actor, amends: bool = False) -> AllocationPlan:
    """A draft like this plan, to try something else; with `amends` it will replace the issued one when issued."""
    if amends and plan.state is not PlanState.ISSUED:
        raise RuleBroken(N_("Chỉ phương án đang áp dụng mới lập được bản điều chỉnh."))
    fields = values_of(plan, "note", "official_total", "alternate_total", "reserve", "base", "method", "frozen_on")
    name = (amended_name if amends else copied_name)(plan.name, queries.names(congress.id))
    made = AllocationPlan(congress_id=congress.id, name=name, amends_id=plan.id if amends else None, **fields)
    db.session.add(made)
    act = N_("Lập bản điều chỉnh phân bổ") if amends else N_("Chép phương án phân bổ")
    note(actor, act, made, label=made.name, changes=differences({}, {"name": made.name}))
    for line in plan.lines:
        values = values_of(line, *OF_LINE, "pinned_by", "pinned_at") | {"change_reason": ""}
        _add_line(made, line.unit, **values)
    for tie in plan.ties:
        kept = values_of(tie, "tie_key", "winners", "reason", "decided_by", "decided_at")
        db.session.add(DecidedTie(congress_id=congress.id, plan_id=made.id, **kept))
    db.session.flush()
    db.session.expire(made, ["lines", "ties"])
    return made


def remove(plan: AllocationPlan, *, actor: Actor) -> None:
    """Remove a draft; an issued plan stays for ever."""
    issuing.refuse_issued(plan.is_draft)
    note(actor, N_("Xóa phương án phân bổ"), plan, label=plan.name, changes=differences(values_of(plan, "name"), {}))
    db.session.delete(plan)

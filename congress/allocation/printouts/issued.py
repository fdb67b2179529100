"""The papers of a plan as it lies in the database: of the one in force unless another is handed in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from congress.allocation import queries
from congress.allocation.models import AllocationPlan
from congress.allocation.printouts.cell_sheets import cell_sheet, cell_sheets
from congress.allocation.printouts.decision import decision
from congress.allocation.printouts.note import explanatory_note
from congress.allocation.rules.issued import Change, IssuedFacts, changes_between, reasons_of
from congress.allocation.rules.legal_bases import usual_bases
from congress.allocation.rules.plan import Cell
from congress.allocation.rules.shares import Allocation, would_give
from congress.congresses.models import Congress
from congress.printing.printout import Printout
from congress.shared.clock import HANOI
from congress.shared.labels import N_
from congress.shared.paper_numbers import SYMBOL, parse_paper_number
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, number_on_paper

NAMES = {
    "allocation-decision": N_("Quyết định phân bổ"),
    "allocation-note": N_("Tờ trình"),
    "allocation-sheets": N_("Tờ giải thích cho các chi bộ"),
}


def facts_of(congress: Congress, plan: AllocationPlan, today: date) -> IssuedFacts:
    """What is known of the plan's decision; a number that is not written like 05-QĐ/ĐU leaves room for the pen."""
    number, symbol = _number_of(plan.decision_number)
    amended = queries.one(congress.id, plan.amends_id) if plan.amends_id else None
    return IssuedFacts(
        version=plan.number or (2 if amended else 1),
        decision_number=number,
        decision_date=plan.decision_date,
        symbol=symbol,
        signer=plan.signer,
        position=plan.position or "Bí thư",
        frozen_on=plan.frozen_on,
        bases=usual_bases(plan.decision_date or today),
        amends_number=_number_of(amended.decision_number)[0] if amended else None,
        amends_date=amended.decision_date if amended else None,
        changes=_changes(amended, plan) if amended else (),
        change_reasons=plan.change_reasons if amended else {},
        pinned_by={line.key: _by(line.pinned_by, line.pinned_at) for line in plan.lines if line.pinned_at},
        tie_reasons={tie.tie_key: f"{tie.reason} ({_by(tie.decided_by, tie.decided_at)})" for tie in plan.ties},
    )


def _changes(before: AllocationPlan, after: AllocationPlan) -> tuple[Change, ...]:
    """What the amendment changes; where the office gave no reason, the figure that moved says it."""
    old, new = before.as_plan, after.as_plan
    reasons = {cell.key: _moved(old.by_key.get(cell.key), cell) for cell in new.cells}
    reasons |= reasons_of(old, new, after.change_reasons)
    return changes_between((old, given(before)), (new, given(after)), reasons)


def _moved(before: Cell | None, after: Cell) -> str:
    if before is None:
        return "Mới đưa vào phương án"
    if before.members != after.members:
        counts = number_on_paper(before.members), number_on_paper(after.members)
        return "Số đảng viên chính thức từ {} thành {}".format(*counts)
    return "Tính lại khi các số khác thay đổi"


def _by(name: str, moment: datetime) -> str:
    """Who did it on which day, in Vietnamese time."""
    return f"{name}, {date_on_paper(moment.astimezone(HANOI).date())}"


def given(plan: AllocationPlan) -> Allocation:
    """What the plan gives; once issued, no paper says anything but what was issued. Raises RuleBroken otherwise."""
    allocation = would_give(plan.as_plan)
    for line in plan.lines:
        seats = [outcome.by_key[line.key].seats for outcome in (allocation.official, allocation.alternate)]
        if not plan.is_draft and [line.official, line.alternate] != seats:
            raise RuleBroken(
                N_(
                    "%(cell)s được ban hành %(issued)s đại biểu, nay tính lại thành %(computed)s, nên không in. "
                    "Hãy báo người quản trị chương trình."
                ),
                cell=line.name,
                issued=f"{line.official} + {line.alternate}",
                computed=f"{seats[0]} + {seats[1]}",
            )
    return allocation


def _number_of(text: str) -> tuple[int | None, str]:
    try:
        found = parse_paper_number(text)
    except RuleBroken:  # none yet, or kept from before numbers were read
        return None, SYMBOL
    return found.number, found.symbol


def _plan(congress: Congress, plan: AllocationPlan | None) -> AllocationPlan:
    """The plan handed in, or the one in force. Raises ValueError before anything is issued."""
    found = plan or queries.in_force(congress.id)
    if found is None:
        raise ValueError("chưa có phương án phân bổ nào được ban hành.")
    return found


def allocation_decision(congress: Congress, *, today: date, of: AllocationPlan | None = None) -> Printout:
    """The decision with its annex."""
    plan = _plan(congress, of)
    facts = facts_of(congress, plan, today)
    return _marked(plan, decision(congress, plan.as_plan, given(plan), facts, today=today))


def allocation_note(congress: Congress, *, today: date, of: AllocationPlan | None = None) -> Printout:
    """The explanatory note: method, parameters, reasons."""
    plan = _plan(congress, of)
    facts = facts_of(congress, plan, today)
    return _marked(plan, explanatory_note(congress, plan.as_plan, given(plan), facts, today=today))


def _marked(plan: AllocationPlan, paper: Printout) -> Printout:
    """A paper of a plan that is not issued says that it is a draft."""
    if not plan.is_draft:
        return paper
    heading = replace(paper.context["heading"], draft_mark="Dự thảo")
    return replace(paper, context={**paper.context, "heading": heading})


def allocation_sheets(congress: Congress, *, today: date, of: AllocationPlan | None = None) -> Printout:
    """Half a sheet for every cell."""
    plan = _plan(congress, of)
    return cell_sheets(congress, plan.as_plan, given(plan), facts_of(congress, plan, today), today=today)


def sheet_of_cell(congress: Congress, plan: AllocationPlan, unit_id: UUID, *, today: date) -> Printout:
    """Half a sheet for one cell."""
    facts = facts_of(congress, plan, today)
    return cell_sheet(congress, plan.as_plan, given(plan), facts, str(unit_id), today=today)


PRINTOUTS: dict[str, Callable[..., Printout]] = {
    "allocation-decision": allocation_decision,
    "allocation-note": allocation_note,
    "allocation-sheets": allocation_sheets,
}

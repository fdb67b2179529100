"""Reading plans: always of one congress, with their lines, cells and decided ties."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from congress.allocation.models import AllocationPlan, PlanLine
from congress.allocation.vocabulary import PlanState
from congress.database import db


def _plans(congress_id: uuid.UUID) -> Select[AllocationPlan]:
    return select(AllocationPlan).where(AllocationPlan.congress_id == congress_id)


def _with_lines(congress_id: uuid.UUID) -> Select[AllocationPlan]:
    return _plans(congress_id).options(
        selectinload(AllocationPlan.lines).selectinload(PlanLine.unit), selectinload(AllocationPlan.ties)
    )


def listed(congress_id: uuid.UUID) -> Sequence[AllocationPlan]:
    """Every plan: issued ones first, the newest on top, then drafts in the order they were drawn up."""
    order = (AllocationPlan.number.is_(None), AllocationPlan.number.desc(), AllocationPlan.id)
    return db.session.scalars(_plans(congress_id).order_by(*order)).all()


def one(congress_id: uuid.UUID, plan_id: uuid.UUID) -> AllocationPlan:
    """One plan with its lines; raises NoResultFound for another congress's."""
    return db.session.scalars(_with_lines(congress_id).where(AllocationPlan.id == plan_id)).one()


def several(congress_id: uuid.UUID, ids: Iterable[uuid.UUID]) -> list[AllocationPlan]:
    """The plans of these ids, in this order; unknown ones are left out."""
    wanted = list(dict.fromkeys(ids))
    found = {
        plan.id: plan for plan in db.session.scalars(_with_lines(congress_id).where(AllocationPlan.id.in_(wanted)))
    }
    return [found[each] for each in wanted if each in found]


def in_force(congress_id: uuid.UUID) -> AllocationPlan | None:
    """The issued plan the quotas come from; None before the first is issued."""
    rows = _with_lines(congress_id).where(AllocationPlan.state == PlanState.ISSUED)
    return db.session.scalars(rows).one_or_none()


def is_issued(congress_id: uuid.UUID) -> bool:
    """Whether the cells have quotas by a decision."""
    rows = select(AllocationPlan.id).where(
        AllocationPlan.congress_id == congress_id, AllocationPlan.state == PlanState.ISSUED
    )
    return db.session.scalar(rows) is not None


@dataclass(frozen=True)
class Summary:
    """The state of the allocation in a line: how many plans, and the number of the last one issued (0: none)."""

    plans: int
    number: int

    @property
    def issued(self) -> bool:
        """Whether a plan is in force."""
        return self.number > 0


def summary(congress_id: uuid.UUID) -> Summary:
    """How many plans there are and which is in force; one statement."""
    rows = select(func.count(), func.max(AllocationPlan.number)).where(AllocationPlan.congress_id == congress_id)
    plans, number = db.session.execute(rows).one()
    return Summary(plans, number or 0)


def next_number(congress_id: uuid.UUID) -> int:
    """The number of the next plan to be issued."""
    return summary(congress_id).number + 1


def names(congress_id: uuid.UUID) -> set[str]:
    """Names already taken."""
    rows = select(AllocationPlan.name).where(AllocationPlan.congress_id == congress_id)
    return set(db.session.scalars(rows))

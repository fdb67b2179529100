"""The blueprint, and what the pages of a plan share: which plan, its figures, its explanations."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g

from congress.allocation import queries
from congress.allocation.models import AllocationPlan
from congress.allocation.rules import explain, fairness
from congress.allocation.rules.plan import Plan
from congress.allocation.rules.shares import Allocation, stale_decisions, without_stale_decisions, would_give
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, may, my_scope
from congress.web.filters import gettext

blueprint = Blueprint("allocation", __name__, url_prefix="/<congress>/allocation")

Entered = Callable[[uuid.UUID], Mapping[uuid.UUID, tuple[int, int]]]


def init_app(app: Flask, entered: Entered) -> None:
    """`entered(congress's id)` gives (official, alternate) delegates already entered by the cell's id.

    The registry of delegates lies above the allocation, so create_app() hands in how it is asked.
    """
    app.extensions["delegates_entered"] = entered


def entered() -> Mapping[uuid.UUID, tuple[int, int]]:
    """Delegates already entered against the quota, by the cell's id."""
    found: Mapping[uuid.UUID, tuple[int, int]] = current_app.extensions["delegates_entered"](g.congress.id)
    return found


def sees_all() -> bool:
    """Whether the reader may see whole plans, not only the share of the own cell."""
    return my_scope(Permission.READ_ALLOCATION).is_everything


def plan_of(plan_id: uuid.UUID) -> AllocationPlan:
    """One plan the reader may see; NoResultFound, or 403 for whoever sees the own cell only."""
    plan = queries.one(g.congress.id, plan_id)
    if not sees_all():
        abort(403)
    return plan


@dataclass(frozen=True)
class Figures:
    """What a plan comes to, or why it cannot be kept; `stale` are decisions whose ties are gone."""

    plan: Plan
    allocation: Allocation | None = None
    broken: RuleBroken | None = None
    stale: tuple[str, ...] = ()
    even: fairness.Fairness | None = None
    paradoxes: tuple[fairness.Paradox, ...] = ()
    told: Mapping[str, explain.Explanation] = field(default_factory=dict)

    @property
    def official(self) -> Mapping[str, Any]:
        """Official shares by the cell's key."""
        return self.allocation.official.by_key if self.allocation else {}

    @property
    def alternate(self) -> Mapping[str, Any]:
        """Alternate shares by the cell's key."""
        return self.allocation.alternate.by_key if self.allocation else {}

    @property
    def sums(self) -> dict[str, int]:
        """The totals row."""
        cells = self.plan.cells
        official = sum(share.seats for share in self.official.values())
        alternate = sum(share.seats for share in self.alternate.values())
        apart = {name: sum(getattr(cell, name) for cell in cells) for name in ("members", "ex_officio", "appointed")}
        total = official + apart["ex_officio"] + apart["appointed"]
        priority = sum(cell.priority for cell in cells)
        return apart | {"priority": priority, "official": official, "alternate": alternate, "total": total}


def figures_of(plan: Plan, *, explained: bool = True) -> Figures:
    """Compute a plan; figures that contradict each other come back as a sentence instead of an error."""
    try:
        stale = stale_decisions(plan)
        plan = without_stale_decisions(plan) if stale else plan
        allocation = would_give(plan)
    except RuleBroken as broken:
        return Figures(plan, broken=broken)
    told = {each.key: each for each in explain.explain_all(plan, allocation)} if explained else {}
    return Figures(
        plan,
        allocation,
        stale=stale,
        even=fairness.fairness(plan, allocation),
        paradoxes=fairness.paradoxes(plan) if explained else (),
        told=told,
    )


def say(phrase: Any) -> str:
    """A phrase of the rules in the interface language."""
    text = str(phrase.text(gettext))
    return text[:1].upper() + text[1:]


@blueprint.app_context_processor
def words() -> dict[str, object]:
    """For templates: `phrase(told.sentence)`."""
    return {"phrase": say}


def may_allocate() -> bool:
    """Whether the reader draws up and issues plans."""
    return may(Permission.ALLOCATE_SEATS)

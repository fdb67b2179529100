"""Reading substitutions, the order of alternates and who has fallen out without anybody in the place."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from congress.database import db
from congress.delegates import queries
from congress.delegates.models import Delegate, RankDecision, Substitution
from congress.delegates.rules import roll, succession
from congress.delegates.rules.roll import Line
from congress.delegates.rules.succession import Candidate, Order
from congress.delegates.vocabulary import Origin, Standing, Status
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit


def _rows(congress_id: uuid.UUID, scope: UnitScope) -> Select[Substitution]:
    both = [
        joinedload(side).joinedload(part)
        for side in (Substitution.out_delegate, Substitution.in_delegate)
        for part in (Delegate.person, Delegate.unit)
    ]
    rows = select(Substitution).where(Substitution.congress_id == congress_id).options(*both)
    if scope.unit_ids is None:
        return rows
    mine = select(Delegate.id).where(Delegate.congress_id == congress_id, Delegate.unit_id.in_(scope.unit_ids))
    return rows.where(Substitution.out_delegate_id.in_(mine))


def listed(congress_id: uuid.UUID, scope: UnitScope) -> Sequence[Substitution]:
    """Every substitution the reader may see, the latest first, those taken back included."""
    rows = _rows(congress_id, scope).order_by(Substitution.made_at.desc(), Substitution.id.desc())
    return db.session.scalars(rows).all()


def one(congress_id: uuid.UUID, scope: UnitScope, substitution_id: uuid.UUID) -> Substitution:
    """One substitution; raises NoResultFound for another congress's or another cell's."""
    found: Substitution = db.session.scalars(_rows(congress_id, scope).where(Substitution.id == substitution_id)).one()
    return found


def for_delegate(congress_id: uuid.UUID, out_delegate_id: uuid.UUID) -> Substitution | None:
    """The standing substitution by which this delegate was replaced."""
    rows = _rows(congress_id, UnitScope.everything()).where(
        Substitution.out_delegate_id == out_delegate_id, Substitution.undone_at.is_(None)
    )
    return db.session.scalars(rows).one_or_none()


@dataclass(frozen=True)
class Chain:
    """The substitutions a delegate stands in: those that led here, first to last, and those that came after."""

    earlier: tuple[Substitution, ...] = ()
    later: tuple[Substitution, ...] = ()

    @property
    def steps(self) -> tuple[Substitution, ...]:
        """The whole chain: A replaced by B, B by C."""
        return self.earlier + self.later


def chain(delegate: Delegate) -> Chain:
    """Who made way for this delegate and who came up after, over several steps; two statements for a whole cell."""
    rows = _rows(delegate.congress_id, UnitScope.only([delegate.unit_id])).where(Substitution.undone_at.is_(None))
    standing = db.session.scalars(rows.order_by(Substitution.made_at, Substitution.id)).all()
    by_in = {each.in_delegate_id: each for each in standing}
    by_out = {each.out_delegate_id: each for each in standing}
    earlier: list[Substitution] = []
    at = delegate.id
    while (step := by_in.get(at)) and step not in earlier:
        earlier.insert(0, step)
        at = step.out_delegate_id
    later: list[Substitution] = []
    at = delegate.id
    while (step := by_out.get(at)) and step not in later:
        later.append(step)
        at = step.in_delegate_id
    return Chain(tuple(earlier), tuple(later))


@dataclass(frozen=True)
class CellOrder:
    """A cell with the proposed order of its alternates, the votes beside it, and who has come up from it."""

    unit: Unit
    order: Order
    lines: dict[uuid.UUID, Line]
    promoted: tuple[Line, ...] = ()
    decision: RankDecision | None = None


def orders(congress_id: uuid.UUID, scope: UnitScope) -> list[CellOrder]:
    """Every cell that has, or had, alternates, in printed order; a fixed number of statements."""
    of_units: dict[uuid.UUID, list[Line]] = {}
    for line in queries.lines(congress_id, scope):
        of_units.setdefault(line.unit_id, []).append(line)
    held = _held(congress_id)
    decisions = _decisions(congress_id)
    found = []
    for unit in units.listed(congress_id, scope):
        mine = of_units.get(unit.id, [])
        alternates = [line for line in mine if line.standing is Standing.ALTERNATE]
        came_up = tuple(line for line in mine if line.promoted)
        if not alternates and not came_up:
            continue
        decision = decisions.get(unit.id)
        decided = [uuid.UUID(each) for each in decision.delegates] if decision else []
        ranks = {held[line.id] for line in came_up if line.id in held}
        order = succession.propose(map(Candidate.of, alternates), decided, ranks)
        found.append(CellOrder(unit, order, {line.id: line for line in alternates}, came_up, decision))
    return found


def order_of(unit: Unit) -> CellOrder:
    """One cell's order, empty when it has no alternates."""
    found = orders(unit.congress_id, UnitScope.only([unit.id]))
    return found[0] if found else CellOrder(unit, Order(), {})


def _held(congress_id: uuid.UUID) -> dict[uuid.UUID, int]:
    """The ranks of alternates who have come up."""
    rows = select(Substitution.in_delegate_id, Substitution.before).where(
        Substitution.congress_id == congress_id, Substitution.undone_at.is_(None)
    )
    return {key: before["rank"] for key, before in db.session.execute(rows) if before.get("rank")}


def _decisions(congress_id: uuid.UUID) -> dict[uuid.UUID, RankDecision]:
    """The latest decision about equal ranks, by cell."""
    rows = select(RankDecision).where(RankDecision.congress_id == congress_id)
    return {each.unit_id: each for each in db.session.scalars(rows.order_by(RankDecision.made_at, RankDecision.id))}


@dataclass(frozen=True)
class Left:
    """How many alternates of a delegation can still come up."""

    unit_id: uuid.UUID
    unit: str
    left: int


@dataclass(frozen=True)
class Desk:
    """What the personnel secretary has to think of: who is out without a successor, and where alternates are left."""

    open: tuple[Line, ...]
    cells: tuple[Left, ...]
    substitutions: Sequence[Substitution]

    def left(self, line: Line) -> int:
        """How many alternates the delegation still has."""
        return next((cell.left for cell in self.cells if cell.unit_id == line.unit_id), 0)


def desk(congress_id: uuid.UUID, scope: UnitScope) -> Desk:
    """Official delegates who are absent throughout or not summoned, those who can be replaced first; every cell."""
    lines = roll.in_order(queries.lines(congress_id, scope), "unit")
    left = Counter(
        line.unit_id
        for line in lines
        if line.standing is Standing.ALTERNATE and line.takes_part and not line.misses_all
    )
    gone = [
        line
        for line in lines
        if line.standing is Standing.OFFICIAL and (line.status is Status.NOT_SUMMONED or line.misses_all)
    ]
    return Desk(
        tuple(sorted(gone, key=lambda line: line.origin is not Origin.ELECTED)),
        tuple(Left(unit_id, name, left[unit_id]) for unit_id, name in units.choices(congress_id, scope)),
        listed(congress_id, scope),
    )

"""The tables of plans, their lines and decided ties."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.vocabulary import Method, PlanState
from congress.database import Base, OfCongress, Versioned, belongs_to, has_many, now, one_of, refers
from congress.units.models import Unit


class AllocationPlan(OfCongress, Versioned, Base):
    """One plan; its version also counts changes of its lines and ties.

    `number` is the order among issued ones (1 the first decision, 2 its first amendment); `amends_id` is the issued
    plan this one changes. `frozen_on` is the day of the member counts its lines hold.
    """

    __tablename__ = "allocation_plan"
    __table_args__ = (
        UniqueConstraint("congress_id", "name"),
        UniqueConstraint("congress_id", "number"),
        refers("amends_id", "allocation_plan"),
        CheckConstraint("official_total >= 0 AND alternate_total >= 0 AND reserve >= 0 AND base >= 0", "no_negative"),
    )

    name: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[PlanState] = mapped_column(one_of(PlanState), default=PlanState.DRAFT)
    official_total: Mapped[int] = mapped_column(default=0)
    alternate_total: Mapped[int] = mapped_column(default=0)
    reserve: Mapped[int] = mapped_column(default=0)
    base: Mapped[int] = mapped_column(default=1)
    method: Mapped[Method] = mapped_column(one_of(Method), default=Method.LARGEST_REMAINDER)
    frozen_on: Mapped[date | None]
    amends_id: Mapped[uuid.UUID | None]
    number: Mapped[int | None]
    decision_number: Mapped[str] = mapped_column(String(60), default="")
    decision_date: Mapped[date | None]
    signer: Mapped[str] = mapped_column(String(120), default="")
    position: Mapped[str] = mapped_column(String(120), default="")
    issued_at: Mapped[datetime | None]
    issued_by: Mapped[str] = mapped_column(String(200), default="")
    changed_at: Mapped[datetime] = mapped_column(default=now)

    lines: Mapped[list["PlanLine"]] = has_many("PlanLine", "AllocationPlan", "plan_id", order_by="PlanLine.position")
    ties: Mapped[list["DecidedTie"]] = has_many("DecidedTie", "AllocationPlan", "plan_id", order_by="DecidedTie.id")

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.state is PlanState.DRAFT

    @property
    def change_reasons(self) -> dict[str, str]:
        """Why an amendment changes its cells, by the cell's key, where the office said so."""
        return {line.key: line.change_reason for line in self.lines if line.change_reason}

    @property
    def as_plan(self) -> Plan:
        """As the rules take it; the lines' cells must have been loaded with them."""
        return Plan(
            cells=tuple(line.as_cell for line in self.lines),
            official=self.official_total,
            alternate=self.alternate_total,
            reserve=self.reserve,
            base=self.base,
            method=self.method,
            decisions={tie.tie_key: tuple(tie.winners) for tie in self.ties},
        )


class PlanLine(OfCongress, Base):
    """One cell in a plan: members as they were counted, what is set for it, and what it got once issued.

    `ex_officio_names` holds one committee member in office a line. `pinned_by`, `pinned_at` say who set the pins last.
    `change_reason` is why an amendment changes this cell. `unit_name`, `unit_code` are empty until the plan is issued.
    """

    __tablename__ = "allocation_line"
    __table_args__ = (
        UniqueConstraint("congress_id", "plan_id", "unit_id"),
        refers("plan_id", "allocation_plan", ondelete="CASCADE"),
        refers("unit_id", "unit"),
    )

    plan_id: Mapped[uuid.UUID]
    unit_id: Mapped[uuid.UUID]
    position: Mapped[int] = mapped_column(default=0)
    members: Mapped[int] = mapped_column(default=0)
    ex_officio: Mapped[int] = mapped_column(default=0)
    ex_officio_names: Mapped[str] = mapped_column(Text, default="")
    appointed: Mapped[int] = mapped_column(default=0)
    base: Mapped[int | None]
    priority: Mapped[int] = mapped_column(default=0)
    priority_reason: Mapped[str] = mapped_column(String(300), default="")
    floor: Mapped[int | None]
    cap: Mapped[int | None]
    pin: Mapped[int | None]
    pin_reason: Mapped[str] = mapped_column(String(300), default="")
    alternate_pin: Mapped[int | None]
    alternate_pin_reason: Mapped[str] = mapped_column(String(300), default="")
    pinned_by: Mapped[str] = mapped_column(String(200), default="")
    pinned_at: Mapped[datetime | None]
    structure: Mapped[str] = mapped_column(String(300), default="")
    change_reason: Mapped[str] = mapped_column(String(300), default="")
    official: Mapped[int | None]
    alternate: Mapped[int | None]

    unit_name: Mapped[str] = mapped_column(String(200), default="")
    unit_code: Mapped[str] = mapped_column(String(20), default="")

    unit: Mapped[Unit] = belongs_to("Unit", "PlanLine", "unit_id")

    @property
    def key(self) -> str:
        """How the rules call this cell."""
        return str(self.unit_id)

    @property
    def name(self) -> str:
        """The cell's name: as it was when the plan was issued, else as it is."""
        return self.unit_name or self.unit.name

    @property
    def code(self) -> str:
        """The cell's code, likewise."""
        return self.unit_code or self.unit.code

    @property
    def as_cell(self) -> Cell:
        """As the rules take it."""
        return Cell(
            key=self.key,
            code=self.code,
            name=self.name,
            members=self.members,
            ex_officio=self.ex_officio,
            appointed=self.appointed,
            base=self.base,
            priority=self.priority,
            priority_reason=self.priority_reason,
            floor=self.floor,
            cap=self.cap,
            pin=self.pin,
            pin_reason=self.pin_reason,
            alternate_pin=self.alternate_pin,
            alternate_pin_reason=self.alternate_pin_reason,
            structure=self.structure,
            ex_officio_names=tuple(filter(None, map(str.strip, self.ex_officio_names.splitlines()))),
        )


class DecidedTie(OfCongress, Base):
    """Equal claims to the last seats, decided by hand: the keys of the cells that get them, why, by whom, when."""

    __tablename__ = "allocation_tie"
    __table_args__ = (
        UniqueConstraint("congress_id", "plan_id", "tie_key"),
        refers("plan_id", "allocation_plan", ondelete="CASCADE"),
    )

    plan_id: Mapped[uuid.UUID]
    tie_key: Mapped[str] = mapped_column(String(60))
    winners: Mapped[list[str]] = mapped_column(JSON, default=list)
    reason: Mapped[str] = mapped_column(String(500), default="")
    decided_by: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime] = mapped_column(default=now)

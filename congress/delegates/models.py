"""The tables of delegates and of each cell's registration."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, now, one_of, refers
from congress.delegates.rules.checks import Seat
from congress.delegates.vocabulary import Origin, Reason, Review, Standing, Status
from congress.people.models import Person
from congress.units.models import Unit

STANDS = text("undone_at IS NULL")


class Delegate(OfCongress, Versioned, Base):
    """One person as a delegate of one cell.

    `confirmed` holds the keys of unlikely facts somebody has checked. `absent_throughout` says whether an absent
    delegate misses the whole congress, which decides the base of a majority (domain.md §5.5). `moved_to` is where a
    delegate takes part in Party life after a change of cell; the delegation stays (01-HD/TW 13.1), and `sits_with`
    names another delegation this delegate leads.
    """

    __tablename__ = "delegate"
    __table_args__ = (
        UniqueConstraint("congress_id", "person_id"),
        refers("person_id", "person"),
        refers("unit_id", "unit"),
        CheckConstraint("rank IS NULL OR rank > 0", "rank_from_one"),
        Index(None, "congress_id", "unit_id"),
    )

    person_id: Mapped[uuid.UUID]
    unit_id: Mapped[uuid.UUID]
    origin: Mapped[Origin] = mapped_column(one_of(Origin), default=Origin.ELECTED)
    standing: Mapped[Standing] = mapped_column(one_of(Standing), default=Standing.OFFICIAL)
    rank: Mapped[int | None]
    votes: Mapped[int | None]
    ballots: Mapped[int | None]
    review: Mapped[Review] = mapped_column(one_of(Review), default=Review.NOT_SENT)
    return_reason: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status] = mapped_column(one_of(Status), default=Status.NAMED)
    status_reason: Mapped[Reason | None] = mapped_column(one_of(Reason))
    absent_throughout: Mapped[bool] = mapped_column(default=False)
    status_paper: Mapped[str] = mapped_column(String(120), default="")
    moved_to: Mapped[str] = mapped_column(String(200), default="")
    moved_on: Mapped[date | None]
    moved_paper: Mapped[str] = mapped_column(String(120), default="")
    sits_with: Mapped[str] = mapped_column(String(200), default="")
    confirmed: Mapped[list[str]] = mapped_column(JSON, default=list)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[Person] = belongs_to("Person", "Delegate", "person_id")
    unit: Mapped[Unit] = belongs_to("Unit", "Delegate", "unit_id")

    @property
    def seat(self) -> Seat:
        """The capacity as the rules take it."""
        return Seat(
            self.origin, self.standing, self.rank, self.votes, self.ballots, replaced=self.status is Status.REPLACED
        )


class Registration(OfCongress, Versioned, Base):
    """What happened to a cell's list: last sent, last sent back, last received, reopened until a day."""

    __tablename__ = "registration"
    __table_args__ = (UniqueConstraint("congress_id", "unit_id"), refers("unit_id", "unit", ondelete="CASCADE"))

    unit_id: Mapped[uuid.UUID]
    submitted_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    return_reason: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[datetime | None]
    reopened_until: Mapped[date | None]

    unit: Mapped[Unit] = belongs_to("Unit", "Registration", "unit_id")


class Substitution(OfCongress, Versioned, Base):
    """An alternate came up for an official delegate of the same delegation (domain.md §2.5).

    `before` holds what the act overwrote on both records, so that it can be taken back exactly; `skipped` the
    alternates who stood before and did not come up:
    [{"id", "name", "rank", "reason"}]. One delegate is replaced once at a time.
    """

    __tablename__ = "substitution"
    __table_args__ = (
        refers("out_delegate_id", "delegate"),
        refers("in_delegate_id", "delegate"),
        Index(
            "uq_substitution_out_standing", "congress_id", "out_delegate_id", unique=True,
            sqlite_where=STANDS, postgresql_where=STANDS,
        ),
        Index(
            "uq_substitution_in_standing", "congress_id", "in_delegate_id", unique=True,
            sqlite_where=STANDS, postgresql_where=STANDS,
        ),
    )  # fmt: skip

    out_delegate_id: Mapped[uuid.UUID]
    in_delegate_id: Mapped[uuid.UUID]
    reason: Mapped[Reason] = mapped_column(one_of(Reason))
    reason_words: Mapped[str] = mapped_column(String(300), default="")
    paper: Mapped[str] = mapped_column(String(120), default="")
    paper_on: Mapped[date | None]
    from_day: Mapped[date]
    skipped: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    before: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    override: Mapped[str] = mapped_column(Text, default="")
    decision_number: Mapped[int | None]
    decision_on: Mapped[date | None]
    signer: Mapped[str] = mapped_column(String(120), default="")
    signer_post: Mapped[str] = mapped_column(String(120), default="")
    made_at: Mapped[datetime] = mapped_column(default=now)
    made_by: Mapped[str] = mapped_column(String(120), default="")
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(String(120), default="")
    undone_reason: Mapped[str] = mapped_column(Text, default="")

    out_delegate: Mapped[Delegate] = belongs_to("Delegate", "Substitution", "out_delegate_id")
    in_delegate: Mapped[Delegate] = belongs_to("Delegate", "Substitution", "in_delegate_id")

    @property
    def stands(self) -> bool:
        """Whether it has not been taken back."""
        return self.undone_at is None


class RankDecision(OfCongress, Base):
    """What the standing committee decided about alternates of equal votes and equal Party age; the latest counts."""

    __tablename__ = "rank_decision"
    __table_args__ = (refers("unit_id", "unit", ondelete="CASCADE"), Index(None, "congress_id", "unit_id"))

    unit_id: Mapped[uuid.UUID]
    delegates: Mapped[list[str]] = mapped_column(JSON, default=list)
    decided_by: Mapped[str] = mapped_column(String(120), default="")
    decided_on: Mapped[date | None]
    paper: Mapped[str] = mapped_column(String(120), default="")
    made_at: Mapped[datetime] = mapped_column(default=now)

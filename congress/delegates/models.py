"""The tables of delegates and of each cell's registration."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, belongs_to, now, one_of, refers
from congress.delegates.rules.checks import Seat
from congress.delegates.vocabulary import Origin, Reason, Review, Standing, Status
from congress.people.models import Person
from congress.units.models import Unit


class Delegate(OfCongress, Versioned, Base):
    """One person as a delegate of one cell.

    `confirmed` holds the keys of unlikely facts somebody has checked. `absent_throughout` says whether an absent
    delegate misses the whole congress, which decides the base of a majority (domain.md §5.5).
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
    confirmed: Mapped[list[str]] = mapped_column(JSON, default=list)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[Person] = belongs_to("Person", "Delegate", "person_id")
    unit: Mapped[Unit] = belongs_to("Unit", "Delegate", "unit_id")

    @property
    def seat(self) -> Seat:
        """The capacity as the rules take it."""
        return Seat(self.origin, self.standing, self.rank, self.votes, self.ballots)


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

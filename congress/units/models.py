"""The table of Party organisations below the congress."""

from datetime import date

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.database import Base, OfCongress, Versioned, one_of, sort_key_type
from congress.units.rules import Figures
from congress.units.vocabulary import UnitKind


class Unit(OfCongress, Versioned, Base):
    """One Party cell or committee. `position` is its printed order; counts are of the day `counted_on`."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("congress_id", "code"),
        UniqueConstraint("congress_id", "name"),
        Index(None, "congress_id", "position"),
    )

    code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    name_sort: Mapped[str] = mapped_column(sort_key_type())
    name_fold: Mapped[str] = mapped_column(String(400))
    kind: Mapped[UnitKind] = mapped_column(one_of(UnitKind), default=UnitKind.CELL)
    position: Mapped[int] = mapped_column(default=0)
    merged_from: Mapped[str] = mapped_column(String(300), default="")
    official_members: Mapped[int] = mapped_column(default=0)
    probationary_members: Mapped[int] = mapped_column(default=0)
    counted_on: Mapped[date | None]
    secretary: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    official_quota: Mapped[int] = mapped_column(default=0)
    alternate_quota: Mapped[int] = mapped_column(default=0)

    @property
    def figures(self) -> Figures:
        """Its numbers as the rules take them."""
        return Figures(self.official_members, self.probationary_members, self.official_quota, self.alternate_quota)

    @property
    def members(self) -> int:
        """All members, official and probationary."""
        return self.official_members + self.probationary_members

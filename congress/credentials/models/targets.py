"""Targets of the structure."""

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from congress.credentials.rules.structure import Target
from congress.credentials.vocabulary import TargetKind, TargetScope
from congress.database import Base, OfCongress, Versioned, one_of


class StructureTarget(OfCongress, Versioned, Base):
    """At least so many of a trait (a key of delegates/rules/traits.py), with the paper or reason it rests on."""

    __tablename__ = "structure_target"
    __table_args__ = (
        UniqueConstraint("congress_id", "trait", "scope"),
        CheckConstraint("amount > 0", "amount_from_one"),
    )

    trait: Mapped[str] = mapped_column(String(40))
    scope: Mapped[TargetScope] = mapped_column(one_of(TargetScope), default=TargetScope.WHOLE)
    kind: Mapped[TargetKind] = mapped_column(one_of(TargetKind), default=TargetKind.PERCENT)
    amount: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")

    @property
    def as_target(self) -> Target:
        """As the rules take it."""
        return Target(self.id, self.trait, self.scope, self.kind, self.amount)

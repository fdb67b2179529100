"""Which Party organisations somebody may touch."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID


@dataclass(frozen=True)
class UnitScope:
    """Every unit of the congress (`unit_ids` is None) or exactly the units named; none named means none at all."""

    unit_ids: frozenset[UUID] | None

    @classmethod
    def everything(cls) -> Self:
        """All units, also those founded later."""
        return cls(None)

    @classmethod
    def only(cls, unit_ids: Iterable[UUID]) -> Self:
        """Just these units."""
        return cls(frozenset(unit_ids))

    @property
    def is_everything(self) -> bool:
        """Whether no unit is out of reach."""
        return self.unit_ids is None

    def covers(self, unit_id: UUID | None) -> bool:
        """Whether a thing of this unit may be touched; a thing of no unit only by those who may touch everything."""
        return self.unit_ids is None or unit_id in self.unit_ids

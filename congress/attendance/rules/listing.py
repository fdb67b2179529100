"""Which badges a list shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from congress.attendance.rules.badges import BadgeLine
from congress.attendance.vocabulary import BadgeClass, BadgeState
from congress.shared.vietnamese import fold, sought

FILTERS = ("state", "badge_class", "unit")


@dataclass(frozen=True)
class BadgeSelection:
    """Every field narrows further; what no vocabulary knows narrows nothing."""

    state: BadgeState | None = None
    badge_class: BadgeClass | None = None
    unit: str = ""
    search: str = ""

    @classmethod
    def read(cls, filters: Mapping[str, str], search: str = "") -> "BadgeSelection":
        """From the filters of the list's address."""
        state, badge_class = filters.get("state", ""), filters.get("badge_class", "")
        return cls(
            BadgeState(state) if state in set(BadgeState) else None,
            BadgeClass(badge_class) if badge_class in set(BadgeClass) else None,
            filters.get("unit", ""),
            search,
        )

    @cached_property
    def folded(self) -> str:
        """The search without marks."""
        return sought(self.search)

    def takes(self, each: BadgeLine) -> bool:
        """Whether a badge is wanted; who does not come and never had one is not on any list."""
        return (
            each.state is not None
            and self.state in (None, each.state)
            and self.badge_class in (None, each.face.badge_class)
            and self.unit in ("", str(each.line.unit_id))
            and (not self.search or self.folded in f"{each.line.searched} {fold(each.number)}")
        )

    def of(self, lines: Iterable[BadgeLine]) -> list[BadgeLine]:
        """The wanted ones."""
        return [each for each in lines if self.takes(each)]


def chosen(lines: Iterable[BadgeLine], ids: set[UUID]) -> list[BadgeLine]:
    """The ticked ones, in printed order."""
    return [each for each in lines if each.id in ids]

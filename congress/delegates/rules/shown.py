"""How a recorded value is written beside the one in a workbook, and how a person is told from others in a line."""

from datetime import date
from typing import Any

from congress.people.rules import Identity, masked
from congress.shared.labels import Labelled
from congress.shared.vietnamese import date_on_paper


def in_words(value: Any) -> str:
    """A value as people read it; "" for none."""
    if value in (None, ""):
        return ""
    if isinstance(value, Labelled):
        return value.label
    return date_on_paper(value) if isinstance(value, date) else str(value)


def who(identity: Identity, unit: str) -> str:
    """ "Nguyễn Văn An, sinh 05/8/1979, Chi bộ ấp 1, thẻ …123"."""
    parts = [identity.full_name]
    parts += [f"sinh {identity.birth.label}"] if identity.birth else []
    parts += [unit]
    parts += [f"thẻ {masked(identity.card)}"] if identity.card else []
    return ", ".join(parts)

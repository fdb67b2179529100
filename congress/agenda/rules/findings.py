"""One thing a check found, and what a check knows of the hall."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from congress.agenda.rules.clock import ItemPlan, SessionPlan
from congress.agenda.vocabulary import Presence
from congress.congresses.rules import Caution

PRACTICE = "thông lệ tổ chức hội nghị"
"""Where no regulation is known: a rule of thumb, to be judged by the office [D]."""


@dataclass(frozen=True)
class Check(Caution):
    """A caution with a code, its source, and the item or session it speaks of."""

    code: str = ""
    source: str = PRACTICE
    item: UUID | None = None
    session: UUID | None = None


@dataclass(frozen=True)
class Hall:
    """Who sits in the hall, by folded name; `base` is what a majority is counted from, 0 while nobody is known."""

    people: Mapping[str, Presence] = field(default_factory=dict)
    base: int = 0


def of_item(
    item: ItemPlan, session: SessionPlan, code: str, message: str, values: dict[str, object], source: str = PRACTICE
) -> Check:
    """A check that speaks of one item; `title` is filled in."""
    return Check(message, {"title": item.title} | values, code, source, item.id, session.id)


def of_session(
    session: SessionPlan, code: str, message: str, values: dict[str, object], source: str = PRACTICE
) -> Check:
    """A check that speaks of one session."""
    return Check(message, values, code, source, None, session.id)

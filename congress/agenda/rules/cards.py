"""Who does what in a programme: the duties of each person or body that presents, chairs or introduces something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from congress.agenda.rules.snapshot import Entry, Sitting, with_parts
from congress.agenda.vocabulary import Duty
from congress.shared.vietnamese import fold


@dataclass(frozen=True)
class Task:
    """One duty; `after` is the title of the item before, so that nobody misses his turn."""

    sitting: Sitting
    entry: Entry
    role: Duty
    after: str = ""


@dataclass(frozen=True)
class Card:
    """Everything one person or body has to do, in the order of the programme."""

    who: str
    duties: tuple[Task, ...]


def cards(programme: Sequence[Sitting]) -> list[Card]:
    """A card per person or body, in the order of their first duty."""
    found: dict[str, tuple[str, list[Task]]] = {}
    before, of = "", ""
    for sitting, entry in with_parts(programme):
        before = before if of == sitting.id else ""
        for role, text in (
            (Duty.PRESENTS, entry.presenter),
            (Duty.CHAIRS, entry.chair),
            (Duty.INTRODUCES, entry.introduced_by),
        ):
            for who in re.split(r"\s*[;\n]\s*", text.strip()):
                if who:
                    found.setdefault(fold(who), (who, []))[1].append(Task(sitting, entry, role, before))
        before, of = entry.title, sitting.id
    return [Card(who, tuple(duties)) for who, duties in found.values()]


def of_person(programme: Sequence[Sitting], who: str) -> list[Task]:
    """The duties of whoever is written like this, marks and capitals aside; empty for nobody."""
    return [task for card in cards(programme) if fold(card.who) == fold(who) for task in card.duties]

"""Which badge a delegate gets, what stands on it, and whether what was printed still holds."""

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from congress.attendance.vocabulary import BadgeClass, BadgeState
from congress.delegates.rules.roll import Line
from congress.delegates.vocabulary import Standing, Status
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TOKEN_LENGTH = 26
"""Of 32 letters each: 130 bits. Without I, L, O, U, so that it can also be read aloud and typed."""
STAYS_AWAY = frozenset({Status.NOT_SUMMONED, Status.REPLACED})
"""Who comes no more: no badge, no summons, no line in the roll (domain.md §2.3)."""
CLASSES = {Standing.OFFICIAL: BadgeClass.OFFICIAL, Standing.ALTERNATE: BadgeClass.ALTERNATE}
PREFIXES = {BadgeClass.OFFICIAL: "", BadgeClass.ALTERNATE: "DK "}
PRINTED_WORDS = {
    "name": N_("họ tên"),
    "unit": N_("chi bộ"),
    "badge_class": N_("loại thẻ"),
    "photo": N_("ảnh"),
    "seat": N_("chỗ ngồi"),
}
"""What on a badge may change after it was printed, in words."""


def new_token() -> str:
    """What the QR code holds: random, so that nothing about the delegate can be told from it."""
    return "".join(secrets.choice(ALPHABET) for _letter in range(TOKEN_LENGTH))


def comes(line: Line) -> bool:
    """Whether a delegate is expected in the hall."""
    return line.status not in STAYS_AWAY


def number_label(badge_class: BadgeClass, number: int) -> str:
    """ "007" for an official delegate, "DK 007" for an alternate."""
    return f"{PREFIXES[badge_class]}{number:03d}"


@dataclass(frozen=True)
class Face:
    """The words on a badge that may change; `photo` is the hash of the photograph, "" without one."""

    name: str
    unit: str
    badge_class: BadgeClass
    photo: str = ""
    seat: str = ""

    @property
    def as_printed(self) -> dict[str, Any]:
        """As plain values, to be compared later."""
        return {name: str(getattr(self, name)) for name in PRINTED_WORDS}


def face_of(line: Line, photo: str) -> Face:
    """What a badge printed today would say."""
    return Face(line.full_name, line.unit, CLASSES[line.standing], photo)


@dataclass(frozen=True)
class Held:
    """The badge a delegate has: its number and what is known of its printing."""

    badge_class: BadgeClass
    number: int
    times_printed: int = 0
    printed_at: datetime | None = None
    printed_by: str = ""
    printed: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class BadgeLine:
    """One delegate in the list of badges: who, what a badge would say today, and the badge there is."""

    line: Line
    face: Face
    held: Held | None = None

    @property
    def id(self) -> UUID:
        """The delegate's id."""
        return self.line.id

    @property
    def number(self) -> str:
        """The number on the badge, as it is printed; "" before one is given."""
        return number_label(self.held.badge_class, self.held.number) if self.held else ""

    @property
    def times(self) -> int:
        """How often it was printed."""
        return self.held.times_printed if self.held else 0

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """What on the printed badge no longer holds: keys of PRINTED_WORDS."""
        if self.held is None or not self.held.times_printed:
            return ()
        then, today = self.held.printed or {}, self.face.as_printed
        return tuple(name for name in PRINTED_WORDS if then.get(name, "") != today[name])

    @cached_property
    def changed_words(self) -> str:
        """The same in words, in Vietnamese."""
        return ", ".join(PRINTED_WORDS[name] for name in self.changed)

    @cached_property
    def state(self) -> BadgeState | None:
        """Where the badge stands; None for somebody who does not come and never had one."""
        if not comes(self.line):
            return BadgeState.TO_COLLECT if self.times else None
        if not self.times:
            return BadgeState.NOT_PRINTED
        return BadgeState.CHANGED if self.changed else BadgeState.PRINTED


def counted(lines: Iterable[BadgeLine]) -> Counter[BadgeState]:
    """How many badges are in each state."""
    return Counter(each.state for each in lines if each.state)


def numbers_for(
    lines: Sequence[BadgeLine], wanted: Collection[UUID] | None = None
) -> dict[UUID, tuple[BadgeClass, int]]:
    """Numbers for the `wanted` delegates (None: all) who have none of their class yet, from all lines in printed order.

    Numbers run through the whole congress, a series for each class; a number once given stays with its delegate, and
    whoever comes later stands behind. An alternate who becomes an official delegate gets a number among the officials.
    """
    last: Counter[BadgeClass] = Counter()
    for each in lines:
        if each.held:
            last[each.held.badge_class] = max(last[each.held.badge_class], each.held.number)
    given = {}
    for each in lines:
        this = each.face.badge_class
        if wanted is not None and each.id not in wanted:
            continue
        if comes(each.line) and (each.held is None or each.held.badge_class is not this):
            last[this] += 1
            given[each.id] = this, last[this]
    return given


def refuse_unprintable(chosen: Sequence[BadgeLine], reason: str) -> None:
    """Raise RuleBroken unless these badges may be printed: somebody is chosen, all come, and a reprint has a reason."""
    if not chosen:
        raise RuleBroken(N_("Chưa chọn đại biểu nào. Hãy đánh dấu ở đầu dòng."))
    away = [each.line.full_name for each in chosen if not comes(each.line)]
    if away:
        raise RuleBroken(
            N_("Không in thẻ cho %(names)s: đã được thay thế hoặc không triệu tập. Hãy bỏ chọn rồi in lại."),
            names=", ".join(away[:5]) + (" …" if len(away) > 5 else ""),
        )
    if any(each.times for each in chosen) and not reason:
        raise RuleBroken(N_("Có thẻ đã in trước đây. Hãy ghi lý do in lại."), "reason")

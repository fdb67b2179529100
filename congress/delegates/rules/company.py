"""The cells and everybody on their lists once a whole workbook is in: what one row is held against."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from congress.delegates.rules.checks import Filled, Room, Seat
from congress.delegates.rules.registration import Window
from congress.delegates.rules.twins import Known
from congress.delegates.vocabulary import Standing
from congress.people.rules import Identity
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import fold

NO_SUCH_CELL = N_("Không có chi bộ mang mã hoặc tên “%(typed)s”. Hãy ghi đúng như trong danh sách chi bộ.")
SEVERAL_CELLS = N_("Có nhiều chi bộ tên “%(typed)s”. Hãy ghi mã của chi bộ.")
CELL = "chi bo "


@dataclass(frozen=True)
class Others:
    """Who else is on the lists, as far as one record must know: places taken, ranks held, people who are alike.

    `room` is there for a record that makes one more official delegate, where somebody is to be asked about that.
    """

    filled: Filled
    ranks: Mapping[int, str]
    known: Sequence[Known]
    room: Room | None = None


@dataclass(frozen=True)
class Place:
    """One cell as the checks take it."""

    id: UUID
    code: str
    name: str
    held_on: date | None = None
    official_quota: int = 0
    alternate_quota: int = 0
    window: Window = field(default_factory=Window)
    issued: bool = True


class Places:
    """The cells of a congress, found by code or name as people write them."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_id = {place.id: place for place in places}
        self._by_code = {fold(place.code): place for place in self.by_id.values()}
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        for place in self.by_id.values():
            name = fold(place.name)
            for key in {name, name.removeprefix(CELL)}:
                self._by_name[key].append(place)

    def find(self, typed: str, field: str = "unit") -> Place:
        """The cell of this code, else of this name, with or without "Chi bộ". RuleBroken for none and for several."""
        key = fold(typed)
        if key in self._by_code:
            return self._by_code[key]
        found = self._by_name.get(key) or self._by_name.get(key.removeprefix(CELL)) or []
        exact = [place for place in found if place.name.casefold() == typed.casefold()]
        if len(exact or found) == 1:
            return (exact or found)[0]
        raise RuleBroken(SEVERAL_CELLS if found else NO_SUCH_CELL, field, typed=typed[:60])


@dataclass(frozen=True)
class Member:
    """Somebody on a list in the end: already entered (`id`), or by a row of the workbook, or both.

    `entering` takes a place in the cell that was not this person's before; `promoted` has come up from an alternate's.
    """

    unit_id: UUID
    identity: Identity
    seat: Seat
    id: UUID | None = None
    row: int | None = None
    entering: bool = False
    promoted: bool = False


class Company:
    """Everybody on every list once the workbook is in. Earlier rows come first, as if they were typed in order."""

    def __init__(self, members: Iterable[Member], places: Places, visible: UnitScope) -> None:
        self.places, self.visible = places, visible
        self._by_unit: dict[UUID, list[Member]] = defaultdict(list)
        self._alike: dict[str, list[Member]] = defaultdict(list)
        self._settled: dict[UUID, Counter[Standing]] = defaultdict(Counter)
        for member in members:
            self._by_unit[member.unit_id].append(member)
            for key in _keys(member.identity):
                self._alike[key].append(member)
            if not member.entering and member.seat.counts:
                self._settled[member.unit_id][member.seat.standing] += 1

    def others(self, member: Member) -> Others:
        """What one of them is held against."""
        return Others(self.filled(member), self.ranks(member), [known for _row, known in self.alike(member)])

    def filled(self, member: Member) -> Filled:
        """How much of the cell's quota the others take: those who were there, and who enters by an earlier row."""
        place = self.places.by_id[member.unit_id]
        taken = Counter(self._settled[member.unit_id])
        if not member.entering and member.seat.counts:
            taken[member.seat.standing] -= 1
        for other in self._by_unit[member.unit_id]:
            if other.entering and other.seat.counts and (other.row or 0) < (member.row or 0):
                taken[other.seat.standing] += 1
        promoted = sum(other.promoted for other in self._by_unit[member.unit_id])
        return Filled(
            place.official_quota,
            place.alternate_quota,
            taken[Standing.OFFICIAL],
            taken[Standing.ALTERNATE],
            place.issued,
            promoted,
        )

    def ranks(self, member: Member) -> dict[int, str]:
        """Which other alternate of the cell holds which rank."""
        return {
            other.seat.rank: other.identity.full_name
            for other in self._by_unit[member.unit_id]
            if other is not member and other.seat.standing is Standing.ALTERNATE and other.seat.rank
        }

    def alike(self, member: Member) -> list[tuple[int | None, Known]]:
        """Who may be the same person, among those entered and the earlier rows: (row, or None; who)."""
        found: list[tuple[int | None, Known]] = []
        seen = {id(member)}
        for key in _keys(member.identity):
            for other in self._alike[key]:
                if id(other) in seen or (other.row is not None and other.row >= (member.row or 0)):
                    continue
                seen.add(id(other))
                shown = other.id if self.visible.covers(other.unit_id) else None
                found.append((other.row, Known(other.identity, self.places.by_id[other.unit_id].name, shown)))
        return found


def _keys(identity: Identity) -> list[str]:
    return [f"name:{identity.folded}", *([f"card:{identity.card_key}"] if identity.card_key else [])]

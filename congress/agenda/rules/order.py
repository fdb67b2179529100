"""The order of items over all sessions: moving one is a permutation, and two people cannot overwrite each other's."""

import hashlib
import re
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken

Item = TypeVar("Item", bound=Hashable)
Place = TypeVar("Place", bound=Hashable)
Order = dict[UUID, tuple[UUID, ...]]  # items of each session, in their order


def moved(order: Mapping[Place, Sequence[Item]], item: Item, to: Place, position: int) -> dict[Place, tuple[Item, ...]]:
    """The order with `item` at the 1-based `position` of session `to`; a place beyond the end is the end.

    Raises KeyError when there is no such session or item.
    """
    if not any(item in items for items in order.values()):
        raise KeyError(item)
    rest = {place: [each for each in items if each != item] for place, items in order.items()}
    target = rest[to]
    target.insert(min(max(position, 1) - 1, len(target)), item)
    return {place: tuple(items) for place, items in rest.items()}


def stepped(order: Mapping[Place, Sequence[Item]], item: Item, step: int) -> dict[Place, tuple[Item, ...]]:
    """The order with `item` one place up (-1) or down (+1) in its session; at the edge nothing moves."""
    place, items = next((place, items) for place, items in order.items() if item in items)
    at = list(items).index(item) + 1
    return moved(order, item, place, at + step)


def fingerprint(order: Mapping[UUID, Sequence[UUID]]) -> str:
    """A short word for one order, sent with every page and handed back with every move."""
    return hashlib.sha256(as_text(order).encode()).hexdigest()[:16]


def as_text(order: Mapping[UUID, Sequence[UUID]]) -> str:
    """ "session:item,item;session:item", as the page sends a whole order."""
    return ";".join(f"{place}:{','.join(map(str, items))}" for place, items in order.items())


def from_text(text: str) -> Order:
    """The order a page sent. Raises RuleBroken when it is none."""
    uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    if len(text) > 100_000 or not re.fullmatch(
        f"{uuid}:(?:{uuid}(?:,{uuid})*)?(?:;{uuid}:(?:{uuid}(?:,{uuid})*)?)*", text
    ):
        raise RuleBroken(N_("Thứ tự gửi lên không đọc được. Hãy tải lại trang rồi chuyển mục lần nữa."))
    places = (part.split(":") for part in text.split(";"))
    return {UUID(place): tuple(UUID(item) for item in items.split(",") if item) for place, items in places}


def check_permutation(before: Mapping[Place, Sequence[Item]], after: Mapping[Place, Sequence[Item]]) -> None:
    """A new order holds exactly the sessions and items of the old one, each once. Raises RuleBroken."""
    old, new = ([item for items in order.values() for item in items] for order in (before, after))
    if set(before) != set(after) or len(old) != len(new) or set(old) != set(new):
        raise RuleBroken(N_("Thứ tự gửi lên thiếu hoặc thừa mục. Hãy tải lại trang rồi chuyển mục lần nữa."))


def places(order: Mapping[Place, Sequence[Item]]) -> dict[Item, tuple[Place, int]]:
    """Where each item stands: its session and 1-based position."""
    return {item: (place, number) for place, items in order.items() for number, item in enumerate(items, start=1)}


def movers(before: Mapping[Place, Sequence[Item]], after: Mapping[Place, Sequence[Item]]) -> list[Item]:
    """The items that were moved, without those that only made room: as few as explain the new order."""
    return [
        item
        for place, items in after.items()
        for item in items
        if item not in _kept(tuple(before.get(place, ())), tuple(items))
    ]


def _kept(before: Sequence[Item], after: Sequence[Item]) -> set[Item]:
    """A longest run of items of a session that keep their order among themselves."""
    rank = {item: number for number, item in enumerate(before)}
    best: list[list[Item]] = []  # best[n] ends a kept run of length n + 1 with the smallest possible last rank
    for item in after:
        if item not in rank:
            continue
        at = next((n for n, run in enumerate(best) if rank[run[-1]] > rank[item]), len(best))
        run = [*(best[at - 1] if at else []), item]
        best[at : at + 1] = [run]
    return set(best[-1]) if best else set()

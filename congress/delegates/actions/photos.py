"""Portraits of delegates: given, replaced, taken away; and many put aside until somebody has looked at them."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date

from congress.congresses.models import Congress
from congress.delegates.actions.records import refuse_unless_open
from congress.delegates.models import Delegate
from congress.journal.actions import Actor, note
from congress.people import actions as people
from congress.pictures import portrait
from congress.pictures.portrait import Portrait
from congress.shared.labels import N_
from congress.storage import storage


def give(
    congress: Congress, delegate: Delegate, picture: Portrait, *, actor: Actor, today: date, as_reviewer: bool = False
) -> bool:
    """Give a delegate this portrait; False where it is the one there is. RuleBroken when the list is locked or sent."""
    refuse_unless_open(congress, delegate, today=today, as_reviewer=as_reviewer)
    changes = people.set_photo(delegate.person, picture)
    if changes:
        act = N_("Thay ảnh đại biểu") if changes["photo"][0] else N_("Thêm ảnh đại biểu")
        note(actor, act, delegate, label=delegate.person.full_name, changes=changes)
    return bool(changes)


def take_away(congress: Congress, delegate: Delegate, *, actor: Actor, today: date, as_reviewer: bool = False) -> bool:
    """Take a delegate's portrait away; False where there was none. RuleBroken when the list is locked or sent."""
    refuse_unless_open(congress, delegate, today=today, as_reviewer=as_reviewer)
    changes = people.remove_photo(delegate.person)
    if changes:
        note(actor, N_("Bỏ ảnh đại biểu"), delegate, label=delegate.person.full_name, changes=changes)
    return bool(changes)


def _folder(congress_id: uuid.UUID) -> str:
    return f"photos-aside/{congress_id}"


def put_aside(congress_id: uuid.UUID, owner: uuid.UUID, picture: Portrait, today: date) -> None:
    """Keep a portrait for its owner until it is known whose it is, at the longest until tomorrow."""
    files = storage()
    name = f"{_folder(congress_id)}/{today.isoformat()}-{owner.hex}-{picture.hash}.jpg"
    if not files.exists(name):
        files.put(name, picture.content)


def aside(congress_id: uuid.UUID, owner: uuid.UUID, hashes: set[str]) -> Iterator[Portrait]:
    """The portraits with these hashes that this owner has put aside."""
    files = storage()
    for name in list(files.names(_folder(congress_id))):
        if f"-{owner.hex}-" in name and name[-68:-4] in hashes:
            yield portrait.again(files.read(name))


def drop_aside(congress_id: uuid.UUID, owner: uuid.UUID) -> None:
    """Remove what this owner has put aside."""
    _drop(congress_id, lambda name: f"-{owner.hex}-" in name)


def drop_left(congress_id: uuid.UUID, *, before: date) -> None:
    """Remove what anybody put aside before this day and did not come back for."""
    _drop(congress_id, lambda name: name.rpartition("/")[2][:10] < before.isoformat())


def _drop(congress_id: uuid.UUID, goes: Callable[[str], bool]) -> None:
    files = storage()
    for name in list(files.names(_folder(congress_id))):
        if goes(name):
            files.remove(name)

"""The desk as its page shows it: what is asked for, and the rows in the order of the draft."""

import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from congress.comments.rules import Opinion
from congress.comments.vocabulary import Stance
from congress.triage.vocabulary import Disposition, State

FILTERS = ("state", "version", "unit", "stance", "topic", "assignee", "alone")


def as_id(text: str) -> uuid.UUID | None:
    """An id out of an address; None for anything else."""
    with suppress(ValueError):
        return uuid.UUID(text)
    return None


@dataclass(frozen=True)
class Wanted:
    """The filters of the desk; a word that is none narrows nothing.

    `state` is a State or a Disposition; `assignee` "-" asks for points nobody has taken on.
    """

    search: str = ""
    state: State | Disposition | None = None
    version_id: uuid.UUID | None = None
    unit_id: uuid.UUID | None = None
    stance: Stance | None = None
    topic_id: uuid.UUID | None = None
    assignee: str = ""

    @classmethod
    def read(cls, filters: Mapping[str, str], search: str) -> "Wanted":
        """From the words of an address."""
        state = filters.get("state", "")
        stance = filters.get("stance", "")
        words: dict[str, State | Disposition] = {each.value: each for each in (*State, *Disposition)}
        return cls(
            search=search,
            state=words.get(state),
            version_id=as_id(filters.get("version", "")),
            unit_id=as_id(filters.get("unit", "")),
            stance=Stance(stance) if stance in set(Stance) else None,
            topic_id=as_id(filters.get("topic", "")),
            assignee=filters.get("assignee", ""),
        )

    @property
    def of_points_only(self) -> bool:
        """Whether a comment nobody has taken up can be meant at all."""
        return self.state not in (None, State.NEW) or self.topic_id is not None or bool(self.assignee)

    @property
    def of_comments_only(self) -> bool:
        """Whether a point can be meant at all."""
        return self.state is State.NEW


@dataclass(frozen=True)
class Row:
    """One line of the desk: a point with its comments, or one comment nobody has taken up (then no `point_id`)."""

    opinions: Sequence[Opinion]
    point_id: uuid.UUID | None = None
    summary: str = ""
    assignee: str = ""
    disposition: Disposition | None = None
    decided_on: date | None = None
    topics: Sequence[str] = ()

    @property
    def first(self) -> Opinion:
        """The comment whose place the row has."""
        return self.opinions[0]

    @property
    def key(self) -> str:
        """What a tick box of the desk sends: "p…" for a point, "c…" for a comment."""
        return f"p{self.point_id}" if self.point_id else f"c{self.first.comment_id}"

    @property
    def state(self) -> State:
        """How far it is."""
        if self.point_id is None:
            return State.NEW
        return State.DECIDED if self.disposition else State.OPEN


@dataclass(frozen=True)
class Counts:
    """How many comments and points of a round are in which state; `comments` = new + those in points, always."""

    new: int
    open: int
    decided: Mapping[Disposition, int]
    comments: int

    @property
    def points(self) -> int:
        """All points."""
        return self.open + sum(self.decided.values())

    def of(self, state: State | Disposition) -> int:
        """The number beside a filter."""
        if isinstance(state, Disposition):
            return self.decided[state]
        return {State.NEW: self.new, State.OPEN: self.open, State.DECIDED: sum(self.decided.values())}[state]


def read_keys(keys: Sequence[str]) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """Ticked rows as (points, comments); what is neither is left out."""
    points: list[uuid.UUID] = []
    comments: list[uuid.UUID] = []
    for key in keys:
        found = as_id(key[1:])
        if found and key[:1] in ("p", "c"):
            (points if key[0] == "p" else comments).append(found)
    return points, comments


def saved_query(args: Mapping[str, Any]) -> str:
    """The filters of an address as one text that is kept, in a fixed order."""
    kept = [(name, str(args[name])) for name in ("q", *FILTERS) if args.get(name)]
    return "&".join(f"{name}={value}" for name, value in kept)

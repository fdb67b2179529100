"""What the owner of a preview has said: whom rows speak of, and which unlikely things are so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

A_NEW_ONE = "new"


@dataclass(frozen=True)
class Answers:
    """What its owner has said about a preview: whom rows speak of, and which unlikely things are so."""

    who: Mapping[int, str] = field(default_factory=dict)
    confirmed: Mapping[int, frozenset[str]] = field(default_factory=dict)
    everything: bool = False

    def keys_of(self, number: int, asked: Iterable[str]) -> frozenset[str]:
        """Which of a row's questions are confirmed."""
        return frozenset(asked) if self.everything else self.confirmed.get(number, frozenset()) & frozenset(asked)

    def plain(self) -> dict[str, Any]:
        """For storing."""
        return {
            "who": {str(number): whom for number, whom in self.who.items()},
            "confirmed": {str(number): sorted(keys) for number, keys in self.confirmed.items()},
        }

    @classmethod
    def from_plain(cls, stored: Mapping[str, Any]) -> "Answers":
        """As stored."""
        return cls(
            {int(number): whom for number, whom in stored.get("who", {}).items()},
            {int(number): frozenset(keys) for number, keys in stored.get("confirmed", {}).items()},
        )

    def and_also(self, who: Mapping[int, str], confirmed: Mapping[int, Iterable[str]]) -> "Answers":
        """With further answers; a later one about the same row counts."""
        keys = dict(self.confirmed)
        for number, more in confirmed.items():
            keys[number] = keys.get(number, frozenset()) | frozenset(more)
        return replace(self, who={**self.who, **who}, confirmed=keys)


def record_id(text: str) -> UUID | None:
    """The id of a record an answer names; None for a new one or for nonsense."""
    try:
        return UUID(text)
    except ValueError:
        return None

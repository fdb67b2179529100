"""Words with a label in the user's language."""

from enum import StrEnum
from typing import Self


def N_(message: str) -> str:
    """Mark a Vietnamese source string for the catalogue without translating it yet."""
    return message


# What the journal's pages call a field, and a vocabulary word found in it; features add theirs with name_fields().
FIELD_LABELS: dict[str, str] = {}
WORD_LABELS: dict[str, str] = {}


def name_fields(table: str, /, *tables: str, **labels: str) -> None:
    """Give the journalled fields of these tables their Vietnamese labels (marked with N_).

    The labels are those of these tables alone: "place" may be a room here and a rank there.
    """
    for name, label in labels.items():
        FIELD_LABELS.setdefault(name, label)
        FIELD_LABELS.update({f"{each}.{name}": label for each in (table, *tables)})


class Labelled(StrEnum):
    """A StrEnum whose members carry a Vietnamese label: `CELL = "cell", N_("Chi bộ")`.

    Pages translate the label (`{{ kind | label }}`), printed papers use it as it stands.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        WORD_LABELS.setdefault(value, member.label)
        return member

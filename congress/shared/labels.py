"""Words with a label in the user's language."""

from enum import StrEnum
from typing import Self


def N_(message: str) -> str:
    """Mark a Vietnamese source string for the catalogue without translating it yet."""
    return message


class Labelled(StrEnum):
    """A StrEnum whose members carry a Vietnamese label: `CELL = "cell", N_("Chi bộ")`.

    Pages translate the label (`{{ kind | label }}`), printed papers use it as it stands.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member

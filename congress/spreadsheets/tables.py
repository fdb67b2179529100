"""A table of a foreign workbook as plain values, and what a feature says about the columns it understands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any


@dataclass(frozen=True)
class CellError:
    """A cell in which the program that wrote the file shows an error: "#N/A", "#REF!"."""

    code: str


Value = str | int | float | bool | date | CellError | None


@dataclass(frozen=True)
class SourceRow:
    """One row of the file: its number as Excel shows it, and its values from column A on (texts tidied, NFC)."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True)
class SourceTable:
    """One sheet: its name and its rows; rows with nothing in them are left out, numbers are kept.

    `from_1904` says that a bare number meant as a day counts from 1904 (days known as such are dates already).
    """

    name: str
    rows: tuple[SourceRow, ...]
    from_1904: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with, or unusual about, one cell or a whole row: a sentence marked with N_() and its values.

    `column` is the key of a ColumnSpec, or "" for the row; `warning` is said but does not stop the import.
    """

    column: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    warning: bool = False


class Kind(Enum):
    """What a column holds, for the template's formats and for a bare number that is a day."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DAY = "partial_day"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class ColumnSpec:
    """A column a feature reads and writes.

    key       the field's name in the feature
    label     its head in the template
    parse     from a cell's value to the field's (never called with None, "" or an error); raises RuleBroken
    aliases   other heads people use; compared without marks, case, punctuation
    required  a row without it is refused
    words     the list of values offered in the template; under a head of two rows each word may have a column of its
              own, in which the row's own is ticked
    help      a sentence for the template
    example   the value of the example row
    width     in characters
    kind      what it holds
    empty     the field's value where the cell is empty
    halves    a column that is split in two by a second head row, where the half that is filled says something else as
              well: "Ngày, tháng, năm sinh" over "Nam" and "Nữ" is {"Nam": ("sex", "Nam"), "Nữ": ("sex", "Nữ")}
    """

    key: str
    label: str
    parse: Callable[[Value], Any] = lambda value: value
    aliases: Sequence[str] = ()
    required: bool = False
    words: Sequence[str] = ()
    help: str = ""
    example: Value = None
    width: int = 16
    kind: Kind = Kind.TEXT
    empty: Any = None
    halves: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class ParsedRow:
    """One row understood: fields by key (only the columns the file has), what stood there, what is wrong.

    A cell that could not be understood has no entry in `fields`, only its problem.
    """

    number: int
    fields: Mapping[str, Any]
    shown: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Skipped:
    """A row that is no data: its number, what stands first in it, and why it was passed over (marked with N_())."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True)
class ParsedTable:
    """A sheet understood: where each known column stands ({"full_name": "B"}; "C, D" where it is split), heads nobody
    knows, the rows, and the rows that are no data."""

    sheet: str
    head_row: int
    letters: Mapping[str, str]
    unknown: tuple[str, ...]
    rows: tuple[ParsedRow, ...]
    skipped: tuple[Skipped, ...] = ()

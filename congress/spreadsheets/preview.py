"""What importing a workbook would do, row by row and cell by cell, as plain values; nothing here knows a database.

A row is new, found as it stands, changed, or has something wrong with it or to be answered; so has each of its cells.
Whoever answers says who a row speaks of ("a new one", or the record meant) and confirms what is merely unlikely.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from congress.shared.findings import Finding, Question
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.spreadsheets.tables import ParsedRow, ParsedTable, Problem

Tell = Callable[[int], None]
"""Called with the number of rows that are done."""


class State(StrEnum):
    """The state of a row or a cell; its label is STATES[state]."""

    ERROR = "error"
    WARNING = "warning"
    NEW = "new"
    CHANGED = "changed"
    FOUND = "found"


STATES = {
    State.ERROR: N_("Có lỗi"),
    State.WARNING: N_("Cần xem"),
    State.NEW: N_("Thêm mới"),
    State.CHANGED: N_("Thay đổi"),
    State.FOUND: N_("Đã có, giữ nguyên"),
}


class Weight(StrEnum):
    """How much a remark weighs: it stops the import, it waits for an answer, or it is merely said."""

    ERROR = "error"
    QUESTION = "question"
    ADVICE = "advice"


@dataclass(frozen=True)
class Remark:
    """A sentence about one cell (`column`) or the whole row (""); a question has a key by which it is confirmed."""

    column: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    weight: Weight = Weight.ERROR
    key: str = ""

    @classmethod
    def of(cls, found: Finding | Problem | RuleBroken, columns: Iterable[str] = ()) -> "Remark":
        """From what a check says; about the row where the file has no such column."""
        if isinstance(found, Problem):
            return cls(found.column, found.message, found.values, Weight.ADVICE if found.warning else Weight.ERROR)
        column = found.field if found.field in set(columns) else ""
        values = {name: _plain(value) for name, value in found.values.items()}
        if isinstance(found, Question):
            return cls(column or "", found.message, values, Weight.QUESTION, found.key)
        return cls(column or "", str(found.message), values)

    @property
    def sentence(self) -> str:
        """The Vietnamese sentence."""
        return self.message % self.values if self.values else self.message


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | str) else str(value)


class PreviewCell(NamedTuple):
    """One cell: what stands in the file, what is recorded (where the two differ), and what that makes of it."""

    state: State
    value: str
    before: str = ""


@dataclass(frozen=True)
class Candidate:
    """A record a row may speak of, as people tell it from others."""

    id: str
    label: str


@dataclass(frozen=True)
class PreviewRow:
    """One row of the file: its number as Excel shows it, and whether it adds, changes or keeps a record.

    `candidates` are there when it is not certain whom the row speaks of; `answer` is the one that was chosen.
    `version` is the record's when the row was looked at.
    """

    number: int
    label: str
    does: State
    cells: Mapping[str, PreviewCell]
    remarks: tuple[Remark, ...] = ()
    record: str = ""
    version: int | None = None
    candidates: tuple[Candidate, ...] = ()
    answer: str = ""
    confirmed: frozenset[str] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether something of it cannot be."""
        return any(remark.weight is Weight.ERROR for remark in self.remarks)

    @property
    def unsure(self) -> bool:
        """Whether somebody must still say whom it speaks of."""
        return bool(self.candidates) and not self.answer

    @property
    def open_questions(self) -> tuple[Remark, ...]:
        """What is unlikely and not confirmed yet."""
        return tuple(each for each in self.remarks if each.weight is Weight.QUESTION and each.key not in self.confirmed)

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer."""
        return self.unsure or bool(self.open_questions)

    @property
    def state(self) -> State:
        """The worst of it: an error, something to look at, or what it does."""
        if self.has_errors:
            return State.ERROR
        said = any(remark.weight is Weight.ADVICE for remark in self.remarks)
        return State.WARNING if said or self.waits else self.does

    def about(self, column: str) -> tuple[Remark, ...]:
        """The remarks on one of its cells; "" for those on the row."""
        return tuple(remark for remark in self.remarks if remark.column == column)

    def plain(self) -> dict[str, Any]:
        """For storing."""
        return {
            "number": self.number,
            "label": self.label,
            "does": self.does.value,
            "state": self.state.value,
            "cells": {key: [cell.state.value, cell.value, cell.before] for key, cell in self.cells.items()},
            "remarks": [
                [each.column, each.message, dict(each.values), each.weight.value, each.key] for each in self.remarks
            ],
            "record": self.record,
            "version": self.version,
            "candidates": [[each.id, each.label] for each in self.candidates],
            "answer": self.answer,
            "confirmed": sorted(self.confirmed),
        }

    @classmethod
    def from_plain(cls, stored: Mapping[str, Any]) -> "PreviewRow":
        """As stored."""
        return cls(
            number=stored["number"],
            label=stored["label"],
            does=State(stored["does"]),
            cells={key: PreviewCell(State(state), *rest) for key, (state, *rest) in stored["cells"].items()},
            remarks=tuple(
                Remark(column, message, values, Weight(weight), key)
                for column, message, values, weight, key in stored["remarks"]
            ),
            record=stored["record"],
            version=stored["version"],
            candidates=tuple(Candidate(*each) for each in stored["candidates"]),
            answer=stored["answer"],
            confirmed=frozenset(stored["confirmed"]),
        )


_FIRST = {State.ERROR.value: 0, State.WARNING.value: 1}


def worst_first(stored: Iterable[Mapping[str, Any]], state: State | None = None) -> list[Mapping[str, Any]]:
    """Rows of one state, or all: errors, then what is to be seen, then the rest in the order of the file.

    As `PreviewRow.plain` stored them, so that only those of one page are made rows of.
    """
    wanted = (row for row in stored if state is None or row["state"] == state.value)
    return sorted(wanted, key=lambda row: (_FIRST.get(row["state"], 2), row["number"]))


def cells_of(
    table: ParsedTable,
    row: ParsedRow,
    recorded: Mapping[str, str] | None,
    changed: Iterable[str],
    remarks: Iterable[Remark],
) -> dict[str, PreviewCell]:
    """The cells of a row for the columns the file has: `recorded` as people read it, None for a new record."""
    worst: dict[str, State] = {}
    for remark in remarks:
        if worst.get(remark.column) is not State.ERROR:
            worst[remark.column] = State.ERROR if remark.weight is Weight.ERROR else State.WARNING
    differs = set(changed)
    found = {}
    for key in table.letters:
        value, before = row.shown.get(key, ""), ""
        if recorded is None:
            state = State.NEW
        elif key in differs:
            state, before = State.CHANGED, recorded.get(key, "")
        else:
            state = State.FOUND
        found[key] = PreviewCell(worst.get(key, state), value, before)
    return found

"""One row of a workbook of delegates: whom it speaks of, in which cell, and what the record would be in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from congress.delegates.rules.checks import Room
from congress.delegates.rules.company import Member, Place, Places
from congress.delegates.rules.recognition import OF_SEAT, Entry, Roll, identity_of, seat_of
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.people.rules import Identity
from congress.people.vocabulary import GeneralEducation, Qualification, Sex, Theory
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.preview import Remark, State, Weight
from congress.spreadsheets.tables import ParsedRow, ParsedTable

WORDS: dict[str, Callable[[Any], Any]] = {
    "sex": Sex,
    "general_education": GeneralEducation,
    "qualification": Qualification,
    "theory": Theory,
    "origin": Origin,
    "standing": Standing,
}
NO_TEXT = frozenset({*WORDS, *OF_SEAT, "birth", "party_admitted_on", "party_official_on"})
TELLING = frozenset({"full_name", "birth", "party_card_number"})
KEPT_WHEN_EMPTY = frozenset({"origin", "standing", "rank"})
NO_CELL = N_("Cần ghi chi bộ của đại biểu này.")
OTHER_CELL = N_("Đồng chí không nhập thay cho %(unit)s.")
NO_RANK = N_("Đại biểu chính thức không có thứ hạng dự khuyết; số này được bỏ qua.")


@dataclass(frozen=True)
class Terms:
    """Who imports, for which cells: `scope` may be written, `visible` may be named; `only` is the one cell of a file.

    `decided` and `cap` official delegates is what the congress may have.

    `refuse_sent` raises RuleBroken for a record that does not lie with whoever imports.
    """

    places: Places
    scope: UnitScope
    visible: UnitScope
    as_reviewer: bool
    today: date
    only: UUID | None = None
    decided: int = 0
    cap: int = 0
    refuse_sent: Callable[[Review], None] = lambda _review: None


@dataclass
class Draft:
    """A row while it is being looked at."""

    row: ParsedRow
    given: dict[str, Any]
    entry: Entry | None = None
    perhaps: tuple[Entry, ...] = ()
    answer: str = ""
    unclear: bool = False
    place: Place | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    member: Member | None = None
    room: Room | None = None

    @property
    def number(self) -> int:
        """Its number in the file."""
        return self.row.number

    @cached_property
    def identity(self) -> Identity:
        """The person it would be in the end."""
        return identity_of(self.fields)

    @property
    def unsure(self) -> bool:
        """Whether it is not known whom it speaks of: it must be answered, or a cell that would say so is broken."""
        return self.unclear or (bool(self.perhaps) and not self.answer)

    @property
    def does(self) -> State:
        """Whether it adds, changes or keeps a record."""
        if self.entry is None:
            return State.NEW
        return State.CHANGED if self.changed else State.FOUND

    def error(self, message: str, column: str = "", **values: Any) -> None:
        """Something about it cannot be."""
        self.remarks.append(Remark(column, message, values))


def draft_of(table: ParsedTable, row: ParsedRow, roll: Roll, terms: Terms, answers: Answers) -> Draft:
    broken = {problem.column for problem in row.problems if not problem.warning}
    draft = Draft(row, {key: _value(key, row.fields.get(key)) for key in table.letters if key not in broken})
    draft.remarks += [Remark.of(problem) for problem in row.problems]
    found = roll.recognise(identity_of(draft.given))
    draft.entry, draft.perhaps = found.entry, found.perhaps
    if found.entry is None and broken & TELLING:
        draft.unclear, draft.perhaps = True, ()
    if draft.perhaps:
        answer = answers.who.get(row.number, "")
        meant = next((entry for entry in draft.perhaps if str(entry.id) == answer), None)
        draft.entry, draft.answer = meant, answer if meant or answer == A_NEW_ONE else ""
    draft.place = _place(draft, terms)
    draft.fields = _in_the_end(draft)
    if draft.entry is not None:
        before = draft.entry.fields
        changed = [key for key, value in draft.fields.items() if value != before.get(key)]
        moved = draft.place is not None and draft.place.id != draft.entry.unit_id
        draft.changed = (*changed, *(["unit"] if moved else []))
    return draft


def _value(key: str, value: Any) -> Any:
    """A field as the actions take it: words as words, an empty text as "", any other emptiness as None."""
    if value in (None, ""):
        return None if key in NO_TEXT else ""
    return WORDS[key](value) if key in WORDS else value


def _place(draft: Draft, terms: Terms) -> Place | None:
    """The cell of a row: the one it names, else the record's, else the only one there can be."""
    typed = draft.given.pop("unit", "")
    allowed = terms.scope.unit_ids or ()
    only = terms.only or (next(iter(allowed)) if len(allowed) == 1 else None)
    unit_id = only if draft.entry is None else draft.entry.unit_id
    place = terms.places.by_id.get(unit_id) if unit_id else None
    if typed:
        try:
            place = terms.places.find(typed)
        except RuleBroken as broken:
            draft.remarks.append(Remark.of(broken, draft.row.shown))
            return None
    if place is None:
        if not draft.unsure and not any(remark.column == "unit" for remark in draft.remarks):
            draft.error(NO_CELL, "unit")
        return None
    if not terms.scope.covers(place.id) or (terms.only is not None and place.id != terms.only):
        draft.error(OTHER_CELL, "unit", unit=place.name)
        return None
    return place


def _in_the_end(draft: Draft) -> dict[str, Any]:
    """The fields the record would have: what the file says over what is recorded."""
    before = dict(draft.entry.fields) if draft.entry is not None else {}
    said = {key: value for key, value in draft.given.items() if value is not None or key not in KEPT_WHEN_EMPTY}
    fields = before | said
    if seat_of(fields).standing is Standing.OFFICIAL:
        if fields.get("rank") is not None and "rank" in said:
            draft.remarks.append(Remark("rank", NO_RANK, weight=Weight.ADVICE))
        fields["rank"] = None
    return fields

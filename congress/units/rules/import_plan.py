"""What a workbook of cells would do: which cell each row speaks of, what it changes, and what stands against it.

Quotas do not come by workbook: they come from the plan the committee issued.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from congress.shared.labels import N_, Labelled
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, fold
from congress.spreadsheets.answers import A_NEW_ONE, Answers
from congress.spreadsheets.preview import Candidate, PreviewRow, Remark, State, Tell, cells_of
from congress.spreadsheets.tables import ParsedRow, ParsedTable
from congress.units.rules.figures import Figures, check_days, check_figures
from congress.units.vocabulary import UnitKind

NUMBERS = ("official_members", "probationary_members")
NO_TEXT = frozenset({*NUMBERS, "kind", "position", "counted_on", "planned_on", "held_on"})
KEPT_WHEN_EMPTY = frozenset({*NUMBERS, "kind", "position"})
FIELDS = (
    "code", "name", "kind", "position", "merged_from", *NUMBERS, "counted_on", "secretary", "phone", "planned_on",
    "held_on",
)  # fmt: skip
NEEDED = {"code": N_("Cần ghi mã chi bộ, ngắn và không trùng."), "name": N_("Cần ghi tên chi bộ.")}
TWICE = N_("Dòng %(row)s và dòng %(other)s là cùng một chi bộ (%(name)s). Hãy bỏ một dòng.")
TAKEN = {
    "code": N_("Mã này đã dùng cho %(name)s."),
    "name": N_("Đã có chi bộ mang tên này, mã %(code)s."),
}
STEP = 50


@dataclass(frozen=True)
class Entry:
    """A cell as recorded: FIELDS by name, and the quota its members are held against."""

    id: UUID
    version: int
    fields: Mapping[str, Any]
    official_quota: int = 0
    alternate_quota: int = 0

    @property
    def label(self) -> str:
        """ "Chi bộ ấp Mỹ Thạnh (CB01)"."""
        return f"{self.fields['name']} ({self.fields['code']})"


@dataclass(frozen=True)
class Planned:
    """A row as it is shown, and what an import writes: the record (None for a new one) and the fields."""

    row: PreviewRow
    entry: Entry | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class _Draft:
    row: ParsedRow
    given: dict[str, Any]
    entry: Entry | None = None
    perhaps: tuple[Entry, ...] = ()
    answer: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)

    @property
    def unsure(self) -> bool:
        return bool(self.perhaps) and not self.answer

    @property
    def does(self) -> State:
        if self.entry is None:
            return State.NEW
        return State.CHANGED if self.changed else State.FOUND


def in_words(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, Labelled):
        return value.label
    return date_on_paper(value) if isinstance(value, date) else "" if value is None else str(value)


def draw_up(
    table: ParsedTable, entries: Sequence[Entry], today: date, answers: Answers, tell: Tell = lambda _done: None
) -> list[Planned]:
    """Look every row up and check it, in the order of the file; `tell` hears how many rows are done."""
    by_code = {fold(entry.fields["code"]): entry for entry in entries}
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_name[fold(entry.fields["name"])].append(entry)
    drafts = [_draft(table, row, by_code, by_name, answers) for row in table.rows]
    _refuse_doubles(drafts)
    spoken_of = {draft.entry.id for draft in drafts if draft.entry is not None}
    rest = [entry for entry in entries if entry.id not in spoken_of]
    taken = {key: {_key(key, entry.fields): entry for entry in rest} for key in TAKEN}
    planned = []
    for place, draft in enumerate(drafts, start=1):
        if draft.does is not State.FOUND and not draft.unsure:
            draft.remarks += _remarks(table, draft, taken, today)
        planned.append(_planned(table, draft))
        if place % STEP == 0:
            tell(place)
    return planned


def _key(key: str, fields: Mapping[str, Any]) -> str:
    """A code is one whatever its case and marks; names are two when a mark differs."""
    value = str(fields.get(key) or "")
    return fold(value) if key == "code" else value.casefold()


def _draft(
    table: ParsedTable,
    row: ParsedRow,
    by_code: Mapping[str, Entry],
    by_name: Mapping[str, Sequence[Entry]],
    answers: Answers,
) -> _Draft:
    broken = {problem.column for problem in row.problems if not problem.warning}
    given = {key: _value(key, row.fields.get(key)) for key in table.letters if key in FIELDS and key not in broken}
    draft = _Draft(row, given, remarks=[Remark.of(problem) for problem in row.problems])
    draft.entry, draft.perhaps = _recognise(given, by_code, by_name)
    if draft.perhaps:
        answer = answers.who.get(row.number, "")
        meant = next((entry for entry in draft.perhaps if str(entry.id) == answer), None)
        draft.entry, draft.answer = meant, answer if meant or answer == A_NEW_ONE else ""
    before = dict(draft.entry.fields) if draft.entry is not None else {}
    draft.fields = before | {
        key: value for key, value in given.items() if value is not None or key not in KEPT_WHEN_EMPTY
    }
    if draft.entry is not None:
        draft.changed = tuple(key for key, value in draft.fields.items() if value != before[key])
    return draft


def _value(key: str, value: Any) -> Any:
    if value in (None, ""):
        return None if key in NO_TEXT else ""
    return UnitKind(value) if key == "kind" else value


def _recognise(
    given: Mapping[str, Any], by_code: Mapping[str, Entry], by_name: Mapping[str, Sequence[Entry]]
) -> tuple[Entry | None, tuple[Entry, ...]]:
    """The cell a row certainly speaks of, or those it may speak of.

    Certain is the code, unless its name is another cell's; or, where the row has no code, the exact name if only one
    has it. A known name under a code nobody has may be a new code or a new cell.
    """
    code, name = fold(given.get("code") or ""), given.get("name") or ""
    named = list(by_name.get(fold(name), ())) if name else []
    exact = [entry for entry in named if entry.fields["name"].casefold() == name.casefold()]
    coded = by_code.get(code) if code else None
    if coded is not None:
        others = [entry for entry in exact if entry is not coded]
        return (None, (coded, *others)) if others else (coded, ())
    if not code and len(exact) == 1:
        return exact[0], ()
    return None, tuple(exact or named)


def _refuse_doubles(drafts: Sequence[_Draft]) -> None:
    """Two rows of one code or one name, or that speak of one cell, are both wrong, and each names the other."""
    groups: dict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        for key in TAKEN:
            if found := _key(key, draft.fields):
                groups[f"{key}:{found}"].append(draft)
        if draft.entry is not None:
            groups[f"record:{draft.entry.id}"].append(draft)
    paired: set[tuple[int, int]] = set()
    for group in groups.values():
        for other in group[1:]:
            one = group[0]
            pair = (one.row.number, other.row.number)
            if pair in paired or one is other:
                continue
            paired.add(pair)
            name = str(one.fields.get("name") or one.fields.get("code") or "")
            one.remarks.append(Remark("", TWICE, {"row": pair[0], "other": pair[1], "name": name}))
            other.remarks.append(Remark("", TWICE, {"row": pair[1], "other": pair[0], "name": name}))


def _remarks(
    table: ParsedTable, draft: _Draft, taken: Mapping[str, Mapping[str, Entry]], today: date
) -> Iterator[Remark]:
    """What stands against this row: what is missing, what another cell has, and every check of the form."""
    spoken_of = {remark.column for remark in draft.remarks}
    for key, message in NEEDED.items():
        if key not in spoken_of and not draft.fields.get(key):
            yield Remark(key if key in table.letters else "", message)
    for key, message in TAKEN.items():
        other = taken[key].get(_key(key, draft.fields))
        if other is not None and draft.fields.get(key):
            yield Remark(
                key if key in table.letters else "",
                message,
                {"name": other.fields["name"]} if key == "code" else {"code": other.fields["code"]},
            )
    entry = draft.entry
    figures = Figures(
        draft.fields.get("official_members") or 0,
        draft.fields.get("probationary_members") or 0,
        entry.official_quota if entry else 0,
        entry.alternate_quota if entry else 0,
    )
    yield from _broken(table, check_figures, figures)
    yield from _broken(table, check_days, draft.fields.get("planned_on"), draft.fields.get("held_on"), today)


def _broken(table: ParsedTable, check: Callable[..., None], *args: Any) -> Iterator[Remark]:
    try:
        check(*args)
    except RuleBroken as broken:
        at = "official_members" if broken.field == "official_quota" else broken.field
        yield Remark(at if at and at in table.letters else "", str(broken.message), broken.values)


def _planned(table: ParsedTable, draft: _Draft) -> Planned:
    entry = draft.entry
    recorded = {key: in_words(value) for key, value in entry.fields.items()} if entry else None
    row = PreviewRow(
        number=draft.row.number,
        label=str(draft.fields.get("name") or draft.fields.get("code") or ""),
        does=draft.does,
        cells=cells_of(table, draft.row, recorded, draft.changed, draft.remarks),
        remarks=tuple(draft.remarks),
        record=str(entry.id) if entry else "",
        version=entry.version if entry else None,
        candidates=tuple(Candidate(str(each.id), each.label) for each in draft.perhaps),
        answer=draft.answer,
    )
    written = {key: draft.fields[key] for key in draft.changed} if entry else dict(draft.fields)
    return Planned(row, entry, written)

"""Finding the head row of a table and what each of its columns is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import fold, tidy
from congress.spreadsheets.sheet_xml import letters
from congress.spreadsheets.tables import ColumnSpec, SourceRow, SourceTable

LOOKED_AT = 30
_SHOWN = 12
NUMBERS = frozenset(("stt", "tt", "so tt", "so thu tu", "thu tu", "so", "no", "#"))
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_SIGNS = re.compile(r"[^0-9a-z]+")

NOT_FOUND = N_(
    "Không tìm thấy dòng tiêu đề. Trang cần có một dòng ghi tên các cột: %(needed)s. "
    "Hãy tải mẫu về và chép danh sách vào mẫu."
)
MISSING = N_("Thiếu cột %(missing)s. Ở dòng %(row)s của trang “%(sheet)s” có các cột: %(found)s.")
TWICE = N_(
    "Cột %(first)s và cột %(second)s cùng là “%(label)s”. Hãy bỏ một cột, hoặc đổi tên cột không phải nhập rồi thử lại."
)
SEVERAL = N_(
    "Tệp có nhiều trang cùng có danh sách: %(sheets)s. Hãy gộp vào một trang, hoặc xóa các trang không phải nhập."
)


@dataclass(frozen=True)
class Place:
    """Where a column of the file stands (from 0), which field it fills, and what its being filled says.

    `says` is another field with its word; `ticked` is the word the column stands for, where it is ticked.
    """

    at: int
    spec: ColumnSpec
    says: tuple[str, str] | None = None
    ticked: str = ""


@dataclass
class Heads:
    """A head row as understood; `last_row` is the second row of a head of two rows."""

    table: SourceTable
    row: int
    last_row: int
    places: list[Place] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    numbers_at: int | None = None

    @property
    def keys(self) -> set[str]:
        """The fields this head has columns for."""
        return {place.spec.key for place in self.places} | {place.says[0] for place in self.places if place.says}

    @property
    def splits(self) -> int:
        """How many columns stand under a head they share with another."""
        return sum(bool(place.says or place.ticked) for place in self.places)

    def letters(self) -> dict[str, str]:
        """Where each field stands: {"full_name": "B", "birth": "C, D"}."""
        found: dict[str, list[str]] = {}
        for place in self.places:
            found.setdefault(place.spec.key, []).append(letters(place.at + 1))
        for place in self.places:
            if place.says and place.says[0] not in found:
                found[place.says[0]] = found[place.spec.key]
        return {key: ", ".join(each) for key, each in found.items()}


def plain(head: object) -> str:
    """A head as it is compared: without marks, case, punctuation."""
    return _plain(str(head))


@lru_cache(maxsize=2000)
def _plain(head: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(head)).split()) or head.strip()


def _forms(head: object) -> tuple[str, ...]:
    """A head as it stands, and without what is in brackets: "Ngày sinh (dd/mm/yyyy)"."""
    return plain(head), plain(_BRACKETS.sub(" ", str(head)))


def find_heads(tables: Sequence[SourceTable], columns: Sequence[ColumnSpec]) -> Heads:
    """The head that knows most of the columns, in whichever sheet it stands.

    Raises RuleBroken when there is none, when a required column is missing or a column is there twice, and when
    several sheets hold a list.
    """
    known = _known(columns)
    best = [heads for table in tables if (heads := _best_of(table, known))]
    needed = [each for each in columns if each.required]
    enough = min(2, len(columns))
    best = sorted((each for each in best if len(each.keys) >= enough), key=lambda each: -len(each.keys))
    if not best:
        raise RuleBroken(NOT_FOUND, needed=_listed(needed or columns))
    complete = [each for each in best if all(spec.key in each.keys for spec in needed)]
    # A sheet that explains the columns names a few of them in passing.
    complete = [each for each in complete if len(each.keys) * 2 > len(complete[0].keys)]
    chosen = (complete or best)[0]
    if len(with_rows := [each for each in complete if each.table.rows[-1].number > each.last_row]) > 1:
        raise RuleBroken(SEVERAL, sheets=", ".join(f"“{each.table.name}”" for each in with_rows))
    chosen = (with_rows or [chosen])[0]
    if missing := [spec for spec in needed if spec.key not in chosen.keys]:
        found = [place.spec.label for place in chosen.places] + chosen.unknown
        raise RuleBroken(
            MISSING, missing=_listed(missing), row=chosen.row, sheet=chosen.table.name,
            found=", ".join(f"“{head}”" for head in found[:_SHOWN]),
        )  # fmt: skip
    _refuse_twice(chosen)
    return chosen


def _listed(columns: Sequence[ColumnSpec]) -> str:
    return ", ".join(f"“{each.label}”" for each in columns)


def _known(columns: Sequence[ColumnSpec]) -> dict[str, ColumnSpec]:
    """Columns by every head they are known under; a label counts before another column's alias."""
    known = {plain(alias): each for each in columns for alias in each.aliases}
    return known | {plain(each.label): each for each in columns}


def _best_of(table: SourceTable, known: Mapping[str, ColumnSpec]) -> Heads | None:
    rows = table.rows[: LOOKED_AT + 1]
    found = [
        heads
        for place, row in enumerate(rows[:LOOKED_AT])
        for heads in _readings(table, row, rows[place + 1] if place + 1 < len(rows) else None, known)
    ]
    # A title above the heads reads as a first head row, too: two rows only where the second splits a column.
    return max(found, key=lambda heads: (len(heads.keys), heads.splits > 1, heads.row == heads.last_row), default=None)


def _readings(
    table: SourceTable, row: SourceRow, below: SourceRow | None, known: Mapping[str, ColumnSpec]
) -> Iterator[Heads]:
    """A row as a head of its own, and together with the row below it."""
    alone = Heads(table, row.number, row.number)
    for at, value in enumerate(row.values):
        if value is not None:
            _take(alone, at, [value], known)
    yield alone
    if below is None or below.number != row.number + 1:
        return
    both = Heads(table, row.number, below.number)
    over: object = None
    for at in range(max(len(row.values), len(below.values))):
        upper = row.values[at] if at < len(row.values) else None
        lower = below.values[at] if at < len(below.values) else None
        over = upper if upper is not None else (over if lower is not None else None)
        if lower is None and over is not None:
            _take(both, at, [over], known)
        elif lower is not None:
            _take_split(both, at, over, lower, known)
    yield both


def _take(heads: Heads, at: int, readings: Sequence[object], known: Mapping[str, ColumnSpec]) -> None:
    """Enter a column under the first reading of its head that is known."""
    for form in (form for reading in readings for form in _forms(reading)):
        if spec := known.get(form):
            heads.places.append(Place(at, spec))
            return
        if form in NUMBERS:
            heads.numbers_at = at if heads.numbers_at is None else heads.numbers_at
            return
    heads.unknown.append(tidy(str(readings[0])))


def _take_split(heads: Heads, at: int, over: object, lower: object, known: Mapping[str, ColumnSpec]) -> None:
    """Enter a column under a head of two rows: a half, a word of its own, or both rows read together."""
    spec = next((known[form] for form in _forms(over) if form in known), None) if over is not None else None
    if spec is not None:
        for half, says in spec.halves.items():
            if plain(half) == plain(lower):
                heads.places.append(Place(at, spec, says=says))
                return
        for word in spec.words:
            if plain(word) == plain(lower):
                heads.places.append(Place(at, spec, ticked=word))
                return
    together = f"{over} {lower}" if over is not None else str(lower)
    _take(heads, at, [together, lower], known)


def _refuse_twice(heads: Heads) -> None:
    first: dict[tuple[str, object], Place] = {}
    for place in heads.places:
        marked = (place.spec.key, place.says or place.ticked)
        whole = first.get((place.spec.key, ""))
        other = first.get(marked) or (whole if marked[1] else None)
        if other:
            raise RuleBroken(TWICE, first=letters(other.at + 1), second=letters(place.at + 1), label=place.spec.label)
        first[marked] = place

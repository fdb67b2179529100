"""What was answered to what was said: the lines of the table of acceptance and of the answer sheets.

Columns: bảng tổng hợp tiếp thu, giải trình of practice (domain.md §6.5 [C]); there is no official form.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congress.comments.rules import Opinion
from congress.shared.labels import N_, Labelled
from congress.triage.vocabulary import WRITTEN_IN, Disposition

UNANSWERED = N_("Đang xử lý")


class Arrangement(Labelled):
    """In what order the table of acceptance goes."""

    BY_DRAFT = "by_draft", N_("Theo dự thảo")
    BY_CELL = "by_cell", N_("Theo chi bộ")


class Part(Labelled):
    """Columns that may be left out of the table."""

    CELLS = "cells", N_("Nơi góp ý")
    SPEAKERS = "speakers", N_("Người nêu ý kiến")
    COUNT = "count", N_("Số ý kiến")
    REASON = "why", N_("Lý do, giải trình")
    WORDING = "wording", N_("Câu chữ mới")
    LANDED = "landed", N_("Vị trí sửa")


USUAL = frozenset(Part) - {Part.SPEAKERS}
"""What stands in the table unless somebody chooses: names of people only when they are asked for."""


@dataclass(frozen=True)
class Answered:
    """A point with its comments, or one comment nobody has taken up (no `point_id`).

    `landed` says where an accepted point stands in a later draft: "lần 3, Đoạn 12".
    """

    opinions: tuple[Opinion, ...]
    point_id: uuid.UUID | None = None
    summary: str = ""
    disposition: Disposition | None = None
    reason: str = ""
    wording: str = ""
    forwarded_to: str = ""
    landed: tuple[str, ...] = ()

    @property
    def first(self) -> Opinion:
        """The comment whose place the line has."""
        return self.opinions[0]

    @property
    def cells(self) -> tuple[str, ...]:
        """Who said it, each once, in the order of the comments."""
        return tuple(dict.fromkeys(opinion.unit_name for opinion in self.opinions))

    @property
    def said(self) -> str:
        """What was said: the summary of several, the words of one."""
        if len(self.opinions) > 1 and self.summary:
            return self.summary
        return words_of(self.first)

    @property
    def not_written_in(self) -> bool:
        """Whether it was accepted and nobody has noted where it stands."""
        return self.disposition in WRITTEN_IN and not self.landed

    @property
    def handled(self) -> str:
        """What was decided, as papers say it."""
        if self.disposition is None:
            return UNANSWERED
        if self.disposition is Disposition.FORWARDED and self.forwarded_to:
            return f"Chuyển {self.forwarded_to}"
        return self.disposition.label


def words_of(opinion: Opinion) -> str:
    """The words of one comment; its stance where it has none."""
    return opinion.proposed or opinion.reason or opinion.stance.label


@dataclass(frozen=True)
class Choice:
    """How the table of acceptance is wanted: order, columns, and whether the undecided stand in it too."""

    arrangement: Arrangement = Arrangement.BY_DRAFT
    parts: frozenset[Part] = USUAL
    undecided: bool = False
    version_id: uuid.UUID | None = None

    @classmethod
    def read(cls, given: Mapping[str, Sequence[str]]) -> "Choice":
        """From the words of an address; words that are none are left out, no column named means the usual ones."""
        order = next(iter(given.get("order", ())), "")
        parts = frozenset(Part(word) for word in given.get("part", ()) if word in set(Part))
        version = next(iter(given.get("version", ())), "")
        try:
            version_id = uuid.UUID(version) if version else None
        except ValueError:
            version_id = None
        return cls(
            arrangement=Arrangement(order) if order in set(Arrangement) else Arrangement.BY_DRAFT,
            parts=parts or USUAL,
            undecided="1" in given.get("undecided", ()),
            version_id=version_id,
        )

    def args(self, **more: Any) -> dict[str, Any]:
        """As the words of an address."""
        found: dict[str, Any] = {"order": self.arrangement.value}
        if self.parts != USUAL:
            found["part"] = [part.value for part in Part if part in self.parts]
        if self.undecided:
            found["undecided"] = "1"
        if self.version_id:
            found["version"] = str(self.version_id)
        return found | more

    @property
    def names(self) -> bool:
        """Whether a column says who spoke: cells, people, or both."""
        by_cell = self.arrangement is Arrangement.BY_CELL
        return Part.SPEAKERS in self.parts or (Part.CELLS in self.parts and not by_cell)

    def who(self, each: Answered, unit_name: str = "") -> str:
        """Who said it, as far as names are wanted; of one cell where the table goes by cell."""
        opinions = [opinion for opinion in each.opinions if unit_name in ("", opinion.unit_name)]
        with_cells = Part.CELLS in self.parts and self.arrangement is not Arrangement.BY_CELL
        found: dict[str, list[str]] = {}
        for opinion in opinions:
            speakers = found.setdefault(opinion.unit_name, [])
            if Part.SPEAKERS in self.parts and opinion.speaker and opinion.speaker not in speakers:
                speakers.append(opinion.speaker)
        if not with_cells:
            return "; ".join(dict.fromkeys(name for speakers in found.values() for name in speakers))
        return "; ".join(f"{cell} ({', '.join(names)})" if names else cell for cell, names in found.items())

    def groups(self, answered: Iterable[Answered], cells: Sequence[str]) -> list["Lines"]:
        """(title, cell or "", lines) in the order chosen; cells that are not to be named are counted: "Chi bộ số 1"."""
        if self.arrangement is Arrangement.BY_DRAFT:
            return [Lines(title, "", lines) for title, lines in by_draft(answered)]
        named = Part.CELLS in self.parts
        return [
            Lines(name if named else f"Chi bộ số {number}", name, lines)
            for number, (name, lines) in enumerate(by_cell(answered, cells), start=1)
        ]

    def of(self, answered: Iterable[Answered]) -> list[Answered]:
        """The lines that are wanted."""
        return [
            each
            for each in answered
            if (self.undecided or each.disposition) and self.version_id in (None, each.first.version_id)
        ]


@dataclass(frozen=True)
class Lines:
    """Lines of the table under one title; `unit_name` is the cell, where the table goes by cell."""

    title: str
    unit_name: str
    lines: Sequence[Answered]


def by_cell(answered: Iterable[Answered], order: Sequence[str]) -> list[tuple[str, list[Answered]]]:
    """(cell, the lines it has a comment in) in the order of the cells; a shared point stands under each of them."""
    found: dict[str, list[Answered]] = {name: [] for name in order}
    for each in answered:
        for name in each.cells:
            found.setdefault(name, []).append(each)
    return [(name, lines) for name, lines in found.items() if lines]


def by_draft(answered: Iterable[Answered]) -> list[tuple[str, list[Answered]]]:
    """(draft, its lines) in the order given."""
    found: dict[str, list[Answered]] = {}
    for each in answered:
        found.setdefault(each.first.document, []).append(each)
    return list(found.items())


def in_order(answered: Sequence[Answered], choice: Choice, cells: Sequence[str]) -> list[tuple[str, Answered, str]]:
    """(draft or cell, line, who said it) for every line in the order chosen, for a page that shows some of them."""
    groups = choice.groups(answered, cells)
    return [(group.title, each, choice.who(each, group.unit_name)) for group in groups for each in group.lines]


def by_heading(answered: Iterable[Answered]) -> list[tuple[str, list[Answered]]]:
    """(heading or "Về toàn văn dự thảo", its lines); a heading that comes back later is a group of its own."""
    groups: list[tuple[str, list[Answered]]] = []
    for each in answered:
        title = each.first.heading if each.first.passage_position else "Về toàn văn dự thảo"
        if groups and groups[-1][0] == title:
            groups[-1][1].append(each)
        else:
            groups.append((title, [each]))
    return groups


def of_one_cell(answered: Iterable[Answered], unit_id: uuid.UUID) -> list[tuple[Opinion, Answered]]:
    """Every comment of a cell with what was answered to it, in the order given."""
    return [(opinion, each) for each in answered for opinion in each.opinions if opinion.unit_id == unit_id]

"""The state of a list, kept in the URL: search, filters, order, columns; export and print read the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from congress.shared.vietnamese import tidy


@dataclass(frozen=True)
class Column:
    """One column: its key in the URL, Vietnamese label, whether it sorts, shows by default, holds numbers."""

    key: str
    label: str
    sortable: bool = False
    shown: bool = True
    numeric: bool = False
    fixed: bool = False  # always shown: a list without names is of no use


@dataclass(frozen=True)
class Listing:
    """What the reader asked for. Unknown columns, orders and filters in the URL are ignored, never passed on."""

    columns: tuple[Column, ...]
    chosen: tuple[str, ...]
    search: str = ""
    order: str = ""
    descending: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)
    page: int = 1

    @classmethod
    def read(
        cls, args: "MultiDict[str, str]", columns: Iterable[Column], *, filters: Iterable[str] = (), order: str = ""
    ) -> "Listing":
        """Read the state from the query string; `order` is the order when none is asked for."""
        known = tuple(columns)
        asked = set(args.getlist("column"))
        chosen = tuple(c.key for c in known if c.fixed or (c.key in asked if asked else c.shown))
        wanted = args.get("order", "")
        sortable = {column.key for column in known if column.sortable}
        page = args.get("page", "1")
        return cls(
            columns=known,
            chosen=chosen,
            search=tidy(args.get("q", ""))[:100],
            order=wanted.removeprefix("-") if wanted.removeprefix("-") in sortable else order,
            descending=wanted.startswith("-") and wanted.removeprefix("-") in sortable,
            filters={name: tidy(args[name])[:60] for name in filters if args.get(name)},
            page=int(page) if page.isdecimal() and page.isascii() and 0 < int(page[:6]) < 100_000 else 1,
        )

    @property
    def shown(self) -> list[Column]:
        """The chosen columns in their order."""
        return [column for column in self.columns if column.key in self.chosen]

    @property
    def narrowed(self) -> bool:
        """Whether a search or filter hides rows."""
        return bool(self.search or self.filters)

    def args(self, **changes: Any) -> dict[str, Any]:
        """The state as arguments of url_for, with some changed: `listing.args(order="name")`, `args(sex=None)`.

        A change of search, filter or order starts again at page one.
        """
        default = tuple(c.key for c in self.columns if c.fixed or c.shown)
        state: dict[str, Any] = {
            "q": self.search or None,
            "order": ("-" if self.descending else "") + self.order if self.order else None,
            **self.filters,
            "column": list(self.chosen) if self.chosen != default else None,
        }
        state.update(changes)
        return {name: value for name, value in state.items() if value not in (None, "", [])}

    def sort_args(self, column: Column) -> dict[str, Any]:
        """Arguments of the link in a column's head: sort by it, or turn the order round."""
        turned = self.order == column.key and not self.descending
        return self.args(order=("-" if turned else "") + column.key)

    def direction(self, column: Column) -> str:
        """The value of aria-sort for a column's head."""
        if self.order != column.key:
            return "none"
        return "descending" if self.descending else "ascending"

    def on(self, **filters: str) -> "Listing":
        """The same list with other filters, for a link behind a total."""
        return replace(self, filters={**self.filters, **filters}, page=1)


@dataclass(frozen=True)
class Pages:
    """Which part of a long list this page shows: `total` rows in pages of `size`, the page asked for.

    A number past the end means the last page.
    """

    total: int
    size: int
    asked: int = 1

    @property
    def count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.size))

    @property
    def number(self) -> int:
        """The page shown, from one."""
        return min(max(1, self.asked), self.count)

    @property
    def offset(self) -> int:
        """How many rows come before this page, for a query."""
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        """The number of the first row shown; 0 for an empty list."""
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return min(self.offset + self.size, self.total)

    @property
    def previous(self) -> int | None:
        """The page before, if any."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after, if any."""
        return self.number + 1 if self.number < self.count else None

    @property
    def around(self) -> list[int | None]:
        """Page numbers to offer: the first, the last and those around this one; None stands for a gap."""
        near = sorted({1, self.count, *range(max(1, self.number - 2), min(self.count, self.number + 2) + 1)})
        shown: list[int | None] = []
        for place, number in enumerate(near):
            if place and number - near[place - 1] > 1:
                shown.append(None)
            shown.append(number)
        return shown

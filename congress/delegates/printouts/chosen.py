"""Which delegates stand on a paper, in which order: the words of the list's address, or of the command line."""

from collections.abc import Sequence
from dataclasses import dataclass

from congress.congresses.models import Congress
from congress.delegates import queries
from congress.delegates.rules import roll
from congress.delegates.rules.on_paper import LeftOut, called, left_out
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import Selection
from congress.delegates.vocabulary import Standing
from congress.shared.scope import UnitScope
from congress.units import queries as units

STANDINGS = {"official": Standing.OFFICIAL, "alternate": Standing.ALTERNATE}

NOBODY = LeftOut()


@dataclass(frozen=True)
class Wanted:
    """Which lines stand on a paper and how: the same words as the list's address."""

    lines: Sequence[Line]
    selection: Selection
    by_unit: bool = False
    filters: str = ""
    left_out: LeftOut = NOBODY

    @classmethod
    def from_list(
        cls, lines: Sequence[Line], everyone: Sequence[Line], selection: Selection, *, by_unit: bool
    ) -> "Wanted":
        """From ordered lines of a list: whoever is not summoned or was replaced is left out, and the paper says so."""
        names = {line.unit_id: line.unit for line in everyone}
        return cls(
            called(lines, selection),
            selection,
            by_unit,
            selection.on_paper(names, but="standing"),
            left_out(everyone, selection),
        )


def wanted(
    congress: Congress,
    *,
    scope: UnitScope | None = None,
    selection: Selection | None = None,
    order: str = "name",
    descending: bool = False,
    by_unit: bool = False,
) -> Wanted:
    """Read and order the lines of a paper; by default everybody the congress has, in the order of names."""
    chosen = selection or Selection()
    everyone = queries.lines(congress.id, scope or UnitScope.everything())
    lines = roll.in_order(chosen.of(everyone), "unit" if by_unit else order, descending)
    return Wanted.from_list(lines, everyone, chosen, by_unit=by_unit or order == "unit")


def asked(congress: Congress, standing: str, group_by: str, order: str, code: str) -> Wanted:
    """The lines these words mean; ValueError names a word that means nothing."""
    if standing not in (*STANDINGS, "both"):
        raise ValueError(f"standing là official, alternate hoặc both, không phải “{standing}”.")
    if order not in roll.ORDERS:
        raise ValueError(f"order là một trong {', '.join(roll.ORDERS)}, không phải “{order}”.")
    if group_by not in ("", "unit"):
        raise ValueError(f"group-by là unit hoặc để trống, không phải “{group_by}”.")
    codes = {each.code: each.id for each in units.listed(congress.id, UnitScope.everything())}
    if code and code not in codes:
        raise ValueError(f"không có chi bộ mang mã “{code}”.")
    selection = Selection(standing=STANDINGS.get(standing), unit=codes.get(code))
    return wanted(congress, selection=selection, order=order, by_unit=group_by == "unit")

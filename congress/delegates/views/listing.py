"""The list of delegates and its workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import g, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.delegates import queries, sheets
from congress.delegates.rules import registration, roll, traits
from congress.delegates.rules.roll import Line
from congress.delegates.rules.selection import FILTERS, Selection, facets
from congress.delegates.views.frame import blueprint, is_reviewer, private_scope, today
from congress.delegates.vocabulary import Origin, Review, Standing, Status
from congress.people.vocabulary import Sex
from congress.spreadsheets.response import download
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import Permission, may, my_scope, requires
from congress.web.listing import Listing

FREQUENT = {
    *Standing,
    Origin.EX_OFFICIO,
    Origin.APPOINTED,
    Sex.FEMALE,
    Review.SENT,
    Review.RETURNED,
    Status.NOT_SUMMONED,
    Status.REPLACED,
}
"""The filters that stand beside the search; the others are one click further."""


@dataclass(frozen=True)
class Shown:
    """The state of the list, everything the reader may see, and what of it is shown, in groups when ordered by cell."""

    state: Listing
    selection: Selection
    everyone: list[Line]
    lines: list[Line]
    units: Sequence[Unit]

    @property
    def unit_names(self) -> dict[Any, str]:
        """The cells to choose from, in printed order."""
        return {unit.id: unit.name for unit in self.units}

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """(cell's name, lines) when ordered by cell, else everything under no name."""
        if self.state.order != "unit":
            return [("", self.lines)]
        return [(unit, members) for _unit_id, unit, members in roll.in_groups(self.lines)]


def read_list() -> Shown:
    """What the address asks for, of what the reader may see."""
    grouped = request.args.get("order", "").removeprefix("-") == "unit"
    columns = sheets.columns(private=may(Permission.REGISTER_DELEGATES), grouped=grouped)
    state = Listing.read(request.args, columns, filters=FILTERS, order="name")
    selection = Selection.read(state.filters, state.search, g.congress.opens_on or today())
    scope = my_scope(Permission.READ_DELEGATES)
    everyone = queries.lines(g.congress.id, scope, private=private_scope())
    lines = roll.in_order(selection.of(everyone), state.order, state.descending)
    return Shown(state, selection, everyone, lines, units.listed(g.congress.id, scope))


@blueprint.get("/")
@requires(Permission.READ_DELEGATES)
def listing() -> str:
    shown = read_list()
    registrations = queries.registrations_from(g.congress, shown.units, shown.everyone)
    everyone = roll.add_up(line for line in shown.everyone if line.current)
    return render_template(
        "delegates/list.html",
        listing=shown.state,
        groups=shown.groups,
        totals=roll.add_up(shown.lines),
        facets=facets(shown.everyone, shown.selection),
        trait=traits.TRAITS.get(shown.selection.trait),
        named=lambda key: traits.named(key, _),
        units=shown.unit_names,
        frequent=FREQUENT,
        words={"standing": Standing, "origin": Origin, "sex": Sex, "review": Review, "status": Status},
        anyone=bool(shown.everyone),
        desk=registration.add_up(registrations, today()),
        over=registration.over_total(everyone.official, g.congress.official_total),
        reviewer=is_reviewer(),
    )


@blueprint.get("/export")
@requires(Permission.READ_DELEGATES)
def export() -> Response:
    shown = read_list()
    notes = [f"{g.congress.title}, nhiệm kỳ {g.congress.term}"]
    if words := shown.selection.on_paper(shown.unit_names):
        notes.append(f"Lọc theo: {words}")
    content = sheets.workbook("DANH SÁCH ĐẠI BIỂU", shown.state, shown.groups, roll.add_up(shown.lines), notes)
    return download(content, f"{g.congress.slug}_danh-sach-dai-bieu_{today():%Y-%m-%d}.xlsx")

"""The plan of work in its views: list, board, timeline; each narrowed in the same way."""

from collections.abc import Sequence
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.shared import clock
from congress.shared.vietnamese import fold
from congress.subcommittees import queries as subcommittees
from congress.tasks.actions import tasks as actions
from congress.tasks.queries import tasks as queries
from congress.tasks.rules import standing
from congress.tasks.rules.standing import Line, Wanted
from congress.tasks.rules.timeline import timeline as drawn
from congress.tasks.views.frame import blueprint, lines
from congress.tasks.vocabulary import TaskState, Timing
from congress.web.access import Permission, requires
from congress.web.listing import Column, Listing

FILTERS = ("body", "state", "timing", "person")


def _asked() -> Listing:
    return Listing.read(request.args, (Column("title", "", fixed=True),), filters=FILTERS)


def _shown(view: str) -> dict[str, Any]:
    """What every view of the plan shows: the tasks that are wanted, the filters, the figures of each body."""
    listing = _asked()
    everything = lines()
    asked = {name: listing.filters.get(name, "") for name in FILTERS}
    wanted = Wanted(**(asked | {"person": fold(asked["person"]), "search": listing.search}))
    bodies = queries.names_of(subcommittees.listed(g.congress.id))
    return {
        "listing": listing,
        "everything": everything,
        "lines": wanted.of(everything),
        "bodies": bodies,
        "tallies": standing.by_body(everything, bodies),
        "total": standing.tally("", everything),
        "moved": sum(line.is_moved for line in everything),
        "states": TaskState,
        "timings": Timing,
        "view": view,
        "today": clock.today(),
    }


@blueprint.get("/")
@requires(Permission.READ_TASKS)
def listing() -> str:
    return render_template("tasks/list.html", **_shown("listing"))


@blueprint.get("/board")
@requires(Permission.READ_TASKS)
def board() -> str:
    shown = _shown("board")
    return render_template("tasks/board.html", columns=standing.columns(shown["lines"]), **shown)


@blueprint.get("/timeline")
@requires(Permission.READ_TASKS)
def timeline() -> str:
    shown = _shown("timeline")
    picture = drawn(shown["lines"], shown["today"], g.congress.opens_on)
    return render_template("tasks/timeline.html", picture=picture, titles=_titles(shown["everything"]), **shown)


def _titles(found: Sequence[Line]) -> dict[Any, str]:
    return {line.id: line.number for line in found}


@blueprint.post("/settle")
@requires(Permission.MANAGE_TASKS)
def settle() -> Response:
    """Put on record what the figures say."""
    with transaction():
        count = actions.settle(g.congress, actor=current_user, today=clock.today())
    flash(_("Đã ghi vào sổ %(n)s việc theo số liệu.", n=count))
    return redirect(url_for("tasks.listing"))

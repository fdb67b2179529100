"""The journal of a congress: the latest acts, by whom and on what."""

from flask import Blueprint, g, render_template, request

from congress.journal import queries
from congress.journal.vocabulary import KINDS
from congress.web.access import Permission, may, requires
from congress.web.listing import Listing, Pages

blueprint = Blueprint("journal", __name__, url_prefix="/<congress>/journal")
ROWS = 50


@blueprint.get("/")
@requires(Permission.READ_JOURNAL)
def listing() -> str:
    """Acts on rows the reader may not read elsewhere are left out."""
    state = Listing.read(request.args, (), filters=("kind", "actor"))
    present = queries.kinds_present(g.congress.id)
    readable = {name: kind for name, kind in KINDS.items() if name in present and may(Permission(kind.permission))}
    kind, actor = state.filters.get("kind", ""), state.filters.get("actor", "")
    kinds = {kind} & set(readable) if kind else set(readable)
    pages = Pages(queries.count(g.congress.id, kinds=kinds, actor=actor), ROWS, state.page)
    return render_template(
        "journal/list.html",
        listing=state,
        kinds=readable,
        actors=queries.actors(g.congress.id, kinds=set(readable)),
        entries=queries.latest(g.congress.id, kinds=kinds, actor=actor, limit=ROWS, offset=pages.offset),
        pages=pages,
    )

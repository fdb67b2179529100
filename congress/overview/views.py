"""Where each person lands: the cell's one page, a subcommittee's desk, or the dashboard."""

from flask import Blueprint, Flask, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from congress.overview import queries
from congress.overview.rules import Due, Progress
from congress.shared import clock
from congress.web.access import Permission, Role, may, my_grants, my_scope, requires

blueprint = Blueprint("overview", __name__, url_prefix="/<congress>")

# The desk a subcommittee's secretary lands on; everybody else begins with the dashboard.
DESKS = {
    Role.PERSONNEL_SECRETARY: "delegates.desk",
    Role.DOCUMENTS_SECRETARY: "comments.listing",
    Role.SERVICE_SECRETARY: "agenda.show",
}


@blueprint.get("/")
@requires(Permission.READ_CONGRESS)
def home() -> str | Response:
    """Each person lands on their own work."""
    roles = {grant.role for grant in my_grants()}
    if roles == {Role.CELL_SECRETARY}:
        return redirect(url_for("overview.cell"))
    if len(roles) == 1 and (desk := DESKS.get(next(iter(roles)))):
        return redirect(url_for(desk))
    return redirect(url_for("overview.dashboard"))


@blueprint.get("/dashboard")
@requires(Permission.READ_CONGRESS)
def dashboard() -> str:
    """The state of the congress at a glance, every figure a link."""
    today = clock.today()
    board = queries.board(
        g.congress,
        today,
        with_delegates=may(Permission.READ_DELEGATES) and my_scope(Permission.READ_DELEGATES).is_everything,
        with_comments=may(Permission.READ_COMMENTS),
        with_allocation=may(Permission.READ_ALLOCATION) and my_scope(Permission.READ_ALLOCATION).is_everything,
    )
    return render_template("overview/dashboard.html", board=board, today=today, Progress=Progress)


@blueprint.get("/cell")
@requires(Permission.REGISTER_DELEGATES)
def cell() -> str | Response:
    """The one page of a cell secretary: what we owe, by when, in what state."""
    scope = my_scope(Permission.REGISTER_DELEGATES)
    if scope.is_everything:
        return redirect(url_for("delegates.desk"))
    today = clock.today()
    boards = queries.cell_boards(g.congress, scope)
    return render_template("overview/cell.html", boards=boards, today=today, Due=Due)


def init_app(app: Flask) -> None:
    """Give the menu its counts; only pages that show the menu ask for them."""

    @app.context_processor
    def count() -> dict[str, object]:
        if g.get("congress") is None or not my_grants() or request.method != "GET":
            return {}
        if not my_scope(Permission.READ_UNITS).is_everything:
            return {}
        return {"counts": queries.counts(g.congress, with_delegates=may(Permission.READ_DELEGATES))}

"""Where each person lands: the cell's one page, a subcommittee's desk, the dashboard with what is still owed."""

from flask import Blueprint, Flask, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.credentials.vocabulary import Colour
from congress.overview import queries
from congress.overview.printouts import progress_report
from congress.overview.rules import Due, Progress, Wanted, by_owner, in_order
from congress.overview.vocabulary import Owed, Urgency
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.web.access import Permission, Role, may, my_grants, my_scope, requires
from congress.web.listing import Column, Listing, Pages

blueprint = Blueprint("overview", __name__, url_prefix="/<congress>")

# The desk a subcommittee's secretary lands on; everybody else begins with the dashboard.
DESKS = {
    Role.PERSONNEL_SECRETARY: "delegates.desk",
    Role.DOCUMENTS_SECRETARY: "comments.listing",
    Role.SERVICE_SECRETARY: "agenda.show",
}
FIRST = 10  # lines of what is owed on the dashboard; the rest is one click away
PAGE = 50
COLUMNS: tuple[Column, ...] = ()


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


def _facts() -> queries.Facts:
    """What the reader may see of the other features."""
    return queries.facts(
        g.congress,
        with_delegates=may(Permission.READ_DELEGATES) and my_scope(Permission.READ_DELEGATES).is_everything,
        with_comments=may(Permission.READ_COMMENTS),
        with_allocation=may(Permission.READ_ALLOCATION) and my_scope(Permission.READ_ALLOCATION).is_everything,
        with_credentials=may(Permission.READ_CREDENTIALS),
    )


@blueprint.get("/dashboard")
@requires(Permission.READ_CONGRESS)
def dashboard() -> str:
    """The state of the congress at a glance, every figure a link."""
    today = clock.today()
    known = _facts()
    owed = []
    owners = []
    if may(Permission.READ_PROGRESS):
        names = queries.body_names(g.congress.id)
        owed = in_order(queries.debts(known, names, today), today)
        owners = [each for each in by_owner(owed, today, list(names.values())) if each.is_body]
    return render_template(
        "overview/dashboard.html",
        board=queries.board(known, today),
        today=today,
        Progress=Progress,
        Due=Due,
        owed=owed,
        first=owed[:FIRST],
        counts_of={urgency: sum(each.urgency(today) is urgency for each in owed) for urgency in Urgency},
        owners=owners,
        colours={each.value: each for each in Colour},
    )


@blueprint.get("/owed")
@requires(Permission.READ_PROGRESS)
def owed() -> str:
    """Everything still owed: by whom, until when, how late."""
    today = clock.today()
    listing = Listing.read(request.args, COLUMNS, filters=("urgency", "what"))
    wanted = Wanted.read(listing.filters, listing.search)
    every = in_order(queries.debts(_facts(), queries.body_names(g.congress.id), today), today)
    found = [each for each in every if wanted.takes(each, today)]
    pages = Pages(len(found), PAGE, listing.page)
    return render_template(
        "overview/owed.html",
        listing=listing,
        pages=pages,
        owed=found[pages.offset : pages.offset + PAGE],
        total=len(every),
        today=today,
        urgencies=[(each, sum(debt.urgency(today) is each for debt in every)) for each in Urgency],
        kinds=[(each, number) for each in Owed if (number := sum(debt.what is each for debt in every))],
    )


@blueprint.get("/progress/preview")
@requires(Permission.READ_PROGRESS)
def progress() -> Response:
    """The state report as it will be printed."""
    links = (
        (_("Về bảng điều hành"), url_for("overview.dashboard")),
        (_("Tải PDF"), url_for("overview.progress_pdf")),
    )
    return preview_response(progress_report(g.congress, today=clock.today()), links=links)


@blueprint.get("/progress.pdf")
@requires(Permission.READ_PROGRESS)
def progress_pdf() -> Response:
    return pdf_response(progress_report(g.congress, today=clock.today()))


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

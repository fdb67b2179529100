"""The list of badges, how they will look, and printing them: what is printed is recorded before the PDF is there."""

import uuid
from collections import Counter
from collections.abc import Iterable

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.attendance import actions, printouts, queries
from congress.attendance.forms import PrintForm
from congress.attendance.rules import listing as rules
from congress.attendance.rules.badges import PRINTED_WORDS, BadgeLine, counted
from congress.attendance.rules.listing import BadgeSelection
from congress.attendance.views.frame import blueprint
from congress.attendance.vocabulary import BadgeClass, BadgeState
from congress.database import now, transaction
from congress.printing.cards import CARD_SHEETS, EIGHT
from congress.printing.response import pdf_response, preview_response
from congress.shared.clock import today
from congress.shared.problems import RuleBroken
from congress.units import queries as units
from congress.web.access import Permission, my_scope, requires
from congress.web.listing import Listing


def _listing() -> Listing:
    return Listing.read(request.args, (), filters=rules.FILTERS)


def _sheet() -> str:
    """How the cards lie on the sheet; anything else in the address is ignored."""
    asked = request.args.get("sheet", "")
    return asked if asked in CARD_SHEETS else EIGHT.key


@blueprint.get("/badges")
@requires(Permission.PRINT_BADGES)
def badges() -> str:
    state = _listing()
    everyone = queries.badge_lines(g.congress.id)
    selection = BadgeSelection.read(state.filters, state.search)
    return render_template(
        "attendance/badges.html",
        listing=state,
        lines=selection.of(everyone),
        anyone=bool(everyone),
        sums=counted(everyone),
        fresh=Counter(each.face.badge_class for each in everyone if each.state is BadgeState.NOT_PRINTED),
        words=PRINTED_WORDS,
        states=BadgeState,
        classes=BadgeClass,
        units=units.choices(g.congress.id, my_scope(Permission.PRINT_BADGES)),
        runs=queries.runs(g.congress.id),
        sheets=[(key, _sheet_label(key)) for key in CARD_SHEETS],
        without_photo=sum(not each.face.photo for each in everyone if each.state in _PRINTABLE),
    )


_PRINTABLE = (BadgeState.NOT_PRINTED, BadgeState.PRINTED, BadgeState.CHANGED)


@blueprint.route("/badges/preview", methods=["GET", "POST"])
@requires(Permission.PRINT_BADGES)
def badges_preview() -> Response:
    """Specimens of what the list shows, or of the ticked ones, which are sent: an address would hold the token."""
    state = _listing()
    everyone = queries.badge_lines(g.congress.id)
    ticked = _ids(request.values.getlist("delegate"))
    lines = rules.chosen(everyone, ticked) or BadgeSelection.read(state.filters, state.search).of(everyone)
    sheet = _sheet()
    other = next(key for key in CARD_SHEETS if key != sheet)
    turned = [(_sheet_label(other), url_for("attendance.badges_preview", **state.args(), sheet=other))]
    return preview_response(
        printouts.specimens(
            g.congress, [each for each in lines if each.state in _PRINTABLE], today=today(), sheet=sheet
        ),
        links=[
            *([] if ticked else turned),  # the list offers both sheets for the ticked ones: no ids in an address
            (_("Về danh sách thẻ"), url_for("attendance.badges", **state.args())),
        ],
    )


def _sheet_label(key: str) -> str:
    sheet = CARD_SHEETS[key]
    return _("%(n)s thẻ %(width)s × %(height)s mm một trang", n=sheet.per_sheet, width=sheet.width, height=sheet.height)


@blueprint.post("/badges/print")
@requires(Permission.PRINT_BADGES)
def print_badges() -> str | Response:
    """First the page that says in numbers what will be recorded, then, confirmed, the act."""
    everyone = queries.badge_lines(g.congress.id)
    chosen = _chosen(everyone)
    form = PrintForm()
    if not chosen:
        flash(_("Chưa chọn đại biểu nào. Hãy đánh dấu ở đầu dòng."), "warning")
        return redirect(url_for("attendance.badges"))
    if "confirm" in request.form and form.validate():
        try:
            with transaction():
                run = actions.print_badges(
                    g.congress,
                    {each.id for each in chosen},
                    actor=current_user,
                    moment=now(),
                    reason=form.reason.data or "",
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi nhận in %(n)s thẻ. Tải tệp PDF bên dưới để in.", n=run.badges))
            return redirect(url_for("attendance.badge_run", run_id=run.id))
    return render_template(
        "attendance/print_badges.html",
        form=form,
        chosen=chosen,
        new=[each for each in chosen if not each.times],
        again=[each for each in chosen if each.times],
        without_photo=[each for each in chosen if not each.face.photo],
        classes=BadgeClass,
        words=PRINTED_WORDS,
    )


def _chosen(everyone: Iterable[BadgeLine]) -> list[BadgeLine]:
    """All new ones of a class, or the ticked ones."""
    wanted = request.form.get("new", "")
    if wanted in set(BadgeClass):
        new = BadgeSelection(BadgeState.NOT_PRINTED, BadgeClass(wanted))
        return new.of(everyone)
    return rules.chosen(everyone, _ids(request.form.getlist("delegate")))


def _ids(words: Iterable[str]) -> set[uuid.UUID]:
    ids = set()
    for word in list(words)[:2000]:
        try:
            ids.add(uuid.UUID(word))
        except ValueError:
            continue
    return ids


@blueprint.get("/badges/runs/<uuid:run_id>")
@requires(Permission.PRINT_BADGES)
def badge_run(run_id: uuid.UUID) -> str:
    run = queries.run(g.congress.id, run_id)
    return render_template(
        "attendance/badge_run.html",
        run=run,
        still=len(queries.of_run(g.congress.id, run.id)),
        sheets=[(key, _sheet_label(key)) for key in CARD_SHEETS],
    )


@blueprint.get("/badges/runs/<uuid:run_id>.pdf")
@requires(Permission.PRINT_BADGES)
def badge_run_pdf(run_id: uuid.UUID) -> Response:
    run = queries.run(g.congress.id, run_id)
    return pdf_response(printouts.badges_of_run(g.congress, run.id, today=today(), sheet=_sheet()))

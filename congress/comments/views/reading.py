"""Reading all comments in the order of the draft: on screen, as a workbook, on paper."""

import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flask import g, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.comments import queries, rules, sheets
from congress.comments.models import CommentRound, SheetFile
from congress.comments.printouts import comments_list
from congress.comments.rules import Opinion
from congress.comments.views.blueprint import blueprint
from congress.comments.vocabulary import Stance
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_on_paper
from congress.spreadsheets.response import download
from congress.units import queries as units
from congress.web.access import Permission, requires
from congress.web.listing import Listing, Pages

PER_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """The filters of the page, as the queries take them and as people read them."""

    listing: Listing
    version_id: uuid.UUID | None
    unit_id: uuid.UUID | None
    stance: Stance | None
    told: tuple[str, ...]

    @property
    def filters(self) -> dict[str, Any]:
        """As keyword arguments of the queries."""
        return {
            "search": self.listing.search,
            "version_id": self.version_id,
            "unit_id": self.unit_id,
            "stance": self.stance,
        }


def _wanted(round_: CommentRound, cells: list[tuple[uuid.UUID, str]]) -> Wanted:
    """What the URL asks for; words and ids that are none, or of no use here, are ignored."""
    listing = Listing.read(request.args, (), filters=("version", "unit", "stance"))
    titles = {draft.version_id: draft.version.full_title for draft in round_.drafts}
    names = dict(cells)
    version_id, unit_id = (_id(listing.filters.get(name, "")) for name in ("version", "unit"))
    version_id = version_id if version_id in titles else None
    unit_id = unit_id if unit_id in names else None
    word = listing.filters.get("stance", "")
    stance = Stance(word) if word in set(Stance) else None
    told = (
        titles[version_id] if version_id else "",
        names[unit_id] if unit_id else "",
        stance.label if stance else "",
        f"có chữ “{listing.search}”" if listing.search else "",
    )
    return Wanted(listing, version_id, unit_id, stance, tuple(filter(None, told)))


def _id(text: str) -> uuid.UUID | None:
    with suppress(ValueError):
        return uuid.UUID(text)
    return None


def _who(round_: CommentRound) -> list[tuple[uuid.UUID, str]]:
    """The cells and the respondents the office has named."""
    others = [(each.id, each.name) for each in queries.listed_respondents(round_)]
    return units.choices(g.congress.id, UnitScope.everything()) + others


@blueprint.get("/<uuid:round_id>/read")
@requires(Permission.READ_COMMENTS)
def read(round_id: uuid.UUID) -> str:
    """All comments of sent sheets in the order of the draft."""
    round_ = queries.one_round(g.congress.id, round_id)
    cells = _who(round_)
    wanted = _wanted(round_, cells)
    counts = queries.count_opinions(round_, **wanted.filters)
    total = sum(counts.values())
    pages = Pages(total, PER_PAGE, wanted.listing.page)
    opinions = queries.opinions(round_, **wanted.filters, limit=PER_PAGE, offset=pages.offset)
    return render_template(
        "comments/read.html",
        round=round_,
        cells=cells,
        wanted=wanted,
        counts=counts,
        total=total,
        pages=pages,
        places=rules.in_places(opinions),
        scans=_scans(round_, wanted.unit_id),
        stances=Stance,
    )


def _scans(round_: CommentRound, unit_id: uuid.UUID | None) -> Sequence[SheetFile]:
    """The scans of the one sheet that is read, once it was sent."""
    sheet = queries.sheet(round_, unit_id) if unit_id else None
    return queries.scans_of(sheet) if sheet is not None and sheet.sent_at else []


def _all(round_id: uuid.UUID) -> tuple[CommentRound, Wanted, list[Opinion]]:
    round_ = queries.one_round(g.congress.id, round_id)
    wanted = _wanted(round_, _who(round_))
    return round_, wanted, queries.opinions(round_, **wanted.filters)


@blueprint.get("/<uuid:round_id>/export")
@requires(Permission.READ_COMMENTS)
def export(round_id: uuid.UUID) -> Response:
    round_, wanted, opinions = _all(round_id)
    today = clock.today()
    notes = [f"{g.congress.title}, nhiệm kỳ {g.congress.term}", f"Số liệu ngày {date_on_paper(today)}"]
    if wanted.told:
        notes.append(f"Lọc theo: {', '.join(wanted.told)}")
    content = sheets.workbook(f"Ý KIẾN GÓP Ý: {round_.title}", opinions, notes)
    return download(content, f"{g.congress.slug}_y-kien-gop-y_{today:%Y-%m-%d}.xlsx")


def _printout(round_id: uuid.UUID) -> tuple[Printout, Wanted]:
    round_, wanted, opinions = _all(round_id)
    totals = queries.totals_of(round_)
    return comments_list(g.congress, round_, opinions, totals, today=clock.today(), filters=wanted.told), wanted


@blueprint.get("/<uuid:round_id>/print")
@requires(Permission.READ_COMMENTS)
def preview(round_id: uuid.UUID) -> Response:
    printout, wanted = _printout(round_id)
    args = wanted.listing.args()
    links = [
        (_("Quay lại"), url_for("comments.read", round_id=round_id, **args)),
        (_("Tải PDF"), url_for("comments.pdf", round_id=round_id, **args)),
    ]
    return preview_response(printout, links=links)


@blueprint.get("/<uuid:round_id>/print.pdf")
@requires(Permission.READ_COMMENTS)
def pdf(round_id: uuid.UUID) -> Response:
    return pdf_response(_printout(round_id)[0])

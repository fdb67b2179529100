"""Two versions of a document as a redline: on screen and on paper."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import g, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.drafts import queries
from congress.drafts.models import Document, DraftVersion
from congress.drafts.printouts import redline_paper
from congress.drafts.rules.redline import Place, shortened
from congress.drafts.views.blueprint import blueprint
from congress.drafts.vocabulary import MatchKind
from congress.printing.printout import Printout
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires
from congress.web.listing import Pages

PER_PAGE = 200


@dataclass(frozen=True)
class Wanted:
    """Which two versions the address asks for, by their numbers; the last two where it says nothing of use."""

    document: Document
    old: DraftVersion
    new: DraftVersion
    whole: bool

    @property
    def args(self) -> dict[str, Any]:
        """As arguments of an address."""
        args = {"document_id": self.document.id, "from": self.old.number, "to": self.new.number}
        return args | ({"whole": "1"} if self.whole else {})


def _wanted(document: Document, versions: Sequence[DraftVersion]) -> Wanted | None:
    """None where there are not two different versions to compare."""
    numbered = {each.number: each for each in versions}
    new = numbered.get(request.args.get("to", 0, type=int), versions[-1] if versions else None)
    earlier = [each for each in versions if new is not None and each.number < new.number]
    old = numbered.get(request.args.get("from", 0, type=int), earlier[-1] if earlier else None)
    if old is None or new is None or old is new:
        return None
    return Wanted(document, old, new, request.args.get("whole") == "1")


@blueprint.get("/<uuid:document_id>/compare")
@requires(Permission.READ_DRAFTS)
def compare(document_id: uuid.UUID) -> str:
    """?from= and ?to= are the numbers of two drafts; ?whole=1 shows what did not change too."""
    document = queries.document(g.congress.id, document_id)
    versions = queries.versions_of(g.congress.id, document_id)
    wanted = _wanted(document, versions)
    shown: dict[str, Any] = {}
    if wanted is not None:
        found = queries.comparison(wanted.old, wanted.new)
        lines = found.lines()
        touched = {(each.kind, each.old or each.new) for each in lines if each.touched and each.place is not Place.LEFT}
        told = lines if wanted.whole else shortened(lines)
        pages = Pages(len(told), PER_PAGE, request.args.get("page", 1, type=int))
        shown = {
            "found": found,
            "lines": told[pages.offset : pages.offset + PER_PAGE],
            "pages": pages,
            "sums": Counter(kind for kind, _places in touched),
            "kinds": MatchKind,
            "places": Place,
        }
    return render_template("drafts/compare.html", document=document, versions=versions, wanted=wanted, **shown)


def _paper(document_id: uuid.UUID) -> tuple[Printout, Wanted]:
    document = queries.document(g.congress.id, document_id)
    wanted = _wanted(document, queries.versions_of(g.congress.id, document_id))
    if wanted is None:
        raise RuleBroken(_("Văn kiện này chưa có hai lần dự thảo để so sánh."))
    found = queries.comparison(wanted.old, wanted.new)
    paper = redline_paper(g.congress, wanted.old, wanted.new, found, whole=wanted.whole, today=clock.today())
    return paper, wanted


@blueprint.get("/<uuid:document_id>/compare/print")
@requires(Permission.READ_DRAFTS)
def compare_print(document_id: uuid.UUID) -> Response:
    printout, wanted = _paper(document_id)
    links = [
        (_("Quay lại"), url_for("drafts.compare", **wanted.args)),
        (_("Tải PDF"), url_for("drafts.compare_pdf", **wanted.args)),
    ]
    return preview_response(printout, links=links)


@blueprint.get("/<uuid:document_id>/compare/print.pdf")
@requires(Permission.READ_DRAFTS)
def compare_pdf(document_id: uuid.UUID) -> Response:
    return pdf_response(_paper(document_id)[0])

"""A version on paper, as PDF and as a Word file; the pages and lines of its print, and finding a passage by them."""

import threading
import uuid

from flask import Flask, current_app, flash, g, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.congresses.models import Congress
from congress.database import let_go, transaction
from congress.drafts import actions, queries
from congress.drafts.models import DraftVersion
from congress.drafts.printouts import draft_paper, draft_word, layout_key
from congress.drafts.rules.places import read_cited, standing_at
from congress.drafts.views.blueprint import blueprint
from congress.printing.printout import LineNumbers, Printout
from congress.printing.problems import PrintFailed
from congress.printing.response import pdf_response, press, preview_response
from congress.web.access import Permission, requires
from congress.wordprocessing.response import word_response

AT_ONCE = 600
"""Passages up to which the lines are counted while the reader waits: a second or two."""


def _lines() -> LineNumbers:
    wanted = request.args.get("lines", "")
    return next((each for each in LineNumbers if each.value == wanted), LineNumbers.NONE)


def _paper(version: DraftVersion, lines: LineNumbers) -> Printout:
    return draft_paper(g.congress, version, queries.passages(g.congress.id, version.id), lines=lines)


@blueprint.get("/versions/<uuid:version_id>/print")
@requires(Permission.READ_DRAFTS)
def version_print(version_id: uuid.UUID) -> Response:
    """The draft as it will be printed; numbers of lines stand on the PDF only."""
    version = queries.version(g.congress.id, version_id)
    links = [
        (_("Quay lại"), url_for("drafts.version", version_id=version_id)),
        (_("Tải PDF"), url_for("drafts.version_pdf", version_id=version_id, lines=LineNumbers.BY_PAGE.value)),
    ]
    return preview_response(_paper(version, LineNumbers.NONE), links=links)


@blueprint.get("/versions/<uuid:version_id>/print.pdf")
@requires(Permission.READ_DRAFTS)
def version_pdf(version_id: uuid.UUID) -> Response:
    """?lines=page numbers the lines of every page, ?lines=through those of the whole draft."""
    return pdf_response(_paper(queries.version(g.congress.id, version_id), _lines()))


@blueprint.get("/versions/<uuid:version_id>/print.docx")
@requires(Permission.READ_DRAFTS)
def version_docx(version_id: uuid.UUID) -> Response:
    """The draft to write on in Word."""
    version = queries.version(g.congress.id, version_id)
    passages = queries.passages(g.congress.id, version_id)
    content = draft_word(g.congress, version, passages, lines=_lines())
    return word_response(_paper(version, LineNumbers.NONE), content)


@blueprint.post("/versions/<uuid:version_id>/lines")
@requires(Permission.READ_DRAFTS)
def count_lines(version_id: uuid.UUID) -> Response:
    """Work out on which pages and lines the passages stand; a long draft is laid out beside the request."""
    version = queries.version(g.congress.id, version_id)
    paper, key = _paper(version, LineNumbers.BY_PAGE), layout_key(g.congress, version)
    known, long = queries.layout(version, key), version.headings + version.paragraphs > AT_ONCE
    congress_id = g.congress.id
    let_go()
    if known is None and long:
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        arguments = (app, congress_id, version_id, paper, key)
        threading.Thread(target=_beside, args=arguments, name=f"lines-{version_id}", daemon=True).start()
        flash(_("Đang đếm trang, dòng của bản in. Bản dự thảo dài nên mất chừng một phút; hãy mở lại trang này sau."))
    elif known is None:
        try:
            _count(congress_id, version_id, paper, key)
        except PrintFailed as failed:
            flash(failed.sentence)
    return redirect(url_for("drafts.version", version_id=version_id))


def _beside(app: Flask, congress_id: uuid.UUID, version_id: uuid.UUID, paper: Printout, key: str) -> None:
    with app.app_context():
        try:
            _count(congress_id, version_id, paper, key)
        except PrintFailed as failed:
            app.logger.warning("lines of %s: %s", version_id, failed.sentence)


def _count(congress_id: uuid.UUID, version_id: uuid.UUID, paper: Printout, key: str) -> None:
    found = press().places(paper)
    with transaction():
        version = queries.version(congress_id, version_id)
        actions.keep_layout(version, key=key, pages=found.pages, spans=found.spans)


@blueprint.get("/versions/<uuid:version_id>/find")
@requires(Permission.READ_DRAFTS)
def find_line(version_id: uuid.UUID) -> Response:
    """Lead to the passage on a page and line of the printed draft: ?at=trang 5, dòng 12."""
    version = queries.version(g.congress.id, version_id)
    text = request.args.get("at", "")[:120]
    anchor = _anchor(g.congress, version, text)
    return redirect(url_for("drafts.version", version_id=version_id, _anchor=anchor or None))


def _anchor(congress: Congress, version: DraftVersion, text: str) -> str:
    """The anchor of the passage that is cited; nothing, and a sentence that says why, where there is none."""
    layout, cited = queries.layout(version, layout_key(congress, version)), read_cited(text)
    if cited is None:
        flash(_("Hãy ghi như “trang 5, dòng 12”."))
    elif layout is None:
        flash(_("Chưa đếm trang, dòng của bản in dự thảo này. Bấm “Hiện số trang, số dòng của bản in” rồi tìm lại."))
    elif (position := standing_at(layout.by_position, cited)) is None:
        flash(
            _(
                "Bản in có %(n)s trang; không có dòng %(line)s ở trang %(page)s.",
                n=layout.pages,
                line=cited.line,
                page=cited.page,
            )
        )
    else:
        return f"p{position}"
    return ""

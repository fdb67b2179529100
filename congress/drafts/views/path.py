"""Pages of a document's way to the congress: recording and correcting steps, the progress of all on paper."""

import uuid
from datetime import date
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.drafts import actions, queries
from congress.drafts.forms import StepForm
from congress.drafts.models import Document
from congress.drafts.printouts import progress_paper
from congress.drafts.rules import path as path_rules
from congress.drafts.rules.path import Drawn
from congress.drafts.views.blueprint import asked_about, blueprint
from congress.drafts.vocabulary import PathState
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import date_on_paper, parse_date
from congress.web.access import Permission, requires
from congress.web.filters import label


def in_words(message: str, details: tuple[tuple[str, Any], ...]) -> str:
    """A remark or a reason of the rules as a sentence in the interface language."""
    values = {
        name: date_on_paper(value) if isinstance(value, date) else label(value) if name == "state" else value
        for name, value in details
    }
    return _(message, **values)


def path_shown(document: Document) -> dict[str, Any]:
    """What the document's page shows of its way: stations, steps, what is odd, what the facts suggest."""
    path = path_rules.path_of(document.kind, document.level)
    steps = document.path
    today = clock.today()
    drawn = [Drawn(each.id, each.number, each.dated or clock.day_of(each.recorded_at)) for each in document.versions]
    return {
        "stations": path_rules.stations(path, steps),
        "steps": list(reversed(document.steps)),
        "labels": {each.id: each for each in document.versions},
        "odd": [in_words(each.message, each.details) for each in path_rules.remarks(path, steps, today)],
        "proposed": [
            (each, in_words(each.why, each.details))
            for each in path_rules.proposals(path, steps, drawn, asked_about(), today)
        ],
        "voted": path_rules.is_voted(document.kind),
        "not_voted_source": path_rules.NOT_VOTED,
    }


def _form(document: Document, **values: Any) -> StepForm:
    form = StepForm(**values)
    path = path_rules.path_of(document.kind, document.level)
    form.offer(path, [(each.id, _("Dự thảo lần %(n)s", n=each.number)) for each in document.versions])
    return form


def _suggest(form: StepForm, document: Document) -> None:
    """Fill in what the address proposes (?state=, ?day=, ?draft=), or what usually comes next, today."""
    path = path_rules.path_of(document.kind, document.level)
    wanted = request.args.get("state", "")
    known = {state.value for state in path}
    form.state.data = wanted if wanted in known else path_rules.next_state(path, document.state).value
    try:
        form.day.data = parse_date(request.args.get("day", ""))
    except RuleBroken:
        form.day.data = clock.today()
    drafts = {str(each.id): each.id for each in document.versions}
    newest = document.versions[0].id if document.versions else None
    form.draft_id.data = drafts.get(request.args.get("draft", ""), newest)


@blueprint.route("/<uuid:document_id>/steps/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def new_step(document_id: uuid.UUID) -> str | Response:
    """Say where the document has come to."""
    document = queries.document(g.congress.id, document_id)
    form = _form(document)
    if not form.is_submitted():
        form.version.data = document.version
        _suggest(form, document)
    elif form.validate():
        try:
            with transaction():
                actions.record_step(document, actor=current_user, **form.written)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi bước “%(state)s”.", state=label(PathState(form.state.data))))
            return redirect(url_for("drafts.show", document_id=document_id))
    document = queries.document(g.congress.id, document_id)
    return render_template("drafts/step.html", form=form, document=document, step=None, last=False)


@blueprint.route("/<uuid:document_id>/steps/<uuid:step_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def step(document_id: uuid.UUID, step_id: uuid.UUID) -> str | Response:
    """Correct what was recorded of a step."""
    document = queries.document(g.congress.id, document_id)
    found = queries.step(document, step_id)
    form = _form(document, obj=found)
    if not form.is_submitted():
        form.state.data = found.state.value
    if form.validate_on_submit():
        try:
            with transaction():
                actions.correct_step(document, found, actor=current_user, **form.written)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã sửa bước “%(state)s”.", state=label(PathState(form.state.data))))
            return redirect(url_for("drafts.show", document_id=document_id))
    document = queries.document(g.congress.id, document_id)
    found = queries.step(document, step_id)
    last = found.number == queries.next_step(document) - 1
    return render_template("drafts/step.html", form=form, document=document, step=found, last=last)


@blueprint.post("/<uuid:document_id>/steps/<uuid:step_id>/remove")
@requires(Permission.MANAGE_DRAFTS)
def remove_step(document_id: uuid.UUID, step_id: uuid.UUID) -> Response:
    """Take back the step recorded last."""
    document = queries.document(g.congress.id, document_id)
    found = queries.step(document, step_id)
    with transaction():
        actions.remove_last_step(document, found, actor=current_user)
    flash(_("Đã bỏ bước ghi sau cùng."))
    return redirect(url_for("drafts.show", document_id=document_id))


@blueprint.get("/progress/print")
@requires(Permission.READ_DRAFTS)
def progress_print() -> Response:
    """The progress of all documents, as it will be printed."""
    links = [(_("Quay lại"), url_for("drafts.listing")), (_("Tải PDF"), url_for("drafts.progress_pdf"))]
    paper = progress_paper(g.congress, queries.documents(g.congress.id), today=clock.today())
    return preview_response(paper, links=links)


@blueprint.get("/progress.pdf")
@requires(Permission.READ_DRAFTS)
def progress_pdf() -> Response:
    """The same as PDF."""
    return pdf_response(progress_paper(g.congress, queries.documents(g.congress.id), today=clock.today()))

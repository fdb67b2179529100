"""Bringing in a workbook of cells: template, file, preview, answers, confirmation."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import flash, g, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import let_go, now, transaction
from congress.shared.clock import today
from congress.shared.problems import RuleBroken
from congress.spreadsheets import jobs, pages, previews
from congress.spreadsheets.jobs import Job
from congress.spreadsheets.meanwhile import Moved
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import STATES, PreviewRow, worst_first
from congress.spreadsheets.response import download
from congress.spreadsheets.stages import AT_WORK, Stage
from congress.spreadsheets.templates import write_template
from congress.units import forms, queries, sheets
from congress.units.actions import imports
from congress.units.forms import WorkbookForm
from congress.units.views.frame import blueprint
from congress.web.access import Permission, my_scope, requires
from congress.web.base_form import said
from congress.web.listing import Listing, Pages

KIND = "units"
LABELS = {column.key: column.label for column in sheets.INCOMING}


def _one(preview_id: uuid.UUID, **how: bool) -> ImportPreview:
    return previews.one(g.congress.id, current_user.id, KIND, preview_id, moment=now(), **how)


def _job(preview: ImportPreview) -> Job:
    """How this file's rows are looked up, beside the request as well."""
    congress_id, day = g.congress.id, today()

    def match(table: Any, answers: Any, tell: Callable[[int], None]) -> Any:
        return [each.row for each in imports.plan(congress_id, table, day, answers, tell)]

    return Job(congress_id, preview.id, sheets.INCOMING, match)


@blueprint.route("/import", methods=["GET", "POST"])
@requires(Permission.MANAGE_UNITS)
def import_upload() -> str | Response:
    form = WorkbookForm()
    if form.validate_on_submit():
        try:
            preview = _take_in(form)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return redirect(url_for("units.import_show", unit_preview_id=preview.id))
    waiting = previews.waiting(g.congress.id, current_user.id, KIND, moment=now())
    return render_template("units/import.html", form=form, waiting=waiting, columns=sheets.INCOMING)


def _take_in(form: WorkbookForm) -> ImportPreview:
    """Keep the file and read it, or have it read. Raises RuleBroken, and keeps nothing, when a small one is refused."""
    let_go()  # taking a file in takes its time; nobody else shall wait for the database meanwhile
    content, name = pages.file_sent(form.file.data)
    with transaction():
        kept = previews.keep(g.congress.id, current_user.id, KIND, content, name, moment=now())
        job, kept_id = _job(kept), kept.id
    jobs.start(job, len(content))
    preview = _one(kept_id)
    if preview.stage is Stage.FAILED:
        broken = RuleBroken(preview.failure, "file", **preview.failure_values)
        with transaction():
            previews.discard(_one(kept_id))
        raise broken
    return preview


@blueprint.get("/import/template")
@requires(Permission.MANAGE_UNITS)
def import_template() -> Response:
    """The blank template, or with `filled` the cells as they are recorded, to be corrected and sent again."""
    scope = my_scope(Permission.MANAGE_UNITS)
    recorded = queries.listed(g.congress.id, scope) if request.args.get("filled") else []
    content = write_template("DANH SÁCH CHI BỘ, ĐẢNG BỘ TRỰC THUỘC", sheets.INCOMING, rows=sheets.as_rows(recorded))
    return download(content, f"{g.congress.slug}_mau-chi-bo_{today():%Y-%m-%d}.xlsx")


@blueprint.get("/import/<uuid:unit_preview_id>")
@requires(Permission.MANAGE_UNITS)
def import_show(unit_preview_id: uuid.UUID) -> str:
    preview = _one(unit_preview_id, whole=True)
    state = Listing.read(request.args, (), filters=("state",))
    rows = worst_first(preview.rows or [], pages.state_asked(state.filters))
    paged = Pages(len(rows), pages.ROWS, state.page)
    return render_template(
        "units/import_show.html",
        preview=preview,
        at_work=preview.stage in AT_WORK,
        orphaned=previews.is_orphaned(preview, now()),
        failure=said(RuleBroken(preview.failure, **preview.failure_values)) if preview.failure else "",
        listing=state,
        rows=[PreviewRow.from_plain(each) for each in rows[paged.offset : paged.last]],
        pages=paged,
        states=STATES,
        labels=LABELS,
        form=WorkbookForm(),
    )


@blueprint.get("/import/<uuid:unit_preview_id>/progress")
@requires(Permission.MANAGE_UNITS)
def import_progress(unit_preview_id: uuid.UUID) -> Response:
    preview = _one(unit_preview_id)
    working = preview.stage in AT_WORK and not previews.is_orphaned(preview, now())
    return jsonify(stage=preview.stage.value, done=preview.done, total=preview.total, working=working)


@blueprint.post("/import/<uuid:unit_preview_id>/answers")
@requires(Permission.MANAGE_UNITS)
def import_answers(unit_preview_id: uuid.UUID) -> Response:
    with transaction():
        preview = _one(unit_preview_id, whole=True, lock=True)
        previews.answer(preview, pages.answers_sent(request.form, preview.preview, preview.said), now())
        job, total = _job(preview), preview.total
    jobs.start_again(job, total)
    return redirect(url_for("units.import_show", unit_preview_id=unit_preview_id))


@blueprint.post("/import/<uuid:unit_preview_id>/again")
@requires(Permission.MANAGE_UNITS)
def import_again(unit_preview_id: uuid.UUID) -> Response:
    """Look everything up again: after a mishap, or because what is recorded has changed."""
    with transaction():
        preview = _one(unit_preview_id, lock=True)
        previews.restart(preview, now())
        job, total = _job(preview), preview.total
    jobs.start_again(job, total)
    return redirect(url_for("units.import_show", unit_preview_id=unit_preview_id))


@blueprint.post("/import/<uuid:unit_preview_id>/discard")
@requires(Permission.MANAGE_UNITS)
def import_discard(unit_preview_id: uuid.UUID) -> Response:
    with transaction():
        previews.discard(_one(unit_preview_id))
    flash(_("Đã bỏ tệp. Chưa có gì được ghi."))
    return redirect(url_for("units.import_upload"))


@blueprint.route("/import/<uuid:unit_preview_id>/confirm", methods=["GET", "POST"])
@requires(Permission.MANAGE_UNITS)
def import_confirm(unit_preview_id: uuid.UUID) -> str | Response:
    """What the import will do, in numbers; then it does it, once."""
    here = url_for("units.import_show", unit_preview_id=unit_preview_id)
    form = forms.EmptyForm()
    preview = _one(unit_preview_id)
    if form.validate_on_submit():
        try:
            with transaction():
                _bring_in(unit_preview_id)
        except Moved as moved:
            with transaction():
                previews.settle(_one(unit_preview_id, lock=True), moved.rows)
            flash(
                _("Chưa nhập, chưa có gì được ghi: dữ liệu đã khác lúc xem trước. Hãy xem các dòng được đánh dấu."),
                "warning",
            )
        except RuleBroken as broken:
            flash(said(broken), "warning")
        else:
            flash(_("Đã nhập xong tệp %(name)s.", name=_one(unit_preview_id).file_name))
        return redirect(here)
    try:
        previews.refuse_unless_importable(preview)
    except RuleBroken as broken:
        if preview.stage is not Stage.IMPORTED:
            flash(said(broken), "warning")
        return redirect(here)
    return render_template("units/import_confirm.html", preview=preview, sums=preview.sums)


def _bring_in(preview_id: uuid.UUID) -> None:
    """Import a preview that was not imported yet; held meanwhile, so that a second click waits and finds it done."""
    preview = _one(preview_id, whole=True, lock=True)
    if preview.stage is Stage.IMPORTED:
        return
    previews.refuse_unless_importable(preview)
    rows = imports.bring_in(
        g.congress,
        preview,
        preview.table,
        actor=current_user,
        today=today(),
        answers=preview.said,
        seen=preview.preview,
    )
    previews.imported(preview, rows, now())

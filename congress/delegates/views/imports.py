"""Bringing in a workbook of delegates: template, file, preview, answers, confirmation."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import flash, g, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.congresses import queries as congresses
from congress.database import let_go, now, transaction
from congress.delegates import forms, queries
from congress.delegates.actions import imports
from congress.delegates.forms import WorkbookForm
from congress.delegates.rules import registration
from congress.delegates.sheets import incoming
from congress.delegates.views.frame import blueprint, is_reviewer, today, unit_of
from congress.shared.problems import RuleBroken
from congress.spreadsheets import jobs, pages, previews
from congress.spreadsheets.jobs import Job
from congress.spreadsheets.meanwhile import Moved
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import STATES, PreviewRow, worst_first
from congress.spreadsheets.response import download
from congress.spreadsheets.stages import AT_WORK, Stage
from congress.spreadsheets.templates import write_template
from congress.units import queries as units
from congress.units.models import Unit
from congress.web.access import Permission, my_scope, requires
from congress.web.base_form import said
from congress.web.listing import Listing, Pages

KIND = "delegates"
LABELS = {column.key: column.label for column in incoming.INCOMING}


def _of_unit() -> Unit | None:
    """The cell the page is opened for: the one in the address, or the only one its reader registers for."""
    wanted = request.args.get("unit", type=uuid.UUID)
    mine = my_scope(Permission.REGISTER_DELEGATES).unit_ids
    only = wanted or (next(iter(mine)) if mine is not None and len(mine) == 1 else None)
    return unit_of(only, Permission.REGISTER_DELEGATES) if only else None


def _one(preview_id: uuid.UUID, **how: bool) -> ImportPreview:
    return previews.one(g.congress.id, current_user.id, KIND, preview_id, moment=now(), **how)


def _rights(unit_id: uuid.UUID | None) -> dict[str, Any]:
    return {
        "scope": my_scope(Permission.REGISTER_DELEGATES),
        "visible": my_scope(Permission.READ_DELEGATES),
        "as_reviewer": is_reviewer(),
        "today": today(),
        "only": unit_id,
    }


def _job(preview: ImportPreview) -> Job:
    """How this file's rows are looked up, beside the request as well: with what its sender may do now."""
    congress_id, rights = g.congress.id, _rights(preview.unit_id)

    def match(table: Any, answers: Any, tell: Callable[[int], None]) -> Any:
        [congress] = congresses.those([congress_id])
        terms = imports.terms_of(congress, **rights)
        return [each.row for each in imports.plan(congress_id, table, terms, answers, tell)]

    return Job(congress_id, preview.id, incoming.INCOMING, match)


def _refuse_locked(unit: Unit | None) -> None:
    """A cell whose list is closed learns it before it fills in a workbook."""
    if unit is not None and not is_reviewer():
        registration.refuse_locked(queries.registration_of(g.congress, unit).window, today())


@blueprint.route("/import", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def import_upload() -> str | Response:
    unit, form = _of_unit(), WorkbookForm()
    _refuse_locked(unit)
    if form.validate_on_submit():
        try:
            preview = _take_in(form, unit.id if unit else None)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return redirect(url_for("delegates.import_show", delegate_preview_id=preview.id))
        unit = _of_unit()
    waiting = previews.waiting(g.congress.id, current_user.id, KIND, moment=now())
    return render_template("delegates/import.html", form=form, unit=unit, waiting=waiting, columns=incoming.INCOMING)


def _take_in(form: WorkbookForm, unit_id: uuid.UUID | None) -> ImportPreview:
    """Keep the file and read it, or have it read. Raises RuleBroken, and keeps nothing, when a small one is refused."""
    let_go()  # taking a file in takes its time; nobody else shall wait for the database meanwhile
    content, name = pages.file_sent(form.file.data)
    with transaction():
        kept = previews.keep(g.congress.id, current_user.id, KIND, content, name, moment=now(), unit_id=unit_id)
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
@requires(Permission.REGISTER_DELEGATES)
def import_template() -> Response:
    """The blank template, or with `filled` the delegates as they are recorded, to be corrected and sent again."""
    unit, scope = _of_unit(), my_scope(Permission.REGISTER_DELEGATES)
    names = dict(units.choices(g.congress.id, scope))
    wanted = [unit.id] if unit is not None else list(names)
    recorded = queries.entries(g.congress.id) if request.args.get("filled") else []
    entries = [each for each in recorded if each.unit_id in wanted]
    title = "DANH SÁCH ĐẠI BIỂU" if unit is None else f"DANH SÁCH ĐẠI BIỂU CỦA {unit.name.upper()}"
    content = write_template(title, incoming.INCOMING, rows=incoming.as_rows(entries, names))
    return download(content, f"{g.congress.slug}_mau-dai-bieu_{today():%Y-%m-%d}.xlsx")


@blueprint.get("/import/<uuid:delegate_preview_id>")
@requires(Permission.REGISTER_DELEGATES)
def import_show(delegate_preview_id: uuid.UUID) -> str:
    preview = _one(delegate_preview_id, whole=True)
    state = Listing.read(request.args, (), filters=("state",))
    rows = worst_first(preview.rows or [], pages.state_asked(state.filters))
    paged = Pages(len(rows), pages.ROWS, state.page)
    return render_template(
        "delegates/import_show.html",
        preview=preview,
        unit=units.one(g.congress.id, my_scope(Permission.REGISTER_DELEGATES), preview.unit_id)
        if preview.unit_id
        else None,
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


@blueprint.get("/import/<uuid:delegate_preview_id>/progress")
@requires(Permission.REGISTER_DELEGATES)
def import_progress(delegate_preview_id: uuid.UUID) -> Response:
    preview = _one(delegate_preview_id)
    working = preview.stage in AT_WORK and not previews.is_orphaned(preview, now())
    return jsonify(stage=preview.stage.value, done=preview.done, total=preview.total, working=working)


@blueprint.post("/import/<uuid:delegate_preview_id>/answers")
@requires(Permission.REGISTER_DELEGATES)
def import_answers(delegate_preview_id: uuid.UUID) -> Response:
    with transaction():
        preview = _one(delegate_preview_id, whole=True, lock=True)
        previews.answer(preview, pages.answers_sent(request.form, preview.preview, preview.said), now())
        job, total = _job(preview), preview.total
    jobs.start_again(job, total)
    return redirect(url_for("delegates.import_show", delegate_preview_id=delegate_preview_id))


@blueprint.post("/import/<uuid:delegate_preview_id>/again")
@requires(Permission.REGISTER_DELEGATES)
def import_again(delegate_preview_id: uuid.UUID) -> Response:
    """Look everything up again: after a mishap, or because what is recorded has changed."""
    with transaction():
        preview = _one(delegate_preview_id, lock=True)
        previews.restart(preview, now())
        job, total = _job(preview), preview.total
    jobs.start_again(job, total)
    return redirect(url_for("delegates.import_show", delegate_preview_id=delegate_preview_id))


@blueprint.post("/import/<uuid:delegate_preview_id>/discard")
@requires(Permission.REGISTER_DELEGATES)
def import_discard(delegate_preview_id: uuid.UUID) -> Response:
    with transaction():
        unit_id = previews.discard(_one(delegate_preview_id)).unit_id
    flash(_("Đã bỏ tệp. Chưa có gì được ghi."))
    return redirect(url_for("delegates.import_upload", unit=unit_id))


@blueprint.route("/import/<uuid:delegate_preview_id>/confirm", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def import_confirm(delegate_preview_id: uuid.UUID) -> str | Response:
    """What the import will do, in numbers; then it does it, once."""
    here = url_for("delegates.import_show", delegate_preview_id=delegate_preview_id)
    form = forms.EmptyForm()
    preview = _one(delegate_preview_id)
    if form.validate_on_submit():
        try:
            with transaction():
                _bring_in(delegate_preview_id)
        except Moved as moved:
            with transaction():
                previews.settle(_one(delegate_preview_id, lock=True), moved.rows)
            flash(
                _("Chưa nhập, chưa có gì được ghi: dữ liệu đã khác lúc xem trước. Hãy xem các dòng được đánh dấu."),
                "warning",
            )
        except RuleBroken as broken:
            flash(said(broken), "warning")
        else:
            flash(_("Đã nhập xong tệp %(name)s.", name=_one(delegate_preview_id).file_name))
        return redirect(here)
    try:
        previews.refuse_unless_importable(preview)
    except RuleBroken as broken:
        if preview.stage is not Stage.IMPORTED:
            flash(said(broken), "warning")
        return redirect(here)
    return render_template("delegates/import_confirm.html", preview=preview, sums=preview.sums, reviewer=is_reviewer())


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
        terms=imports.terms_of(g.congress, **_rights(preview.unit_id)),
        answers=preview.said,
        seen=preview.preview,
    )
    previews.imported(preview, rows, now())

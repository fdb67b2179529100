"""Reports: drawn up, explained, signed, adopted; the people behind every figure; paper and workbook."""

import uuid
from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.credentials import forms, printouts, queries, sheets
from congress.credentials.actions import reports as actions
from congress.credentials.models import CredentialsReport
from congress.credentials.rules import wording
from congress.credentials.views.frame import blueprint, may_check, report_of, turned_back
from congress.database import transaction
from congress.journal import queries as journal
from congress.printing.response import pdf_response, preview_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import tidy_lines
from congress.spreadsheets.response import download
from congress.web.access import Permission, may, requires


@blueprint.route("/reports/new", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def draw_up() -> str | Response:
    form = forms.DrawUpForm(data={"day": clock.today()})
    if form.validate_on_submit():
        try:
            with transaction():
                made = actions.draw_up(g.congress, actor=current_user, typed=form.typed(), **form.settings())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lập báo cáo số %(n)s. Các số được giữ nguyên như lúc này.", n=made.number))
            return redirect(url_for("credentials.report", report_id=made.id))
    return render_template("credentials/report_new.html", form=form)


@blueprint.route("/reports/<uuid:report_id>", methods=["GET", "POST"])
@requires(Permission.READ_CREDENTIALS)
def report(report_id: uuid.UUID) -> str | Response:
    """The report; sent, its explanations and sentences are saved."""
    row = report_of(report_id)
    form = forms.ExplainForm(obj=row) if may_check() else None
    if form is not None and form.validate_on_submit():
        given = {
            each["key"]: tidy_lines(request.form.get(f"e{place}") or "")
            for place, each in enumerate(row.contradictions)
        }
        try:
            with transaction():
                values = form.data_to_save()
                actions.explain(row, actor=current_user, version=values.pop("version"), explanations=given, **values)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu báo cáo."))
            return redirect(url_for("credentials.report", report_id=row.id))
    return _page(row, form)


def _page(row: CredentialsReport, form: forms.ExplainForm | None) -> str:
    known = queries.lines(g.congress)
    return render_template(
        "credentials/report.html",
        report=row,
        figures=row.kept,
        form=form,
        typed=request.form if request.method == "POST" else None,
        changes=queries.changes_since(g.congress, [row], known)[row.id],
        said=_said,
        values_of=_values,
        checks=may_check(),
        intact=actions.is_intact(row),
        history_entries=journal.history_of(g.congress.id, row.id) if may(Permission.READ_JOURNAL) else None,
    )


def _said(label: str) -> str:
    """A label the report keeps, in the interface language."""
    message, values = wording.sentence(label)
    return _(message, **values)


def _values(found: dict[str, Any]) -> dict[str, Any]:
    """The values of a kept contradiction; the block it speaks of in the interface language."""
    values = found["values"]
    return values | {"block": _said(values["block"])} if "block" in values else values


@blueprint.get("/reports/<uuid:report_id>/people/<name>")
@requires(Permission.READ_CREDENTIALS)
def people(report_id: uuid.UUID, name: str) -> str:
    """Who stands behind a figure: `name` is the block's key and the row's place, "age-2"."""
    row = report_of(report_id)
    figures = row.kept
    key, _dash, place = name.rpartition("-")
    block = figures.block(key)
    if block is None or not place.isdecimal() or int(place) >= len(block.rows):
        abort(404)
    line = block.rows[int(place)]
    return render_template(
        "credentials/people.html",
        report=row,
        block=block,
        row=line,
        said=_said,
        people=[figures.people[each] for each in line.who],
    )


@blueprint.route("/reports/<uuid:report_id>/sign", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def sign(report_id: uuid.UUID) -> str | Response:
    row = report_of(report_id)
    form = forms.SignForm(obj=row)
    form.signed_by.label.text = _("Người ký (Trưởng ban hoặc ủy viên)") if row.by_committee else _("Người ký (Bí thư)")
    if not form.is_submitted():
        form.signed_by.data = queries.signer(g.congress, row)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.sign(g.congress, row, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ký báo cáo số %(n)s.", n=row.number))
            return redirect(url_for("credentials.report", report_id=row.id))
    return render_template("credentials/sign.html", report=row, form=form, figures=row.kept)


@blueprint.route("/reports/<uuid:report_id>/adopt", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def adopt(report_id: uuid.UUID) -> str | Response:
    row = report_of(report_id)
    form = forms.AdoptForm(obj=row)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.adopt(g.congress, row, actor=current_user, today=clock.today(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi việc thông qua. Từ nay không thay thế đại biểu nữa."))
            return redirect(url_for("credentials.report", report_id=row.id))
    return render_template("credentials/adopt.html", report=row, form=form, figures=row.kept)


@blueprint.route("/reports/<uuid:report_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def withdraw(report_id: uuid.UUID) -> str | Response:
    row = report_of(report_id)
    form = forms.WithdrawForm(obj=row)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.withdraw(g.congress, row, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã rút lại việc thông qua báo cáo."))
            return redirect(url_for("credentials.report", report_id=row.id))
    return render_template("credentials/withdraw.html", report=row, form=form)


@blueprint.route("/reports/<uuid:report_id>/remove", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def remove(report_id: uuid.UUID) -> str | Response:
    row = report_of(report_id)
    form = forms.EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.remove(row, actor=current_user)
        except RuleBroken as broken:
            return turned_back(broken, "credentials.report", report_id=row.id)
        flash(_("Đã xóa dự thảo báo cáo."))
        return redirect(url_for("credentials.home"))
    return render_template("credentials/remove.html", report=row)


@blueprint.get("/reports/<uuid:report_id>/preview")
@requires(Permission.READ_CREDENTIALS)
def preview(report_id: uuid.UUID) -> Response:
    row = report_of(report_id)
    links = [
        (_("Tải PDF"), url_for("credentials.pdf", report_id=row.id)),
        (_("Xuất Excel"), url_for("credentials.export", report_id=row.id)),
        (_("Về báo cáo"), url_for("credentials.report", report_id=row.id)),
    ]
    return preview_response(printouts.report(row), links=links)


@blueprint.get("/reports/<uuid:report_id>/report.pdf")
@requires(Permission.READ_CREDENTIALS)
def pdf(report_id: uuid.UUID) -> Response:
    return pdf_response(printouts.report(report_of(report_id)))


@blueprint.get("/reports/<uuid:report_id>/export")
@requires(Permission.READ_CREDENTIALS)
def export(report_id: uuid.UUID) -> Response:
    row = report_of(report_id)
    content = sheets.workbook(row)
    return download(content, f"{g.congress.slug}_tham-tra-tu-cach-{row.number}_{row.day:%Y-%m-%d}.xlsx")

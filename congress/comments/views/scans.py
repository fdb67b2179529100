"""Scans of the signed paper of a sheet: attached, downloaded by those who may read the sheet, taken away."""

import uuid

from flask import abort, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from congress.comments import queries
from congress.comments.actions import files
from congress.comments.forms import ScanForm
from congress.comments.models import Sheet
from congress.comments.views.blueprint import blueprint
from congress.comments.views.desk import Desk, open_desk
from congress.database import transaction
from congress.shared.attachments import MEDIA_TYPES
from congress.shared.problems import RuleBroken
from congress.storage import storage
from congress.web.access import Permission, my_scope, requires
from congress.web.downloads import download


def _sheet(desk: Desk) -> Sheet:
    if desk.sheet is None:
        raise NotFound
    return desk.sheet


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>/scans/new", methods=["GET", "POST"])
@requires(Permission.COMMENT)
def add_scan(round_id: uuid.UUID, unit_id: uuid.UUID) -> str | Response:
    """Attach a scan, before or after the sheet was sent."""
    desk = open_desk(round_id, unit_id)
    sheet = _sheet(desk)
    form = ScanForm()
    if form.validate_on_submit():
        try:
            paper = form.paper()
            with transaction():
                files.keep_scan(sheet, paper, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã đính kèm %(name)s.", name=paper.name))
            return redirect(url_for("comments.sheet", **desk.ids) + "#scans")
    return render_template("comments/scan.html", form=form, desk=desk)


@blueprint.get("/<uuid:round_id>/cells/<uuid:unit_id>/scans/<uuid:scan_id>")
@requires(Permission.COMMENT)
def scan(round_id: uuid.UUID, unit_id: uuid.UUID, scan_id: uuid.UUID) -> Response:
    return _downloaded(_sheet(open_desk(round_id, unit_id)), scan_id)


@blueprint.get("/<uuid:round_id>/read/<uuid:unit_id>/scans/<uuid:scan_id>")
@requires(Permission.READ_COMMENTS)
def read_scan(round_id: uuid.UUID, unit_id: uuid.UUID, scan_id: uuid.UUID) -> Response:
    """The same for those who read all sent sheets; what was not sent only for whoever types sheets in."""
    sheet = queries.sheet(queries.one_round(g.congress.id, round_id), unit_id)
    if sheet is None or not (sheet.sent_at or my_scope(Permission.COMMENT).is_everything):
        raise NotFound
    return _downloaded(sheet, scan_id)


def _downloaded(sheet: Sheet, scan_id: uuid.UUID) -> Response:
    row = queries.scan(sheet, scan_id)
    try:
        content = storage().read(row.place)
    except FileNotFoundError:
        abort(404)
    return download(content, row.name, MEDIA_TYPES[row.extension])


@blueprint.post("/<uuid:round_id>/cells/<uuid:unit_id>/scans/<uuid:scan_id>/remove")
@requires(Permission.COMMENT)
def remove_scan(round_id: uuid.UUID, unit_id: uuid.UUID, scan_id: uuid.UUID) -> Response:
    desk = open_desk(round_id, unit_id)
    sheet = _sheet(desk)
    row = queries.scan(sheet, scan_id)
    name = row.name
    with transaction():
        files.drop_scan(sheet, row, actor=current_user)
    flash(_("Đã bỏ tệp %(name)s.", name=name))
    return redirect(url_for("comments.sheet", **desk.ids) + "#scans")

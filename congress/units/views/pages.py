"""The list of cells, its grid and workbook, and single cells."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.spreadsheets.response import download
from congress.units import actions, forms, queries, rules, sheets
from congress.units.forms import EmptyForm, UnitForm
from congress.units.models import Unit
from congress.units.views.frame import blueprint
from congress.units.vocabulary import UnitKind
from congress.web.access import Permission, my_scope, requires
from congress.web.listing import Listing


def _listing() -> Listing:
    return Listing.read(request.args, sheets.COLUMNS, filters=("kind",), order="position")


def _rows(listing: Listing) -> list[Unit]:
    kind = listing.filters.get("kind")
    return list(
        queries.listed(
            g.congress.id,
            my_scope(Permission.READ_UNITS),
            search=listing.search,
            kind=UnitKind(kind) if kind in set(UnitKind) else None,
            order=listing.order,
            descending=listing.descending,
        )
    )


def _one(unit_id: uuid.UUID, permission: Permission) -> Unit:
    return queries.one(g.congress.id, my_scope(permission), unit_id)


@blueprint.get("/")
@requires(Permission.READ_UNITS)
def listing() -> str:
    state = _listing()
    units = _rows(state)
    sums = rules.add_up(unit.figures for unit in units)
    gap = rules.quota_gap(sums, g.congress.official_total, g.congress.alternate_total)
    return render_template("units/list.html", listing=state, units=units, sums=sums, gap=gap, kinds=UnitKind)


@blueprint.get("/export")
@requires(Permission.READ_UNITS)
def export() -> Response:
    state = _listing()
    units = _rows(state)
    notes = [f"{g.congress.title}, nhiệm kỳ {g.congress.term}"]
    if state.narrowed:
        notes.append(f"Lọc theo: {', '.join(filter(None, [state.search, *state.filters.values()]))}")
    content = sheets.workbook(
        "DANH SÁCH CHI BỘ, ĐẢNG BỘ TRỰC THUỘC", state, units, rules.add_up(unit.figures for unit in units), notes
    )
    return download(content, f"{g.congress.slug}_chi-bo_{clock.today():%Y-%m-%d}.xlsx")


@blueprint.get("/<uuid:unit_id>")
@requires(Permission.READ_UNITS)
def show(unit_id: uuid.UUID) -> str:
    unit = _one(unit_id, Permission.READ_UNITS)
    return render_template(
        "units/show.html", unit=unit, history_entries=journal.history_of(g.congress.id, unit.id), remove=EmptyForm()
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_UNITS)
def new() -> str | Response:
    form = UnitForm()
    if form.validate_on_submit():
        try:
            with transaction():
                unit = actions.add(g.congress, actor=current_user, today=clock.today(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm %(name)s.", name=unit.name))
            return redirect(url_for("units.listing"))
    return render_template("units/edit.html", form=form, unit=None)


@blueprint.route("/<uuid:unit_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_UNITS)
def edit(unit_id: uuid.UUID) -> str | Response:
    unit = _one(unit_id, Permission.MANAGE_UNITS)
    form = UnitForm(obj=unit)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change(unit, actor=current_user, today=clock.today(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu %(name)s.", name=unit.name))
            return redirect(url_for("units.show", unit_id=unit.id))
    return render_template("units/edit.html", form=form, unit=unit)


@blueprint.post("/<uuid:unit_id>/remove")
@requires(Permission.MANAGE_UNITS)
def remove(unit_id: uuid.UUID) -> Response:
    unit = _one(unit_id, Permission.MANAGE_UNITS)
    with transaction():
        actions.remove(unit, actor=current_user)
    flash(_("Đã xóa chi bộ."))
    return redirect(url_for("units.listing"))


@blueprint.route("/grid", methods=["GET", "POST"])
@requires(Permission.MANAGE_UNITS)
def many() -> str | Response:
    form = EmptyForm()
    if not form.is_submitted():
        units = queries.listed(g.congress.id, my_scope(Permission.MANAGE_UNITS))
        return render_template("units/grid.html", form=form, rows=forms.grid_of(units))
    rows = forms.grid_from(request.form)
    filled = forms.filled(rows)
    if form.validate() and forms.all_valid(filled):
        try:
            with transaction():
                added, changed = actions.save_grid(
                    g.congress,
                    [(row.unit.data, row.fields()) for row in filled],
                    actor=current_user,
                    today=clock.today(),
                )
        except RuleBroken as broken:
            filled[broken.row - 1].blame(broken) if broken.row else form.blame(broken)
        else:
            flash(_("Đã lưu bảng: thêm %(added)s, sửa %(changed)s.", added=added, changed=changed))
            return redirect(url_for("units.listing"))
    return render_template("units/grid.html", form=form, rows=rows)

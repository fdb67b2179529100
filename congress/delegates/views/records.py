"""Pages of one delegate: show, enter, change, take off the list, status."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import transaction
from congress.delegates import forms, permissions, queries
from congress.delegates.actions import records
from congress.delegates.actions.status import set_status
from congress.delegates.forms import DelegateForm, ReviewedDelegateForm, StatusForm
from congress.delegates.models import Delegate
from congress.delegates.queries import succession as reading
from congress.delegates.rules import consequences, majority
from congress.delegates.views.frame import blueprint, delegate_of, is_reviewer, private_scope, today
from congress.delegates.vocabulary import NOT_SUMMONED_BY, REASONS, Standing, Status
from congress.journal import queries as journal
from congress.people import queries as people
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Permission, may, my_scope, requires


@blueprint.get("/<uuid:delegate_id>")
@requires(Permission.READ_DELEGATES)
def show(delegate_id: uuid.UUID) -> str:
    delegate = delegate_of(delegate_id, Permission.READ_DELEGATES)
    private = private_scope().covers(delegate.unit_id)
    reads_history = private or may(Permission.READ_JOURNAL)
    return render_template(
        "delegates/show.html",
        delegate=delegate,
        person=delegate.person,
        line=queries.line_of(delegate),
        private=private,
        reviewer=is_reviewer(),
        changeable=private and _changeable(delegate),
        registration=queries.registration_of(g.congress, delegate.unit),
        chain=reading.chain(delegate),
        today=today(),
        photo=people.photo_of(g.congress.id, delegate.person_id),
        history_entries=journal.history_of(g.congress.id, delegate.id) if reads_history else None,
    )


def _changeable(delegate: Delegate) -> bool:
    """Whether the reader may change this record today."""
    if not permissions.may_change(delegate.review, as_reviewer=is_reviewer()):
        return False
    return is_reviewer() or queries.registration_of(g.congress, delegate.unit).window.is_open(today())


def _form(**options: Any) -> DelegateForm:
    """The form for this reader, with the cells to choose from."""
    form: DelegateForm = ReviewedDelegateForm(**options) if is_reviewer() else DelegateForm(**options)
    form.unit.offer(units.choices(g.congress.id, my_scope(Permission.REGISTER_DELEGATES)))
    return form


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def new() -> str | Response:
    offered = units.choices(g.congress.id, my_scope(Permission.REGISTER_DELEGATES))
    wanted = request.args.get("unit", type=uuid.UUID)
    only = offered[0][0] if len(offered) == 1 else None
    form = _form(data={"unit": only or (wanted if wanted in dict(offered) else None)})
    if form.validate_on_submit():
        try:
            with transaction():
                unit = units.one(g.congress.id, my_scope(Permission.REGISTER_DELEGATES), form.unit.data)
                delegate = records.add(g.congress, unit, **_acting(), **_without_version(form))
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã thêm đồng chí %(name)s, %(unit)s.", name=delegate.person.full_name, unit=unit.name))
            if "another" in request.form:
                return redirect(url_for("delegates.new", unit=unit.id))
            return redirect(_list_of(unit.id))
    fixed = units.one(g.congress.id, my_scope(Permission.REGISTER_DELEGATES), only) if only else None
    summary = queries.registration_of(g.congress, fixed) if fixed else None
    if summary and summary.missing_alternate and not summary.missing_official and not form.is_submitted():
        form.standing.data = Standing.ALTERNATE
    return render_template(
        "delegates/edit.html",
        form=form,
        delegate=None,
        fixed_unit=fixed,
        registration=summary,
        full=summary is not None and summary.full,
        twins=_twins(form),
        today=today(),
    )


@blueprint.route("/<uuid:delegate_id>/edit", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def edit(delegate_id: uuid.UUID) -> str | Response:
    delegate = delegate_of(delegate_id, Permission.REGISTER_DELEGATES)
    records.refuse_unless_open(g.congress, delegate, today=today(), as_reviewer=is_reviewer())
    form = _form(data=forms.as_recorded(delegate))
    if form.validate_on_submit():
        try:
            with transaction():
                unit = units.one(g.congress.id, my_scope(Permission.REGISTER_DELEGATES), form.unit.data)
                records.change(g.congress, delegate, unit, **_acting(), **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu đồng chí %(name)s.", name=delegate.person.full_name))
            return redirect(url_for("delegates.show", delegate_id=delegate.id))
    fixed = len(form.unit.choices) == 2  # one cell besides the empty line
    return render_template(
        "delegates/edit.html",
        form=form,
        delegate=delegate,
        fixed_unit=delegate.unit if fixed else None,
        registration=None,
        twins=_twins(form),
        today=today(),
    )


@blueprint.route("/<uuid:delegate_id>/remove", methods=["GET", "POST"])
@requires(Permission.REGISTER_DELEGATES)
def remove(delegate_id: uuid.UUID) -> str | Response:
    delegate = delegate_of(delegate_id, Permission.REGISTER_DELEGATES)
    records.refuse_unless_open(g.congress, delegate, today=today(), as_reviewer=is_reviewer())
    form = forms.EmptyForm()
    if form.validate_on_submit():
        unit_id, name = delegate.unit_id, delegate.person.full_name
        with transaction():
            records.remove(g.congress, delegate, actor=current_user, today=today(), as_reviewer=is_reviewer())
        flash(_("Đã xóa đồng chí %(name)s khỏi danh sách.", name=name))
        return redirect(_list_of(unit_id))
    return render_template("delegates/remove.html", delegate=delegate, form=form)


@blueprint.route("/<uuid:delegate_id>/status", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def status(delegate_id: uuid.UUID) -> str | Response:
    delegate = delegate_of(delegate_id, Permission.REVIEW_DELEGATES)
    form = StatusForm(obj=delegate)
    if form.validate_on_submit():
        try:
            with transaction():
                set_status(delegate, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi tình trạng của đồng chí %(name)s.", name=delegate.person.full_name))
            return redirect(url_for("delegates.show", delegate_id=delegate.id))
    return render_template(
        "delegates/status.html",
        form=form,
        delegate=delegate,
        source=NOT_SUMMONED_BY,
        reasons=REASONS,
        bases=_bases(delegate) if delegate.standing is Standing.OFFICIAL else [],
    )


def _bases(delegate: Delegate) -> list[tuple[str, majority.Base]]:
    """What each status of this delegate makes of the base (domain.md §5.5), the present one first."""
    lines = queries.lines(g.congress.id, UnitScope.everything())
    mine = next(line for line in lines if line.id == delegate.id)
    changed = [
        (_("Dự đại hội, hoặc chỉ vắng một phần"), Status.SUMMONED, False),
        (_("Không triệu tập"), Status.NOT_SUMMONED, False),
        (_("Vắng suốt đại hội, không ai thay"), Status.ABSENT, True),
    ]
    return [
        (_("Hiện nay"), majority.base_of(lines)),
        *(
            (label, majority.base_of(consequences.with_status(lines, mine, status, absent_throughout=away)))
            for label, status, away in changed
        ),
    ]


def _acting() -> dict[str, Any]:
    """Who acts, when, in which capacity, and whose records may be named to them."""
    return {
        "actor": current_user,
        "today": today(),
        "as_reviewer": is_reviewer(),
        "visible": my_scope(Permission.READ_DELEGATES),
    }


def _without_version(form: DelegateForm) -> dict[str, Any]:
    return {name: value for name, value in form.data_to_save().items() if name != "version"}


def _list_of(unit_id: uuid.UUID) -> str:
    """Where to go after an act: a reviewer to the roll, a cell to its list."""
    return url_for("delegates.listing") if is_reviewer() else url_for("delegates.cell", unit_id=unit_id)


def _twins(form: DelegateForm) -> list[Delegate]:
    """The records a refusal or question speaks of, as far as the reader may open them."""
    return list(queries.several(g.congress.id, my_scope(Permission.READ_DELEGATES), form.twins)) if form.twins else []

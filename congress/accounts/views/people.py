"""The office's pages of accounts: list, one account, creating, roles, closing."""

import uuid

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.accounts import actions, queries, sheets
from congress.accounts.forms import AccountForm, EmptyForm
from congress.accounts.models import Account
from congress.accounts.views.pages import blueprint
from congress.accounts.vocabulary import State
from congress.database import transaction
from congress.journal import queries as journal
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Permission, Role, requires
from congress.web.listing import Listing


def one(account_id: uuid.UUID) -> Account:
    """An account with a role at the congress of this page; 404 otherwise."""
    return queries.one_of_congress(g.congress.id, account_id)


@blueprint.get("/<congress>/accounts/")
@requires(Permission.MANAGE_ACCOUNTS)
def listing() -> str:
    state = Listing.read(request.args, sheets.COLUMNS, filters=("role", "state"), order="name")
    role, stage = state.filters.get("role"), state.filters.get("state")
    accounts = queries.listed(
        g.congress.id,
        search=state.search,
        role=Role(role) if role in set(Role) else None,
        state=State(stage) if stage in set(State) else None,
        order=state.order,
        descending=state.descending,
    )
    return render_template(
        "accounts/list.html",
        listing=state,
        accounts=accounts,
        roles=queries.roles_present(g.congress.id),
        states=State,
        cells_without=len(actions.planned_for_cells(g.congress.id)),
        slips=len(queries.waiting_for_a_slip(g.congress.id)),
    )


@blueprint.get("/<congress>/accounts/<uuid:account_id>")
@requires(Permission.MANAGE_ACCOUNTS)
def show(account_id: uuid.UUID) -> str:
    account = one(account_id)
    return render_template(
        "accounts/show.html", account=account, history_entries=journal.history_of(g.congress.id, account.id)
    )


@blueprint.route("/<congress>/accounts/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def new() -> str | Response:
    """A new account; `?unit=…` starts with that cell and its secretary."""
    form = AccountForm()
    form.offer(units.choices(g.congress.id, UnitScope.everything()))
    if not form.is_submitted():
        _begin_with_cell(form, request.args.get("unit", type=uuid.UUID))
    if form.validate_on_submit():
        try:
            with transaction():
                account = actions.create_for(
                    g.congress,
                    actor=current_user,
                    full_name=form.full_name.data,
                    username=form.username.data,
                    grants=form.grants(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã tạo tài khoản %(username)s. In phiếu truy cập để trao mật khẩu.", username=account.username))
            return redirect(url_for("accounts.show", account_id=account.id))
    return render_template("accounts/edit.html", form=form, account=None)


def _begin_with_cell(form: AccountForm, unit_id: uuid.UUID | None) -> None:
    if unit_id is None:
        form.roles.data = []
        return
    unit = units.one(g.congress.id, UnitScope.everything(), unit_id)
    form.full_name.data = unit.secretary
    form.roles.data = [Role.CELL_SECRETARY.value]
    form.unit_id.data = unit.id


@blueprint.route("/<congress>/accounts/<uuid:account_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def edit(account_id: uuid.UUID) -> str | Response:
    account = one(account_id)
    form = AccountForm(obj=account)
    form.offer(units.choices(g.congress.id, UnitScope.everything()))
    if not form.is_submitted():
        form.show(account.grants_in(g.congress.id))
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change(
                    g.congress,
                    account,
                    actor=current_user,
                    version=form.version.data,
                    full_name=form.full_name.data,
                    grants=form.grants(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu tài khoản %(username)s.", username=account.username))
            return redirect(url_for("accounts.show", account_id=account_id))
    return render_template("accounts/edit.html", form=form, account=account)


@blueprint.post("/<congress>/accounts/<uuid:account_id>/disable")
@requires(Permission.MANAGE_ACCOUNTS)
def disable(account_id: uuid.UUID) -> Response:
    with transaction():
        actions.disable(g.congress, one(account_id), actor=current_user)
    flash(_("Đã khóa tài khoản. Mọi phiên đăng nhập của tài khoản đã kết thúc."))
    return redirect(url_for("accounts.show", account_id=account_id))


@blueprint.post("/<congress>/accounts/<uuid:account_id>/enable")
@requires(Permission.MANAGE_ACCOUNTS)
def enable(account_id: uuid.UUID) -> Response:
    with transaction():
        actions.enable(g.congress, one(account_id), actor=current_user)
    flash(_("Đã mở khóa tài khoản."))
    return redirect(url_for("accounts.show", account_id=account_id))


@blueprint.route("/<congress>/accounts/for-cells", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def for_cells() -> str | Response:
    """Says in numbers which accounts would be created, and creates them."""
    form = EmptyForm()
    if form.validate_on_submit():
        with transaction():
            made = actions.create_for_cells(g.congress, actor=current_user)
        flash(_("Đã tạo %(n)s tài khoản. In phiếu truy cập để trao mật khẩu.", n=len(made)))
        return redirect(url_for("accounts.slips"))
    return render_template(
        "accounts/for_cells.html",
        form=form,
        planned=actions.planned_for_cells(g.congress.id),
        cells=units.count(g.congress.id),
    )

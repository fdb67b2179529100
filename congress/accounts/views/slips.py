"""Access slips: a page that says what printing does, and the paper with a new temporary password."""

import uuid
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import current_app, g, render_template, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.accounts import actions, printouts, queries
from congress.accounts.forms import SlipForm, SlipsForm
from congress.accounts.models import Account
from congress.accounts.views.pages import blueprint
from congress.accounts.views.people import one
from congress.database import transaction
from congress.printing.response import pdf_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires


@blueprint.route("/<congress>/accounts/<uuid:account_id>/slip", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def slip(account_id: uuid.UUID) -> str | Response:
    """Sets a new temporary password and prints it; the password is shown nowhere else."""
    account = one(account_id)
    form = SlipForm(contact=_office())
    if form.validate_on_submit():
        try:
            return _print([account], form)
        except RuleBroken as broken:
            form.blame(broken)
    return render_template("accounts/slip.html", form=form, account=account, address=_address(), local=_is_local())


@blueprint.route("/<congress>/accounts/slips", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def slips() -> str | Response:
    """Slips for everybody who has not set a password yet, two on a sheet."""
    waiting = [each for each in queries.waiting_for_a_slip(g.congress.id) if each.id != current_user.id]
    form = SlipsForm(contact=_office())
    form.accounts.offer([(each.id, each.username) for each in waiting])
    if not form.is_submitted():
        form.accounts.data = [str(each.id) for each in waiting]
    if form.validate_on_submit():
        chosen = [each for each in waiting if str(each.id) in set(form.accounts.data)]
        if chosen:
            return _print(chosen, form)
        form.accounts.errors = [_("Hãy chọn ít nhất một tài khoản.")]
    return render_template("accounts/slips.html", form=form, waiting=waiting, address=_address(), local=_is_local())


def _print(accounts: list[Account], form: SlipForm) -> Response:
    with transaction():
        handed_out = actions.new_passwords(g.congress, accounts, actor=current_user)
    return pdf_response(
        printouts.access_slips(
            g.congress,
            handed_out,
            today=clock.today(),
            address=_address(),
            contact=form.contact.data,
            phone=form.phone.data,
        )
    )


def _office() -> str:
    return f"Văn phòng {g.congress.committee}"


def _address() -> str:
    """What people type to get here: the setting, or the address this page was opened under."""
    return str(current_app.config["CONGRESS_ADDRESS"] or request.host_url)


def _is_local() -> bool:
    """Whether that address works on this machine only, so that a slip with it is of no use elsewhere."""
    host = urlsplit(_address()).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

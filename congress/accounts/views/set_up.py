"""The first start: a page for whoever holds the token from the terminal, and one that tells everybody else to wait."""

import time
from pathlib import Path

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from congress.accounts import actions, first_start, queries
from congress.accounts.door import enter, is_set_up
from congress.accounts.forms import SetUpForm
from congress.accounts.models import Account
from congress.accounts.views.pages import blueprint
from congress.congresses.models import Congress
from congress.database import now, transaction
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import file_slug
from congress.web.access import public


@blueprint.route("/set-up", methods=["GET", "POST"])
@public
def set_up() -> str | Response:
    """Creates the first congress and its office's account, then signs in. Without the token there is no such page;
    afterwards the address, kept in a bookmark perhaps, leads on to the ordinary door.
    """
    if request.method == "GET" and queries.any_account():
        return redirect(url_for("accounts.home"))
    folder = Path(current_app.config["CONGRESS_DATA"])
    form = SetUpForm(token=request.args.get("token", ""))
    _refuse_without_token(folder, form.token.data or "")
    if form.validate_on_submit():
        try:
            with transaction():
                congress, account = _found(form)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            first_start.forget_token(folder)
            enter(account)
            flash(_("Đã thiết lập. Tiếp theo: nhập các chi bộ, rồi tạo tài khoản cho bí thư chi bộ."))
            return redirect(url_for("congresses.show", congress=congress.slug))
    return render_template("accounts/set_up.html", form=form)


def _refuse_without_token(folder: Path, token: str) -> None:
    guesses = current_app.extensions.setdefault("set_up_guesses", first_start.Guesses())
    address, moment = request.remote_addr or "", time.monotonic()
    if guesses.too_many(address, moment):
        abort(429)
    if queries.any_account() or not first_start.is_token(folder, token):
        guesses.note(address, moment)
        abort(404)


def _found(form: SetUpForm) -> tuple[Congress, Account]:
    congress, account = actions.set_up(
        username=form.username.data,
        full_name=form.full_name.data,
        password=form.password.data,
        slug=form.slug.data or file_slug(form.name.data),
        **{name: form[name].data for name in ("area_kind", "name", "ordinal", "term_start", "term_end")},
    )
    account.session_token = actions.open_session(
        account,
        user_agent=request.user_agent.string,
        moment=now(),
        lifetime=current_app.config["LOGIN_SESSION_LIFETIME"],
    )
    return congress, account


@blueprint.get("/set-up/waiting")
@public
def waiting() -> str | Response:
    """What everybody sees before the first start: where the token is."""
    if is_set_up():
        return redirect(url_for("accounts.sign_in"))
    return render_template("accounts/waiting.html")

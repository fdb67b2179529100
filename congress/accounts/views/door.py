"""The door: signing in and out, one's own account, the language, and the page of congresses."""

from urllib.parse import urlsplit

from flask import current_app, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, logout_user
from werkzeug.wrappers import Response

from congress.accounts import actions
from congress.accounts.door import enter, why_ended
from congress.accounts.forms import PasswordForm, SignInForm
from congress.accounts.views.pages import blueprint
from congress.congresses import queries as congresses
from congress.database import now, transaction
from congress.shared.problems import RuleBroken
from congress.web.access import public, signed_in


def safe_next(target: str | None) -> str | None:
    """A path inside this site, or None: no other host, no scheme, no backslash tricks."""
    if not target or not target.startswith("/") or target.startswith("//") or "\\" in target:
        return None
    parts = urlsplit(target)
    printable = all(character.isprintable() for character in target)
    return target if not parts.scheme and not parts.netloc and printable else None


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> str | Response | tuple[str, int]:
    if current_user.is_authenticated:
        return redirect(safe_next(request.args.get("next")) or url_for("accounts.home"))
    form = SignInForm()
    if form.validate_on_submit():
        try:
            with transaction():
                account = actions.sign_in(
                    form.username.data,
                    form.password.data,
                    address=request.remote_addr or "",
                    user_agent=request.user_agent.string,
                    moment=now(),
                    lifetime=current_app.config["LOGIN_SESSION_LIFETIME"],
                )
        except RuleBroken as broken:
            form.blame(broken)
            return render_template("accounts/sign_in.html", form=form, reason=None), 429
        if account is not None:
            enter(account)
            return redirect(safe_next(request.args.get("next")) or url_for("accounts.home"))
        form.form_errors.append(_("Tên đăng nhập hoặc mật khẩu không đúng."))
    return render_template("accounts/sign_in.html", form=form, reason=why_ended())


@blueprint.post("/sign-out")
@public
def sign_out() -> Response:
    if current_user.is_authenticated:
        with transaction():
            actions.sign_out(current_user.session_token)
        logout_user()
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    return redirect(url_for("accounts.sign_in"))


@blueprint.get("/")
@signed_in
def home() -> str | Response:
    mine = congresses.those({row.congress_id for row in current_user.memberships})
    if len(mine) == 1:
        return redirect(url_for("overview.home", congress=mine[0].slug))
    return render_template("accounts/home.html", congresses=mine)


@blueprint.route("/account", methods=["GET", "POST"])
@signed_in
def account() -> str | Response:
    form = PasswordForm()
    if current_user.must_change_password:
        form.current.label.text = _("Mật khẩu tạm trên phiếu truy cập")
    if form.validate_on_submit():
        try:
            with transaction():
                actions.change_password(current_user, form.current.data, form.password.data, moment=now())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất."))
            return redirect(url_for("accounts.home"))
    return render_template("accounts/account.html", form=form)


@blueprint.post("/language")
@public
def language() -> Response:
    """Switch the interface language; remembered by the account, or by the browser before signing in."""
    wanted = request.form.get("language", "")
    if wanted in current_app.config["LANGUAGES"]:
        session["language"] = wanted
        if current_user.is_authenticated:
            with transaction():
                actions.prefer(current_user, language=wanted)
    return redirect(safe_next(request.form.get("next")) or url_for("accounts.home"))


@blueprint.post("/large-print")
@signed_in
def large_print() -> Response:
    """Switch large print on or off, remembered by the account."""
    with transaction():
        actions.prefer(current_user, large_print=not current_user.large_print)
    return redirect(safe_next(request.form.get("next")) or url_for("accounts.home"))

"""Receiving records and sending them back: one, many, or a cell's whole list."""

import uuid
from collections.abc import Sequence

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import now, transaction
from congress.delegates import queries
from congress.delegates.actions import review
from congress.delegates.forms import ReturnForm
from congress.delegates.models import Delegate
from congress.delegates.permissions import WITH_THE_REVIEWER
from congress.delegates.rules.registration import Window
from congress.delegates.views.frame import blueprint, today, unit_of
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, my_scope, requires


def _chosen() -> Sequence[Delegate]:
    """The records whose boxes were ticked, as far as they are of this congress."""
    ids = []
    for text in request.form.getlist("delegate")[:2000]:
        try:
            ids.append(uuid.UUID(text))
        except ValueError:
            continue
    return queries.several(g.congress.id, my_scope(Permission.REVIEW_DELEGATES), ids)


def _receive(delegates: Sequence[Delegate]) -> None:
    with transaction():
        result = review.receive(g.congress, delegates, actor=current_user, moment=now())
    if result.done:
        flash(_("Đã nhận %(n)s đại biểu.", n=result.done))
    if result.skipped:
        flash(_("%(n)s đại biểu không ở bước chờ nhận nên giữ nguyên.", n=result.skipped), "warning")
    if not delegates:
        flash(_("Chưa chọn đại biểu nào. Hãy đánh dấu ở đầu dòng."), "warning")


@blueprint.post("/receive")
@requires(Permission.REVIEW_DELEGATES)
def receive() -> Response:
    _receive(_chosen())
    return redirect(_back())


@blueprint.post("/units/<uuid:unit_id>/receive")
@requires(Permission.REVIEW_DELEGATES)
def receive_list(unit_id: uuid.UUID) -> Response:
    unit = unit_of(unit_id, Permission.REVIEW_DELEGATES)
    _receive(queries.of_unit(g.congress.id, unit.id))
    return redirect(url_for("delegates.cell", unit_id=unit.id))


@blueprint.post("/return")
@requires(Permission.REVIEW_DELEGATES)
def send_back() -> str | Response:
    """First the page that says what goes back and asks why, then, with a reason, the act."""
    chosen = _chosen()
    if not chosen:
        flash(_("Chưa chọn đại biểu nào. Hãy đánh dấu ở đầu dòng."), "warning")
        return redirect(_back())
    return _send_back(chosen, _back())


@blueprint.route("/units/<uuid:unit_id>/return", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def send_back_list(unit_id: uuid.UUID) -> str | Response:
    unit = unit_of(unit_id, Permission.REVIEW_DELEGATES)
    return _send_back(queries.of_unit(g.congress.id, unit.id), url_for("delegates.cell", unit_id=unit.id))


def _send_back(delegates: Sequence[Delegate], back: str) -> str | Response:
    form = ReturnForm()
    if "reason" in request.form and form.validate():
        try:
            with transaction():
                result = review.send_back(
                    g.congress,
                    delegates,
                    actor=current_user,
                    today=today(),
                    moment=now(),
                    reason=form.reason.data,
                    reopened_until=form.reopened_until.data,
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã trả lại %(n)s đại biểu để chi bộ bổ sung.", n=result.done))
            return redirect(back)
    going = [each for each in delegates if each.review in WITH_THE_REVIEWER]
    return render_template(
        "delegates/return.html",
        form=form,
        going=going,
        staying=len(delegates) - len(going),
        back=back,
        closed=not Window(g.congress.registration_closes_on).is_open(today()),
    )


def _back() -> str:
    """The list the boxes stood in, with its filters; only a path of this congress's delegates is believed."""
    asked = request.form.get("back", "")
    home = url_for("delegates.listing")
    return asked if asked == home or asked.startswith((f"{home}?", f"{home}units/")) else home

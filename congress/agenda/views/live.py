"""The congress as it runs: a page for the hall, a big screen, a small answer both ask for, and the taps."""

import uuid
from datetime import UTC, datetime

from flask import abort, flash, g, jsonify, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import UndoForm
from congress.agenda.rules.clock import clock_time
from congress.agenda.rules.live import Run, Step
from congress.agenda.rules.snapshot import each_entry
from congress.agenda.views.frame import blueprint
from congress.database import transaction
from congress.web.access import Permission, requires


def _now() -> datetime:
    return datetime.now(UTC)


@blueprint.get("/live")
@requires(Permission.READ_PROGRAMME)
def live() -> str:
    """What is on, what comes next, how late it is; the buttons for those who may."""
    now = _now()
    run = queries.run(g.congress.id, now)
    return render_template("agenda/live.html", run=run, told=_told(run, now), local=queries.local)


@blueprint.get("/live/screen")
@requires(Permission.READ_PROGRAMME)
def screen() -> str:
    """The same for a screen that is read from the last row."""
    now = _now()
    run = queries.run(g.congress.id, now)
    return render_template("agenda/screen.html", run=run, told=_told(run, now))


@blueprint.get("/live/state")
@requires(Permission.READ_PROGRAMME)
def live_state() -> Response:
    """The words on both pages, asked for every few seconds."""
    now = _now()
    response = jsonify(_told(queries.run(g.congress.id, now), now))
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(run: Run | None, now: datetime) -> dict[str, str]:
    """Everything that changes by itself, as people read it."""
    told = {"clock": f"{queries.local(now):%H:%M}", "mark": run.mark if run else ""}
    if run is None:
        return told
    return told | {
        "running": run.running.entry.title if run.running else _("Chưa có mục nào đang diễn ra"),
        "who": _who(run.running),
        "since": _("Từ %(time)s", time=_clock(run.running)) if run.running else "",
        "left": _left(run.left),
        "next": run.next.entry.title if run.next else _("Hết chương trình"),
        "next_at": _next_at(run),
        "next_who": _who(run.next),
        "delay": _delay(run.delay),
        "tone": "late" if run.delay >= 5 else "fine",
    }


def _who(step: Step | None) -> str:
    return (step.entry.presenter or step.entry.chair) if step else ""


def _clock(step: Step) -> str:
    return f"{step.actual.started:%H:%M}" if step.actual else ""


def _left(left: int | None) -> str:
    if left is None:
        return ""
    if left < 0:
        return _("quá %(n)s phút", n=-left)
    return _("còn %(n)s phút", n=left)


def _next_at(run: Run) -> str:
    if run.next is None:
        return ""
    planned = clock_time(run.next.entry.start)
    same = run.running is None or run.running.sitting.id == run.next.sitting.id
    if run.delay and same:
        expected = clock_time((run.next.entry.start + run.delay) % (24 * 60))
        return _("dự kiến %(expected)s (kế hoạch %(planned)s)", expected=expected, planned=planned)
    return planned


def _delay(minutes: int) -> str:
    if minutes > 0:
        return _("Chậm %(n)s phút so với chương trình", n=minutes)
    if minutes < 0:
        return _("Sớm %(n)s phút so với chương trình", n=-minutes)
    return _("Đúng giờ")


def _released(item_id: uuid.UUID) -> None:
    """Whoever taps an item that is not in this congress's released programme finds nothing."""
    release = queries.latest_release(g.congress.id)
    if str(item_id) not in {entry.id for _sitting, entry in each_entry(release.programme if release else ())}:
        abort(404)


@blueprint.post("/live/items/<uuid:item_id>/start")
@requires(Permission.MANAGE_PROGRAMME)
def start_item(item_id: uuid.UUID) -> Response:
    _released(item_id)
    with transaction():
        actions.start(g.congress, item_id, actor=current_user, at=_now())
    return _back()


@blueprint.post("/live/items/<uuid:item_id>/finish")
@requires(Permission.MANAGE_PROGRAMME)
def finish_item(item_id: uuid.UUID) -> Response:
    _released(item_id)
    with transaction():
        actions.finish(g.congress, item_id, actor=current_user, at=_now())
    return _back()


@blueprint.post("/live/undo")
@requires(Permission.MANAGE_PROGRAMME)
def undo() -> Response:
    form = UndoForm()
    with transaction():
        titles = actions.undo(g.congress, actor=current_user, seen=form.seen.data or "")
    flash(_("Đã hoàn tác: %(titles)s.", titles="; ".join(titles)))
    return _back()


def _back() -> Response:
    return redirect(url_for("agenda.live"))

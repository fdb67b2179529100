"""Releasing the programme, and what was released."""

import uuid

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.agenda import actions, queries
from congress.agenda.forms import ReleaseForm
from congress.agenda.rules import changes as changes_rules
from congress.agenda.rules import snapshot
from congress.agenda.views.frame import blueprint
from congress.agenda.vocabulary import WEEKDAYS
from congress.database import transaction
from congress.shared.problems import RuleBroken, StaleEdit
from congress.web.access import Permission, requires


@blueprint.route("/release", methods=["GET", "POST"])
@requires(Permission.MANAGE_PROGRAMME)
def release() -> str | Response:
    """What the release will say, what the checks still find, and the button that releases."""
    rows = queries.sessions(g.congress.id)
    form = ReleaseForm(seen=snapshot.fingerprint(queries.draft(rows)))
    if form.validate_on_submit():
        try:
            with transaction():
                row = actions.release(
                    g.congress, actor=current_user, reason=form.reason.data or "", seen=form.seen.data or ""
                )
        except RuleBroken as broken:
            form.blame(broken)
            rows = queries.sessions(g.congress.id)
            if isinstance(broken, StaleEdit):
                form.seen.data, form.seen.raw_data = snapshot.fingerprint(queries.draft(rows)), None
        else:
            flash(_("Đã ban hành chương trình lần %(number)s.", number=row.number))
            return redirect(url_for("agenda.show_release", release_id=row.id))
    latest = queries.latest_release(g.congress.id)
    changes = queries.changes_since(latest, rows) if latest else []
    return render_template(
        "agenda/release.html",
        form=form,
        latest=latest,
        changes=changes,
        told=changes_rules.to_tell(changes),
        items=sum(len(session.items) for session in rows),
        sessions=len(rows),
        cautions=queries.programme_cautions(g.congress, rows),
    )


@blueprint.get("/releases")
@requires(Permission.READ_PROGRAMME)
def releases() -> str:
    return render_template("agenda/releases.html", releases=queries.releases(g.congress.id))


@blueprint.get("/releases/<uuid:release_id>")
@requires(Permission.READ_PROGRAMME)
def show_release(release_id: uuid.UUID) -> str:
    row = queries.one_release(g.congress.id, release_id)
    latest = queries.latest_release(g.congress.id)
    return render_template(
        "agenda/released.html",
        release=row,
        programme=row.programme,
        weekdays=WEEKDAYS,
        changes=changes_rules.from_data(row.changes),
        told=changes_rules.to_tell(changes_rules.from_data(row.changes)),
        latest=latest is row,
    )

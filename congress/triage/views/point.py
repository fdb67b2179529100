"""One point: the passage, what was said on it, notes, and the answer."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.database import now, transaction
from congress.drafts import queries as drafts
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.triage import forms, queries
from congress.triage.actions import points as actions
from congress.triage.actions import presence
from congress.triage.models import Point
from congress.triage.rules.decisions import STILL_HERE, doubts
from congress.triage.views.blueprint import blueprint
from congress.triage.views.desk import asked
from congress.web.access import Permission, may, requires


def _found(point_id: uuid.UUID) -> tuple[CommentRound, Point]:
    point = queries.points.point(g.congress.id, point_id)
    return comments.one_round(g.congress.id, point.round_id), point


@blueprint.post("/<uuid:round_id>/comments/<uuid:comment_id>/open")
@requires(Permission.TRIAGE_COMMENTS)
def open_comment(round_id: uuid.UUID, comment_id: uuid.UUID) -> Response:
    """Take one new comment up and show its point; a second click shows the same point."""
    round_ = comments.one_round(g.congress.id, round_id)
    comment = queries.points.comment_of(g.congress.id, round_.id, comment_id)
    with transaction():
        point = actions.take_up(round_, [comment.id], actor=current_user)
    return redirect(url_for("triage.point", point_id=point.id, **asked()[0].args()))


@blueprint.get("/points/<uuid:point_id>")
@requires(Permission.READ_COMMENTS)
def point(point_id: uuid.UUID) -> str:
    return _page(point_id)


@blueprint.post("/points/<uuid:point_id>/answer")
@requires(Permission.TRIAGE_COMMENTS)
def answer(point_id: uuid.UUID) -> str | Response:
    """Record one answer for all comments of the point, and go to the next open one."""
    round_, found = _found(point_id)
    form = forms.AnswerForm()
    if form.validate():
        try:
            with transaction():
                fields: dict[str, Any] = {
                    name: form[name].data or "" for name in actions.ANSWER if name != "decided_on"
                }
                actions.decide(
                    found,
                    actor=current_user,
                    version=form.version.data,
                    today=clock.today(),
                    decided_on=form.decided_on.data,
                    **fields,
                )
                presence.be_gone(found, account_id=current_user.id)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã trả lời điểm góp ý “%(name)s”.", name=found.summary[:80]))
            return redirect(_next(round_, found))
    return _page(point_id, answer=form)


def _next(round_: CommentRound, done: Point) -> str:
    """The address of the next row under the filters of the page; the desk when there is none."""
    state, wanted = asked()
    rows = queries.desk.rows(round_, wanted, limit=200)
    after = [row.point_id for row in rows if row.point_id and not row.disposition and row.point_id != done.id]
    if after:
        return url_for("triage.point", point_id=after[0], **state.args())
    return url_for("triage.desk", round_id=round_.id, **state.args())


@blueprint.post("/points/<uuid:point_id>/describe")
@requires(Permission.TRIAGE_COMMENTS)
def describe(point_id: uuid.UUID) -> str | Response:
    _round, found = _found(point_id)
    form = forms.DescribeForm()
    if form.validate():
        try:
            with transaction():
                actions.describe(
                    found,
                    actor=current_user,
                    version=form.version.data,
                    topics=form.topic_names(),
                    summary=form.summary.data,
                    assignee=form.assignee.data or "",
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lưu điểm góp ý."))
            return _back(point_id)
    return _page(point_id, describe=form)


@blueprint.post("/points/<uuid:point_id>/note")
@requires(Permission.TRIAGE_COMMENTS)
def note(point_id: uuid.UUID) -> str | Response:
    _round, found = _found(point_id)
    form = forms.NoteForm()
    if form.validate():
        with transaction():
            actions.add_note(found, form.text.data, actor=current_user)
        flash(_("Đã ghi chú."))
        return _back(point_id)
    return _page(point_id, note=form)


@blueprint.post("/points/<uuid:point_id>/comments/<uuid:comment_id>/leave")
@requires(Permission.TRIAGE_COMMENTS)
def leave(point_id: uuid.UUID, comment_id: uuid.UUID) -> Response:
    """Take one comment out of the point: it is what it was before."""
    round_, found = _found(point_id)
    comment = queries.points.comment_of(g.congress.id, round_.id, comment_id)
    with transaction():
        restored = actions.leave(round_, found, comment.id, actor=current_user)
    flash(_("Đã đưa ý kiến ra; điểm góp ý trước đây của ý kiến ấy trở lại.") if restored else _("Đã đưa ý kiến ra."))
    return _back(point_id)


@blueprint.post("/points/<uuid:point_id>/reopen")
@requires(Permission.TRIAGE_COMMENTS)
def reopen(point_id: uuid.UUID) -> Response:
    _round, found = _found(point_id)
    with transaction():
        actions.take_back(found, actor=current_user, version=forms.BareForm().version.data)
    flash(_("Đã mở lại; câu trả lời cũ còn trong nhật ký."))
    return _back(point_id)


@blueprint.route("/points/<uuid:point_id>/dissolve", methods=["GET", "POST"])
@requires(Permission.TRIAGE_COMMENTS)
def dissolve(point_id: uuid.UUID) -> str | Response:
    """Give the point up, after a page that says what goes."""
    round_, found = _found(point_id)
    form = forms.BareForm(obj=found)
    if form.validate_on_submit():
        with transaction():
            actions.dissolve(found, actor=current_user, version=form.version.data)
        flash(_("Đã bỏ điểm góp ý; các ý kiến trở về mục Mới."))
        return redirect(url_for("triage.desk", round_id=round_.id))
    return render_template("triage/dissolve.html", round=round_, point=found, form=form)


@blueprint.post("/points/<uuid:point_id>/here")
@requires(Permission.TRIAGE_COMMENTS)
def here(point_id: uuid.UUID) -> tuple[dict[str, list[str]], int]:
    """Say that this person has the page open; gives who else has."""
    _round, found = _found(point_id)
    with transaction():
        presence.be_here(found, account_id=current_user.id, name=current_user.full_name)
    return {"others": _others(found)}, 200


def _others(found: Point) -> list[str]:
    since = now() - STILL_HERE
    here_too = queries.points.others_here(g.congress.id, found.id, current_user.id)
    return [each.name for each in here_too if each.seen_at >= since]


def _back(point_id: uuid.UUID) -> Response:
    return redirect(url_for("triage.point", point_id=point_id, **asked()[0].args()))


def _page(point_id: uuid.UUID, **given: Any) -> str:
    round_, found = _found(point_id)
    state, _wanted = asked()
    ids = [member.comment_id for member in found.members]
    passage = None
    if found.passage_id:
        passage = drafts.passage(g.congress.id, found.version_id, found.passage_id)
    topics = queries.points.topics_of(g.congress.id, [found.id]).get(found.id, [])
    version = drafts.version(g.congress.id, found.version_id)
    later = queries.attaching.newest_after(version)
    fate = None
    if later and passage:
        fate = drafts.whereabouts(g.congress.id, [passage.passage_id], later.id, from_version=version.id)[
            passage.passage_id
        ]
    filled = given or {}
    return render_template(
        "triage/point.html",
        round=round_,
        point=found,
        listing=state,
        opinions=comments.opinions(round_, comment_ids=ids),
        fates=queries.attaching.by_comment(round_, ids),
        joined={member.comment_id: member for member in found.members},
        passage=passage,
        later=later,
        fate=fate,
        standing=[drafts.passage(g.congress.id, later.id, each) for each in fate[1]] if fate and later else [],
        landed=queries.answers.landings_of(round_).get(found.id, []),
        land=forms.LandForm(formdata=None),
        version=version,
        topics=topics,
        doubts=doubts(
            found.disposition, wording=found.wording, landings=len(found.landings), newer_version=later is not None
        ),
        others=_others(found) if may(Permission.TRIAGE_COMMENTS) else [],
        reasons=queries.points.stock_reasons(g.congress.id),
        assignees=queries.desk.assignees(round_),
        known_topics=queries.points.topics(g.congress.id),
        answer=filled.get("answer") or forms.AnswerForm(formdata=None, obj=found),
        describe=filled.get("describe")
        or forms.DescribeForm(formdata=None, obj=found, data={"topics": "; ".join(topics)}),
        note=filled.get("note") or forms.NoteForm(formdata=None),
        bare=forms.BareForm(formdata=None, obj=found),
        works=may(Permission.TRIAGE_COMMENTS),
        history_entries=journal.history_of(g.congress.id, found.id) if may(Permission.READ_JOURNAL) else None,
    )

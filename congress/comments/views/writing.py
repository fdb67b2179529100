"""The cell's pages: its sheet, the draft with its own comments in place, one comment, sending."""

import uuid
from typing import Any

from flask import flash, g, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from congress.comments import actions, queries, rules
from congress.comments.forms import CommentForm, EmptyForm
from congress.comments.models import Comment
from congress.comments.views.blueprint import blueprint
from congress.comments.views.desk import Desk, doubts_of, open_desk, sheet_form, wholes
from congress.database import new_id, now, transaction
from congress.drafts import queries as drafts
from congress.drafts.models import DraftVersion, PassageText
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, requires
from congress.web.filters import moment

Answer = str | Response | tuple[Any, int]


def _autosaving() -> bool:
    return request.headers.get("X-Requested-With") == "autosave"


def _saved(version: int) -> Response:
    return jsonify(saved_at=moment(now()).partition(" ")[0], version=version)


def _not_saved(form: Any) -> tuple[Response, int]:
    errors: dict[str, list[str]] = {}
    for field, message in form.problems():
        errors.setdefault(field.name if field is not None else "", []).append(message)
    return jsonify(errors=errors), 409 if form.stale is not None else 422


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>", methods=["GET", "POST"])
@requires(Permission.COMMENT)
def sheet(round_id: uuid.UUID, unit_id: uuid.UUID) -> Answer:
    """The sheet: its meeting (saved as one types), the drafts to read, the comments so far."""
    desk = open_desk(round_id, unit_id)
    form = sheet_form(desk)
    if form.validate_on_submit():
        try:
            with transaction():
                saved = actions.save_meeting(
                    desk.round,
                    desk.unit,
                    **desk.acting,
                    **form.data_to_save(),
                    verdicts=form.verdicts(desk.round.version_ids),
                    replies=form.replies(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            if _autosaving():
                return _saved(saved.version)
            flash(_("Đã lưu phiếu."))
            return redirect(url_for("comments.send" if "send" in request.form else "comments.sheet", **desk.ids))
    if _autosaving() and form.is_submitted():
        return _not_saved(form)
    desk = open_desk(round_id, unit_id)
    comments = queries.comments_of(desk.sheet)
    return render_template(
        "comments/sheet.html",
        desk=desk,
        form=form,
        comments=comments,
        places=queries.passages_of(comments),
        wholes=wholes(desk),
        replies=queries.question_answers(desk.sheet),
        scans=queries.scans_of(desk.sheet),
        today=clock.today(),
        history_entries=journal.history_of(g.congress.id, desk.sheet.id) if desk.sheet else [],
    )


def _draft(desk: Desk, version_id: uuid.UUID) -> DraftVersion:
    """A draft of this round."""
    if version_id not in desk.round.version_ids:
        raise NotFound
    return drafts.version(g.congress.id, version_id)


@blueprint.get("/<uuid:round_id>/cells/<uuid:unit_id>/drafts/<uuid:version_id>")
@requires(Permission.COMMENT)
def draft(round_id: uuid.UUID, unit_id: uuid.UUID, version_id: uuid.UUID) -> str:
    """The draft to read, with a button beside each passage and the cell's own comments in place."""
    desk = open_desk(round_id, unit_id)
    version = _draft(desk, version_id)
    own: dict[uuid.UUID | None, list[Comment]] = {}
    for comment in queries.comments_of(desk.sheet, version.id):
        own.setdefault(comment.passage_id, []).append(comment)
    passages = drafts.passages(g.congress.id, version.id)
    return render_template("comments/draft.html", desk=desk, version=version, passages=passages, own=own)


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>/drafts/<uuid:version_id>/new", methods=["GET", "POST"])
@requires(Permission.COMMENT)
def write(round_id: uuid.UUID, unit_id: uuid.UUID, version_id: uuid.UUID) -> Answer:
    """A new comment on a passage (?passage=…) or on the whole draft."""
    desk = open_desk(round_id, unit_id)
    version = _draft(desk, version_id)
    passage = None
    if asked := request.args.get("passage"):
        passage = drafts.passage(g.congress.id, version.id, _uuid(asked))
    form = CommentForm()
    if request.method == "GET":
        # The id stands in the address, so that a reload finds what was saved meanwhile.
        wanted = request.args.get("comment")
        if wanted is None:
            return redirect(url_for("comments.write", **_address(desk, version, passage), comment=new_id()))
        form.comment.data = _uuid(wanted)
        if desk.sheet is not None and queries.comment_anywhere(g.congress.id, form.comment.data):
            return redirect(url_for("comments.comment", **desk.ids, comment_id=form.comment.data))
    return _write(desk, version, passage, form, None)


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>/comments/<uuid:comment_id>", methods=["GET", "POST"])
@requires(Permission.COMMENT)
def comment(round_id: uuid.UUID, unit_id: uuid.UUID, comment_id: uuid.UUID) -> Answer:
    """Change a comment of the own sheet."""
    desk, found = _own_comment(round_id, unit_id, comment_id)
    version = drafts.version(g.congress.id, found.version_id)
    passage = drafts.passage(g.congress.id, version.id, found.passage_id) if found.passage_id else None
    form = CommentForm(obj=found)
    form.comment.data = found.id
    return _write(desk, version, passage, form, found)


def _address(desk: Desk, version: DraftVersion, passage: PassageText | None) -> dict[str, Any]:
    """For url_for: this place of this draft on this sheet."""
    place = {"passage": passage.passage_id} if passage else {}
    return desk.ids | {"version_id": version.id} | place


def _own_comment(round_id: uuid.UUID, unit_id: uuid.UUID, comment_id: uuid.UUID) -> tuple[Desk, Comment]:
    desk = open_desk(round_id, unit_id)
    if desk.sheet is None:
        raise NotFound
    return desk, queries.comment(desk.sheet, comment_id)


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise NotFound from error


def _write(
    desk: Desk, version: DraftVersion, passage: PassageText | None, form: CommentForm, found: Comment | None
) -> Answer:
    place = url_for("comments.draft", **desk.ids, version_id=version.id) + (f"#{passage.anchor}" if passage else "")
    if form.validate_on_submit():
        try:
            with transaction():
                saved = actions.save_comment(
                    desk.round,
                    desk.unit,
                    **desk.acting,
                    comment_id=form.comment.data or new_id(),
                    version_id=version.id,
                    passage_id=passage.passage_id if passage else None,
                    version=form.version.data,
                    stance=form.stance.data,
                    proposed=form.proposed.data or "",
                    reason=form.reason.data or "",
                    **form.details(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            if _autosaving():
                return _saved(saved.version)
            flash(_("Đã lưu ý kiến. Phiếu chưa gửi: chi bộ còn sửa được."))
            return redirect(place)
    if _autosaving() and form.is_submitted():
        return _not_saved(form)
    return render_template(
        "comments/comment.html",
        desk=desk,
        version=version,
        passage=passage,
        form=form,
        comment=found,
        back=place,
        history_entries=journal.history_of(g.congress.id, found.id) if found else [],
    )


@blueprint.post("/<uuid:round_id>/cells/<uuid:unit_id>/comments/<uuid:comment_id>/remove")
@requires(Permission.COMMENT)
def remove_comment(round_id: uuid.UUID, unit_id: uuid.UUID, comment_id: uuid.UUID) -> Response:
    desk, found = _own_comment(round_id, unit_id, comment_id)
    version_id = found.version_id
    with transaction():
        actions.remove_comment(found, actor=current_user, today=clock.today())
    flash(_("Đã xóa ý kiến."))
    return redirect(url_for("comments.draft", **desk.ids, version_id=version_id))


@blueprint.route("/<uuid:round_id>/cells/<uuid:unit_id>/send", methods=["GET", "POST"])
@requires(Permission.COMMENT)
def send(round_id: uuid.UUID, unit_id: uuid.UUID) -> Answer:
    """Say in numbers what is sent, then send it; sending twice changes nothing."""
    desk = open_desk(round_id, unit_id)
    if desk.sheet is not None and desk.sheet.sent_at:
        flash(_("Phiếu của %(name)s đã gửi.", name=desk.unit.name))
        return redirect(url_for("comments.sheet", **desk.ids))
    form = EmptyForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.send(desk.round, desk.unit, **desk.acting)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã gửi phiếu góp ý. Cảm ơn các đồng chí."))
            return redirect(url_for("comments.sheet", **desk.ids))
        desk = open_desk(round_id, unit_id)
    comments = queries.comments_of(desk.sheet)
    return render_template(
        "comments/send.html",
        desk=desk,
        form=form,
        comments=comments,
        places=queries.passages_of(comments),
        missing=actions.what_is_missing(desk.sheet, comments),
        counts=rules.count_stances(comment.stance for comment in comments),
        wholes=wholes(desk),
        replies=queries.question_answers(desk.sheet),
        doubts=doubts_of(desk),
    )

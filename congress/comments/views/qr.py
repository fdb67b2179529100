"""The page of the QR code for everybody, its poster, and the office's inbox of what came over it."""

import uuid
from contextlib import suppress

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries
from congress.comments.actions import qr as actions
from congress.comments.forms import EmptyForm, InboxForm, OpinionForm
from congress.comments.models import CommentRound
from congress.comments.printouts.poster import poster
from congress.comments.queries import qr as pages
from congress.comments.rules.qr import check_page_open
from congress.comments.views.blueprint import blueprint
from congress.database import new_id, now, transaction
from congress.drafts import queries as drafts
from congress.drafts.models import PassageText
from congress.printing.response import pdf_response
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.web.access import Permission, public, requires
from congress.web.base_form import said
from congress.web.listing import Pages

PER_PAGE = 50


def _round(token: str) -> CommentRound:
    """The round of a page; whoever guesses learns nothing."""
    if g.congress is None or not (token.isascii() and token.isprintable()):
        abort(404)
    round_ = pages.round_of_page(g.congress.id, token[:100])
    if round_ is None:
        abort(404)
    return round_


def _closed(round_: CommentRound) -> str:
    """Why the page takes nothing; "" when it does."""
    try:
        check_page_open(round_.window, switched_on=round_.qr_open, today=clock.today())
    except RuleBroken as broken:
        return said(broken)
    return ""


@blueprint.route("/opinion/<token>", methods=["GET", "POST"])
@public
def opinion(token: str) -> str | Response | tuple[str, int]:
    """Write one opinion, in general or on a paragraph (?version=…&passage=…); nothing of other people's is shown."""
    round_ = _round(token)
    if closed := _closed(round_):
        return render_template("comments/opinion.html", closed=closed), 403
    version_id = _one_of(round_, request.args.get("version", ""))
    passage = _passage(version_id, request.args.get("passage", ""))
    form = OpinionForm()
    if form.validate_on_submit():
        try:
            with transaction():
                actions.receive(
                    round_,
                    kind=form.kind.data,
                    name=form.name.data or "",
                    comment_id=form.comment.data or new_id(),
                    version_id=version_id,
                    passage_id=passage.passage_id if passage else None,
                    stance=form.stance.data,
                    proposed=form.proposed.data or "",
                    reason=form.reason.data or "",
                    address=request.remote_addr or "",
                    today=clock.today(),
                    moment=now(),
                )
        except RuleBroken as broken:
            form.blame(broken)
        else:
            return redirect(url_for("comments.opinion_thanks", token=token))
    if form.comment.data is None:
        form.comment.data = new_id()
    return render_template(
        "comments/opinion.html", closed="", round=round_, form=form, token=token, passage=passage, version_id=version_id
    )


@blueprint.get("/opinion/<token>/thanks")
@public
def opinion_thanks(token: str) -> str:
    _round(token)
    return render_template("comments/opinion_thanks.html", token=token)


@blueprint.get("/opinion/<token>/<uuid:version_id>")
@public
def opinion_draft(token: str, version_id: uuid.UUID) -> str | Response:
    """The draft to read, with a link beside each paragraph."""
    round_ = _round(token)
    if version_id not in round_.version_ids:
        abort(404)
    if _closed(round_):
        return redirect(url_for("comments.opinion", token=token))
    version = drafts.version(g.congress.id, version_id)
    passages = drafts.passages(g.congress.id, version.id)
    return render_template("comments/opinion_draft.html", version=version, passages=passages, token=token)


def _one_of(round_: CommentRound, text: str) -> uuid.UUID:
    """The draft asked for, or the first of the round."""
    with suppress(ValueError):
        if (found := uuid.UUID(text)) in round_.version_ids:
            return found
    return round_.version_ids[0]


def _passage(version_id: uuid.UUID, text: str) -> PassageText | None:
    passage_id = _id(text)
    return drafts.passage(g.congress.id, version_id, passage_id) if passage_id else None


@blueprint.route("/<uuid:round_id>/qr", methods=["GET", "POST"])
@requires(Permission.MANAGE_DRAFTS)
def qr_inbox(round_id: uuid.UUID) -> str | Response:
    """The page's switch and poster, and what came over it: accepted or put aside."""
    round_ = queries.one_round(g.congress.id, round_id)
    form = InboxForm()
    if form.validate_on_submit():
        chosen = pages.waiting_sheets(round_, [*filter(None, map(_id, request.form.getlist("sheet")[:500]))])
        try:
            if not chosen:
                raise RuleBroken(_("Hãy chọn ít nhất một phiếu."))
            with transaction():
                if "aside" in request.form:
                    actions.put_aside(chosen, actor=current_user, reason=form.reason.data or "")
                else:
                    actions.accept(chosen, actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã xử lý %(n)s phiếu.", n=len(chosen)))
            return redirect(url_for("comments.qr_inbox", round_id=round_.id))
    listed = Pages(pages.count_waiting(round_), PER_PAGE, request.args.get("page", 1, type=int))
    rows = pages.waiting(round_, PER_PAGE, listed.offset)
    return render_template(
        "comments/qr.html",
        round=round_,
        form=form,
        rows=rows,
        places=queries.passages_of([comment for _sheet, comment in rows]),
        waiting=listed.total,
        aside=pages.put_aside(round_),
        link=url_for("comments.opinion", token=round_.qr_token, _external=True) if round_.qr_token else "",
    )


def _id(text: str) -> uuid.UUID | None:
    with suppress(ValueError):
        return uuid.UUID(text)
    return None


@blueprint.post("/<uuid:round_id>/qr/switch")
@requires(Permission.MANAGE_DRAFTS)
def qr_switch(round_id: uuid.UUID) -> Response:
    round_ = queries.one_round(g.congress.id, round_id)
    if EmptyForm().validate_on_submit():
        on = request.form.get("on") == "1"
        with transaction():
            if request.form.get("on") == "renew":
                actions.renew(round_, actor=current_user)
            else:
                actions.switch(round_, on=on, actor=current_user)
        flash(_("Trang mã QR đang mở.") if round_.qr_open else _("Trang mã QR đã tắt."))
    return redirect(url_for("comments.qr_inbox", round_id=round_.id))


@blueprint.post("/<uuid:round_id>/qr/<uuid:respondent_id>/back")
@requires(Permission.MANAGE_DRAFTS)
def qr_bring_back(round_id: uuid.UUID, respondent_id: uuid.UUID) -> Response:
    round_ = queries.one_round(g.congress.id, round_id)
    sheet = queries.sheet(round_, queries.respondent(round_, respondent_id).id)
    if sheet is None:
        abort(404)
    with transaction():
        actions.bring_back(sheet, actor=current_user)
    return redirect(url_for("comments.qr_inbox", round_id=round_.id))


@blueprint.get("/<uuid:round_id>/qr/poster.pdf")
@requires(Permission.MANAGE_DRAFTS)
def qr_poster(round_id: uuid.UUID) -> Response:
    """The poster, once there is an address to print."""
    round_ = queries.one_round(g.congress.id, round_id)
    if not round_.qr_token:
        abort(404)
    link = url_for("comments.opinion", token=round_.qr_token, _external=True)
    return pdf_response(poster(g.congress, round_, link, today=clock.today()))

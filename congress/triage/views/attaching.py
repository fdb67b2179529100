"""The worklist of comments whose text a later draft has changed: the program proposes, people attach."""

import uuid
from contextlib import suppress

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.database import transaction
from congress.drafts import queries as drafts
from congress.drafts.models import DraftVersion, PassageText
from congress.drafts.rules.redline import redline
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.triage import forms, queries
from congress.triage.actions import attaching as actions
from congress.triage.rules.attaching import Show, counted
from congress.triage.rules.desk import as_id
from congress.triage.views.blueprint import blueprint
from congress.web.access import Permission, may, requires
from congress.web.listing import Listing, Pages

PER_PAGE = 20
SHOWN = 30
"""Comments shown of one passage; the rest comes up when these are attached."""


@blueprint.get("/<uuid:round_id>/attach")
@requires(Permission.READ_COMMENTS)
def attaching(round_id: uuid.UUID) -> str:
    """By passage: comments to attach anew (or those attached, or that followed), one draft of the round at a time."""
    round_ = comments.one_round(g.congress.id, round_id)
    state = Listing.read(request.args, (), filters=("draft", "show"))
    pairs = [(each.version, queries.attaching.newest_after(each.version)) for each in round_.drafts]
    followed = [(old, later) for old, later in pairs if later]
    wanted = as_id(state.filters.get("draft", ""))
    old, later = next((pair for pair in followed if pair[0].id == wanted), followed[0] if followed else (None, None))
    show = next((each for each in Show if each.value == state.filters.get("show")), Show.WAITING)
    found = queries.attaching.of_draft(round_, old, later) if old and later else []
    bundles = (
        queries.attaching.bundles([each for each in found if each.show is show], old, later) if old and later else []
    )
    pages = Pages(len(bundles), PER_PAGE, state.page)
    bundles = bundles[pages.offset : pages.offset + PER_PAGE]
    ids = [comment_id for each in bundles for comment_id in each.comment_ids[:SHOWN]]
    return render_template(
        "triage/attaching.html",
        round=round_,
        listing=state,
        pairs=pairs,
        old=old,
        later=later,
        show=show,
        shows=Show,
        counts=counted(found),
        bundles=bundles,
        opinions={each.comment_id: each for each in comments.opinions(round_, comment_ids=ids)} if ids else {},
        by={each.comment_id: each.by_hand.by for each in found if each.by_hand},
        pages=pages,
        shown=SHOWN,
        redline=redline,
        form=forms.AttachForm(formdata=None),
        works=may(Permission.TRIAGE_COMMENTS),
    )


@blueprint.post("/<uuid:round_id>/attach")
@requires(Permission.TRIAGE_COMMENTS)
def attach(round_id: uuid.UUID) -> Response:
    """Attach the ticked comments of one passage, or take that back (`act` "lift")."""
    round_ = comments.one_round(g.congress.id, round_id)
    state = Listing.read(request.args, (), filters=("draft", "show"))
    back = redirect(url_for("triage.attaching", round_id=round_.id, **state.args(page=request.args.get("page"))))
    chosen = [found for each in request.form.getlist("row") if (found := as_id(each))]
    if not chosen:
        flash(_("Chưa chọn ý kiến nào."), "warning")
        return back
    form = forms.AttachForm()
    try:
        with transaction():
            flash(_attached(round_, chosen, form))
    except RuleBroken as broken:
        form.blame(broken)
        for _field, message in form.problems():
            flash(message, "warning")
    return back


def _attached(round_: CommentRound, chosen: list[uuid.UUID], form: forms.AttachForm) -> str:
    old = next((each.version for each in round_.drafts if str(each.version_id) == request.form.get("draft")), None)
    later = queries.attaching.newest_after(old) if old else None
    if old is None or later is None or str(later.id) != request.form.get("later"):
        raise RuleBroken(N_("Vừa có dự thảo mới hơn. Hãy tải lại trang rồi gắn với dự thảo ấy."))
    if request.form.get("act") == "lift":
        count = actions.detach(round_, old, later, chosen, actor=current_user)
        return _("Đã gỡ %(n)s ý kiến; các ý kiến ấy trở lại danh sách cần gắn.", n=count)
    passage = _chosen_passage(later, form)
    count = actions.attach(round_, old, later, chosen, passage, actor=current_user)
    if passage is None:
        return _("Đã ghi %(n)s ý kiến nói về đoạn không còn trong %(draft)s.", n=count, draft=later.label)
    return _("Đã gắn %(n)s ý kiến vào %(draft)s, %(place)s.", n=count, draft=later.label, place=passage.cited)


def _chosen_passage(later: DraftVersion, form: forms.AttachForm) -> PassageText | None:
    """The passage chosen by its number if one is typed, else by the mark; None: it is gone. RuleBroken for neither."""
    mark = request.form.get("place", "")
    if not form.validate():
        raise RuleBroken(N_("Số đoạn là một số từ 1 trở lên."), "number")
    if form.number.data:
        rows = drafts.passages(later.congress_id, later.id)
        found = next((each for each in rows if each.number == form.number.data), None)
        if found is None:
            raise RuleBroken(N_("%(draft)s không có đoạn mang số này."), "number", draft=later.label)
        return found
    if mark == "gone":
        return None
    with suppress(KeyError):
        if wanted := as_id(mark):
            return queries.attaching.passages_of(later, [wanted])[wanted]
    raise RuleBroken(N_("Hãy chọn đoạn của dự thảo sau, hoặc ghi số đoạn, hoặc chọn “Không còn trong dự thảo này”."))

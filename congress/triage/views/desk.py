"""The desk: every comment of a round in the order of the draft, alone or in its point; acts on ticked rows."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.comments.models import CommentRound
from congress.comments.vocabulary import Stance
from congress.database import transaction
from congress.shared import clock
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken, TooLong
from congress.shared.scope import UnitScope
from congress.triage import forms, queries
from congress.triage.actions import bulk, points
from congress.triage.rules import desk as rules
from congress.triage.rules.desk import Wanted
from congress.triage.views.blueprint import blueprint
from congress.triage.vocabulary import Disposition, State
from congress.units import queries as units
from congress.web.access import Permission, may, requires
from congress.web.base_form import said
from congress.web.listing import Listing, Pages

PER_PAGE = 50


@blueprint.get("/")
@requires(Permission.READ_COMMENTS)
def listing() -> str | Response:
    """The rounds with how far each one is; with one round only, its desk at once."""
    rounds = comments.rounds(g.congress.id)
    if len(rounds) == 1:
        return redirect(url_for("triage.desk", round_id=rounds[0].id))
    counts = queries.desk.counts_of(g.congress.id, [each.id for each in rounds])
    return render_template("triage/list.html", rounds=[(each, counts[each.id]) for each in rounds])


def asked() -> tuple[Listing, Wanted]:
    """The filters of the address."""
    state = Listing.read(request.args, (), filters=rules.FILTERS)
    return state, Wanted.read(state.filters, state.search)


@blueprint.get("/<uuid:round_id>")
@requires(Permission.READ_COMMENTS)
def desk(round_id: uuid.UUID) -> str:
    round_ = comments.one_round(g.congress.id, round_id)
    state, wanted = asked()
    pages = Pages(queries.desk.count(round_, wanted), PER_PAGE, state.page)
    rows = queries.desk.rows(round_, wanted, limit=PER_PAGE, offset=pages.offset)
    return render_template(
        "triage/desk.html",
        round=round_,
        listing=state,
        rows=rows,
        fates=queries.attaching.by_comment(round_, [row.first.comment_id for row in rows]),
        pages=pages,
        counts=queries.desk.counts(round_),
        suggested=len(queries.suggestions.waiting(round_)),
        words={"state": [*State, *Disposition], "stance": Stance},
        cells=units.choices(g.congress.id, UnitScope.everything()),
        topics=queries.points.topics(g.congress.id),
        assignees=queries.desk.assignees(round_),
        kept=queries.kept.filters(g.congress.id),
        answers=Disposition,
        form=forms.AnswerForm(formdata=None),
        works=may(Permission.TRIAGE_COMMENTS),
    )


@blueprint.post("/<uuid:round_id>/act")
@requires(Permission.TRIAGE_COMMENTS)
def act(round_id: uuid.UUID) -> str | Response:
    """What is done with the ticked rows: put together, hand over, tag, answer."""
    round_ = comments.one_round(g.congress.id, round_id)
    state, _wanted = asked()
    back = redirect(url_for("triage.desk", round_id=round_.id, **state.args(page=request.args.get("page"))))
    keys = request.form.getlist("row")
    if not any(rules.read_keys(keys)):
        flash(_("Chưa chọn dòng nào."), "warning")
        return back
    act = request.form.get("act", "")
    if act == "group" and (question := asked_first(round_, rules.read_keys(keys), {"act": ["group"], "row": keys})):
        return question
    try:
        with transaction():
            told = _acted(round_, keys, act)
    except RuleBroken as broken:
        if act == "answer" or isinstance(broken, TooLong):  # typed words would be lost on the way back
            raise
        flash(said(broken), "warning")
        return back
    flash(told)
    return back


def asked_first(round_: CommentRound, rows: tuple[list[uuid.UUID], list[uuid.UUID]], typed: dict[str, Any]) -> str:
    """The page that asks before comments on different passages are put together; "" where nothing is to be asked.

    rows   (points, comments) to be put together
    typed  what the form sent, to be sent again with the answer
    """
    ids = queries.points.chosen(g.congress.id, *rows)
    if request.form.get("sure") or (places := queries.points.places_of(g.congress.id, ids)) < 2:
        return ""
    return render_template(
        "triage/group.html",
        round=round_,
        places=places,
        opinions=comments.opinions(round_, comment_ids=ids),
        typed=[(name, value) for name, values in typed.items() for value in values],
        to=request.full_path,
        back=request.full_path.replace("/act", "", 1),
        form=forms.BareForm(formdata=None),
    )


def _acted(round_: CommentRound, keys: list[str], act: str) -> str:
    point_ids, comment_ids = rules.read_keys(keys)
    doing: dict[str, Any] = {"actor": current_user}
    if act == "group":
        point = bulk.put_together(round_, point_ids, comment_ids, **doing)
        return _("Đã gộp thành điểm góp ý “%(name)s”.", name=point.summary[:80])
    if act == "assign":
        count = bulk.hand_over(round_, point_ids, comment_ids, to=request.form.get("assignee", "").strip(), **doing)
        return _("Đã giao %(n)s điểm góp ý.", n=count)
    if act == "tag":
        count = bulk.tag(round_, point_ids, comment_ids, topic=request.form.get("topic", "").strip(), **doing)
        return _("Đã ghi chủ đề cho %(n)s điểm góp ý.", n=count)
    if act == "answer":
        form = forms.AnswerForm()
        if not form.validate():
            if form.forwarded_to.errors:
                raise RuleBroken(str(form.forwarded_to.errors[0]))
            raise RuleBroken(N_("Hướng xử lý chưa hợp lệ. Hãy chọn lại."))
        answer: dict[str, Any] = {name: form[name].data or "" for name in points.ANSWER if name != "decided_on"}
        count = bulk.answer(round_, point_ids, comment_ids, today=clock.today(), **answer, **doing)
        return _("Đã trả lời %(n)s điểm góp ý.", n=count)
    raise RuleBroken(N_("Chưa chọn việc cần làm."))

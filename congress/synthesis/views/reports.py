"""The reports: drawn up, counted anew, read by part, issued, opened again."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.comments import queries as comments
from congress.database import transaction
from congress.journal import queries as journal
from congress.shared import clock
from congress.shared.problems import RuleBroken
from congress.synthesis import actions, forms, queries
from congress.synthesis.rules.departures import departures
from congress.synthesis.rules.numbering import written_number
from congress.synthesis.rules.quantity import Thresholds
from congress.synthesis.views.blueprint import blueprint
from congress.synthesis.vocabulary import Part
from congress.triage.rules.desk import as_id
from congress.web.access import Permission, may, requires
from congress.web.listing import Listing, Pages

PER_PAGE = 40


@blueprint.get("/")
@requires(Permission.READ_COMMENTS)
def listing() -> str:
    return render_template(
        "synthesis/list.html", reports=queries.reports(g.congress.id), works=may(Permission.TRIAGE_COMMENTS)
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.TRIAGE_COMMENTS)
def draw_up() -> str | Response:
    """Choose the round and the thresholds; the program writes the report."""
    form = forms.DrawUpForm()
    rounds = comments.rounds(g.congress.id)
    form.round.offer([(each.id, each.title) for each in rounds])
    if form.validate_on_submit():
        try:
            with transaction():
                round_ = comments.one_round(g.congress.id, form.round.data)
                made = actions.draw_up(round_, form.thresholds(), actor=current_user)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã lập báo cáo. Hãy đọc lại từng câu; bấm “nguồn” để xem các ý kiến của câu ấy."))
            return redirect(url_for("synthesis.report", synthesis_id=made.id))
    return render_template("synthesis/new.html", form=form, rounds=rounds)


@blueprint.get("/<uuid:synthesis_id>")
@requires(Permission.READ_COMMENTS)
def report(synthesis_id: uuid.UUID) -> str:
    return page(synthesis_id)


def page(synthesis_id: uuid.UUID, **given: Any) -> str:
    """The report, one part of it if asked, with what departs from the counts."""
    found = queries.report(g.congress.id, synthesis_id)
    round_ = comments.one_round(g.congress.id, found.round_id)
    state = Listing.read(request.args, (), filters=("draft", "part", "only"))
    word = state.filters.get("part", "")
    wanted: dict[str, Any] = {
        "version_id": as_id(state.filters.get("draft", "")),
        "part": Part(word) if word in set(Part) else None,
        "edited": state.filters.get("only") == "edited",
    }
    pages = Pages(queries.count(found, **wanted), PER_PAGE, state.page)
    rows = queries.statements(found, **wanted, limit=PER_PAGE, offset=pages.offset)
    return render_template(
        "synthesis/report.html",
        report=found,
        round=round_,
        moved=queries.moved(found, round_),
        listing=state,
        pages=pages,
        rows=[(each, departures(each.written, each.text)) for each in rows],
        drafts=queries.drafts(found),
        changed=queries.count(found, edited=True),
        parts=Part,
        note=Thresholds.read(found.thresholds).explained(found.base),
        again=given.get("again") or forms.ThresholdsForm(formdata=None, obj=found, data=found.thresholds),
        form=forms.BareForm(formdata=None, obj=found),
        works=may(Permission.TRIAGE_COMMENTS),
        history_entries=journal.history_of(g.congress.id, found.id) if may(Permission.READ_JOURNAL) else None,
    )


@blueprint.post("/<uuid:synthesis_id>/again")
@requires(Permission.TRIAGE_COMMENTS)
def draw_up_again(synthesis_id: uuid.UUID) -> str | Response:
    """Count anew from what is there today; edited statements stay."""
    found = queries.report(g.congress.id, synthesis_id)
    form = forms.ThresholdsForm()
    if form.validate():
        try:
            with transaction():
                round_ = comments.one_round(g.congress.id, found.round_id)
                actions.draw_up_again(round_, found, form.thresholds(), actor=current_user, version=form.version.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã tính lại từ các ý kiến hiện nay; câu đã sửa được giữ nguyên."))
            return redirect(url_for("synthesis.report", synthesis_id=found.id))
    return page(synthesis_id, again=form)


@blueprint.route("/<uuid:synthesis_id>/issue", methods=["GET", "POST"])
@requires(Permission.TRIAGE_COMMENTS)
def issue(synthesis_id: uuid.UUID) -> str | Response:
    """Number, day and signer; then the report is locked."""
    found = queries.report(g.congress.id, synthesis_id)
    start = {
        "version": found.version,
        "number": written_number(found.number, found.symbol),
        "signed_by": found.signed_by,
        "issued_on": clock.today(),
        "authority": found.authority or "T/M Tiểu ban Văn kiện",
        "position": found.position or "Trưởng tiểu ban",
    }
    form = forms.IssueForm(data=start)
    if form.validate_on_submit():
        fields = {name: form[name].data for name in actions.ISSUE if name != "symbol"}
        fields["number"] = fields["number"] or ""
        try:
            with transaction():
                actions.issue(found, actor=current_user, version=form.version.data, today=clock.today(), **fields)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ban hành báo cáo tổng hợp."))
            return redirect(url_for("synthesis.report", synthesis_id=found.id))
    departed = [each for each in queries.statements(found, edited=True) if departures(each.written, each.text)]
    moved = queries.moved(found, comments.one_round(g.congress.id, found.round_id))
    return render_template("synthesis/issue.html", report=found, form=form, departed=departed, moved=moved)


@blueprint.post("/<uuid:synthesis_id>/reopen")
@requires(Permission.TRIAGE_COMMENTS)
def reopen(synthesis_id: uuid.UUID) -> Response:
    found = queries.report(g.congress.id, synthesis_id)
    with transaction():
        actions.reopen(found, actor=current_user, version=forms.BareForm().version.data)
    flash(_("Đã mở lại báo cáo để sửa."))
    return redirect(url_for("synthesis.report", synthesis_id=found.id))


@blueprint.route("/<uuid:synthesis_id>/drop", methods=["GET", "POST"])
@requires(Permission.TRIAGE_COMMENTS)
def drop(synthesis_id: uuid.UUID) -> str | Response:
    """Throw the report away, after a page that says what goes."""
    found = queries.report(g.congress.id, synthesis_id)
    form = forms.BareForm(obj=found)
    if form.validate_on_submit():
        try:
            with transaction():
                actions.drop(found, actor=current_user, version=form.version.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã xóa báo cáo tổng hợp; các ý kiến góp ý không đổi."))
            return redirect(url_for("synthesis.listing"))
    return render_template("synthesis/drop.html", report=found, form=form, changed=queries.count(found, edited=True))

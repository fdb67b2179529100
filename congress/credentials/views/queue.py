"""The queue: everybody with something to be looked at, one delegate's concerns, decisions one by one and in bulk."""

import uuid

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.credentials import forms, queries
from congress.credentials.actions import checks as actions
from congress.credentials.rules import queue as rules
from congress.credentials.rules.checks import Checked
from congress.credentials.rules.queue import Case, Wanted
from congress.credentials.views.frame import blueprint, may_check, turned_back
from congress.credentials.vocabulary import Colour, Ground, Stage, Verdict
from congress.database import transaction
from congress.delegates import queries as delegates
from congress.delegates.models import Delegate
from congress.journal import queries as journal
from congress.shared.labels import N_
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.web.access import Permission, may, requires
from congress.web.listing import Column, Listing, Pages

COLUMNS = (Column("name", N_("Họ và tên"), fixed=True), Column("unit", N_("Chi bộ")))
PAGE = 50


def _asked() -> tuple[Listing, Wanted]:
    state = Listing.read(request.args, COLUMNS, filters=rules.FILTERS)
    return state, Wanted.read(state.filters, state.search)


@blueprint.get("/checks")
@requires(Permission.READ_CREDENTIALS)
def queue() -> str:
    state, wanted = _asked()
    cases = queries.cases(g.congress)
    found = rules.of(cases, wanted)
    pages = Pages(len(found), PAGE, state.page)
    return render_template(
        "credentials/queue.html",
        listing=state,
        cases=found[pages.offset : pages.offset + PAGE],
        pages=pages,
        facets=rules.facets(cases, wanted),
        counts=rules.add_up(cases),
        units={case.checked.line.unit_id: case.checked.line.unit for case in cases},
        words={"colour": Colour, "stage": Stage},
        grounds=Ground,
        checks=may_check(),
    )


def _found(delegate_id: uuid.UUID, cases: list[Case]) -> Case:
    """The case of one delegate; 404 for whoever holds no place of this congress."""
    found = next((case for case in cases if case.checked.line.id == delegate_id), None)
    if found is None:
        abort(404)
    return found


def _delegate(delegate_id: uuid.UUID) -> Delegate:
    return delegates.one(g.congress.id, UnitScope.everything(), delegate_id)


@blueprint.route("/checks/<uuid:delegate_id>", methods=["GET", "POST"])
@requires(Permission.READ_CREDENTIALS)
def case(delegate_id: uuid.UUID) -> str | Response:
    """One delegate's concerns; sent, a decision is recorded and the next one of the queue opens."""
    delegate = _delegate(delegate_id)
    cases = queries.cases(g.congress)
    found = _found(delegate.id, cases)
    state, wanted = _asked()
    row = queries.decision(g.congress.id, delegate.id)
    proposed = row.verdict if row else Verdict.QUALIFIED if found.checked.colour is Colour.GREEN else Verdict.LACKING
    form = (
        forms.DecisionForm(
            data={
                "version": row.version if row else 0,
                "seen": "\n".join(found.checked.keys),
                "verdict": proposed,
                "reason": row.reason if row else "",
                "paper": row.paper if row else "",
            }
        )
        if may_check()
        else None
    )
    before, after = _neighbours(delegate.id, rules.of(cases, wanted))
    if form is not None and form.validate_on_submit():
        try:
            with transaction():
                _decide(delegate, found.checked, form)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi kết luận về đồng chí %(name)s.", name=delegate.person.full_name))
            if after:
                return redirect(url_for("credentials.case", delegate_id=after.checked.line.id, **state.args()))
            return redirect(url_for("credentials.queue", **state.args()))
    return render_template(
        "credentials/case.html",
        delegate=delegate,
        case=found,
        decision=row,
        form=form,
        listing=state,
        before=before,
        after=after,
        checks=may_check(),
        may_mend=may(Permission.REGISTER_DELEGATES),
        history_entries=journal.history_of(g.congress.id, delegate.id) if may(Permission.READ_JOURNAL) else None,
    )


def _decide(delegate: Delegate, checked: Checked, form: forms.DecisionForm) -> None:
    actions.decide(
        g.congress,
        delegate,
        checked,
        actor=current_user,
        version=form.version.data,
        seen=[key.strip() for key in (form.seen.data or "").split("\n") if key.strip()],
        verdict=form.verdict.data,
        reason=form.reason.data or "",
        paper=form.paper.data or "",
    )


def _neighbours(delegate_id: uuid.UUID, found: list[Case]) -> tuple[Case | None, Case | None]:
    """Who comes before and after in the queue; for somebody who is not in it, its first comes after."""
    places = {case.checked.line.id: place for place, case in enumerate(found)}
    here = places.get(delegate_id)
    if here is None:
        return None, next(iter(found), None)
    before = found[here - 1] if here else None
    return before, found[here + 1] if here + 1 < len(found) else None


@blueprint.route("/checks/<uuid:delegate_id>/undo", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def undo(delegate_id: uuid.UUID) -> str | Response:
    delegate = _delegate(delegate_id)
    row = queries.decision(g.congress.id, delegate.id)
    form = forms.UndoForm(data={"version": row.version if row else 0})
    if form.validate_on_submit():
        try:
            with transaction():
                actions.undo(g.congress, delegate, actor=current_user, version=form.version.data)
        except RuleBroken as broken:
            return turned_back(broken, "credentials.case", delegate_id=delegate.id)
        flash(_("Đã rút kết luận về đồng chí %(name)s.", name=delegate.person.full_name))
        return redirect(url_for("credentials.case", delegate_id=delegate.id))
    return render_template("credentials/undo.html", delegate=delegate, decision=row, form=form)


@blueprint.route("/checks/qualify", methods=["GET", "POST"])
@requires(Permission.CHECK_CREDENTIALS)
def qualify() -> str | Response:
    """All green ones at once: first the page that says how many and who, then the act for those that were shown."""
    form = forms.EmptyForm()
    if form.validate_on_submit():
        chosen = delegates.several(g.congress.id, UnitScope.everything(), _ids(request.form.getlist("delegate")))
        with transaction():
            done = actions.decide_plain(g.congress, chosen, actor=current_user)
        flash(_("Đã kết luận đủ tư cách %(n)s đại biểu.", n=done))
        if done < len(chosen):
            left = len(chosen) - done
            flash(_("%(n)s đại biểu vừa có thay đổi nên chưa kết luận. Hãy xem từng người.", n=left), "warning")
        return redirect(url_for("credentials.queue"))
    cases = queries.cases(g.congress)
    return render_template("credentials/qualify.html", cases=rules.plain(cases), counts=rules.add_up(cases), form=form)


def _ids(texts: list[str]) -> list[uuid.UUID]:
    found = []
    for text in texts[:5000]:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found

"""Pages of substitutions: who falls out and who comes up, what follows, the decision, and taking it back."""

import uuid
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from congress.database import now, transaction
from congress.delegates import printouts, queries
from congress.delegates.actions import substitution as acts
from congress.delegates.actions.substitution import Grounds
from congress.delegates.forms import DecisionForm, SubstituteForm, UndoForm
from congress.delegates.models import Delegate, Substitution
from congress.delegates.queries import succession as reading
from congress.delegates.rules import consequences, falling_out, succession
from congress.delegates.rules.succession import Choice
from congress.delegates.views.frame import blueprint, delegate_of, is_reviewer, today
from congress.delegates.vocabulary import NOT_SUMMONED_REASONS, REASON_SOURCES, Origin, Standing, Status
from congress.printing.response import pdf_response, preview_response
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.web.access import Permission, may, my_scope, requires
from congress.web.base_form import said


@blueprint.get("/substitutions")
@requires(Permission.READ_DELEGATES)
def substitutions() -> str:
    """Who is out without a successor, where alternates are left, and every substitution with its paper."""
    scope = my_scope(Permission.READ_DELEGATES)
    return render_template(
        "delegates/substitutions.html",
        desk=reading.desk(g.congress.id, scope),
        reviewer=is_reviewer(),
    )


@blueprint.route("/<uuid:delegate_id>/substitute", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def substitute(delegate_id: uuid.UUID) -> str | Response:
    """First the grounds and the alternate, then what follows in numbers, then the act."""
    out = delegate_of(delegate_id, Permission.REVIEW_DELEGATES)
    if out.status is Status.REPLACED or out.standing is not Standing.OFFICIAL:
        falling_out.check_replaceable(queries.line_of(out))
    of = acts.considered(g.congress, out, today()) if out.origin is Origin.ELECTED else []
    proposed = succession.first(of)
    form = SubstituteForm(
        data={
            "version": out.version,
            "reason": out.status_reason,
            "from_day": today(),
            "absent_throughout": out.absent_throughout,
            "in_delegate": proposed.line.id if proposed else None,
        }
    )
    form.in_delegate.offer((choice.line.id, choice.line.full_name) for choice in of)
    if form.validate_on_submit() and "back" not in request.form:
        try:
            if "confirm" in request.form:
                return _carry_out(out, form)
            return _what_follows(out, form, of)
        except RuleBroken as broken:
            form.blame(broken)
    return render_template(
        "delegates/substitute.html",
        form=form,
        out=out,
        choices=of,
        proposed=proposed,
        elected=out.origin is Origin.ELECTED,
        skip_reasons=_skip_reasons(of),
        sources=REASON_SOURCES,
        overrides=may(Permission.MANAGE_CONGRESS),
    )


def _skip_reasons(of: list[Choice]) -> dict[uuid.UUID, str]:
    """What was typed beside each alternate."""
    return {each.line.id: request.form.get(f"skip-{each.line.id}", "").strip() for each in of}


def _grounds(form: SubstituteForm) -> Grounds:
    return Grounds(
        reason=form.reason.data,
        words=form.reason_words.data or "",
        paper=form.paper.data or "",
        paper_on=form.paper_on.data,
        from_day=form.from_day.data,
    )


def _act(out: Delegate, form: SubstituteForm) -> dict[str, Any]:
    """What weighing and carrying out take alike."""
    of = acts.considered(g.congress, out, today())
    return {
        "today": today(),
        "grounds": _grounds(form),
        "skipped": _skip_reasons(of),
        "override": form.override.data or "",
        "may_override": may(Permission.MANAGE_CONGRESS),
    }


def _carry_out(out: Delegate, form: SubstituteForm) -> Response:
    if form.in_delegate.data is None:
        with transaction():
            acts.leave_vacant(
                out,
                actor=current_user,
                version=form.version.data,
                grounds=_grounds(form),
                absent_throughout=form.absent_throughout.data,
            )
        flash(_("Đã ghi: đồng chí %(name)s không dự, không ai thay.", name=out.person.full_name))
        return redirect(url_for("delegates.show", delegate_id=out.id))
    with transaction():
        row = acts.promote(
            g.congress,
            out,
            form.in_delegate.data,
            actor=current_user,
            moment=now(),
            version=form.version.data,
            decision={name: form[name].data for name in acts.OF_DECISION},
            **_act(out, form),
        )
    flash(_("Đã thay đại biểu. Hãy in quyết định và trình ký."))
    return redirect(url_for("delegates.substitution", substitution_id=row.id))


def _what_follows(out: Delegate, form: SubstituteForm, of: list[Choice]) -> str:
    """The page before the act: what changes, in numbers."""
    lines = queries.lines(g.congress.id, UnitScope.everything())
    before = next(line for line in lines if line.id == out.id)
    chosen = None
    skipped: tuple[succession.Skipped, ...] = ()
    if form.in_delegate.data is None:
        barred = form.reason.data in NOT_SUMMONED_REASONS
        status = Status.NOT_SUMMONED if barred else Status.ABSENT
        away = form.absent_throughout.data
        after = consequences.with_status(lines, before, status, form.reason.data, absent_throughout=away)
    else:
        choice, skipped = acts.weigh(g.congress, out, form.in_delegate.data, **_act(out, form))
        chosen = choice.line
        after = consequences.promoted(lines, before, chosen)
    day = g.congress.opens_on or today()
    return render_template(
        "delegates/substitute_confirm.html",
        form=form,
        out=out,
        chosen=chosen,
        skipped=skipped,
        skip_reasons=_skip_reasons(of),
        effect=consequences.effect(lines, after, before, out.unit.official_quota, day),
        day=day,
    )


def _row(substitution_id: uuid.UUID, permission: Permission) -> Substitution:
    return reading.one(g.congress.id, my_scope(permission), substitution_id)


@blueprint.route("/substitutions/<uuid:substitution_id>", methods=["GET", "POST"])
@requires(Permission.READ_DELEGATES)
def substitution(substitution_id: uuid.UUID) -> str | Response:
    """One substitution and its decision; number, day and signer are written here once they are known."""
    row = _row(substitution_id, Permission.READ_DELEGATES)
    form = DecisionForm(obj=row)
    if is_reviewer() and form.validate_on_submit():
        try:
            with transaction():
                acts.record_decision(row, actor=current_user, **form.data_to_save())
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã ghi số, ngày và người ký quyết định."))
            return redirect(url_for("delegates.substitution", substitution_id=row.id))
    return render_template("delegates/substitution.html", row=row, form=form, reviewer=is_reviewer())


@blueprint.route("/substitutions/<uuid:substitution_id>/undo", methods=["GET", "POST"])
@requires(Permission.REVIEW_DELEGATES)
def undo_substitution(substitution_id: uuid.UUID) -> str | Response:
    """Both records become again what they were, until the credentials report is adopted."""
    row = _row(substitution_id, Permission.REVIEW_DELEGATES)
    form = UndoForm()
    try:
        acts.refuse_undo(g.congress, row)
    except RuleBroken as broken:
        flash(said(broken), "warning")
        return redirect(url_for("delegates.substitution", substitution_id=row.id))
    if form.validate_on_submit():
        try:
            with transaction():
                acts.undo(g.congress, row, actor=current_user, moment=now(), reason=form.reason.data)
        except RuleBroken as broken:
            form.blame(broken)
        else:
            flash(_("Đã hoàn tác. Hai đồng chí trở lại như trước khi thay."))
            return redirect(url_for("delegates.substitution", substitution_id=row.id))
    return render_template("delegates/substitution_undo.html", row=row, form=form)


@blueprint.get("/substitutions/<uuid:substitution_id>/print")
@requires(Permission.READ_DELEGATES)
def substitution_preview(substitution_id: uuid.UUID) -> Response:
    row = _row(substitution_id, Permission.READ_DELEGATES)
    return preview_response(
        printouts.decision_of(g.congress, row, today=today()),
        links=[
            (_("Tải PDF"), url_for("delegates.substitution_pdf", substitution_id=row.id)),
            (_("Quay lại"), url_for("delegates.substitution", substitution_id=row.id)),
        ],
    )


@blueprint.get("/substitutions/<uuid:substitution_id>/print.pdf")
@requires(Permission.READ_DELEGATES)
def substitution_pdf(substitution_id: uuid.UUID) -> Response:
    row = _row(substitution_id, Permission.READ_DELEGATES)
    return pdf_response(printouts.decision_of(g.congress, row, today=today()))

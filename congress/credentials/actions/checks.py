"""Deciding about the standing of delegates: one by one, all who have nothing against them, and taking it back."""

from collections.abc import Sequence

from congress.congresses.models import Congress
from congress.credentials import queries
from congress.credentials.models import Decision
from congress.credentials.rules import queue
from congress.credentials.rules.checks import Checked
from congress.credentials.vocabulary import Verdict
from congress.database import db, explain_unique, now
from congress.delegates.models import Delegate
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken

explain_unique(
    "credentials_decision",
    ("congress_id", "delegate_id"),
    N_("Người khác vừa kết luận về đồng chí này. Hãy xem lại."),
)
name_fields(
    "delegate",
    "credentials_decision",
    verdict=N_("Kết luận tư cách"),
    verdict_paper=N_("Văn bản kết luận"),
    grounds=N_("Số điểm đã xem xét"),
)


def decide(
    congress: Congress,
    delegate: Delegate,
    checked: Checked,
    *,
    actor: Actor,
    version: int | None,
    seen: Sequence[str] | None = None,
    verdict: Verdict,
    reason: str = "",
    paper: str = "",
) -> Decision:
    """Record a verdict upon what the check finds now; `seen` are the keys the page showed, `version` 0 for no decision.

    Raises RuleBroken on `reason`, or when the facts are no longer those that were shown; StaleEdit.
    """
    row = queries.decision(congress.id, delegate.id)
    if row is not None:
        refuse_stale(row, version)
    elif version:
        raise RuleBroken(N_("Người khác vừa rút kết luận trước. Hãy xem lại rồi kết luận."))
    if seen is not None and set(seen) != set(checked.keys):
        raise RuleBroken(N_("Thông tin của đồng chí này vừa thay đổi. Hãy xem lại các điểm dưới đây rồi kết luận lại."))
    queue.refuse_bare(verdict, checked, reason)
    return _write(congress, delegate, checked, row, actor=actor, verdict=verdict, reason=reason, paper=paper)


def _write(
    congress: Congress,
    delegate: Delegate,
    checked: Checked,
    row: Decision | None,
    *,
    actor: Actor,
    verdict: Verdict,
    reason: str = "",
    paper: str = "",
) -> Decision:
    before = {"verdict": row.verdict, "verdict_paper": row.paper} if row else {}
    if row is None:
        row = Decision(congress_id=congress.id, delegate_id=delegate.id, verdict=verdict)
        db.session.add(row)
    row.verdict, row.reason, row.paper, row.keys = verdict, reason, paper, list(checked.keys)
    row.decided_by, row.decided_at = actor.full_name, now()
    after = {"verdict": verdict, "verdict_paper": paper, "grounds": len(checked.concerns)}
    changes = differences(before, after)
    note(
        actor,
        N_("Kết luận tư cách đại biểu"),
        delegate,
        label=delegate.person.full_name,
        changes=changes,
        reason=reason,
    )
    return row


def decide_plain(congress: Congress, delegates: Sequence[Delegate], *, actor: Actor) -> int:
    """Find those of these delegates qualified who are green and have no decision that holds; how many they were."""
    wanted = {case.checked.line.id: case.checked for case in queue.plain(queries.cases(congress))}
    before = queries.decisions(congress.id)
    done = 0
    for delegate in delegates:
        if checked := wanted.get(delegate.id):
            _write(congress, delegate, checked, before.get(delegate.id), actor=actor, verdict=Verdict.QUALIFIED)
            done += 1
    return done


def undo(congress: Congress, delegate: Delegate, *, actor: Actor, version: int | None) -> None:
    """Take a decision back; the delegate is open again. Raises StaleEdit, and RuleBroken where there is none."""
    row = queries.decision(congress.id, delegate.id)
    if row is None:
        raise RuleBroken(N_("Chưa có kết luận nào để rút."))
    refuse_stale(row, version)
    changes = differences({"verdict": row.verdict}, {"verdict": None})
    note(
        actor, N_("Rút kết luận tư cách"), delegate, label=delegate.person.full_name, changes=changes, reason=row.reason
    )
    db.session.delete(row)

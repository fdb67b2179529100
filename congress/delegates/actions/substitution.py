"""An alternate comes up for a delegate who falls out; and that is taken back."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from congress.congresses.models import Congress
from congress.database import db, explain_unique, values_of
from congress.delegates import queries
from congress.delegates.actions.status import set_status
from congress.delegates.models import Delegate, Substitution
from congress.delegates.queries import succession as reading
from congress.delegates.rules import falling_out, succession
from congress.delegates.rules.succession import Choice, Skipped
from congress.delegates.vocabulary import NOT_SUMMONED_REASONS, Reason, Standing, Status
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import date_on_paper

_TWICE = N_("Người khác vừa ghi một lần thay thế cho đồng chí này. Hãy mở lại trang để xem.")
explain_unique("substitution", ("out_standing",), _TWICE)
explain_unique("substitution", ("congress_id", "out_delegate_id"), _TWICE)
explain_unique("substitution", ("in_standing",), _TWICE)
explain_unique("substitution", ("congress_id", "in_delegate_id"), _TWICE)
name_fields(
    "delegate",
    "substitution",
    replaced_by=N_("Người thay"),
    replaces=N_("Thay cho"),
    decision_number=N_("Số quyết định"),
    decision_on=N_("Ngày quyết định"),
    signer=N_("Người ký"),
    signer_post=N_("Chức vụ người ký"),
)
OF_OUT = ("status", "status_reason", "absent_throughout", "status_paper")
OF_DECISION = ("decision_number", "decision_on", "signer", "signer_post")


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why a delegate falls out, and the paper that says so; `words` are the office's own."""

    reason: Reason | None
    words: str = ""
    paper: str = ""
    paper_on: date | None = None
    from_day: date | None = None

    @property
    def reference(self) -> str:
        """The paper with its day, as a record shows it."""
        return ", ngày ".join(filter(None, (self.paper, date_on_paper(self.paper_on) if self.paper_on else "")))[:120]


def considered(congress: Congress, out: Delegate, today: date) -> list[Choice]:
    """The alternates of the delegate's cell in the order they come up, each with what bars it."""
    lines = queries.lines(congress.id, UnitScope.only([out.unit_id]))
    mine = next(line for line in lines if line.id == out.id)
    return succession.choices(lines, mine, out.unit.held_on, today)


def weigh(
    congress: Congress,
    out: Delegate,
    chosen: uuid.UUID,
    *,
    today: date,
    grounds: Grounds,
    skipped: Mapping[uuid.UUID, str],
    override: str = "",
    may_override: bool = False,
) -> tuple[Choice, tuple[Skipped, ...]]:
    """Whether the chosen alternate may come up, and who is passed over for what reason. Writes nothing; RuleBroken."""
    falling_out.check_open(congress.credentials_adopted_on, override, may_override=may_override)
    falling_out.check_fall(queries.line_of(out), grounds.reason, moved=bool(out.moved_to))
    if grounds.paper_on and grounds.paper_on > today:
        raise RuleBroken(N_("Ngày của văn bản không thể ở sau hôm nay."), "paper_on")
    return succession.pass_over(considered(congress, out, today), chosen, skipped)


def promote(
    congress: Congress,
    out: Delegate,
    chosen: uuid.UUID,
    *,
    actor: Actor,
    today: date,
    moment: datetime,
    version: int | None,
    grounds: Grounds,
    skipped: Mapping[uuid.UUID, str],
    decision: Mapping[str, Any],
    override: str = "",
    may_override: bool = False,
) -> Substitution:
    """Let an alternate come up for an official delegate, at once: both records, the substitution, the journal.

    `skipped` are the reasons for passing over alternates who stand before the chosen one. Raises RuleBroken, StaleEdit.
    """
    queries.filled(out.unit)  # locks the cell: two secretaries do not promote the same alternate
    refuse_stale(out, version)
    wanted, passed_over = weigh(
        congress,
        out,
        chosen,
        today=today,
        grounds=grounds,
        skipped=skipped,
        override=override,
        may_override=may_override,
    )
    came_up = queries.one(congress.id, UnitScope.only([out.unit_id]), wanted.line.id)
    before = {**values_of(out, *OF_OUT), "rank": came_up.rank, "standing": came_up.standing}
    row = Substitution(
        congress_id=congress.id,
        out_delegate_id=out.id,
        in_delegate_id=came_up.id,
        reason=grounds.reason or Reason.OTHER,
        reason_words=grounds.words,
        paper=grounds.paper,
        paper_on=grounds.paper_on,
        from_day=grounds.from_day or today,
        skipped=[asdict(each) | {"id": str(each.id)} for each in passed_over],
        before={name: _plain(value) for name, value in before.items()},
        override=override if congress.credentials_adopted_on else "",
        made_at=moment,
        made_by=actor.full_name,
        **{name: decision.get(name) for name in ("decision_number", "decision_on")},
        **{name: decision.get(name) or "" for name in ("signer", "signer_post")},
    )
    db.session.add(row)
    _replace(out, came_up, grounds, moment)
    _note_both(
        actor,
        (N_("Thay thế đại biểu"), N_("Dự khuyết lên chính thức")),
        row,
        {name: [_plain(before[name]), _plain(getattr(out, name))] for name in OF_OUT},
        {"standing": [before["standing"].value, came_up.standing.value], "rank": [before["rank"], None]},
        "; ".join(
            filter(None, (grounds.words, row.override, *(f"{each.name}: {each.reason}" for each in passed_over)))
        ),
    )
    return row


def _replace(out: Delegate, came_up: Delegate, grounds: Grounds, moment: datetime) -> None:
    out.status = Status.REPLACED
    out.status_reason = grounds.reason
    out.absent_throughout = False
    out.status_paper = grounds.reference
    came_up.standing = Standing.OFFICIAL
    came_up.rank = None
    out.changed_at = came_up.changed_at = moment


def leave_vacant(
    out: Delegate, *, actor: Actor, version: int | None, grounds: Grounds, absent_throughout: bool
) -> None:
    """A delegate falls out and nobody comes up: not summoned or absent, as the reason says.

    Who is absent throughout then leaves the base (domain.md §5.5).
    """
    barred = grounds.reason in NOT_SUMMONED_REASONS
    set_status(
        out,
        actor=actor,
        version=version,
        status=Status.NOT_SUMMONED if barred else Status.ABSENT,
        status_reason=grounds.reason,
        absent_throughout=absent_throughout,
        status_paper=grounds.reference,
    )


def refuse_undo(congress: Congress, row: Substitution) -> None:
    """Raise RuleBroken, saying why, when a promotion cannot be taken back."""
    if not row.stands:
        raise RuleBroken(N_("Lần thay thế này đã được hoàn tác."))
    later = reading.for_delegate(congress.id, row.in_delegate_id)
    rank = row.before.get("rank")
    holder = queries.ranks(row.out_delegate.unit, but=row.in_delegate_id).get(rank, "") if rank else ""
    falling_out.check_undo(congress.credentials_adopted_on, later.in_delegate.person.full_name if later else "", holder)


def undo(congress: Congress, row: Substitution, *, actor: Actor, moment: datetime, reason: str) -> None:
    """Take a promotion back: both records are again what they were. Raises RuleBroken."""
    if not reason:
        raise RuleBroken(N_("Hãy ghi lý do hoàn tác."), "reason")
    out, came_up = row.out_delegate, row.in_delegate
    queries.filled(out.unit)  # locks the cell
    refuse_undo(congress, row)
    rank = row.before.get("rank")
    left = values_of(out, *OF_OUT)
    reached = values_of(came_up, "standing", "rank")
    out.status = Status(row.before["status"])
    out.status_reason = Reason(row.before["status_reason"]) if row.before["status_reason"] else None
    out.absent_throughout = bool(row.before["absent_throughout"])
    out.status_paper = row.before["status_paper"]
    came_up.standing = Standing(row.before["standing"])
    came_up.rank = rank
    out.changed_at = came_up.changed_at = moment
    row.undone_at, row.undone_by, row.undone_reason = moment, actor.full_name, reason
    _note_both(
        actor,
        (N_("Hoàn tác thay thế đại biểu"), N_("Hoàn tác việc lên chính thức")),
        row,
        differences(left, values_of(out, *OF_OUT)),
        differences(reached, values_of(came_up, "standing", "rank")),
        reason,
    )


def _note_both(actor: Actor, acts: tuple[str, str], row: Substitution, of_out: Any, of_in: Any, reason: str) -> None:
    """The same act stands in the journal of both people, each naming the other."""
    db.session.flush()
    db.session.refresh(row, ["out_delegate", "in_delegate"])
    out, came_up = row.out_delegate, row.in_delegate
    names = out.person.full_name, came_up.person.full_name
    stands = row.stands
    changed = {name: pair for name, pair in of_out.items() if pair[0] != pair[1]}
    changed["replaced_by"] = [None, names[1]] if stands else [names[1], None]
    note(actor, acts[0], out, label=names[0], changes=changed, reason=reason)
    note(
        actor,
        acts[1],
        came_up,
        label=names[1],
        changes={**of_in, "replaces": [None, names[0]] if stands else [names[0], None]},
        reason=reason,
    )


def record_decision(row: Substitution, *, actor: Actor, version: int | None, **decision: Any) -> None:
    """Write number, day and signer of the decision, often known only later. Raises RuleBroken or StaleEdit."""
    refuse_stale(row, version)
    if not row.stands:
        raise RuleBroken(N_("Lần thay thế này đã được hoàn tác."))
    new = {name: decision.get(name) for name in OF_DECISION[:2]} | {
        name: decision.get(name) or "" for name in OF_DECISION[2:]
    }
    before = values_of(row, *OF_DECISION)
    for name, value in new.items():
        setattr(row, name, value)
    if changes := differences(before, new):
        label = f"{row.out_delegate.person.full_name} → {row.in_delegate.person.full_name}"
        note(actor, N_("Ghi quyết định thay thế đại biểu"), row, label=label, changes=changes)


def _plain(value: Any) -> Any:
    """A value of `before` as JSON holds it."""
    return getattr(value, "value", value)

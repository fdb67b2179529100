"""Giving badge numbers and printing badges; each act is checked, written, and noted in the journal."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

from congress.attendance import queries
from congress.attendance.models import Badge, BadgeRun
from congress.attendance.rules import badges as rules
from congress.attendance.rules.badges import BadgeLine
from congress.congresses.models import Congress
from congress.database import db, explain_unique, new_id
from congress.delegates import queries as delegates
from congress.journal.actions import Actor, note
from congress.shared.labels import N_, name_fields
from congress.shared.scope import UnitScope

explain_unique(
    "badge",
    ("congress_id", "badge_class", "number"),
    N_("Người khác vừa cấp số thẻ. Hãy mở lại trang rồi in lần nữa."),
)
name_fields("badge_run", badges=N_("Số thẻ trong lượt in"), reprints=N_("Trong đó in lại"))
name_fields("delegate", badge=N_("Thẻ đại biểu"))


def give_numbers(congress: Congress) -> int:
    """Give every delegate who is expected and has no badge yet the next number of the class; how many were given."""
    queries.hold_numbers(congress)
    return len(_number(congress, queries.badge_lines(congress.id), None))


def print_badges(
    congress: Congress, delegate_ids: Collection[uuid.UUID], *, actor: Actor, moment: datetime, reason: str = ""
) -> BadgeRun:
    """Record that these delegates' badges are printed together now, each with what stands on it.

    Who has no number gets one. A badge printed before gets a new token, so that of two cards only the newer one counts,
    and asks for a `reason`. Raises RuleBroken for nobody, for somebody who does not come, and without that reason.
    """
    queries.hold_numbers(congress)
    lines = queries.badge_lines(congress.id)
    wanted = set(delegate_ids)
    chosen = [each for each in lines if each.id in wanted]
    rules.refuse_unprintable(chosen, reason)
    reprints = [each for each in chosen if each.times]
    run = BadgeRun(
        congress_id=congress.id,
        printed_at=moment,
        printed_by=actor.full_name,
        badges=len(chosen),
        reprints=len(reprints),
        reason=reason if reprints else "",
    )
    db.session.add(run)
    db.session.flush()
    rows = _number(congress, lines, wanted)
    for each in chosen:
        badge = rows[each.id]
        if badge.times_printed:
            badge.token = rules.new_token()
        badge.times_printed += 1
        badge.run_id = run.id
        badge.printed = each.face.as_printed
    note(
        actor,
        N_("In thẻ đại biểu"),
        run,
        label=f"{len(chosen)} thẻ",
        changes={"badges": [None, len(chosen)], "reprints": [None, len(reprints)]},
        reason=run.reason,
    )
    _note_reprints(congress, reprints, rows, actor, reason)
    return run


def _number(congress: Congress, lines: Sequence[BadgeLine], wanted: set[uuid.UUID] | None) -> dict[uuid.UUID, Badge]:
    """The badges of these delegates (None: of those who get a number now), each with a number of its class."""
    rows = queries.badges(congress.id)
    given = rules.numbers_for(lines, wanted)
    for key, (badge_class, number) in given.items():
        if key not in rows:
            rows[key] = Badge(congress_id=congress.id, id=new_id(), delegate_id=key, token=rules.new_token())
            db.session.add(rows[key])
        rows[key].badge_class, rows[key].number = badge_class, number
    db.session.flush()
    return {key: rows[key] for key in (given if wanted is None else wanted & set(rows))}


def _note_reprints(
    congress: Congress, reprints: Sequence[BadgeLine], rows: dict[uuid.UUID, Badge], actor: Actor, reason: str
) -> None:
    """A reprint stands in the delegate's own history: the number before and after, and why."""
    found = {each.id: each for each in delegates.several(congress.id, UnitScope.everything(), [r.id for r in reprints])}
    for each in reprints:
        badge = rows[each.id]
        number = rules.number_label(badge.badge_class, badge.number)
        note(
            actor,
            N_("In lại thẻ đại biểu"),
            found[each.id],
            label=each.line.full_name,
            changes={"badge": [each.number, f"{number}, lần {badge.times_printed}"]},
            reason=reason,
        )

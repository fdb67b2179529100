"""The check of credentials in the demo: four targets, a few records with something to look at, some decisions."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from congress.congresses.models import Congress
from congress.credentials import queries
from congress.credentials.actions import checks, reports, targets
from congress.credentials.rules import queue
from congress.credentials.rules.contradictions import Typed
from congress.credentials.vocabulary import (
    Colour,
    CommitteeRole,
    CountedOn,
    Moment,
    TargetKind,
    TargetScope,
    Verdict,
)
from congress.database import db
from congress.delegates import queries as delegates
from congress.delegates.actions import records
from congress.delegates.models import Delegate
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.journal.actions import Actor
from congress.shared.clock import today
from congress.shared.scope import UnitScope

TARGETS = (
    ("women", TargetScope.WHOLE, TargetKind.PERCENT, 30, "Kế hoạch tổ chức đại hội (minh họa)"),
    ("women", TargetScope.EACH_CELL, TargetKind.NUMBER, 1, "Kế hoạch tổ chức đại hội (minh họa)"),
    ("age-0", TargetScope.WHOLE, TargetKind.PERCENT, 10, "Kế hoạch tổ chức đại hội (minh họa)"),
    ("theory-2", TargetScope.WHOLE, TargetKind.PERCENT, 50, "Kế hoạch tổ chức đại hội (minh họa)"),
)


def report(congress: Congress, *, actor: Actor) -> None:
    """A credentials committee of five, and a draft of the report before the congress."""
    everyone = delegates.lines(congress.id, UnitScope.everything())
    fit = [line.id for line in everyone if (line.standing, line.origin) == (Standing.OFFICIAL, Origin.EX_OFFICIO)][:5]
    for place, delegate in enumerate(delegates.several(congress.id, UnitScope.everything(), fit)):
        role = CommitteeRole.MEMBER if place else CommitteeRole.HEAD
        reports.name_member(congress, delegate, actor=actor, role=role)
    reports.draw_up(
        congress,
        actor=actor,
        moment=Moment.PREPARATORY,
        counted_on=CountedOn.SUMMONED,
        day=congress.opens_on or today(),
        hour=time(13, 30),
        bands="30-40-50-60-70",
        typed=Typed(),
    )


def _put(congress: Congress, row: Delegate, *, actor: Actor, confirmed: Sequence[str] = (), **fields: Any) -> None:
    """Change a record as the subcommittee would, so that its history tells what it says."""
    acting: dict[str, Any] = {"actor": actor, "today": today(), "version": None, "as_reviewer": True}
    records.change(congress, row, row.unit, confirmed=confirmed, **acting, **fields)


def check(congress: Congress, *, actor: Actor) -> None:
    """Set the targets, leave three records with a fault, find most of the others qualified."""
    for trait, scope, kind, amount, reason in TARGETS:
        targets.put(
            congress, None, actor=actor, version=None, trait=trait, scope=scope, kind=kind, amount=amount, reason=reason
        )
    lines = delegates.lines(congress.id, UnitScope.everything())
    ready = [
        line.id
        for line in lines
        if (line.origin, line.standing, line.review) == (Origin.ELECTED, Standing.OFFICIAL, Review.RECEIVED)
    ]
    rows = {row.id: row for row in delegates.several(congress.id, UnitScope.everything(), [line.id for line in lines])}
    if len(ready) >= 3:
        half = (rows[ready[0]].ballots or 0) // 2
        doubtful = f"half:{half}:{rows[ready[0]].ballots}"
        _put(congress, rows[ready[0]], actor=actor, confirmed=(doubtful,), votes=half)
        _put(congress, rows[ready[1]], actor=actor, discipline="Khiển trách năm 2023")
        _put(congress, rows[ready[2]], actor=actor, votes=None)
    db.session.flush()
    cases = queries.cases(congress)
    green = [rows[case.checked.line.id] for case in queue.plain(cases)]
    checks.decide_plain(congress, green[: len(green) // 2], actor=actor)
    red = next((case.checked for case in cases if case.checked.colour is Colour.RED), None)
    if red:
        checks.decide(
            congress,
            rows[red.line.id],
            red,
            actor=actor,
            version=0,
            verdict=Verdict.LACKING,
            reason="Đề nghị chi bộ gửi lại biên bản kiểm phiếu.",
        )

"""The order of a cell's alternates, what the standing committee decides about ties, and a change of cell."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from congress.database import db, values_of
from congress.delegates import queries
from congress.delegates.models import Delegate, RankDecision
from congress.delegates.queries import succession as reading
from congress.delegates.rules.moves import check_move
from congress.journal.actions import Actor, note, refuse_stale
from congress.journal.rules import differences
from congress.shared.labels import N_, name_fields
from congress.shared.problems import RuleBroken
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.units.models import Unit

name_fields(
    "delegate",
    moved_to=N_("Nơi sinh hoạt mới"),
    moved_on=N_("Chuyển từ ngày"),
    moved_paper=N_("Theo văn bản"),
    sits_with=N_("Ngồi cùng đoàn"),
)
name_fields("unit", alternate_order=N_("Thứ tự dự khuyết"))
OF_MOVE = ("moved_to", "moved_on", "moved_paper", "sits_with")


def take_order(unit: Unit, *, actor: Actor, shown: Sequence[uuid.UUID]) -> int:
    """Give the alternates of a cell the proposed ranks; how many ranks changed.

    `shown` is the order that was on the screen: when votes have changed meanwhile nothing is written (RuleBroken).
    """
    queries.filled(unit)
    order = reading.order_of(unit).order
    if [place.candidate.id for place in order.places] != list(shown):
        raise RuleBroken(N_("Số phiếu hoặc danh sách dự khuyết vừa thay đổi. Hãy xem lại thứ tự mới rồi bấm lại."))
    moved = [place for place in order.places if place.rank != place.candidate.rank]
    rows = {each.id: each for each in queries.of_unit(unit.congress_id, unit.id)}
    for place in moved:
        delegate = rows[place.candidate.id]
        before = delegate.rank
        delegate.rank = place.rank
        note(
            actor,
            N_("Xếp thứ tự dự khuyết"),
            delegate,
            label=place.candidate.name,
            changes={"rank": [before, place.rank]},
            reason=place.why.label,
        )
    return len(moved)


def decide_tie(
    unit: Unit,
    *,
    actor: Actor,
    moment: datetime,
    delegates: Sequence[uuid.UUID],
    decided_by: str,
    decided_on: date | None,
    paper: str,
) -> None:
    """Record in which order the standing committee puts alternates whom nothing else tells apart. Raises RuleBroken."""
    tied = {place.candidate.id: place.candidate.name for tie in reading.order_of(unit).order.ties for place in tie}
    if len(delegates) < 2 or not set(delegates) <= set(tied) or len(set(delegates)) != len(delegates):
        raise RuleBroken(N_("Các đồng chí này không còn bằng phiếu và bằng tuổi đảng. Hãy mở lại trang."))
    decision = reading.order_of(unit).decision
    earlier = [each for each in (decision.delegates if decision else []) if uuid.UUID(each) not in delegates]
    row = RankDecision(
        congress_id=unit.congress_id,
        unit_id=unit.id,
        delegates=[*earlier, *(str(each) for each in delegates)],
        decided_by=decided_by,
        decided_on=decided_on,
        paper=paper,
        made_at=moment,
    )
    db.session.add(row)
    names = [tied[each] for each in delegates]
    reason = ", ".join(filter(None, (decided_by, paper)))
    note(
        actor,
        N_("Ghi quyết định thứ tự dự khuyết"),
        unit,
        label=unit.name,
        changes={"alternate_order": [None, names]},
        reason=reason,
    )


def record_move(delegate: Delegate, *, actor: Actor, today: date, version: int | None, **move: Any) -> None:
    """Say where a delegate now takes part in Party life; the delegation stays (01-HD/TW 13.1).

    Raises RuleBroken, StaleEdit.
    """
    refuse_stale(delegate, version)
    new: dict[str, Any] = {name: move.get(name) if name == "moved_on" else move.get(name) or "" for name in OF_MOVE}
    if not new["moved_to"] and any(new.values()):
        raise RuleBroken(N_("Hãy ghi nơi sinh hoạt mới, hoặc để trống cả các mục khác."), "moved_to")
    cells = [unit.name for unit in units.listed(delegate.congress_id, UnitScope.everything())]
    check_move(
        new["moved_to"],
        new["moved_on"],
        new["sits_with"],
        own=delegate.unit.name,
        cells=cells,
        admitted=delegate.person.party_admitted_on,
        today=today,
    )
    before = values_of(delegate, *OF_MOVE)
    for name, value in new.items():
        setattr(delegate, name, value)
    if changes := differences(before, new):
        note(
            actor,
            N_("Ghi chuyển sinh hoạt, giữ nguyên đoàn"),
            delegate,
            label=delegate.person.full_name,
            changes=changes,
        )

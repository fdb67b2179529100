"""Delegates of the demo: entered, sent, mostly received; two cells still at work, two with something sent back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from congress.congresses.models import Congress
from congress.database import db, now
from congress.delegates import queries
from congress.delegates.actions import records, review
from congress.delegates.vocabulary import Origin, Standing
from congress.demo.allocating import Committee
from congress.demo.cells import DemoCell
from congress.demo.people import Registry, elected
from congress.journal.actions import Actor
from congress.units import actions as units
from congress.units.models import Unit

AT_WORK = ("AP03", "CQ07")  # ấp Mỹ Thạnh and the health station: the two cells with a demo account
SENT = ("AP05", "AP12", "AP20")
SENT_BACK = {"AP09": "Thiếu ngày chính thức; đề nghị bổ sung theo lý lịch đảng viên."}
INCOMPLETE = {"AP03": "party_official_on", "AP09": "party_official_on", "CQ07": "home_place"}


def register(
    congress: Congress,
    cells: Sequence[tuple[DemoCell, Unit]],
    registry: Registry,
    committee: Committee,
    *,
    actor: Actor,
    today: date,
) -> None:
    """Register every delegate of every cell, as many as the issued plan gives it, and bring the lists to their states."""
    for cell, unit in cells:
        people = [("ex_officio", dict(fields)) for fields in committee[cell.code]]
        people += elected(registry, cell, unit.official_quota, unit.alternate_quota)
        _enter(congress, people, cell, unit, actor=actor, today=today)
        db.session.flush()
        if cell.code not in AT_WORK:
            review.submit(congress, unit, actor=actor, today=today, moment=now(), as_reviewer=False)
            _review(congress, cell, unit, actor=actor, today=today)


def _enter(
    congress: Congress,
    people: Sequence[tuple[str, dict[str, Any]]],
    cell: DemoCell,
    unit: Unit,
    *,
    actor: Actor,
    today: date,
) -> None:
    votes = cell.official
    rank = 0
    for place, (kind, fields) in enumerate(people):
        if place == cell.ex_officio and INCOMPLETE.get(cell.code):
            fields[INCOMPLETE[cell.code]] = None if "on" in INCOMPLETE[cell.code] else ""
        seat: dict[str, Any] = {
            "origin": Origin.ELECTED,
            "standing": Standing.OFFICIAL,
            "rank": None,
            "votes": votes,
            "ballots": cell.official,
        }
        if kind == "ex_officio":
            seat |= {"origin": Origin.EX_OFFICIO, "votes": None, "ballots": None}
        elif kind == "alternate":
            rank += 1
            seat |= {"standing": Standing.ALTERNATE, "rank": rank}
        votes = max(votes - 1, cell.official // 2 + 1)
        records.add(congress, unit, actor=actor, today=today, **fields, **seat)
        if place == 0 and kind != "ex_officio":
            units.change(unit, actor=actor, today=today, version=None, secretary=fields["full_name"])


def _review(congress: Congress, cell: DemoCell, unit: Unit, *, actor: Actor, today: date) -> None:
    if cell.code in SENT:
        return
    delegates = list(queries.of_unit(congress.id, unit.id))
    if cell.code in SENT_BACK:
        review.send_back(congress, delegates[:1], actor=actor, today=today, moment=now(), reason=SENT_BACK[cell.code])
        delegates = delegates[1:]
    review.receive(congress, delegates, actor=actor, moment=now())

"""Plans for tests: by hand in a line, or any plan that can be kept, drawn by Hypothesis."""

from typing import Any

from hypothesis import strategies as st

from congress.allocation.rules import limits
from congress.allocation.rules.plan import Cell, Plan
from congress.allocation.rules.shares import ALTERNATE, OFFICIAL, allocate
from congress.allocation.vocabulary import Method


def cell(key: str, members: int, **more: Any) -> Cell:
    return Cell(key=key, code=key, name=f"Chi bộ {key}", members=members, **more)


def plan(*cells: Cell, official: int, **more: Any) -> Plan:
    return Plan(cells=cells, official=official, **more)


def seats(of: Plan, standing: str = OFFICIAL) -> dict[str, int]:
    return {share.key: share.seats for share in getattr(allocate(of), standing).shares}


def alternates(of: Plan) -> dict[str, int]:
    return seats(of, ALTERNATE)


@st.composite
def cells(draw: st.DrawFn, key: str, bounded: bool = True) -> Cell:
    """A cell whose own numbers do not contradict each other."""
    members = draw(st.integers(0, 60))
    ex_officio = draw(st.integers(0, min(3, members)))
    if not bounded:
        return cell(key, members, ex_officio=ex_officio)
    cap = draw(st.none() | st.integers(0, 12))
    high = members - ex_officio if cap is None else min(cap, members - ex_officio)
    floor = draw(st.none() | st.integers(0, min(high, 4)))
    pin = draw(st.none() | st.none() | st.integers(floor or 0, high))
    return cell(
        key,
        members,
        ex_officio=ex_officio,
        appointed=draw(st.integers(0, 1)),
        base=draw(st.none() | st.integers(0, 3)),
        priority=draw(st.integers(0, 2)),
        floor=floor,
        cap=cap,
        pin=pin,
    )


@st.composite
def plans(draw: st.DrawFn, method: Method | None = None, bounded: bool = True, most: int = 9) -> Plan:
    """A plan whose totals fit its cells, somewhere between the least and the most they can take."""
    count = draw(st.integers(1, most))
    drawn = tuple(draw(cells(f"u{number}", bounded)) for number in range(count))
    empty = Plan(
        cells=drawn,
        official=0,
        base=draw(st.integers(0, 2)) if bounded else 0,
        method=method or draw(st.sampled_from(Method)),
    )
    allowed = {each.key: limits.official_limits(each, empty) for each in drawn}
    pinned = sum(each.pin for each in drawn if each.pin is not None)
    free = [allowed[each.key] for each in drawn if each.pin is None]
    low, high = sum(each.low for each in free), sum(each.high for each in free)
    to_elect = pinned + draw(st.integers(low, min(high, low + 80)))
    reserve = draw(st.integers(0, 3))
    apart = sum(empty.apart.values()) + reserve
    left = sum(each.eligible for each in drawn) - to_elect
    return Plan(
        cells=drawn,
        official=to_elect + apart,
        alternate=draw(st.integers(0, max(0, min(left, 60)))),
        reserve=reserve,
        base=empty.base,
        method=empty.method,
    )

"""Writes the demo congress: every row goes through the action a person would use, in one transaction, in seconds."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from congress.attendance import actions as attendance
from congress.congresses import actions as congresses
from congress.congresses.models import Congress
from congress.congresses.vocabulary import Mode
from congress.database import db
from congress.demo import (
    allocating,
    bodies,
    checking,
    commenting,
    drafting,
    portraits,
    programme,
    registering,
    triaging,
    working,
)
from congress.demo.accounts import create_accounts
from congress.demo.cells import DemoCell, demo_cells
from congress.demo.people import Registry, committee
from congress.units import actions as units
from congress.units.models import Unit

SLUG = "my-hiep"
SEED = 2025


class Demo:
    """The actor of everything the demo writes."""

    id = None
    full_name = "Chương trình (dữ liệu minh họa)"


@dataclass(frozen=True)
class Size:
    """How large a congress to invent; the default is that of xã Mỹ Hiệp."""

    official: int = 155
    alternate: int = 39
    cells: int = 41
    comments_per_cell: int = 7


LARGE = Size(official=250, alternate=63, cells=70, comments_per_cell=14)


def build(today: date, *, slug: str = SLUG, size: Size | None = None, opens_on: date | None = None) -> Congress:
    """Write the whole demo congress, opening 20 days from today unless told otherwise, and return it."""
    size = size or Size()
    congress = _found(today, slug, size, opens_on or today + timedelta(days=20))
    cells = _cells(size.cells)
    rows = _units(congress, cells, today)
    registry = Registry(SEED)
    in_office = committee(registry, cells)
    allocating.allocate(congress, cells, in_office, actor=Demo, today=today)
    bodies.found(congress, actor=Demo, today=today)
    registering.register(congress, list(zip(cells, rows, strict=True)), registry, in_office, actor=Demo, today=today)
    portraits.portray(congress, rows[:2], actor=Demo)
    checking.check(congress, actor=Demo)
    checking.report(congress, actor=Demo)
    attendance.give_numbers(congress)
    versions = drafting.write_drafts(congress, actor=Demo, today=today)
    round_ = commenting.comment(congress, rows, versions, per_cell=size.comments_per_cell, actor=Demo, today=today)
    db.session.flush()
    triaging.triage(congress, round_, actor=Demo, today=today)
    programme.lay_out(congress, rows, actor=Demo)
    db.session.flush()
    working.work(congress, rows, actor=Demo, today=today)
    create_accounts(congress, rows, actor=Demo)
    db.session.flush()
    return congress


def _found(today: date, slug: str, size: Size, opens_on: date) -> Congress:
    return congresses.found(
        actor=Demo,
        slug=slug,
        name="Mỹ Hiệp",
        superior="Đảng bộ tỉnh Đồng Tháp",
        merged_from="Mỹ Long, Mỹ Hiệp, Bình Thành",
        ordinal=1,
        term_start=2025,
        term_end=2030,
        mode=Mode.TWO_CONTENTS,
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=1),
        venue="Hội trường Đảng ủy xã Mỹ Hiệp",
        theme="Đoàn kết – Dân chủ – Kỷ cương – Phát triển",
        official_total=size.official,
        alternate_total=size.alternate,
        registration_closes_on=today + timedelta(days=6),
        invented=True,
    )


def _cells(number: int) -> list[DemoCell]:
    """The invented cells, repeated under further names where a larger congress is wanted."""
    known = demo_cells()
    more = [
        replace(cell, code=f"{cell.code}{letter}", name=f"{cell.name} {letter}", ex_officio=0)
        for letter in "BCDEFGH"
        for cell in known
        if "ấp" in cell.name
    ]
    return (known + more)[:number]


def _units(congress: Congress, cells: list[DemoCell], today: date) -> list[Unit]:
    rows = []
    for place, cell in enumerate(cells):
        held = today - timedelta(days=2 + place % 9) if place % 10 else None
        rows.append(
            units.add(
                congress,
                actor=Demo,
                today=today,
                code=cell.code,
                name=cell.name,
                kind=cell.kind,
                merged_from=cell.merged_from,
                official_members=cell.official,
                probationary_members=cell.probationary,
                counted_on=today - timedelta(days=30),
                planned_on=held or today + timedelta(days=3),
                held_on=held,
            )
        )
    db.session.flush()
    return rows

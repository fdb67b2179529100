"""The preview of a workbook of delegates: `python benchmarks/previews.py [rows …]`, 194, 1000 and 5000 by default.

Each workbook is written as our template writes it, read by the child process, parsed, looked up among as many
delegates (half of them as recorded, a quarter changed, a quarter new) and stored, from a SQLite file. Shown are the
seconds of each step, the largest number of seconds between two signs of life, and the memory of this process; then
the import itself, in one transaction. A preview of 5,000 is meant to be there in under 10 s on two cores.
"""

import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import flask_migrate

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import itertools

from congress import create_app
from congress.config import Settings
from congress.congresses import queries as congresses
from congress.database import db, now, transaction
from congress.delegates import queries
from congress.delegates.actions import imports
from congress.delegates.rules.checks import Filled
from congress.delegates.rules.company import Others
from congress.delegates.rules.recognition import Entry
from congress.delegates.sheets import incoming
from congress.people.vocabulary import Sex
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import PartialDate
from congress.spreadsheets import jobs, pages, previews
from congress.spreadsheets.answers import Answers
from congress.spreadsheets.jobs import Job
from congress.spreadsheets.models import ImportPreview
from congress.spreadsheets.preview import PreviewRow, worst_first
from congress.spreadsheets.templates import write_template
from tests import factories
from tests.factories import TODAY, Somebody

CELL = 70  # delegates of one cell


class Clock:
    """Seconds from one step to the next."""

    def __init__(self) -> None:
        self.last = time.perf_counter()

    def lap(self) -> float:
        """Seconds since the last time it was asked."""
        before, self.last = self.last, time.perf_counter()
        return self.last - before


def people(number: int, units: list[Any]) -> list[Entry]:
    """So many invented delegates, each unlike all others."""
    names = factories.NAMES
    found = []
    for n in range(number):
        given, middle = names[n % len(names)], names[n // len(names) % len(names)]
        fields = {
            "full_name": f"Nguyễn {middle} {given} ({n // len(names) ** 2})",
            "sex": Sex.FEMALE if n % 3 == 0 else Sex.MALE,
            "birth": PartialDate(1955 + n % 40, 1 + n % 12, 1 + n % 28),
            "ethnicity": "Kinh",
            "religion": "Không",
            "home_place": "Mỹ Hiệp, Đồng Tháp",
            "party_admitted_on": date(2014, 2, 3),
            "party_official_on": date(2015, 2, 3),
            "post": f"Tổ trưởng tổ {n}",
            "party_card_number": f"60.{n:06}",
            "phone": f"0912 {n:06}",
        }
        found.append(Entry(units[n // CELL].id, 1, units[n // CELL].id, None, fields))  # type: ignore[arg-type]
    return found


def measure(rows: int) -> None:
    """One workbook of so many rows, on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder), database_url=f"sqlite:///{folder}/congress.db"))
        with app.app_context():
            flask_migrate.upgrade()
            congress = factories.make_congress(slug="do-luong")
            units = [
                factories.make_unit(congress, official_members=CELL * 2, official_quota=CELL * 2)
                for _ in range(rows // CELL + 1)
            ]
            everybody = people(rows, units)
            for n, entry in enumerate(everybody):
                if n % 4 != 3:
                    known = units[n // CELL]
                    factories.delegate_actions.add(
                        congress, known, actor=Somebody, today=TODAY, as_reviewer=True, others=nobody_else(known),
                        **entry.fields,
                    )  # fmt: skip
            db.session.commit()
            changed = [
                replace(entry, fields={**entry.fields, "post": "Bí thư chi bộ"}) if n % 4 == 2 else entry
                for n, entry in enumerate(everybody)
            ]
            names = {unit.id: unit.name for unit in units}
            content = write_template("DANH SÁCH ĐẠI BIỂU", incoming.INCOMING, rows=incoming.as_rows(changed, names))
            run(congress.id, content, rows)
            db.session.remove()
            db.engine.dispose()


def nobody_else(unit: Any) -> Any:
    """Nobody else, so that filling the database takes no longer than it must."""
    return Others(Filled(unit.official_quota, unit.alternate_quota), {}, ())


def run(congress_id: Any, content: bytes, rows: int) -> None:
    """Preview and import it."""
    everything = UnitScope.everything()
    beats = [time.perf_counter()]

    def terms() -> Any:
        [congress] = congresses.those([congress_id])
        return imports.terms_of(congress, scope=everything, visible=everything, as_reviewer=True, today=TODAY)

    def match(table: Any, answers: Answers, tell: Any) -> Any:
        def told(done: int) -> None:
            beats.append(time.perf_counter())
            tell(done)

        return [each.row for each in imports.plan(congress_id, table, terms(), answers, told)]

    clock = Clock()
    with transaction():
        kept = previews.keep(congress_id, congress_id, "delegates", content, "do.xlsx", moment=now())
        key = kept.id
    jobs.carry_out(Job(congress_id, key, incoming.INCOMING, match))
    seconds = clock.lap()
    preview = previews.one(congress_id, congress_id, "delegates", key, moment=now(), whole=True)
    clock.lap()
    shown = [PreviewRow.from_plain(row) for row in worst_first(preview.rows or [])[: pages.ROWS]]
    page = clock.lap()
    totals = preview.sums
    beats.append(time.perf_counter())
    pause = max(after - before for before, after in itertools.pairwise(beats))
    clock.lap()
    with transaction():
        [congress] = congresses.those([congress_id])
        held = previews.one(congress_id, congress_id, "delegates", key, moment=now(), whole=True, lock=True)
        imports.bring_in(
            congress, held, held.table, actor=Somebody, terms=terms(), answers=Answers(), seen=held.preview
        )
    imported = clock.lap()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    states = f"{totals.new} new, {totals.changed} changed, {totals.found} found, {totals.error} wrong"
    print(
        f"{rows:5} rows {len(content) / 1000:6.0f} kB  preview {seconds:5.2f} s, "
        f"{seconds / rows * 1000:.2f} ms a row, "
        f"longest pause {pause:.2f} s, rows for a page {page:.2f} s, import {imported:5.1f} s, "
        f"{megabytes:.0f} MB  {states}"
    )
    assert len(shown) == pages.ROWS
    assert len(queries.entries(congress_id)) == rows
    assert db.session.get(ImportPreview, (congress_id, key)) is not None


def main(*sizes: int) -> None:
    """Measure every size."""
    for rows in sizes or (194, 1000, 5000):
        measure(rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

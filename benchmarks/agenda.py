"""A programme of a hundred items: laying out, checking, releasing, comparing, running, printing.

`python -m benchmarks.agenda` prints seconds (median of five); nothing is asserted.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import flask_migrate

from congress import create_app
from congress.agenda import actions, printouts, queries
from congress.agenda.rules.changes import compare
from congress.agenda.vocabulary import SessionKind
from congress.config import Settings
from congress.database import db
from congress.printing.render import Press
from tests import factories
from tests.factories import Somebody

SIZES = (25, 50, 100)
RUNS = 5
DAY = date(2025, 8, 11)


def seconds(act: Callable[[], object]) -> float:
    """The median of a few runs after one that does not count."""
    act()
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        act()
        taken.append(perf_counter() - start)
    return median(taken)


def main() -> None:
    """A congress per size."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}", extra={"TESTING": True}))
        with app.app_context():
            flask_migrate.upgrade()
            heads = ("items", "draft", "checks", "compare", "live", "book PDF")
            print(" ".join(f"{each:>10}" for each in heads))
            for size in SIZES:
                measure(size)


def measure(size: int) -> None:
    """One line of the table: `size` items in four sessions of two days, 155 delegates."""
    congress = factories.make_congress()
    unit = factories.make_unit(congress, official_members=200, official_quota=155)
    for number in range(155):
        factories.make_delegate(congress, unit, f"Lê Thị Số {number}")
    sessions = [
        factories.make_session(
            congress,
            kind=SessionKind.OFFICIAL,
            day=DAY + timedelta(days=number // 2),
            starts_at=time(7 if number % 2 == 0 else 13),
            ends_at=time(11, 30) if number % 2 == 0 else time(17, 30),
        )
        for number in range(4)
    ]
    for number in range(size):
        factories.make_item(
            sessions[number % 4],
            minutes=8,
            presenter=f"Lê Thị Số {number}",
            chair="Đoàn Chủ tịch",
            script="Kính mời. " * 9,
        )
    actions.release(congress, actor=Somebody)
    db.session.commit()

    def fresh() -> object:
        db.session.expire_all()
        return queries.sessions(congress.id)

    rows = queries.sessions(congress.id)
    programme = queries.draft(rows)
    now = datetime(2025, 8, 11, 1, tzinfo=UTC)
    press = Press()
    book = printouts.director_book(congress, today=DAY)
    taken = (
        seconds(lambda: (fresh(), queries.draft(queries.sessions(congress.id)))),
        seconds(lambda: queries.programme_cautions(congress, rows)),
        seconds(lambda: compare(programme, programme)),
        seconds(lambda: queries.run(congress.id, now)),
        seconds(lambda: press.pdf(book)),
    )
    print(f"{size:>10} " + " ".join(f"{each:>10.3f}" for each in taken))


if __name__ == "__main__":
    main()

"""The credentials report: counting, drawing up, printing, for congresses of growing size.

`python -m benchmarks.credentials` prints seconds (median of five) and the growth per delegate; nothing is asserted.
"""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import flask_migrate

from congress import create_app
from congress.config import Settings
from congress.credentials import printouts, queries
from congress.credentials.actions import reports
from congress.credentials.rules.contradictions import Typed
from congress.credentials.vocabulary import CountedOn, Moment
from congress.database import db
from congress.printing.render import Press
from tests import factories

SIZES = (155, 250, 1000)
RUNS = 5


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
    """A congress per size: read and count, draw up, print."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}", extra={"TESTING": True}))
        with app.app_context():
            flask_migrate.upgrade()
            print(f"{'delegates':>10} {'count':>10} {'draw up':>10} {'PDF':>10} {'ms each':>10}")
            for size in SIZES:
                measure(size)


def measure(size: int) -> None:
    """One line of the table."""
    congress = factories.make_congress(official_total=size)
    unit = factories.make_unit(congress, official_members=size + 10, official_quota=size)
    for number in range(size):
        factories.make_delegate(congress, unit, f"Lê Thị Số {number}")
    db.session.commit()
    count = seconds(lambda: queries.counted(congress, queries.lines(congress), CountedOn.SUMMONED))

    def draw_up() -> object:
        return reports.draw_up(
            congress,
            actor=factories.Somebody,
            moment=Moment.OFFICIAL,
            counted_on=CountedOn.SUMMONED,
            day=date(2025, 8, 12),
            hour=None,
            bands="30-40-50-60-70",
            typed=Typed(),
        )

    drawn = seconds(draw_up)
    paper = printouts.report(queries.reports(congress.id)[0])
    press = Press(kept=None)
    printed = seconds(lambda: press.pdf(paper))
    print(f"{size:>10} {count:>10.3f} {drawn:>10.3f} {printed:>10.3f} {1000 * (count + drawn + printed) / size:>10.2f}")


if __name__ == "__main__":
    main()

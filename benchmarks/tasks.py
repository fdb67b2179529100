"""The plan of work: reading, the board, the timeline, looking for circles, the weekly report, by number of tasks.

`python -m benchmarks.tasks` prints milliseconds (median of five) and the growth per task; nothing is asserted.
"""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import flask_migrate

from congress import create_app
from congress.config import Settings
from congress.database import db
from congress.printing.html import html_of
from congress.shared import clock
from congress.tasks import printouts
from congress.tasks.models import Task, TaskNeed
from congress.tasks.queries import tasks as queries
from congress.tasks.rules.needs import circle
from congress.tasks.rules.standing import columns
from congress.tasks.rules.timeline import timeline
from congress.tasks.vocabulary import Condition
from tests import factories

SIZES = (75, 150, 300, 600)
NEEDS = 3
RUNS = 5


def milliseconds(act: Callable[[], object]) -> float:
    """The median of a few runs after one that does not count."""
    act()
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        act()
        taken.append(1000 * (perf_counter() - start))
    return median(taken)


def main() -> None:
    """A congress per size."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}", extra={"TESTING": True}))
        with app.app_context():
            flask_migrate.upgrade()
            print(f"{'tasks':>8} {'read':>9} {'board':>9} {'timeline':>9} {'circles':>9} {'report':>9} {'ms each':>9}")
            for size in SIZES:
                measure(size)


def measure(size: int) -> None:
    """One line of the table: each task waits for the three before it, every tenth completes itself."""
    today = clock.today()
    congress = factories.make_congress(opens_on=today + timedelta(days=30), closes_on=today + timedelta(days=31))
    body = factories.make_subcommittee(congress)
    rows = [
        Task(
            congress_id=congress.id,
            position=number,
            title=f"Công việc số {number}",
            subcommittee_id=body.id,
            due_on=today + timedelta(days=number % 60 - 10),
            condition=Condition.CELLS_HELD if number % 10 == 0 else None,
        )
        for number in range(size)
    ]
    db.session.add_all(rows)
    db.session.flush()
    for number, row in enumerate(rows):
        for need in rows[max(0, number - NEEDS) : number]:
            db.session.add(TaskNeed(congress_id=congress.id, task_id=row.id, needed_id=need.id))
    db.session.commit()

    def fresh() -> object:
        db.session.expire_all()
        return queries.lines(congress, today)

    lines = queries.lines(congress, today)
    needs = queries.needs(congress.id)
    figures = (
        milliseconds(fresh),
        milliseconds(lambda: columns(lines)),
        milliseconds(lambda: timeline(lines, today, congress.opens_on)),
        milliseconds(lambda: circle(needs)),
        milliseconds(lambda: html_of(printouts.weekly_report(congress, today=today))),
    )
    print(f"{size:>8} " + " ".join(f"{each:>9.1f}" for each in figures) + f" {sum(figures) / size:>9.2f}")


if __name__ == "__main__":
    main()

"""Server time of every page, with the large congress, the demo and an empty one.

    python -m benchmarks.pages                              every list page and home page, SQLite
    python -m benchmarks.pages --all                        every page that answers GET
    CONGRESS_TEST_DATABASE_URL=postgresql+psycopg://…/…  python -m benchmarks.pages     PostgreSQL as well

Each page is asked for inside this process, without a network, and the median of 30 answers is taken after a warm-up.
Read the ratios: `large/demo` and `large/empty` say how a page grows and hold on every machine; milliseconds are for
information (the goal is 100 ms for a list page on two cores). `computing` is the part of the large congress's time
in which this process was not waiting, for a machine that has other work to do. `queries` differ between an empty
congress and one with rows; they must not between the demo and the large one.
`--profile delegates.listing` says where the time of one page goes. Databases are made anew and taken away again.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import event, text

from congress.congresses import actions as congresses
from congress.database import db, transaction
from congress.demo.build import LARGE, Demo, Size, build
from congress.units.models import Unit
from congress.web.access import Role
from tests import conftest
from tests.factories import make_account
from tests.walk import Place, ids_of, pages

LISTS = {
    "accounts.listing",
    "agenda.show",
    "comments.listing",
    "comments.read",
    "comments.show",
    "congresses.show",
    "delegates.desk",
    "delegates.listing",
    "delegates.my",
    "drafts.listing",
    "drafts.version",
    "journal.listing",
    "overview.cell",
    "overview.dashboard",
    "overview.owed",
    "subcommittees.listing",
    "units.listing",
    "units.many",
}
DRAWN = (".pdf", ".slip", ".slips")  # paper is measured by benchmarks/printing.py
FOR_CELLS = {"overview.cell", "delegates.my"}
GOAL = 100


@dataclass
class Measured:
    """One page with one congress: seconds, those of them this process computed, statements, bytes."""

    seconds: float
    computed: float
    queries: int
    size: int


@dataclass
class Congress:
    """A congress to measure, with a browser of its office and one of a cell."""

    name: str
    office: FlaskClient
    cell: FlaskClient
    pages: dict[str, Place]

    def browser(self, endpoint: str) -> FlaskClient:
        """Who looks at this page."""
        return self.cell if endpoint in FOR_CELLS else self.office


def empty_congress() -> Any:
    """A congress with its own data and nothing else."""
    return congresses.found(
        actor=Demo,
        slug="trong",
        name="Mỹ Hiệp",
        superior="Đảng bộ tỉnh Đồng Tháp",
        term_start=2025,
        term_end=2030,
        official_total=155,
        alternate_total=39,
        opens_on=date.today(),
    )


WRITERS: dict[str, Callable[[], Any]] = {
    "empty": empty_congress,
    "demo": lambda: build(date.today(), slug="demo", size=Size()),
    "large": lambda: build(date.today(), slug="large", size=LARGE),
}


def written(app: Any, name: str) -> Congress:
    """Write one congress into the database of this application, and sign two people in."""
    with transaction():
        congress = WRITERS[name]()
        unit = db.session.query(Unit).filter(Unit.congress_id == congress.id, Unit.code == "AP03").first()
        people = [make_account(congress, Role.OFFICE), make_account(congress, Role.CELL_SECRETARY, unit=unit)]
    db.session.execute(text("ANALYZE"))  # what the database does by itself within a minute of such an import
    db.session.commit()
    office, cell = (browser_of(app, account) for account in people)
    return Congress(name, office, cell, {page.endpoint: page for page in pages(app, congress, ids_of(congress, unit))})


def browser_of(app: Any, account: Any) -> FlaskClient:
    """A client that is signed in."""
    token = conftest.account_actions.open_session(
        account, user_agent="benchmark", moment=conftest.now(), lifetime=conftest.timedelta(days=1)
    )
    db.session.commit()
    client: FlaskClient = app.test_client()
    with client.session_transaction() as cookie:
        cookie.update(_user_id=token, _fresh=True)
    return client


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements the database is sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def measure(congress: Congress, endpoint: str, times: int) -> Measured | None:
    """The median of some answers after a warm-up; None where this congress has no such row."""
    browser, path = congress.browser(endpoint), congress.pages[endpoint].path
    for _ in range(3):
        answer = browser.get(path)
    if answer.status_code != 200:
        return None
    with counted() as sent:
        browser.get(path)
    taken, computed = [], []
    for _ in range(times):
        start, computing = time.perf_counter(), time.thread_time()
        browser.get(path)
        taken.append(time.perf_counter() - start)
        computed.append(time.thread_time() - computing)
    return Measured(statistics.median(taken), statistics.median(computed), len(sent), len(answer.data))


def table(app: Any, endpoints: list[str], times: int) -> int:
    """Print one line per page; returns how many miss the goal."""
    known = {name: written(app, name) for name in WRITERS}
    print(f"{'page':24} {'empty':>9} {'demo':>9} {'large':>9}  computing  large/demo  large/empty  queries      page")
    slow = 0
    for endpoint in endpoints:
        found = {name: measure(congress, endpoint, times) for name, congress in known.items()}
        large = found["large"]
        if large is None:
            continue
        missed = endpoint in LISTS and large.seconds * 1000 >= GOAL
        slow += missed
        queries = sorted({each.queries for each in found.values() if each})
        print(
            f"{endpoint:24} {' '.join(milliseconds(found[name]) for name in WRITERS)}"
            f" {large.computed * 1000:7.1f} ms   {ratio(large, found['demo'])}   {ratio(large, found['empty'])}"
            f"  {'–'.join(map(str, queries)):>7} {large.size / 1024:6.0f} kB{'  over the goal' if missed else ''}"
        )
    return slow


def milliseconds(one: Measured | None) -> str:
    """ "  12.3 ms", or a dash."""
    return f"{one.seconds * 1000:6.1f} ms" if one else f"{'–':>9}"


def ratio(one: Measured, other: Measured | None) -> str:
    """How many times as long it computes."""
    return f"{one.computed / other.computed:9.2f}" if other else f"{'–':>9}"


def profile(app: Any, endpoint: str) -> None:
    """Where the time of one page of the large congress goes."""
    congress = written(app, "large")
    browser, path = congress.browser(endpoint), congress.pages[endpoint].path
    browser.get(path)
    watch = cProfile.Profile()
    watch.enable()
    for _ in range(10):
        browser.get(path)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(25)
    pstats.Stats(watch).sort_stats("cumtime").print_stats(r"congress|templates", 40)


def main() -> None:
    """Print one table per engine."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--all", action="store_true", help="every page that answers GET")
    arguments.add_argument("--only", action="append", metavar="ENDPOINT", help="these pages alone")
    arguments.add_argument("--times", type=int, default=30, help="answers per page")
    arguments.add_argument("--profile", metavar="ENDPOINT", help="say where the time of one page goes")
    options = arguments.parse_args()
    slow = 0
    for engine in conftest.ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            app = conftest.make_app(engine, Path(folder))
            with app.app_context():
                if options.profile:
                    profile(app, options.profile)
                    continue
                wanted = options.only or [
                    rule.endpoint
                    for rule in app.url_map.iter_rules()
                    if (options.all and "GET" in (rule.methods or ()) and not rule.endpoint.endswith(DRAWN))
                    or rule.endpoint in LISTS
                ]
                endpoints = [name for name in sorted(set(wanted)) if not name.endswith("static")]
                print(f"\n{engine}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
                slow += table(app, endpoints, options.times)
                db.session.remove()
                db.engine.dispose()
    conftest.pytest_unconfigure()
    print(f"\n{slow} list pages over {GOAL} ms")


if __name__ == "__main__":
    main()

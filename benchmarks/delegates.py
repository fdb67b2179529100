"""Server time of the registry's pages: `python benchmarks/delegates.py [delegates] [cells]`, 250 and 70 by default.

The program answers in this process from a SQLite file; each page is asked for once to warm up, then eleven times.
Shown are the median milliseconds of the processor, the statements and the size. A list page is meant to stay under
100 ms on two cores.
"""

import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import flask_migrate
from sqlalchemy import event

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from congress import create_app
from congress.accounts import actions as accounts
from congress.config import Settings
from congress.database import db, now
from congress.delegates.vocabulary import Review, Standing
from congress.web.access import Role
from tests import factories

PAGES = ("", "?order=unit", "?q=nguyen", "?sex=male&incomplete=1", "desk", "export", "print/delegate-list")


def fill(delegates: int, cells: int) -> tuple[str, str]:
    """Invented cells and delegates; returns the congress's slug and the token of an office's session."""
    congress = factories.make_congress(slug="do-luong", official_total=delegates)
    each = delegates // cells + 1
    units = [
        factories.make_unit(congress, official_members=each + 9, official_quota=each, alternate_quota=each)
        for _ in range(cells)
    ]
    for number in range(delegates):
        factories.make_delegate(
            congress,
            units[number % cells],
            f"Nguyễn Văn {factories.NAMES[number % len(factories.NAMES)]} ({number})",
            standing=Standing.ALTERNATE if number % 5 == 4 else Standing.OFFICIAL,
            review=list(Review)[number % len(Review)],
        )
    account = factories.make_account(congress, Role.OFFICE)
    token = accounts.open_session(account, user_agent="benchmark", moment=now(), lifetime=timedelta(days=1))
    db.session.commit()
    return congress.slug, token


def main(delegates: int = 250, cells: int = 70) -> None:
    """Measure every page."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder), database_url=f"sqlite:///{folder}/congress.db"))
        with app.app_context():
            flask_migrate.upgrade()
            slug, token = fill(delegates, cells)
            engine = db.engine
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=token, _fresh=True)
        sent: list[str] = []
        event.listen(engine, "before_cursor_execute", lambda _c, _k, statement, *_rest: sent.append(statement))
        print(f"{delegates} delegates, {cells} cells")
        for page in PAGES:
            address = f"/{slug}/delegates/{page}"
            client.get(address)
            sent.clear()
            answer = client.get(address)
            statements = len(sent)
            times = []
            for _ in range(11):
                start = time.process_time()
                client.get(address)
                times.append(time.process_time() - start)
            median = statistics.median(times) * 1000
            figures = f"{answer.status_code} {median:6.0f} ms {statements:3} statements {len(answer.data):8} bytes"
            print(f"{page or 'list':24} {figures}")
        with app.app_context():
            db.session.remove()
            engine.dispose()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Server time of the pages of comments: `python benchmarks/comments.py` (70 cells, two drafts, 800 comments, SQLite).

Prints the best and the median of 20 requests per page, in milliseconds; the goal for a list page is 100 on two cores.
"""

import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import flask_migrate

from congress import create_app
from congress.accounts import actions as accounts
from congress.comments.vocabulary import Stance
from congress.config import Settings
from congress.database import db, now
from congress.web.access import Role
from tests import factories

CELLS, PER_CELL, TIMES = 70, 12, 20
PARAGRAPH = "Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng; đời sống Nhân dân được nâng lên (số {})."


def fill() -> tuple[str, str, str]:
    """A congress with its round; gives its address, the secretary's session and a cell's draft."""
    congress = factories.make_congress(slug="my-hiep")
    text = "\n".join(
        f"{n}. Về lĩnh vực thứ {n}\n{PARAGRAPH.format(n)}\n{PARAGRAPH.format(n + 100)}" for n in range(1, 61)
    )
    versions = [factories.make_version(factories.make_document(congress), text) for _ in range(2)]
    round_ = factories.make_round(congress, *versions)
    for cell in range(CELLS):
        unit = factories.make_unit(congress)
        for number in range(PER_CELL):
            place, stance = (cell * 7 + number * 11) % 120 + 1, list(Stance)[(cell + number) % 4]
            factories.make_comment(round_, unit, versions[number % 2], place, stance=stance)
        if cell:
            factories.send_sheet(round_, unit)
    office = factories.make_account(congress, Role.OFFICE)
    token = accounts.open_session(office, user_agent="benchmark", moment=now(), lifetime=timedelta(days=1))
    db.session.commit()
    return f"/my-hiep/comments/{round_.id}", token, f"/cells/{unit.id}/drafts/{versions[0].id}"


def main() -> None:
    """Fill a fresh database, ask for every page, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}"))
        with app.app_context():
            flask_migrate.upgrade()
            address, token, draft = fill()
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=token, _fresh=True)
        for path in ("", "/read", "/read?q=ho+ngheo&page=8", "/read?stance=disagree", "/export", "/print", draft):
            spent = []
            for _ in range(TIMES):
                start = time.perf_counter()
                assert client.get(address + path).status_code == 200, path
                spent.append((time.perf_counter() - start) * 1000)
            print(f"{path[:30] or '/':32} best {min(spent):6.1f} ms   median {statistics.median(spent):6.1f} ms")


if __name__ == "__main__":
    main()

"""The desk at 20,000 comments in a round (200 cells, two drafts of about 100 pages): `python -m benchmarks.triage [N]`.

Prints the first page of the desk (goal 200 ms), the search for near duplicates over all comments (goal 60 s on two
cores, memory bounded), the table of acceptance, and the synthesis report drawn up, shown and printed (goal 60 s).
"""

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import flask_migrate
from sqlalchemy import insert

from congress import create_app
from congress.accounts import actions as accounts
from congress.comments.models import Comment, Sheet
from congress.comments.vocabulary import Stance
from congress.config import Settings
from congress.database import db, new_id, now
from congress.demo.texts import REMARKS
from congress.drafts import queries as drafts
from congress.printing.render import render
from congress.shared.vietnamese import fold
from congress.synthesis import actions as synthesis
from congress.synthesis import queries as reports
from congress.synthesis.printouts import synthesis_paper, synthesis_word
from congress.synthesis.rules.quantity import Thresholds
from congress.triage.actions import suggestions
from congress.web.access import Role
from tests import factories

CELLS, TIMES = 200, 10
TURNS = ("", "Đề nghị ", "Chi bộ thấy nên ", "Nhiều đảng viên đề nghị ", "Kính đề nghị ")
PARAGRAPH = "Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng; đời sống Nhân dân được nâng lên (số {})."


def fill(comments: int) -> tuple[Any, Any, str]:
    """A congress whose cells have sent that many comments; gives it, its round and the secretary's session."""
    congress = factories.make_congress(slug="my-hiep")
    text = "\n".join(f"{n}. Về lĩnh vực thứ {n}\n" + "\n".join(PARAGRAPH.format(n * 10 + k) for k in range(8))
                     for n in range(1, 91))  # fmt: skip
    versions = [factories.make_version(factories.make_document(congress), text) for _ in range(2)]
    round_ = factories.make_round(congress, *versions)
    places = [(v.id, p.passage_id) for v in versions for p in drafts.passages(congress.id, v.id) if p.number]
    chance, key = random.Random(7), {"congress_id": congress.id}
    for _cell in range(CELLS):
        unit = factories.make_unit(congress)
        sheet = Sheet(**key, round_id=round_.id, unit_id=unit.id, met_on=date.today(), members=27, present=25, spoke=4,
                      sent_at=now(), sent_by="")  # fmt: skip
        db.session.add(sheet)
        db.session.flush()
        rows = [_comment(key, sheet.id, chance.choice(places), chance) for _ in range(comments // CELLS)]
        db.session.execute(insert(Comment), rows)
    office = factories.make_account(congress, Role.OFFICE)
    token = accounts.open_session(office, user_agent="benchmark", moment=now(), lifetime=timedelta(days=1))
    db.session.commit()
    return congress, round_, token


def _comment(key: dict[str, Any], sheet_id: Any, place: tuple[Any, Any], chance: random.Random) -> dict[str, Any]:
    _where, stance, proposed, reason = chance.choice(REMARKS)
    said = f"{chance.choice(TURNS)}{proposed} {chance.randint(1, 400)}".strip() if proposed else ""
    return {
        **key, "id": new_id(), "sheet_id": sheet_id, "version_id": place[0], "passage_id": place[1],
        "stance": Stance(stance), "proposed": said, "reason": reason, "fold": fold(f"{said} {reason}"),
        "kind": None, "cited": "", "supporters": None, "speaker": "", "written_at": now(), "changed_at": now(),
        "version": 1,
    }  # fmt: skip


def told(label: str, work: Callable[[], Any]) -> Any:
    """Do it once, print how long it took and the most memory this process has held so far."""
    start = time.perf_counter()
    result = work()
    spent = time.perf_counter() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{label:44} {spent:8.2f} s   {held:5} MB")
    return result


def main() -> None:
    """Fill a fresh database and measure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}"))
        with app.app_context():
            flask_migrate.upgrade()
            congress, round_, token = told(f"filling {number} comments", lambda: fill(number))
            found = told("near duplicates of all", lambda: suggestions.look(round_))
            suggestions.keep(round_, found, actor=factories.Somebody, near=80)
            db.session.commit()
            print(f"{len(found)} groups")
            report = told("synthesis report drawn up", lambda: _draw_up(round_))
            rows = reports.statements(report)
            paper = synthesis_paper(congress, round_, report, rows, today=date.today())
            pdf = told(f"its PDF ({len(rows)} statements)", lambda: render(paper))
            print(f"{len(pdf) / 1e6:.1f} MB")
            told("its Word file", lambda: synthesis_word(paper))
            paths = {
                "desk, first page": f"/my-hiep/triage/{round_.id}",
                "desk, searched": f"/my-hiep/triage/{round_.id}?q=ho+ngheo",
                "suggestions": f"/my-hiep/triage/{round_.id}/suggestions",
                "table of acceptance": f"/my-hiep/triage/{round_.id}/acceptance?undecided=1",
                "the report, first page": f"/my-hiep/synthesis/{report.id}",
            }
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=token, _fresh=True)
        for label, path in paths.items():
            spent = []
            for _ in range(TIMES):
                start = time.perf_counter()
                assert client.get(path).status_code == 200, path
                spent.append((time.perf_counter() - start) * 1000)
            print(f"{label:44} best {min(spent):7.1f} ms   median {statistics.median(spent):7.1f} ms")


def _draw_up(round_: Any) -> Any:
    made = synthesis.draw_up(round_, Thresholds(), actor=factories.Somebody)
    db.session.commit()
    return made


if __name__ == "__main__":
    main()

"""A long draft from the Word file to the redline: `python benchmarks/redline.py [pages …]` (50 and 200 by default).

Makes a draft of so many printed pages and a second one in which one paragraph in ten was changed, moved, dropped or
added. Prints for each length the seconds of reading the Word file, matching and recording, the page of the redline, its
PDF (changes only), the PDF with numbered lines and counting the lines; then how the longest compares with the shortest.
Growth as the length is linear; the goal is under 30 s for any of them at 200 pages on two cores.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import flask_migrate

from congress import create_app
from congress.accounts import actions as accounts
from congress.config import Settings
from congress.database import db, now
from congress.drafts import actions, queries
from congress.drafts.printouts import draft_paper, draft_word, redline_paper
from congress.drafts.rules.blocks import Block, from_word
from congress.printing.printout import LineNumbers
from congress.printing.render import Press
from congress.shared import clock
from congress.web.access import Role
from congress.wordprocessing.reader import read_docx
from tests import factories

PER_PAGE = 11
"""Paragraphs that fill a printed page."""
SUBJECTS = ("Kinh tế", "Văn hóa", "Giáo dục", "Y tế", "Quốc phòng", "An ninh", "Xây dựng Đảng", "Dân vận")
WORDS = "của xã tiếp tục phát triển, chất lượng được nâng lên, các chỉ tiêu chủ yếu đạt và vượt nghị quyết đề ra"


def text_of(pages: int) -> list[str]:
    """Paragraphs of two to three lines, a heading before every ten."""
    chance, lines = random.Random(pages), []
    for number in range(pages * PER_PAGE):
        if number % 10 == 0:
            lines.append(f"{number // 10 % 20 + 1}. Lĩnh vực {SUBJECTS[number // 10 % len(SUBJECTS)].lower()}")
        figures = " ".join(f"tăng {chance.randint(1, 99)},{chance.randint(1, 9)} %" for _ in range(4))
        lines.append(f"{chance.choice(SUBJECTS)} {WORDS}; {figures} so với năm {2000 + number % 26}, mục {number}.")
    return lines


def changed(lines: list[str]) -> list[str]:
    """One line in ten in other words, moved, dropped or new."""
    chance, found = random.Random(7), list(lines)
    for _ in range(len(lines) // 10):
        place, way = chance.randrange(len(found)), chance.randrange(4)
        if way == 0:
            found[place] = found[place].replace("tiếp tục", "không ngừng").replace("nâng lên", "cải thiện rõ rệt")
        elif way == 1:
            found.insert(chance.randrange(len(found)), found.pop(place))
        elif way == 2:
            found.pop(place)
        else:
            found.insert(place, f"Bổ sung chỉ tiêu chuyển đổi số, kinh tế xanh thứ {chance.randint(1, 10_000)} của xã.")
    return found


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    answer = act()
    return time.perf_counter() - start, answer


def measure(congress: Any, client: Any, press: Press, pages: int) -> dict[str, float]:
    """Seconds of each part for a draft of so many pages."""
    first = text_of(pages)
    document = factories.make_document(congress, title=f"Báo cáo chính trị {pages} trang")
    old = factories.make_version(document, "\n".join(first))
    word = draft_word(congress, old, queries.passages(congress.id, old.id), lines=LineNumbers.NONE)
    spent: dict[str, float] = {}
    spent["Word file in"], read = timed(lambda: read_docx(word, "file"))
    assert len(from_word((each.kind, each.level, each.text) for each in read.blocks)) >= len(first)
    blocks = [Block.from_plain(each) for each in _second(document, first)]
    spent["matching, recording"], new = timed(lambda: _record(document, blocks))
    db.session.commit()
    address = f"/{congress.slug}/drafts/{document.id}/compare"
    spent["redline on screen"], page = timed(lambda: client.get(address))
    assert page.status_code == 200
    found = queries.comparison(old, new)
    today = clock.today()
    redline = redline_paper(congress, old, new, found, whole=False, today=today)
    spent["redline as PDF"], _ = timed(lambda: press.pdf(redline))
    paper = draft_paper(congress, new, queries.passages(congress.id, new.id), lines=LineNumbers.BY_PAGE)
    spent["numbered PDF"], _ = timed(lambda: press.pdf(paper))
    spent["counting the lines"], places = timed(lambda: press.places(paper))
    print(f"{pages} pages asked for, {places.pages} printed, {len(first)} passages", file=sys.stderr)
    return spent


def _second(document: Any, first: list[str]) -> Any:
    draft = actions.read_in(
        document,
        factories.from_text("\n".join(changed(first))),
        actor=factories.Somebody,
        number=99,
    )
    blocks = list(draft.blocks)
    actions.discard(draft, actor=factories.Somebody)
    return blocks


def _record(document: Any, blocks: list[Block]) -> Any:
    draft = actions.read_in(document, blocks, actor=factories.Somebody, number=2)
    version = actions.record(draft, actor=factories.Somebody)
    db.session.flush()
    return version


def main() -> None:
    """Measure every length, print the table and the growth."""
    lengths = [int(word) for word in sys.argv[1:]] or [50, 200]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, database_url=f"sqlite:///{data / 'congress.db'}"))
        press = Press()
        press.pool.warm_up()
        with app.app_context():
            flask_migrate.upgrade()
            congress = factories.make_congress(slug="my-hiep")
            office = factories.make_account(congress, Role.OFFICE)
            token = accounts.open_session(office, user_agent="benchmark", moment=now(), lifetime=timedelta(days=1))
            db.session.commit()
            client = app.test_client()
            with client.session_transaction() as cookie:
                cookie.update(_user_id=token, _fresh=True)
            found = {pages: measure(congress, client, press, pages) for pages in lengths}
    shortest, longest = lengths[0], lengths[-1]
    print(
        f"{'':22}" + "".join(f"{pages:>8} p" for pages in lengths) + f"   growth ({longest / shortest:.0f} is linear)"
    )
    for part in found[shortest]:
        figures = "".join(f"{found[pages][part]:8.2f} s" for pages in lengths)
        print(f"{part:22}{figures}{found[longest][part] / found[shortest][part]:9.1f}")


if __name__ == "__main__":
    main()

"""Whatever is typed or sent, the program answers with a page of its own: no accident, and nothing typed is lost.

The sweep walks the pages, reads the forms and links that stand on them, and sends each back with one thing wrong.
Nothing of it is written, so that every answer is about the same rows.
"""

import html
import re
import unicodedata
from urllib.parse import quote_plus

import pytest

from congress.database import db
from congress.printing.render import Press
from congress.web.access import Role
from tests.conftest import ENGINES
from tests.markup import Markup
from tests.walk import Grown, ids_of, pages, places

END = "đến hết câu cuối cùng"
BAD = {
    "a number where words belong": "-99999999999999999999999",
    "words where a number belongs": "mười hai",
    "a very long text": "Ă" * 9_970 + END,
    "NUL": "a\x00b",
    "half a letter": "a\ud800b",
    "letters in pieces": unicodedata.normalize("NFD", "Nguyễn Thị Hòa"),
    "an unknown word": "khong_co_tu_nay",
    "somebody else's row": "00000000-0000-7000-8000-000000000001",
    "marks of other languages": "'\"><b>{{7*7}}${x}%s%(n)s\\",
    "a day there is not": "31/2/2025",
    "nothing": "",
    "spaces": " \u200b\u00a0 ",
    "digits of another script": "٣²",
}
LEAVING = {"accounts.sign_out"}


@pytest.fixture
def sweep(app, congress, sign_in, monkeypatch):
    """The office's browser on a congress with rows of everything; what it sends is read, checked and thrown away."""
    monkeypatch.setattr(Press, "pdf", lambda _press, _printout, **_how: b"%PDF-1.7")
    Grown(congress).grow()
    browser = sign_in(Role.OFFICE)
    ids = ids_of(congress)
    monkeypatch.setattr(db.session, "commit", db.session.flush)
    walked = [page for page in pages(app, congress, ids) if page.endpoint not in LEAVING]
    answers = [browser.get(page.path, follow_redirects=True) for page in walked]
    read = [
        Markup(answer.get_data(as_text=True), answer.request.full_path)
        for answer in answers
        if answer.mimetype == "text/html"
    ]
    return browser, read, places(app, congress, ids)


def encoded(pairs) -> bytes:
    """A form as a browser or a careless script sends it, half letters included."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs
    ).encode()


def post(browser, path, pairs):
    return browser.post(path, data=encoded(pairs), content_type="application/x-www-form-urlencoded")


def posts(form) -> bool:
    return form.method == "post" and not form.action.endswith("/sign-out")


def test_no_query_parameter_causes_an_accident(sweep):
    browser, read, _all = sweep
    wrong = []
    for path, name in sorted({asked for page in read for asked in page.asked}):
        for what, value in list(BAD.items())[len(name) % 2 :: 2]:
            answer = browser.get(f"{path}?{encoded([(name, value), (name, 'x')]).decode()}")
            if answer.status_code >= 500:
                wrong.append(f"{path} {name}: {what}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("engine_name", ENGINES[-1:])  # the stricter one: PostgreSQL refuses what SQLite stores
def test_no_field_causes_an_accident_and_a_refused_form_shows_what_was_typed(sweep):
    browser, read, _all = sweep
    accidents, lost = [], []
    forms = {(form.action, tuple(form.names)): form for page in read for form in page.forms if posts(form)}
    for form in forms.values():
        for place, name in enumerate(form.names):
            for number, (what, value) in enumerate(BAD.items()):
                # In a grid every row is like the first; a field meets every fifth mistake, a long text where one types.
                meets = name in form.typed if END in value else number % 5 == place % 5
                if re.match(r"r[1-9]\d*-", name) or not meets:
                    continue
                answer = post(
                    browser, form.action, [(n, v) for n, v in form.fields.items() if n != name] + [(name, value)]
                )
                if answer.status_code >= 500:
                    accidents.append(f"{form.action} {name}: {what}")
                elif (
                    answer.status_code == 200
                    and name in form.typed
                    and END in value
                    and END not in html.unescape(answer.get_data(as_text=True))
                ):
                    lost.append(f"{form.action} {name}")
    assert not accidents, "\n".join(accidents)
    assert not lost, "\n".join(lost)


def test_no_page_that_takes_forms_stumbles_over_nonsense_in_every_field_at_once(sweep):
    browser, read, everything = sweep
    of_forms: dict[str, set[str]] = {}
    for form in (form for page in read for form in page.forms):
        of_forms.setdefault(form.action.partition("?")[0], set()).update(form.names)
    anything = sorted({name for names in of_forms.values() for name in names if not re.match(r"r\d+-", name)})
    wrong = []
    for place in everything:
        if "POST" not in place.methods or place.endpoint in LEAVING:
            continue
        names = sorted(of_forms.get(place.path, anything))
        for what in ("a number where words belong", "NUL", "half a letter", "somebody else's row", "spaces"):
            answer = post(browser, place.path, [(name, BAD[what]) for name in names for _twice in range(2)])
            if answer.status_code >= 500:
                wrong.append(f"{place.path}: {what}")
    assert not wrong, "\n".join(wrong)

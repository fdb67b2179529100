"""Text sent past the browser that is too long for its place is refused with a sentence, in every form of this job."""

import re

import pytest

from congress.database import db
from congress.delegates.vocabulary import Review
from congress.journal.models import JournalEntry
from congress.web.access import Role
from tests.factories import make_delegate, make_plan, make_report, make_target, make_unit

LONG = "Nguyễn Thị Hòa " * 2000
FORMS = (
    "delegates/new", "delegates/{delegate}/edit", "delegates/{delegate}/status", "delegates/{delegate}/substitute",
    "delegates/{delegate}/move", "delegates/units/{unit}/reopen", "delegates/units/{unit}/return", "units/new",
    "units/{unit}/edit", "allocation/new", "allocation/{plan}", "allocation/{plan}/issue", "credentials/committee",
    "credentials/reports/new", "credentials/reports/{report}", "credentials/checks/{delegate}",
    "credentials/structure/targets/new", "credentials/structure/targets/{target}", "congress/edit",
)  # fmt: skip


def text_fields(page: str) -> list[str]:
    """The names of the fields of a page into which a line or a text is typed."""
    lines = re.findall(r"<input(?=[^>]*type=\"text\")[^>]*name=\"([^\"]+)\"", page)
    bare = re.findall(r"<input(?![^>]*type=)[^>]*name=\"([^\"]+)\"", page)
    return [*lines, *bare, *re.findall(r"<textarea[^>]*name=\"([^\"]+)\"", page)]


def filled(page: str) -> dict[str, str]:
    """What a form of the page would send as it stands."""
    found = {}
    for field in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', field), re.search(r'value="([^"]*)"', field)
        if name and not re.search(r'type="(checkbox|radio|file|search|submit)"', field):
            found[name[1]] = value[1] if value else ""
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options) or re.search(r'value="([^"]+)"', options)
        found[name] = chosen[1] if chosen else ""
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_text_too_long_is_refused_with_a_sentence_and_nothing_is_written(sign_in, congress, form):
    unit = make_unit(congress, official_quota=9)
    delegate = make_delegate(congress, unit, review=Review.SENT)
    ids = {
        "unit": unit.id,
        "delegate": delegate.id,
        "plan": make_plan(congress).id,
        "report": make_report(congress).id,
        "target": make_target(congress).id,
    }
    client, address = sign_in(Role.OFFICE), f"/{congress.slug}/{form.format(**ids)}"
    page = client.get(address).text
    main = page.split("<main")[1]
    names = [name for name in text_fields(main) if name not in ("q", "username")]
    assert names or form == "credentials/committee", form
    for name in dict.fromkeys(names):
        before = db.session.query(JournalEntry).filter(JournalEntry.congress_id == congress.id).count()
        answer = client.post(address, data=filled(main) | {name: LONG, "save": "1"})
        assert answer.status_code in (200, 409, 422), (name, answer.status_code)
        assert "Traceback" not in answer.text
        assert re.search(r"Không được dài quá|không được dài quá|error|errors|Hãy", answer.text), name
        after = db.session.query(JournalEntry).filter(JournalEntry.congress_id == congress.id).count()
        assert after == before, name

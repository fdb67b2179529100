"""However many rows there are, a page asks the database the same number of questions."""

import pytest

from congress.printing.render import Press
from congress.web.access import Role
from tests.walk import Grown, ids_of, pages

# Pages that may ask more for more rows, each with the reason.
ALLOWED = {
    "delegates.new": "where there is one cell only, nobody is asked which, and its quota stands beside the form",
}
# They end the session of whoever asks, or answer only before there is an account.
LEFT_OUT = {"accounts.set_up", "accounts.waiting"}


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    """The PDF and its preview are built from the same rows; drawing them asks the database nothing."""
    monkeypatch.setattr(Press, "pdf", lambda _press, _printout, **_how: b"%PDF-1.7")


@pytest.mark.parametrize("role", [Role.OFFICE, Role.CELL_SECRETARY])
def test_every_page_sends_as_many_queries_for_three_rows_as_for_one(app, congress, sign_in, count_queries, role):
    grown = Grown(congress)
    grown.grow()
    unit = grown.units[0]
    browser = sign_in(role, unit=unit)
    walked = [page for page in pages(app, congress, ids_of(congress, unit)) if page.endpoint not in LEFT_OUT]

    def counted():
        answers = {page.path: browser.get(page.path).status_code for page in walked}  # what is read once, is read now
        return {page.path: count_queries(lambda page=page: browser.get(page.path)) for page in walked}, answers

    with_one, opened = counted()
    grown.grow()
    grown.grow()
    with_three, opened_then = counted()
    assert opened == opened_then
    assert set(opened.values()) <= {200, 302, 403}
    grew = {
        page.endpoint: f"{with_one[page.path]} -> {with_three[page.path]}"
        for page in walked
        if with_one[page.path] != with_three[page.path] and page.endpoint not in ALLOWED
    }
    assert grew == {}

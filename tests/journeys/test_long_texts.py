"""What is pasted is never cut without a word: the server refuses what does not fit and shows all of it again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import sign_in_as
from tests.factories import make_unit
from tests.walk import Grown, ids_of, pages

TEMPLATES = Path(__file__).parents[2] / "templates"
LONG = " ".join(["Nguyễn Thị Hòa"] * 40)


def paste(page, label, text):
    """Put text into a field as pasting does: through the keyboard's own way, which a maxlength would cut."""
    field = page.get_by_label(label, exact=False).first
    field.focus()
    page.keyboard.insert_text(text)
    return field


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_pasted_text_that_is_too_long_is_refused_with_a_sentence_and_stays_whole(live_server, browser_page):
    make_unit(live_server.congress)
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("delegates/new"))
    expect(paste(page, "Họ và tên", LONG)).to_have_value(LONG)
    expect(paste(page, "Ghi chú", LONG * 3)).to_have_value(LONG * 3)
    page.get_by_role("button", name="Lưu").first.click()
    expect(page.get_by_role("alert")).to_contain_text(f"Không được dài quá 120 ký tự; đang có {len(LONG)}")
    expect(page.get_by_role("alert")).to_contain_text(f"Không được dài quá 1000 ký tự; đang có {len(LONG * 3)}")
    expect(page.get_by_label("Họ và tên").first).to_have_value(LONG)
    expect(page.get_by_label("Ghi chú").first).to_have_value(LONG * 3)


def test_no_page_lets_the_browser_cut_what_is_typed(app, congress, sign_in):
    grown = Grown(congress)
    grown.grow()
    client = sign_in(Role.OFFICE)
    seen = 0
    for place in pages(app, congress, ids_of(congress)):
        answer = client.get(place.path)
        if answer.mimetype == "text/html":
            assert "maxlength" not in answer.text, place.endpoint
            seen += 1
    assert seen > 60


def test_no_template_cuts_what_is_typed():
    for template in TEMPLATES.rglob("*.html"):
        assert not re.search(r"maxlength", template.read_text()), template

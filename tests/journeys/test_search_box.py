"""A list to choose from is searched as the lists are: without marks, and however an apostrophe is typed."""

import pytest
from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import sign_in_as
from tests.factories import make_delegate, make_unit


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_names_with_an_apostrophe_are_found_among_the_delegates_to_choose_from(live_server, browser_page):
    unit = make_unit(live_server.congress, official_quota=20)
    for name in ("H'Hen Niê", "K’Brơi", *(f"Lê Văn {letter}" for letter in "ABCDEGHIKLMN")):
        make_delegate(live_server.congress, unit, name)
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("credentials/committee"))
    box = page.get_by_role("combobox", name="Đại biểu chính thức")
    for typed, name in (("hhen", "H'Hen Niê"), ("h hen", "H'Hen Niê"), ("h’hen", "H'Hen Niê"), ("k'broi", "K’Brơi")):
        box.fill(typed)
        shown = page.get_by_role("option", name=name)
        expect(shown).to_be_visible()
        expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)

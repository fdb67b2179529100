"""Every page of the program, in both languages and on both screens, as the office and as a cell see it."""

import pytest
from playwright.sync_api import Error

from congress.web.access import Role
from tests.browser import DESKTOP, PHONE, assert_accessible, assert_fits, sign_in_as
from tests.walk import Grown, ids_of, pages

# A file instead of a page, or the door to a program nobody has an account of.
NO_PAGES = (
    "comments.scan",
    "comments.read_scan",
    "synthesis.printing",
    "subcommittees.file",
    ".pdf",
    ".export",
    ".structure_export",
    ".import_template",
    ".import_progress",
    ".slip",
    ".slips",
    ".set_up",
    ".waiting",
    ".sign_in",
    ".file",
    ".dossier_version",
    ".feed",
)


OTHER = {DESKTOP: PHONE, PHONE: DESKTOP}


@pytest.mark.parametrize("engine_name", ["sqlite"])  # what a browser shows does not depend on where rows lie
@pytest.mark.parametrize(
    ("role", "language", "size"),
    [
        (Role.OFFICE, "vi", DESKTOP),
        (Role.OFFICE, "en", PHONE),
        (Role.CELL_SECRETARY, "vi", PHONE),
        (Role.CELL_SECRETARY, "en", DESKTOP),
    ],
    ids=["office, Vietnamese, desk", "office, English, phone", "cell, Vietnamese, phone", "cell, English, desk"],
)
def test_every_page_is_accessible_and_fits_both_screens(live_server, open_page, role, language, size):
    grown = Grown(live_server.congress)
    grown.grow()
    unit = grown.units[0]
    person = live_server.person(role, unit=unit, language=language)
    places = pages(live_server.app, live_server.congress, ids_of(live_server.congress, unit))
    page = open_page(size)
    sign_in_as(page, person)
    seen, problems = 0, []
    for place in places:
        if place.endpoint.endswith(NO_PAGES) or place.path.endswith((".pdf", ".jpg", ".csv", ".xlsx", ".docx")):
            continue
        try:
            answer = page.goto(place.path)
        except Error as error:
            if "Download is starting" in str(error):  # a file the browser saves; there is no page to look at
                continue
            raise
        if answer.status == 403:  # every refusal looks the same; below it is looked at once
            refused = place.path
            continue
        assert answer.status == 200, place
        if "text/html" not in answer.headers.get("content-type", ""):  # figures for a script
            continue
        seen += 1
        try:
            assert_accessible(page)
            page.set_viewport_size(dict(zip(("width", "height"), OTHER[size], strict=True)))
            assert_fits(page)
        except AssertionError as error:
            problems.append(str(error))
        page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    for path in [live_server.path("nowhere"), *([refused] if role is Role.CELL_SECRETARY else [])]:
        page.goto(path)
        assert_accessible(page)
    assert not problems, "\n\n".join(problems)
    assert seen > 20

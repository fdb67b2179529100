"""An office looks after its cells: by mouse, by keyboard, on a phone, without JavaScript, in English."""

import re

from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import PASSWORD, PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_unit


def two_cells(live_server):
    make_unit(live_server.congress, code="CB01", name="Chi bộ ấp Mỹ Đức", secretary="Nguyễn Văn An")
    make_unit(live_server.congress, code="CB02", name="Chi bộ Trạm Y tế")
    live_server.save()


def test_a_cell_is_found_without_marks_corrected_and_saved(live_server, browser_page):
    two_cells(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/"))
    assert_accessible(page)
    page.get_by_role("searchbox").fill("my duc")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="Chi bộ Trạm Y tế")).to_have_count(0)
    follow(page, page.get_by_role("link", name="Chi bộ ấp Mỹ Đức"))
    assert_accessible(page)
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Bí thư").fill("Lê Thị Anh")
    page.get_by_label("Đảng viên chính thức").fill("3")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa lưu được")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Bí thư")).to_have_value("Lê Thị Anh")
    assert_accessible(page)
    page.get_by_label("Đảng viên chính thức").fill("25")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu Chi bộ ấp Mỹ Đức.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Lê Thị Anh")


def test_the_same_works_without_javascript(live_server, open_page):
    two_cells(live_server)
    page = open_page(javascript=False)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/"))
    page.get_by_role("searchbox").fill("my duc")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Chi bộ ấp Mỹ Đức").click()
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Bí thư").fill("Lê Thị Anh")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu Chi bộ ấp Mỹ Đức.")).to_be_visible()


def test_on_a_phone_the_menu_is_behind_a_button_and_everything_fits(live_server, open_page):
    two_cells(live_server)
    page = open_page(PHONE)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("congress/"))
    menu = page.get_by_role("navigation", name="Mục lục")
    expect(menu).to_be_hidden()
    page.get_by_text("Mục lục", exact=True).click()
    expect(menu).to_be_visible()
    assert_accessible(page)
    menu.get_by_role("link", name="Chi bộ, đảng bộ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chi bộ, đảng bộ")
    assert_accessible(page)
    small = page.evaluate(
        """[...document.querySelectorAll("main a.btn, main button, summary, .chip")]
        .filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect())
        .filter((box) => box.height < 44 || box.width < 24).length"""
    )
    assert small == 0


def test_the_menu_opens_without_javascript_too(live_server, open_page):
    page = open_page(PHONE, javascript=False)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("congress/"))
    page.get_by_text("Mục lục", exact=True).click()
    page.get_by_role("link", name="Chi bộ, đảng bộ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chi bộ, đảng bộ")


def test_the_keyboard_alone_finds_and_opens_a_cell(live_server, browser_page):
    two_cells(live_server)
    page = browser_page
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(live_server.person(Role.OFFICE))
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-hiep/**")
    page.goto(live_server.path("units/"))
    first = page.get_by_role("link", name="Chi bộ ấp Mỹ Đức")
    for _press in range(80):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    outline = first.evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Chi bộ Trạm Y tế")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chi bộ Trạm Y tế")


def test_a_click_anywhere_on_a_row_opens_it(live_server, browser_page):
    two_cells(live_server)
    sign_in_as(browser_page, live_server.person(Role.OFFICE))
    browser_page.goto(live_server.path("units/"))
    browser_page.get_by_role("cell", name="CB02").click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Chi bộ Trạm Y tế")


def test_the_interface_speaks_english_and_says_so(live_server, browser_page):
    two_cells(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/?q=my+duc"))
    page.get_by_role("button", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cells and committees")
    expect(page.get_by_role("row", name="Chi bộ ấp Mỹ Đức")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile(r"q=my\+duc"))
    assert_accessible(page)


def test_columns_are_chosen_in_a_sheet_that_pushes_nothing(live_server, browser_page):
    two_cells(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/"))
    table = page.get_by_role("table")
    before = table.bounding_box()
    page.get_by_text("Chọn cột", exact=True).click()
    assert table.bounding_box() == before
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Điện thoại")).to_be_hidden()
    page.get_by_text("Chọn cột", exact=True).click()
    page.get_by_label("Điện thoại").check()
    page.get_by_role("button", name="Hiện các cột đã chọn").click()
    expect(page.get_by_role("columnheader", name="Điện thoại")).to_be_visible()


def test_large_print_enlarges_the_text(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    before = page.evaluate(size)
    page.goto("/account")
    follow(page, page.get_by_role("main").get_by_role("button", name="Bật chữ to"))
    assert page.evaluate(size) > before * 1.2
    assert_accessible(page)

"""An office looks after its cells: by mouse, by keyboard, on a phone, without JavaScript, in English."""

from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import assert_accessible, sign_in_as
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
    page.get_by_role("link", name="Chi bộ ấp Mỹ Đức").click()
    assert_accessible(page)
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Bí thư").fill("Lê Thị Anh")
    page.get_by_label("Chỉ tiêu đại biểu chính thức").fill("400")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa lưu được")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Bí thư")).to_have_value("Lê Thị Anh")
    assert_accessible(page)
    page.get_by_label("Chỉ tiêu đại biểu chính thức").fill("4")
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

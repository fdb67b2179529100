"""The office founds the subcommittees and enters their people."""

from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import assert_accessible, follow, sign_in_as


def test_the_usual_three_are_founded_and_one_gets_its_people(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("subcommittees/"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Lập ba tiểu ban thường có"))
    assert_accessible(page)
    page.get_by_role("button", name="Lập 3 tiểu ban").click()
    expect(page.get_by_text("Đã lập 3 tiểu ban.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Tiểu ban Văn kiện").click()
    follow(page, page.get_by_role("link", name="Sửa", exact=True))
    assert_accessible(page)
    page.get_by_label("Họ và tên 1").fill("Lê Thị Anh")
    page.get_by_label("Vai trò 1").select_option(label="Trưởng")
    page.get_by_label("Họ và tên 2").fill("Trần Văn Bình")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu Tiểu ban Văn kiện.")).to_be_visible()
    expect(page.get_by_role("row", name="Trần Văn Bình")).to_contain_text("Thành viên")
    assert_accessible(page)

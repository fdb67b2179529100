"""A cell secretary registers delegates and sends them; the personnel secretary returns one, then receives the list."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from congress.delegates import queries
from congress.delegates.vocabulary import Review, Standing
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, fill_in, follow, sign_in_as
from tests.factories import make_delegate, make_unit


def cell(live_server, **fields):
    live_server.congress.registration_closes_on = date.today() + timedelta(days=3)
    fields = {"code": "CB01", "name": "Chi bộ ấp Mỹ Thạnh", "official_quota": 2, "alternate_quota": 1} | fields
    unit = make_unit(live_server.congress, **fields)
    live_server.save()
    return unit


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()


def everyone(live_server):
    live_server.save()
    return queries.lines(live_server.congress.id, UnitScope.everything())


def test_delegates_are_registered_on_a_phone_sent_returned_corrected_and_received(live_server, open_page):
    unit = cell(live_server)
    phone = open_page(PHONE)
    sign_in_as(phone, live_server.person(Role.CELL_SECRETARY, unit=unit))
    phone.goto(live_server.path("delegates/my"))
    expect(phone.locator("main")).to_contain_text("2 chính thức, 1 dự khuyết")
    assert_accessible(phone)
    phone.get_by_role("link", name="Nhập đại biểu").click()
    fill_in(phone, "Nguyễn Thị Hòa", "Nữ", "5/8/1989")
    phone.get_by_role("textbox", name="Ngày vào Đảng").fill("3/2/2006")
    save(phone)
    expect(phone.get_by_text("khi mới 16 tuổi").first).to_be_visible()
    expect(phone.get_by_label("Họ và tên")).to_have_value("Nguyễn Thị Hòa")
    assert_accessible(phone)
    phone.get_by_role("textbox", name="Ngày sinh").fill("5/8/1979")
    phone.get_by_role("textbox", name="Ngày vào Đảng").fill("3/2/2005")
    save(phone)
    expect(phone.get_by_text("Đã thêm đồng chí Nguyễn Thị Hòa")).to_be_visible()
    phone.get_by_role("link", name="Nhập đại biểu còn lại").click()
    fill_in(phone, "K'Brơi", "Nam", "1965")
    phone.get_by_role("button", name="Lưu và nhập người tiếp theo").click()
    expect(phone.get_by_label("Họ và tên")).to_have_value("")
    fill_in(phone, "Ngô Hoa", "Nữ", "1/5/1990", "Dự khuyết")
    phone.get_by_role("textbox", name="Ngày vào Đảng").fill("3/2/2010")
    phone.get_by_role("textbox", name="Ngày chính thức").fill("3/2/2011")
    save(phone)
    assert_accessible(phone)
    phone.get_by_role("link", name="Gửi danh sách").click()
    expect(phone.locator("main")).to_contain_text("Sẽ gửi 3 đại biểu")
    assert_accessible(phone)
    phone.get_by_role("button", name="Gửi 3 đại biểu").click()
    expect(phone.get_by_text("Đã gửi 3 đại biểu của Chi bộ ấp Mỹ Thạnh")).to_be_visible()
    assert {line.review for line in everyone(live_server)} == {Review.SENT}

    desk = open_page()
    sign_in_as(desk, live_server.person(Role.PERSONNEL_SECRETARY))
    desk.goto(live_server.path("delegates/desk"))
    assert_accessible(desk)
    follow(desk, desk.get_by_role("row", name="Chi bộ ấp Mỹ Thạnh").get_by_role("link", name="3").last)
    assert_accessible(desk)
    desk.get_by_label("Chọn K'Brơi").check()
    follow(desk, desk.get_by_role("button", name="Trả lại để bổ sung"))
    assert_accessible(desk)
    desk.get_by_label("Lý do trả lại").fill("Ghi đủ ngày, tháng sinh")
    desk.get_by_role("button", name="Trả lại 1 đại biểu").click()
    expect(desk.get_by_text("Đã trả lại 1 đại biểu")).to_be_visible()

    phone.goto(live_server.path("delegates/my"))
    expect(phone.locator("main")).to_contain_text("Ghi đủ ngày, tháng sinh")
    phone.get_by_role("link", name="K'Brơi").click()
    phone.get_by_role("link", name="Sửa", exact=True).click()
    phone.get_by_role("textbox", name="Ngày sinh").fill("12/3/1965")
    save(phone)
    phone.goto(live_server.path("delegates/my"))
    phone.get_by_role("link", name="Gửi danh sách").click()
    phone.get_by_role("button", name="Gửi 1 đại biểu").click()

    desk.goto(live_server.path(f"delegates/units/{unit.id}"))
    desk.get_by_role("button", name="Nhận 3 đại biểu đã gửi").click()
    expect(desk.get_by_text("Đã nhận 3 đại biểu.")).to_be_visible()
    assert_accessible(desk)
    assert {line.review for line in everyone(live_server)} == {Review.RECEIVED}
    assert [line.full_name for line in everyone(live_server)] == ["Ngô Hoa", "Nguyễn Thị Hòa", "K'Brơi"]


def test_the_list_is_narrowed_by_a_click_and_read_on_paper(live_server, browser_page):
    unit = cell(live_server, official_quota=9, alternate_quota=2)
    for name in ("Trần Văn Anh", "Bùi Thị Ánh", "Đặng Ngọc Ân", "Nguyễn Văn An"):
        make_delegate(live_server.congress, unit, name)
    make_delegate(live_server.congress, unit, "Ngô Hoa", standing=Standing.ALTERNATE)
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("delegates/"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Chính thức 4").first)
    expect(page.locator("tbody th a")).to_have_text(["Nguyễn Văn An", "Trần Văn Anh", "Bùi Thị Ánh", "Đặng Ngọc Ân"])
    expect(page.get_by_role("row", name="Ngô Hoa")).to_have_count(0)
    page.get_by_role("link", name="In danh sách").click()
    expect(page.locator(".sheet")).to_contain_text("đại biểu chính thức")
    expect(page.locator(".sheet")).not_to_contain_text("Ngô Hoa")
    page.goto(live_server.path("delegates/?q=bui+anh"))
    expect(page.get_by_text("Không có đại biểu nào phù hợp.")).to_be_visible()


def test_many_are_chosen_with_one_box_and_received(live_server, browser_page):
    unit = cell(live_server)
    for name in ("Trần Văn Anh", "Bùi Thị Ánh"):
        make_delegate(live_server.congress, unit, name, review=Review.SENT)
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.PERSONNEL_SECRETARY))
    page.goto(live_server.path("delegates/?review=sent"))
    expect(page.get_by_role("button", name="Nhận", exact=True)).to_be_hidden()
    page.get_by_label("Chọn tất cả").check()
    page.get_by_role("button", name="Nhận", exact=True).click()
    expect(page.get_by_text("Đã nhận 2 đại biểu.")).to_be_visible()

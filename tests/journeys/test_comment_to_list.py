"""From a pasted draft to the comments in its order: the secretary, a cell on its phone, the secretary again."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_document, make_round, make_unit, make_version

DRAFT = """Phần thứ nhất
TÌNH HÌNH VÀ KẾT QUẢ
I. Kết quả đạt được
Kinh tế của xã tăng trưởng khá.
Thu nhập bình quân đạt 75 triệu đồng/người/năm."""


def on_paper(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def test_a_draft_is_commented_on_by_phone_and_read_in_its_order(live_server, browser_page, open_page):
    unit = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh")
    secretary, cell = live_server.person(Role.DOCUMENTS_SECRETARY), live_server.person(Role.CELL_SECRETARY, unit=unit)
    desk = browser_page
    sign_in_as(desk, secretary)
    paste_a_draft(live_server, desk)
    open_a_round(live_server, desk)
    phone = open_page(PHONE)
    sign_in_as(phone, cell)
    comment_on_a_paragraph(live_server, phone)
    send_the_sheet(phone)
    desk.goto(live_server.path("comments/"))
    follow(desk, desk.get_by_role("row", name="Góp ý lần 1").get_by_role("link", name="1/1"))
    assert_accessible(desk)
    desk.get_by_role("link", name="Đọc 1 ý kiến").click()
    expect(desk.locator("main")).to_contain_text("Thu nhập bình quân đạt 75 triệu đồng/người/năm.")
    expect(desk.locator("main")).to_contain_text("Sửa 75 thành 78 triệu")
    assert_accessible(desk)
    desk.get_by_role("link", name="In danh sách").click()
    expect(desk.locator("body")).to_contain_text("Đoạn 2: “Thu nhập bình quân đạt 75 triệu đồng/người/năm.”")


def paste_a_draft(live_server, page):
    page.goto(live_server.path("drafts/"))
    page.get_by_role("link", name="Thêm văn kiện").click()
    page.get_by_label("Tên văn kiện").fill("Báo cáo chính trị")
    page.get_by_role("button", name="Lưu và nhập dự thảo").click()
    page.get_by_label("Dán văn bản").fill(DRAFT)
    assert_accessible(page)
    page.get_by_role("button", name="Đọc và xem lại").click()
    expect(page.locator("main")).to_contain_text("2 đề mục và 2 đoạn")
    assert_accessible(page)
    page.get_by_role("button", name="Tiếp: ghi nhận dự thảo").click()
    page.get_by_role("button", name="Ghi nhận").click()
    expect(page.locator("article")).to_contain_text("Kinh tế của xã tăng trưởng khá.")
    assert_accessible(page)


def open_a_round(live_server, page):
    page.goto(live_server.path("comments/"))
    page.get_by_role("link", name="Mở đợt góp ý").click()
    page.get_by_label("Tên đợt góp ý").fill("Góp ý lần 1")
    page.get_by_label("Báo cáo chính trị, dự thảo lần 1").check()
    page.get_by_label("Từ ngày").first.fill(on_paper(date.today() - timedelta(days=2)))
    page.get_by_label("Đến hết ngày").first.fill(on_paper(date.today() + timedelta(days=5)))
    assert_accessible(page)
    page.get_by_role("button", name="Mở đợt góp ý").click()
    expect(page.locator("main")).to_contain_text("Đã gửi 0 trên 1 chi bộ")
    assert_accessible(page)


def comment_on_a_paragraph(live_server, page):
    page.goto(live_server.path("comments/"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Đọc dự thảo và góp ý"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Báo cáo chính trị, dự thảo lần 1"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Góp ý đoạn 2"))
    assert_accessible(page)
    page.get_by_label("Đồng ý một phần").check()
    page.get_by_label("Nội dung đề nghị").fill("Sửa 75 thành 78 triệu")
    expect(page.locator(".kept-state")).to_contain_text("Đã lưu")
    page.reload()
    expect(page.get_by_label("Nội dung đề nghị")).to_have_value("Sửa 75 thành 78 triệu")
    expect(page.get_by_label("Đồng ý một phần")).to_be_checked()
    page.get_by_label("Lý do").fill("Theo số liệu thống kê")
    page.get_by_role("button", name="Lưu ý kiến").click()
    expect(page.locator(".own")).to_contain_text("Theo số liệu thống kê")
    buttons = page.get_by_role("link", name="Góp ý đoạn 1")
    assert buttons.bounding_box()["height"] >= 44


def send_the_sheet(page):
    page.get_by_role("link", name="Quay lại phiếu góp ý").click()
    page.get_by_label("Ngày họp").first.fill(on_paper(date.today() - timedelta(days=1)))
    page.get_by_label("Số đảng viên dự họp").fill("25")
    page.get_by_label("Số đồng chí phát biểu").fill("4")
    expect(page.locator(".kept-state")).to_contain_text("Đã lưu")
    page.get_by_role("button", name="Lưu, xem lại và gửi phiếu").click()
    expect(page.locator("main")).to_contain_text("Sẽ gửi 1 ý kiến")
    assert_accessible(page)
    page.get_by_role("button", name="Gửi phiếu góp ý").click()
    expect(page.locator("main")).to_contain_text("Phiếu đã gửi lúc")
    assert_accessible(page)


@pytest.fixture
def sheet(live_server):
    """A cell with an open round; gives the address of its sheet and of its draft."""
    unit = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh")
    version = make_version(make_document(live_server.congress, title="Báo cáo chính trị"))
    round_ = make_round(live_server.congress, version, title="Góp ý lần 1")
    live_server.save()
    address = live_server.path(f"comments/{round_.id}/cells/{unit.id}")
    return live_server.person(Role.CELL_SECRETARY, unit=unit), address, f"{address}/drafts/{version.id}"


def test_the_same_works_without_javascript(sheet, open_page):
    person, address, draft = sheet
    page = open_page(PHONE, javascript=False)
    sign_in_as(page, person)
    page.goto(draft)
    page.get_by_role("link", name="Góp ý đoạn 1", exact=True).click()
    page.get_by_label("Không đồng ý").check()
    page.get_by_label("Nội dung đề nghị").fill("Ghi rõ bao nhiêu phần trăm")
    page.get_by_role("button", name="Lưu ý kiến").click()
    expect(page.locator(".own")).to_contain_text("Ghi rõ bao nhiêu phần trăm")
    page.goto(address)
    page.get_by_label("Ngày họp").fill(on_paper(date.today()))
    page.get_by_label("Số đảng viên dự họp").fill("20")
    page.get_by_label("Số đồng chí phát biểu").fill("2")
    page.get_by_role("button", name="Lưu, xem lại và gửi phiếu").click()
    page.get_by_role("button", name="Gửi phiếu góp ý").click()
    expect(page.locator("main")).to_contain_text("Phiếu đã gửi lúc")


def test_a_lost_connection_loses_no_word(sheet, open_page):
    person, _address, draft = sheet
    page = open_page(PHONE)
    sign_in_as(page, person)
    page.goto(draft)
    page.get_by_role("link", name="Góp ý đoạn 1", exact=True).click()
    page.wait_for_url(lambda url: "comment=" in url)
    page.context.set_offline(True)
    page.get_by_label("Nội dung đề nghị").fill("Viết khi mất mạng")
    expect(page.locator(".kept-state.bad")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".kept-state")).to_contain_text("Đã lưu")
    page.reload()
    expect(page.get_by_label("Nội dung đề nghị")).to_have_value("Viết khi mất mạng")
    page.goto(draft)
    expect(page.locator(".own")).to_contain_text("Viết khi mất mạng")


def test_pressing_save_without_a_connection_stays_on_the_page(sheet, open_page):
    """The browser's own page stood in place of the comment, and the next page of the program forgot it."""
    person, _address, draft = sheet
    page = open_page(PHONE)
    sign_in_as(page, person)
    page.goto(draft)
    page.get_by_role("link", name="Góp ý đoạn 1", exact=True).click()
    page.wait_for_url(lambda url: "comment=" in url)
    page.context.set_offline(True)
    page.get_by_label("Ý kiến khác").check()
    page.get_by_label("Nội dung đề nghị").fill("Viết rồi bấm khi mất mạng")
    page.get_by_role("button", name="Lưu ý kiến").click()
    expect(page.locator(".no-connection")).to_contain_text("Chưa gửi được vì mất mạng")
    expect(page.get_by_label("Nội dung đề nghị")).to_have_value("Viết rồi bấm khi mất mạng")
    page.context.set_offline(False)
    page.get_by_role("button", name="Lưu ý kiến").click()
    expect(page.locator(".own")).to_contain_text("Viết rồi bấm khi mất mạng")

"""The service subcommittee lays out the programme: template, durations, dragging, paper; also without scripts."""

from datetime import date, time
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from congress.agenda import actions
from congress.agenda.vocabulary import SessionKind
from congress.database import transaction
from congress.web.access import Role
from tests.browser import DESKTOP, PHONE, assert_accessible, follow, sign_in_as
from tests.factories import Somebody, make_item, make_session


def times(page: Page) -> Locator:
    return page.locator("td.slot time:first-child")


def titles(page: Page) -> Locator:
    return page.locator("tr[data-item] .what a")


CARRY = """
([what, to, x, y, name]) => {
  const [from, over] = [what, to].map((each) => each.getBoundingClientRect());
  window.carried ??= new DataTransfer();
  const on = name === "dragstart" || name === "dragend" ? what : to;
  const place = on === what ? { x: from.x + 5, y: from.y + 5 } : { x: over.x + x, y: over.y + y };
  on.dispatchEvent(new DragEvent(name, {
    bubbles: true, cancelable: true, dataTransfer: window.carried, clientX: place.x, clientY: place.y,
  }));
}
"""


def drag(page: Page, what: Locator, to: Locator, mark: Locator) -> None:
    """Pick something up, carry it over a place until the page marks where it would fall, and let go there.

    The browser's own drag begins some mouse moves late and on a busy machine not at all; its events are what counts.
    """
    elements = [what.element_handle(), to.element_handle()]

    def tell(name: str) -> None:
        page.evaluate(CARRY, [*elements, 5, 2, name])

    tell("dragstart")
    tell("dragover")
    expect(mark).to_be_attached()
    tell("drop")
    tell("dragend")


@pytest.fixture
def morning(live_server):
    """A session with the items A, B and C, and an empty one in the afternoon."""
    session = make_session(live_server.congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(7, 30))
    for title in ("Mục A", "Mục B", "Mục C"):
        make_item(session, title=title)
    make_session(live_server.congress)
    live_server.save()
    return session


def test_from_the_template_to_the_printed_programme(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/"))
    assert_accessible(page)
    page.get_by_role("link", name="Lấy chương trình mẫu").click()
    expect(page.get_by_text("Sẽ tạo 3 phiên với 22 mục")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Tạo chương trình này").click()
    expect(page.get_by_text("Đã tạo 3 phiên với 22 mục")).to_be_visible()
    assert_accessible(page)
    opening = page.get_by_label("Số phút của Ổn định tổ chức, điểm danh, chào cờ", exact=True)
    following = page.get_by_role("row", name="Khai mạc phiên trù bị").locator("td.slot")
    expect(following).to_contain_text("13:50")
    opening.fill("30")
    opening.press("Enter")
    expect(following).to_contain_text("14:10")
    expect(opening).to_be_focused()
    film = page.get_by_role("row", name="Phóng sự thành tựu nhiệm kỳ")
    speech = page.get_by_role("row", name="Diễn văn khai mạc")
    drag(page, film.locator("td.slot"), speech.locator("td.what"), page.locator("tr.over-top"))
    expect(page.get_by_text("Đã xếp lại chương trình.").first).to_be_visible()
    expect(film.locator("td.slot")).to_contain_text("07:45")
    expect(page.locator("header details.over").first).to_be_attached()  # marks are taken off rows, not off the menus
    page.get_by_role("link", name="Xem trước bản in").click()
    sheet = page.locator("main.sheet")
    expect(sheet).to_contain_text("CHƯƠNG TRÌNH")
    text = " ".join(sheet.inner_text().split())
    assert text.index("07h45 – 07h55 Phóng sự") < text.index("07h55 – 08h05 Diễn văn khai mạc")
    assert "14h00 – 14h10 Khai mạc phiên trù bị" in text


def test_an_item_is_dragged_into_an_empty_session(live_server, browser_page, morning):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("programme/"))
    empty = page.locator("section.session").nth(1)
    drag(
        page, page.get_by_role("row", name="Mục B").locator("td.slot"), empty.locator("header"), empty.locator(".over")
    )
    expect(empty.get_by_role("row", name="Mục B")).to_be_visible()
    expect(page.locator("td.slot time:first-child")).to_have_text(["07:00", "07:10", "13:30"])


def test_arrows_keep_the_keyboard_where_it_was(live_server, browser_page, morning):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("programme/"))
    button = page.get_by_role("button", name="Chuyển Mục A xuống")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr[data-item] .what a").first).to_have_text("Mục B")
    expect(page.get_by_role("button", name="Chuyển Mục A xuống")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("tr[data-item] .what a").nth(2)).to_have_text("Mục A")


def test_whoever_comes_second_sees_who_was_quicker_and_the_order_as_it_is(live_server, browser_page, morning):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("programme/"))
    live_server.save()
    with transaction():
        actions.step_item(morning.items[0], 1, actor=Somebody, seen=None)
    page.get_by_role("button", name="Chuyển Mục C lên").click()
    expect(page.locator(".note.warn")).to_contain_text("Trần Thị Bích đã sửa nội dung này")
    expect(titles(page)).to_have_text(["Mục B", "Mục A", "Mục C"])
    page.get_by_role("button", name="Chuyển Mục C lên").click()
    expect(page.locator("tr[data-item] .what a").nth(1)).to_have_text("Mục C")


def test_a_wrong_duration_is_said_beside_the_field_and_corrected(live_server, browser_page, morning):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("programme/"))
    page.get_by_label("Số phút của Mục A", exact=True).fill("-5")
    page.get_by_role("button", name="Lưu số phút của Mục A").click()
    expect(page.get_by_role("alert")).to_contain_text("Số phải từ 1 đến 1440.")
    assert_accessible(page)
    page.get_by_label("Số phút").fill("15")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu Mục A.")).to_be_visible()
    expect(times(page)).to_have_text(["07:00", "07:15", "07:25"])
    expect(page.get_by_text("Quá giờ dự kiến 07:30: 5 phút")).to_be_visible()


def test_the_same_works_on_a_phone_without_javascript(live_server, open_page, morning):
    page = open_page(PHONE, javascript=False)
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/"))
    page.get_by_label("Số phút của Mục A", exact=True).fill("20")
    page.get_by_role("button", name="Lưu số phút của Mục A").click()
    expect(times(page)).to_have_text(["07:00", "07:20", "07:30"])
    page.get_by_role("button", name="Chuyển Mục C lên").click()
    expect(titles(page)).to_have_text(["Mục A", "Mục C", "Mục B"])
    page.get_by_role("link", name="Chuyển Mục A đến vị trí khác").click()
    page.get_by_label("Vị trí trong phiên").fill("3")
    page.get_by_role("button", name="Chuyển", exact=True).click()
    expect(titles(page)).to_have_text(["Mục C", "Mục B", "Mục A"])


def test_a_phone_shows_the_programme_without_scrolling_sideways(live_server, open_page):
    actions.take_template(live_server.congress, date(2025, 8, 11), date(2025, 8, 12), actor=Somebody)
    live_server.save()
    page = open_page(PHONE)
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/"))
    assert_accessible(page)


def test_no_button_of_a_row_lies_under_another(live_server, browser_page, morning):
    """The button that saves the minutes lay half under the arrow beside it."""
    page = browser_page
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/"))
    row = page.get_by_role("row", name="Mục B")
    boxes = [button.bounding_box() for button in row.locator("button, .moves a").all()]
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes]
    assert len(edges) == 4
    assert all(end <= begin for (_, end), (begin, _) in pairwise(edges)), edges


def test_an_item_is_stretched_by_the_strip_under_its_time(live_server, browser_page, morning):
    page = browser_page
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/"))
    strip = page.get_by_role("row", name="Mục A").locator(".stretch")
    expect(strip).to_be_attached()
    box = strip.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 20, box["y"] + 24, steps=4)
    expect(strip.locator("output")).to_have_text("20 phút")
    page.mouse.up()
    expect(times(page)).to_have_text(["07:00", "07:20", "07:30"])


def test_edited_by_form_checked_released_and_run_in_the_hall(live_server, open_page, morning):
    page, watcher = open_page(DESKTOP), open_page(PHONE)
    secretary, reader = live_server.person(Role.SERVICE_SECRETARY), live_server.person(Role.READER)
    sign_in_as(page, secretary)
    page.goto(live_server.path("programme/"))
    follow(page, page.get_by_role("link", name="Mục B", exact=True))
    page.get_by_label("Giờ cố định").fill("7:05")
    page.get_by_label("Người thực hiện").fill("Lê Thị Hòa")
    page.get_by_label("Người điều hành").fill("Lê Thị Hoà")
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Lưu", exact=True))
    checks = page.locator(".checks li")
    expect(checks.filter(has_text="chồng 5 phút")).to_be_visible()
    expect(checks.filter(has_text="vừa trình bày vừa điều hành")).to_be_visible()
    follow(page, page.get_by_role("link", name="Ban hành", exact=True))
    expect(page.get_by_text("Vẫn ban hành được")).to_be_visible()
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Ban hành", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Chương trình ban hành lần 1")
    assert_accessible(page)
    page.goto(live_server.path("programme/live"))
    assert_accessible(page)
    sign_in_as(watcher, reader)
    watcher.goto(live_server.path("programme/live/screen"))
    expect(watcher.locator("[data-told=next]")).to_have_text("Mục A")
    assert_accessible(watcher)
    follow(page, page.get_by_role("button", name="Bắt đầu mục này"))
    expect(page.locator("[data-told=running]")).to_have_text("Mục A")
    expect(watcher.locator("[data-told=running]")).to_have_text("Mục A", timeout=20_000)  # without a reload
    follow(page, page.get_by_role("button", name="Bắt đầu mục này"))
    expect(page.locator("[data-told=running]")).to_have_text("Mục B")
    follow(page, page.get_by_role("button", name="Hoàn tác lần bấm cuối"))
    expect(page.get_by_text("Đã hoàn tác")).to_be_visible()
    expect(page.locator("[data-told=running]")).to_have_text("Mục A")


def test_the_hall_is_run_on_a_phone_without_javascript(live_server, open_page, morning):
    actions.release(live_server.congress, actor=Somebody)
    live_server.save()
    page = open_page(PHONE, javascript=False)
    sign_in_as(page, live_server.person(Role.SERVICE_SECRETARY))
    page.goto(live_server.path("programme/live"))
    follow(page, page.get_by_role("button", name="Bắt đầu mục này"))
    expect(page.locator("[data-told=running]")).to_have_text("Mục A")
    follow(page, page.get_by_role("button", name="Kết thúc", exact=True))
    expect(page.locator("[data-told=running]")).to_have_text("Chưa có mục nào đang diễn ra")

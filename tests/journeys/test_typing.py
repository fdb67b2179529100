"""Nothing typed is lost, and typing is quick: grids like a sheet, days by picker, texts kept until they are saved."""

import json

from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import assert_accessible, sign_in_as
from tests.factories import make_unit

SLOWLY = 300  # longer than a form waits before it keeps what is typed


def test_the_grid_moves_like_a_sheet_takes_a_pasted_block_and_grows(live_server, browser_page):
    make_unit(live_server.congress, code="CB01", name="Chi bộ ấp Mỹ Đức")
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/grid"))
    assert_accessible(page)
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(6)
    page.locator("#r0-code").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#r1-code")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#r0-code")).to_be_focused()
    page.keyboard.press("ArrowDown")
    block = "\n".join(f"CB{n}\tChi bộ ấp {n}\tĐảng bộ cơ sở\t{n}" for n in range(11, 19))
    page.locator("#r1-code").evaluate(
        """(cell, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        block,
    )
    expect(rows).to_have_count(9)
    expect(page.get_by_label("Tên, dòng 9")).to_have_value("Chi bộ ấp 18")
    page.get_by_role("button", name="Thêm dòng").click()
    expect(page.locator("#r9-code")).to_be_focused()
    page.get_by_role("button", name="Lưu bảng").click()
    expect(page.get_by_text("Đã lưu bảng: thêm 8")).to_be_visible()
    expect(page.get_by_role("row", name="Chi bộ ấp 18")).to_contain_text("Đảng bộ cơ sở")


def test_a_day_is_picked_in_the_browsers_calendar_and_stands_as_on_paper(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/new"))
    expect(page.get_by_role("button", name="Chọn ngày cho mục Dự kiến đại hội chi bộ")).to_be_visible()
    page.locator("#planned_on ~ input[type=date]").evaluate(
        "day => { day.value = '2025-02-05'; day.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    expect(page.get_by_label("Dự kiến đại hội chi bộ").first).to_have_value("05/02/2025")


def test_text_left_behind_is_offered_again_and_taken_only_on_request(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/new"))
    page.get_by_label("Tên").fill("Chi bộ ấp Mỹ Đức")
    page.wait_for_timeout(SLOWLY * 2)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_label("Tên")).to_have_value("")
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.get_by_label("Tên")).to_have_value("Chi bộ ấp Mỹ Đức")
    page.get_by_label("Mã").fill("CB01")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã thêm Chi bộ ấp Mỹ Đức.")).to_be_visible()
    page.goto(live_server.path("units/new"))
    expect(page.get_by_role("button", name="Lấy lại")).to_have_count(0)
    assert kept(page) == []


def kept(page):
    return page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('typed:'))")


def test_an_expired_session_gives_the_text_back_after_signing_in(live_server, browser_page):
    page = browser_page
    user = live_server.person(Role.OFFICE)
    sign_in_as(page, user)
    page.goto(live_server.path("units/new"))
    page.get_by_label("Tên").fill("Chi bộ ấp Mỹ Đức")
    page.get_by_label("Mã").fill("CB01")
    page.context.clear_cookies()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phiên làm việc đã hết hạn")
    expect(page.get_by_role("main")).to_contain_text("Chi bộ ấp Mỹ Đức")
    assert_accessible(page)
    sign_in_as(page, user)
    page.goto(live_server.path("units/new"))
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.get_by_label("Tên")).to_have_value("Chi bộ ấp Mỹ Đức")


def test_signing_out_leaves_nothing_behind_and_nobody_gets_anothers_text(live_server, browser_page):
    page = browser_page
    one, other = live_server.person(Role.OFFICE), live_server.person(Role.OFFICE)
    page.on("dialog", lambda dialog: dialog.accept())
    for leave in ("sign out", "lose the session"):
        sign_in_as(page, one)
        page.goto(live_server.path("units/new"))
        page.get_by_label("Tên").fill("Chi bộ ấp Mỹ Đức")
        page.wait_for_timeout(SLOWLY * 2)
        assert len(kept(page)) == 1
        if leave == "sign out":
            page.goto(live_server.path("units/"))
            page.locator("summary", has_text="Văn phòng").click()
            page.get_by_role("button", name="Đăng xuất").first.click()
            page.wait_for_url("**/sign-in")
            assert kept(page) == []
        else:
            page.context.clear_cookies()
            sign_in_as(page, other)
            assert kept(page) == []


def test_a_password_is_never_kept(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto("/account")
    page.get_by_label("Mật khẩu hiện tại").fill("mot hai ba bon")
    page.wait_for_timeout(SLOWLY * 2)
    assert kept(page) == []
    page.get_by_role("button", name="Hiện").first.click()
    expect(page.get_by_label("Mật khẩu hiện tại")).to_have_attribute("type", "text")


def test_a_second_press_sends_nothing_twice(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("units/new"))
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.get_by_label("Tên").fill("Chi bộ ấp Mỹ Đức")
    page.get_by_label("Mã").fill("CB01")
    page.get_by_role("button", name="Lưu", exact=True).dblclick()
    expect(page.get_by_text("Đã thêm Chi bộ ấp Mỹ Đức.")).to_be_visible()
    assert len(sent) == 1


def autosaving(page, live_server, answers):
    """The form of a new cell as one that saves by itself, against an address that answers as told."""
    sent = []

    def answer(route):
        sent.append(route.request.post_data)
        status, body = answers.pop(0)
        if status == 0:
            route.abort()
        else:
            route.fulfill(status=status, content_type="application/json", body=json.dumps(body))

    page.route("**/autosave-here", answer)
    page.route(
        "**/units/new",
        lambda route: route.fulfill(
            response=(real := route.fetch()),
            body=real.text().replace('class="panel" novalidate', 'class="panel" data-autosave="/autosave-here"'),
        ),
    )
    page.goto(live_server.path("units/new"))
    return sent


def test_a_text_saves_itself_says_when_and_survives_a_lost_line(live_server, browser_page):
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    sent = autosaving(page, live_server, [(200, {"version": 2}), (503, {}), (200, {"version": 3})])
    page.get_by_label("Tên").fill("Chi bộ ấp Mỹ")
    expect(page.get_by_text("Đã lưu lúc")).to_be_visible()
    assert len(sent) == 1
    assert kept(page) == []
    assert page.input_value("[name=version]") == "2"
    page.get_by_label("Tên").fill("Chi bộ ấp Mỹ Đức")
    expect(page.get_by_text("Chưa lưu được, sẽ thử lại")).to_be_visible()
    assert len(kept(page)) == 1
    page.reload()
    expect(page.get_by_label("Tên")).to_have_value("Chi bộ ấp Mỹ Đức")
    expect(page.get_by_text("Đã lưu lúc")).to_be_visible()
    assert kept(page) == []

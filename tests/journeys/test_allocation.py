"""The office draws up a plan, tries another, issues it and prints the decision; a cell reads why on a phone."""

import re

import pypdf
from playwright.sync_api import expect

from congress.allocation import queries
from congress.shared.scope import UnitScope
from congress.units import queries as units
from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.factories import issue_plan, make_plan, make_unit

CELLS = (("CB01", "Chi bộ ấp Mỹ Thạnh", 40), ("CB02", "Chi bộ ấp Mỹ Hòa", 25), ("CB03", "Chi bộ K'Brơi", 3))


def settle(live_server):
    live_server.congress.official_total, live_server.congress.alternate_total = 12, 3
    cells = [
        make_unit(live_server.congress, code=code, name=name, official_members=n, official_quota=0, alternate_quota=0)
        for code, name, n in CELLS
    ]
    live_server.save()
    return cells


def test_a_plan_is_drawn_up_compared_issued_and_printed(live_server, browser_page, open_page, tmp_path):
    first, *_rest = settle(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.PERSONNEL_SECRETARY))
    page.goto(live_server.path("allocation/"))
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Lập phương án đầu tiên"))
    assert_accessible(page)
    page.get_by_role("button", name="Lập phương án").click()
    expect(page.get_by_text("Đã lập Phương án 1")).to_be_visible()
    assert_accessible(page)

    # 3 of base and 9 by 68 members: 5.29, 3.31, 0.40 leave one seat, which the smallest cell's remainder gets.
    official = page.locator("#official-1 b")
    expect(official).to_have_text("6")
    expect(page.locator("#official-3 b")).to_have_text("2")
    page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Hòa").fill("2")
    expect(page.locator("#bar")).to_contain_text("12 chính thức")
    expect(page.locator("#official-2 b")).to_have_text("6")
    expect(page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Hòa")).to_be_focused()
    live_server.save()
    assert queries.listed(live_server.congress.id)[0].version == 1  # computed, not saved
    page.locator("#why-2").click()
    page.get_by_label("Lý do ưu tiên").nth(1).fill("Cơ cấu nữ, trẻ")
    page.get_by_role("button", name="Lưu phương án").click()
    expect(page.get_by_text("Đã lưu Phương án 1")).to_be_visible()

    page.get_by_role("button", name="Chép thành phương án mới").click()
    expect(page.get_by_text("Đã chép thành")).to_be_visible()
    page.get_by_label("Cách chia phần còn lại").select_option("dhondt")
    expect(page.locator("#state")).to_contain_text("Chưa lưu")
    follow(page, page.get_by_role("button", name="Lưu phương án"))
    page.goto(live_server.path("allocation/"))
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="So sánh các phương án đã chọn").click()
    expect(page.locator("main")).to_contain_text("trên 3 chi bộ có số khác nhau")
    assert_accessible(page)

    page.goto(live_server.path("allocation/"))
    page.get_by_role("link", name="Phương án 1", exact=True).click()
    page.get_by_role("link", name="Ban hành").click()
    expect(page.locator("main")).to_contain_text("chỉ tiêu của 3 chi bộ thay đổi")
    assert_accessible(page)
    page.get_by_label("Số quyết định").fill("05-QĐ/ĐU")
    page.get_by_label("Ngày quyết định").first.fill("5/8/2025")
    page.get_by_label("Chốt số liệu ngày").first.fill("1/7/2025")
    page.get_by_label("Người ký").first.fill("Trần Thị Bích")
    page.get_by_role("button", name="Ban hành và khóa phương án").click()
    expect(page.get_by_text("Đã ban hành Phương án 1")).to_be_visible()
    assert_accessible(page)
    live_server.save()
    unit = units.listed(live_server.congress.id, UnitScope.everything())[1]
    assert unit.official_quota == 6

    page.get_by_role("link", name="Quyết định phân bổ").click()
    expect(page.locator("body")).to_contain_text("Số 05-QĐ/ĐU")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Tải PDF").click()
    kept = tmp_path / "decision.pdf"
    caught.value.save_as(kept)
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(kept).pages)
    assert "Trần Thị Bích" in text
    assert "Chi bộ K'Brơi" in text

    phone = open_page(PHONE)
    sign_in_as(phone, live_server.person(Role.CELL_SECRETARY, unit=first))
    phone.goto(live_server.path("cell"))
    phone.get_by_role("link", name="vì sao").click()
    expect(phone.locator("main")).to_contain_text("Chi bộ ấp Mỹ Thạnh có 40 đảng viên chính thức")
    assert_accessible(phone)


def test_without_javascript_the_button_computes_anew_and_saves_nothing(live_server, open_page):
    settle(live_server)
    plan = make_plan(live_server.congress, official_total=12, alternate_total=3)
    live_server.save()
    page = open_page(javascript=False)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path(f"allocation/{plan.id}"))
    page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Hòa").fill("2")
    page.get_by_role("button", name="Tính lại").click()
    expect(page.locator("#official-2 b")).to_have_text("6")
    expect(page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Hòa")).to_have_value("2")
    expect(page.locator("#state")).to_contain_text("Chưa lưu")
    live_server.save()
    assert [line.priority for line in queries.one(live_server.congress.id, plan.id).lines] == [0, 0, 0]


def test_the_figures_of_a_column_are_typed_with_the_keyboard_alone(live_server, browser_page):
    settle(live_server)
    plan = make_plan(live_server.congress, official_total=12, alternate_total=3)
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path(f"allocation/{plan.id}"))
    page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Thạnh").select_text()
    for key in ("1", "ArrowDown", "2", "Enter", "3", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.get_by_label("Ưu tiên, Chi bộ ấp Mỹ Hòa")).to_be_focused()
    typed = [page.get_by_label(f"Ưu tiên, {name}").input_value() for _code, name, _members in CELLS]
    assert [int(each) % 10 for each in typed] == [1, 2, 3]
    expect(page).to_have_url(re.compile(str(plan.id)))


def test_an_amendment_shows_what_it_changes_before_it_is_issued(live_server, browser_page):
    settle(live_server)
    issue_plan(live_server.congress, make_plan(live_server.congress, official_total=12, alternate_total=3))
    live_server.save()
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("allocation/"))
    page.locator("th[scope=row] a").click()
    page.get_by_role("button", name="Lập bản điều chỉnh").click()
    page.get_by_label("Tổng số đại biểu chính thức").fill("13")
    page.get_by_role("button", name="Lưu phương án").click()
    page.get_by_role("link", name="Ban hành").click()
    expect(page.locator("main")).to_contain_text("chưa ghi lý do điều chỉnh")
    expect(page.locator("main")).to_contain_text("→")
    assert_accessible(page)

"""A delegate falls ill: the next alternate is passed over for a reason, another comes up, and it is taken back."""

from playwright.sync_api import expect

from congress.delegates import queries
from congress.delegates.vocabulary import Review, Standing, Status
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_delegate, make_unit


def registered(live_server):
    """A cell with two officials and three alternates, all received."""
    unit = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=2, alternate_quota=3)
    for name in ("Nguyễn Văn An", "K'Brơi"):
        make_delegate(live_server.congress, unit, name, review=Review.RECEIVED)
    for votes, name in ((20, "Ngô Hoa"), (18, "H'Hen Niê"), (15, "Lê Ý")):
        make_delegate(
            live_server.congress, unit, name, review=Review.RECEIVED, standing=Standing.ALTERNATE, votes=votes
        )
    live_server.save()
    return unit


def state(live_server):
    live_server.save()
    lines = queries.lines(live_server.congress.id, UnitScope.everything())
    return {line.full_name: (line.standing, line.rank, line.status) for line in lines}


def test_an_alternate_comes_up_with_a_decision_and_is_taken_back(live_server, open_page):
    unit = registered(live_server)
    before = state(live_server)
    page = open_page()
    sign_in_as(page, live_server.person(Role.PERSONNEL_SECRETARY))
    page.goto(live_server.path("delegates/"))
    page.get_by_role("link", name="Nguyễn Văn An").click()
    page.get_by_role("link", name="Thay thế", exact=True).click()
    expect(page.get_by_label("Ngô Hoa · Dự khuyết 1")).to_be_checked()
    assert_accessible(page)
    page.get_by_label("Lý do", exact=False).first.select_option("Sức khỏe")
    page.get_by_label("Lý do ghi trong quyết định").fill("do điều trị bệnh dài ngày")
    page.get_by_label("Theo văn bản").fill("Đơn xin không dự đại hội")
    page.get_by_label("H'Hen Niê · Dự khuyết 2").check()
    page.get_by_role("button", name="Xem những gì sẽ thay đổi").click()
    expect(page.get_by_role("alert")).to_contain_text("Ngô Hoa (dự khuyết 1) đứng trước và đủ điều kiện thay")
    expect(page.get_by_label("Theo văn bản")).to_have_value("Đơn xin không dự đại hội")
    assert_accessible(page)
    page.get_by_label("Nếu không cử đồng chí Ngô Hoa, vì sao").fill("Xin rút vì việc nhà")
    page.get_by_role("button", name="Xem những gì sẽ thay đổi").click()

    expect(page.get_by_role("row", name="Dự khuyết còn lại của đoàn")).to_contain_text("3")
    expect(page.get_by_role("row", name="Số để tính quá nửa")).to_contain_text("Giữ nguyên")
    expect(page.locator("main")).to_contain_text("Thẻ đại biểu của đồng chí Nguyễn Văn An không còn giá trị")
    assert_accessible(page)
    assert state(live_server) == before
    page.get_by_role("button", name="Quay lại sửa").click()
    expect(page.get_by_label("Nếu không cử đồng chí Ngô Hoa, vì sao")).to_have_value("Xin rút vì việc nhà")
    expect(page.get_by_label("H'Hen Niê · Dự khuyết 2")).to_be_checked()
    page.get_by_role("button", name="Xem những gì sẽ thay đổi").click()
    page.get_by_role("button", name="Xác nhận thay đại biểu").click()
    expect(page.get_by_text("Đã thay đại biểu.")).to_be_visible()
    assert_accessible(page)
    after = state(live_server)
    assert after["Nguyễn Văn An"][2] is Status.REPLACED
    assert after["H'Hen Niê"][:2] == (Standing.OFFICIAL, None)

    page.get_by_role("link", name="In quyết định").click()
    expect(page.locator(".sheet")).to_contain_text("do điều trị bệnh dài ngày")
    pdf = page.get_by_role("link", name="Tải PDF").get_attribute("href")
    answer = page.request.get(f"{live_server.url}{pdf}")
    assert answer.status == 200 and answer.body().startswith(b"%PDF")
    page.get_by_role("link", name="Quay lại").click()
    page.get_by_role("link", name="Nguyễn Văn An").click()
    expect(page.locator("main")).to_contain_text("Được thay bởi đồng chí H'Hen Niê")
    assert_accessible(page)
    page.get_by_role("link", name="H'Hen Niê").first.click()
    expect(page.locator("main")).to_contain_text("Thay đồng chí Nguyễn Văn An")

    phone = open_page(PHONE)
    sign_in_as(phone, live_server.person(Role.CELL_SECRETARY, unit=unit))
    phone.goto(live_server.path("delegates/substitutions"))
    expect(phone.locator("main")).to_contain_text("Nguyễn Văn An")
    assert_accessible(phone)
    expect(phone.get_by_role("link", name="Hoàn tác")).to_have_count(0)

    page.goto(live_server.path("delegates/substitutions"))
    assert_accessible(page)
    page.get_by_role("link", name="H'Hen Niê").click()
    follow(page, page.get_by_role("link", name="Hoàn tác"))
    assert_accessible(page)
    page.get_by_label("Lý do hoàn tác").fill("Đồng chí An đã khỏe")
    page.get_by_role("button", name="Hoàn tác lần thay này").click()
    expect(page.get_by_text("Đã hoàn tác. Hai đồng chí trở lại như trước khi thay.")).to_be_visible()
    assert state(live_server) == before

"""From a figure that does not agree to the report the congress adopts."""

from io import BytesIO

import pypdf
import pytest
from playwright.sync_api import expect

from congress.delegates.vocabulary import Review
from congress.web.access import Role
from tests.browser import DESKTOP, PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_delegate, make_unit


def text_of(download):
    pages = pypdf.PdfReader(BytesIO(download.path().read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_contradiction_is_reported_explained_signed_printed_and_adopted(live_server, open_page, size):
    live_server.congress.official_total = 4
    unit = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=3)
    for name in ("Nguyễn Thị Hòa", "K'Brơi", "Trần Thị Ánh"):
        make_delegate(live_server.congress, unit, name, review=Review.RECEIVED)
    live_server.save()
    page = open_page(size)
    sign_in_as(page, live_server.person(Role.PERSONNEL_SECRETARY))

    page.goto(live_server.path("credentials/committee"))
    page.get_by_label("Đại biểu chính thức").select_option("Nguyễn Thị Hòa, Chi bộ ấp Mỹ Thạnh")
    page.get_by_label("Vai trò").select_option("Trưởng ban")
    page.get_by_role("button", name="Cử vào Ban Thẩm tra").click()
    expect(page.get_by_role("row", name="Nguyễn Thị Hòa")).to_contain_text("Trưởng ban")
    assert_accessible(page)

    page.goto(live_server.path("credentials/"))
    assert_accessible(page)
    page.get_by_role("link", name="Lập báo cáo thẩm tra").click()
    page.get_by_label("Thời điểm").select_option("Tại phiên chính thức")
    page.get_by_label("Số được triệu tập").fill("5")
    page.get_by_role("button", name="Lập báo cáo").click()
    expect(page.get_by_role("heading", name="2 chỗ không khớp")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Ban Thẩm tra ghi triệu tập 5, danh sách có 3.")
    assert_accessible(page)

    page.get_by_role("link", name="Ký báo cáo…").click()
    expect(page.get_by_label("Người ký")).to_have_value("Nguyễn Thị Hòa")
    page.get_by_role("button", name="Ký và khóa báo cáo").click()
    expect(page.get_by_role("alert")).to_contain_text("Còn 2 chênh lệch chưa giải thích")
    assert_accessible(page)
    page.get_by_role("link", name="Thôi").click()

    page.get_by_label("Theo quyết định 4").fill("Một chi bộ chưa bầu đủ")
    page.get_by_label("Ban Thẩm tra ghi triệu tập 5").fill("Ghi nhầm trong biên bản")
    page.get_by_role("button", name="Lưu báo cáo").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu báo cáo")
    page.get_by_role("link", name="Ký báo cáo…").click()
    page.get_by_role("button", name="Ký và khóa báo cáo").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ký báo cáo số 1")

    page.get_by_role("link", name="Xem trước bản in").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải PDF").click()
    paper = text_of(waiting.value)
    assert "Ghi nhầm trong biên bản" in paper
    assert "đồng chí Nguyễn Thị Hòa, Trưởng ban" in paper
    page.get_by_role("link", name="Về báo cáo").click()
    follow(page, page.get_by_role("link", name="Ghi việc thông qua…"))
    assert_accessible(page)
    page.get_by_role("button", name="Ghi việc thông qua").click()
    expect(page.get_by_role("status").first).to_contain_text("không thay thế đại biểu nữa")
    assert_accessible(page)

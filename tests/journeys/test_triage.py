"""From two cells that say the same to one answer, the table of acceptance, the answer on a phone, and the report."""

import pytest
from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_comment, make_document, make_round, make_unit, make_version, send_sheet

SAID = (
    ("Chi bộ ấp Mỹ Thạnh", "Bổ sung chỉ tiêu chuyển đổi số của xã", False),
    ("Chi bộ K'Brơi", "bo sung chi tieu chuyen doi so cua xa", True),
    ("Chi bộ ấp Mỹ Đức", "Giảm tỷ lệ hộ nghèo xuống 1%", False),
)


@pytest.fixture
def story(live_server):
    """Three cells have sent their sheets, one of them on paper."""
    version = make_version(make_document(live_server.congress, title="Báo cáo chính trị"))
    units = [make_unit(live_server.congress, name=name) for name, _said, _paper in SAID]
    round_ = make_round(live_server.congress, version, title="Góp ý lần 1")
    for unit, (_name, said, on_paper) in zip(units, SAID, strict=True):
        make_comment(round_, unit, version, 2, proposed=said, on_paper=on_paper)
        send_sheet(round_, unit)
    live_server.save()
    return round_, units


def test_comments_are_put_together_answered_once_and_reported(live_server, browser_page, open_page, story):
    round_, units = story
    secretary, cell = (
        live_server.person(Role.DOCUMENTS_SECRETARY),
        live_server.person(Role.CELL_SECRETARY, unit=units[1]),
    )
    sign_in_as(browser_page, secretary)
    put_together_by_keyboard(live_server, browser_page, round_)
    answer(browser_page)
    table_of_acceptance(live_server, browser_page, round_)
    give_the_answers(live_server, browser_page, round_)
    phone = open_page(PHONE)
    sign_in_as(phone, cell)
    read_the_answer(phone)
    report(live_server, browser_page)


def put_together_by_keyboard(live_server, page, round_):
    page.goto(live_server.path(f"triage/{round_.id}"))
    assert_accessible(page)
    boxes = page.locator("input[name=row]")
    boxes.nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(".bulk .count")).to_have_text("Đã chọn 2")
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Gộp thành một điểm"))
    expect(page.locator("main")).to_contain_text("2 ý kiến")
    page.locator("input[name=row]").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Bổ sung chỉ tiêu chuyển đổi số")


def answer(page):
    assert_accessible(page)
    page.get_by_label("Hướng xử lý").select_option(label="Tiếp thu một phần")
    page.get_by_role("button", name="Ghi và sang điểm sau").click()
    expect(page.locator("main")).to_contain_text("Hãy ghi lý do")
    page.get_by_label("Lý do", exact=True).fill("Bổ sung vào nhiệm vụ, không thành chỉ tiêu.")
    page.get_by_label("Câu chữ mới của Tiểu ban").fill("Đẩy mạnh chuyển đổi số")
    follow(page, page.get_by_role("button", name="Ghi và sang điểm sau"))
    expect(page.locator("main")).to_contain_text("Đã trả lời điểm góp ý")


def table_of_acceptance(live_server, page, round_):
    page.goto(live_server.path(f"triage/{round_.id}/acceptance"))
    expect(page.locator("table.rows")).to_contain_text("Bổ sung vào nhiệm vụ, không thành chỉ tiêu.")
    expect(page.locator("table.rows")).to_contain_text("Chi bộ K'Brơi")
    assert_accessible(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Tải Word").click()
    assert saved.value.suggested_filename.endswith(".docx")


def give_the_answers(live_server, page, round_):
    page.goto(live_server.path(f"triage/{round_.id}/cells"))
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Cho các chi bộ xem"))
    expect(page.locator("main")).to_contain_text("Các chi bộ xem được trả lời từ ngày")


def read_the_answer(phone):
    follow(phone, phone.get_by_role("link", name="Xem trả lời của Tiểu ban Văn kiện"))
    expect(phone.locator("main")).to_contain_text("bo sung chi tieu chuyen doi so cua xa")
    expect(phone.locator("main")).to_contain_text("Đẩy mạnh chuyển đổi số")
    assert_accessible(phone)


def report(live_server, page):
    page.goto(live_server.path("synthesis/new"))
    assert_accessible(page)
    page.get_by_label("Đợt góp ý").select_option(label="Góp ý lần 1")
    follow(page, page.get_by_role("button", name="Lập báo cáo"))
    expect(page.locator("main")).to_contain_text("Đa số chi bộ (2/3; 2 ý kiến) đề nghị")
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Nguồn (2 ý kiến) và sửa").first)
    expect(page.locator("main")).to_contain_text("Chi bộ K'Brơi")
    page.get_by_label("Câu trong báo cáo").fill("Tất cả chi bộ (3/3) đề nghị bổ sung chỉ tiêu.")
    follow(page, page.get_by_role("button", name="Lưu"))
    expect(page.locator("main")).to_contain_text("Từ chỉ số lượng khác với số đếm: Tất cả chi bộ.")
    assert_accessible(page)
    follow(page, page.locator("nav.crumb a, p.crumb a").last)
    follow(page, page.get_by_role("link", name="Ban hành", exact=True))
    expect(page.locator("main")).to_contain_text("1 câu đã sửa khác với số đã đếm.")
    page.get_by_role("textbox", name="Người ký", exact=False).last.fill("Lê Thị Ổn")
    follow(page, page.get_by_role("button", name="Ban hành", exact=True))
    expect(page.locator("main")).to_contain_text("Ban hành ngày")
    follow(page, page.get_by_role("link", name="Xem bản in"))
    expect(page.locator("body")).to_contain_text("Cách dùng từ chỉ số lượng, tính trên 3 chi bộ")


def test_whoever_opens_a_point_sees_who_else_has_it_open(live_server, browser_page, open_page, story):
    round_, _units = story
    one = live_server.person(Role.DOCUMENTS_SECRETARY, full_name="Lê Thị Một")
    two = live_server.person(Role.OFFICE, full_name="Trần Văn Hai")
    first = browser_page
    sign_in_as(first, one)
    first.goto(live_server.path(f"triage/{round_.id}"))
    with first.expect_response(lambda answer: answer.url.endswith("/here")):
        first.get_by_role("button", name="Xử lý").first.click()
    second = open_page(PHONE)
    sign_in_as(second, two)
    address = first.url
    second.goto(address)
    expect(second.locator("[data-here]")).to_contain_text("Đang mở điểm này: Lê Thị Một")
    assert_accessible(second)

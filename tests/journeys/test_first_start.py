"""From an empty installation to a cell secretary at work; and a long text that survives the session's end."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from congress.accounts import actions, first_start, queries
from congress.congresses import queries as congresses
from congress.database import transaction
from congress.web.access import Role
from tests.browser import PASSWORD, PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_unit

OWN = "cá linh bông điên điển"


@pytest.fixture
def token(live_server):
    """The program as it is at its first start, and the token of its terminal."""
    folder = live_server.app.config["CONGRESS_DATA"]
    live_server.app.config["SET_UP_DONE"] = False
    live_server.app.extensions.pop("set_up_guesses", None)
    yield first_start.new_token(folder)
    live_server.app.config["SET_UP_DONE"] = True
    first_start.forget_token(folder)


def set_up(page: Page, token: str) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Chương trình chưa được thiết lập")).to_be_visible()
    assert_accessible(page)
    page.goto(f"/set-up?token={token}")
    assert_accessible(page)
    page.get_by_label("Tên địa phương").fill("Thanh Hưng")
    page.get_by_label("Nhiệm kỳ từ năm").fill("2025")
    page.get_by_label("đến năm").fill("2030")
    page.get_by_label("Họ và tên").fill("Trần Thị Bích")
    page.get_by_label("Tên đăng nhập").fill("vanphong")
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill(PASSWORD)
    page.get_by_role("button", name="Thiết lập và đăng nhập").click()
    expect(page.get_by_text("Đã thiết lập.")).to_be_visible()


def slip_for_the_secretary(page: Page) -> str:
    """The office creates the account and prints its slip; the text of the paper."""
    page.goto("/thanh-hung/accounts/new")
    assert_accessible(page)
    page.get_by_label("Họ và tên").fill("Lê Thị Anh")
    page.get_by_label("Bí thư chi bộ").check()
    page.locator("select#unit_id").select_option(label="Chi bộ ấp Mỹ Thạnh", force=True)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã tạo tài khoản bithu.mythanh.")).to_be_visible()
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Cấp mật khẩu, in phiếu truy cập"))
    assert_accessible(page)
    page.get_by_label("Điện thoại").fill("0277 3 123 456")
    with page.expect_download() as download:
        page.get_by_role("button", name="Đặt mật khẩu mới và in phiếu").click()
    paper = Path(download.value.path()).read_bytes()
    return pypdf.PdfReader(BytesIO(paper)).pages[0].extract_text()


def test_from_the_token_to_a_cell_secretary_with_an_own_password(live_server, open_page, token):
    office = open_page()
    set_up(office, token)
    live_server.save()
    make_unit(congresses.by_slug("thanh-hung"), code="CB01", name="Chi bộ ấp Mỹ Thạnh")
    live_server.save()
    text = slip_for_the_secretary(office)
    assert live_server.url in text
    password = next(word for word in text.split() if word.count("-") == 3)

    secretary = open_page(PHONE)
    sign_in_as(secretary, "bithu.mythanh", password)
    expect(secretary.get_by_text("Đây là mật khẩu tạm.")).to_be_visible()
    assert_accessible(secretary)
    secretary.locator("#current").fill(password)
    secretary.locator("#password").fill(OWN)
    secretary.locator("#again").fill(OWN)
    secretary.get_by_role("button", name="Đổi mật khẩu").click()
    expect(secretary.get_by_text("Đã đổi mật khẩu.")).to_be_visible()
    secretary.goto("/thanh-hung/units/")
    expect(secretary.locator("main")).to_contain_text("Chi bộ ấp Mỹ Thạnh")


def test_a_long_text_survives_the_end_of_the_session(live_server, browser_page):
    page = browser_page
    name = live_server.person(Role.OFFICE)
    words = " ".join(f"chữ{number}" for number in range(150))
    sign_in_as(page, name)
    page.goto(live_server.path("congress/edit"))
    page.get_by_label("Chủ đề").fill(words)
    live_server.save()
    with transaction():
        actions.end_sessions(queries.by_username(name))
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("heading", name="Phiên làm việc đã hết hạn")).to_be_visible()
    expect(page.locator("main")).to_contain_text("chữ149")
    assert_accessible(page)
    page.locator("#again-username").fill(name)
    page.locator("#again-password").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập để gửi tiếp").click()
    expect(page.get_by_text("Đã lưu thông tin đại hội.")).to_be_visible()
    live_server.save()
    assert live_server.congress.theme == words

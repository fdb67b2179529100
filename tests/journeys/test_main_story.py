"""What the program is for, once through: a cell registers and comments, the personnel secretary accepts, the office
prints.
"""

import io
import unicodedata
from datetime import date, time, timedelta

from playwright.sync_api import Page, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from congress.agenda.vocabulary import SessionKind
from congress.delegates.vocabulary import Review
from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, fill_in, sign_in_as
from tests.factories import (
    make_delegate,
    make_document,
    make_item,
    make_round,
    make_session,
    make_unit,
    make_version,
)

PEOPLE = (Role.CELL_SECRETARY, Role.PERSONNEL_SECRETARY, Role.OFFICE)
REGISTERED = ("Nguyễn Văn An", "Trần Thị Ánh", "Đặng Ngọc Ân", "Võ Minh Đức", "Ngô Hoa")
IN_ORDER = (
    "Nguyễn Văn An",
    "Lê Thị Anh",
    "Trần Thị Ánh",
    "Đặng Ngọc Ân",
    "Võ Minh Đức",
    "Ngô Hoa",
    "Nguyễn Thị Hòa",
    "Phạm Thị Yến",  # the alternate: on paper they follow the officials
)


def test_from_the_cell_to_the_printed_list_and_programme(live_server, open_page):
    unit = a_congress_under_way(live_server)
    people = [live_server.person(role, unit=unit) for role in PEOPLE]
    phone, personnel, office = open_page(PHONE), open_page(), open_page(accept_downloads=True)
    for page, person in zip((phone, personnel, office), people, strict=True):
        sign_in_as(page, person)

    the_cell_registers_three_and_sends_them(phone)
    the_personnel_secretary_accepts_them(personnel, live_server)
    the_cell_comments_on_a_paragraph_and_sends(phone, live_server)
    the_office_reads_the_comment(office, live_server)
    the_office_exports_the_list_as_it_stands_on_the_screen(office, live_server)
    the_list_is_printed_in_vietnamese_order(office)
    the_programme_is_printed_with_its_speakers(office, live_server)


def a_congress_under_way(live_server):
    """One cell's five delegates are received; the other has neither registered nor commented."""
    congress = live_server.congress
    congress.registration_closes_on = date.today() + timedelta(days=3)
    other = make_unit(congress, code="CB01", name="Chi bộ Trạm Y tế", official_quota=5)
    for name in REGISTERED:
        make_delegate(congress, other, name, review=Review.RECEIVED)
    make_round(congress, make_version(make_document(congress, title="Báo cáo chính trị")), title="Góp ý lần 1")
    session = make_session(congress, kind=SessionKind.OFFICIAL, starts_at=time(7), ends_at=time(11))
    for name in IN_ORDER:
        make_item(session, title="Tham luận", presenter=name)
    unit = make_unit(congress, code="CB02", name="Chi bộ ấp Mỹ Thạnh", official_quota=2, alternate_quota=1)
    live_server.save()
    return unit


def the_cell_registers_three_and_sends_them(phone: Page) -> None:
    expect(phone.get_by_role("heading", level=1)).to_have_text("Việc của chi bộ")
    phone.get_by_role("link", name="Nhập đại biểu còn lại").click()
    phone.get_by_role("link", name="Nhập đại biểu").click()
    fill_in(phone, unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), "Nữ", "5/8/1979")  # as a telephone may send it
    phone.get_by_role("button", name="Lưu và nhập người tiếp theo").click()
    expect(phone.get_by_label("Họ và tên")).to_have_value("")
    fill_in(phone, "Lê Thị Anh", "Nữ", "12/3/1970")
    phone.get_by_role("button", name="Lưu và nhập người tiếp theo").click()
    expect(phone.get_by_label("Họ và tên")).to_have_value("")
    fill_in(phone, "Phạm Thị Yến", "Nữ", "1/5/1980", "Dự khuyết")
    phone.get_by_role("button", name="Lưu", exact=True).click()
    phone.get_by_role("link", name="Gửi danh sách").click()
    phone.get_by_role("button", name="Gửi 3 đại biểu").click()
    expect(phone.get_by_text("Đã gửi 3 đại biểu của Chi bộ ấp Mỹ Thạnh")).to_be_visible()


def the_personnel_secretary_accepts_them(page: Page, live_server) -> None:
    page.goto(live_server.path())  # the desk
    page.get_by_role("row", name="Chi bộ ấp Mỹ Thạnh").get_by_role("link", name="Chi bộ ấp Mỹ Thạnh").click()
    page.get_by_role("button", name="Nhận 3 đại biểu đã gửi").click()
    expect(page.get_by_text("Đã nhận 3 đại biểu.")).to_be_visible()


def the_cell_comments_on_a_paragraph_and_sends(phone: Page, live_server) -> None:
    phone.goto(live_server.path())
    expect(phone.locator("main")).to_contain_text("Đã nhận")
    phone.get_by_role("link", name="Viết phiếu góp ý").click()
    phone.get_by_role("link", name="Báo cáo chính trị, dự thảo lần 1").click()
    phone.get_by_role("link", name="Góp ý đoạn 2").click()
    phone.get_by_label("Đồng ý một phần").check()
    phone.get_by_label("Nội dung đề nghị").fill("Sửa 75 thành 78 triệu")
    phone.get_by_label("Lý do").fill("Theo số liệu thống kê")
    phone.get_by_role("button", name="Lưu ý kiến").click()
    phone.get_by_role("link", name="Quay lại phiếu góp ý").click()
    phone.get_by_label("Ngày họp").first.fill(f"{date.today() - timedelta(days=1):%d/%m/%Y}")
    phone.get_by_label("Số đảng viên dự họp").fill("25")
    phone.get_by_label("Số đồng chí phát biểu").fill("4")
    phone.get_by_role("button", name="Lưu, xem lại và gửi phiếu").click()
    phone.get_by_role("button", name="Gửi phiếu góp ý").click()
    expect(phone.locator("main")).to_contain_text("Phiếu đã gửi lúc")


def the_office_reads_the_comment(page: Page, live_server) -> None:
    page.goto(live_server.path("comments/"))
    page.get_by_role("row", name="Góp ý lần 1").get_by_role("link", name="1/2").click()
    page.get_by_role("link", name="Đọc 1 ý kiến").click()
    expect(page.locator("main")).to_contain_text("Sửa 75 thành 78 triệu")


def the_office_exports_the_list_as_it_stands_on_the_screen(page: Page, live_server) -> None:
    page.goto(live_server.path("delegates/"))
    assert_accessible(page)
    on_screen = page.locator("tbody th a").all_inner_texts()
    assert on_screen == list(IN_ORDER)
    with page.expect_download() as sent:
        page.get_by_role("link", name="Xuất Excel").click()
    rows = CalamineWorkbook.from_path(sent.value.path()).get_sheet_by_index(0).to_python()
    assert [cell for row in rows for cell in row if cell in on_screen] == on_screen


def the_list_is_printed_in_vietnamese_order(page: Page) -> None:
    page.get_by_role("link", name="In danh sách").click()
    expect(page.locator("main.sheet")).to_contain_text("Nguyễn Thị Hòa")
    assert_accessible(page)
    assert_printed_in_order(downloaded(page))


def the_programme_is_printed_with_its_speakers(page: Page, live_server) -> None:
    page.goto(live_server.path("programme/"))
    page.get_by_role("link", name="Xem trước bản in").click()
    expect(page.locator("main.sheet")).to_contain_text("Nguyễn Thị Hòa")
    assert_printed_in_order(downloaded(page))


def downloaded(page: Page) -> bytes:
    """The PDF behind the preview."""
    with page.expect_download(timeout=60_000) as sent:
        page.get_by_role("link", name="Tải PDF").click()
    return sent.value.path().read_bytes()


def assert_printed_in_order(pdf: bytes) -> None:
    """Every name stands in the text, whole, in composed letters, in the order of names."""
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
    assert unicodedata.is_normalized("NFC", text)
    places = [text.find(name) for name in IN_ORDER]
    assert -1 not in places, text
    assert places == sorted(places), text

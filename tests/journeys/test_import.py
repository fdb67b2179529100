"""A workbook with three errors is sent, corrected in Excel, sent again and imported; a large one is watched."""

import time
from io import BytesIO
from typing import Any

import openpyxl
from playwright.sync_api import Page, expect

from congress.delegates import queries
from congress.delegates.vocabulary import Review
from congress.shared.scope import UnitScope
from congress.spreadsheets import jobs
from congress.web.access import Role
from tests.browser import DESKTOP, PHONE, assert_accessible, assert_fits, follow, sign_in_as
from tests.factories import make_delegate, make_unit

HEADS = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chi bộ", "Ngày vào Đảng", "Chức vụ")
WRONG = (
    (1, "Nguyễn Thị Hòa", "Nữ", "31/2/1979", "CB01", "3/2/2005", "Trưởng ấp"),
    (2, "K'Brơi", "Nam", "1965", "CB99", "3/2/1990", ""),
    (3, "H'Hen Niê", "Nữ", "5/8/1989", "CB01", "3/2/2010", "Bí thư chi đoàn"),
    (4, "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư", "", "5/8/1985", "CB02", "3/2/2006", ""),
    (5, "Lê Văn Tám", "Nam", "5/8/1970", "CB02", "3/2/1995", "Bí thư chi bộ"),
)
RIGHT = tuple(
    (*row[:2], row[2] or "Nữ", row[3].replace("31/2", "28/2"), row[4].replace("99", "01"), *row[5:]) for row in WRONG
)


def book(rows: Any) -> bytes:
    workbook = openpyxl.Workbook()
    for line, row in enumerate((HEADS, *rows), start=3):
        for place, value in enumerate(row, start=1):
            workbook.active.cell(line, place, value)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def send(page: Page, rows: Any, button: str, name: str = "Danh sách đại biểu.xlsx") -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.set_input_files("#file", {"name": name, "mimeType": kind, "buffer": book(rows)})
    page.get_by_role("button", name=button).click()


def cells(live_server: Any) -> Any:
    units = [
        make_unit(live_server.congress, code=f"CB0{n}", name=f"Chi bộ ấp {name}")
        for n, name in ((1, "Mỹ Thạnh"), (2, "Mỹ Hòa"))
    ]
    live_server.save()
    return units


def everyone(live_server: Any) -> Any:
    live_server.save()
    return queries.lines(live_server.congress.id, UnitScope.everything())


def test_a_workbook_with_three_errors_is_corrected_and_imported(live_server, browser_page):
    cells(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.PERSONNEL_SECRETARY))
    page.goto(live_server.path("delegates/"))
    follow(page, page.get_by_role("link", name="Nhập từ Excel").first)
    assert_accessible(page)
    send(page, WRONG, "Đọc và xem trước")
    expect(page.get_by_text("3 dòng có lỗi")).to_be_visible()
    expect(page.get_by_role("row", name="Nguyễn Thị Hòa")).to_contain_text("tháng 2 năm 1979 chỉ có 28 ngày")
    expect(page.get_by_role("row", name="K'Brơi")).to_contain_text("“CB99”")
    expect(page.get_by_role("row", name="Công Tằng")).to_contain_text("Cần ghi giới tính")
    expect(page.get_by_role("link", name="Nhập 2 dòng")).to_have_count(0)
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Có lỗi 3"))
    expect(page.get_by_role("row", name="Lê Văn Tám")).to_have_count(0)
    assert everyone(live_server) == []

    send(page, RIGHT, "Đọc tệp đã sửa", "Danh sách đã sửa.xlsx")
    expect(page.get_by_text("Tệp đúng. Nhập sẽ thêm 5")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Nhập 5 dòng").click()
    expect(page.locator("main")).to_contain_text("Thêm mới 5 đại biểu")
    assert_accessible(page)
    page.get_by_role("button", name="Nhập 5 dòng").click()
    expect(page.get_by_text("Đã nhập xong tệp Danh sách đã sửa.xlsx.")).to_be_visible()
    assert_accessible(page)
    assert {line.full_name for line in everyone(live_server)} == {row[1] for row in RIGHT}
    assert {line.review for line in everyone(live_server)} == {Review.RECEIVED}

    page.get_by_role("link", name="Nhập từ Excel").click()
    send(page, RIGHT, "Đọc và xem trước")
    expect(page.get_by_text("Mọi dòng đã có và giữ nguyên")).to_be_visible()


def test_a_cell_secretary_answers_on_a_phone_and_without_scripts(live_server, open_page):
    unit, _other = cells(live_server)
    make_delegate(live_server.congress, unit, "Nguyễn Thị Hòa")
    live_server.save()
    phone = open_page(PHONE, javascript=False)
    sign_in_as(phone, live_server.person(Role.CELL_SECRETARY, unit=unit))
    phone.goto(live_server.path(f"delegates/units/{unit.id}"))
    phone.get_by_role("link", name="Nhập từ Excel").click()
    expect(phone.locator("h1")).to_contain_text("Chi bộ ấp Mỹ Thạnh")
    rows = [(1, "Nguyen Thi Hoa", "Nữ", everyone(live_server)[0].birth.label, "", "3/2/2005", "Bí thư")]
    send(phone, rows, "Đọc và xem trước")
    phone.get_by_label("Nguyễn Thị Hòa, sinh").check()
    assert_fits(phone)
    phone.get_by_role("button", name="Ghi câu trả lời").click()
    expect(phone.get_by_text("Tệp đúng. Nhập sẽ thêm 0, thay đổi 1")).to_be_visible()
    phone.get_by_role("link", name="Nhập 1 dòng").click()
    phone.get_by_role("button", name="Nhập 1 dòng").click()
    expect(phone.get_by_text("Đã nhập xong")).to_be_visible()
    assert [line.post for line in everyone(live_server)] == ["Bí thư"]


def test_a_large_file_is_read_behind_a_bar_that_moves(live_server, open_page, monkeypatch):
    cells(live_server)
    monkeypatch.setitem(live_server.app.config, "IMPORT_AT_ONCE", 0)
    monkeypatch.setattr(jobs, "BEAT", 0.0)
    parse = jobs.parse_list

    def slowly(*what: Any) -> Any:
        time.sleep(1.5)
        return parse(*what)

    monkeypatch.setattr(jobs, "parse_list", slowly)
    page = open_page(DESKTOP)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("delegates/import"))
    send(page, RIGHT, "Đọc và xem trước")
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert_accessible(page)
    expect(page.get_by_text("Tệp đúng. Nhập sẽ thêm 5")).to_be_visible(timeout=20_000)

"""A cell secretary types the whole cell's delegates into a table with the keyboard alone."""

from playwright.sync_api import expect

from congress.delegates import queries
from congress.shared.scope import UnitScope
from congress.web.access import Role
from tests.browser import assert_accessible, sign_in_as
from tests.factories import make_unit


def tab_to(page, target: str) -> None:
    """Press Tab until the focus is on the element of this selector."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", target):
            return
    raise AssertionError(f"the keyboard never came to {target}")


def type_row(page, *texts: str) -> None:
    """Type along a row from the cell that has the focus; "↓↓" chooses the second of a list."""
    for place, text in enumerate(texts):
        if place:
            page.keyboard.press("Tab")
        if text.startswith("↓"):
            for _ in text:
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(text)


def test_a_list_is_typed_corrected_confirmed_and_saved_by_keyboard_alone(live_server, browser_page):
    unit = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=2, alternate_quota=1)
    page = browser_page
    sign_in_as(page, live_server.person(Role.CELL_SECRETARY, unit=unit))
    page.goto(live_server.path(f"delegates/units/{unit.id}"))
    tab_to(page, "a[href$='/grid']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhập nhiều đại biểu")
    assert_accessible(page)
    tab_to(page, "#r0-full_name")
    type_row(page, "H'Hen Niê", "↓↓", "8/1985", "Ê Đê", "3/2/2010", "3/2/2011", "Bí thư chi bộ")
    page.locator("#r0-full_name").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#r1-full_name")).to_be_focused()
    type_row(page, "Lê Văn Già", "↓", "31/2/1920")
    page.keyboard.press("Enter")
    expect(page.locator("#r2-birth")).to_be_focused()
    tab_to(page, "form .actions button")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert").first).to_be_focused()
    expect(page.get_by_role("alert").first).to_contain_text("Dòng 2, Ngày sinh: 31/2/1920 không có trong lịch")
    expect(page.locator("#r0-full_name")).to_have_value("H'Hen Niê")
    assert_accessible(page)
    tab_to(page, ".errors a")
    page.keyboard.press("Enter")
    expect(page.locator("#r1-birth")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("3/2/1920")
    tab_to(page, "form .actions button")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Có 1 điều ít gặp.")).to_be_visible()
    assert_accessible(page)
    tab_to(page, "#r1-birth-confirmed-1")
    page.keyboard.press("Space")
    tab_to(page, "form .actions button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã thêm 2 đại biểu của Chi bộ ấp Mỹ Thạnh.")).to_be_visible()
    live_server.save()
    found = queries.lines(live_server.congress.id, UnitScope.everything())
    assert sorted((line.full_name, line.birth.label) for line in found) == [
        ("H'Hen Niê", "8/1985"),
        ("Lê Văn Già", "03/02/1920"),
    ]


def test_rows_copied_from_a_workbook_are_pasted_whole(live_server, browser_page):
    unit = make_unit(live_server.congress, name="Chi bộ Công an", official_quota=8, alternate_quota=0)
    page = browser_page
    sign_in_as(page, live_server.person(Role.CELL_SECRETARY, unit=unit))
    page.goto(live_server.path(f"delegates/units/{unit.id}/grid"))
    given = "Một Hai Ba Bốn Năm Sáu Bảy Tám Chín".split()
    block = "\n".join(f"Lê Văn {name}\tNam\t05/8/197{n}\tKinh" for n, name in enumerate(given))
    page.locator("#r0-full_name").evaluate(
        """(cell, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        block,
    )
    expect(page.locator("table tbody tr")).to_have_count(9)
    expect(page.get_by_label("Ngày sinh, dòng 9")).to_have_value("05/8/1978")
    page.get_by_role("button", name="Lưu bảng").click()
    expect(page.get_by_role("alert").first).to_contain_text("Dòng 9, Tư cách dự: Chi bộ được phân bổ 8")
    page.get_by_label("Họ và tên, dòng 9").fill("")
    page.get_by_label("Ngày sinh, dòng 9").fill("")
    page.get_by_label("Dân tộc, dòng 9").fill("")
    page.get_by_label("Giới tính, dòng 9").select_option("")
    page.get_by_role("button", name="Lưu bảng").click()
    expect(page.get_by_text("Đã thêm 8 đại biểu của Chi bộ Công an.")).to_be_visible()


def test_without_scripts_rows_and_columns_come_from_the_server(live_server, open_page):
    unit = make_unit(live_server.congress, official_quota=1, alternate_quota=0)
    page = open_page(javascript=False)
    sign_in_as(page, live_server.person(Role.CELL_SECRETARY, unit=unit))
    page.goto(live_server.path(f"delegates/units/{unit.id}/grid"))
    page.get_by_label("Họ và tên, dòng 1").fill("K'Brơi")
    page.get_by_role("button", name="Thêm các cột khác").click()
    page.get_by_label("Quê quán, dòng 1").fill("Mỹ Hiệp")
    page.get_by_role("button", name="Thêm dòng").click()
    expect(page.locator("table tbody tr")).to_have_count(10)
    page.get_by_label("Giới tính, dòng 1", exact=True).select_option("Nam")
    page.get_by_label("Ngày sinh, dòng 1", exact=True).fill("1965")
    page.get_by_role("button", name="Lưu bảng").click()
    expect(page.get_by_text("Đã thêm 1 đại biểu")).to_be_visible()

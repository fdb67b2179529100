"""A cell sends a portrait, the service desk prints the badges, and the code on the paper is read."""

from io import BytesIO

import pypdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from congress.attendance import queries
from congress.web.access import Role
from tests import factories
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.pictures.test_portrait import file_of
from tests.printing.test_pictures import pictures


@pytest.fixture
def delegate(live_server):
    unit = factories.make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh")
    made = factories.make_delegate(live_server.congress, unit, "Nguyễn Thị Hòa")
    live_server.save()
    return made


def test_from_the_portrait_to_the_badge(live_server, open_page, delegate, tmp_path):
    secretary = live_server.person(Role.CELL_SECRETARY, unit=delegate.unit)
    service = live_server.person(Role.SERVICE_SECRETARY)
    delegate_id = delegate.id
    live_server.save()
    phone = open_page(PHONE)
    sign_in_as(phone, secretary)
    phone.goto(live_server.path(f"delegates/{delegate_id}"))
    follow(phone, phone.get_by_role("link", name="Thêm ảnh"))
    assert_accessible(phone)
    portrait = file_of(Image.new("RGB", (900, 1600), "#779977"))
    phone.get_by_label("Tệp ảnh").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": portrait})
    phone.get_by_role("button", name="Gửi ảnh").click()
    shown = phone.get_by_role("img", name="Ảnh đang lưu, đã cắt 3 × 4")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth * 4 === image.naturalHeight * 3")
    assert_accessible(phone)

    desk = open_page()
    sign_in_as(desk, service)
    desk.goto(live_server.path("attendance/badges"))
    assert_accessible(desk)
    desk.get_by_role("button", name="In 1 thẻ mới: đại biểu chính thức").click()
    expect(desk.get_by_text("1 thẻ in lần đầu")).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("button", name="In thẻ", exact=True).click()
    with desk.expect_download() as waiting:
        desk.get_by_role("link", name="8 thẻ 90 × 60 mm một trang").click()
    file = tmp_path / "badges.pdf"
    waiting.value.save_as(file)
    live_server.save()
    [badge] = queries.badges(live_server.congress.id).values()
    [page] = pictures(file.read_bytes(), tmp_path, 200)
    [code] = zxingcpp.read_barcodes(page)
    assert code.text == badge.token
    assert "Nguyễn Thị Hòa" in pypdf.PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text()
    desk.goto(live_server.path("attendance/badges?state=badge_printed"))
    expect(desk.get_by_role("row", name="Nguyễn Thị Hòa")).to_contain_text("001")

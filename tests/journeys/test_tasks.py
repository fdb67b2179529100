"""From the template pressed to thirty days to the weekly report; a dossier that comes back with conclusions."""

from datetime import timedelta

from playwright.sync_api import expect

from congress.database import transaction
from congress.shared import clock
from congress.subcommittees.vocabulary import MemberRole, SubcommitteeKind
from congress.units import actions as units
from congress.web.access import Role
from tests import factories
from tests.browser import PHONE, assert_accessible, follow, sign_in_as


def prepared(live_server, in_days=30):
    """A congress that opens in so many days, with its subcommittees and one cell."""
    congress = live_server.congress
    congress.opens_on = clock.today() + timedelta(days=in_days)
    congress.closes_on = congress.opens_on + timedelta(days=1)
    for kind, name in (
        (SubcommitteeKind.PERSONNEL, "Trần Thị Bích"),
        (SubcommitteeKind.DOCUMENTS, "Phạm Quốc Toàn"),
        (SubcommitteeKind.SERVICE, "Võ Thị Thu Hà"),
    ):
        secretary = {"name": name, "post": "", "phone": "", "role": MemberRole.SECRETARY}
        factories.make_subcommittee(congress, secretary, name=f"Tiểu ban {kind.label}", kind=kind)
    unit = factories.make_unit(congress)
    live_server.save()
    return unit


def test_a_plan_of_thirty_days_is_worked_off_and_reported(live_server, browser_page):
    unit = prepared(live_server)
    page = browser_page
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("tasks/"))
    follow(page, page.get_by_role("link", name="Lấy kế hoạch mẫu"))
    expect(page.get_by_text("còn 30 ngày kể từ ngày bắt đầu")).to_be_visible()
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="việc vào kế hoạch"))
    expect(page.get_by_text("công việc theo kế hoạch mẫu.")).to_be_visible()
    assert_accessible(page)

    follow(page, page.get_by_role("link", name="Ban hành kế hoạch tổ chức đại hội"))
    page.get_by_label("Tiến độ", exact=True).select_option(label="Xong")
    page.get_by_label("Ghi tiến độ").fill("Đã ban hành Kế hoạch số 05-KH/ĐU.")
    follow(page, page.get_by_role("button", name="Ghi tiến độ"))
    expect(page.get_by_text("Đã ghi tiến độ.")).to_be_visible()
    expect(page.get_by_text("Đã ban hành Kế hoạch số 05-KH/ĐU.").first).to_be_visible()
    assert_accessible(page)

    live_server.save()  # what was read so far is let go, so that the write lock is free to take
    with transaction():
        units.change(unit, actor=factories.Somebody, today=clock.today(), version=None, held_on=clock.today())
    page.goto(live_server.path("tasks/board"))
    done = page.get_by_role("region", name="Xong")
    expect(done.get_by_role("link", name="Đại hội, hội nghị các chi bộ")).to_be_visible()
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Ghi vào sổ"))
    expect(page.get_by_text("việc theo số liệu.")).to_be_visible()

    page.goto(live_server.path("tasks/timeline"))
    expect(page.get_by_role("img", name="Dòng thời gian của")).to_be_visible()
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Báo cáo tuần"))
    expect(page.get_by_text("còn 30 ngày đến khai mạc")).to_be_visible()
    report = page.locator("table", has_text="Ban hành kế hoạch tổ chức đại hội").first
    expect(report).to_contain_text("Đại hội, hội nghị các chi bộ")
    expect(report).to_contain_text("Đã ban hành Kế hoạch số 05-KH/ĐU.")


def test_a_returned_paper_leaves_tasks_on_a_phone(live_server, open_page):
    prepared(live_server)
    page = open_page(PHONE)
    sign_in_as(page, live_server.person(Role.OFFICE))
    page.goto(live_server.path("tasks/dossier/"))
    expect(page.get_by_text("Không đưa văn bản có dấu mật vào đây.")).to_be_visible()
    follow(page, page.get_by_role("link", name="Lấy danh mục thường có"))
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Thêm vào hồ sơ"))
    expect(page.get_by_text("Đã thêm 14 tài liệu vào hồ sơ.")).to_be_visible()
    assert_accessible(page)

    follow(page, page.get_by_role("link", name="Dự thảo Báo cáo chính trị"))
    follow(page, page.get_by_role("link", name="Thêm bản mới"))
    page.get_by_label("Tệp").set_input_files(
        {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"}
    )
    follow(page, page.get_by_role("button", name="Lưu tệp"))
    expect(page.get_by_role("link", name="Bản 1: bao-cao.pdf")).to_be_visible()
    page.get_by_label("Trạng thái").select_option(label="Đã trình")
    follow(page, page.get_by_role("button", name="Ghi trạng thái"))
    expect(page.get_by_text("Đã ghi trạng thái tài liệu.")).to_be_visible()

    follow(page, page.get_by_role("link", name="Ghi kết luận trả lại"))
    due = clock.today() + timedelta(days=5)
    page.get_by_role("textbox", name="Hạn sửa").fill(f"{due:%d/%m/%Y}")
    page.locator("#conclusions").fill("- Rút gọn phần II\n- Bổ sung chỉ tiêu chuyển đổi số")
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Ghi kết luận"))
    expect(page.get_by_text("mỗi kết luận thành một công việc.")).to_be_visible()
    expect(page.get_by_text("Phải sửa", exact=True).first).to_be_visible()
    follow(page, page.get_by_role("link", name="Bổ sung chỉ tiêu chuyển đổi số"))
    expect(page.get_by_text("Kết luận của tổ công tác, ngày").first).to_be_visible()
    expect(page.get_by_text("Tiểu ban Văn kiện").first).to_be_visible()
    assert_accessible(page)

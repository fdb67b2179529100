"""The documents subcommittee's job in one go: a Word file in, comments, one answer, the next draft, the report."""

import re
from datetime import date, timedelta
from io import BytesIO

import docx
from playwright.sync_api import expect

from congress.web.access import Role
from tests.browser import PHONE, assert_accessible, follow, sign_in_as
from tests.factories import make_unit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIRST = (
    "I. KẾT QUẢ ĐẠT ĐƯỢC",
    "Kinh tế của xã tăng trưởng khá, cơ cấu chuyển dịch đúng hướng.",
    "Thu nhập bình quân đầu người đạt 75 triệu đồng mỗi năm.",
)
SECOND = (*FIRST[:2], "Thu nhập bình quân đầu người đạt 78 triệu đồng mỗi năm.")


def test_from_a_word_file_to_the_synthesis_report(live_server, browser_page, open_page):
    online = make_unit(live_server.congress, name="Chi bộ ấp Mỹ Thạnh")
    make_unit(live_server.congress, name="Chi bộ K'Brơi")
    secretary, office, cell = (
        live_server.person(Role.DOCUMENTS_SECRETARY),
        live_server.person(Role.OFFICE, full_name="Trần Văn Phòng"),
        live_server.person(Role.CELL_SECRETARY, unit=online),
    )
    desk, phone, paper = browser_page, open_page(PHONE), open_page()
    sign_in_as(desk, secretary)
    add_the_document(live_server, desk)
    read_a_word_file_in(desk, FIRST, "2 đoạn")
    open_a_round(live_server, desk)
    sign_in_as(phone, cell)
    comment_on_the_phone(live_server, phone)
    sign_in_as(paper, office)
    type_in_the_paper(live_server, paper)
    put_together_and_answer(live_server, desk)
    next_draft(live_server, desk)
    attach_anew(live_server, desk)
    trace(desk)
    synthesis_report(live_server, desk)


def add_the_document(live_server, page):
    page.goto(live_server.path("drafts/"))
    follow(page, page.get_by_role("link", name="Thêm văn kiện").first)
    page.get_by_label("Tên văn kiện").fill("Báo cáo chính trị")
    follow(page, page.get_by_role("button", name="Lưu và nhập dự thảo"))


def read_a_word_file_in(page, paragraphs, counted):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    content = BytesIO()
    document.save(content)
    file = {"name": "Báo cáo.docx", "mimeType": WORD, "buffer": content.getvalue()}
    page.locator("input[type=file]").set_input_files(file)
    follow(page, page.get_by_role("button", name="Đọc và xem lại"))
    expect(page.locator("main")).to_contain_text(counted)
    follow(page, page.get_by_role("button", name="Tiếp: ghi nhận dự thảo"))
    follow(page, page.get_by_role("button", name="Ghi nhận"))
    expect(page.locator("article")).to_contain_text(paragraphs[-1])


def on_paper(day):
    return f"{day:%d/%m/%Y}"


def open_a_round(live_server, page):
    page.goto(live_server.path("comments/"))
    follow(page, page.get_by_role("link", name="Mở đợt góp ý").first)
    page.get_by_label("Tên đợt góp ý").fill("Góp ý lần 1")
    page.get_by_label("Báo cáo chính trị, dự thảo lần 1").check()
    page.get_by_label("Từ ngày").first.fill(on_paper(date.today() - timedelta(days=2)))
    page.get_by_label("Đến hết ngày").first.fill(on_paper(date.today() + timedelta(days=5)))
    follow(page, page.get_by_role("button", name="Mở đợt góp ý"))
    expect(page.locator("main")).to_contain_text("Đã gửi 0 trên 2 chi bộ")


def say(page, proposed):
    """On the page of a draft: one comment on its second paragraph, then the sheet again."""
    follow(page, page.get_by_role("link", name="Báo cáo chính trị, dự thảo lần 1"))
    follow(page, page.get_by_role("link", name="Góp ý đoạn 2"))
    page.get_by_label("Đồng ý một phần").check()
    page.get_by_label("Nội dung đề nghị").fill(proposed)
    follow(page, page.get_by_role("button", name="Lưu ý kiến"))
    expect(page.locator(".own")).to_contain_text(proposed)
    follow(page, page.get_by_role("link", name="Quay lại phiếu góp ý"))


def send(page):
    page.get_by_label("Ngày họp").first.fill(on_paper(date.today() - timedelta(days=1)))
    page.get_by_label("Số đảng viên dự họp").fill("20")
    page.get_by_label("Số đồng chí phát biểu").fill("4")
    follow(page, page.get_by_role("button", name="Lưu, xem lại và gửi phiếu"))
    expect(page.locator("main")).to_contain_text("Sẽ gửi 1 ý kiến")
    follow(page, page.get_by_role("button", name="Gửi phiếu góp ý"))
    expect(page.locator("main")).to_contain_text("Phiếu đã gửi lúc")


def comment_on_the_phone(live_server, page):
    page.goto(live_server.path("comments/"))
    follow(page, page.get_by_role("link", name="Đọc dự thảo và góp ý"))
    say(page, "Nâng thu nhập bình quân lên 78 triệu đồng")
    send(page)


def type_in_the_paper(live_server, page):
    page.goto(live_server.path("comments/"))
    follow(page, page.get_by_role("row", name="Góp ý lần 1").get_by_role("link", name="Góp ý lần 1"))
    follow(page, page.get_by_role("link", name="Nhập thay Chi bộ K'Brơi"))
    expect(page.locator("main")).to_contain_text("Đồng chí đang nhập thay Chi bộ K'Brơi theo phiếu giấy")
    say(page, "nang thu nhap binh quan len 78 trieu dong")
    send(page)


def put_together_and_answer(live_server, page):
    page.goto(live_server.path("triage/"))
    follow(page, page.get_by_role("link", name="Tìm ý kiến gần giống"))
    follow(page, page.get_by_role("button", name="So các ý kiến"))
    expect(page.locator("main")).to_contain_text("Giống 100%")
    follow(page, page.get_by_role("button", name="Gộp các ý kiến đã đánh dấu"))
    expect(page.locator("body")).to_contain_text("Đã gộp thành điểm góp ý")
    page.goto(live_server.path("triage/"))
    follow(page, page.get_by_role("link", name="Xem và trả lời"))
    page.get_by_label("Hướng xử lý").select_option(label="Tiếp thu toàn bộ")
    page.get_by_label("Câu chữ mới của Tiểu ban").fill("78 triệu đồng")
    follow(page, page.get_by_role("button", name="Ghi và sang điểm sau"))
    expect(page.locator("body")).to_contain_text("Đã trả lời điểm góp ý")


def next_draft(live_server, page):
    page.goto(live_server.path("drafts/"))
    follow(page, page.get_by_role("link", name="Báo cáo chính trị").first)
    follow(page, page.get_by_role("link", name="Nhập dự thảo mới"))
    read_a_word_file_in(page, SECOND, "2 đoạn")


def attach_anew(live_server, page):
    page.goto(live_server.path("triage/"))
    expect(page.locator("main")).to_contain_text("Dự thảo lần 2: sửa chữ → đoạn 2 cần gắn lại")
    follow(page, page.get_by_role("link", name="Ý kiến cần gắn lại"))
    expect(page.get_by_role("link", name=re.compile("^Cần gắn lại"))).to_contain_text("2")
    expect(page.get_by_role("radio", name=re.compile("đoạn 2"))).to_be_checked()
    assert_accessible(page)
    follow(page, page.get_by_role("button", name="Gắn các ý kiến đã đánh dấu"))
    expect(page.locator("body")).to_contain_text("Đã gắn 2 ý kiến vào Dự thảo lần 2, đoạn 2.")
    follow(page, page.get_by_role("link", name=re.compile("^Đã gắn")))
    expect(page.get_by_role("button", name="Gỡ các ý kiến đã đánh dấu")).to_be_visible()
    assert_accessible(page)


def trace(page):
    follow(page, page.get_by_role("link", name="Dò với dự thảo sau"))
    expect(page.locator("main")).to_contain_text("Đã tiếp thu nhưng chưa ghi đã viết vào: 1")
    follow(page, page.get_by_role("button", name="Ghi", exact=True))
    expect(page.locator("main")).to_contain_text("Đã ghi đã viết vào: 1")
    expect(page.locator("main")).to_contain_text("Đã đổi mà không có điểm tiếp thu: 0")
    assert_accessible(page)


def synthesis_report(live_server, page):
    page.goto(live_server.path("synthesis/new"))
    page.get_by_label("Đợt góp ý").select_option(label="Góp ý lần 1")
    follow(page, page.get_by_role("button", name="Lập báo cáo"))
    expect(page.locator("main")).to_contain_text("Tất cả chi bộ (2/2; 2 ý kiến) đề nghị")
    follow(page, page.get_by_role("link", name="Ban hành", exact=True))
    page.get_by_label("Số văn bản").fill("12-BC/TBVK")
    page.get_by_role("textbox", name="Người ký", exact=False).last.fill("Lê Thị Ổn")
    follow(page, page.get_by_role("button", name="Ban hành", exact=True))
    expect(page.locator("main")).to_contain_text("Ban hành ngày")
    follow(page, page.get_by_role("link", name="Xem bản in"))
    expect(page.locator("body")).to_contain_text("Số 12-BC/TBVK")
    expect(page.locator("body")).to_contain_text("(Chi bộ ấp Mỹ Thạnh; Chi bộ K'Brơi)")

"""The list of comments on paper and as a workbook: the same rows, order and numbers as on the page."""

from io import BytesIO
from typing import Any

import pypdf
import pytest
import python_calamine

from congress.commands.papers import options_of
from congress.comments import printouts, queries
from congress.comments.vocabulary import Stance
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import TODAY, make_comment, make_document, make_round, make_unit, make_version, send_sheet


@pytest.fixture
def round_(congress) -> Any:
    """Two cells, two drafts, three comments and one that was not sent."""
    report = make_version(make_document(congress, title="Báo cáo chính trị"))
    review = make_version(make_document(congress, title="Báo cáo kiểm điểm"))
    found = make_round(congress, report, review, title="Góp ý dự thảo, lần 1")
    first, second, silent = (make_unit(congress, name=f"Chi bộ ấp {name}") for name in ("Mỹ Thạnh", "Mỹ Đức", "Im"))
    make_comment(found, first, review, None, stance=Stance.DISAGREE, proposed="Viết lại phần mở đầu")
    make_comment(found, first, report, 2, proposed="Sửa 75 thành 78 triệu", reason="Theo số liệu thống kê")
    make_comment(found, second, report, 1, stance=Stance.AGREE, proposed="")
    make_comment(found, silent, report, 1, proposed="Chưa gửi")
    send_sheet(found, first)
    send_sheet(found, second)
    return found


def test_the_paper_follows_the_draft_cites_it_and_counts_stances(congress, round_):
    printout = printouts.build(congress, today=TODAY)
    page = html_of(printout)
    order = [
        "I. Kết quả đạt được — Đoạn 1: “Kinh tế của xã tăng trưởng khá.”",
        "Chi bộ ấp Mỹ Đức",
        "Đoạn 2: “Thu nhập bình quân đạt 75 triệu đồng/người/năm.”",
        "Sửa 75 thành 78 triệu",
        "Theo số liệu thống kê",
        "Về toàn văn dự thảo",
        "Viết lại phần mở đầu",
    ]
    places = [page.index(text) for text in order]
    assert places == sorted(places)
    assert "Đã có 2 trên 3 chi bộ gửi phiếu" in page
    assert "50 đảng viên dự họp trên 54 đảng viên" in page
    assert "Chưa gửi" not in page
    assert printout.filename == f"{congress.slug}_tong-hop-y-kien-gop-y_2025-07-22.pdf"


def test_the_pdf_holds_the_same_words(congress, round_):
    reader = pypdf.PdfReader(BytesIO(render(printouts.build(congress, today=TODAY))))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Chi bộ ấp Mỹ Thạnh",
        "Sửa 75 thành 78 triệu",
        "Kinh tế của xã tăng trưởng khá",
    ):
        assert words in text
    assert reader.metadata.title == "Danh sách ý kiến góp ý: Góp ý dự thảo, lần 1"


def test_filters_of_the_page_apply_to_paper_and_workbook_and_are_stated(sign_in, congress, round_):
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    base = f"/{congress.slug}/comments/{round_.id}"
    unit = next(row for row in queries.opinions(round_) if row.unit_name == "Chi bộ ấp Mỹ Thạnh")
    asked = f"?unit={unit.unit_id}&stance=disagree&q=mo+dau"
    for page in (client.get(f"{base}/read{asked}").text, client.get(f"{base}/print{asked}").text):
        assert "Viết lại phần mở đầu" in page
        assert "Sửa 75 thành 78 triệu" not in page
    assert "Lọc theo: Chi bộ ấp Mỹ Thạnh, Không đồng ý, có chữ “mo dau”" in client.get(f"{base}/print{asked}").text
    rows = sheet(client.get(f"{base}/export{asked}").data)
    assert "Lọc theo: Chi bộ ấp Mỹ Thạnh, Không đồng ý, có chữ “mo dau”" in rows[3]
    assert "Tổng 1 ý kiến" in rows[-1]


def test_the_workbook_holds_every_comment_in_the_order_of_the_draft(sign_in, congress, round_):
    rows = sheet(sign_in(Role.STANDING_COMMITTEE).get(f"/{congress.slug}/comments/{round_.id}/export").data)
    head = next(number for number, row in enumerate(rows) if row[0] == "STT")
    shown = [(row[1], row[3], row[5], row[6]) for row in rows[head + 1 : -1]]
    assert shown == [
        ("Báo cáo chính trị, dự thảo lần 1", "Đoạn 1", "Chi bộ ấp Mỹ Đức", "Đồng ý"),
        ("Báo cáo chính trị, dự thảo lần 1", "Đoạn 2", "Chi bộ ấp Mỹ Thạnh", "Đồng ý một phần"),
        ("Báo cáo kiểm điểm, dự thảo lần 1", "Toàn văn", "Chi bộ ấp Mỹ Thạnh", "Không đồng ý"),
    ]


def test_the_numbers_of_page_paper_and_workbook_are_the_same(congress, round_):
    counts = queries.count_opinions(round_)
    totals = queries.totals_of(round_)
    assert sum(counts.values()) == len(queries.opinions(round_)) == totals.comments == 3
    assert totals.by_stance == counts
    table = printouts.build(congress, today=TODAY).context["counts"]
    assert table.totals == ("Tổng cộng", 1, 1, 1, 0, 3)


def test_filters_that_are_none_are_ignored(sign_in, congress, round_):
    path = f"/{congress.slug}/comments/{round_.id}/read?unit=x&version=1&stance=<b>&page=99999999"
    page = sign_in(Role.OFFICE).get(path)
    assert page.status_code == 200
    assert "3 ý kiến của các phiếu đã gửi" in page.text


def test_without_a_round_the_command_line_is_told_so(congress):
    with pytest.raises(RuleBroken, match="Chưa có đợt góp ý"):
        printouts.build(congress, today=TODAY)
    make_round(congress, make_version(make_document(congress)))
    with pytest.raises(RuleBroken, match="“Đợt khác”"):
        printouts.build(congress, today=TODAY, round="Đợt khác")


def sheet(data: bytes) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def test_the_command_line_names_the_option_of_the_list_and_takes_it(congress, round_):
    """It listed "[--…]" and a sentence for programmers."""
    assert options_of(printouts.build) == {"round": str}
    assert "dự thảo, lần 1" in printouts.build(congress, today=TODAY, round="Góp ý dự thảo, lần 1").title
    with pytest.raises(RuleBroken, match="Không có đợt góp ý tên"):
        printouts.build(congress, today=TODAY, round="Đợt khác")

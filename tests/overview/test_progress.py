"""What is still owed, gathered from every feature: on the dashboard, in full, and in the printed state report."""

import re
from datetime import date, timedelta

import pytest

from congress.delegates.vocabulary import Review
from congress.overview import queries
from congress.overview.printouts import progress_report
from congress.overview.vocabulary import Owed, Urgency
from congress.printing.html import html_of
from congress.printing.render import render
from congress.shared import clock
from congress.subcommittees.vocabulary import SubcommitteeKind
from congress.web.access import Role
from tests.factories import (
    issue_plan,
    make_comment,
    make_delegate,
    make_document,
    make_plan,
    make_round,
    make_subcommittee,
    make_synthesis,
    make_unit,
    make_version,
    send_sheet,
)
from tests.paper import text_of

TODAY = clock.today()
ALL = {"with_delegates": True, "with_comments": True, "with_allocation": True, "with_credentials": True}


def owed(congress, today=TODAY):
    """What is owed, as (kind, who)."""
    found = queries.debts(queries.facts(congress, **ALL), queries.body_names(congress.id), today)
    return {(each.what, each.who): each for each in found}


@pytest.fixture
def under_way(congress):
    """A cell that has not met and has sent two of its four delegates, a round it has not answered."""
    congress.opens_on = congress.closes_on = TODAY + timedelta(days=20)
    congress.registration_closes_on = TODAY - timedelta(days=3)
    cell = make_unit(congress, name="Chi bộ ấp Mỹ Đức", official_quota=4, planned_on=TODAY - timedelta(days=10))
    issue_plan(congress, make_plan(congress))
    cell.official_quota, cell.alternate_quota = 4, 0
    make_delegate(congress, cell, "Nguyễn Thị Hòa", review=Review.SENT)
    make_delegate(congress, cell, "K'Brơi", review=Review.NOT_SENT)
    version = make_version(make_document(congress))
    round_ = make_round(
        congress, version, opens_on=TODAY - timedelta(days=9), closes_on=TODAY - timedelta(days=1), title="Góp ý lần 1"
    )
    other = make_unit(congress, name="Chi bộ Trạm Y tế", official_quota=0, alternate_quota=0, held_on=date(2025, 7, 1))
    make_comment(round_, other, version)
    send_sheet(round_, other)
    return congress


def test_a_cell_owes_its_congress_its_list_and_its_sheet(under_way):
    found = owed(under_way)
    name = "Chi bộ ấp Mỹ Đức"
    assert found[Owed.CELL_CONGRESS, name].days(TODAY) == -10
    assert found[Owed.DELEGATE_LIST, name].on_paper() == "Thiếu 2 đại biểu chính thức. 1 đại biểu chưa gửi."
    assert found[Owed.DELEGATE_LIST, name].urgency(TODAY) is Urgency.LATE
    assert found[Owed.COMMENT_SHEET, name].about == "Góp ý lần 1"
    assert (Owed.COMMENT_SHEET, "Chi bộ Trạm Y tế") not in found
    assert (Owed.CELL_CONGRESS, "Chi bộ Trạm Y tế") not in found


def test_the_bodies_owe_what_came_in_and_was_not_dealt_with(under_way):
    make_subcommittee(under_way, name="Tiểu ban Nội dung", kind=SubcommitteeKind.DOCUMENTS)
    found = owed(under_way)
    assert found[Owed.REVIEW, "Tiểu ban Nhân sự"].on_paper() == "1 đại biểu đã gửi, chờ nhận."
    assert found[Owed.CREDENTIALS, "Tiểu ban Nhân sự"].last_day == under_way.opens_on
    assert found[Owed.TRIAGE, "Tiểu ban Nội dung"].on_paper() == "1 ý kiến mới, 0 điểm đang xử lý."
    assert (Owed.SYNTHESIS, "Tiểu ban Nội dung") in found
    assert found[Owed.PROGRAMME, "Tiểu ban Tổ chức phục vụ"].on_paper() == "Chưa lập chương trình."


def test_once_the_synthesis_is_issued_nobody_owes_a_sheet_of_its_round(under_way):
    round_ = queries.facts(under_way, **ALL).rounds[0][0]
    report = make_synthesis(round_)
    assert (Owed.SYNTHESIS, "Tiểu ban Văn kiện") in owed(under_way)
    report.issued_on = TODAY
    found = owed(under_way)
    assert (Owed.SYNTHESIS, "Tiểu ban Văn kiện") not in found
    assert (Owed.COMMENT_SHEET, "Chi bộ ấp Mỹ Đức") not in found


def test_a_round_that_has_not_begun_is_owed_by_nobody(congress):
    make_unit(congress, name="Chi bộ ấp Mỹ Đức")
    version = make_version(make_document(congress))
    begins = TODAY + timedelta(days=2)
    make_round(congress, version, opens_on=begins, closes_on=begins + timedelta(days=5))
    assert (Owed.COMMENT_SHEET, "Chi bộ ấp Mỹ Đức") not in owed(congress)
    assert (Owed.COMMENT_SHEET, "Chi bộ ấp Mỹ Đức") in owed(congress, begins)


def test_an_allocation_not_issued_is_owed_once_there_are_cells(congress):
    assert not any(what is Owed.ALLOCATION for what, _who in owed(congress))
    make_unit(congress)
    assert owed(congress)[Owed.ALLOCATION, "Tiểu ban Nhân sự"].on_paper() == "Chưa lập phương án."
    make_plan(congress)
    assert owed(congress)[Owed.ALLOCATION, "Tiểu ban Nhân sự"].on_paper() == "1 phương án đã lập."


def test_the_dashboard_counts_what_the_full_list_shows(sign_in, under_way):
    client = sign_in(Role.STANDING_COMMITTEE)
    page = client.get(f"/{under_way.slug}/dashboard").text
    assert "Còn 20 ngày" in page
    for urgency in Urgency:
        figure = re.search(rf'href="(/[^"]+owed\?urgency={urgency.value})">[^<]*<span class="n">(\d+)</span>', page)
        assert figure, urgency
        body = client.get(figure[1]).text.split("<main")[1]
        rows = body.split("<tbody")[1].split("</tbody>")[0].count("<tr") if "<tbody" in body else 0
        assert rows == int(figure[2]), urgency


def test_the_full_list_finds_a_cell_without_marks(sign_in, under_way):
    client = sign_in(Role.OFFICE)
    page = client.get(f"/{under_way.slug}/owed?q=my+duc").text
    assert "Chậm 10 ngày" in page
    assert "Tiểu ban" not in page.split("<tbody")[1].split("</tbody>")[0]
    assert "Không có việc nào phù hợp." in client.get(f"/{under_way.slug}/owed?q=khong+co").text


def test_who_only_reads_sees_nothing_of_what_others_owe(sign_in, under_way):
    client = sign_in(Role.READER)
    assert "Việc còn phải làm" not in client.get(f"/{under_way.slug}/dashboard").text
    assert client.get(f"/{under_way.slug}/owed").status_code == 403
    assert client.get(f"/{under_way.slug}/progress.pdf").status_code == 403


def test_the_full_list_asks_as_often_for_many_cells_as_for_one(sign_in, under_way, count_queries):
    client = sign_in(Role.OFFICE)
    one = count_queries(lambda: client.get(f"/{under_way.slug}/owed"))
    for number in range(3):
        make_unit(under_way, name=f"Chi bộ ấp {number}", planned_on=TODAY)
    assert count_queries(lambda: client.get(f"/{under_way.slug}/owed")) == one


def test_the_state_report_says_what_is_done_and_what_is_late(under_way):
    page = html_of(progress_report(under_way, today=TODAY)).replace("\u00a0", " ")
    for words in ("còn 20 ngày", "Chi bộ đã tổ chức đại hội", "1 / 2", "50,00", "3 việc quá hạn", "10 ngày"):
        assert words in page, words
    assert "Chi bộ ấp Mỹ Đức" in page


def test_the_state_report_of_an_empty_congress_says_so(congress):
    congress.opens_on = None
    page = html_of(progress_report(congress, today=date(2025, 7, 22)))
    assert "Ngày khai mạc đại hội chưa được ấn định." in page
    assert "Chưa có số liệu" in page


def test_the_state_report_is_one_paper_in_the_partys_layout(under_way):
    text = text_of(render(progress_report(under_way, today=TODAY)))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "tiến độ chuẩn bị Đại hội" in text
    assert "T/M BAN THƯỜNG VỤ" in text

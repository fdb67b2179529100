"""The credentials report: frozen, explained, signed, adopted; its paper and workbook say what the page says."""

import re
from datetime import date
from io import BytesIO
from uuid import UUID

import openpyxl
import pytest

from congress.credentials import printouts, queries
from congress.credentials.actions import reports as actions
from congress.credentials.rules.contradictions import Typed
from congress.credentials.vocabulary import CommitteeRole, Moment, ReportState
from congress.database import db
from congress.delegates.vocabulary import Origin, Review, Standing
from congress.printing.html import html_of
from congress.web.access import Role
from tests.factories import Somebody, make_delegate, make_report, make_unit


def url(congress, tail=""):
    return f"/{congress.slug}/credentials/{tail}"


@pytest.fixture
def people(congress):
    """A cell of four: one ex officio, two elected, one alternate; the committee decided five."""
    congress.official_total = 5
    unit = make_unit(congress, name="Chi bộ H'Hen Niê", official_quota=2, alternate_quota=1)
    return [
        make_delegate(congress, unit, "Nguyễn Thị Hòa", origin=Origin.EX_OFFICIO, review=Review.RECEIVED),
        make_delegate(congress, unit, "K'Brơi", review=Review.RECEIVED),
        make_delegate(congress, unit, "Trần Thị Ánh", review=Review.RECEIVED),
        make_delegate(congress, unit, "Hồ Dung", standing=Standing.ALTERNATE, review=Review.RECEIVED),
    ]


def test_a_report_is_drawn_up_with_the_contradictions_of_the_moment(congress, people, sign_in):
    client = sign_in(Role.PERSONNEL_SECRETARY)
    data = {"moment": "official_session", "day": "12/8/2025", "hour": "7:30", "counted_on": "summoned",
            "bands": "30-40-50-60-70", "summoned": "4", "present": "", "women": ""}  # fmt: skip
    answer = client.post(url(congress, "reports/new"), data=data)
    assert answer.status_code == 302
    page = client.get(answer.location).text
    assert "2 chỗ không khớp" in page
    assert "Theo quyết định 5 đại biểu chính thức, được triệu tập 3." in page
    assert "Ban Thẩm tra ghi triệu tập 4, danh sách có 3." in page


def test_a_congress_without_delegates_has_no_report(congress, sign_in):
    data = {"moment": "official_session", "day": "12/8/2025", "counted_on": "summoned", "bands": "40-50"}
    assert "Chưa có đại biểu nào để tính" in sign_in(Role.OFFICE).post(url(congress, "reports/new"), data=data).text


def test_it_is_signed_only_when_every_difference_is_explained(congress, people, sign_in):
    actions.name_member(congress, people[0], actor=Somebody, role=CommitteeRole.HEAD)
    report = make_report(congress)
    client = sign_in(Role.OFFICE)
    assert 'value="Nguyễn Thị Hòa"' in client.get(url(congress, f"reports/{report.id}/sign")).text
    data = {"version": str(report.version), "signed_by": "Nguyễn Thị Hòa"}
    assert "Còn 1 chênh lệch chưa giải thích" in client.post(url(congress, f"reports/{report.id}/sign"), data=data).text
    said = {"version": str(report.version), "e0": "Hai đồng chí chưa được chi bộ bầu", "not_recognised": "",
            "complaints": "", "note": ""}  # fmt: skip
    assert client.post(url(congress, f"reports/{report.id}"), data=said).status_code == 302
    db.session.expire_all()
    data["version"] = str(report.version)
    assert client.post(url(congress, f"reports/{report.id}/sign"), data=data).status_code == 302
    db.session.expire_all()
    assert report.state is ReportState.FINAL
    said["version"] = str(report.version)
    assert "đã ký" in client.post(url(congress, f"reports/{report.id}"), data=said).text


def signed(congress, head):
    actions.name_member(congress, head, actor=Somebody, role=CommitteeRole.HEAD)
    report = make_report(congress)
    keys = {each["key"]: "Đã đối chiếu" for each in report.contradictions}
    actions.explain(report, actor=Somebody, version=None, explanations=keys)
    actions.sign(congress, report, actor=Somebody, version=None, signed_by="Nguyễn Thị Hòa")
    return report


def test_adopting_closes_substitutions_until_it_is_withdrawn_with_a_reason(congress, people, sign_in):
    report = signed(congress, people[0])
    client = sign_in(Role.OFFICE)
    data = {"version": str(report.version), "day": "12/8/2025"}
    assert client.post(url(congress, f"reports/{report.id}/adopt"), data=data).status_code == 302
    db.session.expire_all()
    assert (report.state, congress.credentials_adopted_on) == (ReportState.ADOPTED, date(2025, 8, 12))
    bare = {"version": str(report.version), "reason": ""}
    assert client.post(url(congress, f"reports/{report.id}/withdraw"), data=bare).status_code == 200
    data = {"version": str(report.version), "reason": "Đọc lại trước Đại hội"}
    assert client.post(url(congress, f"reports/{report.id}/withdraw"), data=data).status_code == 302
    db.session.expire_all()
    assert (report.state, congress.credentials_adopted_on) == (ReportState.FINAL, None)


def test_an_old_report_stays_as_it_was_and_says_what_has_moved(congress, people, sign_in):
    report = make_report(congress)
    before = html_of(printouts.report(report))
    make_delegate(congress, make_unit(congress, official_quota=1), "Lý Ý")
    assert html_of(printouts.report(report)) == before
    page = sign_in(Role.STANDING_COMMITTEE).get(url(congress, f"reports/{report.id}")).text
    assert "Danh sách đã thay đổi từ khi lập" in page
    assert "3 → 4" in page


def test_every_figure_leads_to_the_people_behind_it(congress, people, sign_in):
    report = make_report(congress)
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, f"reports/{report.id}")).text
    assert f"/reports/{report.id}/people/origin-0" in page
    page = client.get(url(congress, f"reports/{report.id}/people/origin-0")).text
    assert "Nguyễn Thị Hòa" in page
    assert "Brơi" not in page
    assert client.get(url(congress, f"reports/{report.id}/people/origin-9")).status_code == 404
    assert client.get(url(congress, f"reports/{report.id}/people/x")).status_code == 404


def test_paper_and_workbook_say_what_the_page_says(congress, people, sign_in):
    report = make_report(congress, typed=Typed(present=3))
    paper = html_of(printouts.report(report))
    for sentence in (
        "BAN THẨM TRA TƯ CÁCH<br>ĐẠI BIỂU",
        "ĐẢNG BỘ XÃ MỸ HIỆP",
        "vào hồi 7 giờ 30 phút, ngày 12 tháng 8 năm 2025",
        "Tổng số đại biểu được triệu tập: 03 đồng chí.",
        "Tỷ lệ tính trên 3 đại biểu được triệu tập.",
        "Chưa giải thích.",
    ):
        assert sentence in paper
    assert "None" not in paper
    screen = sign_in(Role.OFFICE).get(url(congress, f"reports/{report.id}")).text
    sums = re.findall(r"Cộng</th><td[^>]*><b>\d+</b></td><td[^>]*>([\d,]+)</td>", screen)
    assert set(sums) == {"100,00"} and len(sums) == len(report.kept.blocks), "the percent of the sum as on paper"
    answer = sign_in(Role.OFFICE).get(url(congress, f"reports/{report.id}/export"))
    cells = list(openpyxl.load_workbook(BytesIO(answer.data)).active.iter_rows(values_only=True))
    figures = {(row[1], row[2]): row[3] for row in cells if row[1]}
    kept = report.kept
    assert figures["Triệu tập", "Được triệu tập"] == kept.summoned
    for block in kept.blocks:
        for row in block.rows:
            assert figures[block.title, row.label] == row.count
        assert figures[block.title, "Cộng"] == kept.counted


def test_a_report_before_the_congress_is_the_convening_committees(congress, people):
    paper = html_of(printouts.report(make_report(congress, moment=Moment.BEFORE)))
    assert "ĐẢNG ỦY XÃ MỸ HIỆP" in paper
    assert "T/M BAN THƯỜNG VỤ" in paper
    assert "Kính trình Đảng ủy xã Mỹ Hiệp xem xét." in paper
    assert "Kính đề nghị Đại hội biểu quyết" not in paper


@pytest.mark.parametrize("moment", [Moment.PREPARATORY, Moment.OFFICIAL])
def test_only_the_committees_report_at_the_congress_asks_it_to_recognise_its_delegates(congress, people, moment):
    paper = html_of(printouts.report(make_report(congress, moment=moment)))
    assert "Kính đề nghị Đại hội biểu quyết công nhận tư cách của" in paper
    assert "Kính trình" not in paper


def test_a_congress_of_members_is_told_who_came_and_recognises_nobody(congress, people):
    congress.of_delegates = False
    paper = html_of(printouts.report(make_report(congress, moment=Moment.OFFICIAL)))
    assert "Kính báo cáo Đại hội." in paper
    assert "công nhận tư cách của" not in paper


def test_the_committee_takes_official_delegates_only(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    head = {"delegate": str(people[0].id), "role": "committee_head"}
    assert client.post(url(congress, "committee"), data=head).status_code == 302
    page = client.post(
        url(congress, "committee"), data={"delegate": str(people[3].id), "role": "committee_member"}
    ).text
    assert "Lựa chọn này không có trong danh sách" in page
    second = {"delegate": str(people[1].id), "role": "committee_head"}
    assert "đã có Trưởng ban" in client.post(url(congress, "committee"), data=second).text
    people[0].standing = Standing.ALTERNATE
    page = client.get(url(congress, "committee")).text
    assert "Ủy viên Ban Thẩm tra phải là đại biểu chính thức" in page
    assert client.post(url(congress, f"committee/{people[0].id}/remove")).status_code == 302
    assert not queries.committee(congress.id)


def test_the_head_of_the_committee_is_named_on_the_paper(congress, people):
    actions.name_member(congress, people[0], actor=Somebody, role=CommitteeRole.HEAD)
    paper = html_of(printouts.report(make_report(congress)))
    assert "đồng chí Nguyễn Thị Hòa, Trưởng ban" in paper


def test_whoever_only_reads_draws_up_nothing(congress, people, sign_in):
    reader = sign_in(Role.STANDING_COMMITTEE)
    assert reader.get(url(congress)).status_code == 200
    assert reader.get(url(congress, "reports/new")).status_code == 403
    assert sign_in(Role.CELL_SECRETARY, unit=people[0].unit).get(url(congress)).status_code == 403


def test_a_draft_is_removed_and_a_signed_report_is_not(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    draft, final = make_report(congress), signed(congress, people[0])
    assert client.post(url(congress, f"reports/{draft.id}/remove")).status_code == 302
    answer = client.post(url(congress, f"reports/{final.id}/remove"), follow_redirects=True)
    assert answer.request.path == url(congress, f"reports/{final.id}")
    assert "đã ký nên không sửa được" in answer.text
    assert [UUID(str(row.id)) for row in queries.reports(congress.id)] == [final.id]

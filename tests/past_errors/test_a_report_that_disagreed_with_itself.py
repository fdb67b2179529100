"""A credentials report once said one thing on the page and another on paper, and could be signed by anybody."""

import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from congress.credentials import printouts
from congress.credentials.actions import reports as actions
from congress.credentials.rules.contradictions import Typed, contradictions
from congress.credentials.rules.figures import figures_of
from congress.credentials.rules.posts import post_group
from congress.credentials.vocabulary import CommitteeRole, Moment
from congress.database import db
from congress.delegates.vocabulary import Reason, Standing, Status
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken
from congress.shared.vietnamese import PartialDate, percent
from congress.web.access import Role
from tests.credentials.test_report_rules import OPENING, line
from tests.factories import Somebody, make_delegate, make_report, make_unit


@pytest.fixture
def people(congress):
    """Four official delegates of one cell, the first of them head of the credentials committee."""
    unit = make_unit(congress, official_quota=4)
    names = ("Nguyễn Thị Hòa", "K'Brơi", "Trần Thị Ánh", "Lý Ý")
    found = [make_delegate(congress, unit, name) for name in names]
    actions.name_member(congress, found[0], actor=Somebody, role=CommitteeRole.HEAD)
    return found


def explained(report):
    said = {each["key"]: "Đã đối chiếu" for each in report.contradictions}
    actions.explain(report, actor=Somebody, version=None, explanations=said)
    return report


def sign(congress, report, by="Nguyễn Thị Hòa"):
    actions.sign(congress, report, actor=Somebody, version=None, signed_by=by)


@pytest.mark.parametrize(("marked", "typed"), [(0, None), (0, 3), (2, None), (2, 3)])
def test_page_paper_and_workbook_say_the_same_number_of_those_present(congress, people, sign_in, marked, typed):
    for delegate in people[:marked]:
        delegate.status = Status.PRESENT
    report = make_report(congress, typed=Typed(present=typed))
    present = marked or typed or 0
    client = sign_in(Role.OFFICE)
    page = client.get(f"/{congress.slug}/credentials/reports/{report.id}").text
    assert f"<dd>{present} ({percent(present, 4)} %)</dd>" in page
    book = openpyxl.load_workbook(BytesIO(client.get(f"/{congress.slug}/credentials/reports/{report.id}/export").data))
    rows = {row[2]: row[3:5] for row in book.active.iter_rows(values_only=True) if row[1] == "Triệu tập"}
    assert (rows.get("Có mặt") or rows["Có mặt (Ban Thẩm tra ghi)"]) == (present, percent(present, 4))
    paper = html_of(printouts.report(report))
    assert re.findall(r"Có mặt: (\d+) đồng chí, bằng ([\d,]+) %", paper) == (
        [(f"{present:02}", percent(present, 4))] if present else []
    )


def test_a_report_keeps_what_it_says_of_the_congress(congress, people):
    report = make_report(congress)
    before = html_of(printouts.report(report))
    congress.venue, congress.superior = "Nhà văn hóa khác", "Đảng bộ tỉnh khác"
    assert html_of(printouts.report(report)) == before


@pytest.mark.parametrize("forged", ["explanations", "not_recognised", "committee", "signed_by"])
def test_a_signed_report_that_was_changed_behind_its_back_is_found(congress, people, sign_in, forged):
    report = explained(make_report(congress))
    sign(congress, report)
    assert actions.is_intact(report)
    value = {"explanations": {"x": "y"}, "committee": []}.get(forged, "Người khác")
    setattr(report, forged, value)
    db.session.flush()
    assert not actions.is_intact(report)
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/credentials/reports/{report.id}").text
    assert "không còn nguyên vẹn" in page


def test_one_delegate_in_anothers_place_is_a_change_though_no_count_moves(congress, people, sign_in):
    report = make_report(congress)
    people[3].standing, people[3].rank = Standing.ALTERNATE, 1
    make_delegate(congress, make_unit(congress, official_quota=1), "Hồ Thị Ngà")
    page = sign_in(Role.OFFICE).get(f"/{congress.slug}/credentials/reports/{report.id}").text
    assert "Không còn được tính: Lý Ý" in page
    assert "Nay được tính thêm: Hồ Thị Ngà" in page


@pytest.mark.parametrize("nothing", ["", "Không", "không có.", "Chưa", "-"])
def test_who_writes_none_under_discipline_was_not_disciplined(nothing):
    found = figures_of([line(discipline=nothing, rewards=nothing)], day=OPENING, decided=0)
    assert (found.disciplined, found.honoured) == (0, 0)


def test_the_youngest_is_whoever_was_born_last_and_nobody_beside():
    same_age = [line(f"Người {month}", birth=PartialDate(1995, month, 1)) for month in (1, 3, 5, 7)]
    found = figures_of(same_age, day=OPENING, decided=0)
    assert [each.name for each in found.youngest] == ["Người 7"]
    assert [each.name for each in found.oldest] == ["Người 1"]


def test_of_births_known_by_the_year_everybody_is_named_who_may_be_the_youngest():
    found = figures_of(
        [line("Chỉ năm", birth=PartialDate(1995)), line("Đủ ngày", birth=PartialDate(1995, 7, 1))],
        day=OPENING,
        decided=0,
    )
    assert {each.name for each in found.youngest} == {"Chỉ năm", "Đủ ngày"}


@pytest.mark.parametrize(
    ("post", "group"),
    [
        ("Giám đốc doanh nghiệp", "Chức vụ khác"),
        ("Trưởng ban Tuyên giáo và Dân vận Đảng ủy", "Cấp ủy, cơ quan Đảng"),
        ("Trưởng ban Công tác Mặt trận ấp", "Mặt trận, đoàn thể"),
        ("Phó trưởng ấp", "Chức vụ khác"),
        ("Trưởng ấp", "Trưởng ấp, thôn, khu phố"),
        ("Phó Bí thư chi bộ", "Phó Bí thư chi bộ"),
        ("Phó Chủ tịch UBND xã", "Chính quyền"),
        ("Chủ tịch UBMTTQ xã", "Mặt trận, đoàn thể"),
        ("Bí thư Đoàn xã", "Mặt trận, đoàn thể"),
    ],
)
def test_a_post_falls_into_the_group_its_words_mean(post, group):
    assert post_group(post) == group


def test_religions_stand_in_one_order_and_one_spelling():
    lines = [line(religion=text) for text in ("Phật giáo", "phật giáo", "Phật giáo", "Cao Đài", "Không")]
    rows = figures_of(lines, day=OPENING, decided=0).block("religion").rows
    assert [(row.label, row.count) for row in rows] == [("Không theo tôn giáo", 1), ("Cao Đài", 1), ("Phật giáo", 3)]


def test_only_the_committee_that_stands_in_the_report_signs_it(congress, people):
    with pytest.raises(RuleBroken, match="không ở trong Ban Thẩm tra"):
        sign(congress, explained(make_report(congress)), by="Người ngoài")
    report = explained(make_report(congress))
    people[0].status, people[0].status_reason = Status.REPLACED, Reason.HEALTH
    actions.drop_member(congress, people[0].id, actor=Somebody)
    with pytest.raises(RuleBroken, match="đã được thay thế"):
        sign(congress, report)
    with pytest.raises(RuleBroken, match="chưa có Trưởng ban"):
        sign(congress, explained(make_report(congress)))


def test_before_the_congress_the_convening_committee_reports_and_an_excuse_is_no_contradiction(congress, people):
    people[1].status, people[1].status_reason = Status.ABSENT, Reason.HEALTH
    report = make_report(congress, moment=Moment.BEFORE)
    assert "Nguyễn Thị Hòa, Trưởng ban" not in html_of(printouts.report(report))
    one = line(status=Status.ABSENT, status_reason=Reason.HEALTH)
    assert not contradictions(figures_of([one, line()], day=OPENING, decided=0), Typed(), [one], [])
    sign(congress, explained(report), by="Bí thư Đảng ủy")


@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2025, 8, 11), date(2125, 1, 1)])
def test_a_report_is_not_adopted_before_its_day_or_in_the_future(congress, people, day):
    report = explained(make_report(congress))
    sign(congress, report)
    with pytest.raises(RuleBroken, match="Ngày thông qua"):
        actions.adopt(congress, report, actor=Somebody, version=None, day=day, today=date(2025, 8, 12))
    assert congress.credentials_adopted_on is None


def test_a_long_explanation_is_refused_and_not_cut(congress, people):
    report = make_report(congress)
    key = report.contradictions[0]["key"]
    with pytest.raises(RuleBroken, match="không được dài quá"):
        actions.explain(report, actor=Somebody, version=None, explanations={key: "a" * 1001})

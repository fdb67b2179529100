"""A credentials report once took any line for a person, hid what had not come in, was adopted before the congress."""

from datetime import date

import pytest

from congress.credentials import printouts
from congress.credentials.actions import reports as actions
from congress.credentials.rules.refused import refused
from congress.credentials.vocabulary import CommitteeRole, CountedOn, Moment
from congress.database import db
from congress.delegates.vocabulary import Review, Status
from congress.journal import queries as journal
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken
from congress.web.access import Role
from tests.factories import Somebody, make_delegate, make_report, make_unit

PEOPLE = [
    ("1", "Nguyễn Thị Hòa", "Chi bộ ấp 1", "1970"),
    ("2", "Lê Anh", "Chi bộ ấp 1", "1971"),
    ("3", "Lê Ánh", "Chi bộ ấp 2", "1972"),
    ("4", "Trần Văn Nam", "Chi bộ ấp 1", "1973"),
    ("5", "Trần Văn Nam", "Chi bộ ấp 2", "1974"),
]


@pytest.mark.parametrize(
    ("text", "count", "strangers"),
    [
        ("", 0, 0),
        ("Nguyễn Thị Hoà, chi bộ ấp 1: đang bị xem xét kỷ luật", 1, 0),
        ("nguyen thi hoa", 1, 0),
        ("Đồng chí Lê Ánh do đồng chí Nguyễn Thị Hòa phản ánh", 1, 0),
        ("Lê Anh\nLê Ánh", 2, 0),
        ("le anh", 0, 1),
        ("Trần Văn Nam", 0, 1),
        ("Trần Văn Nam, chi bộ ấp 2", 1, 0),
        ("Nguyễn Thị Hòa, lý do một\nNguyễn Thị Hòa, lý do hai", 1, 0),
        ("Không có trường hợp nào", 0, 1),
        ("Nguyễn Thị Hòatt", 0, 1),
    ],
)
def test_only_a_line_that_names_one_summoned_delegate_counts(text, count, strangers):
    found = refused(text, PEOPLE)
    assert (found.count, len(found.strangers)) == (count, strangers)


@pytest.fixture
def people(congress):
    """Three received official delegates of one cell, the first of them head of the credentials committee."""
    congress.official_total = 3
    unit = make_unit(congress, name="Chi bộ ấp Một", official_quota=3)
    names = ("Nguyễn Thị Hòa", "K'Brơi", "Trần Thị Ánh")
    found = [make_delegate(congress, unit, name, review=Review.RECEIVED) for name in names]
    actions.name_member(congress, found[0], actor=Somebody, role=CommitteeRole.HEAD)
    return found


def url(congress, report, tail=""):
    return f"/{congress.slug}/credentials/reports/{report.id}{tail}"


def signed(congress, by="Nguyễn Thị Hòa", **fields):
    report = make_report(congress, **fields)
    said = {each["key"]: "Giải thích: đã đối chiếu." for each in report.contradictions}
    actions.explain(report, actor=Somebody, version=None, explanations=said)
    actions.sign(congress, report, actor=Somebody, version=None, signed_by=by)
    return report


def test_every_page_and_the_paper_ask_to_recognise_the_same_number(congress, people, sign_in):
    people[1].status = Status.PRESENT
    db.session.flush()
    report = make_report(congress, counted_on=CountedOn.PRESENT)
    text = "Trần Thị Ánh, chi bộ ấp Một: đang bị truy tố\nKhông rõ ai"
    said = {each["key"]: "Đã đối chiếu" for each in report.contradictions}
    actions.explain(report, actor=Somebody, version=None, explanations=said, not_recognised=text)
    client = sign_in(Role.OFFICE)
    assert report.qualified == 2
    page = client.get(url(congress, report)).text
    assert "công nhận tư cách 2 trong 3 đại biểu được triệu tập; không công nhận 1" in page
    signing = client.get(url(congress, report, "/sign")).text
    assert "đề nghị công nhận 2" in signing
    assert "Dòng “Không rõ ai” không khớp" in signing
    paper = html_of(printouts.report(report))
    assert "công nhận tư cách của 02 đại biểu" in paper
    assert "không công nhận tư cách 01 đồng chí: Trần Thị Ánh" in paper
    assert "Không rõ ai" not in paper
    with pytest.raises(RuleBroken, match="Dòng “Không rõ ai”"):
        actions.sign(congress, report, actor=Somebody, version=None, signed_by="Nguyễn Thị Hòa")
    known = text.splitlines()[0]
    actions.explain(report, actor=Somebody, version=None, explanations=said, not_recognised=known)
    actions.sign(congress, report, actor=Somebody, version=None, signed_by="Nguyễn Thị Hòa")
    assert "công nhận tư cách 2 đại biểu" in client.get(url(congress, report, "/adopt")).text


def test_what_has_not_been_received_or_sent_is_a_difference_to_explain(congress, people, sign_in):
    assert not make_report(congress).contradictions
    people[1].review = Review.SENT
    make_unit(congress, name="Chi bộ ấp Hai", official_quota=0, alternate_quota=1)
    late = make_unit(congress, name="Chi bộ ấp Ba", official_quota=1)
    page = sign_in(Role.OFFICE).get(url(congress, make_report(congress))).text
    assert "Được triệu tập 3, Tiểu ban Nhân sự mới nhận 2; 1 đại biểu chưa được nhận." in page
    assert f"2 chi bộ phải gửi danh sách, mới có 1 chi bộ gửi; chưa gửi: {late.name}." in page
    assert "mọi con số khớp nhau" not in page


def test_a_report_before_the_congress_is_never_adopted(congress, people, sign_in):
    report = signed(congress, by="Bí thư", moment=Moment.BEFORE)
    with pytest.raises(RuleBroken, match="không do Đại hội thông qua"):
        actions.adopt(congress, report, actor=Somebody, version=None, day=report.day, today=report.day)
    assert "Ghi việc thông qua" not in sign_in(Role.OFFICE).get(url(congress, report)).text


def test_no_report_is_adopted_before_the_first_day_of_the_congress(congress, people):
    report = signed(congress, moment=Moment.PREPARATORY, day=date(2025, 7, 20))
    with pytest.raises(RuleBroken, match="ngày đầu của Đại hội"):
        actions.adopt(congress, report, actor=Somebody, version=None, day=date(2025, 7, 20), today=date(2025, 7, 22))
    assert congress.credentials_adopted_on is None
    actions.adopt(congress, report, actor=Somebody, version=None, day=date(2025, 8, 11), today=date(2025, 8, 12))


def test_the_form_asks_for_the_one_who_signs_that_paper(congress, people, sign_in):
    client = sign_in(Role.OFFICE)
    before = client.get(url(congress, make_report(congress, moment=Moment.BEFORE), "/sign")).text
    assert "Người ký (Bí thư)" in before
    assert "Nguyễn Thị Hòa" not in before
    people[2].person.post = "Bí thư Đảng ủy xã"
    db.session.flush()
    before = client.get(url(congress, make_report(congress, moment=Moment.BEFORE), "/sign")).text
    assert 'value="Trần Thị Ánh"' in before
    assert 'value="Nguyễn Thị Hòa"' in client.get(url(congress, make_report(congress), "/sign")).text


def test_the_history_of_a_report_has_its_own_words(congress, people, sign_in):
    report = make_report(congress)
    page = sign_in(Role.OFFICE).get(url(congress, report)).text
    history = page[page.index('class="history"') :]
    assert "Số được triệu tập" in history
    assert "đại biểu được triệu tập" in history
    for wrong in ("summoned", "Chốt số liệu", "Số dự họp", "counted_on"):
        assert wrong not in history
    assert journal.history_of(congress.id, report.id)


def test_the_list_of_reports_tells_differences_inside_from_changes_since(congress, people, sign_in):
    make_report(congress)
    home = f"/{congress.slug}/credentials/"
    client = sign_in(Role.OFFICE)
    page = client.get(home).text
    assert "Chênh lệch trong báo cáo" in page
    assert "như cũ" in page
    people[2].status = Status.NOT_SUMMONED
    assert "con số nay khác" in client.get(home).text


def test_a_signed_report_no_longer_asks_for_explanations_nor_says_the_word_twice(congress, people, sign_in):
    congress.official_total = 9
    report = signed(congress)
    assert "hãy giải thích" not in sign_in(Role.OFFICE).get(url(congress, report)).text
    paper = html_of(printouts.report(report))
    assert "Giải thích: đã đối chiếu." in paper
    assert "Giải thích: Giải thích" not in paper


def test_the_english_page_has_english_figures_and_the_paper_none(congress, people, sign_in):
    report = make_report(congress)
    client = sign_in(Role.OFFICE)
    client.post("/language", data={"language": "en"})
    page = client.get(url(congress, report)).text
    for vietnamese in ("Giới tính", "Dưới 30 tuổi", "10 – 19 năm", "Trưởng ấp, thôn", "Lý luận chính trị"):
        assert vietnamese not in page
    assert "Under 30 years" in page
    assert "Dưới 30 tuổi" in html_of(printouts.report(report))


def test_taking_back_a_decision_that_has_changed_leads_back_to_its_page(congress, people, sign_in):
    address = f"/{congress.slug}/credentials/checks/{people[1].id}"
    answer = sign_in(Role.OFFICE).post(f"{address}/undo", data={"version": "1"}, follow_redirects=True)
    assert answer.request.path == address
    assert "Chưa có kết luận nào để rút" in answer.text

"""The way of a document to the congress: recorded by people, never by the program, and never blocked for its order."""

from datetime import date, timedelta
from typing import Any

import pytest

from congress.database import db
from congress.drafts import actions, queries
from congress.drafts.printouts import progress_paper
from congress.drafts.rules import path as rules
from congress.drafts.rules.path import Asked, Drawn, Step
from congress.drafts.vocabulary import DocumentKind, DocumentLevel, PathState
from congress.journal import queries as journal
from congress.printing.html import html_of
from congress.shared.problems import RuleBroken, StaleEdit
from congress.web.access import Role
from tests.factories import Somebody, make_document, make_round, make_unit, make_version

P = PathState
OWN = rules.path_of(DocumentKind.POLITICAL_REPORT, DocumentLevel.OWN)
TODAY = date(2025, 7, 22)


def said(path: Any, *steps: Step[str]) -> list[str]:
    return [each.message % dict(each.details) for each in rules.remarks(path, steps, TODAY)]


def test_the_action_programme_ends_discussed_and_every_other_document_adopted():
    assert OWN[-1] is P.ADOPTED
    assert rules.path_of(DocumentKind.ACTION_PROGRAMME, DocumentLevel.OWN)[-1] is P.DISCUSSED


def test_a_document_of_a_level_above_is_only_received_consulted_on_and_answered():
    for level in (DocumentLevel.PROVINCE, DocumentLevel.CENTRAL):
        assert rules.path_of(DocumentKind.POLITICAL_REPORT, level) == (P.RECEIVED, P.CONSULTATION, P.SENT_UP)


def test_a_path_in_order_has_nothing_odd_about_it():
    steps = [Step(state, date(2025, 5, 1 + place)) for place, state in enumerate(OWN[:4])]
    assert said(OWN, *steps) == []


def test_what_was_skipped_is_named_and_shown_as_skipped():
    steps = [Step(P.DRAFT, date(2025, 5, 1)), Step(P.COMMITTEE, date(2025, 6, 1))]
    assert "Chưa ghi bước “Đang lấy ý kiến”." in said(OWN, *steps)
    shown = {each.state: each for each in rules.stations(OWN, steps)}
    assert shown[P.CONSULTATION].passed and shown[P.CONSULTATION].step is None
    assert shown[P.COMMITTEE].current and not shown[P.APPRAISAL].passed


def test_days_out_of_order_days_to_come_and_missing_papers_are_said():
    odd = said(OWN, Step(P.COMMITTEE, date(2025, 7, 2)), Step(P.APPRAISAL, date(2025, 7, 1)))
    assert any("trước ngày của bước ghi liền trước" in each for each in odd)
    assert "“Đã gửi cấp trên duyệt” chưa ghi số văn bản." in odd
    assert any("một ngày chưa tới" in each for each in said(OWN, Step(P.DRAFT, TODAY + timedelta(days=1))))


def test_a_further_draft_after_a_consultation_is_no_return_but_one_after_the_committee_is():
    assert not rules.goes_back(OWN, P.CONSULTATION, P.DRAFT)
    assert not rules.goes_back(OWN, P.REVISED, P.CONSULTATION)
    assert rules.goes_back(OWN, P.RETURNED, P.DRAFT)


def test_after_a_return_the_later_stations_are_open_again():
    steps = [Step(P.DRAFT), Step(P.COMMITTEE), Step(P.APPRAISAL, paper="1-TTr/ĐU"), Step(P.DRAFT, reason="Viết lại")]
    shown = {each.state: each for each in rules.stations(OWN, steps)}
    assert shown[P.DRAFT].current
    assert shown[P.COMMITTEE].step is None and not shown[P.COMMITTEE].passed


def test_an_open_round_and_a_new_version_are_proposed_until_they_are_recorded():
    drawn = [Drawn("v1", 1, date(2025, 7, 1))]
    asked = [Asked("v1", "Đợt 1", date(2025, 7, 10), date(2025, 7, 30))]
    states = [each.state for each in rules.proposals(OWN, [], drawn, asked, TODAY)]
    assert states == [P.DRAFT, P.CONSULTATION]
    steps = [Step(P.DRAFT, date(2025, 7, 1), "v1"), Step(P.CONSULTATION, date(2025, 7, 10), "v1")]
    assert rules.proposals(OWN, steps, drawn, asked, TODAY) == []


def test_a_version_after_a_round_is_proposed_as_the_revised_text():
    drawn = [Drawn("v1", 1, date(2025, 6, 1)), Drawn("v2", 2, date(2025, 7, 20))]
    asked = [Asked("v1", "Đợt 1", date(2025, 6, 10), date(2025, 7, 1))]
    found = rules.proposals(OWN, [Step(P.CONSULTATION, date(2025, 6, 10), "v1")], drawn, asked, TODAY)
    assert [(each.state, each.draft) for each in found] == [(P.REVISED, "v2")]


def test_a_closed_round_of_somebody_elses_document_proposes_nothing():
    asked = [Asked("other", "Đợt 1", date(2025, 7, 10), date(2025, 7, 30))]
    assert rules.proposals(OWN, [], [], asked, TODAY) == []


def record(document: Any, state: PathState, **fields: Any) -> Any:
    step = actions.record_step(document, actor=Somebody, version=None, state=state, **fields)
    db.session.flush()
    return step


def test_going_back_wants_a_reason_and_keeps_it_in_the_journal(congress):
    document = make_document(congress)
    record(document, P.RETURNED, day=TODAY, paper="32-TB/TU")
    with pytest.raises(RuleBroken) as broken:
        record(document, P.DRAFT, day=TODAY)
    assert broken.value.field == "reason"
    record(document, P.DRAFT, day=TODAY, reason="Viết lại phần thứ hai theo kết luận")
    assert document.state is P.DRAFT
    assert journal.history_of(congress.id, document.id)[0].reason == "Viết lại phần thứ hai theo kết luận"


def test_two_people_who_record_a_step_at_once_do_not_record_it_twice(congress):
    document = make_document(congress)
    seen = document.version
    actions.record_step(document, actor=Somebody, version=seen, state=P.DRAFT)
    db.session.flush()
    with pytest.raises(StaleEdit):
        actions.record_step(document, actor=Somebody, version=seen, state=P.DRAFT)


def test_only_the_last_step_can_be_taken_back_and_the_document_returns(congress):
    document = make_document(congress)
    first, second = record(document, P.OUTLINE), record(document, P.DRAFT)
    with pytest.raises(RuleBroken):
        actions.remove_last_step(document, first, actor=Somebody)
    actions.remove_last_step(document, second, actor=Somebody)
    db.session.flush()
    assert document.state is P.OUTLINE
    assert [each.state for each in queries.steps(document)] == [P.OUTLINE]


def test_a_step_stays_when_the_version_it_speaks_of_is_taken_back(congress):
    document = make_document(congress)
    version = make_version(document)
    step = record(document, P.DRAFT, draft_id=version.id)
    actions.take_back(version, actor=Somebody)
    db.session.flush()
    db.session.expire_all()
    assert queries.step(document, step.id).draft_id is None


def test_a_step_is_recorded_on_its_page_and_shown_on_the_documents(sign_in, congress):
    document = make_document(congress)
    version = make_version(document)
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    new = f"/{congress.slug}/drafts/{document.id}/steps/new"
    assert client.get(new).status_code == 200
    form = {
        "version": str(document.version),
        "state": "path_appraisal",
        "day": "20/7/2025",
        "draft_id": str(version.id),
        "body": "Ban Thường vụ Đảng ủy",
        "paper": "15-TTr/ĐU",
        "paper_on": "20/7/2025",
        "note": "Về việc duyệt nội dung Đại hội",
    }
    page = client.post(new, data=form, follow_redirects=True).text
    for expected in ("15-TTr/ĐU", "Ban Thường vụ Đảng ủy", "Về việc duyệt nội dung Đại hội", 'aria-current="step"'):
        assert expected in page
    assert "Chưa ghi bước “Đang lấy ý kiến”." in page, "odd, and yet recorded"
    listing = client.get(f"/{congress.slug}/drafts/").text
    assert "15-TTr/ĐU" in listing and "Đã gửi cấp trên duyệt" in listing


def test_a_refused_step_shows_again_what_was_typed(sign_in, congress):
    document = make_document(congress)
    record(document, P.RETURNED)
    new = f"/{congress.slug}/drafts/{document.id}/steps/new"
    form = {"version": "2", "state": "path_draft", "day": "32/7/2025", "body": "Tổ Biên tập K'Brơi", "draft_id": ""}
    page = sign_in(Role.DOCUMENTS_SECRETARY).post(new, data=form).text
    assert "Tổ Biên tập K&#39;Brơi" in page and 'value="32/7/2025"' in page
    assert len(queries.steps(document)) == 1


def test_the_list_is_filtered_by_step_and_shows_the_levels_above_apart(sign_in, congress):
    make_document(congress, title="Báo cáo chính trị của xã")
    above = make_document(congress, title="Dự thảo văn kiện Đại hội XIV", level=DocumentLevel.CENTRAL)
    record(above, P.RECEIVED)
    client = sign_in(Role.READER)
    page = client.get(f"/{congress.slug}/drafts/").text
    assert (
        page.index("Báo cáo chính trị của xã") < page.index("Dự thảo văn kiện của cấp trên") < page.index("Đại hội XIV")
    )
    narrowed = client.get(f"/{congress.slug}/drafts/?state=path_received").text
    assert "Đại hội XIV" in narrowed and "Báo cáo chính trị của xã" not in narrowed


def test_a_document_named_superior_belongs_to_a_level_above(sign_in, congress):
    data = {"kind": "superior_document", "level": "level_own", "title": "Dự thảo XIV"}
    client = sign_in(Role.DOCUMENTS_SECRETARY)
    assert "hãy chọn cấp tỉnh hoặc toàn quốc" in client.post(f"/{congress.slug}/drafts/new", data=data).text
    answer = client.post(f"/{congress.slug}/drafts/new", data=data | {"level": "level_central"})
    assert answer.status_code == 302


def test_an_open_round_is_proposed_on_the_documents_page_and_changes_nothing_by_itself(sign_in, congress):
    document = make_document(congress, level=DocumentLevel.PROVINCE)
    make_unit(congress)
    round_ = make_round(congress, make_version(document))
    page = sign_in(Role.DOCUMENTS_SECRETARY).get(f"/{congress.slug}/drafts/{document.id}").text
    assert f"Đợt góp ý “{round_.title}” đang mở" in page
    assert "state=path_consultation" in page
    assert document.state is None


def test_whoever_only_reads_sees_the_path_and_can_record_nothing(sign_in, congress):
    document = make_document(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=make_unit(congress))
    assert "Tiến độ của văn kiện" in client.get(f"/{congress.slug}/drafts/{document.id}").text
    assert client.get(f"/{congress.slug}/drafts/{document.id}/steps/new").status_code == 403


def test_the_paper_of_progress_names_every_document_its_step_and_its_paper(congress):
    report = make_document(congress, title="Báo cáo chính trị")
    make_version(report, number=1, dated=date(2025, 7, 15))
    record(report, P.APPRAISAL, day=date(2025, 7, 20), paper="15-TTr/ĐU", paper_on=date(2025, 7, 20))
    make_document(congress, kind=DocumentKind.ACTION_PROGRAMME, title="Chương trình hành động")
    make_document(congress, level=DocumentLevel.CENTRAL, title="Dự thảo XIV")
    html = html_of(progress_paper(congress, queries.documents(congress.id), today=TODAY))
    for expected in (
        "Lần 1, 15/7/2025",
        "Đã gửi cấp trên duyệt",
        "15-TTr/ĐU, 20/7/2025",
        "Có kết luận duyệt",
        "thảo luận, không biểu quyết",
        "Dự thảo văn kiện của cấp trên",
    ):
        assert expected in html, expected

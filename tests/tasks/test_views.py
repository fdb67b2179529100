"""The pages of tasks: what they keep, what they show, whom they let in."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest

from congress.congresses import actions as congresses
from congress.database import db
from congress.journal import queries as journal
from congress.printing.html import html_of
from congress.shared import clock
from congress.subcommittees.vocabulary import MemberRole, SubcommitteeKind
from congress.tasks import printouts
from congress.tasks.actions import tasks as actions
from congress.tasks.actions import template as template_actions
from congress.tasks.queries import tasks as queries
from congress.tasks.vocabulary import Condition, TaskState
from congress.units import actions as units
from congress.web.access import Role
from tests.factories import Somebody, make_congress, make_subcommittee, make_task, make_unit

PDF = b"%PDF-1.7 mot tep"
SECRETARY = {"name": "Nguyễn Thị Hoà", "post": "Văn phòng", "phone": "0900 000 111", "role": MemberRole.SECRETARY}


@pytest.fixture(autouse=True)
def opening_is_thirty_days_away(congress):
    congress.opens_on = clock.today() + timedelta(days=30)
    congress.closes_on = congress.opens_on + timedelta(days=1)


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/tasks/{path}"


def tasks(congress: Any) -> dict[str, Any]:
    db.session.expire_all()
    return {task.title: task for task in queries.rows(congress.id)}


def form(**fields: Any) -> dict[str, Any]:
    return {"title": "In thẻ", "product": "Thẻ", "state": "task_todo", "due_on": "5/8/2025"} | fields


@pytest.fixture
def service(congress):
    return make_subcommittee(congress, SECRETARY, name="Tiểu ban Tổ chức phục vụ", kind=SubcommitteeKind.SERVICE)


def test_a_task_is_added_with_who_leads_and_who_joins(sign_in, congress, service):
    other = make_subcommittee(congress, name="Tiểu ban Nhân sự", kind=SubcommitteeKind.PERSONNEL)
    client = sign_in(Role.OFFICE)
    member = service.people[0].id
    sent = form(subcommittee_id=str(service.id), lead_id=str(member), joins=[f"body:{other.id}"], others="Công an xã")
    assert client.post(url(congress, "new"), data=sent).status_code == 302
    page = client.get(url(congress)).text
    for words in ("In thẻ", "Nguyễn Thị Hoà", "Nhân sự, Công an xã", "05/8/2025"):
        assert words in page, words


def test_tasks_that_wait_in_a_circle_are_refused_by_name_and_what_was_typed_stays(sign_in, congress):
    first, second = make_task(congress, title="In thẻ"), make_task(congress, title="Chốt danh sách")
    client = sign_in(Role.OFFICE)
    sent = form(version=first.version, needs=[str(second.id)])
    assert client.post(url(congress, f"{first.id}/edit"), data=sent).status_code == 302
    page = client.post(
        url(congress, f"{second.id}/edit"),
        data=form(title="Chốt danh sách mới", version=second.version, needs=[str(first.id)]),
    ).text
    assert "“Chốt danh sách mới” → “In thẻ” → “Chốt danh sách mới”" in page
    assert 'value="Chốt danh sách mới"' in page
    assert "Chốt danh sách" in tasks(congress)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"due_on": "31/2/2025"}, "không có trong lịch"),
        ({"due_on": "hôm qua"}, "Hãy"),
        ({"starts_on": "6/8/2025"}, "Hạn không thể trước ngày bắt đầu."),
        ({"title": " "}, "Cần điền mục này."),
        ({"subcommittee_id": "00000000-0000-0000-0000-000000000001"}, "không có trong danh sách"),
    ],
)
def test_impossible_days_and_rows_are_refused(sign_in, congress, fields, sentence):
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=form(**fields)).text
    assert sentence in page
    assert not tasks(congress)


def test_sub_tasks_have_no_sub_tasks_and_nothing_belongs_to_itself(sign_in, congress):
    whole = make_task(congress, title="Hội trường")
    part = make_task(congress, title="Âm thanh", parent_id=whole.id)
    client = sign_in(Role.OFFICE)
    page = client.post(url(congress, f"{whole.id}/edit"), data=form(version=whole.version, parent_id=str(part.id))).text
    assert "Lựa chọn này không có trong danh sách" in page
    other = make_task(congress, title="Cờ hoa")
    page = client.post(
        url(congress, f"{whole.id}/edit"), data=form(version=whole.version, parent_id=str(other.id))
    ).text
    assert "đang có việc nhỏ" in page
    assert "1.1" in client.get(url(congress)).text


def test_an_old_version_overwrites_nothing(sign_in, congress):
    task = make_task(congress, title="In thẻ")
    client, version, path = sign_in(Role.OFFICE), task.version, url(congress, f"{task.id}/edit")
    assert client.post(path, data=form(title="In thẻ đại biểu", version=version)).status_code == 302
    page = client.post(path, data=form(title="In huy hiệu", version=version)).text
    assert "đã sửa nội dung này" in page
    assert 'value="In huy hiệu"' in page
    assert "In thẻ đại biểu" in tasks(congress)


def test_progress_is_reported_and_a_file_kept(sign_in, congress):
    task = make_task(congress, title="In thẻ")
    client = sign_in(Role.OFFICE)
    sent = {"state": "task_done", "text": "Đã nhận thẻ từ nhà in."}
    assert client.post(url(congress, f"{task.id}"), data=sent).status_code == 302
    assert tasks(congress)["In thẻ"].done_on == clock.today()
    sent = {"file": (BytesIO(PDF), "Biên bản nhận.pdf")}
    assert client.post(url(congress, f"{task.id}/files/new"), data=sent).status_code == 302
    page = client.get(url(congress, f"{task.id}")).text
    for words in ("Đã nhận thẻ từ nhà in.", "Biên bản nhận.pdf", "Chuyển tiến độ công việc"):
        assert words in page, words
    kept = tasks(congress)["In thẻ"].files[-1].id
    assert client.get(url(congress, f"files/{kept}")).data == PDF


def test_the_template_pressed_to_thirty_days_is_taken_once(sign_in, congress, service):
    client, start = sign_in(Role.OFFICE), clock.today()
    page = client.post(url(congress, "template"), data={"start": f"{start:%d/%m/%Y}", "take": ""}).text
    assert "còn 30 ngày" in page
    assert not tasks(congress)
    sent = {"start": f"{start:%d/%m/%Y}", "take": "1"}
    assert client.post(url(congress, "template"), data=sent).status_code == 302
    found = tasks(congress)
    assert found["Ban hành kế hoạch tổ chức đại hội"].due_on == start
    assert found["Tổng duyệt"].due_on == congress.opens_on - timedelta(days=1)
    assert found["Tổng duyệt"].lead.name == "Nguyễn Thị Hoà"
    assert found["Dự toán kinh phí đại hội"].parent_id is not None
    assert "Mọi việc của kế hoạch mẫu đã có" in client.post(url(congress, "template"), data=sent).text
    assert len(tasks(congress)) == len(found)


@pytest.mark.parametrize("start", ["1/1/2030", "", "32/1/2025"])
def test_a_plan_that_begins_after_the_opening_is_refused(sign_in, congress, start):
    page = sign_in(Role.OFFICE).post(url(congress, "template"), data={"start": start, "take": "1"}).text
    assert 'role="alert"' in page
    assert not tasks(congress)


def test_a_task_completes_itself_and_opens_again_with_the_journal(sign_in, congress):
    unit = make_unit(congress, held_on=date(2025, 7, 20))
    task = make_task(congress, title="Đại hội các chi bộ", condition=Condition.CELLS_HELD)
    client = sign_in(Role.OFFICE)
    assert "1 việc đã đổi theo số liệu" in client.get(url(congress)).text
    assert tasks(congress)[task.title].state is TaskState.TODO
    assert client.post(url(congress, "settle")).status_code == 302
    assert tasks(congress)[task.title].state is TaskState.DONE
    units.change(unit, actor=Somebody, today=clock.today(), version=None, held_on=None)
    db.session.commit()
    page = client.get(url(congress, f"{task.id}")).text
    assert "Mọi chi bộ đã đại hội: chưa đạt" in page
    client.post(url(congress, "settle"))
    assert tasks(congress)[task.title].state is TaskState.DOING
    acts = [entry.act for entry in journal.history_of(congress.id, task.id)]
    assert acts[:2] == ["Công việc mở lại vì số liệu không còn đạt", "Công việc tự xong theo số liệu"]


def test_what_figures_complete_is_not_completed_by_hand(sign_in, congress):
    task = make_task(congress, condition=Condition.ALLOCATION_ISSUED)
    page = sign_in(Role.OFFICE).post(url(congress, f"{task.id}"), data={"state": "task_done", "text": "xong rồi"}).text
    assert "tự xong khi số liệu đạt" in page
    assert "xong rồi" in page
    assert tasks(congress)[task.title].state is TaskState.TODO


def test_every_condition_can_be_asked_of_an_empty_congress(congress):
    for condition in Condition:
        make_task(congress, condition=condition)
    assert {line.state for line in queries.lines(congress, clock.today())} == {TaskState.TODO}


def test_views_are_narrowed_by_body_person_timing_and_words(sign_in, congress, service):
    make_task(congress, title="Âm thanh", subcommittee_id=service.id, lead_id=service.people[0].id)
    make_task(congress, title="Tờ trình", due_on=clock.today() + timedelta(days=2))
    client = sign_in(Role.STANDING_COMMITTEE)
    for query, there, gone in (
        (f"body={service.id}", "Âm thanh", "Tờ trình"),
        ("body=office", "Tờ trình", "Âm thanh"),
        ("person=Nguyễn Thị Hòa", "Âm thanh", "Tờ trình"),
        ("timing=task_overdue", "Âm thanh", "Tờ trình"),
        ("q=am thanh", "Âm thanh", "Tờ trình"),
    ):
        for view in ("", "board", "timeline"):
            page = client.get(url(congress, f"{view}?{query}")).text
            assert there in page, (view, query)
            assert gone not in page, (view, query)


def test_a_calendar_is_read_without_signing_in_until_it_is_taken_back(sign_in, congress, service, client):
    member = service.people[0]
    make_task(congress, title="In thẻ, giấy mời", lead_id=member.id, subcommittee_id=service.id)
    office = sign_in(Role.OFFICE)
    assert office.post(url(congress, f"people/{member.id}/calendar")).status_code == 302
    feed = queries.feeds(congress.id)[member.id].id
    answer = client.get(url(congress, f"calendar/{feed}.ics"))
    assert answer.mimetype == "text/calendar"
    assert "SUMMARY:In thẻ\\, giấy mời" in answer.get_data(as_text=True).replace("\r\n ", "")
    assert client.get(f"/{make_congress().slug}/tasks/calendar/{feed}.ics").status_code == 404
    assert office.post(url(congress, f"calendar/{feed}/take-back")).status_code == 302
    assert client.get(url(congress, f"calendar/{feed}.ics")).status_code == 404


def test_a_new_address_stops_the_old_one(sign_in, congress, service, client):
    member, office = service.people[0], sign_in(Role.OFFICE)
    office.post(url(congress, f"people/{member.id}/calendar"))
    old = queries.feeds(congress.id)[member.id].id
    office.post(url(congress, f"people/{member.id}/calendar"))
    db.session.expire_all()
    assert queries.feeds(congress.id)[member.id].id != old
    assert client.get(url(congress, f"calendar/{old}.ics")).status_code == 404


def test_a_secretary_changes_what_the_own_body_leads_and_reads_the_rest(sign_in, congress, service):
    own, other = make_task(congress, subcommittee_id=service.id), make_task(congress, title="Việc của văn phòng")
    client = sign_in(Role.SERVICE_SECRETARY)
    assert client.get(url(congress, f"{other.id}")).status_code == 200
    assert client.get(url(congress, f"{other.id}/edit")).status_code == 403
    assert client.post(url(congress, f"{other.id}"), data={"state": "task_doing"}).status_code == 403
    assert client.post(url(congress, f"{own.id}"), data={"state": "task_doing"}).status_code == 302
    assert "Lựa chọn này không có trong danh sách" in client.post(url(congress, "new"), data=form()).text
    assert client.post(url(congress, "new"), data=form(subcommittee_id=str(service.id))).status_code == 302
    assert sign_in(Role.DOCUMENTS_SECRETARY).get(url(congress, f"{own.id}/edit")).status_code == 403
    assert sign_in(Role.READER).get(url(congress)).status_code == 403


def test_who_leads_a_task_cannot_leave_the_body(sign_in, congress, service):
    make_task(congress, lead_id=service.people[0].id)
    sent = {"name": service.name, "kind": "service_body", "version": str(service.version), "r0-name": ""}
    page = sign_in(Role.OFFICE).post(f"/{congress.slug}/subcommittees/{service.id}/edit", data=sent).text
    assert "Còn công việc giao cho Nguyễn Thị Hoà" in page


def test_a_removed_task_leaves_its_parts_and_frees_what_waited(sign_in, congress):
    whole = make_task(congress, title="Hội trường")
    make_task(congress, title="Âm thanh", parent_id=whole.id, needs=[])
    make_task(congress, title="Tổng duyệt", needs=[whole.id])
    client = sign_in(Role.OFFICE)
    page = client.get(url(congress, f"{whole.id}/remove")).text
    assert "1 việc nhỏ sẽ thành việc riêng" in page
    assert "1 việc đang chờ việc này" in page
    assert client.post(url(congress, f"{whole.id}/remove")).status_code == 302
    found = tasks(congress)
    assert set(found) == {"Âm thanh", "Tổng duyệt"}
    assert found["Âm thanh"].parent_id is None
    assert not found["Tổng duyệt"].needs


def test_the_papers_hold_what_the_screen_holds(congress, service):
    template_actions.take(congress, actor=Somebody, start=clock.today())
    late = make_task(congress, title="Việc chậm", subcommittee_id=service.id, due_on=clock.today() - timedelta(days=4))
    done = make_task(congress, title="Việc đã xong")
    actions.move_on(done, TaskState.DONE, actor=Somebody, today=clock.today())
    db.session.flush()
    db.session.expire_all()
    report = html_of(printouts.weekly_report(congress, today=clock.today()))
    lines = queries.lines(congress, clock.today())
    for words in ("chậm 04 ngày", "Việc đã xong", f"Tổng số {len(lines)} việc", "còn 30 ngày đến khai mạc", late.title):
        assert words in report, words
    table = html_of(printouts.assignments(congress, today=clock.today()))
    assert all(line.product in table for line in lines)
    own = html_of(printouts.assignments(congress, today=clock.today(), body="to chuc phuc vu"))
    assert "Việc chậm" in own
    assert "Việc đã xong" not in own


def test_an_opening_day_moved_is_followed_by_the_flags(congress):
    task = make_task(congress, due_on=congress.opens_on)
    congresses.change(congress, actor=Somebody, version=None, opens_on=congress.opens_on - timedelta(days=3))
    db.session.flush()
    (line,) = queries.lines(congress, clock.today())
    assert task.title == line.title
    assert "hạn sau ngày khai mạc" in [flag.label for flag in line.flags]

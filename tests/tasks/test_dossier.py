"""The dossier for appraisal and the cells' own congresses."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest

from congress.database import db
from congress.shared import clock
from congress.subcommittees.vocabulary import SubcommitteeKind
from congress.tasks.queries import cells, dossier
from congress.tasks.queries import tasks as queries
from congress.tasks.vocabulary import DossierState
from congress.web.access import Role
from tests.factories import make_dossier_item, make_subcommittee, make_unit

PDF = b"%PDF-1.7 mot tep"


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/tasks/{path}"


def item_of(congress: Any, item_id: Any) -> Any:
    db.session.expire_all()
    return dossier.one(congress.id, item_id)


def test_the_checklist_comes_with_owners_sources_and_days(sign_in, congress):
    make_subcommittee(congress, name="Tiểu ban Văn kiện", kind=SubcommitteeKind.DOCUMENTS)
    congress.opens_on = clock.today() + timedelta(days=75)
    congress.closes_on = None
    client = sign_in(Role.OFFICE)
    assert "Không đưa văn bản có dấu mật vào đây." in client.get(url(congress, "dossier/")).text
    assert client.post(url(congress, "dossier/checklist")).status_code == 302
    items = {item.key: item for item in dossier.listed(congress.id)}
    assert len(items) == 14
    assert items["political"].body.name == "Tiểu ban Văn kiện"
    assert items["political"].due_on == congress.opens_on - timedelta(days=21)
    assert items["budget"].source.endswith("[C]")
    assert "đã ở trong hồ sơ" in client.post(url(congress, "dossier/checklist")).text


def test_a_paper_goes_up_with_its_versions_and_comes_back_with_tasks(sign_in, congress):
    body = make_subcommittee(congress, name="Tiểu ban Văn kiện", kind=SubcommitteeKind.DOCUMENTS)
    item = make_dossier_item(congress, name="Dự thảo Báo cáo chính trị", subcommittee_id=body.id)
    assert item.state is DossierState.DRAFT
    client, path = sign_in(Role.DOCUMENTS_SECRETARY), url(congress, f"dossier/{item.id}")
    sent = {"file": (BytesIO(PDF), "Báo cáo chính trị lần 3.pdf")}
    assert client.post(f"{path}/versions/new", data=sent).status_code == 302
    item = item_of(congress, item.id)
    assert item.number == 2
    assert client.get(url(congress, f"dossier/versions/{item.files[0].id}")).data == PDF
    assert client.post(path, data={"state": "paper_sent", "version": item.version}).status_code == 302
    assert item_of(congress, item.id).sent_on == clock.today()
    back = {
        "on": "25/7/2025",
        "due_on": "30/7/2025",
        "conclusions": "- Rút gọn phần II\n- Bổ sung số liệu chuyển đổi số",
    }
    assert client.post(f"{path}/return", data=back).status_code == 302
    item = item_of(congress, item.id)
    assert item.state is DossierState.RETURNED
    assert [(task.title, task.due_on, task.subcommittee_id) for task in item.conclusions] == [
        ("Rút gọn phần II", date(2025, 7, 30), body.id),
        ("Bổ sung số liệu chuyển đổi số", date(2025, 7, 30), body.id),
    ]
    assert "Kết luận của tổ công tác, ngày 25/7/2025" in client.get(url(congress, str(item.conclusions[0].id))).text
    assert "0/2 đã xong" in client.get(url(congress, "dossier/")).text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"conclusions": " \n"}, "Cần điền mục này."),
        ({"conclusions": "-\n-"}, "Hãy ghi ít nhất một kết luận"),
        ({"due_on": "1/7/2025"}, "Hạn sửa không thể trước ngày có kết luận."),
        ({"conclusions": "dài " * 100}, "dài quá 300 ký tự"),
    ],
)
def test_conclusions_that_cannot_be_are_refused_and_stay_typed(sign_in, congress, fields, sentence):
    item = make_dossier_item(congress)
    sent = {"on": "25/7/2025", "due_on": "30/7/2025", "conclusions": "Rút gọn"} | fields
    page = sign_in(Role.OFFICE).post(url(congress, f"dossier/{item.id}/return"), data=sent).text
    assert sentence in page
    assert not queries.rows(congress.id)
    assert item_of(congress, item.id).state is DossierState.DRAFT


def test_the_personnel_scheme_takes_no_file(sign_in, congress):
    client = sign_in(Role.OFFICE)
    client.post(url(congress, "dossier/checklist"))
    secret = next(item for item in dossier.listed(congress.id) if item.key == "personnel")
    sent = {"file": (BytesIO(PDF), "Đề án.pdf")}
    page = client.post(url(congress, f"dossier/{secret.id}/versions/new"), data=sent).text
    assert "không lưu trong chương trình" in page
    moved = {"state": "paper_sent", "version": secret.version}
    assert client.post(url(congress, f"dossier/{secret.id}"), data=moved).status_code == 302


def test_a_paper_without_a_file_is_not_sent_and_one_with_a_file_is_not_dropped(sign_in, congress):
    client = sign_in(Role.OFFICE)
    client.post(url(congress, "dossier/new"), data={"name": "Dự toán"})
    (item,) = dossier.listed(congress.id)
    page = client.post(url(congress, f"dossier/{item.id}"), data={"state": "paper_sent", "version": "1"}).text
    assert "Chưa có tệp nào của tài liệu này" in page
    kept = make_dossier_item(congress)
    assert "không bỏ khỏi hồ sơ được" in client.post(url(congress, f"dossier/{kept.id}/remove")).text
    assert client.post(url(congress, f"dossier/{item.id}/remove")).status_code == 302
    assert len(dossier.listed(congress.id)) == 1


def test_another_bodys_paper_is_not_moved(sign_in, congress):
    item = make_dossier_item(congress)
    client = sign_in(Role.SERVICE_SECRETARY)
    assert client.get(url(congress, f"dossier/{item.id}")).status_code == 200
    assert client.post(url(congress, f"dossier/{item.id}"), data={"state": "paper_sent"}).status_code == 403
    assert client.get(url(congress, f"dossier/{item.id}/return")).status_code == 403


def test_a_cell_reports_its_own_congress_and_no_other(sign_in, congress):
    unit, other = make_unit(congress, name="Chi bộ ấp Một"), make_unit(congress, name="Chi bộ ấp Hai")
    other.planned_on = clock.today() - timedelta(days=2)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    sent = {
        "planned_on": "",
        "held_on": "20/7/2025",
        "place": "Nhà văn hóa ấp",
        "attended": "25",
        "result": "Bầu bí thư",
    }
    assert client.post(url(congress, f"cells/{unit.id}"), data=sent).status_code == 302
    page = client.get(url(congress, "cells")).text
    assert "Chi bộ ấp Một" in page
    assert "Chi bộ ấp Hai" not in page
    assert client.get(url(congress, f"cells/{other.id}")).status_code == 404
    report = cells.report(congress.id, unit.id)
    assert (report.attended, report.result) == (25, "Bầu bí thư")
    page = sign_in(Role.STANDING_COMMITTEE).get(url(congress, "cells?state=cell_late")).text
    assert "Chi bộ ấp Hai" in page
    assert "1/2 chi bộ đã đại hội" in page


def test_a_congress_in_the_future_or_with_too_many_members_is_refused(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.OFFICE)
    tomorrow = clock.today() + timedelta(days=1)
    page = client.post(url(congress, f"cells/{unit.id}"), data={"held_on": f"{tomorrow:%d/%m/%Y}"}).text
    assert "không thể sau hôm nay" in page
    page = client.post(url(congress, f"cells/{unit.id}"), data={"attended": "28", "held_on": "20/7/2025"}).text
    assert "nhiều hơn số đảng viên" in page
    assert cells.report(congress.id, unit.id) is None

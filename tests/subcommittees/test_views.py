"""The pages of subcommittees: what they keep and what they show."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest

from congress.database import db
from congress.printing.html import html_of
from congress.subcommittees import actions, printouts, queries
from congress.subcommittees.vocabulary import MemberRole
from congress.web.access import Role
from tests.factories import Somebody, make_congress, make_subcommittee

FORM = {
    "name": "Tiểu ban Văn kiện",
    "kind": "documents_body",
    "decision_number": "12-QĐ/ĐU",
    "decision_date": "5/6/2025",
}
HEAD = {"name": "Lê Thị Anh", "post": "Bí thư Đảng ủy", "phone": "0912 345 678", "role": "body_head"}
MEMBER = {"name": "Trần Văn Bình", "post": "Văn phòng Đảng ủy", "phone": "", "role": "body_member"}
PERSON = {"name": "Lê Thị Anh", "post": "Bí thư", "phone": "", "role": MemberRole.HEAD}


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/subcommittees/{path}"


def people(*rows: dict[str, str]) -> dict[str, str]:
    return {f"r{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}


def bodies(congress: Any) -> Any:
    db.session.expire_all()
    return queries.listed(congress.id)


def test_a_subcommittee_is_founded_with_its_people(sign_in, congress):
    client = sign_in(Role.OFFICE)
    answer = client.post(url(congress, "new"), data=FORM | people(HEAD, MEMBER, {"name": ""}))
    assert answer.status_code == 302
    (body,) = bodies(congress)
    assert (body.head, body.secretary, len(body.people)) == ("Lê Thị Anh", "", 2)
    page = client.get(url(congress)).text
    assert "12-QĐ/ĐU, 05/6/2025" in page
    assert "Lê Thị Anh" in page
    page = client.get(url(congress, str(body.id))).text
    assert "0912 345 678" in page
    assert "Văn phòng Đảng ủy" in page


def test_a_second_head_is_refused_in_its_row_and_what_was_typed_stays(sign_in, congress):
    page = (
        sign_in(Role.OFFICE).post(url(congress, "new"), data=FORM | people(HEAD, MEMBER | {"role": "body_head"})).text
    )
    assert "Chỉ một người là Trưởng" in page
    assert 'value="Trần Văn Bình"' in page
    assert 'value="12-QĐ/ĐU"' in page
    assert not bodies(congress)


def test_a_row_without_a_name_is_refused(sign_in, congress):
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=FORM | people(MEMBER | {"name": ""})).text
    assert "Cần điền mục này." in page
    assert 'value="Văn phòng Đảng ủy"' in page


def test_two_subcommittees_cannot_share_a_name(sign_in, congress):
    make_subcommittee(congress, name=FORM["name"])
    page = sign_in(Role.OFFICE).post(url(congress, "new"), data=FORM).text
    assert "Tên: Đã có tiểu ban mang tên này." in page


def test_a_person_who_stays_keeps_the_row_and_an_emptied_row_goes(sign_in, congress):
    body = make_subcommittee(congress, PERSON, PERSON | {"name": "Võ Minh Đức", "role": MemberRole.MEMBER})
    kept = body.people[0].id
    form = FORM | {"version": str(body.version)} | people(MEMBER, HEAD, {"name": "", "post": "", "phone": ""})
    client = sign_in(Role.OFFICE)
    assert client.post(url(congress, f"{body.id}/edit"), data=form).status_code == 302
    (body,) = bodies(congress)
    assert [member.name for member in body.people] == ["Trần Văn Bình", "Lê Thị Anh"]
    assert body.people[1].id == kept
    page = client.get(url(congress, str(body.id))).text
    assert "Võ Minh Đức (Thành viên, Bí thư)" in page
    assert "Sửa tiểu ban" in page


def test_an_edit_of_an_old_version_overwrites_nothing_even_when_only_people_changed(sign_in, congress):
    body = make_subcommittee(congress, name=FORM["name"])
    client = sign_in(Role.OFFICE)
    path = url(congress, f"{body.id}/edit")
    first = {"name": FORM["name"], "kind": "other_body", "version": str(body.version)}
    assert client.post(path, data=first | people(HEAD)).status_code == 302
    page = client.post(path, data=first | people(MEMBER)).text
    assert "đã sửa nội dung này" in page
    assert 'value="Trần Văn Bình"' in page
    assert [member.name for member in bodies(congress)[0].people] == ["Lê Thị Anh"]


def test_support_groups_have_their_own_head_and_decision(sign_in, congress):
    body = make_subcommittee(congress, PERSON)
    client = sign_in(Role.OFFICE)
    form = {"name": "Tổ An ninh trật tự", "decision_number": "15-QĐ/TBPV"} | people(HEAD | {"name": "Võ Minh Đức"})
    assert client.post(url(congress, f"{body.id}/groups/new"), data=form).status_code == 302
    page = client.post(url(congress, f"{body.id}/groups/new"), data=form).text
    assert "Tên: Đã có tổ mang tên này." in page
    (body,) = bodies(congress)
    (group,) = body.groups
    assert group.head == "Võ Minh Đức"
    assert [member.name for member in body.people] == ["Lê Thị Anh"]
    edited = {"name": "Tổ An ninh", "version": "1"} | people(MEMBER)
    assert client.post(url(congress, f"groups/{group.id}/edit"), data=edited).status_code == 302
    page = client.get(url(congress, str(body.id))).text
    assert "Tổ An ninh" in page
    assert "Trần Văn Bình" in page
    assert "cùng danh sách 1 người" in client.get(url(congress, f"groups/{group.id}/remove")).text
    assert client.post(url(congress, f"groups/{group.id}/remove")).status_code == 302
    assert not bodies(congress)[0].groups
    assert [member.name for member in bodies(congress)[0].people] == ["Lê Thị Anh"]


def test_a_subcommittee_goes_with_its_groups_after_a_page_that_counts(sign_in, congress):
    body = make_subcommittee(congress, PERSON)
    actions.found_group(body, actor=Somebody, name="Tổ Lễ tân", people=[PERSON])
    client = sign_in(Role.OFFICE)
    assert "danh sách 1 người và 1 tổ giúp việc" in client.get(url(congress, f"{body.id}/remove")).text
    assert client.post(url(congress, f"{body.id}/remove")).status_code == 302
    assert not bodies(congress)


def test_an_empty_list_offers_the_usual_three_and_says_what_is_created(sign_in, congress):
    client = sign_in(Role.OFFICE)
    assert "Lập ba tiểu ban thường có" in client.get(url(congress)).text
    page = client.get(url(congress, "standard")).text
    assert "Sẽ lập 3 tiểu ban" in page
    assert not bodies(congress)
    assert client.post(url(congress, "standard")).status_code == 302
    assert [body.name for body in bodies(congress)] == [
        "Tiểu ban Nhân sự",
        "Tiểu ban Văn kiện",
        "Tiểu ban Tổ chức phục vụ",
    ]
    assert "đã có tiểu ban" in client.post(url(congress, "standard")).text
    assert len(bodies(congress)) == 3


@pytest.mark.parametrize("role", [Role.READER, Role.SERVICE_SECRETARY])
def test_everybody_reads_and_the_office_edits(sign_in, congress, role):
    body = make_subcommittee(congress, PERSON)
    client = sign_in(role)
    assert "Lê Thị Anh" in client.get(url(congress)).text
    assert "Thêm tiểu ban" not in client.get(url(congress)).text
    for path in ("new", "standard", f"{body.id}/edit", f"{body.id}/remove", f"{body.id}/groups/new"):
        assert client.post(url(congress, path)).status_code == 403, path


def test_rows_of_another_congress_are_not_found(sign_in, congress):
    body = make_subcommittee(make_congress())
    group = actions.found_group(body, actor=Somebody, name="Tổ Lễ tân")
    client = sign_in(Role.OFFICE)
    assert client.get(url(congress, str(body.id))).status_code == 404
    for path in (
        f"{body.id}/edit",
        f"{body.id}/remove",
        f"{body.id}/groups/new",
        f"groups/{group.id}/edit",
        f"groups/{group.id}/remove",
    ):
        assert client.post(url(congress, path), data=FORM).status_code == 404, path


def test_the_list_asks_as_often_for_three_as_for_one(sign_in, congress, count_queries):
    client = sign_in(Role.OFFICE)
    actions.found_group(make_subcommittee(congress, PERSON), actor=Somebody, name="Tổ Lễ tân", people=[PERSON])
    client.get(url(congress))
    one = count_queries(lambda: client.get(url(congress)))
    for name in ("Tổ Hậu cần", "Tổ Y tế"):
        actions.found_group(make_subcommittee(congress, PERSON), actor=Somebody, name=name, people=[PERSON])
    assert count_queries(lambda: client.get(url(congress))) == one


def test_working_rules_are_kept_read_back_and_taken_away(sign_in, congress):
    body = make_subcommittee(congress, PERSON)
    client = sign_in(Role.OFFICE)
    content = b"%PDF-1.7 quy che lam viec"
    sent = {"kind": "body_rules", "file": (BytesIO(content), "Quy chế làm việc.PDF")}
    assert client.post(url(congress, f"{body.id}/files/new"), data=sent).status_code == 302
    kept = bodies(congress)[0].files[0].id
    answer = client.get(url(congress, f"files/{kept}"))
    assert answer.data == content
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="quy-che-lam-viec.pdf"')
    assert "Quy chế làm việc.pdf" in client.get(url(congress, str(body.id))).text
    assert sign_in(Role.READER).get(url(congress, f"files/{kept}")).status_code == 200
    assert sign_in(Role.READER).post(url(congress, f"files/{kept}/remove")).status_code == 403
    assert client.post(url(congress, f"files/{kept}/remove")).status_code == 302
    assert not bodies(congress)[0].files
    assert client.get(url(congress, f"files/{kept}")).status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90 a program", "Chỉ nhận tệp PDF"),
        (b"", "Tệp này trống"),
        (b"PK\x03\x04 not a package", "Chỉ nhận tệp PDF"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_do(sign_in, congress, content, sentence):
    body = make_subcommittee(congress)
    sent = {"kind": "body_plan", "file": (BytesIO(content), "Kế hoạch.pdf")}
    page = sign_in(Role.OFFICE).post(url(congress, f"{body.id}/files/new"), data=sent).text
    assert sentence in page
    assert not bodies(congress)[0].files


def test_the_load_shows_who_sits_in_several_bodies(sign_in, congress):
    make_subcommittee(congress, PERSON | {"name": "Nguyễn Thị Hoà"}, name="Tiểu ban Văn kiện")
    other = make_subcommittee(congress, PERSON | {"name": "Nguyễn Thị Hòa"}, name="Tiểu ban Nhân sự")
    actions.found_group(other, actor=Somebody, name="Tổ Lễ tân", people=[PERSON | {"name": "K'Brơi"}])
    page = sign_in(Role.READER).get(url(congress, "people")).text
    assert "Tiểu ban Văn kiện (Trưởng)" in page
    assert "trưởng 2 nơi" in page
    assert "Tổng 2" in page


def test_the_papers_name_everybody_and_the_decision_its_signer(congress):
    body = make_subcommittee(
        congress, PERSON, name="Tiểu ban Văn kiện", decision_number="12-QĐ/ĐU", decision_date=date(2025, 6, 5),
        decision_signer="Nguyễn Văn Ổn",
    )  # fmt: skip
    actions.found_group(body, actor=Somebody, name="Tổ Biên tập", people=[PERSON | {"name": "H'Hen Niê"}])
    db.session.expire_all()
    page = html_of(printouts.subcommittee_decision(congress, today=date(2025, 7, 1)))
    for words in (
        "Số 12-QĐ/ĐU",
        "ngày 05 tháng 6 năm 2025",
        "gồm 01 đồng chí",
        "Lê Thị Anh",
        "Nguyễn Văn Ổn",
        "Điều 3.",
    ):
        assert words in page, words
    listed = html_of(printouts.subcommittee_members(congress, today=date(2025, 7, 1)))
    for words in (
        "Tổ Biên tập",
        "H&#39;Hen Niê",
        "01 tiểu ban, 01 tổ giúp việc, 02 đồng chí",
        "Quyết định số 12-QĐ/ĐU",
    ):
        assert words in listed, words

"""The pages of the delegate registry: what they keep, what they show, and to whom."""

import re
import unicodedata
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
import python_calamine

from congress.database import db
from congress.delegates import queries
from congress.delegates.actions import records
from congress.delegates.models import Delegate
from congress.delegates.vocabulary import Origin, Review, Standing, Status
from congress.journal.queries import history_of, latest
from congress.people.vocabulary import Sex
from congress.shared.findings import Objections
from congress.shared.scope import UnitScope
from congress.shared.vietnamese import PartialDate
from congress.web.access import Role
from tests.factories import Somebody, make_congress, make_delegate, make_unit

FORM = {
    "full_name": "Nguyễn Thị Hòa",
    "sex": "female",
    "birth": "5/8/1979",
    "ethnicity": "Kinh",
    "home_place": "Mỹ Hiệp, Đồng Tháp",
    "party_admitted_on": "3/2/2005",
    "party_official_on": "3/2/2006",
    "general_education": "12/12",
    "post": "Trưởng ấp",
    "standing": "official_delegate",
}
PAGES = (
    "", "?order=unit", "?q=nguyen&sex=female", "new", "export", "{delegate}", "{delegate}/edit", "{delegate}/remove",
    "units/{unit}", "units/{unit}/submit", "print/delegate-list", "print/delegate-summaries",
)  # fmt: skip
REVIEW_PAGES = ("desk", "{delegate}/status", "units/{unit}/reopen", "units/{unit}/return")
YESTERDAY = date.today() - timedelta(days=1)
BIRTH = PartialDate(1979, 8, 5)


def url(congress: Any, path: str = "") -> str:
    return f"/{congress.slug}/delegates/{path}"


def everyone(congress: Any) -> Any:
    db.session.expire_all()
    return queries.lines(congress.id, UnitScope.everything(), private=UnitScope.everything())


def the(congress: Any, name: str) -> Delegate:
    [line] = [line for line in everyone(congress) if line.full_name == name]
    return queries.one(congress.id, UnitScope.everything(), line.id)


def form(unit: Any, **fields: str) -> dict[str, str]:
    return FORM | {"unit": str(unit.id)} | fields


def test_a_cell_secretary_enters_a_delegate_of_the_own_cell(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    answer = client.post(url(congress, "new"), data=form(unit))
    assert answer.location.endswith(f"units/{unit.id}")
    page = client.get(answer.location).text
    assert "Đã thêm đồng chí Nguyễn Thị Hòa, Chi bộ ấp Mỹ Thạnh." in page
    assert "Chưa gửi" in page
    assert "Nguyễn Thị Hòa" in client.get(url(congress)).text


@pytest.mark.parametrize("role", [Role.OFFICE, Role.PERSONNEL_SECRETARY, Role.CELL_SECRETARY])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_opens(sign_in, congress, role, language):
    unit = make_unit(congress)
    delegate = make_delegate(congress, unit, "Lê Thị Anh")
    client = sign_in(role, unit=unit)
    client.post("/language", data={"language": language, "next": "/"})
    for path in PAGES + (REVIEW_PAGES if role is not Role.CELL_SECRETARY else ()):
        answer = client.get(url(congress, path.format(unit=unit.id, delegate=delegate.id)))
        assert answer.status_code == 200, path


@pytest.mark.parametrize(
    "name", ["K'Brơi", "H'Hen Niê", "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Khánh Ngọc Minh Thư Anh Đào", "Ý"]
)
def test_unusual_names_are_kept_as_they_are(sign_in, congress, name):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert client.post(url(congress, "new"), data=form(unit, full_name=name)).status_code == 302
    assert [line.full_name for line in everyone(congress)] == [name]


def test_a_name_in_pieces_is_stored_whole_and_found_without_marks(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    client.post(url(congress, "new"), data=form(unit, full_name=unicodedata.normalize("NFD", "Nguyễn  Thị Hòa ")))
    assert [line.full_name for line in everyone(congress)] == ["Nguyễn Thị Hòa"]
    assert "Nguyễn Thị Hòa" in client.get(url(congress, "?q=nguyen thi hoa")).text


def test_a_name_sorted_by_hand_stands_where_it_belongs(sign_in, congress):
    unit = make_unit(congress)
    for name, sort_name in (("Lê Thị Hoa", ""), ("H'Hen Niê", "H'Hen Niê"), ("Trần Văn An", "")):
        make_delegate(congress, unit, name, sort_name=sort_name)
    page = sign_in(Role.OFFICE).get(url(congress)).text
    assert page.index("Trần Văn An</a>") < page.index("H&#39;Hen Niê</a>") < page.index("Lê Thị Hoa</a>")


def test_over_quota_is_refused_beside_the_field_with_the_numbers(sign_in, congress):
    unit = make_unit(congress, official_quota=1, alternate_quota=1)
    make_delegate(congress, unit, "Lê Văn Một")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = client.post(url(congress, "new"), data=form(unit)).text
    assert "được phân bổ 1 đại biểu chính thức, đã nhập 1" in page
    assert 'id="standing-error"' in page
    assert 'value="Nguyễn Thị Hòa"' in page
    assert len(everyone(congress)) == 1
    assert client.post(url(congress, "new"), data=form(unit, standing="alternate_delegate")).status_code == 302
    assert [line.rank for line in everyone(congress) if line.standing is Standing.ALTERNATE] == [1]


def test_an_ex_officio_delegate_takes_no_place_of_the_cell(sign_in, congress):
    unit = make_unit(congress, official_quota=1)
    client = sign_in(Role.PERSONNEL_SECRETARY)
    client.post(url(congress, "new"), data=form(unit, origin="ex_officio"))
    assert [line.review for line in everyone(congress)] == [Review.RECEIVED]
    make_delegate(congress, unit, "Lê Văn Một")
    assert len(everyone(congress)) == 2


def test_a_quota_lowered_later_does_not_stop_a_correction(sign_in, congress):
    unit = make_unit(congress, official_quota=2)
    make_delegate(congress, unit, "Lê Văn Một")
    second = make_delegate(congress, unit, "Lê Văn Hai")
    unit.official_quota = 1
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    changed = form(unit, full_name="Lê Văn Hai", version=str(second.version))
    assert client.post(url(congress, f"{second.id}/edit"), data=changed).status_code == 302


def test_sending_the_form_twice_enters_one_delegate(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    assert client.post(url(congress, "new"), data=form(unit)).status_code == 302
    again = client.post(url(congress, "new"), data=form(unit, full_name="Nguyễn Thị Hoà"))
    assert "đã là đại biểu của" in again.text
    assert len(everyone(congress)) == 1


def test_a_person_of_another_cell_is_named_by_the_cell_only(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress, name="Chi bộ Trạm Y tế")
    twin = make_delegate(congress, other, "Nguyễn Thị Hòa", birth=BIRTH, phone="0909123456")
    page = sign_in(Role.CELL_SECRETARY, unit=mine).post(url(congress, "new"), data=form(mine)).text
    assert "đã có trong danh sách của Chi bộ Trạm Y tế. Hãy hỏi Chi bộ Trạm Y tế" in page
    assert str(twin.id) not in page
    assert len(everyone(congress)) == 1


def test_a_reviewer_gets_the_link_to_the_other_record(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress)
    twin = make_delegate(congress, other, "Nguyễn Thị Hòa", birth=BIRTH)
    page = sign_in(Role.PERSONNEL_SECRETARY).post(url(congress, "new"), data=form(mine, origin="elected")).text
    assert f"/delegates/{twin.id}" in page


def test_a_party_card_in_use_is_refused_at_its_field(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Văn Một", party_card_number="60.012345")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = client.post(url(congress, "new"), data=form(unit, party_card_number="60 012 345")).text
    assert "Số thẻ này đã ghi cho Lê Văn Một" in page
    assert 'id="party_card_number-error"' in page


def test_something_unlikely_is_asked_and_goes_on_when_ticked(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    young = form(unit, party_admitted_on="3/2/1996", party_official_on="3/2/1997")
    page = client.post(url(congress, "new"), data=young).text
    assert "khi mới 16 tuổi" in page
    assert "Tôi đã kiểm tra, đúng như vậy" in page
    assert 'value="03/02/1996"' in page or 'value="3/2/1996"' in page
    assert not everyone(congress)
    key = "admitted-young:1979-08-05:1996-02-03"
    assert f'value="{key}"' in page
    assert client.post(url(congress, "new"), data=young | {"confirmed": key}).status_code == 302
    [entry] = history_of(congress.id, the(congress, "Nguyễn Thị Hòa").id)
    assert "Đã kiểm tra, đúng như vậy: Vào Đảng ngày 03/02/1996 khi mới 16 tuổi" in entry.reason


def test_a_tick_for_other_facts_does_not_count(sign_in, congress):
    unit = make_unit(congress)
    young = form(unit, party_admitted_on="3/2/1995", confirmed="admitted-young:1979-08-05:1996-02-03")
    page = sign_in(Role.CELL_SECRETARY, unit=unit).post(url(congress, "new"), data=young).text
    assert "khi mới 15 tuổi" in page
    assert not everyone(congress)


def test_a_tick_survives_while_something_else_is_corrected(sign_in, congress):
    unit = make_unit(congress)
    key = "admitted-young:1979-08-05:1996-02-03"
    wrong = form(unit, party_admitted_on="3/2/1996", party_official_on="3/2/1990", confirmed=key)
    page = sign_in(Role.CELL_SECRETARY, unit=unit).post(url(congress, "new"), data=wrong).text
    assert "trước ngày vào Đảng" in page
    assert f'<input type="hidden" name="confirmed" value="{key}">' in page


def test_what_was_confirmed_is_not_asked_at_the_next_change(sign_in, congress):
    unit = make_unit(congress)
    key = "admitted-young:1979-08-05:1996-02-03"
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    client.post(url(congress, "new"), data=form(unit, party_admitted_on="3/2/1996", confirmed=key))
    delegate = the(congress, "Nguyễn Thị Hòa")
    changed = form(unit, party_admitted_on="3/2/1996", post="Bí thư chi bộ", version=str(delegate.version))
    assert client.post(url(congress, f"{delegate.id}/edit"), data=changed).status_code == 302
    assert the(congress, "Nguyễn Thị Hòa").person.post == "Bí thư chi bộ"


def test_the_same_name_in_the_same_year_is_asked_about(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Nguyễn Thị Hòa", birth=PartialDate(1979))
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    page = client.post(url(congress, "new"), data=form(unit)).text
    assert "gần giống người này" in page
    assert len(everyone(congress)) == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"birth": "31/2/1979"}, "không có trong lịch"),
        ({"birth": "hôm qua"}, "không phải ngày, tháng, năm"),
        ({"birth": "1/1/2190"}, "là sau hôm nay"),
        ({"party_admitted_on": "1/1/1970"}, "trước khi sinh"),
        ({"party_official_on": "1/1/2004"}, "trước ngày vào Đảng"),
        ({"full_name": "A" * 121}, "120"),
        ({"full_name": ""}, "Cần điền mục này"),
        ({"standing": "emperor"}, "không hợp lệ"),
        ({"votes": "nhiều"}, "không phải số nguyên"),
        ({"votes": "30", "ballots": "25"}, "nhiều hơn 25 phiếu thu về"),
        ({"rank": "0"}, "1"),
        ({"sex": ""}, "Cần điền mục này"),
    ],
)
def test_bad_input_is_answered_beside_the_field_and_nothing_typed_is_lost(sign_in, congress, fields, sentence):
    unit = make_unit(congress)
    page = sign_in(Role.CELL_SECRETARY, unit=unit).post(url(congress, "new"), data=form(unit, **fields))
    assert page.status_code == 200
    assert sentence in page.text
    assert 'value="Mỹ Hiệp, Đồng Tháp"' in page.text
    assert not everyone(congress)


def test_a_cell_cannot_say_it_was_received_or_ex_officio_or_of_another_cell(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=mine)
    smuggled = {"review": "received", "status": "checked", "origin": "ex_officio", "unit_id": str(other.id)}
    client.post(url(congress, "new"), data=form(mine) | smuggled | {"person_id": str(other.id), "congress_id": "x"})
    delegate = the(congress, "Nguyễn Thị Hòa")
    assert (delegate.review, delegate.status, delegate.origin) == (Review.NOT_SENT, Status.NAMED, Origin.ELECTED)
    assert delegate.unit_id == mine.id
    refused = client.post(url(congress, "new"), data=form(other, full_name="Lê Văn Hai"))
    assert "Lựa chọn này không có trong danh sách." in refused.text
    moved = client.post(url(congress, f"{delegate.id}/edit"), data=form(other, version=str(delegate.version)))
    assert moved.status_code == 200
    assert the(congress, "Nguyễn Thị Hòa").unit_id == mine.id


def test_a_cell_keeps_to_its_own_records_on_every_route(sign_in, congress):
    mine, other = make_unit(congress), make_unit(congress)
    foreign = make_delegate(congress, other, "Lê Văn Lạ", review=Review.SENT)
    client = sign_in(Role.CELL_SECRETARY, unit=mine)
    assert "Lê Văn Lạ" not in client.get(url(congress)).text
    assert "Lê Văn Lạ" not in client.get(url(congress, "print/delegate-list")).text
    for path in ("{d}", "{d}/edit", "{d}/remove", "units/{u}", "units/{u}/submit"):
        address = url(congress, path.format(d=foreign.id, u=other.id))
        assert client.get(address).status_code == 404, path
        assert client.post(address, data=form(mine)).status_code in (404, 405), path
    for path in ("receive", "return", "units/{u}/receive", "units/{u}/return", "units/{u}/reopen", "{d}/status"):
        address = url(congress, path.format(d=foreign.id, u=other.id))
        assert client.post(address, data={"delegate": str(foreign.id), "reason": "x"}).status_code == 403, path
    assert client.get(url(congress, "desk")).status_code == 403
    assert the(congress, "Lê Văn Lạ").review is Review.SENT


def test_records_of_another_congress_are_not_found(sign_in, congress):
    far = make_congress()
    there = make_unit(far)
    foreign = make_delegate(far, there, "Lê Văn Xa", review=Review.SENT)
    client = sign_in(Role.OFFICE)
    for path in ("{d}", "{d}/edit", "{d}/remove", "{d}/status", "units/{u}", "units/{u}/submit", "units/{u}/reopen"):
        address = url(congress, path.format(d=foreign.id, u=there.id))
        assert client.get(address).status_code == 404, path
        assert client.post(address, data=FORM).status_code in (404, 405), path
    client.post(url(congress, "receive"), data={"delegate": [str(foreign.id), "no id"]})
    assert client.post(url(congress, f"units/{there.id}/receive")).status_code == 404
    assert the(far, "Lê Văn Xa").review is Review.SENT


def test_card_and_telephone_are_for_those_who_register(sign_in, congress):
    unit = make_unit(congress)
    delegate = make_delegate(congress, unit, "Lê Văn Một", party_card_number="60012345", phone="0909123456")
    for role in (Role.STANDING_COMMITTEE, Role.SERVICE_SECRETARY):
        client = sign_in(role)
        for path in (f"{delegate.id}", "?column=phone&column=party_card_number", "export?column=phone"):
            answer = client.get(url(congress, path))
            assert answer.status_code == 200
            assert b"0909123456" not in answer.data and b"60012345" not in answer.data, path
        assert "0909123456" not in cells(client.get(url(congress, "export?column=phone&column=party_card_number")))
    for client in (sign_in(Role.OFFICE), sign_in(Role.CELL_SECRETARY, unit=unit)):
        page = client.get(url(congress, str(delegate.id))).text
        assert "0909123456" in page and "60012345" in page
        assert "0909123456" in client.get(url(congress, "?column=phone")).text


def test_the_journal_keeps_card_and_telephone_short(congress):
    make_delegate(congress, make_unit(congress), "Lê Văn Một", party_card_number="60012345", phone="0909123456")
    assert "60012345" not in str([entry.changes for entry in latest(congress.id)])


def test_the_whole_way_from_entering_to_receiving(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Thạnh", official_quota=2, alternate_quota=0)
    first = make_delegate(congress, unit, "Lê Văn Một")
    cell, personnel = sign_in(Role.CELL_SECRETARY, unit=unit), sign_in(Role.PERSONNEL_SECRETARY)
    page = cell.get(url(congress, f"units/{unit.id}/submit")).text
    assert "Sẽ gửi 1 đại biểu" in page
    assert "Còn thiếu 1 chính thức, 0 dự khuyết" in page
    assert "Đã gửi 1 đại biểu" in cell.post(url(congress, f"units/{unit.id}/submit"), follow_redirects=True).text
    assert cell.get(url(congress, f"{first.id}/edit")).status_code == 409

    asked = personnel.post(url(congress, "return"), data={"delegate": str(first.id)}).text
    assert "Trả lại 1 đại biểu" in asked and "Lê Văn Một" in asked
    without = personnel.post(url(congress, "return"), data={"delegate": str(first.id), "reason": " "}).text
    assert "Cần điền mục này" in without or "Hãy ghi rõ" in without
    assert the(congress, "Lê Văn Một").review is Review.SENT
    personnel.post(url(congress, "return"), data={"delegate": str(first.id), "reason": "Thiếu ngày vào Đảng"})
    assert the(congress, "Lê Văn Một").review is Review.RETURNED
    assert "Thiếu ngày vào Đảng" in cell.get(url(congress, f"units/{unit.id}")).text

    changed = form(unit, full_name="Lê Văn Một", version=str(the(congress, "Lê Văn Một").version))
    assert cell.post(url(congress, f"{first.id}/edit"), data=changed).status_code == 302
    cell.post(url(congress, f"units/{unit.id}/submit"))
    assert the(congress, "Lê Văn Một").return_reason == ""
    personnel.post(url(congress, f"units/{unit.id}/receive"))
    assert the(congress, "Lê Văn Một").review is Review.RECEIVED
    acts = [entry.act for entry in history_of(congress.id, first.id)]
    assert acts == [
        "Nhận đại biểu", "Gửi đại biểu", "Sửa đại biểu", "Trả lại đại biểu", "Gửi đại biểu", "Thêm đại biểu",
    ]  # fmt: skip
    locked = cell.post(url(congress, f"{first.id}/remove"))
    assert locked.status_code == 409
    assert "Tiểu ban Nhân sự đã nhận đại biểu này" in locked.text


def test_sending_twice_sends_once_and_says_so(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Văn Một")
    cell = sign_in(Role.CELL_SECRETARY, unit=unit)
    cell.post(url(congress, f"units/{unit.id}/submit"))
    again = cell.post(url(congress, f"units/{unit.id}/submit"))
    assert "Không còn đại biểu nào chờ gửi" in again.text
    assert [entry.act for entry in latest(congress.id)].count("Gửi danh sách đại biểu") == 1


def test_many_are_received_at_once_and_the_others_left(sign_in, congress):
    one, two = make_unit(congress), make_unit(congress)
    sent = [
        make_delegate(congress, unit, review=Review.SENT, full_name=f"Lê Văn {n}") for n, unit in enumerate((one, two))
    ]
    draft = make_delegate(congress, one, "Trần Văn Nháp")
    data = {"delegate": [str(each.id) for each in (*sent, draft)], "back": url(congress, "?review=sent")}
    answer = sign_in(Role.PERSONNEL_SECRETARY).post(url(congress, "receive"), data=data)
    assert answer.location == url(congress, "?review=sent")
    assert sorted(line.review for line in everyone(congress)) == ["not_sent", "received", "received"]


def test_the_way_back_never_leaves_the_registry(sign_in, congress):
    for back in ("https://elsewhere.example/", "//elsewhere.example", "/other/delegates/", "javascript:alert(1)"):
        answer = sign_in(Role.OFFICE).post(url(congress, "receive"), data={"back": back})
        assert answer.location == url(congress), back


def test_after_the_deadline_the_list_is_locked_and_one_cell_can_be_reopened(sign_in, congress):
    congress.registration_closes_on = YESTERDAY
    unit, other = make_unit(congress), make_unit(congress)
    delegate = make_delegate_late(congress, unit)
    cell, personnel = sign_in(Role.CELL_SECRETARY, unit=unit), sign_in(Role.PERSONNEL_SECRETARY)
    page = cell.post(url(congress, "new"), data=form(unit))
    assert "Danh sách đã khóa vì hết hạn" in page.text
    assert 'value="Nguyễn Thị Hòa"' in page.text
    assert cell.get(url(congress, f"{delegate.id}/edit")).status_code == 409
    assert cell.post(url(congress, f"units/{unit.id}/submit")).status_code in (200, 409)
    assert "Thư ký Tiểu ban Nhân sự mở lại" in cell.get(url(congress, f"units/{unit.id}")).text

    until = f"{date.today() + timedelta(days=2):%d/%m/%Y}"
    past = personnel.post(url(congress, f"units/{unit.id}/reopen"), data={"reopened_until": f"{YESTERDAY:%d/%m/%Y}"})
    assert "đã qua" in past.text
    assert personnel.post(url(congress, f"units/{unit.id}/reopen"), data={"reopened_until": until}).status_code == 302
    assert cell.post(url(congress, "new"), data=form(unit)).status_code == 302
    secretary_of_other = sign_in(Role.CELL_SECRETARY, unit=other)
    assert "đã khóa" in secretary_of_other.post(url(congress, "new"), data=form(other, full_name="Lê Hai")).text


def make_delegate_late(congress: Any, unit: Any) -> Delegate:
    """A record entered before the deadline that has passed meanwhile."""
    closes, congress.registration_closes_on = congress.registration_closes_on, None
    delegate = make_delegate(congress, unit, "Lê Văn Một")
    congress.registration_closes_on = closes
    return delegate


def test_returning_after_the_deadline_can_open_the_list_in_one_go(sign_in, congress):
    congress.registration_closes_on = YESTERDAY
    unit = make_unit(congress)
    delegate = make_delegate_late(congress, unit)
    delegate.review = Review.SENT
    until = f"{date.today() + timedelta(days=2):%d/%m/%Y}"
    sign_in(Role.PERSONNEL_SECRETARY).post(
        url(congress, f"units/{unit.id}/return"), data={"reason": "Thiếu ảnh", "reopened_until": until}
    )
    assert sign_in(Role.CELL_SECRETARY, unit=unit).get(url(congress, f"{delegate.id}/edit")).status_code == 200


def test_a_reviewer_works_on_after_the_deadline(sign_in, congress):
    congress.registration_closes_on = YESTERDAY
    unit = make_unit(congress)
    client = sign_in(Role.PERSONNEL_SECRETARY)
    assert client.post(url(congress, "new"), data=form(unit, origin="elected")).status_code == 302


def test_an_edit_of_an_old_version_overwrites_nothing(sign_in, congress):
    unit = make_unit(congress)
    delegate = make_delegate(congress, unit, "Nguyễn Thị Hòa")
    path, seen = url(congress, f"{delegate.id}/edit"), str(delegate.version)
    client = sign_in(Role.PERSONNEL_SECRETARY)
    first = form(unit, post="Trưởng trạm", version=seen, origin="elected")
    assert client.post(path, data=first).status_code == 302
    page = client.post(path, data=first | {"post": "Hiệu trưởng"}).text
    assert "đã sửa nội dung này" in page
    assert "Trưởng trạm" in page and 'value="Hiệu trưởng"' in page
    assert the(congress, "Nguyễn Thị Hòa").person.post == "Trưởng trạm"


def test_nothing_changed_writes_nothing(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    client.post(url(congress, "new"), data=form(unit))
    delegate = the(congress, "Nguyễn Thị Hòa")
    client.post(url(congress, f"{delegate.id}/edit"), data=form(unit, version=str(delegate.version)))
    assert len(history_of(congress.id, delegate.id)) == 1


def test_who_is_taken_off_the_list_can_be_entered_again(sign_in, congress):
    unit = make_unit(congress)
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    client.post(url(congress, "new"), data=form(unit))
    delegate = the(congress, "Nguyễn Thị Hòa")
    assert "sẽ bớt một đại biểu" in client.get(url(congress, f"{delegate.id}/remove")).text
    client.post(url(congress, f"{delegate.id}/remove"))
    assert not everyone(congress)
    assert client.post(url(congress, "new"), data=form(unit)).status_code == 302


def test_a_status_needs_its_reason(sign_in, congress):
    delegate = make_delegate(congress, make_unit(congress), "Lê Văn Một")
    client = sign_in(Role.PERSONNEL_SECRETARY)
    path = url(congress, f"{delegate.id}/status")
    page = client.post(path, data={"status": "not_summoned", "version": str(delegate.version)}).text
    assert "Hãy chọn lý do." in page
    data = {"status": "not_summoned", "status_reason": "suspended", "status_paper": "12-QĐ/ĐU"}
    assert client.post(path, data=data | {"version": str(delegate.version)}).status_code == 302
    assert "Không triệu tập: Đình chỉ sinh hoạt đảng hoặc cấp ủy" in client.get(url(congress, str(delegate.id))).text


def test_a_person_is_one_delegate_whatever_happens(congress):
    unit = make_unit(congress)
    delegate = make_delegate(congress, unit, "Lê Văn Một")
    db.session.add(Delegate(congress_id=congress.id, unit_id=unit.id, person_id=delegate.person_id))
    with pytest.raises(Exception, match=r"(?i)unique"):
        db.session.flush()
    db.session.rollback()


def test_the_database_itself_refuses_the_same_person_twice(congress):
    unit = make_unit(congress)
    first = make_delegate(congress, unit, "Nguyễn Thị Hòa", birth=BIRTH)
    second = make_delegate(congress, unit, "Nguyễn Thị Hoa", birth=BIRTH, confirmed=keys_of(congress, unit))
    second.person.name_key = first.person.name_key
    with pytest.raises(Exception, match=r"(?i)unique"):
        db.session.flush()
    db.session.rollback()


def keys_of(congress: Any, unit: Any) -> list[str]:
    try:
        make_delegate(congress, unit, "Nguyễn Thị Hoa", birth=BIRTH)
    except Objections as broken:
        return [question.key for question in broken.questions]
    return []


def test_more_official_delegates_than_decided_is_said_and_not_blocked(sign_in, congress):
    congress.official_total = 1
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Văn Một")
    make_delegate(congress, unit, "Lê Văn Hai")
    assert "1 đại biểu chính thức nhiều hơn 1 theo quyết định" in sign_in(Role.OFFICE).get(url(congress)).text


def test_filters_narrow_the_list_its_workbook_and_its_paper_alike(sign_in, congress):
    unit, other = make_unit(congress, name="Chi bộ ấp Mỹ Đức"), make_unit(congress, name="Chi bộ Trạm Y tế")
    make_delegate(congress, unit, "Lê Thị Anh", sex=Sex.FEMALE)
    make_delegate(congress, unit, "Trần Văn Bình")
    make_delegate(congress, other, "Võ Thị Chi", sex=Sex.FEMALE)
    client = sign_in(Role.OFFICE)
    query = f"?sex=female&unit={unit.id}"
    for path in ("", "print/delegate-list", "print/delegate-summaries"):
        page = client.get(url(congress, path + query)).text
        assert "Lê Thị Anh" in page, path
        assert "Trần Văn Bình" not in page and "Võ Thị Chi" not in page, path
    sheet = cells(client.get(url(congress, "export" + query)))
    assert "Lê Thị Anh" in sheet and "Võ Thị Chi" not in sheet
    assert "Lọc theo: nữ, Chi bộ ấp Mỹ Đức" in sheet
    assert "Lọc theo: nữ, Chi bộ ấp Mỹ Đức" in client.get(url(congress, "print/delegate-list" + query)).text


def test_delegates_are_found_by_what_has_become_of_them(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Thị Anh").status = Status.CHECKED
    make_delegate(congress, unit, "Trần Văn Bình")
    page = sign_in(Role.OFFICE).get(url(congress, "?status=checked")).text
    assert "Lê Thị Anh" in page and "Trần Văn Bình" not in page


def test_incomplete_records_are_found(sign_in, congress):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Thị Anh", party_official_on=None)
    make_delegate(congress, unit, "Trần Văn Bình")
    page = sign_in(Role.OFFICE).get(url(congress, "?incomplete=1")).text
    assert "Thiếu ngày chính thức" in page
    assert "Trần Văn Bình" not in page


def test_the_workbook_holds_the_totals_and_no_formula(sign_in, congress):
    make_delegate(congress, make_unit(congress), "Lê Thị Anh", post="=1+1", sex=Sex.FEMALE)
    sheet = cells(sign_in(Role.OFFICE).get(url(congress, "export")))
    assert "'=1+1" in sheet
    assert "Tổng cộng 1 đại biểu" in sheet
    assert "1 nữ (100,00 %)" in sheet


def cells(answer: Any) -> list[Any]:
    sheet = python_calamine.CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0)
    return [cell for row in sheet.to_python() for cell in row]


def test_the_desk_counts_each_cell_and_links_to_what_it_counts(sign_in, congress):
    unit = make_unit(congress, name="Chi bộ ấp Mỹ Đức", official_quota=2, alternate_quota=1)
    make_delegate(congress, unit, "Lê Thị Anh", review=Review.SENT)
    congress.registration_closes_on = YESTERDAY
    page = sign_in(Role.PERSONNEL_SECRETARY).get(url(congress, "desk")).text
    assert "Đã gửi, chờ nhận" in page
    assert f"?unit={unit.id}&amp;review=sent" in page
    assert "1 chi bộ quá hạn" in page


def test_the_summary_for_the_cells_page_counts_by_seat(congress):
    unit = make_unit(congress, official_quota=2, alternate_quota=1)
    make_delegate(congress, unit, "Lê Thị Anh")
    make_delegate(congress, unit, "Ngô Hoa", standing=Standing.ALTERNATE)
    records.add(
        congress, unit, actor=Somebody, today=date(2025, 7, 22), as_reviewer=True, full_name="Võ Đức", sex=Sex.MALE,
        birth=PartialDate(1970), origin=Origin.EX_OFFICIO, standing=Standing.OFFICIAL,
    )  # fmt: skip
    summary = queries.registration_of(congress, unit)
    assert (summary.filled.official, summary.filled.alternate, summary.outside_quota) == (1, 1, 1)
    assert (summary.missing_official, summary.missing_alternate, summary.to_send, summary.incomplete) == (1, 0, 2, 1)


@pytest.mark.parametrize("path", ["", "?order=unit", "desk", "export", "print/delegate-list"])
def test_more_rows_ask_no_more_often(sign_in, congress, count_queries, path):
    client = sign_in(Role.OFFICE)
    make_delegate(congress, make_unit(congress), "Lê Văn Một")
    client.get(url(congress, path))
    one = count_queries(lambda: client.get(url(congress, path)))
    for number in range(3):
        make_delegate(congress, make_unit(congress), f"Lê Văn Thêm {number}")
    assert count_queries(lambda: client.get(url(congress, path))) == one


def test_a_cells_page_asks_no_more_often_for_more_people(sign_in, congress, count_queries):
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Văn Một")
    client = sign_in(Role.CELL_SECRETARY, unit=unit)
    path = url(congress, f"units/{unit.id}")
    one = count_queries(lambda: client.get(path))
    make_delegate(congress, unit, "Lê Văn Hai"), make_delegate(congress, unit, "Lê Văn Ba")
    assert count_queries(lambda: client.get(path)) == one


def test_my_list_is_where_one_works(sign_in, congress):
    unit = make_unit(congress)
    assert sign_in(Role.CELL_SECRETARY, unit=unit).get(url(congress, "my")).location.endswith(f"units/{unit.id}")
    assert sign_in(Role.OFFICE).get(url(congress, "my")).location.endswith("desk")


@pytest.mark.parametrize(
    ("decided", "cap", "sentence"),
    [
        (1, 250, "đại hội có 2 đại biểu chính thức, quá 1 theo quyết định."),
        (1, 1, "đại hội có 2 đại biểu chính thức, vượt mức tối đa 1. Cần có ý kiến của cấp trên."),
    ],
)
def test_one_official_delegate_too_many_is_asked_about(sign_in, congress, decided, cap, sentence):
    congress.official_total, congress.delegate_cap = decided, cap
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Hoa")
    client = sign_in(Role.PERSONNEL_SECRETARY)
    data = form(unit, origin="appointed", votes="", ballots="")
    asked = client.post(url(congress, "new"), data=data)
    assert sentence in asked.text
    assert len(everyone(congress)) == 1
    [key] = re.findall(r'name="confirmed"[^>]* value="([^"]+)"', asked.text)
    assert client.post(url(congress, "new"), data=data | {"confirmed": key}).status_code == 302
    assert len(everyone(congress)) == 2
    assert sentence in str(history_of(congress.id, the(congress, "Nguyễn Thị Hòa").id)[0].reason)


def test_a_cell_that_fills_its_quota_is_not_asked_about_the_total(sign_in, congress):
    congress.official_total = 1
    unit = make_unit(congress)
    make_delegate(congress, unit, "Lê Hoa")
    assert sign_in(Role.CELL_SECRETARY, unit=unit).post(url(congress, "new"), data=form(unit)).status_code == 302

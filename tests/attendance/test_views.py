"""Pages of badges: nothing is printed without being recorded, nothing recorded without being asked."""

import re
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from congress.agenda.vocabulary import SessionKind
from congress.attendance import queries
from congress.attendance.models import Badge, BadgeRun
from congress.attendance.vocabulary import BadgeState
from congress.database import db
from congress.delegates.vocabulary import Reason, Standing, Status
from congress.journal.queries import history_of
from congress.web.access import Role
from tests.factories import make_congress, make_delegate, make_session, make_unit
from tests.paper import text_of


def url(congress: Any, path: str = "badges") -> str:
    return f"/{congress.slug}/attendance/{path}"


@pytest.fixture
def office(sign_in):
    return sign_in(Role.SERVICE_SECRETARY)


@pytest.fixture
def people(congress):
    """Two cells in printed order; three officials and an alternate."""
    units = [make_unit(congress, code=f"C{n}", name=f"Chi bộ ấp Mỹ Thạnh {n}") for n in (1, 2)]
    names = [(units[1], "Lê Văn Ước"), (units[0], "Trần Văn Bình"), (units[0], "Nguyễn Văn An")]
    made = [make_delegate(congress, unit, name) for unit, name in names]
    return [*made, make_delegate(congress, units[0], "Ngô Hoa", standing=Standing.ALTERNATE)]


def lines(congress):
    db.session.expire_all()
    return {each.line.full_name: each for each in queries.badge_lines(congress.id)}


def rows(congress):
    db.session.expire_all()
    return db.session.scalars(select(Badge).where(Badge.congress_id == congress.id)).all()


def print_all(client, congress, people, **fields):
    data = {"delegate": [str(each.id) for each in people], "confirm": "1", **fields}
    return client.post(url(congress, "badges/print"), data=data, follow_redirects=True)


def test_the_page_before_says_in_numbers_what_will_be_recorded_and_records_nothing(office, congress, people):
    page = office.post(url(congress, "badges/print"), data={"new": "official_badge"}).text
    assert "3 thẻ đại biểu chính thức" in page and "3 thẻ in lần đầu" in page and "3 thẻ để trống ô ảnh" in page
    assert "Lý do in lại" not in page
    assert rows(congress) == []


def test_printing_gives_numbers_in_printed_order_and_records_who_and_when(office, congress, people):
    page = print_all(office, congress, people).text
    assert "Đã ghi nhận in 4 thẻ" in page and "100 %" in page
    found = lines(congress)
    assert {name: each.number for name, each in found.items()} == {
        "Nguyễn Văn An": "001",
        "Trần Văn Bình": "002",
        "Lê Văn Ước": "003",
        "Ngô Hoa": "DK 001",
    }
    assert {each.state for each in found.values()} == {BadgeState.PRINTED}
    assert all(each.times == 1 and each.held.printed_by and each.held.printed_at for each in found.values())
    [run] = db.session.scalars(select(BadgeRun).where(BadgeRun.congress_id == congress.id))
    [entry] = history_of(congress.id, run.id)
    assert entry.act == "In thẻ đại biểu" and entry.changes["badges"] == [None, 4]


def test_the_pdf_of_a_run_is_there_as_often_as_it_is_needed_and_writes_nothing(office, congress, people):
    print_all(office, congress, people)
    [run] = queries.runs(congress.id)
    before = [(row.token, row.times_printed) for row in rows(congress)]
    answers = [office.get(url(congress, f"badges/runs/{run.id}.pdf")) for _n in range(2)]
    assert [answer.mimetype for answer in answers] == ["application/pdf"] * 2
    assert answers[0].data == answers[1].data
    text = text_of(answers[0].data)
    assert all(word in text for word in ("Nguyễn Văn An", "Số 001", "ĐẠI BIỂU DỰ KHUYẾT", "Số DK 001", "NHIỆM KỲ 2025"))
    assert [(row.token, row.times_printed) for row in rows(congress)] == before


def test_a_change_after_the_print_is_shown_and_the_reprint_asks_why(office, congress, people):
    print_all(office, congress, people)
    people[0].person.full_name = "Lê Văn Ước Mơ"
    db.session.commit()
    page = office.get(url(congress)).text
    assert "1 thẻ đã in không còn đúng" in page and "họ tên" in page
    assert "Lê Văn Ước Mơ" in office.get(url(congress, "badges?state=badge_changed")).text
    tokens = {row.delegate_id: row.token for row in rows(congress)}
    assert "Hãy ghi lý do in lại" in print_all(office, congress, people[:1]).text
    assert {row.delegate_id: row.token for row in rows(congress)} == tokens
    assert "Đã ghi nhận in 1 thẻ" in print_all(office, congress, people[:1], reason="Sửa họ tên").text
    after = {row.delegate_id: row for row in rows(congress)}
    assert after[people[0].id].token != tokens[people[0].id] and after[people[0].id].times_printed == 2
    assert lines(congress)["Lê Văn Ước Mơ"].number == "003"
    entry = next(each for each in history_of(congress.id, people[0].id) if each.act == "In lại thẻ đại biểu")
    assert entry.reason == "Sửa họ tên" and entry.changes["badge"] == ["003", "003, lần 2"]


def test_who_was_replaced_is_to_be_collected_and_not_printed(office, congress, people):
    print_all(office, congress, people)
    people[0].status, people[0].status_reason = Status.REPLACED, Reason.HEALTH
    db.session.commit()
    page = office.get(url(congress)).text
    assert "1 thẻ cần thu hồi" in page and "Thu hồi" in page
    assert "Không in thẻ cho Lê Văn Ước" in print_all(office, congress, people[:1], reason="x").text
    for path in ("roll", "summons?standing=both", "badges/preview"):
        assert "Lê Văn Ước" not in office.get(url(congress, path)).text, path


def test_nobody_chosen_is_said(office, congress, people):
    answer = office.post(url(congress, "badges/print"), data={"confirm": "1"}, follow_redirects=True)
    assert "Chưa chọn đại biểu nào" in answer.text and rows(congress) == []


def test_a_specimen_has_no_code_and_no_number_before_one_is_given(office, congress, people):
    page = office.get(url(congress, "badges/preview")).text
    assert page.count("chưa có mã QR") == 4 and "Mã QR của thẻ" not in page and "Số 001" not in page
    ticked = office.get(url(congress, f"badges/preview?delegate={people[0].id}&sheet=ten")).text
    sent = office.post(url(congress, "badges/preview?sheet=ten"), data={"delegate": [str(people[0].id)]}).text
    assert sent.count('class="card') == ticked.count('class="card')
    assert "?delegate=" not in sent and "&amp;delegate=" not in sent and "csrf_token" not in sent
    assert "badges/preview?sheet=ten" in office.get(url(congress)).text
    assert ticked.count("chưa có mã QR") == 1 and "Lê Văn Ước" in ticked and "cards-ten" in ticked
    assert rows(congress) == []


def test_nothing_of_a_delegate_can_be_told_from_the_token(office, congress, people):
    print_all(office, congress, people)
    for row in rows(congress):
        for secret in (row.id.hex, row.delegate_id.hex, congress.id.hex):
            assert row.token.lower() not in secret and secret[:8] not in row.token.lower()
    page = office.get(url(congress)).text
    assert not any(row.token in page for row in rows(congress))


def test_another_congress_is_not_printed(office, sign_in, congress, people):
    other = make_congress()
    stranger = make_delegate(other, make_unit(other), "Người Nơi Khác")
    print_all(office, congress, [stranger, people[0]])
    assert {row.delegate_id for row in rows(congress)} == {people[0].id}
    [run] = queries.runs(congress.id)
    outsider = sign_in(Role.OFFICE, at=other)
    assert outsider.get(url(other, f"badges/runs/{run.id}.pdf")).status_code == 404
    assert outsider.get(url(other, f"summons?unit={people[0].unit_id}")).status_code == 404
    assert "Lê Văn Ước" not in outsider.get(url(other, f"summons?delegate={people[0].id}")).text


@pytest.mark.parametrize("role", [Role.CELL_SECRETARY, Role.READER, Role.STANDING_COMMITTEE])
def test_who_prints_no_badges_sees_none(sign_in, congress, people, role):
    client = sign_in(role, unit=people[0].unit)
    for path in ("badges", "badges/preview", "summons", "roll.pdf"):
        assert client.get(url(congress, path)).status_code == 403


def test_the_list_takes_the_same_number_of_statements_however_long_it_is(office, congress, people, count_queries):
    few = count_queries(lambda: office.get(url(congress)))
    for number in range(3):
        make_delegate(congress, people[0].unit, f"Phạm Văn Thêm {'ABC'[number]}", standing=Standing.OFFICIAL)
    assert count_queries(lambda: office.get(url(congress))) == few


def test_the_letter_says_who_when_and_where(office, congress, people):
    make_session(congress, place="Hội trường Đảng ủy xã")
    make_session(congress, kind=SessionKind.OFFICIAL, day=date(2025, 8, 12), starts_at=time(7, 30), ends_at=time(11))
    page = office.get(url(congress, "summons")).text
    assert page.count("GIẤY TRIỆU TẬP") == 3 and "Ngô Hoa" not in page
    assert "13 giờ 30 phút, thứ Hai, ngày 11/8/2025" in page and "7 giờ 30 phút, thứ Ba, ngày 12/8/2025" in page
    assert "Hội trường Đảng ủy xã" in page and "None" not in page
    assert page.index("Nguyễn Văn An") < page.index("Trần Văn Bình") < page.index("Lê Văn Ước")
    assert office.get(url(congress, f"summons?delegate={people[3].id}")).text.count("Đại biểu dự khuyết") == 1
    assert office.get(url(congress, f"summons?unit={people[0].unit_id}")).text.count("GIẤY TRIỆU TẬP") == 1


def test_a_letter_without_a_programme_leaves_room_for_the_pen(office, congress, people):
    congress.opens_on = congress.closes_on = None
    page = office.get(url(congress, "summons")).text
    assert "…… giờ ……, ngày ……" in page and "None" not in page


def test_the_roll_has_numbers_delegations_and_room_to_sign(office, congress, people):
    print_all(office, congress, people)
    page = office.get(url(congress, "roll")).text
    assert re.search(
        r"Chi bộ ấp Mỹ Thạnh 1 — 2 đại biểu.*Nguyễn Văn An.*001.*Chi bộ ấp Mỹ Thạnh 2 — 1", page, re.DOTALL
    )
    assert page.count('class="sign"') == 6 and "Phiên trù bị" in page and "Phiên chính thức" in page
    by_name = office.get(url(congress, "roll?by=name&standing=both")).text
    assert "Ngô Hoa" in by_name and "DK 001" in by_name and "— 2 đại biểu" not in by_name
    assert office.get(url(congress, "roll.pdf")).mimetype == "application/pdf"


def test_who_is_taken_off_the_list_loses_the_badge_and_the_run_stays(office, sign_in, congress, people):
    print_all(office, congress, people)
    sign_in(Role.PERSONNEL_SECRETARY).post(f"/{congress.slug}/delegates/{people[0].id}/remove")
    assert len(rows(congress)) == 3
    [run] = queries.runs(congress.id)
    page = office.get(url(congress, f"badges/runs/{run.id}")).text
    assert "Lượt in 4 thẻ" in page and "1 thẻ của lượt này" in page


def test_who_comes_later_gets_the_next_number_and_nobody_elses_moves(office, congress, people):
    print_all(office, congress, people)
    make_delegate(congress, people[1].unit, "Bùi Thị Anh")
    assert (
        "Đã ghi nhận in 1 thẻ"
        in office.post(
            url(congress, "badges/print"), data={"new": "official_badge", "confirm": "1"}, follow_redirects=True
        ).text
    )
    assert {name: each.number for name, each in lines(congress).items()} == {
        "Nguyễn Văn An": "001", "Trần Văn Bình": "002", "Lê Văn Ước": "003", "Bùi Thị Anh": "004", "Ngô Hoa": "DK 001",
    }  # fmt: skip
